/** The interpreter's round: the notes that have nothing in a language yet, one after the other, each with a field; Enter goes on to the next. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { inLanguage, isEarlier, languageOf, sumOf, wants } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { KindIcon, Sign } from "./icon.js";
import { brief, kindWord } from "./phrases.js";
import { languageName, languageNames } from "./names.js";
import { allowed } from "./text_binding.js";
import { MOST } from "./translations.js";
/** @typedef {import("./state.js").App} App */

/** What waits, in the order of the board: what has no translation, or one of an earlier text. @param {App} app @param {string} code @param {string} which */
export function waiting({ live, store, actions }, code, which) {
  live.all("note");
  live.all("translation");
  const theme = new Map(live.themes().map((/** @type {any} */ each, /** @type {number} */ place) => [each.id, place]));
  /** @param {any} note */
  const fits = (note) => {
    const translations = store.translationsOf(note.id);
    const there = inLanguage(translations, code);
    return which === "missing" ? wants(note, translations, code) : there && (which === "machine" ? there.machine : isEarlier(there, note));
  };
  return store.all("note").filter((/** @type {any} */ note) => fits(note) && actions.may("translate", note))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => (theme.get(a.theme) ?? 99) - (theme.get(b.theme) ?? 99) || (a.created_at < b.created_at ? -1 : 1));
}

/** @param {{app: App}} props */
export function Interpreter({ app }) {
  const { session, live } = app;
  session.role.value;
  live.get("seat", session.me.value);
  const [code, setCode] = useState(howToRead().language);
  const [which, setWhich] = useState("missing");
  const [skipped, setSkipped] = useState(/** @type {string[]} */ ([]));
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const all = waiting(app, code, which);
  const left = all.filter((/** @type {any} */ note) => !skipped.includes(note.id));
  const [note] = left;
  const choose = (/** @type {string} */ wanted) => {
    setWhich(wanted);
    setSkipped([]);
  };
  return html`<div class="interpreter" ref=${box}><h2>${t("panel.interpreter")}</h2>
    <label class="inline-field"><span class="label">${t("translation.into")}</span>
      <select class="select select-small" value=${code} onChange=${(/** @type {any} */ e) => (setCode(e.currentTarget.value), setSkipped([]))}>
        ${languageNames(code).map(([one, name]) => html`<option key=${one} value=${one}>${name}</option>`)}</select></label>
    <label class="inline-field"><span class="label">${t("interpreter.which")}</span>
      <select class="select select-small" value=${which} onChange=${(/** @type {any} */ e) => choose(e.currentTarget.value)}>
        ${["missing", "earlier", "machine"].map((one) => html`<option key=${one} value=${one}>${t(`interpreter.${one}`)}</option>`)}</select></label>
    <p role="status" class="interpreter-count">${t("interpreter.left", { count: all.length, language: languageName(code) })}</p>
    ${note ? html`<${Entry} key=${`${note.id} ${code}`} app=${app} note=${note} code=${code} onSkip=${() => setSkipped([...skipped, note.id])} />`
      : skipped.length && all.length ? html`<${Button} text icon="rotate-ccw" label=${t("interpreter.again")} onClick=${() => setSkipped([])} />`
      : html`<${Empty} icon="circle-check" words=${t("interpreter.done", { language: languageName(code) })} />`}
    ${left.length > 1 && html`<h3 class="kind-head">${t("interpreter.next")}</h3>
      <ol class="interpreter-next">${left.slice(1, 6).map((/** @type {any} */ each) => html`<li key=${each.id} dir="auto" lang=${languageOf(each)}>${brief(each.text, 80)}</li>`)}</ol>`}
  </div>`;
}

/** @param {{app: App, note: any, code: string, onSkip: () => void}} props */
function Entry({ app, note, code, onSkip }) {
  const { actions, session, store } = app;
  const there = inLanguage(store.translationsOf(note.id), code);
  const [text, setText] = useState(there?.text ?? "");
  const [source] = useState(() => sumOf(note.text));
  const area = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  const theme = app.live.get("theme", note.theme);
  useEffect(() => area.current?.focus({ preventScroll: false }), []);
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return;
    actions.translate(note.id, code, text.trim(), { source });
    session.announce.value = t("translation.kept", { language: languageName(code) });
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") return;
    event.stopPropagation();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) keep(event);
    else if (event.key === "ArrowDown" && event.altKey) onSkip();
  };
  return html`<form class="stack interpreter-entry" data-color=${theme?.color} data-kind=${note.kind} onSubmit=${keep}>
    <p class="muted interpreter-from"><span><span class="kind-chip"><${KindIcon} kind=${note.kind} /></span> ${kindWord(note.kind)}</span>${theme && html`<span><${Sign} name=${theme.sign} /> <bdi>${theme.title}</bdi></span>`}<span>${languageName(languageOf(note)) || t("note.language_unknown")}</span></p>
    <blockquote class="note-whole" id="interpret-original" dir="auto" lang=${languageOf(note)}>${note.text}</blockquote>
    <label class="label" for="interpret-text">${t("translation.text_in", { language: languageName(code) })}</label>
    <textarea id="interpret-text" ref=${area} class="field" rows="4" dir="auto" lang=${code} enterkeyhint="next" value=${text} aria-describedby="interpret-original interpret-keys"
      onInput=${(/** @type {any} */ e) => setText((e.currentTarget.value = [...allowed(e.currentTarget.value)].slice(0, MOST).join("")))} onKeyDown=${key}></textarea>
    <p class="hint" id="interpret-keys">${t("interpreter.keys")}</p>
    <div class="button-row"><button type="submit" class="button button-primary" aria-disabled=${text.trim() ? undefined : "true"}>${t("interpreter.keep_next")}</button>
      <${Button} text label=${t("interpreter.skip")} onClick=${onSkip} /></div>
  </form>`;
}
