// Where everything stands in the world: zones, clusters, notes, what the filter leaves, in which order one reads. No DOM.

import { GAP, HEAD, PAD, NOTE, freePlace, zoneAt, zones as layOut } from "../core/layout.js";
import { isFiltering, matches } from "../core/session.js";
import { createFrames } from "./frames.js";
import { createGrid } from "./grid.js";
import { readingOrder } from "./stops.js";

/** @typedef {import('./grid.js').Rect} Rect */

/**
 * @param {object} options
 * @param {any} options.store
 * @param {any} options.session
 */
export function createScene({ store, session }) {
  const grid = createGrid(NOTE);
  /** @type {Map<string, Rect>} */
  let zones = new Map();
  /** As last laid out; of those that are not drawn a cluster or another note stands for them. @type {Map<string, {theme: string, x: number, y: number, drawn: boolean, root: string}>} */
  const known = new Map();
  const frames = createFrames({ store, zone: (theme) => zones.get(theme), notesIn: (rect) => grid.query(rect), local: (id) => known.get(id) });
  /** @type {Map<string, number>} */
  let counts = new Map();
  /** @type {import('./stops.js').Stop[] | null} */
  let order = null;
  /** @type {((note: any) => boolean) | null} */
  let filter = null;

  /** A note's place in its zone; one that waits for the server's place stands on the free one meanwhile. @param {any} note */
  function localOf(note) {
    const drawn = isDrawn(note);
    const root = note.merged_into || "";
    if (Number.isFinite(note.x) && Number.isFinite(note.y)) return { theme: note.theme, x: note.x, y: note.y, drawn, root };
    const old = known.get(note.id);
    if (old && old.theme === note.theme) return { ...old, drawn, root };
    const others = store
      .all("note")
      .filter((/** @type {any} */ other) => other.theme === note.theme && Number.isFinite(other.x));
    return { theme: note.theme, ...freePlace(others, store.clustersOf(note.theme)), drawn, root };
  }

  /** Not when it is merged into another note or its cluster is collapsed. @param {any} note */
  function isDrawn(note) {
    if (note.merged_into && store.get("note", note.merged_into)) return false;
    return !(note.cluster && store.get("cluster", note.cluster)?.collapsed);
  }

  /** Notes that are drawn or not because of what became of clusters and of notes they are merged into. @param {Iterable<string>} ids @param {Set<string>} clusters */
  function dependants(ids, clusters) {
    const more = [];
    for (const id of ids) for (const note of store.mergedInto(id)) more.push(note.id);
    if (clusters.size) {
      for (const id of known.keys()) {
        const note = store.get("note", id);
        if (note?.cluster && clusters.has(note.cluster)) more.push(id);
      }
    }
    return more;
  }

  /**
   * Take over what changed. `moved` tells that zones have moved, so that everything stands elsewhere.
   * @param {Iterable<string>} ids dirty notes
   * @param {boolean} all whether themes changed or everything is new
   * @param {Iterable<string>} [clusters] dirty clusters
   */
  function update(ids, all, clusters = []) {
    const framed = new Set(clusters);
    let geometry = all || framed.size > 0;
    const given = [...ids];
    const dirty = all ? store.all("note").map((/** @type {any} */ note) => note.id) : [...given, ...dependants(given, framed)];
    if (all) for (const id of [...known.keys()]) if (!store.get("note", id)) dirty.push(id);
    const touched = [];
    for (const id of dirty) {
      const note = store.get("note", id);
      const old = known.get(id);
      if (!note) {
        if (old) {
          if (old.root) touched.push(old.root);
          known.delete(id);
          grid.remove(id);
          geometry = true;
        }
        continue;
      }
      const at = localOf(note);
      if (!old || old.theme !== at.theme || old.x !== at.x || old.y !== at.y || old.drawn !== at.drawn || old.root !== at.root) {
        known.set(id, at);
        // What a note is merged into shows how many it stands for.
        touched.push(...[old?.root, at.root].filter((root) => root && root !== id).map(String));
        touched.push(id);
        geometry = true;
      }
    }
    if (!geometry) {
      if (given.length) order = null;
      return { moved: false, touched, shift: () => ({ x: 0, y: 0 }) };
    }
    order = null;
    return relayout(touched, all);
  }

  /** @param {string[]} touched @param {boolean} all */
  function relayout(touched, all) {
    /** @type {Map<string, any[]>} */
    const byTheme = new Map();
    counts = new Map();
    for (const [id, at] of known) {
      if (!at.drawn && store.get("note", id)?.merged_into) continue;
      counts.set(at.theme, (counts.get(at.theme) ?? 0) + 1);
      if (!at.drawn) continue;
      const list = byTheme.get(at.theme);
      if (list) list.push(at);
      else byTheme.set(at.theme, [at]);
    }
    const before = zones;
    zones = layOut(store.themes(), byTheme, frames.measure());
    frames.place();
    let moved = all || zones.size !== before.size;
    for (const [id, zone] of zones) {
      const old = before.get(id);
      if (!old || old.x !== zone.x || old.y !== zone.y) moved = true;
    }
    for (const id of moved ? known.keys() : touched) place(id);
    return {
      moved,
      touched,
      /** How far the zone under a point has moved: the camera goes with it. @param {number} x @param {number} y */
      shift(x, y) {
        const id = before.size ? zoneAt(before, x, y) : null;
        const was = id && before.get(id),
          is = id && zones.get(id);
        return was && is ? { x: is.x - was.x, y: is.y - was.y } : { x: 0, y: 0 };
      },
    };
  }

  /** @param {string} id */
  function place(id) {
    const at = known.get(id);
    const zone = at && zones.get(at.theme);
    if (at?.drawn && zone) grid.put(id, zone.x + at.x, zone.y + at.y);
    else grid.remove(id);
  }

  /** Topmost note under a world point. @param {number} x @param {number} y @returns {string | null} */
  function hit(x, y) {
    let best = null;
    for (const id of grid.query({ x, y, w: 0.01, h: 0.01 })) {
      if (!shown(id)) continue;
      const note = store.get("note", id);
      if (!best || note.z > best.z || (note.z === best.z && note.id > best.id)) best = note;
    }
    return best && best.id;
  }

  /** Whether the filter leaves a note. @param {string} id */
  function shown(id) {
    const note = store.get("note", id);
    return !!note && (!filter || filter(note));
  }

  function readFilter() {
    const wish = session.filter.value;
    const me = session.me.value;
    filter = isFiltering(wish) ? (note) => matches(note, wish, me, store) : null;
    order = null;
  }

  /** Whether the filter leaves anything of a cluster. @param {string} id */
  function clusterShown(id) {
    if (!filter) return true;
    return store.notesIn(id).some((/** @type {any} */ note) => shown(note.id));
  }

  /** What one walks through by keys: theme by theme, row by row, each cluster's title before its notes. @returns {import('./stops.js').Stop[]} */
  function stops() {
    order ??= readingOrder({
      themes: store.themes().map((/** @type {any} */ theme) => theme.id),
      notes: [...known.keys()].filter((id) => grid.at(id) && shown(id)).map((id) => {
        const note = store.get("note", id);
        return { id, .../** @type {any} */ (known.get(id)), cluster: store.get("cluster", note.cluster) ? note.cluster : "" };
      }),
      clusters: store.all("cluster").filter((/** @type {any} */ one) => frames.at(one.id) && clusterShown(one.id)).map((/** @type {any} */ one) => ({ id: one.id, .../** @type {any} */ (frames.local(one.id)) })),
    });
    return order;
  }

  /** Ids of the notes that the filter leaves, in the same order. @returns {string[]} */
  function reading() {
    return stops().filter((stop) => stop.type === "note").map((stop) => stop.id);
  }

  /** All zones together, with a little air. @returns {Rect} */
  function bounds() {
    let left = Infinity,
      top = Infinity,
      right = -Infinity,
      bottom = -Infinity;
    for (const zone of zones.values()) {
      left = Math.min(left, zone.x);
      top = Math.min(top, zone.y);
      right = Math.max(right, zone.x + zone.w);
      bottom = Math.max(bottom, zone.y + zone.h);
    }
    if (left === Infinity) return { x: 0, y: 0, w: 800, h: 600 };
    return { x: left - 20, y: top - 20, w: right - left + 40, h: bottom - top + 40 };
  }

  /**
   * The place in a zone for a note dropped at a world point: under the heading, at most one column or row outside.
   * @param {string} theme @param {number} x @param {number} y
   */
  function settle(theme, x, y) {
    const zone = zones.get(theme);
    if (!zone) return { theme, x: PAD, y: HEAD };
    return {
      theme,
      x: Math.round(Math.min(Math.max(x - zone.x, PAD / 2), zone.w - PAD + GAP)),
      y: Math.round(Math.min(Math.max(y - zone.y, HEAD - 4), zone.h - PAD + GAP)),
    };
  }

  return {
    grid,
    frames,
    clusterShown,
    stops,
    update,
    hit,
    shown,
    readFilter,
    reading,
    bounds,
    settle,
    at: grid.at,
    local: (/** @type {string} */ id) => known.get(id),
    zones: () => zones,
    zone: (/** @type {string} */ id) => zones.get(id),
    zoneUnder: (/** @type {number} */ x, /** @type {number} */ y) => (zones.size ? zoneAt(zones, x, y) : null),
    count: (/** @type {string} */ theme) => counts.get(theme) ?? 0,
    isDrawn: (/** @type {string} */ id) => known.get(id)?.drawn ?? false,
    filtered: () => filter !== null,
  };
}

/** @typedef {ReturnType<typeof createScene>} Scene */
