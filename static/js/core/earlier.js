// An earlier board as it is read beside this one: theme, cluster, challenge with its answers. No DOM, no words.
import { byNote } from "./reading.js";
import { folded } from "./session.js";
/**
 * @typedef {{board: any, themes: any[], clusters: any[], notes: any[], answers: any[], rounds: any[], translations?: any[]}} Earlier
 * @typedef {{note: any, merged: any[], answers: any[]}} Entry  a challenge, or a solution that answers none
 * @typedef {{cluster: any | null, entries: Entry[]}} Group
 * @typedef {{theme: any, groups: Group[], count: number}} Chapter  `count`: entries, those of all groups
 */

/** The chapters with what is searched for; empty ones are left out while one searches. @param {Earlier} earlier @param {string} text @returns {Chapter[]} */
export function chaptersOf({ themes, clusters, notes, answers, translations = [] }, text) {
  const tongues = byNote(translations);
  const entries = entriesOf(notes, answers);
  const wanted = folded(text).split(/\s+/u).filter(Boolean);
  const found = wanted.length ? entries.filter((entry) => holds(entry, wanted, tongues)) : entries;
  /** @type {Map<string, Map<string, Entry[]>>} */
  const places = new Map();
  const known = new Set(clusters.map((cluster) => cluster.id));
  for (const entry of found) {
    const { theme, cluster } = entry.note;
    const inside = places.get(theme) ?? new Map();
    places.set(theme, inside);
    const key = known.has(cluster) ? cluster : "";
    if (inside.has(key)) inside.get(key).push(entry);
    else inside.set(key, [entry]);
  }
  const chapters = themes.map((theme) => {
    const inside = places.get(theme.id) ?? new Map();
    const groups = [...clusters, null].filter((cluster) => inside.has(cluster?.id ?? "")).map((cluster) => ({ cluster, entries: /** @type {Entry[]} */ (inside.get(cluster?.id ?? "")) }));
    return { theme, groups, count: groups.reduce((sum, group) => sum + group.entries.length, 0) };
  });
  return wanted.length ? chapters.filter((chapter) => chapter.count > 0) : chapters;
}

/** Challenges first. A solution that answers one stands below it, wherever it lies; what was merged stands inside its root. @param {any[]} notes @param {any[]} links @returns {Entry[]} */
function entriesOf(notes, links) {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const rootOf = (/** @type {string} */ id) => byId.get(byId.get(id)?.merged_into) ?? byId.get(id);
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const note of notes) if (rootOf(note.id) === note) entries.set(note.id, { note, merged: [], answers: [] });
  for (const note of notes) if (!entries.has(note.id)) entries.get(rootOf(note.id).id)?.merged.push(note);
  const placed = new Set();
  for (const { solution, challenge } of links) {
    const [answer, entry] = [rootOf(solution), entries.get(rootOf(challenge)?.id)];
    if (!answer || !entry || entry.answers.includes(answer)) continue;
    entry.answers.push(answer);
    placed.add(answer.id);
  }
  const all = [...entries.values()].filter(({ note }) => !placed.has(note.id));
  return [...all.filter(({ note }) => note.kind === "challenge"), ...all.filter(({ note }) => note.kind !== "challenge")];
}

/** @param {Entry} entry @param {string[]} wanted words, folded @param {Map<string, any[]>} tongues */
function holds({ note, merged, answers }, wanted, tongues) {
  return [note, ...merged, ...answers].some((one) => {
    const text = folded([one.text, ...(tongues.get(one.id) ?? []).map((each) => each.text), one.association].join(" "));
    return wanted.every((word) => text.includes(word));
  });
}
