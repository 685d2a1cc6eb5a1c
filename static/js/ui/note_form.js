/** The form that adds a note to a theme. */
import { html, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { cpLength } from "../core/text.js";
import { allowed } from "./text_binding.js";
import { Counter } from "./note_text.js";
import { KindChoice } from "./kind_choice.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, theme: any, onClose: () => void}} props */
export function NoteForm({ app, theme, onClose }) {
  const { session, actions, page } = app;
  const area = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  const [text, setText] = useState("");
  const limit = page.limits.text;
  const length = cpLength(text);

  // Before the next key: who types on at once loses no letter, and a phone shows its keyboard.
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const add = () => {
    const clean = allowed(text).trim();
    if (!clean || length > limit) return area.current?.focus();
    actions.addNote({ kind: session.kind.value, theme: theme.id, text: clean });
    session.announce.value = t(session.kind.value === "solution" ? "announce.added_solution" : "announce.added_challenge", { theme: theme.title });
    setText("");
    area.current?.focus();
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };

  const id = `new-${theme.id}`;
  return html`<form class="note-form" onSubmit=${(/** @type {Event} */ e) => (e.preventDefault(), add())} onKeyDown=${key}>
    <${KindChoice} app=${app} words />
    <label class="visually-hidden" for=${id}>${t("add.text", { theme: theme.title })}</label>
    <textarea id=${id} ref=${area} class="field" rows="3" dir=${text ? "auto" : undefined} placeholder=${t("add.placeholder")} aria-describedby="${id}-count"
      aria-invalid=${length > limit ? "true" : undefined} value=${text}
      onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)}></textarea>
    <${Counter} id="${id}-count" length=${length} limit=${limit} />
    ${length > limit && html`<p class="error" role="alert">${t("add.too_long", { count: length - limit })}</p>`}
    <div class="row-end">
      <${Button} label=${t("action.close")} text onClick=${onClose} />
      <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">${t("add.submit")}</button>
    </div>
  </form>`;
}
