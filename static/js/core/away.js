// What others wrote while somebody did not look: from the moment one leaves until one comes back. No DOM, no storage.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {{at: string, known: ReadonlySet<string> | null}} Mark  when one left: the time of the newest note by the server's clock, and which notes there were unless that is long ago */

/** @param {Iterable<Rec>} notes @returns {Mark} */
export function markOf(notes) {
  let at = "";
  const known = new Set();
  for (const note of notes) {
    known.add(note.id);
    if (note.created_at > at) at = note.created_at;
  }
  return { at, known };
}

/** A mark from what this device has kept; null when that is none. @param {unknown} kept @returns {Mark | null} */
export function keptMark(kept) {
  return typeof kept === "string" && !Number.isNaN(Date.parse(kept)) ? { at: kept, known: null } : null;
}

/**
 * Notes of others that came since, theme by theme, the oldest first.
 * @param {Iterable<Rec>} notes @param {Mark} mark @param {string} me @param {readonly string[]} themes in their order
 * @returns {string[]}
 */
export function newsSince(notes, mark, me, themes) {
  const rank = new Map(themes.map((theme, index) => [theme, index]));
  const fresh = [...notes].filter((note) => note.seat !== me && note.text?.trim() && (mark.known ? !mark.known.has(note.id) : note.created_at > mark.at));
  fresh.sort((a, b) => (rank.get(a.theme) ?? 0) - (rank.get(b.theme) ?? 0) || (a.created_at < b.created_at ? -1 : 1));
  return fresh.map((note) => note.id);
}

/** How many of these notes are in each theme, the most first. @param {Iterable<Rec>} notes @returns {[theme: string, count: number][]} */
export function countsByTheme(notes) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { theme } of notes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
