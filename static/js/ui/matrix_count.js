/** Counting for the coverage matrix. A note counts once for each association that wrote it or was merged into it. */
import { isMerged } from "./live.js";
/** @typedef {{challenges: number, solutions: number, answered: number}} Cell */

/** @returns {Cell} */
const none = () => ({ challenges: 0, solutions: 0, answered: 0 });

/**
 * @param {any} store
 * @param {any[]} themes
 * @param {string[]} associations those that have a row even when they wrote nothing
 */
export function coverage(store, themes, associations) {
  const column = new Map(themes.map((theme, i) => [theme.id, i]));
  /** @type {Map<string, {cells: Cell[], total: Cell}>} */
  const byName = new Map();
  const row = (/** @type {string} */ name) => {
    let found = byName.get(name);
    if (!found) byName.set(name, (found = { cells: themes.map(none), total: none() }));
    return found;
  };
  associations.forEach(row);
  const totals = themes.map(none);
  const all = none();
  for (const note of store.all("note")) {
    const at = column.get(note.theme);
    if (at === undefined || note.hidden || isMerged(store, note)) continue;
    const answered = note.kind === "challenge" && store.answersTo(note.id).length > 0;
    const names = [...store.associationsOf(note.id)].filter(Boolean);
    for (const name of names.length ? names : [""]) {
      count(row(name).cells[at], note, answered);
      count(row(name).total, note, answered);
    }
    count(totals[at], note, answered);
    count(all, note, answered);
  }
  const rows = [...byName].map(([association, { cells, total }]) => ({ association, cells, total }));
  rows.sort((a, b) => Number(!a.association) - Number(!b.association) || a.association.localeCompare(b.association));
  return { rows, totals, all };
}

/** @param {Cell} cell @param {any} note @param {boolean} answered */
function count(cell, note, answered) {
  if (note.kind === "solution") cell.solutions += 1;
  else cell.challenges += 1;
  if (answered) cell.answered += 1;
}
