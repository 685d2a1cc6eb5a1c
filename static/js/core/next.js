// The next workshop from a board: its title, what of the board can come along, and what is asked of the server.
/**
 * @typedef {{id: string, title: string, color: string, sign: string}} Theme
 * @typedef {{everything: boolean, unanswered: boolean, clusters: boolean, statuses: string[], top: number}} Carry  `top`: so many with the most votes
 * @typedef {{title: string, purpose: string, language: string, carry: Carry, themes: Theme[] | null, mapping: Record<string, string>, agenda: boolean, readable: boolean}} Form
 *   `themes`: null to keep them
 * @typedef {{notes: readonly any[], answers: readonly any[], clusters: readonly any[], rounds: readonly any[]}} Board
 */

export const MOST_TOP = 500;
const MOST_TITLE = 120;

/** A small number at the end goes up by one, "Workshop 1" to "Workshop 2"; a year or a day stays. @param {string} title */
export function nextTitle(title) {
  return title.replace(/(?<=\s|#)(\d|1\d)$/u, (number) => String(Number(number) + 1));
}

/** @param {string} title @param {string} words with the title in it, such as "March (copy)" */
export function shortened(title, words) {
  const spare = [...words].length - MOST_TITLE;
  return spare > 0 ? words.replace(title, [...title].slice(0, -spare).join("").trimEnd()) : words;
}

/** How many notes each choice would bring by itself; merged ones stand inside others. What is private or hidden stays. @param {Board} board */
export function canCome({ notes, answers, clusters, rounds }) {
  const open = notes.filter((note) => !note.private && !note.hidden);
  const byId = new Map(open.map((note) => [note.id, note]));
  const rootOf = (/** @type {string} */ id) => (byId.has(byId.get(id)?.merged_into) ? byId.get(id).merged_into : id);
  const standing = open.filter((note) => rootOf(note.id) === note.id);
  const answered = new Set(answers.filter((answer) => byId.has(answer.solution) && byId.has(answer.challenge)).map((answer) => rootOf(answer.challenge)));
  const known = new Set(clusters.map((cluster) => cluster.id));
  const clustered = standing.filter((note) => known.has(note.cluster));
  const votes = lastVotes(rounds);
  /** @type {Record<string, number>} */
  const statuses = {};
  for (const note of standing) statuses[note.status] = (statuses[note.status] ?? 0) + 1;
  return {
    everything: standing.length,
    unanswered: standing.filter((note) => note.kind === "challenge" && !answered.has(note.id)).length,
    clusters: new Set(clustered.map((note) => note.cluster)).size,
    clustered: clustered.length,
    statuses,
    voted: standing.filter((note) => (votes.get(note.id) ?? 0) > 0).length,
  };
}

/** Votes of each thing, proxy votes too, in the last closed round in which it had any. @param {readonly any[]} rounds @returns {Map<string, number>} */
export function lastVotes(rounds) {
  const found = new Map();
  const closed = rounds.filter((round) => round.state === "closed" && round.results);
  closed.sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
  for (const { results } of closed) for (const [id, votes, proxy] of results.targets) found.set(id, votes + proxy);
  return found;
}

/** The new theme for the notes of an old one: the chosen one, else itself, else the first. @param {Theme[]} themes @param {Record<string, string>} mapping @param {string} old */
export function goesTo(themes, mapping, old) {
  const there = (/** @type {string} */ id) => themes.some((theme) => theme.id === id);
  return there(mapping[old]) ? mapping[old] : there(old) ? old : themes[0].id;
}

/** As the server takes it. @param {Form} form @param {readonly Theme[]} old themes of this board */
export function nextBody({ title, purpose, language, carry, themes, mapping, agenda, readable }, old) {
  const { everything, unanswered, clusters, statuses, top } = carry;
  /** @type {Record<string, any>} */
  const body = { title: line(title), purpose: purpose.trim(), language, agenda, readable, carry: everything ? { everything } : { unanswered, clusters, statuses, top } };
  if (!themes) return body;
  body.themes = themes.map((theme) => ({ ...theme, title: line(theme.title) }));
  body.mapping = Object.fromEntries(old.map(({ id }) => [id, goesTo(themes, mapping, id)]));
  return body;
}

/** @param {string} text */
export function line(text) {
  return text.replace(/\s+/gu, " ").trim();
}
