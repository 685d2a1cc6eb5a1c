/** The languages of a note: its own, and what it was translated into; where one may, the field to write a translation. */
import { html, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { inLanguage, isEarlier, languageOf, sameLanguage } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { cpLength } from "../core/text.js";
import { tongueOf } from "../core/tongue.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { SuggestOne, useDraft } from "./machine.js";
import { languageName, languageNames } from "./names.js";
import { Counter } from "./note_text.js";
import { signWords } from "./note_words.js";
import { number } from "./phrases.js";
import { allowed } from "./text_binding.js";
/** @typedef {import("./state.js").App} App */

export const MOST = 3000;

/** @param {{app: App, note: any}} props */
export function Tongues({ app, note }) {
  const { actions, live, session } = app;
  session.role.value;
  live.board();
  live.get("seat", session.me.value);
  const translations = live.about(note.id).translationsOf(note.id);
  const may = !note.private && !note.hidden && actions.may("translate", note);
  const edit = actions.may("edit", note);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState("");
  const section = useRef(/** @type {HTMLElement|null} */ (null));
  if (!may && !edit && !translations.length) return null;
  const back = () => section.current?.focus();
  const close = () => {
    setAdding(false);
    setEditing("");
    back();
  };
  /** @param {string} code @param {string} text @param {import("../core/translation_actions.js").More} more */
  const keep = (code, text, more) => {
    const kept = actions.translate(note.id, code, text, more);
    session.announce.value = t(kept ? "translation.kept" : "machine.overtaken", { language: languageName(code) });
    close();
  };
  return html`<section class="talk-part tongues" aria-label=${t("translation.title")} tabindex="-1" ref=${section}>
    <h4 class="kind-head">${t("translation.title")} ${translations.length > 0 && html`<span class="muted">${number(translations.length)}</span>`}</h4>
    ${edit ? html`<${NoteLanguage} app=${app} note=${note} />` : html`<p class="muted">${t("translation.original_in", { language: languageName(languageOf(note)) || t("note.language_unknown") })}</p>`}
    ${translations.length > 0 && html`<ul class="translation-list">${translations.map((/** @type {any} */ one) => editing === one.id
      ? html`<li key=${one.id}><${Form} app=${app} note=${note} there=${one} onKeep=${keep} onCancel=${close} /></li>`
      : html`<li key=${one.id}>
        <p class="translation-head"><strong>${languageName(one.language)}</strong> <span class="muted">${one.machine && html`<${Icon} name="sparkles" />`}${signWords(one, note)}</span></p>
        <p class="translation-text" dir="auto" lang=${one.language}>${one.text}</p>
        ${may && html`<div class="button-row"><${Button} icon="pencil" label=${t("translation.edit", { language: languageName(one.language) })} onClick=${() => setEditing(one.id)} />
          ${isEarlier(one, note) && html`<${Button} icon="check" text label=${t("translation.confirm")} onClick=${() => (actions.confirmTranslation(one.id), back())} />`}
          <${Button} icon="trash-2" label=${t("translation.remove", { language: languageName(one.language) })} onClick=${() => (actions.removeTranslation(one.id), back())} /></div>`}</li>`)}</ul>`}
    ${may && !adding && !editing && note.text && html`<${Button} icon="languages" text label=${t("translation.add")} onClick=${() => setAdding(true)} />`}
    ${adding && html`<${Form} app=${app} note=${note} onKeep=${keep} onCancel=${close} />`}
  </section>`;
}

/** @param {{app: App, note: any}} props */
export function NoteLanguage({ app, note }) {
  const guessed = languageName(tongueOf(note.text ?? ""));
  return html`<label class="inline-field"><span class="label">${t("note.language")}</span>
    <select class="select select-small" value=${note.language || ""} onChange=${(/** @type {any} */ e) => app.actions.setNote(note.id, { language: e.currentTarget.value })}>
      <option value="">${guessed ? t("note.language_guessed", { language: guessed }) : t("note.language_unknown")}</option>
      ${languageNames(note.language).map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
    </select></label>`;
}

/** @param {any} there */
export const meanwhileKey = (there) => (there.machine ? "translation.meanwhile_machine" : "translation.meanwhile");

/** What another has written while I wrote. @param {{there: any}} props */
export function Meanwhile({ there }) {
  return html`<div class="message translation-meanwhile" role="alert"><${Icon} name=${there.machine ? "sparkles" : "languages"} /><div><p>${t(meanwhileKey(there))}</p><p dir="auto" lang=${there.language}>${there.text}</p></div></div>`;
}

/** @param {{app: App, note: any, there?: any, onKeep: (code: string, text: string, more: import("../core/translation_actions.js").More) => void, onCancel: () => void}} props */
function Form({ app, note, there, onKeep, onCancel }) {
  const translations = app.live.about(note.id).translationsOf(note.id);
  const own = languageOf(note);
  const [taken] = useState(() => translations); // when one began
  const free = languageNames().filter(([code]) => !sameLanguage(own, code) && !taken.some((/** @type {any} */ one) => sameLanguage(one.language, code)));
  const mine = howToRead().language;
  const [code, setCode] = useState(there?.language ?? free.find(([one]) => sameLanguage(one, mine))?.[0] ?? free[0]?.[0] ?? "");
  const [first] = useState(() => there?.text ?? "");
  const draft = useDraft(first, note);
  const { text, setText } = draft;
  const [sure, setSure] = useState(false);
  const now = inLanguage(translations, code);
  const meanwhile = now && now.text !== first && now.text !== text.trim();
  const id = `translate-${note.id}`;
  const ready = text.trim() && code;
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (ready && (!meanwhile || sure)) onKeep(code, text.trim(), { ...draft.more, over: first || sure ? now?.id : undefined });
    else if (ready) setSure(true);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep(event);
  };
  return html`<form class="stack" onSubmit=${keep}>
    ${!there && html`<label class="inline-field"><span class="label">${t("translation.into")}</span>
      <select class="select select-small" value=${code} onChange=${(/** @type {any} */ e) => (setCode(e.currentTarget.value), draft.forget())}>${free.map(([one, name]) => html`<option key=${one} value=${one}>${name}</option>`)}</select></label>`}
    <label class="label" for=${id}>${t("translation.text_in", { language: languageName(code) })}</label>
    <textarea id=${id} class="field" rows="3" dir="auto" lang=${code} autofocus value=${text} aria-describedby=${`${id}-count`}
      ref=${(/** @type {HTMLTextAreaElement|null} */ area) => area && !area.dataset.met && ((area.dataset.met = ""), area.focus())}
      onInput=${(/** @type {any} */ e) => setText((e.currentTarget.value = [...allowed(e.currentTarget.value)].slice(0, MOST).join("")))} onKeyDown=${key}></textarea>
    <${Counter} id=${`${id}-count`} length=${cpLength(text)} limit=${MOST} />
    <${SuggestOne} app=${app} note=${note} code=${code} onFill=${draft.fill} filled=${draft.machine} />
    ${meanwhile && html`<${Meanwhile} there=${now} />`}
    <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${onCancel} /><button type="submit" class="button button-primary" aria-disabled=${ready ? undefined : "true"}>${t(meanwhile ? "translation.replace" : "action.keep")}</button></div>
  </form>`;
}
