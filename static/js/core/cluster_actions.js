// Verbs on clusters: made, filled, tidied, moved, merged, split, dissolved. A frame never covers a foreign note or frame: what
// does not fit where it is goes below everything else.
import { NOTES_A_CHANGE } from "./acts.js";
import { HEAD, clusterFrame, freePlaces, tidyGrid } from "./layout.js";
import { cellsInside, frameAround, grown, inRows, isFree, rowsBelow, shifted, standing } from "./room.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./layout.js").Zone} Zone */
/** @typedef {{theme: string, title?: string, notes: readonly string[], frame?: Zone}} Wanted  `frame`: of one that begins empty */

/** @param {import("./acts.js").Acts} acts */
export function clusterActions({ store, newId, change, setting, placing, set, gesture, notes }) {
  /** As drawn. @param {Rec} cluster @returns {Zone} */
  const drawn = (cluster) => clusterFrame(/** @type {any} */ (cluster), /** @type {any} */ (store.notesIn(cluster.id)));

  /** What stays in a theme when these notes and clusters are looked away from. @param {string} theme @param {ReadonlySet<string>} away */
  const staying = (theme, away) => {
    const frames = store.clustersOf(theme).filter((cluster) => !away.has(cluster.id)).map(drawn);
    return standing(/** @type {any} */ (store.notesOf(theme).filter((note) => !away.has(note.id) && !away.has(note.cluster))), frames);
  };

  /** @param {string} theme @param {number} [more] */
  const countIn = (theme, more = 0) => store.notesOf(theme).length + more;

  /** Notes in reading order. @param {readonly string[]} ids */
  const reading = (ids) => notes(ids).sort((a, b) => a.y - b.y || a.x - b.x);

  /** Steps that arrange notes in a frame. @param {readonly Rec[]} inside @param {{x: number, y: number}} frame @param {Record<string, any>} fields @param {number} [width] @returns {Step[]} */
  const arranged = (inside, frame, fields, width) => {
    const { places } = tidyGrid(inside.length, width);
    return inside.flatMap((note, i) => placing(note, { ...fields, x: frame.x + places[i].x, y: frame.y + places[i].y }));
  };

  /** New clusters of one theme, placed one after the other. @param {readonly Wanted[]} wanted @returns {{ids: string[], steps: Step[]}} */
  const made = (wanted) => {
    const { theme } = wanted[0];
    const away = new Set(wanted.flatMap((each) => [...each.notes]));
    const taken = staying(theme, away);
    const groups = wanted.map((each) => reading(each.notes).filter((note) => !note.private && !note.hidden));
    const sizes = groups.map((group) => tidyGrid(group.length));
    const here = groups.length === 1 && groups[0].every((note) => note.theme === theme) ? frameAround(/** @type {any} */ (groups[0]), taken) : null;
    const drawnBy = groups.length === 1 && groups[0].length === 0 ? wanted[0].frame : undefined;
    const frames = drawnBy ? [drawnBy] : here ? [here] : rowsBelow(sizes, taken, countIn(theme));
    const ids = wanted.map(() => newId());
    const steps = wanted.flatMap(({ title = "" }, i) => [
      ["add", "cluster", { id: ids[i], theme, title, ...frames[i] }],
      ...arranged(groups[i], frames[i], { theme, cluster: ids[i] }),
    ]);
    return { ids, steps };
  };

  /** @param {Rec} cluster @param {{x: number, y: number, theme?: string}} to @returns {Step[]} */
  const moved = (cluster, to) => [
    setting("cluster", cluster.id, { x: to.x, y: to.y, theme: to.theme }),
    ...store.notesIn(cluster.id).map((note) => setting("note", note.id, shifted(/** @type {any} */ (note), /** @type {any} */ (cluster), to))),
  ];

  /** Where a frame of this size goes: where it is, else below everything. @param {Rec} cluster @param {Zone} frame @param {ReadonlySet<string>} away */
  const fitted = (cluster, frame, away) => {
    const taken = staying(cluster.theme, away);
    return isFree({ ...frame, x: Math.max(0, frame.x), y: Math.max(0, frame.y) }, taken) ? frame : rowsBelow([frame], taken, countIn(cluster.theme))[0];
  };

  /** @param {readonly string[]} ids @param {string} clusterId @param {readonly string[]} [going] clusters that are in nobody's way */
  const putInCluster = (ids, clusterId, going = []) => {
    const cluster = store.get("cluster", clusterId);
    if (!cluster) return;
    const inside = store.notesIn(clusterId);
    const coming = reading(ids).filter((note) => note.cluster !== clusterId && !note.private && !note.hidden);
    if (coming.length === 0) return;
    const own = /** @type {any} */ ({ ...cluster, collapsed: false });
    const full = clusterFrame(own, /** @type {any} */ (inside));
    const places = cellsInside(/** @type {any} */ (cluster), /** @type {any} */ (inside), coming.length);
    const frame = grown(/** @type {any} */ (full), places);
    const away = new Set([clusterId, ...going, ...inside.map((note) => note.id), ...coming.map((note) => note.id)]);
    const grows = frame.w > full.w || frame.h > full.h;
    const to = grows && !cluster.collapsed ? fitted(cluster, frame, away) : frame;
    const corner = shifted(/** @type {any} */ (cluster), frame, to);
    change([
      ...(to === frame ? [] : moved(cluster, corner)),
      setting("cluster", clusterId, { ...corner, w: Math.max(cluster.w, frame.x + frame.w - cluster.x), h: Math.max(cluster.h, frame.y + frame.h - cluster.y) }),
      ...coming.flatMap((note, i) => placing(note, { theme: cluster.theme, cluster: clusterId, ...shifted(places[i], frame, to) })),
    ]);
  };

  /** Steps that tidy one cluster, at a corner. @param {Rec} cluster @param {Zone} frame @returns {Step[]} */
  const tidied = (cluster, frame) => [
    setting("cluster", cluster.id, { x: frame.x, y: frame.y, w: frame.w, h: frame.h }),
    ...arranged(reading(store.notesIn(cluster.id).map((note) => note.id)), frame, {}),
  ];

  return {
    /** Frames notes where they stand together, else below the rest, and tidies them. @param {Wanted} wanted @returns {string} its id */
    addCluster(wanted) {
      const { ids, steps } = made([wanted]);
      change(steps, 4 * NOTES_A_CHANGE);
      return ids[0];
    },

    /** Several at once: one entry of undo. @param {readonly Wanted[]} suggestions @returns {string[]} ids */
    acceptSuggestions(suggestions) {
      const themes = [...new Set(suggestions.map(({ theme }) => theme))];
      const all = themes.map((theme) => made(suggestions.filter((each) => each.theme === theme)));
      gesture(() => all.forEach(({ steps }) => change(steps, 4 * NOTES_A_CHANGE)));
      const ids = new Map(themes.map((theme, i) => [theme, [...all[i].ids]]));
      return suggestions.map(({ theme }) => /** @type {string} */ (ids.get(theme)?.shift()));
    },

    /** @param {string} id @param {Record<string, any>} fields */
    setCluster: (id, fields) => set("cluster", id, fields),

    /** Its notes go along. @param {string} id @param {{theme?: string, x: number, y: number}} to */
    moveCluster(id, to) {
      const cluster = store.get("cluster", id);
      if (cluster) change(moved(cluster, to));
    },

    putInCluster,

    /** To free places of their theme. @param {readonly string[]} ids */
    takeOut(ids) {
      const out = notes(ids).filter((note) => note.cluster);
      const themes = new Set(out.map((note) => note.theme));
      change([...themes].flatMap((theme) => {
        const going = out.filter((note) => note.theme === theme);
        const others = store.notesOf(theme).filter((note) => !going.includes(note));
        const places = freePlaces(/** @type {any} */ (others), going.length, store.clustersOf(theme).map(drawn));
        return going.map((note, i) => setting("note", note.id, { cluster: "", ...places[i] }));
      }));
    },

    /** @param {string} id */
    tidyCluster(id) {
      const cluster = store.get("cluster", id);
      if (!cluster) return;
      const inside = store.notesIn(id);
      const size = tidyGrid(inside.length);
      const frame = fitted(cluster, { x: cluster.x, y: cluster.y, w: size.w, h: size.h }, new Set([id, ...inside.map((note) => note.id)]));
      change(tidied(cluster, frame), 4 * NOTES_A_CHANGE);
    },

    /** Clusters in rows on top, the other notes in a grid below. @param {string} theme */
    tidyTheme(theme) {
      const clusters = [...store.clustersOf(theme)].sort((a, b) => a.y - b.y || a.x - b.x);
      const loose = reading(store.notesOf(theme).filter((note) => !store.get("cluster", note.cluster)).map((note) => note.id));
      const frames = inRows(clusters.map((cluster) => tidyGrid(store.notesIn(cluster.id).length)), HEAD, countIn(theme));
      const drawnFrames = frames.map((frame, i) => clusterFrame({ ...frame, collapsed: clusters[i].collapsed }, []));
      const places = freePlaces([], loose.length, frames.map((frame, i) => (drawnFrames[i].w > frame.w ? drawnFrames[i] : frame)));
      change([
        ...clusters.flatMap((cluster, i) => tidied(cluster, frames[i])),
        ...loose.map((note, i) => setting("note", note.id, places[i])),
      ], 4 * NOTES_A_CHANGE);
    },

    /** The notes of `other` join `into`; `other` goes. @param {string} into @param {string} other */
    mergeClusters(into, other) {
      if (into === other || !store.get("cluster", into) || !store.get("cluster", other)) return;
      gesture(() => {
        putInCluster(store.notesIn(other).map((note) => note.id), into, [other]);
        change([["remove", "cluster", other]]);
      });
    },

    /** Some notes of a cluster become one of their own. @param {string} id @param {readonly string[]} noteIds @param {string} title @returns {string | null} its id */
    splitCluster(id, noteIds, title) {
      const cluster = store.get("cluster", id);
      if (!cluster) return null;
      const { ids, steps } = made([{ theme: cluster.theme, title, notes: noteIds }]);
      change(steps, 4 * NOTES_A_CHANGE);
      return ids[0];
    },

    /** Its notes stay where they are. @param {string} id */
    dissolveCluster: (id) => store.get("cluster", id) && change([["remove", "cluster", id]]),

    /** @param {string} id @param {boolean} collapsed */
    collapseCluster: (id, collapsed) => set("cluster", id, { collapsed }),
  };
}
