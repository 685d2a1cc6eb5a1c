// What was typed into a page, over a change of its language: the page is loaded anew, and its fields get back what was in them. It is
// kept with the tab's own history, which needs no leave to store anything. Passwords and files are not kept.
const FIELDS = "main :is(input, textarea, select):is([id], [name]):not([readonly], [type=password], [type=file], [type=hidden])";
/** @typedef {{fields: Record<string, string | boolean>, open: string[], more: any}} Typed */

/** @param {unknown} more what the page keeps beside its fields */
export function keepTyped(more) {
  /** @type {Record<string, string | boolean>} */
  const fields = {};
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(FIELDS))) {
    const ticked = field.type === "checkbox" || field.type === "radio";
    const follows = field.tagName === "SELECT" && field.value === document.documentElement.lang; // a choice of language that was the page's
    if (!follows) fields[field.id || `${field.name}=${field.value}`] = ticked ? field.checked : field.value;
  }
  const open = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("main details[id][open]"))].map(({ id }) => id);
  history.replaceState({ ...history.state, typed: { fields, open, more } }, "");
}

/** What was kept, once. @returns {Typed | null} */
export function takeTyped() {
  const { typed = null, ...rest } = history.state ?? {};
  if (typed) history.replaceState(rest, "");
  return typed;
}

/** Puts it back into the fields that are there. @param {Typed | null} typed */
export function fillTyped(typed) {
  if (!typed) return;
  for (const [id, value] of Object.entries(typed.fields)) {
    const [name, choice] = id.split("=");
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id) ?? document.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(choice ?? "")}"]`));
    if (!field) continue;
    if (typeof value === "boolean") field.checked = value;
    else if (field.tagName !== "SELECT" || [.../** @type {any} */ (field).options].some((option) => option.value === value)) field.value = value;
  }
  for (const id of typed.open) document.getElementById(id)?.setAttribute("open", "");
}
