/** Suggestions as they are being decided on, and what becomes of those that were accepted: one change that one undo takes back. */
/** @typedef {import("./state.js").App} App */
/**
 * @typedef {object} Draft
 * @property {number} key
 * @property {string} theme
 * @property {string[]} notes
 * @property {Set<string>} out  notes that were taken out of the group
 * @property {string} title
 * @property {string[]} words
 * @property {boolean} duplicates
 * @property {boolean} kindsAgree  only notes of one kind can be one note
 * @property {string} way  "merge" or "group"
 * @property {boolean} accepted
 * @property {boolean} rejected
 */

/** What the server suggests, near-duplicates first. @param {App} app @param {any[]} suggestions @returns {Draft[]} */
export function drafts(app, suggestions) {
  return [...suggestions]
    .sort((a, b) => Number(Boolean(b.duplicates)) - Number(Boolean(a.duplicates)))
    .map((one, key) => {
      const kinds = new Set(one.notes.map((/** @type {string} */ id) => app.store.get("note", id)?.kind));
      const kindsAgree = kinds.size === 1;
      const duplicates = Boolean(one.duplicates);
      return { key, theme: one.theme, notes: one.notes, out: new Set(), title: one.title ?? "", words: one.words ?? [], duplicates, kindsAgree, way: duplicates && kindsAgree ? "merge" : "group", accepted: false, rejected: false };
    });
}

/** @param {App} app @param {Draft[]} accepted @returns {{clusters: number, merged: number}} how many of each were made */
export function apply(app, accepted) {
  const { actions, store, sync } = app;
  /** What is there still and has not been put anywhere meanwhile. @param {Draft} group */
  const left = (group) => group.notes.filter((id) => !group.out.has(id) && isLoose(store.get("note", id), group.theme));
  const ready = accepted.map((group) => ({ ...group, notes: left(group) })).filter((group) => group.notes.length > 1);
  const clusters = ready.filter((group) => group.way === "group");
  const merges = ready.filter((group) => group.way === "merge");
  sync.beginGesture();
  if (clusters.length) actions.acceptSuggestions(clusters.map(({ theme, title, notes }) => ({ theme, title: title.replace(/\s+/g, " ").trim(), notes })));
  for (const { notes } of merges) {
    const [into, ...others] = [...notes].sort((a, b) => (age(store, a) < age(store, b) ? -1 : 1));
    actions.mergeNotes(into, others);
  }
  sync.endGesture();
  return { clusters: clusters.length, merged: merges.length };
}

/** @param {any} note @param {string} theme */
function isLoose(note, theme) {
  return note?.theme === theme && !note.cluster && !note.merged_into;
}

/** @param {any} store @param {string} id */
function age(store, id) {
  return store.get("note", id)?.created_at || "~";
}
