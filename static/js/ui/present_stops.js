/** What a presentation shows one after the other: the board, its themes with their clusters and notes, the results. Pure. */
/** @typedef {{type: "board" | "theme" | "cluster" | "note" | "round", id: string}} Stop */

/** Notes that everybody sees, those that stand for themselves. @param {any[]} notes */
export const shown = (notes) => notes.filter((note) => !note.private && !note.hidden).sort((a, b) => (a.kind === b.kind ? compare(a.created_at || "~", b.created_at || "~") || compare(a.id, b.id) : a.kind === "challenge" ? -1 : 1));

/** @param {any} store @returns {Stop[]} */
export function stopsOf(store) {
  const board = store.board();
  /** @type {Stop[]} */
  const stops = board ? [{ type: "board", id: board.id }] : [];
  for (const theme of store.themes()) {
    stops.push({ type: "theme", id: theme.id });
    const clusters = clustersOf(store, theme.id);
    for (const cluster of clusters) {
      stops.push({ type: "cluster", id: cluster.id });
      for (const note of notesIn(store, cluster.id)) stops.push({ type: "note", id: note.id });
    }
    for (const note of loose(store, theme.id)) stops.push({ type: "note", id: note.id });
  }
  for (const round of [...store.rounds()].reverse()) if (round.state === "closed" && round.results) stops.push({ type: "round", id: round.id });
  return stops;
}

/** From top to bottom, as they lie on the board. @param {any} store @param {string} theme @returns {any[]} */
export const clustersOf = (store, theme) => [...store.clustersOf(theme)].sort((a, b) => a.y - b.y || a.x - b.x || compare(a.id, b.id));

/** @param {any} store @param {string} cluster @returns {any[]} */
export const notesIn = (store, cluster) => shown([...store.notesIn(cluster)].filter((note) => !note.merged_into || !store.get("note", note.merged_into)));

/** Notes of a theme that are in no cluster. @param {any} store @param {string} theme @returns {any[]} */
export const loose = (store, theme) => shown([...store.notesOf(theme)].filter((note) => !note.cluster || !store.get("cluster", note.cluster)));

/** @param {Stop[]} stops @param {{type: string, id: string} | null | undefined} stage */
export const placeOf = (stops, stage) => (stage ? stops.findIndex((stop) => stop.type === stage.type && stop.id === stage.id) : -1);

/** The next stop in a direction that is larger than a note. @param {Stop[]} stops @param {number} at @param {1 | -1} way */
export function larger(stops, at, way) {
  for (let i = at + way; i >= 0 && i < stops.length; i += way) if (stops[i].type !== "note") return stops[i];
  return undefined;
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
