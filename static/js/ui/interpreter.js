/** The interpreter's round: the notes that have nothing in a language yet, one after the other, each with a field; Enter goes on to the next.
 * What is written stays until it is kept or put away, whatever others do meanwhile. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { inLanguage, isEarlier, languageOf, sumOf, wants } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { Copy } from "./copy.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { readyFor, SuggestMany, SuggestOne, useDraft } from "./machine.js";
import { brief, kindWord } from "./phrases.js";
import { languageName, languageNames } from "./names.js";
import { allowed } from "./text_binding.js";
import { MOST, Meanwhile, meanwhileKey } from "./translations.js";
/** @typedef {import("./state.js").App} App */

/** What was begun and not kept, by note and language: neither another choice nor a closed panel takes it away. `base`: what was there when it was begun. @type {Map<string, {text: string, base: string}>} */
const drafts = new Map();
const keyOf = (/** @type {string} */ note, /** @type {string} */ code) => `${note} ${code}`;

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

/** Of several interpreters each has a share of the notes first, so that no two have the same one before them. @param {App} app @param {any[]} notes */
function mineFirst({ live, store, session }, notes) {
  live.all("seat");
  const all = store.all("seat").filter((/** @type {any} */ seat) => seat.interpreter).map((/** @type {any} */ seat) => seat.id).sort();
  const mine = all.indexOf(session.me.value);
  if (mine < 0 || all.length < 2) return notes;
  const isMine = (/** @type {any} */ note) => sumOf(note.id) % all.length === mine;
  return [...notes.filter(isMine), ...notes.filter((note) => !isMine(note))];
}

/** @param {{app: App}} props */
export function Interpreter({ app }) {
  const { session, live } = app;
  session.role.value;
  live.get("seat", session.me.value);
  const [code, setCode] = useState(howToRead().language);
  const [which, setWhich] = useState("missing");
  const [only, setOnly] = useState({ theme: "", from: "" });
  const [skipped, setSkipped] = useState(/** @type {string[]} */ ([]));
  const [, look] = useState(0); // again, as suggestions come
  const [held, setHeld] = useState("");
  const every = waiting(app, code, which);
  const all = every.filter((/** @type {any} */ note) => (!only.theme || note.theme === only.theme) && (!only.from || (languageOf(note) || "?") === only.from));
  const left = mineFirst(app, all.filter((/** @type {any} */ note) => !skipped.includes(note.id)));
  const begun = [...drafts.keys()].map((one) => one.split(" ")).find(([id, into]) => into === code && !skipped.includes(id) && live.get("note", id))?.[0];
  const last = useRef(/** @type {any} */ (null)); // what I write on stays before me, deleted or not
  const note = held ? live.get("note", held) ?? last.current : begun ? live.get("note", begun) : left[0];
  last.current = note ?? null;
  const next = left.filter((/** @type {any} */ one) => one.id !== note?.id);
  const from = [...new Set(every.map((/** @type {any} */ one) => languageOf(one) || "?"))].map((one) => /** @type {[string, string]} */ ([one, one === "?" ? t("note.language_unknown") : languageName(one)]));
  const themes = live.themes().filter((/** @type {any} */ one) => every.some((/** @type {any} */ each) => each.theme === one.id)).map((/** @type {any} */ one) => [one.id, one.title]);
  const anew = () => {
    setSkipped([]);
    setHeld("");
  };
  const pick = (/** @type {string} */ label, /** @type {string} */ value, /** @type {string[][]} */ options, /** @type {(one: string) => void} */ choose) => html`<label class="inline-field"><span class="label">${label}</span>
    <select class="select select-small" value=${value} onChange=${(/** @type {any} */ e) => (choose(e.currentTarget.value), anew())}>${options.map(([one, name]) => html`<option key=${one} value=${one}>${name}</option>`)}</select></label>`;
  const any = ["", t("filter.any")];
  return html`<div class="interpreter"><h2>${t("panel.interpreter")}</h2>
    <div class="interpreter-filters">
      ${pick(t("translation.into"), code, languageNames(code), setCode)}
      ${pick(t("interpreter.which"), which, ["missing", "earlier", "machine"].map((one) => [one, t(`interpreter.${one}`)]), setWhich)}
      ${(from.length > 1 || only.from) && pick(t("interpreter.from"), only.from, [any, ...from], (one) => setOnly({ ...only, from: one }))}
      ${(themes.length > 1 || only.theme) && pick(t("note.theme"), only.theme, [any, ...themes], (one) => setOnly({ ...only, theme: one }))}
    </div>
    <p role="status" class="interpreter-count">${t("interpreter.left", { count: all.length, language: languageName(code) })}</p>
    ${note ? html`<${Entry} key=${keyOf(note.id, code)} app=${app} note=${note} code=${code} which=${which} onHold=${setHeld} onDone=${() => setHeld("")} onSkip=${() => (setHeld(""), setSkipped([...skipped, note.id]))} />`
      : skipped.length && all.length ? html`<${Button} text icon="rotate-ccw" label=${t("interpreter.again")} onClick=${anew} />`
      : html`<${Empty} icon="circle-check" words=${t("interpreter.done", { language: languageName(code) })} />`}
    ${which === "missing" && html`<${SuggestMany} app=${app} notes=${note ? [note, ...next] : next} code=${code} onReady=${() => look((times) => times + 1)} />`}
    ${next.length > 0 && html`<h3 class="kind-head">${t("interpreter.next")}</h3>
      <ol class="interpreter-next">${next.slice(0, 5).map((/** @type {any} */ each) => html`<li key=${each.id} dir="auto" lang=${languageOf(each)}>${brief(each.text, 80)}</li>`)}</ol>`}
  </div>`;
}

