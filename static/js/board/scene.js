// Where everything stands in the world: zones, notes, what the filter leaves, in which order one reads. No DOM.

import { GAP, HEAD, NOTE, PAD, freePlace, zoneAt, zones as layOut } from "../core/layout.js";
import { isFiltering, matches } from "../core/session.js";
import { createGrid } from "./grid.js";

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
  /** @type {Map<string, {theme: string, x: number, y: number}>} as last laid out */
  const known = new Map();
  /** @type {Map<string, number>} */
  let counts = new Map();
  /** @type {string[] | null} */
  let order = null;
  /** @type {((note: any) => boolean) | null} */
  let filter = null;

  /** A note's place in its zone; one that waits for the server's place stands on the free one meanwhile. @param {any} note */
  function localOf(note) {
    if (Number.isFinite(note.x) && Number.isFinite(note.y)) return { theme: note.theme, x: note.x, y: note.y };
    const old = known.get(note.id);
    if (old && old.theme === note.theme) return old;
    const others = store
      .all("note")
      .filter((/** @type {any} */ other) => other.theme === note.theme && Number.isFinite(other.x));
    return { theme: note.theme, ...freePlace(others) };
  }

  /**
   * Take over what changed. `moved` tells that zones have moved, so that everything stands elsewhere.
   * @param {Iterable<string>} ids dirty notes
   * @param {boolean} all whether themes changed or everything is new
   */
  function update(ids, all) {
    let geometry = all;
    const dirty = all ? store.all("note").map((/** @type {any} */ note) => note.id) : [...ids];
    if (all) for (const id of [...known.keys()]) if (!store.get("note", id)) dirty.push(id);
    const touched = [];
    for (const id of dirty) {
      const note = store.get("note", id);
      const old = known.get(id);
      if (!note) {
        if (old) {
          known.delete(id);
          grid.remove(id);
          geometry = true;
        }
        continue;
      }
      const at = localOf(note);
      if (!old || old.theme !== at.theme || old.x !== at.x || old.y !== at.y) {
        known.set(id, at);
        touched.push(id);
        geometry = true;
      }
    }
    if (!geometry) return { moved: false, shift: () => ({ x: 0, y: 0 }) };
    order = null;
    return relayout(touched, all);
  }

  /** @param {string[]} touched @param {boolean} all */
  function relayout(touched, all) {
    /** @type {Map<string, any[]>} */
    const byTheme = new Map();
    for (const at of known.values()) {
      const list = byTheme.get(at.theme);
      if (list) list.push(at);
      else byTheme.set(at.theme, [at]);
    }
    const before = zones;
    zones = layOut(store.themes(), byTheme);
    counts = new Map([...byTheme].map(([theme, list]) => [theme, list.length]));
    let moved = all || zones.size !== before.size;
    for (const [id, zone] of zones) {
      const old = before.get(id);
      if (!old || old.x !== zone.x || old.y !== zone.y) moved = true;
    }
    for (const id of moved ? known.keys() : touched) place(id);
    return {
      moved,
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
    if (at && zone) grid.put(id, zone.x + at.x, zone.y + at.y);
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
    filter = isFiltering(wish) ? (note) => matches(note, wish, me) : null;
    order = null;
  }

  /** Ids of the notes that the filter leaves: theme by theme, row by row. @returns {string[]} */
  function reading() {
    if (order) return order;
    const rank = new Map(
      store.themes().map((/** @type {any} */ theme, /** @type {number} */ index) => [theme.id, index]),
    );
    const band = (/** @type {{y: number}} */ at) => Math.round((at.y - HEAD) / (NOTE + GAP));
    order = [...known.keys()]
      .filter((id) => grid.at(id) && shown(id))
      .sort((a, b) => {
        const one = /** @type {any} */ (known.get(a)),
          two = /** @type {any} */ (known.get(b));
        return rank.get(one.theme) - rank.get(two.theme) || band(one) - band(two) || one.x - two.x || (a < b ? -1 : 1);
      });
    return order;
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
    filtered: () => filter !== null,
  };
}

/** @typedef {ReturnType<typeof createScene>} Scene */
