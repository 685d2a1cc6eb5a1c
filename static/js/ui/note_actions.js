/** What can be done to one or more notes, once for every place that offers it: outline rows, inspector, dock, context menu. */
import { t } from "../core/i18n.js";
import { NO_FILTER } from "../core/session.js";
import { passing } from "./live.js";
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

/**
 * Goes to a note wherever one is reading: in the outline its line opens, without the filter if that leaves it out; on the board it is chosen, and `write` begins typing.
 * @param {App} app @param {string} id @param {{write?: boolean}} [how]
 */
export function show(app, id, { write } = {}) {
  if (app.phone) return app.phone.show(id, { write });
  const { session, ui } = app;
  const root = app.store.get("note", id)?.merged_into;
  const shown = root && app.store.get("note", root) ? root : id;
  const outline = session.view.peek() === "outline" || session.panel.peek() === "outline";
  if (ui.compact.peek() && session.panel.peek() && session.view.peek() === "outline") session.panel.value = null;
  select(app, shown);
  if (outline) {
    const note = app.store.get("note", shown);
    if (note && !passing(app.store, session.filter.peek(), session.me.peek())(note)) session.filter.value = NO_FILTER;
    ui.open.value = shown;
    if (note) whenThere(`#outline [data-theme="${CSS.escape(note.theme)}"]:not([open])`, (theme) => (/** @type {HTMLDetailsElement} */ (theme).open = true));
    whenThere(`#outline [data-note="${CSS.escape(shown)}"]`, (row) => {
      row.scrollIntoView({ block: "nearest" });
      /** @type {HTMLElement|null} */ (row.querySelector(write ? "textarea" : ".note-line"))?.focus();
    });
  } else if (write && app.layer.peek()) whenThere(`#canvas [data-id="${CSS.escape(shown)}"]`, () => app.layer.peek()?.edit(shown));
  else if (app.layer.peek()) app.layer.peek().focusNote(shown);
}

/** Runs when an element has come to the page, which takes a frame or two. @param {string} selector @param {(found: HTMLElement) => void} run @param {number} [tries] */
export function whenThere(selector, run, tries = 20) {
  const found = /** @type {HTMLElement|null} */ (document.querySelector(selector));
  if (found) run(found);
  else if (tries > 0) requestAnimationFrame(() => whenThere(selector, run, tries - 1));
}

/** Of one note or several, the same way. @param {App} app @param {string[]} ids @param {string} status */
export function setStatus(app, ids, status) {
  app.actions.setStatus(ids, status);
  app.session.announce.value = t("announce.status", { count: ids.length, status: t(`status.${status}`) });
}

/** Says what was done and offers to take just that back: the offer goes with the next thing this person does. @param {App} app @param {string} text */
export function offerTakeBack(app, text) {
  const toast = { text, action: { label: t("action.undo"), run: () => app.sync.undo() } };
  app.session.toast.value = toast;
  const off = app.sync.on("undo", () => {
    off();
    if (app.session.toast.peek() === toast) app.session.toast.value = null;
  });
}

/** After notes were removed, wherever from: offers to take it back. @param {App} app @param {string[]} ids */
export function offerUndo(app, ids) {
  app.session.toast.value = {
    text: t("toast.removed", { count: ids.length }),
    action: { label: t("toast.undo"), run: () => app.actions.restoreNotes(ids) },
  };
}
