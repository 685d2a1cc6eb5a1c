// What others do right now: their pointers with names, the notes in their hands. Never stored, shown as it comes.

import { SIGNS } from "./zones.js";

const FORGET = 20000;
const GHOSTS = 60;
const CROWD = 30;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{el: HTMLElement, name: HTMLElement, at: number}} Guest */

/** @param {Board} board */
export function createCursors(board) {
  const { store, session, sync, parts, camera } = board;
  /** @type {Map<string, Guest>} */
  const guests = new Map();
  /** @type {Map<string, Map<string, HTMLElement>>} notes in the hand of a seat */
  const ghosts = new Map();

  /** @param {string} seat @returns {Guest} */
  function guest(seat) {
    let known = guests.get(seat);
    if (known) return known;
    const el = document.createElement("div");
    const arrow = document.createElement("span");
    const name = document.createElement("bdi");
    el.className = "guest";
    el.dataset.tone = String(tone(seat));
    arrow.className = "guest-arrow";
    name.className = "guest-name";
    el.append(arrow, name);
    known = { el, name, at: 0 };
    guests.set(seat, known);
    parts.guests.append(el);
    return known;
  }

  /** @param {Record<string, {cursor?: [number, number] | null, drag?: Record<string, [number, number]> | null}>} signals */
  function hear(signals) {
    for (const [seat, { cursor, drag }] of Object.entries(signals)) {
      if (seat === session.me.value) continue;
      if (cursor === null) dismiss(seat);
      else if (cursor) point(seat, cursor);
      if (drag !== undefined) carry(seat, drag ?? {});
    }
  }

  /** @param {string} seat @param {[number, number]} cursor */
  function point(seat, [x, y]) {
    const { el, name } = guest(seat);
    const words = store.get("seat", seat)?.name ?? "";
    if (name.textContent !== words) name.textContent = words;
    el.style.transform = `translate(${x}px, ${y}px) scale(var(--unscale))`;
    const known = /** @type {Guest} */ (guests.get(seat));
    known.at = Date.now();
  }

  /** @param {string} seat @param {Record<string, [number, number]>} drag */
  function carry(seat, drag) {
    let hand = ghosts.get(seat);
    if (!hand) ghosts.set(seat, (hand = new Map()));
    const ids = Object.keys(drag).slice(0, GHOSTS);
    for (const [id, el] of hand) {
      if (ids.includes(id)) continue;
      el.remove();
      hand.delete(id);
    }
    for (const id of ids) {
      const note = store.get("note", id);
      const frame = note ? undefined : board.scene.frames.at(id);
      const cluster = frame && store.get("cluster", id);
      if (!note && !cluster) continue;
      let el = hand.get(id);
      if (!el) {
        el = document.createElement("div");
        el.className = cluster ? "ghost ghost-cluster" : "ghost";
        el.dir = "auto";
        el.textContent = (note?.text ?? cluster.title).slice(0, 90);
        if (frame) Object.assign(el.style, { width: `${frame.w}px`, height: `${frame.h}px` });
        if (note) el.dataset.kind = note.kind;
        el.dataset.color = store.get("theme", (note ?? cluster).theme)?.color;
        el.dataset.tone = String(tone(seat));
        hand.set(id, el);
        parts.guests.append(el);
      }
      el.style.transform = `translate(${drag[id][0]}px, ${drag[id][1]}px)`;
    }
    if (!hand.size) ghosts.delete(seat);
  }

  /** @param {string} seat */
  function dismiss(seat) {
    guests.get(seat)?.el.remove();
    guests.delete(seat);
  }

  /** @param {Set<string>} here */
  function keep(here) {
    for (const seat of [...guests.keys()]) if (!here.has(seat)) dismiss(seat);
    for (const seat of [...ghosts.keys()]) if (!here.has(seat)) carry(seat, {});
  }

  const sweep = setInterval(() => {
    for (const [seat, { at }] of guests) if (Date.now() - at > FORGET) dismiss(seat);
  }, 5000);

  /** My own pointer; in a crowd only facilitators are seen. @param {{x: number, y: number} | null} point */
  function mine(point) {
    const alone = session.people.value.size < 2;
    const crowd = session.people.value.size > CROWD && session.role.value !== "facilitator";
    if (alone || crowd || board.drag.held()?.keys) return;
    sync.signal({ cursor: point && [Math.round(point.x), Math.round(point.y)] });
  }

  const offSignals = sync.on("signals", hear);
  const offPeople = session.people.subscribe(keep);

  return {
    mine,
    /** Names keep their size; while the camera zooms nothing may lag behind. @param {boolean} zooming */
    rescale(zooming) {
      parts.guests.style.setProperty("--unscale", (1 / camera.z).toFixed(4));
      parts.guests.classList.toggle("zooming", zooming);
    },
    destroy() {
      clearInterval(sweep);
      offSignals();
      offPeople();
    },
  };
}

/** One of as many tones as there are signs, the same for a seat on every screen. @param {string} seat */
export function tone(seat) {
  let sum = 0;
  for (const char of seat) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return sum % Object.keys(SIGNS).length;
}
