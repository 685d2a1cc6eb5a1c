// Where notes and zones lie. Pure numbers; board/layout.py is the twin of freePlace (tests/vectors/layout.json).

export const NOTE = 160;
export const GAP = 16;
export const PAD = 20;
export const HEAD = 56;
export const ZONE_GAP = 40;
export const ZONE_LIMIT = 20000;

const PITCH = NOTE + GAP;

/** @typedef {{x: number, y: number}} Place */
/** @typedef {{x: number, y: number, w: number, h: number}} Zone */

/** How many columns a theme of `n` notes is filled in. @param {number} n */
export function columns(n) {
  return Math.max(4, Math.ceil(Math.sqrt(1.5 * n)));
}

/** The first cell, row by row, that no note overlaps. @param {readonly Place[]} notes @returns {Place} */
export function freePlace(notes) {
  const wide = columns(notes.length + 1);
  const taken = takenCells(notes, wide);
  let cell = 0;
  while (taken.has(cell)) cell += 1;
  return placeOf(cell, wide);
}

/** Free places for `count` notes one after the other. @param {readonly Place[]} notes @param {number} count */
export function freePlaces(notes, count) {
  const all = [...notes];
  const places = [];
  for (let i = 0; i < count; i += 1) {
    const place = freePlace(all);
    all.push(place);
    places.push(place);
  }
  return places;
}

/** @param {number} cell @param {number} wide @returns {Place} */
function placeOf(cell, wide) {
  return { x: PAD + (cell % wide) * PITCH, y: HEAD + Math.floor(cell / wide) * PITCH };
}

/** @param {readonly Place[]} notes @param {number} wide */
function takenCells(notes, wide) {
  const taken = new Set();
  for (const { x, y } of notes) {
    for (const column of overlapped(x, PAD)) {
      if (column >= wide) continue;
      for (const row of overlapped(y, HEAD)) taken.add(row * wide + column);
    }
  }
  return taken;
}

/** Cells along one axis that a note at `at` overlaps. @param {number} at @param {number} start */
function overlapped(at, start) {
  const middle = Math.round((at - start) / PITCH);
  const cells = [];
  for (let cell = middle - 1; cell <= middle + 1; cell += 1) {
    if (cell >= 0 && Math.abs(at - (start + cell * PITCH)) < NOTE) cells.push(cell);
  }
  return cells;
}

/**
 * Every theme's zone in the world.
 * @param {readonly {id: string}[]} themes in their order
 * @param {Map<string, readonly Place[]>} notesByTheme
 * @returns {Map<string, Zone>}
 */
export function zones(themes, notesByTheme) {
  const perRow = themes.length <= 3 ? themes.length : Math.ceil(themes.length / 2);
  const out = new Map();
  let y = 0;
  for (let start = 0; start < themes.length; start += perRow) {
    let x = 0;
    let tallest = 0;
    for (const theme of themes.slice(start, start + perRow)) {
      const { w, h } = zoneSize(notesByTheme.get(theme.id) ?? []);
      out.set(theme.id, { x, y, w, h });
      x += w + ZONE_GAP;
      tallest = Math.max(tallest, h);
    }
    y += tallest + ZONE_GAP;
  }
  return out;
}

/** @param {readonly Place[]} notes */
export function zoneSize(notes) {
  let w = PAD + 4 * PITCH - GAP + PAD;
  let h = HEAD + 2 * PITCH - GAP + PAD;
  for (const note of notes) {
    w = Math.max(w, note.x + NOTE + PAD);
    h = Math.max(h, note.y + NOTE + PAD);
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
