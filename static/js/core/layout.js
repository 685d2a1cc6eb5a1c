// Where notes, clusters and zones lie. Pure numbers; board/layout.py is the twin of freePlace (tests/vectors/layout.json).

export const NOTE = 160;
export const GAP = 16;
export const PAD = 20;
export const HEAD = 56;
export const ZONE_GAP = 40;
export const ZONE_LIMIT = 20000;
export const CLUSTER_PAD = 12;
export const CLUSTER_HEAD = 48;
export const CARD_WIDTH = 240;
export const CARD_HEIGHT = 88;

const PITCH = NOTE + GAP;
const MOST_CELLS = 400;

/** @typedef {{x: number, y: number}} Place */
/** @typedef {{x: number, y: number, w: number, h: number}} Zone */
/** @typedef {Zone & {collapsed?: boolean}} Frame  a cluster's own frame */

/** How many columns a theme of `n` notes is filled in. @param {number} n */
export function columns(n) {
  return Math.max(4, Math.ceil(Math.sqrt(1.5 * n)));
}

/** The first cell, row by row, that no note and no cluster covers. @param {readonly Place[]} notes @param {readonly Frame[]} [clusters] @returns {Place} */
export function freePlace(notes, clusters = []) {
  return freePlaces(notes, 1, clusters)[0];
}

/** Free places for `count` notes one after the other. @param {readonly Place[]} notes @param {number} count @param {readonly Frame[]} [clusters] */
export function freePlaces(notes, count, clusters = []) {
  const room = new Room(notes, clusters);
  return Array.from({ length: count }, () => room.next());
}

/** Which cells of a zone are covered, as notes come. */
export class Room {
  /** @param {readonly Place[]} notes @param {readonly Frame[]} clusters */
  constructor(notes, clusters) {
    this.count = 0;
    /** The columns that are covered, by row. @type {Map<number, Set<number>>} */
    this.covered = new Map();
    for (const note of notes) this.add(note);
    for (const cluster of clusters) this.cover(ownFrame(cluster));
  }

  /** @param {Place} note */
  add(note) {
    this.count += 1;
    this.cover(square(note));
  }

  /** The next free place, which is taken then. @returns {Place} */
  next() {
    const wide = columns(this.count + 1);
    let cell = 0;
    while (this.covered.get(Math.floor(cell / wide))?.has(cell % wide)) cell += 1;
    const place = { x: PAD + (cell % wide) * PITCH, y: HEAD + Math.floor(cell / wide) * PITCH };
    this.add(place);
    return place;
  }

  /** Whether a note there would share a cell with something. @param {Place} note */
  isTaken(note) {
    const [left, right, top, bottom] = cells(square(note));
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) if (this.covered.get(row)?.has(column)) return true;
    }
    return false;
  }

  /** @param {Zone} area */
  cover(area) {
    const [left, right, top, bottom] = cells(area);
    for (let row = top; row <= bottom && left <= right; row += 1) {
      let columns = this.covered.get(row);
      if (!columns) this.covered.set(row, (columns = new Set()));
      for (let column = left; column <= right; column += 1) columns.add(column);
    }
  }
}

/** First and last column and row of the cells that an area overlaps. @param {Zone} area @returns {[number, number, number, number]} */
function cells({ x, y, w, h }) {
  return [...span(x - PAD, w), ...span(y - HEAD, h)];
}

/** First and last cell along one axis that something of `size` at `offset` overlaps. @param {number} offset @param {number} size @returns {[number, number]} */
function span(offset, size) {
  return [Math.max(0, Math.floor((offset - NOTE) / PITCH) + 1), Math.min(Math.ceil((offset + size) / PITCH) - 1, MOST_CELLS)];
}

/** A cluster as it stands by itself; one that is collapsed is drawn as a card. @param {Frame} cluster @returns {Zone} */
export function ownFrame({ x, y, w, h, collapsed }) {
  return collapsed ? { x, y, w: Math.max(w, CARD_WIDTH), h: CARD_HEIGHT } : { x, y, w, h };
}

