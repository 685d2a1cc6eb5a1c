// What a short press means: choose, write, vote, open a title; and the menu of what lies under the pointer.
import { readNote } from "../core/reading.js";
import { flip, howToRead } from "../core/session.js";

/** How far a hand may tremble before a press is a drag. */
export const SLACK = { mouse: 4, pen: 6, touch: 9 };
const AGAIN = 380;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./gestures.js').Act} Act */
/** @typedef {import('./gestures.js').Finger} Finger */

/** The plus or minus of a vote, which reaches over the edge of its note, or the sign that turns to the original. @param {EventTarget | null} target */
export function voteUnder(target) {
  const press = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-vote]")) : null;
  const owner = press && /** @type {HTMLElement | null} */ (press.closest(".note, .board-cluster"));
  if (!press || !owner) return null;
  const vote = /** @type {'more' | 'less' | 'turn'} */ (press.dataset.vote);
  return { vote, note: owner.dataset.id ?? null, cluster: owner.dataset.cluster ?? null };
}

/** Shows a note's original, or its translation again, and says it. @param {Board} board @param {string | null} id */
export function turn(board, id) {
  const note = id && board.store.get("note", id);
  const read = () => readNote(note, board.store.translationsOf(note.id), howToRead());
  if (!note || !read().turns) return board.say(board.t("translation.none"));
  flip(note.id);
  board.say(read().text);
}

/** @param {Board} board */
export function createTaps(board) {
  const { camera, scene, session, select } = board;
  let last = { time: 0, sx: 0, sy: 0, note: /** @type {string | null} */ (null) };

  /** @param {Act} done @param {Finger} at */
  function tap(done, at) {
    const now = performance.now();
    const again =
      now - last.time < AGAIN &&
      last.note === (done.note ?? done.cluster) &&
      Math.hypot(at.sx - last.sx, at.sy - last.sy) < 3 * SLACK[at.type];
    last = { time: again ? 0 : now, sx: at.sx, sy: at.sy, note: done.note ?? done.cluster };
    const { note, cluster, vote } = done;
    if (vote === "turn") return turn(board, note);
    if (vote) return board.votes.change(vote, note ? "note" : "cluster", /** @type {string} */ (note ?? cluster));
    if (cluster) {
      if (again && !done.add) board.title.begin(cluster);
      else board.layer.focusCluster(cluster, { still: true });
      return;
    }
    if (!note) {
      session.cluster.value = null;
      if (!done.add) select.set([]);
      if (again) board.layer.addAt(camera.toWorld(at.sx, at.sy));
      return;
    }
    const sole = done.chosen && session.selection.value.size === 1;
    if (at.type === "mouse") {
      if (again && !done.add) board.layer.edit(note);
      else if (!done.add && done.chosen) select.set([note]);
    } else if (again || sole) board.layer.edit(note);
    else {
      select.set([note]);
      board.layer.focusNote(note, { still: true });
    }
  }

  /** @param {MouseEvent} event @param {Finger} at */
  function menu(event, at) {
    const { x, y } = camera.toWorld(at.sx, at.sy);
    const note = scene.hit(x, y);
    if (note && !session.selection.value.has(note)) select.set([note]);
    const cluster = note ? null : scene.frames.headUnder(x, y);
    if (note) board.layer.focusNote(note, { still: true });
    if (cluster) board.layer.focusCluster(cluster, { still: true });
    board.layer.menu(event.clientX, event.clientY, cluster ?? undefined);
  }

  return { tap, menu };
}
