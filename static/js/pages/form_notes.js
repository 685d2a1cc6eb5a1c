// The notes of the form while they are written: one card each, with what is wrong said under its field.
import { t, written } from "../core/i18n.js";
import { byId, element, fieldError, icon } from "./common.js";
/** @typedef {import("./form_kept.js").Note} Note */
/** @typedef {{id: string, title: string, color: string, sign: string}} Theme */

export const MOST_TEXT = 2000;
export const MOST_NOTES = 50;
const PAUSE = 700; // a screen reader should not hear a new figure at each key

/** Counted as the server counts. @param {string} text */
export const lengthOf = (text) => [...text].length;

/** @param {HTMLElement} list @param {() => void} onChange */
export function createNotes(list, onChange) {
  /** @type {Theme[]} */
  let themes = [];
  let language = "";
  let count = 0;

  /** @param {Note} note */
  function card({ kind, theme, text }) {
    const id = `note-${(count += 1)}`;
    const choice = (/** @type {string} */ value, /** @type {string} */ sign) => element("label", { class: "choice" },
      element("input", { type: "radio", name: `${id}-kind`, value, checked: kind === value }), icon(sign), element("span", {}, t(`kind.${value}`)));
    const themeField = element("select", { class: "select", id: `${id}-theme`, "aria-describedby": `${id}-theme-error` });
    const textField = element("textarea", { class: "field", id: `${id}-text`, rows: 3, dir: "auto", value: text, lang: language,
      "aria-describedby": `${id}-used ${id}-text-error` });
    offer(themeField, theme);
    const remove = element("button", { type: "button", class: "button button-icon", id: `${id}-remove` }, icon("trash-2"));
    const made = element("div", { class: "card form-note", id, role: "group", "aria-labelledby": `${id}-title` },
      element("div", { class: "form-note-head" }, element("h2", { id: `${id}-title` }), remove),
      element("fieldset", {}, element("legend", { class: "label" }, t("form.kind")),
        element("div", { class: "choices" }, choice("challenge", "flag"), choice("solution", "lightbulb"))),
      element("div", { class: "form-row" }, element("label", { class: "label", for: `${id}-theme` }, t("form.theme")), themeField,
        element("p", { class: "field-error", id: `${id}-theme-error`, role: "alert" })),
      element("div", { class: "form-row" }, element("label", { class: "label", for: `${id}-text` }, t("form.text")), textField,
        element("p", { class: "hint form-used", id: `${id}-used` }),
        element("p", { class: "field-error", id: `${id}-text-error`, role: "alert" })));
    remove.addEventListener("click", () => drop(made));
    themeField.addEventListener("change", () => (paint(made), fieldError(themeField.id, "")));
    /** @type {any} */
    let pause;
    textField.addEventListener("input", () => {
      counted(made);
      clearTimeout(pause);
      if (!tooLong(textField.value)) return fieldError(textField.id, "");
      pause = setTimeout(() => made.isConnected && fieldError(textField.id, tooLong(textField.value)), PAUSE);
    });
    made.addEventListener("input", () => onChange());
    return made;
  }

  /** @param {HTMLSelectElement} field @param {string} chosen */
  function offer(field, chosen) {
    const known = themes.some((each) => each.id === chosen);
    field.replaceChildren(...(themes.length === 1 ? [] : [element("option", { value: "" }, t("form.theme_choose"))]),
      ...themes.map((each) => element("option", { value: each.id, dir: "auto" }, each.title)));
    field.value = known ? chosen : themes.length === 1 ? themes[0].id : "";
  }

  /** The colour of its theme. @param {HTMLElement} made */
  function paint(made) {
    made.dataset.color = themes.find((each) => each.id === field(made, "theme").value)?.color ?? "";
    if (!made.dataset.color) delete made.dataset.color;
  }

  /** @param {HTMLElement} made */
  function counted(made) {
    const used = lengthOf(storable(field(made, "text").value));
    const place = byId(`${made.id}-used`);
    place.textContent = t("form.used", { used: written.number(used), limit: written.number(MOST_TEXT) });
    place.classList.toggle("form-over", used > MOST_TEXT);
  }

  /** @param {HTMLElement} made */
  function drop(made) {
    const note = readOne(made);
    const index = cards().indexOf(made);
    made.remove();
    number();
    const next = cards()[Math.min(index, cards().length - 1)];
    if (note.text) offerBack(note, index);
    else if (next) field(next, "text").focus();
    onChange();
  }

  /** What was removed comes back where it was. @param {Note} note @param {number} index */
  function offerBack(note, index) {
    const place = byId("removed");
    const back = element("button", { type: "button", class: "button button-outline" }, t("form.put_back"));
    back.addEventListener("click", () => {
      place.replaceChildren();
      insert(note, index);
      onChange();
      field(cards()[index], "text").focus();
    });
    place.replaceChildren(element("span", {}, t("form.removed")), back);
    back.focus();
  }

  /** @param {Note} note @param {number} [index] */
  function insert(note, index = cards().length) {
    const made = card(note);
    list.insertBefore(made, cards()[index] ?? null);
    paint(made);
    counted(made);
    number();
    return made;
  }

  function number() {
    cards().forEach((each, index) => {
      const figure = written.number(index + 1);
      byId(`${each.id}-title`).textContent = t("form.note", { number: figure });
      const remove = byId(`${each.id}-remove`);
      remove.setAttribute("aria-label", t("form.remove", { number: figure }));
      remove.title = t("form.remove", { number: figure });
      remove.hidden = cards().length < 2;
    });
    byId("add").hidden = cards().length >= MOST_NOTES;
    byId("most").hidden = !byId("add").hidden;
  }

  /** @returns {HTMLElement[]} */
  function cards() {
    return /** @type {HTMLElement[]} */ ([...list.children]);
  }

  return {
    /** @param {Theme[]} offered */
    offer(offered) {
      themes = offered;
      for (const each of cards()) {
        offer(/** @type {any} */ (field(each, "theme")), field(each, "theme").value);
        paint(each);
      }
    },
    /** The language of the words. @param {string} code */
    speak(code) {
      language = code;
      for (const each of cards()) field(each, "text").lang = code;
    },
    /** @param {Note[]} notes */
    fill(notes) {
      list.replaceChildren();
      byId("removed").replaceChildren();
      for (const each of notes.length ? notes : [{ kind: "challenge", theme: "", text: "" }]) insert(each);
    },
    /** Another one like the last, ready for writing. */
    addOne() {
      const last = cards().at(-1);
      const { kind, theme } = last ? readOne(last) : { kind: "challenge", theme: "" };
      byId("removed").replaceChildren();
      const made = insert({ kind, theme, text: "" });
      made.scrollIntoView({ block: "start" });
      field(made, "text").focus();
      onChange();
    },
    read: () => cards().map(readOne),
    title: (/** @type {string} */ theme) => themes.find((each) => each.id === theme)?.title ?? "",
    /** Says what stands in the way of sending, and goes there. */
    check() {
      const written = cards().filter((each) => readOne(each).text);
      const faults = written.length ? [] : [wrong(cards()[0], "text", t("form.text_missing"))];
      for (const each of written) {
        const over = tooLong(field(each, "text").value);
        if (!field(each, "theme").value) faults.push(wrong(each, "theme", t("form.theme_missing")));
        if (over) faults.push(wrong(each, "text", over));
      }
      faults[0]?.focus();
      return !faults.length;
    },
    /** What the server says of one of those that were sent. @param {number} index @param {"text" | "theme"} name @param {string} words */
    refuse(index, name, words) {
      const made = cards().filter((each) => readOne(each).text)[index];
      if (made) wrong(made, name, words).focus();
    },
  };
}

/** @param {HTMLElement} made @param {"text" | "theme"} name @param {string} words */
function wrong(made, name, words) {
  const place = field(made, name);
  fieldError(place.id, words);
  return place;
}

/** @param {HTMLElement} made @param {"text" | "theme"} name @returns {HTMLTextAreaElement} */
function field(made, name) {
  return byId(`${made.id}-${name}`);
}

/** @param {HTMLElement} made @returns {Note} */
function readOne(made) {
  const kind = /** @type {HTMLInputElement | null} */ (made.querySelector("input:checked"))?.value ?? "challenge";
  return { kind, theme: field(made, "theme").value, text: storable(field(made, "text").value) };
}

/** Without blanks around and what no text may hold, such as a pasted page break. @param {string} text */
function storable(text) {
  return text.replace(/\r\n?/g, "\n").replace(/(?![\n\t])\p{Cc}|\p{Surrogate}/gu, "").trim();
}

/** @param {string} text */
function tooLong(text) {
  const over = lengthOf(storable(text)) - MOST_TEXT;
  return over > 0 ? t("form.too_long", { over: written.number(over) }) : "";
}
