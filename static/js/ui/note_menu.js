/** Items of the context menu that several menus share: grouping, merging, linking, and what those who lead may do to notes. */
import { t } from "../core/i18n.js";
import { answer } from "./answer_list.js";
import { mergeAll, takeOut } from "./cluster_actions.js";
import { flip } from "../core/session.js";
import { mayAll } from "./note_actions.js";
import { readingOf } from "./note_words.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./menu.js").Item} Item */

/** @param {App} app @param {any[]} notes */
export function mayGroup(app, notes) {
  return mayAll(app, "move", notes) && notes.every((note) => !note.private && !note.hidden && app.actions.may("group", note.cluster ? app.store.get("cluster", note.cluster) : undefined));
}

/** @param {App} app @param {any[]} notes */
export function mayMerge(app, notes) {
  return notes.length > 1 && notes.every((note) => note.kind === notes[0].kind && !note.private && !note.hidden && app.actions.may("merge", note));
}

/** @param {App} app @param {any[]} notes @returns {Item[]} */
export function groupItems(app, notes) {
  const ids = notes.map((note) => note.id);
  if (!mayGroup(app, notes)) return [];
  const cluster = notes[0].cluster && app.store.get("cluster", notes[0].cluster);
  const within = cluster && notes.every((note) => note.cluster === cluster.id);
  const clusters = app.store.all("cluster").length > 0;
  return [
    { icon: "group", label: t("canvas.group"), run: () => app.layer.peek()?.group(ids) },
    clusters && { icon: "folder-input", label: t("cluster.put"), run: () => (app.ui.dialog.value = { name: "group", ids }) },
    notes.some((note) => note.cluster) && { icon: "ungroup", label: t("cluster.take_out"), run: () => takeOut(app, ids) },
    within && ids.length < app.store.notesIn(cluster.id).length && { icon: "split", label: t("cluster.split", { count: ids.length }), run: () => (app.ui.dialog.value = { name: "split", id: cluster.id, ids }) },
    mayMerge(app, notes) && { icon: "merge", label: t("merge.do"), run: () => mergeAll(app, ids) },
  ];
}

/** To the original and back. @param {App} app @param {any} note @returns {Item[]} */
export function turnItems(app, note) {
  const read = note && readingOf(app, note);
  if (!read?.turns) return [];
  return [{ icon: "languages", label: t(read.translation ? "translation.show_original" : "translation.show"), run: () => flip(note.id) }];
}

/** @param {App} app @param {any} note @returns {Item[]} */
export function linkItems(app, note) {
  if (!note || note.private || note.hidden || !app.actions.may("answer", note)) return [];
  const challenge = note.kind === "challenge";
  return [
    challenge && app.actions.may("add", { kind: "solution", theme: note.theme }) && { icon: "lightbulb", label: t("answer.write"), run: () => answer(app, note, { onCanvas: true }) },
    { icon: "link-2", label: t(challenge ? "action.link_solution" : "action.link_challenge"), run: () => (app.ui.dialog.value = { name: "link", id: note.id }) },
  ];
}

/** @param {App} app @param {any[]} notes @returns {Item[]} */
export function leadItems(app, notes) {
  if (app.session.role.value !== "facilitator" || !notes.length) return [];
  const locked = notes.every((note) => note.locked);
  const [one] = notes;
  return [
    { icon: locked ? "lock-open" : "lock", label: t(locked ? "action.unlock" : "action.lock"), run: () => app.actions.lockNotes(notes.map((note) => note.id), !locked) },
    notes.length === 1 && !one.private && !one.hidden && { icon: "eye-off", label: t("hide.open"), run: () => (app.ui.dialog.value = { name: "hide", id: one.id }) },
    notes.length === 1 && one.hidden && { icon: "eye", label: t("moderation.unhide"), run: () => app.actions.unhideNote(one.id) },
  ];
}