/** @param {{app: App, note: any, code: string, which: string, onHold: (note: string) => void, onDone: () => void, onSkip: () => void}} props */
function Entry({ app, note, code, which, onHold, onDone, onSkip }) {
  const { actions, session, live } = app;
  const draft = keyOf(note.id, code);
  const there = inLanguage(live.about(note.id).translationsOf(note.id), code);
  const [first] = useState(() => drafts.get(draft)?.base ?? there?.text ?? "");
  const found = first && !drafts.has(draft) ? null : readyFor(note, code);
  const field = useDraft(drafts.get(draft)?.text ?? (first || found?.text || ""), note, found);
  const { text } = field;
  const [sure, setSure] = useState(false);
  const area = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  const theme = live.get("theme", note.theme);
  const gone = !live.get("note", note.id);
  const meanwhile = !gone && there && there.text !== first && there.text !== text.trim();
  const own = languageOf(note);
  useEffect(() => {
    area.current?.focus({ preventScroll: false });
    if (drafts.has(draft)) onHold(note.id);
  }, []);
  useEffect(() => {
    if (found && !text) field.fill(found); // it came while the field was empty
  }, [found]);
  const fill = (/** @type {import("../core/machine.js").Suggestion} */ suggestion) => {
    field.fill(suggestion);
    setSure(false);
    drafts.set(draft, { text: suggestion.text, base: first });
    onHold(note.id);
    area.current?.focus();
  };
  const type = (/** @type {any} */ event) => {
    const typed = (event.currentTarget.value = [...allowed(event.currentTarget.value)].slice(0, MOST).join(""));
    field.setText(typed);
    setSure(false);
    if (typed.trim() && typed !== first) drafts.set(draft, { text: typed, base: first });
    else drafts.delete(draft);
    onHold(drafts.has(draft) ? note.id : "");
  };
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim() || gone) return;
    if (meanwhile && !sure) {
      setSure(true);
      session.announce.value = t(meanwhileKey(there));
      return;
    }
    const kept = actions.translate(note.id, code, text.trim(), { ...field.more, over: first || sure ? there?.id : undefined });
    drafts.delete(draft);
    session.announce.value = t(kept ? "translation.kept" : "machine.overtaken", { language: languageName(code) });
    onDone();
  };
  const pass = () => {
    if (meanwhile || gone) drafts.delete(draft);
    onSkip();
  };
  const confirm = () => {
    if (there) actions.confirmTranslation(there.id);
    onDone();
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") return;
    event.stopPropagation();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) keep(event);
    else if (event.key === "ArrowDown" && event.altKey) pass();
  };
  return html`<form class="stack interpreter-entry" data-color=${theme?.color} data-kind=${note.kind} onSubmit=${keep}>
    <p class="muted interpreter-from"><span><span class="kind-chip"><${KindIcon} kind=${note.kind} /></span> ${kindWord(note.kind)}</span>${theme && html`<span><${Sign} name=${theme.sign} /> <bdi>${theme.title}</bdi></span>`}<span>${languageName(own) || t("note.language_unknown")}</span></p>
    <blockquote class="note-whole" id="interpret-original" dir="auto" lang=${own}>${note.text}</blockquote>
    ${which === "earlier" && there && isEarlier(there, note) && html`<p class="message interpreter-note"><${Icon} name="clock" /><span>${t("interpreter.changed")}</span></p>`}
    ${gone && html`<p class="message message-error" role="alert">${t("interpreter.gone")}</p>`}
    ${meanwhile && html`<${Meanwhile} there=${there} />`}
    <label class="label" for="interpret-text">${t("translation.text_in", { language: languageName(code) })}</label>
    <textarea id="interpret-text" ref=${area} class="field" rows="4" dir="auto" lang=${code} enterkeyhint="next" value=${text} aria-describedby="interpret-original interpret-keys" onInput=${type} onKeyDown=${key}></textarea>
    ${!gone && html`<${SuggestOne} app=${app} note=${note} code=${code} onFill=${fill} filled=${field.machine} />`}
    <p class="hint" id="interpret-keys">${t("interpreter.keys")}</p>
    <div class="button-row">${!gone && html`<button type="submit" class="button button-primary" aria-disabled=${text.trim() ? undefined : "true"}>${t(meanwhile ? "translation.replace" : "interpreter.keep_next")}</button>`}
      ${which === "earlier" && there && !drafts.has(draft) && html`<${Button} text icon="check" label=${t("translation.confirm")} onClick=${confirm} />`}
      ${gone && html`<${Copy} app=${app} text=${text} label=${t("refused.copy")} />`}
      <${Button} text label=${t(meanwhile && !there.machine ? "interpreter.theirs" : "interpreter.skip")} onClick=${pass} /></div>
  </form>`;
}
