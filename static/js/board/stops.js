// The order in which one reads a board, and which thing comes next in a direction. Pure; clusters' titles and notes alike.

import { CLUSTER_HEAD, GAP, HEAD, NOTE } from "../core/layout.js";

/** @typedef {{type: 'note' | 'cluster', id: string}} Stop */
/** @typedef {{id: string, theme: string, x: number, y: number, cluster?: string}} Standing */
/** @typedef {'left' | 'right' | 'up' | 'down'} Direction */
/** @typedef {{x1: number, x2: number, y: number}} Line where a thing is for the arrows: a note's middle, all of a title's */

const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** @param {{themes: string[], notes: Standing[], clusters: Standing[]}} board @returns {Stop[]} */
export function readingOrder({ themes, notes, clusters }) {
  const rank = new Map(themes.map((theme, index) => [theme, index]));
  const band = (/** @type {{y: number}} */ at) => Math.round((at.y - HEAD) / (NOTE + GAP));
  /** @param {Standing} a @param {Standing} b */
  const before = (a, b) =>
    (rank.get(a.theme) ?? 0) - (rank.get(b.theme) ?? 0) || band(a) - band(b) || a.x - b.x || (a.id < b.id ? -1 : 1);
  /** @type {Map<string, Standing[]>} */
  const inside = new Map(clusters.map((cluster) => [cluster.id, []]));
  const outside = notes.filter((note) => !(note.cluster && inside.get(note.cluster)?.push(note)));
  const rows = [...outside, ...clusters.map((cluster) => ({ ...cluster, isCluster: true }))].sort(before);
  return rows.flatMap((row) => {
    if (!("isCluster" in row)) return [/** @type {Stop} */ ({ type: "note", id: row.id })];
    const own = /** @type {Standing[]} */ (inside.get(row.id)).sort(before);
    return [/** @type {Stop} */ ({ type: "cluster", id: row.id }), ...own.map((note) => /** @type {Stop} */ ({ type: "note", id: note.id }))];
  });
}

/** @param {{x: number, y: number}} at a note's corner @returns {Line} */
export const noteLine = (at) => ({ x1: at.x + NOTE / 2, x2: at.x + NOTE / 2, y: at.y + NOTE / 2 });

/** @param {{x: number, y: number, w: number}} frame @returns {Line} */
export const titleLine = (frame) => ({ x1: frame.x + NOTE / 2, x2: Math.max(frame.x + NOTE / 2, frame.x + frame.w - NOTE / 2), y: frame.y + CLUSTER_HEAD / 2 });

/**
 * The nearest within 45° of a direction: way along it counts once, way across it twice.
 * @template T @param {Line} from @param {Direction} way @param {Iterable<{thing: T, line: Line}>} others @returns {T | null}
 */
export function towards(from, way, others) {
  const [wx, wy] = WAYS[way];
  let best = null;
  let least = Infinity;
  for (const { thing, line } of others) {
    const dx = line.x1 > from.x2 ? line.x1 - from.x2 : line.x2 < from.x1 ? line.x2 - from.x1 : 0;
    const dy = line.y - from.y;
    const along = dx * wx + dy * wy;
    const across = Math.abs(dx * wy) + Math.abs(dy * wx);
    if (along <= 0 || across > along) continue;
    const score = along + 2 * across;
    if (score < least) [best, least] = [thing, score];
  }
  return best;
}
