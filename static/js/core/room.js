// Where clusters go: beside what stays, never over a foreign note or frame. Pure numbers.
import { CLUSTER_HEAD, CLUSTER_PAD, GAP, HEAD, NOTE, PAD, around, columns, overlap, square, tidyGrid } from "./layout.js";
/** @typedef {import("./layout.js").Frame} Frame */
/** @typedef {import("./layout.js").Place} Place */
/** @typedef {import("./layout.js").Zone} Zone */

const PITCH = NOTE + GAP;
/** Notes stand together when the area around them is at most so many times the tidied one. */
const TOGETHER = 2.5;

/** What a theme holds besides some notes and clusters: areas that nothing may cover. @param {readonly Place[]} notes @param {readonly Zone[]} frames @returns {Zone[]} */
export function standing(notes, frames) {
  return [...frames, ...notes.map(square)];
}

/** @param {Zone} area @param {readonly Zone[]} taken */
export function isFree(area, taken) {
  return area.x >= 0 && area.y >= 0 && !taken.some((other) => overlap(area, other));
}

/**
 * The frame of a new cluster around notes where they stand, when they stand together and it covers nothing else.
 * @param {readonly Place[]} notes @param {readonly Zone[]} taken @returns {Zone | null}
 */
export function frameAround(notes, taken) {
  if (notes.length === 0) return null;
  const box = around(notes.map(square));
  const x = Math.max(PAD, box.x - CLUSTER_PAD);
  const y = Math.max(HEAD, box.y - CLUSTER_HEAD);
  const { w, h } = tidyGrid(notes.length);
  const frame = { x, y, w, h };
  const spread = (box.w * box.h) / (notes.length * PITCH * PITCH);
  return spread <= TOGETHER && isFree(around([frame, box]), taken) ? frame : null;
}

/**
 * Places for several frames one after the other, in rows, below everything that stays.
 * @param {readonly {w: number, h: number}[]} sizes @param {readonly Zone[]} taken @param {number} count of all notes in the theme
 * @returns {Zone[]}
 */
export function rowsBelow(sizes, taken, count) {
  const bottom = taken.reduce((most, area) => Math.max(most, area.y + area.h + GAP), HEAD);
  return inRows(sizes, onRow(bottom), count);
}

/** The same from a given height. @param {readonly {w: number, h: number}[]} sizes @param {number} top @param {number} count @returns {Zone[]} */
export function inRows(sizes, top, count) {
  const wide = PAD + columns(count) * PITCH;
  let [x, y, tallest] = [PAD, top, 0];
  return sizes.map(({ w, h }) => {
    if (x > PAD && x + w > wide + CLUSTER_PAD) [x, y, tallest] = [PAD, y + tallest + GAP, 0];
    const frame = { x, y, w, h };
    x += w + GAP;
    tallest = Math.max(tallest, h);
    return frame;
  });
}

/** The first row of cells at or below a height. @param {number} y */
function onRow(y) {
  return HEAD + Math.max(0, Math.ceil((y - HEAD) / PITCH)) * PITCH;
}

/** Cells of a cluster's frame that none of its notes stands on, row by row; more rows are added below. @param {Zone} frame @param {readonly Place[]} notes @param {number} count @returns {Place[]} */
export function cellsInside(frame, notes, count) {
  const wide = Math.max(1, Math.floor((frame.w - 2 * CLUSTER_PAD + GAP) / PITCH));
  /** @type {Place[]} */
  const free = [];
  for (let cell = 0; free.length < count; cell += 1) {
    const place = { x: frame.x + CLUSTER_PAD + (cell % wide) * PITCH, y: frame.y + CLUSTER_HEAD + Math.floor(cell / wide) * PITCH };
    if (!notes.some((note) => overlap(square(note), square(place)))) free.push(place);
  }
  return free;
}

/** A frame made large enough for these places. @param {Frame} frame @param {readonly Place[]} places @returns {Zone} */
export function grown(frame, places) {
  let { w, h } = frame;
  for (const place of places) {
    w = Math.max(w, place.x + NOTE + CLUSTER_PAD - frame.x);
    h = Math.max(h, place.y + NOTE + CLUSTER_PAD - frame.y);
  }
  return { x: frame.x, y: frame.y, w, h };
}

/** Moved by the way from one corner to another. @param {Place} place @param {Place} from @param {Place} to @returns {Place} */
export function shifted({ x, y }, from, to) {
  return { x: x + to.x - from.x, y: y + to.y - from.y };
}

