/** The words of a note as this reader wants them: its own, a translation, or both; and the way to turn to the other. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t, language } from "../core/i18n.js";
import { isEarlier, readNote } from "../core/reading.js";
import { flip, howToRead } from "../core/session.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { languageName } from "./names.js";
/** @typedef {import("./state.js").App} App */

/** @param {App} app @param {any} note @returns {import("../core/reading.js").Read} */
export function readingOf(app, note) {
  return readNote(note, app.live.about(note.id).translationsOf(note.id), howToRead());
}

/** The text that a reader sees, where there is no room for more. @param {App} app @param {any} note @returns {string} */
export function sayOf(app, note) {
  return readNote(note, app.store.translationsOf(note.id), howToRead()).text;
}

/** @param {{app: App, note: any, translations?: readonly any[], name?: string, tag?: string, cut?: (text: string) => string, plain?: boolean, rest?: any}} props `translations`: of a note that is not on the board now; `name`: of the class; `plain`: without the sign */
export function Words({ app, note, translations, name = "words", tag = "span", cut = (text) => text, plain, ...rest }) {
  const read = translations ? readNote(note, translations, howToRead()) : readingOf(app, note);
  if (!read.text) return html`<${tag} class=${`${name} empty`} ...${rest}>${t("note.no_text")}<//>`;
  return html`<${tag} class=${name} dir="auto" lang=${read.lang} ...${rest}>${cut(read.text)}${read.translation && !plain && html`<${Mark} translation=${read.translation} note=${note} />`}<//>${read.also && html`<${tag === "h2" ? "p" : tag} class=${`${name} words-also`} dir="auto" lang=${read.alsoLang}>${cut(read.also)}<//>`}`;
}

/** By whom, and of what. @param {{translation: any, note: any}} props */
export function Mark({ translation, note }) {
  return html` <span class="translated-mark" lang=${language.value} title=${signWords(translation, note)}><${Icon} name=${translation.machine ? "sparkles" : "languages"} /><span class="visually-hidden">${signWords(translation, note)}</span>${isEarlier(translation, note) && html`<${Icon} name="clock" />`}</span>`;
}

/** What is to be known of a translation before one believes it. @param {any} translation @param {any} note */
export function signWords(translation, note) {
  const how = t(translation.machine ? "translation.by_machine" : "translation.by_person");
  return isEarlier(translation, note) ? `${how} · ${t("translation.earlier")}` : how;
}

/** Shows the original, or the translation again. @param {{app: App, note: any, translations?: readonly any[], text?: boolean}} props */
export function Turn({ app, note, translations, text }) {
  const read = translations ? readNote(note, translations, howToRead()) : readingOf(app, note);
  if (!read.turns) return null;
  const label = read.translation ? t("translation.show_original") : t("translation.show");
  return html`<${Button} icon="languages" text=${text} label=${label} data-turn=${note.id} onClick=${(/** @type {Event} */ event) => (event.stopPropagation(), flip(note.id))} />`;
}

/** For a panel in which the text itself is edited: the translation under it, with what it is. @param {{app: App, note: any}} props */
export function Below({ app, note }) {
  const { translation, text, lang } = readingOf(app, note);
  if (!translation) return null;
  return html`<figure class="translated"><figcaption>${signWords(translation, note)} · ${languageName(lang)}</figcaption><p dir="auto" lang=${lang}>${text}</p></figure>`;
}
