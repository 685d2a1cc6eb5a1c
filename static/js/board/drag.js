// Moving notes or a cluster in the hand, by pointer or by keys: one transform while it lasts. Where they land is in landing.js.

import { CLUSTER_HEAD, NOTE } from "../core/layout.js";
import { createGuides } from "./guides.js";
import { createLanding } from "./landing.js";

const SENT = 40;
const REAL = 160;

/** @typedef {import('./types.js').Board} Board */
/**
 * @typedef {object} Held
 * @property {string[]} ids notes
 * @property {string} grabbed the note or cluster that the hand holds
 * @property {string | null} cluster the cluster that is moved with its notes
 * @property {{x: number, y: number}} from world point
 * @property {number} dx
 * @property {number} dy
 * @property {boolean} keys
 */

/** @param {Board} board */
export function createDrag(board) {
  const { scene, store, sync, actions, notes, overview, parts } = board;
  const landing = createLanding(board);
  const guides = createGuides(board);
  /** @type {Held | null} */
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
    return take(ids, { grabbed, cluster: null, from, keys });
  }

  /** Take a cluster up with its notes. @param {string} id @param {{x: number, y: number}} from world point @param {{keys?: boolean}} [how] */
  function startCluster(id, from, { keys = false } = {}) {
    cancel();
    if (!scene.frames.at(id) || !actions.may("group", store.get("cluster", id))) return false;
    const ids = store.notesIn(id).map((/** @type {any} */ note) => note.id).filter(scene.at);
    return take(ids, { grabbed: id, cluster: id, from, keys });
  }

  /** @param {string[]} ids @param {{grabbed: string, cluster: string | null, from: {x: number, y: number}, keys: boolean}} how */
  function take(ids, how) {
    ids.sort((a, b) => store.get("note", a).z - store.get("note", b).z);
    held = { ids, ...how, dx: 0, dy: 0 };
    const focus = document.activeElement;
    if (how.cluster) {
      board.clusters.lift(how.cluster);
      const view = board.clusters.need(how.cluster);
      if (view) carry(view.el);
    }
    notes.lift(new Set(ids));
    const far = board.far();
    for (const id of ids) {
      const view = notes.mounted.get(id) ?? (!far && ids.length <= REAL ? notes.need(id) : null);
      if (view) carry(view.el);
      else if (!far) parts.hand.append(rectangle(id));
    }
    overview.lift(new Set(ids), how.cluster);
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

  /** @param {{x: number, y: number}} point world point under the pointer @param {boolean} [free] without lining up with neighbours */
  function to(point, free = false) {
    if (!held) return;
    const dx = point.x - held.from.x,
      dy = point.y - held.from.y;
    const aside = free ? guides.clear() : guides.align(held, dx, dy);
    by(dx + aside.dx, dy + aside.dy);
  }

  /** @param {number} dx @param {number} dy from where it began */
  function by(dx, dy) {
    if (!held) return;
    held.dx = dx;
    held.dy = dy;
    parts.hand.style.transform = `translate(${dx}px, ${dy}px)`;
    overview.carry(dx, dy);
    aim();
    board.links.spoil();
    /** @type {Record<string, [number, number]>} */
    const drag = {};
    const frame = held.cluster && scene.frames.at(held.cluster);
    if (held.cluster && frame) drag[held.cluster] = [Math.round(frame.x + dx), Math.round(frame.y + dy)];
    for (const id of held.ids.slice(-SENT)) {
      const at = scene.at(id);
      if (at) drag[id] = [Math.round(at.x + dx), Math.round(at.y + dy)];
    }
    sync.signal({ drag });
  }

  /** @type {string | null} what was last said to be under the hand */
  let said = null;

  /** Show what would take what the hand holds; by keys, say it when it changes. */
  function aim() {
    if (!held) return;
    const point = tip();
    const target = landing.target(held, point);
    board.zones.aim(target.cluster && !held.cluster ? null : target.theme);
    board.clusters.aim(target.cluster);
    const name = target.cluster ?? target.theme;
    if (held.keys && said !== null && name !== said) board.say(landing.words(target));
    said = name;
  }

  /** The point that decides: under the pointer; by keys, the middle of the note or of the title. */
  function tip() {
    const { grabbed, cluster, keys, from, dx, dy } = /** @type {Held} */ (held);
    const at = cluster ? scene.frames.at(cluster) : scene.at(grabbed);
    if (!keys || !at) return { x: from.x + dx, y: from.y + dy };
    return { x: at.x + dx + NOTE / 2, y: at.y + dy + (cluster ? CLUSTER_HEAD / 2 : NOTE / 2) };
  }

  /** Let go: one change for all. */
  function drop() {
    if (!held) return;
    const hand = held;
    const point = tip();
    const target = landing.target(hand, point);
    finish();
    if (Math.hypot(hand.dx, hand.dy) >= 1 && target.theme) landing.drop(hand, target, point);
    settle(hand);
  }

  /** @param {Held} hand */
  function settle(hand) {
    board.settle(hand.ids, hand.cluster ? [hand.cluster] : []);
  }

  function cancel() {
    if (!held) return;
    const hand = held;
    finish();
    settle(hand);
  }

  function finish() {
    held = null;
    said = null;
    guides.clear();
    parts.hand.classList.remove("full");
    const list = /** @type {any} */ (parts.notes);
    for (const el of [...parts.hand.children]) {
      if (!el.classList.contains("note") && !el.classList.contains("board-cluster")) el.remove();
      else if (list.moveBefore) list.moveBefore(el, parts.hand);
      else list.insertBefore(el, parts.hand);
    }
    parts.hand.style.transform = "";
    notes.lift(new Set());
    overview.lift(new Set());
    board.clusters.lift(null);
    board.clusters.aim(null);
    board.zones.aim(null);
    board.links.spoil();
    sync.signal({ drag: null });
  }

  /** What went away while in the hand. @param {Iterable<string>} ids notes */
  function forget(ids) {
    if (!held) return;
    for (const id of ids) if (!scene.at(id)) held.ids = held.ids.filter((other) => other !== id);
    if (held.cluster ? !scene.frames.at(held.cluster) : !held.ids.includes(held.grabbed)) cancel();
  }

  return { start, startCluster, to, by, drop, cancel, forget, held: () => held };
}
