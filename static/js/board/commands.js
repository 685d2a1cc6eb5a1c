// What one can ask of the canvas: show this, focus that, write here. The layer hands these to panels and gestures.

import { CLUSTER_HEAD, CLUSTER_PAD, NOTE } from "../core/layout.js";

const READABLE = 0.75;
const TOO_SMALL = 0.5;
const EMPTY = 0.3;
const PHONE = 640;
const AIR = 80;

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createCommands(board) {
  const { camera, scene, store, actions, session, notes, clusters, parts, select, drag, editor, settle, t } = board;

  /** @param {boolean} [jump] */
  function fit(jump = false) {
    const small = camera.width < PHONE;
    const first = store.themes()[0];
    // At first sight the words count more than the whole: where all of it would be too small to read, begin at a corner. On an
    // empty board there is nothing to read but its headings, which keep their size.
    const least = store.all("note").length ? TOO_SMALL : EMPTY;
    if (jump && first && (small || camera.scaleOf(scene.bounds()) < least)) {
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
    const folded = !rect && store.get("note", id)?.cluster;
    if (folded && scene.frames.at(folded)) return focusCluster(folded, { still });
    if (!rect) return;
    session.cluster.value = null;
    session.focused.value = id;
    const view = notes.need(id);
    if (!view) return;
    notes.paint(id);
    if (!still) camera.reveal(rect);
    take(view.el, id);
  }

  /** The title of a cluster. @param {string} id @param {{still?: boolean}} [how] */
  function focusCluster(id, { still = false } = {}) {
    const rect = scene.frames.at(id);
    if (!rect) return;
    session.focused.value = null;
    session.cluster.value = id;
    const view = clusters.need(id);
    if (!view) return;
    if (!still) camera.reveal({ ...rect, w: Math.min(rect.w, 3 * NOTE), h: Math.min(rect.h, CLUSTER_HEAD + NOTE) });
    take(view.el, id);
  }

  /** Gives an option the focus, and tells its place. @param {HTMLElement} el @param {string} id */
  function take(el, id) {
    const order = scene.stops();
    el.setAttribute("aria-posinset", String(order.findIndex((stop) => stop.id === id) + 1));
    el.setAttribute("aria-setsize", String(order.length));
    parts.notes.tabIndex = -1;
    el.focus({ preventScroll: true });
  }

  /** Open a note for writing; the camera comes near enough to read. @param {string} id @param {{fresh?: boolean}} [how] */
  function edit(id, how) {
    const rect = around(id);
    if (!rect) return;
    session.cluster.value = null;
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
    const wish = { kind: session.kind.value, theme: where.theme };
    const reason = actions.may("add", wish) ? null : (board.why("add", wish, "canvas.may_not_add") ?? t("canvas.may_not_add"));
    if (reason) return board.tell(reason);
    const id = actions.addNote({ kind: session.kind.value, text: "", ...where });
    settle([id]);
    select.set([id]);
    edit(id, { fresh: true });
    return id;
  }

  /** A place in a cluster for a note around a world point. @param {string} id @param {{x: number, y: number}} point */
  function inside(id, point) {
    const cluster = store.get("cluster", id);
    const frame = /** @type {any} */ (scene.frames.local(id));
    const zone = scene.zone(cluster.theme);
    if (!zone || !actions.may("group", cluster)) return {};
    const clamp = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) => Math.round(Math.max(low, Math.min(value, high)));
    return {
      theme: cluster.theme,
      cluster: id,
      x: clamp(point.x - NOTE / 2 - zone.x, frame.x + CLUSTER_PAD, frame.x + frame.w - NOTE - CLUSTER_PAD),
      y: clamp(point.y - NOTE / 2 - zone.y, frame.y + CLUSTER_HEAD, frame.y + frame.h - NOTE - CLUSTER_PAD),
    };
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
    /** What is selected, as large as it fits. */
    zoomToSelection() {
      const places = [...session.selection.value].flatMap((id) => around(id) ?? []);
      if (!places.length) return;
      const left = Math.min(...places.map(({ x }) => x)), top = Math.min(...places.map(({ y }) => y));
      const right = Math.max(...places.map(({ x }) => x)), bottom = Math.max(...places.map(({ y }) => y));
      camera.fit({ x: left - AIR, y: top - AIR, w: right - left + NOTE + 2 * AIR, h: bottom - top + NOTE + 2 * AIR }, { most: 1.2 });
    },
    /** Brings a note into view, without going nearer. @param {string} id */
    reveal(id) {
      const rect = around(id);
      if (rect) return camera.reveal(rect);
      const cluster = store.get("note", id)?.cluster;
      if (cluster) commands.revealCluster(cluster);
    },
    /** @param {string} id */
    revealCluster(id) {
      const rect = scene.frames.at(id);
      if (!rect) return;
      const room = camera.free();
      if (rect.w * camera.z > room.w || rect.h * camera.z > room.h) camera.fit(rect, { most: camera.z });
      else camera.reveal(rect);
    },
    /** What this screen shows, without what bars cover. @returns {[number, number, number, number]} */
    viewRect() {
      const area = camera.free();
      const { x, y } = camera.toWorld(area.x, area.y);
      return [Math.round(x), Math.round(y), Math.round(area.w / camera.z), Math.round(area.h / camera.z)];
    },
    /** Shows at least this much of the board. @param {readonly number[]} rect x, y, width, height */
    showRect([x, y, w, h]) {
      camera.fit({ x, y, w: Math.max(1, w), h: Math.max(1, h) }, { most: 3 });
    },
    /** Back to what had the focus, when something over the board goes away. */
    refocus() {
      const { focused, cluster } = session;
      if (cluster.value) focusCluster(cluster.value, { still: true });
      else if (focused.value && scene.at(focused.value)) focusNote(focused.value, { still: true });
      else parts.notes.focus({ preventScroll: true });
    },
    revealHand() {
      const held = drag.held();
      const at = held && (held.cluster ? scene.frames.at(held.cluster) : scene.at(held.grabbed));
      if (held && at) camera.reveal({ x: at.x + held.dx, y: at.y + held.dy, w: NOTE, h: NOTE });
    },
    focusNote,
    focusCluster,
    edit,
    /** @param {string} id of a cluster */
    rename: (id) => board.title.begin(id),
    /** A cluster of notes, or of what is selected. @param {Iterable<string>} [ids] */
    group: (ids) => (ids ? board.group.make(ids) : board.group.selected()),
    /** Choose the other end of a link. @param {string} id */
    link: (id) => board.links.choose(id),
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
      const near = store.get("note", session.focused.value) ?? store.get("cluster", session.cluster.value);
      const theme = near?.theme ?? commands.themeAtCentre();
      if (theme) write({ theme });
    },
    /** A new note around a world point. @param {{x: number, y: number}} point */
    addAt(point) {
      const theme = scene.zoneUnder(point.x, point.y);
      const cluster = scene.frames.under(point.x, point.y);
      if (theme) write({ ...scene.settle(theme, point.x - NOTE / 2, point.y - NOTE / 2), ...(cluster ? inside(cluster, point) : {}) });
    },
    /** A new note under a point of the window, as far as a theme lies there. @param {number} x @param {number} y */
    addUnder(x, y) {
      const frame = parts.viewport.getBoundingClientRect();
      commands.addAt(camera.toWorld(x - frame.left, y - frame.top));
    },
    /** @param {{x: number, y: number} | null} point where my pointer is */
    pointed: (point) => board.cursors.mine(point),
    /** @param {number} x @param {number} y @param {string} [cluster] */
    menu(x, y, cluster) {
      const ids = cluster ? [] : [...session.selection.value];
      board.parts.viewport.dispatchEvent(new CustomEvent("board:menu", { detail: { ids, x, y, cluster }, bubbles: true }));
    },
    /** Tells of every move of the camera. @param {() => void} told @returns {() => void} stops it */
    onTravel(told) {
      board.travellers.add(told);
      return () => void board.travellers.delete(told);
    },
    settle,
    camera,
    scene,
  };
  return commands;
}
