// Moving notes in the hand, by pointer or by keys: one transform while it lasts, one change when it ends.

import { HEAD, NOTE, PAD } from "../core/layout.js";

const SENT = 40;
const REAL = 160;

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createDrag(board) {
  const { scene, store, sync, actions, notes, overview, parts, t } = board;
  /** @type {{ids: string[], grabbed: string, from: {x: number, y: number}, dx: number, dy: number, keys: boolean} | null} */
  let held = null;

  /**
   * Take notes up; those that one may not move stay.
   * @param {Iterable<string>} wanted @param {string} grabbed @param {{x: number, y: number}} from world point
   * @param {{keys?: boolean}} [how]
   */
  function start(wanted, grabbed, from, { keys = false } = {}) {
    cancel();
    const ids = [...wanted].filter((id) => scene.at(id) && actions.may("move", store.get("note", id)));
    if (!ids.includes(grabbed)) return false;
    ids.sort((a, b) => store.get("note", a).z - store.get("note", b).z);
    held = { ids, grabbed, from, dx: 0, dy: 0, keys };
    const focus = document.activeElement;
    notes.lift(new Set(ids));
    const far = board.far();
    for (const id of ids) {
      const view = notes.mounted.get(id) ?? (!far && ids.length <= REAL ? notes.need(id) : null);
      if (view) carry(view.el);
      else if (!far) parts.hand.append(rectangle(id));
    }
    overview.lift(new Set(ids));
    if (focus instanceof HTMLElement && focus !== document.activeElement) focus.focus({ preventScroll: true });
    parts.hand.classList.add("full");
    by(0, 0);
    return true;
  }

  /** @param {HTMLElement} el keeps its focus where the browser can move it in place */
  function carry(el) {
    const hand = /** @type {any} */ (parts.hand);
    if (hand.moveBefore) hand.moveBefore(el, null);
    else hand.append(el);
  }

  /** @param {string} id */
  function rectangle(id) {
    const el = document.createElement("div");
    const note = store.get("note", id);
    const at = /** @type {{x: number, y: number}} */ (scene.at(id));
    el.className = "note-rectangle";
    el.dataset.kind = note.kind;
    el.dataset.color = store.get("theme", note.theme)?.color;
    Object.assign(el.style, { left: `${at.x}px`, top: `${at.y}px` });
    return el;
  }

  /** @param {{x: number, y: number}} point world point under the pointer */
  function to(point) {
    if (held) by(point.x - held.from.x, point.y - held.from.y);
  }

  /** @param {number} dx @param {number} dy from where it began */
  function by(dx, dy) {
    if (!held) return;
    held.dx = dx;
    held.dy = dy;
    parts.hand.style.transform = `translate(${dx}px, ${dy}px)`;
    overview.carry(dx, dy);
    board.zones.aim(target());
    /** @type {Record<string, [number, number]>} */
    const drag = {};
    for (const id of held.ids.slice(-SENT)) {
      const at = scene.at(id);
      if (at) drag[id] = [Math.round(at.x + dx), Math.round(at.y + dy)];
    }
    sync.signal({ drag });
  }

  /** The theme under the pointer; by keys, under the middle of the note. */
  function target() {
    if (!held) return null;
    const at = scene.at(held.grabbed);
    if (held.keys && at) return scene.zoneUnder(at.x + held.dx + NOTE / 2, at.y + held.dy + NOTE / 2);
    return scene.zoneUnder(held.from.x + held.dx, held.from.y + held.dy);
  }

  /** Let go: one change for all. */
  function drop() {
    if (!held) return;
    const { ids, dx, dy } = held;
    const theme = target();
    const there = ids.filter((id) => scene.at(id) && store.get("note", id));
    const moves = Math.hypot(dx, dy) < 1 || !theme ? [] : landing(there, theme, dx, dy);
    finish();
    if (moves.length) {
      actions.moveNotes(moves);
      const title = store.get("theme", /** @type {string} */ (theme))?.title;
      board.say(t("canvas.moved", { count: moves.length, theme: title }));
    }
    board.settle(ids);
  }

  /** Where notes land: those of one theme stay together. @param {string[]} ids @param {string} theme @param {number} dx @param {number} dy */
  function landing(ids, theme, dx, dy) {
    const places = ids.map((id) => {
      const at = /** @type {{x: number, y: number}} */ (scene.at(id));
      return { id, x: at.x + dx, y: at.y + dy };
    });
    const one = new Set(ids.map((id) => store.get("note", id).theme)).size === 1;
    if (one) {
      const zone = /** @type {import('./grid.js').Rect} */ (scene.zone(theme));
      const left = Math.min(...places.map((place) => place.x)) - zone.x;
      const top = Math.min(...places.map((place) => place.y)) - zone.y;
      const shiftX = into(left, PAD / 2, zone.w - PAD),
        shiftY = into(top, HEAD - 4, zone.h - PAD);
      return places.map(({ id, x, y }) => ({
        id,
        theme,
        x: Math.round(x - zone.x + shiftX),
        y: Math.round(y - zone.y + shiftY),
      }));
    }
    return places.map(({ id, x, y }) => {
      const own = /** @type {string} */ (scene.zoneUnder(x + NOTE / 2, y + NOTE / 2));
      return { id, ...scene.settle(own, x, y) };
    });
  }

  function cancel() {
    if (!held) return;
    const { ids } = held;
    finish();
    board.settle(ids);
  }

  function finish() {
    held = null;
    parts.hand.classList.remove("full");
    const list = /** @type {any} */ (parts.notes);
    for (const el of [...parts.hand.children]) {
      if (!el.classList.contains("note")) el.remove();
      else if (list.moveBefore) list.moveBefore(el, parts.hand);
      else list.insertBefore(el, parts.hand);
    }
    parts.hand.style.transform = "";
    notes.lift(new Set());
    overview.lift(new Set());
    board.zones.aim(null);
    sync.signal({ drag: null });
  }

  /** Notes that went away while in the hand. @param {Iterable<string>} ids */
  function forget(ids) {
    if (!held) return;
    for (const id of ids) if (!store.get("note", id)) held.ids = held.ids.filter((other) => other !== id);
    if (!held.ids.includes(held.grabbed)) cancel();
  }

  return { start, to, by, drop, cancel, forget, held: () => held };
}

/** How far a value must go to lie between two bounds. @param {number} value @param {number} low @param {number} high */
function into(value, low, high) {
  return Math.max(low - value, Math.min(0, high - value));
}
