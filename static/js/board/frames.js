// Where clusters stand: their frames in the world, what lies under a point, where there is room. No DOM.

import { CLUSTER_HEAD, GAP, HEAD, NOTE, PAD, clusterFrame, overlap } from "../core/layout.js";

const STEP = 44;
const RINGS = 36;

/** @typedef {import('./grid.js').Rect} Rect */
/** @typedef {{x: number, y: number}} Place */

/** @param {{store: any, zone: (theme: string) => Rect | undefined, notesIn: (rect: Rect) => string[], local: (id: string) => any}} options */
export function createFrames({ store, zone, notesIn, local }) {
  /** Frames within their zones. @type {Map<string, Rect & {theme: string}>} */
  let locals = new Map();
  /** @type {Map<string, Rect>} */
  const worlds = new Map();

  /** Measure all frames anew. @returns {Map<string, Rect[]>} by theme */
  function measure() {
    locals = new Map();
    /** @type {Map<string, Rect[]>} */
    const byTheme = new Map();
    for (const cluster of store.all("cluster")) {
      const rect = clusterFrame(cluster, store.notesIn(cluster.id).filter((/** @type {any} */ note) => Number.isFinite(note.x)));
      locals.set(cluster.id, { ...rect, theme: cluster.theme });
      const list = byTheme.get(cluster.theme);
      if (list) list.push(rect);
      else byTheme.set(cluster.theme, [rect]);
    }
    return byTheme;
  }

  /** Put them into the world once zones are known. @returns {boolean} whether any moved */
  function place() {
    let moved = false;
    for (const id of [...worlds.keys()]) if (!locals.has(id)) moved = worlds.delete(id);
    for (const [id, rect] of locals) {
      const base = zone(rect.theme);
      if (!base) continue;
      const next = { x: base.x + rect.x, y: base.y + rect.y, w: rect.w, h: rect.h };
      const old = worlds.get(id);
      if (old && old.x === next.x && old.y === next.y && old.w === next.w && old.h === next.h) continue;
      worlds.set(id, next);
      moved = true;
    }
    return moved;
  }

  /** The cluster whose frame holds a world point; the smallest when several do. @param {number} x @param {number} y @param {string} [but] @returns {string | null} */
  function under(x, y, but) {
    let best = null;
    let least = Infinity;
    for (const [id, rect] of worlds) {
      if (id === but || x < rect.x || y < rect.y || x > rect.x + rect.w || y > rect.y + rect.h) continue;
      if (rect.w * rect.h < least) [best, least] = [id, rect.w * rect.h];
    }
    return best;
  }

  /** The cluster whose title is under a world point; of a collapsed one, all of it. @param {number} x @param {number} y @param {string} [but] */
  function headUnder(x, y, but) {
    const id = under(x, y, but);
    const rect = id && worlds.get(id);
    return rect && (y <= rect.y + CLUSTER_HEAD || store.get("cluster", id)?.collapsed) ? id : null;
  }

  /**
   * The place nearest to a wanted one at which a rectangle covers no foreign frame and, if asked, no note.
   * @param {string} theme @param {Rect} wish within the zone
   * @param {{clusters?: ReadonlySet<string>, notes?: ReadonlySet<string> | null}} skip what may be covered; notes null: all of them
   * @returns {Place}
   */
  function freeSpot(theme, wish, { clusters = new Set(), notes = null }) {
    const base = zone(theme);
    const frames = [...locals].filter(([id, rect]) => rect.theme === theme && !clusters.has(id)).map(([, rect]) => rect);
    const isFree = (/** @type {Place} */ at) => {
      const rect = { x: at.x, y: at.y, w: wish.w, h: wish.h };
      if (frames.some((frame) => overlap(frame, rect))) return false;
      if (!notes || !base) return true;
      return !notesIn({ ...rect, x: rect.x + base.x, y: rect.y + base.y }).some((id) => !notes.has(id) && local(id)?.theme === theme);
    };
    const start = { x: Math.max(PAD / 2, wish.x), y: Math.max(HEAD - 4, wish.y) };
    if (isFree(start)) return start;
    for (let ring = 1; ring <= RINGS; ring++) {
      let best = null;
      let least = Infinity;
      for (const [dx, dy] of around(ring)) {
        const at = { x: start.x + dx * STEP, y: start.y + dy * STEP };
        if (at.x < PAD / 2 || at.y < HEAD - 4 || !isFree(at)) continue;
        const far = dx * dx + dy * dy;
        if (far < least) [best, least] = [at, far];
      }
      if (best) return best;
    }
    const low = Math.max(HEAD, ...frames.map((frame) => frame.y + frame.h + GAP), ...store.notesOf(theme).map((/** @type {any} */ note) => (note.y ?? 0) + NOTE + GAP));
    return { x: start.x, y: low };
  }

  return {
    measure,
    place,
    under,
    headUnder,
    freeSpot,
    local: (/** @type {string} */ id) => locals.get(id),
    at: (/** @type {string} */ id) => worlds.get(id),
    all: () => worlds,
  };
}

/** The steps of a square ring. @param {number} ring @returns {[number, number][]} */
function around(ring) {
  /** @type {[number, number][]} */
  const steps = [];
  for (let i = -ring; i <= ring; i++) steps.push([i, -ring], [i, ring]);
  for (let i = 1 - ring; i < ring; i++) steps.push([-ring, i], [ring, i]);
  return steps;
}

/** @typedef {ReturnType<typeof createFrames>} Frames */