/** A cluster as it is drawn: large enough for its notes, with its head above them. @param {Frame} cluster @param {readonly Place[]} notes @returns {Zone} */
export function clusterFrame(cluster, notes) {
  const own = ownFrame(cluster);
  if (cluster.collapsed || notes.length === 0) return own;
  return around([own, ...notes.map(({ x, y }) => ({ x: x - CLUSTER_PAD, y: y - CLUSTER_HEAD, w: NOTE + 2 * CLUSTER_PAD, h: CLUSTER_HEAD + NOTE + CLUSTER_PAD }))]);
}

/** The smallest area that holds all of these. @param {readonly Zone[]} areas @returns {Zone} */
export function around(areas) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of areas) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** @param {Zone} a @param {Zone} b */
export function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The square of a note. @param {Place} note @returns {Zone} */
export function square({ x, y }) {
  return { x, y, w: NOTE, h: NOTE };
}

/**
 * A grid of `count` notes inside a cluster: their places from its corner, and the size of the frame around them.
 * @param {number} count @param {number} [width] of a frame that is there already
 * @returns {{places: Place[], w: number, h: number}}
 */
export function tidyGrid(count, width) {
  const fits = width === undefined ? Math.ceil(Math.sqrt(1.5 * count)) : Math.floor((width - 2 * CLUSTER_PAD + GAP) / PITCH);
  const wide = Math.max(1, fits);
  const places = Array.from({ length: count }, (_, i) => ({ x: CLUSTER_PAD + (i % wide) * PITCH, y: CLUSTER_HEAD + Math.floor(i / wide) * PITCH }));
  const across = width === undefined ? Math.max(2, Math.min(wide, count)) : wide;
  const down = Math.max(1, Math.ceil(count / wide));
  return { places, w: 2 * CLUSTER_PAD + across * PITCH - GAP, h: CLUSTER_HEAD + down * PITCH - GAP + CLUSTER_PAD };
}

/**
 * Every theme's zone in the world.
 * @param {readonly {id: string}[]} themes in their order
 * @param {Map<string, readonly Place[]>} notesByTheme
 * @param {Map<string, readonly Frame[]>} [clustersByTheme]
 * @returns {Map<string, Zone>}
 */
export function zones(themes, notesByTheme, clustersByTheme = new Map()) {
  const perRow = themes.length <= 3 ? themes.length : Math.ceil(themes.length / 2);
  const out = new Map();
  let y = 0;
  for (let start = 0; start < themes.length; start += perRow) {
    let x = 0;
    let tallest = 0;
    for (const theme of themes.slice(start, start + perRow)) {
      const { w, h } = zoneSize(notesByTheme.get(theme.id) ?? [], clustersByTheme.get(theme.id));
      out.set(theme.id, { x, y, w, h });
      x += w + ZONE_GAP;
      tallest = Math.max(tallest, h);
    }
    y += tallest + ZONE_GAP;
  }
  return out;
}

/** @param {readonly Place[]} notes @param {readonly Frame[]} [clusters] */
export function zoneSize(notes, clusters = []) {
  let w = PAD + 4 * PITCH - GAP + PAD;
  let h = HEAD + 2 * PITCH - GAP + PAD;
  for (const area of [...notes.map(square), ...clusters.map(ownFrame)]) {
    w = Math.max(w, area.x + area.w + PAD);
    h = Math.max(h, area.y + area.h + PAD);
  }
  return { w: Math.min(w, ZONE_LIMIT), h: Math.min(h, ZONE_LIMIT) };
}

/** The theme whose zone holds the point, else the nearest. @param {Map<string, Zone>} all @param {number} x @param {number} y */
export function zoneAt(all, x, y) {
  /** @type {string | null} */
  let best = null;
  let least = Infinity;
  for (const [id, zone] of all) {
    const dx = Math.max(zone.x - x, 0, x - (zone.x + zone.w));
    const dy = Math.max(zone.y - y, 0, y - (zone.y + zone.h));
    const far = dx * dx + dy * dy;
    if (far < least) [best, least] = [id, far];
  }
  return best;
}
