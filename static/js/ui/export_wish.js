/** What is wanted, as it is chosen in the dialog and as it is sent. */
import { isFiltering } from "../core/session.js";
import { formatOf, isReview } from "./export_formats.js";
/** @typedef {import("./state.js").App} App */

/**
 * @typedef {"board" | "theme" | "association" | "notes"} Part
 * @typedef {{format: string, part: Part, theme: string, association: string, language: string, names: boolean, comments: boolean, series: boolean, separator: string}} Form
 * @typedef {Record<string, any>} Wish as the server takes it
 */

/** @param {App} app @returns {Form} */
export function newForm(app) {
  const association = app.store.get("seat", app.session.me.peek())?.association || app.live.associations.peek()[0] || "";
  return { format: "pdf", part: "board", theme: app.store.themes()[0]?.id ?? "", association, language: app.page.language,
    names: false, comments: false, series: false, separator: "" };
}

/** The part that goes with the format and the filter: a review is of one association. @param {App} app @param {Form} form @returns {Part} */
export function partOf(app, form) {
  if (isReview(form.format)) return "association";
  return form.part === "notes" && !isFiltering(app.session.filter.value) ? "board" : form.part;
}

/** @param {App} app @param {Form} form @returns {Wish|null} null while something is missing */
export function wishOf(app, form) {
  const { knows } = formatOf(form.format);
  /** @type {Wish} */
  const wish = { format: form.format };
  for (const name of knows) if (form[name]) wish[name] = form[name];
  if (wish.names && app.session.role.value !== "facilitator") delete wish.names;
  const part = partOf(app, form);
  if (part === "board") return wish;
  const value = part === "notes" ? filtered(app) : form[part];
  return value?.length ? { ...wish, [part]: value } : null;
}

/** What was wanted before, to be changed and wanted again. @param {App} app @param {Wish} kept @returns {Form} */
export function formOf(app, kept) {
  const fresh = newForm(app);
  const [part, value] = kept.scope ?? ["board", ""];
  const known = part !== "notes" || isFiltering(app.session.filter.peek());
  return { ...fresh, format: kept.format, language: kept.language || fresh.language, names: Boolean(kept.names), comments: Boolean(kept.comments),
    series: Boolean(kept.series), separator: kept.separator || "", part: known ? part : "board",
    theme: part === "theme" ? value : fresh.theme, association: part === "association" ? value : fresh.association };
}

/** The same once more, or null when what the filter showed is not known any more. @param {Wish} kept @returns {Wish|null} */
export function sameAgain(kept) {
  const [part, value] = kept.scope ?? ["board", ""];
  if (part === "notes") return null;
  /** @type {Wish} */
  const wish = { format: kept.format };
  for (const name of ["language", "names", "comments", "series", "separator"]) if (kept[name]) wish[name] = kept[name];
  return part === "board" ? wish : { ...wish, [part]: value };
}

/** Ids of the notes that the filter leaves and everybody may see; null without a filter. @param {App} app @returns {string[]|null} */
export function filtered(app) {
  if (!isFiltering(app.session.filter.value)) return null;
  const ids = [];
  for (const { challenge, solution, clusters } of app.live.lists.value.values()) {
    for (const list of [challenge, solution, ...clusters.flatMap((one) => [one.challenge, one.solution])]) ids.push(...list);
  }
  return ids.filter((id) => {
    const note = app.store.get("note", id);
    return note && !note.private && !note.hidden;
  });
}
