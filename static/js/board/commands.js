// What one can ask of the canvas: show this, focus that, write here. The layer hands these to panels and gestures.

import { NOTE } from "../core/layout.js";

const READABLE = 0.75;
const TOO_SMALL = 0.5;
const PHONE = 640;

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createCommands(board) {
  const { camera, scene, store, actions, session, notes, parts, select, drag, editor, settle, t } = board;

  /** @param {boolean} [jump] */
  function fit(jump = false) {
    const small = camera.width < PHONE;
    const first = store.themes()[0];
    // At first sight the words count more than the whole: where all of it would be too small to read, begin at a corner.
    if (jump && first && (small || camera.scaleOf(scene.bounds()) < TOO_SMALL)) {
      const zone = /** @type {any} */ (scene.zone(first.id));
      const area = camera.free();
      const backwards = small && document.documentElement.dir === "rtl";
      const z = small ? 0.85 : 0.65;
      return camera.set(
        backwards ? area.x + area.w - (zone.x + zone.w) * z : area.x - zone.x * z,
        area.y - zone.y * z,
        z,
      );
    }
    camera.fit(scene.bounds(), { most: 1, jump });
  }

  /** @param {string} id */
  const around = (id) => {
    const at = scene.at(id);
    return at && { x: at.x, y: at.y, w: NOTE, h: NOTE };
  };

  /** @param {string} id @param {{still?: boolean}} [how] still: without moving the camera */
  function focusNote(id, { still = false } = {}) {
    const rect = around(id);
    if (!rect) return;
    session.focused.value = id;
    const view = notes.need(id);
    if (!view) return;
    notes.paint(id);
    if (!still) camera.reveal(rect);
    const order = scene.reading();
    view.el.setAttribute("aria-posinset", String(order.indexOf(id) + 1));
    view.el.setAttribute("aria-setsize", String(order.length));
    parts.notes.tabIndex = -1;
    view.el.focus({ preventScroll: true });
  }

  /** Open a note for writing; the camera comes near enough to read. @param {string} id @param {{fresh?: boolean}} [how] */
  function edit(id, how) {
    const rect = around(id);
    if (!rect) return;
    session.focused.value = id;
    editor.begin(id, how);
    if (!editor.isOpen()) return;
    const room = { x: rect.x - 10, y: rect.y - 10, w: 260, h: 240 };
    if (camera.z < READABLE) {
      const area = camera.free();
      camera.move(area.x + area.w / 2 - (rect.x + 120), area.y + Math.min(area.h / 2, 220) - (rect.y + 100), 1);
    } else camera.reveal(room);
  }

  /** @param {{theme: string, x?: number, y?: number}} where */
  function write(where) {
    if (!board.mayAdd()) return board.say(t("canvas.may_not_add"));
    const id = actions.addNote({ kind: session.kind.value, text: "", ...where });
    settle([id]);
    select.set([id]);
    edit(id, { fresh: true });
    return id;
  }

  const commands = {
    fit: () => fit(),
    /** The first view: all of the board; on a phone, the first theme at a readable size. */
    begin: () => fit(true),
    /** @param {number} z @param {{x: number, y: number}} [centre] world point that comes to the middle */
    zoomTo(z, centre = camera.centre()) {
      const area = camera.free();
      camera.move(area.x + area.w / 2 - centre.x * z, area.y + area.h / 2 - centre.y * z, z);
    },
    /** @param {number} factor */
    zoomBy(factor) {
      const area = camera.free();
      camera.zoomAt(factor, area.x + area.w / 2, area.y + area.h / 2);
      session.zoom.value = camera.z;
    },
    /** @param {string} id */
    zoomToTheme(id) {
      const zone = scene.zone(id);
      if (zone) camera.fit({ x: zone.x - 16, y: zone.y - 16, w: zone.w + 32, h: zone.h + 32 }, { most: 1.2 });
    },
    /** @param {string} id */
    reveal(id) {
      const rect = around(id);
      if (rect && camera.z < 0.4) commands.zoomTo(0.8, { x: rect.x + NOTE / 2, y: rect.y + NOTE / 2 });
      else if (rect) camera.reveal(rect);
    },
    revealHand() {
      const held = drag.held();
      const at = held && scene.at(held.grabbed);
      if (held && at) camera.reveal({ x: at.x + held.dx, y: at.y + held.dy, w: NOTE, h: NOTE });
    },
    focusNote,
    edit,
    centre: () => camera.centre(),
    themeAtCentre: () => scene.zoneUnder(camera.centre().x, camera.centre().y),
    /** @param {'challenge' | 'solution'} [kind] */
    addAtCentre(kind) {
      if (kind) session.kind.value = kind;
      const theme = commands.themeAtCentre();
      if (theme) return write({ theme });
    },
    /** A new note in the focused note's theme, or where one looks. */
    add() {
      const theme = store.get("note", session.focused.value)?.theme ?? commands.themeAtCentre();
      if (theme) write({ theme });
    },
    /** A new note around a world point. @param {{x: number, y: number}} point */
    addAt(point) {
      const theme = scene.zoneUnder(point.x, point.y);
      if (theme) write(scene.settle(theme, point.x - NOTE / 2, point.y - NOTE / 2));
    },
    /** @param {{x: number, y: number} | null} point where my pointer is */
    pointed: (point) => board.cursors.mine(point),
    /** @param {number} x @param {number} y */
    menu(x, y) {
      const ids = [...session.selection.value];
      board.parts.viewport.dispatchEvent(new CustomEvent("board:menu", { detail: { ids, x, y }, bubbles: true }));
    },
    camera,
    scene,
  };
  return commands;
}
