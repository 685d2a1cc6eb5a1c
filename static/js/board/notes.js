// Notes as flat DOM elements: only those near the view, a few new ones a frame, elements used again.

import { NOTE } from "../core/layout.js";
import { paintNote, buildNote } from "./note.js";

const A_FRAME = 24;
const MARGIN = 0.25;
const POOL = 400;
const WAITS = 1500;

/** @typedef {import('./note.js').NoteView} NoteView */
/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createNotes(board) {
  const { scene, camera, session, store } = board;
  const list = board.parts.notes;
  /** @type {Map<string, NoteView>} */
  const mounted = new Map();
  /** @type {NoteView[]} */
  const pool = [];
  /** @type {string[]} */
  let backlog = [];
  /** @type {import('./grid.js').Rect | null} */
  let region = null;
  /** @type {Set<string>} */
  let lifted = new Set();
  /** @type {Map<string, number>} since when a note waits for the server */
  const waiting = new Map();
  let chosen = new Set(session.selection.value);

  /** @param {string} id */
  const isPinned = (id) => id === session.focused.value || id === session.editing.value || lifted.has(id);

  /** Mount what came near, unmount what went away. @returns {boolean} whether more is to be mounted */
  function cull() {
    const view = camera.view();
    const stale =
      !region ||
      view.x < region.x ||
      view.y < region.y ||
      view.x + view.w > region.x + region.w ||
      view.y + view.h > region.y + region.h ||
      region.w > view.w * 3;
    if (stale) {
      region = {
        x: view.x - view.w * MARGIN,
        y: view.y - view.h * MARGIN,
        w: view.w * (1 + 2 * MARGIN),
        h: view.h * (1 + 2 * MARGIN),
      };
      survey();
      board.clusters.survey(region);
    }
    for (let count = 0; count < A_FRAME && backlog.length;) {
      const id = /** @type {string} */ (backlog.pop());
      if (!mounted.has(id) && scene.at(id)) {
        mount(id);
        count++;
      }
    }
    return backlog.length > 0;
  }

  /** Decide what belongs on the screen. */
  function survey() {
    const wanted = new Set(board.far() || !region ? [] : scene.grid.query(region));
    for (const id of mounted.keys()) if (!wanted.has(id) && !isPinned(id)) unmount(id);
    const view = camera.view();
    const cx = view.x + view.w / 2 - NOTE / 2,
      cy = view.y + view.h / 2 - NOTE / 2;
    const far = (/** @type {string} */ id) => {
      const at = /** @type {{x: number, y: number}} */ (scene.at(id));
      return (at.x - cx) ** 2 + (at.y - cy) ** 2;
    };
    backlog = [...wanted]
      .filter((id) => !mounted.has(id))
      .map((id) => ({ id, far: far(id) }))
      .sort((a, b) => b.far - a.far)
      .map((entry) => entry.id);
  }

  /** @param {string} id */
  function mount(id) {
    const note = store.get("note", id);
    if (!note) return null;
    const view = pool.pop() ?? buildNote(list);
    view.id = id;
    view.el.id = `note-${id}`;
    view.el.dataset.id = id;
    view.el.style.visibility = "";
    mounted.set(id, view);
    paint(id);
    return view;
  }

  /** @param {string} id */
  function unmount(id) {
    const view = mounted.get(id);
    if (!view) return;
    mounted.delete(id);
    if (document.activeElement === view.el) list.focus({ preventScroll: true });
    if (pool.length >= POOL) return view.el.remove();
    if (view.el.parentNode !== list) list.append(view.el);
    view.el.style.visibility = "hidden";
    view.el.removeAttribute("id");
    view.el.removeAttribute("aria-selected");
    view.el.className = "note";
    view.last.state = "note parked";
    view.el.tabIndex = -1;
    view.id = "";
    pool.push(view);
  }

  /** Bring one mounted note up to date. @param {string} id */
  function paint(id) {
    const view = mounted.get(id);
    if (!view) return;
    const note = store.get("note", id);
    const at = scene.at(id);
    if (!note || !at || !scene.isDrawn(id)) return unmount(id);
    paintNote(view, note, at, {
      board,
      selected: chosen.has(id),
      dimmed: !scene.shown(id) || board.links.dims(id),
      target: board.links.targets(id),
      pending: isLate(id),
      typing: session.typing.value.get(id),
      focused: session.focused.value === id,
      lifted: lifted.has(id),
      fresh: session.fresh.value.has(id),
    });
  }

  /** A note is shown as waiting only when the server takes long. @param {string} id */
  function isLate(id) {
    if (!store.isPending("note", id)) {
      waiting.delete(id);
      return false;
    }
    const now = performance.now();
    const since = waiting.get(id);
    if (since === undefined) {
      waiting.set(id, now);
      setTimeout(() => paint(id), WAITS + 20);
      return false;
    }
    return now - since >= WAITS;
  }

  /** Take over changed notes. @param {Iterable<string>} ids */
  function refresh(ids) {
    let news = false;
    for (const id of ids) {
      if (mounted.has(id)) paint(id);
      else if (scene.at(id)) news = true;
    }
    if (news && region) survey();
  }

  /** Again, when what hangs on notes has changed. */
  function repaint() {
    for (const id of [...mounted.keys()]) paint(id);
  }

  function repaintAll() {
    repaint();
    if (region) survey();
  }

  /** @type {(() => void)[]} */
  const offs = [session.fresh.subscribe(repaint)];
  offs.push(session.selection.subscribe((/** @type {Set<string>} */ next) => {
    const before = chosen;
    chosen = new Set(next);
    for (const id of before) if (!chosen.has(id)) paint(id);
    for (const id of chosen) if (!before.has(id)) paint(id);
  }));

  let focused = session.focused.value;
  offs.push(session.focused.subscribe((/** @type {string | null} */ next) => {
    const before = focused;
    focused = next;
    if (before) paint(before);
    if (next) paint(next);
    list.tabIndex = next && mounted.has(next) ? -1 : 0;
  }));

  let typed = session.typing.value;
  offs.push(session.typing.subscribe((/** @type {Map<string, Set<string>>} */ next) => {
    const ids = new Set([...typed.keys(), ...next.keys()]);
    typed = next;
    for (const id of ids) paint(id);
  }));

  return {
    cull,
    survey,
    refresh,
    repaint,
    repaintAll,
    mounted,
    paint,
    reset: () => {
      region = null;
    },
    /** The element of a note, mounted now if it was not. @param {string} id */
    need: (id) => mounted.get(id) ?? mount(id),
    busy: () => backlog.length > 0,
    /** Notes that a drag holds stay mounted. @param {Set<string>} ids */
    lift(ids) {
      const before = lifted;
      lifted = ids;
      for (const id of before) if (!ids.has(id)) paint(id);
      for (const id of ids) paint(id);
    },
    destroy: () => offs.forEach((off) => off()),
  };
}

/** @typedef {ReturnType<typeof createNotes>} Notes */
