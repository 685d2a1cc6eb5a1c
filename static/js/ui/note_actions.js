/** What can be done to one or more notes, once for every place that offers it: outline rows, inspector, dock, context menu. */
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

/** Notes of these ids that are still on the board. @param {App} app @param {Iterable<string>} ids */
export function notesOf(app, ids) {
  return [...ids].map((id) => app.live.get("note", id)).filter(Boolean);
}

/** @param {App} app @param {string} action @param {any[]} notes */
export function mayAll(app, action, notes) {
  app.session.role.value;
  app.live.board();
  return notes.length > 0 && notes.every((note) => app.actions.may(action, note));
}

/** @param {App} app @param {string[]} ids */
export function remove(app, ids) {
  const next = neighbour(ids);
  app.actions.removeNotes(ids);
  if (next) requestAnimationFrame(() => requestAnimationFrame(() => document.activeElement === document.body && next.focus()));
  if (ids.includes(app.ui.open.peek() ?? "")) app.ui.open.value = null;
}

/** Where the focus goes when the notes that hold it disappear. @param {string[]} ids @returns {HTMLElement|null} */
function neighbour(ids) {
  const held = /** @type {HTMLElement|null} */ (document.activeElement?.closest("[data-note], .inspector"));
  if (!held) return null;
  if (!held.dataset.note) return document.querySelector(".tab[aria-current]");
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-note]")]);
  const at = rows.indexOf(held);
  const stays = (/** @type {HTMLElement} */ row) => !ids.includes(row.dataset.note ?? "");
  const row = rows.slice(at).find(stays) ?? rows.slice(0, at).reverse().find(stays);
  return row?.querySelector(".note-line") ?? document.querySelector(".theme-head");
}

/** @param {App} app @param {string[]} ids */
export function duplicate(app, ids) {
  const copies = app.actions.duplicateNotes(ids);
  if (copies?.length) {
    app.session.selection.value = new Set(copies);
    app.session.announce.value = t("announce.duplicated", { count: copies.length });
  }
}

/** @param {App} app @param {string[]} ids @param {string} theme */
export function move(app, ids, theme) {
  app.actions.moveToTheme(ids, theme);
  const title = app.store.get("theme", theme)?.title || "";
  app.session.announce.value = t("announce.moved", { count: ids.length, theme: title });
}

/** @param {App} app @param {string[]} ids @param {string} kind */
export function setKind(app, ids, kind) {
  app.actions.setNotes(ids, { kind });
  app.session.announce.value = t(kind === "solution" ? "announce.now_solution" : "announce.now_challenge", { count: ids.length });
}

/** Shows one note alone: on the canvas when there is one. @param {App} app @param {string} id @param {boolean} [reveal] */
export function select(app, id, reveal = true) {
  app.session.selection.value = new Set([id]);
  if (reveal) app.layer.peek()?.reveal(id);
}

/** After notes were removed, wherever from: offers to take it back. @param {App} app @param {string[]} ids */
export function offerUndo(app, ids) {
  app.session.toast.value = {
    text: t("toast.removed", { count: ids.length }),
    action: { label: t("toast.undo"), run: () => app.actions.restoreNotes(ids) },
  };
}
