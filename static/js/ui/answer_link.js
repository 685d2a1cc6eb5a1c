/** The dialog that links a note with several of the other kind: search, arrow keys, tick, done. */
import { html, useEffect, useMemo, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { folded } from "../core/session.js";
import { Dialog } from "./dialog.js";
import { Button } from "./button.js";
import { KindIcon, Icon } from "./icon.js";
import { brief, kindWord } from "./phrases.js";
import { othersOf } from "./answer_list.js";
/** @typedef {import("./state.js").App} App */

const SHOWN = 60;

/** @param {{app: App, id: string, onClose: () => void}} props */
export function Link({ app, id, onClose }) {
  const { live, actions, session } = app;
  const note = live.get("note", id);
  const challenge = note?.kind === "challenge";
  const before = useMemo(() => new Set(note ? othersOf(app, note).map((other) => other.id) : []), [id]);
  const [chosen, setChosen] = useState(before);
  const [words, setWords] = useState("");
  const search = useRef(/** @type {HTMLInputElement|null} */ (null));
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => search.current?.focus(), []);
  if (!note) return null;

  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const found = candidates(app, note, before).filter((other) => fits(app, other, wanted));
  const title = t(challenge ? "link.solutions_title" : "link.challenges_title");
  const added = [...chosen].filter((other) => !before.has(other));
  const gone = [...before].filter((other) => !chosen.has(other));

  const keep = () => {
    app.sync.beginGesture();
    for (const other of added) challenge ? actions.link(other, id) : actions.link(id, other);
    for (const other of gone) challenge ? actions.unlink(other, id) : actions.unlink(id, other);
    app.sync.endGesture();
    if (added.length) session.announce.value = t("link.linked", { count: added.length });
    onClose();
  };
  /** @param {string} other */
  const toggle = (other) => {
    const next = new Set(chosen);
    if (!next.delete(other)) next.add(other);
    setChosen(next);
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const boxes = /** @type {HTMLElement[]} */ ([...(list.current?.querySelectorAll("input") ?? [])]);
    const at = boxes.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "ArrowDown") boxes[Math.min(at + 1, boxes.length - 1)]?.focus();
    else if (event.key === "ArrowUp") at > 0 ? boxes[at - 1].focus() : search.current?.focus();
    else if (event.key === "Enter" && at >= 0) keep();
    else if (event.key === "Enter" && document.activeElement === search.current) boxes[0]?.focus();
    else return;
    event.preventDefault();
  };
  return html`<${Dialog} title=${title} onClose=${onClose} wide>
    <form class="stack" onSubmit=${(/** @type {Event} */ e) => (e.preventDefault(), keep())} onKeyDown=${key}>
      <blockquote class="link-from" data-color=${live.get("theme", note.theme)?.color} data-kind=${note.kind}><span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
        <span class="visually-hidden">${kindWord(note.kind)}: </span><${Words} app=${app} note=${note} tag="p" cut=${(/** @type {string} */ text) => brief(text, 240)} /></blockquote>
      <span class="search-field"><${Icon} name="search" /><input ref=${search} type="search" class="field" aria-label=${t("filter.search")} placeholder=${t("filter.search")} dir=${words ? "auto" : undefined}
        value=${words} onInput=${(/** @type {any} */ e) => setWords(e.currentTarget.value)} /></span>
      <p class="visually-hidden" role="status">${t("filter.found", { count: found.length })}</p>
      ${found.length
        ? html`<ul class="pick-list" ref=${list} aria-label=${t(challenge ? "kind.solutions" : "kind.challenges")}>
            ${found.slice(0, SHOWN).map((other) => html`<li key=${other.id}><${Pick} app=${app} note=${other} checked=${chosen.has(other.id)} onToggle=${() => toggle(other.id)} /></li>`)}
          </ul>`
        : html`<p class="empty">${t(challenge ? "link.no_solutions" : "link.no_challenges")}</p>`}
      ${found.length > SHOWN && html`<p class="hint">${t("link.more", { count: found.length - SHOWN })}</p>`}
      <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${onClose} />
        <button type="submit" class="button button-primary">${added.length ? t("link.do", { count: added.length }) : t("action.keep")}</button></div>
    </form>
  <//>`;
}

/** A note to tick. @param {{app: App, note: any, checked: boolean, onToggle: () => void}} props */
export function Pick({ app, note, checked, onToggle }) {
  const theme = app.live.get("theme", note.theme);
  return html`<label class="pick" data-color=${theme?.color} data-kind=${note.kind}>
    <input type="checkbox" checked=${checked} onChange=${onToggle} />
    <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
    <span class="note-line-body"><${Words} app=${app} note=${note} name="note-line-text" />
      <span class="note-line-meta">${note.association && html`<bdi>${note.association}</bdi>`}${theme && html`<bdi>${theme.title}</bdi>`}</span></span>
  </label>`;
}

/** Notes of the other kind: those linked first, then those of the same theme, then the rest, newest first. @param {App} app @param {any} note @param {Set<string>} linked */
function candidates(app, note, linked) {
  const order = new Map(app.store.themes().map((/** @type {any} */ theme, /** @type {number} */ i) => [theme.id, i]));
  /** @param {any} other */
  const rank = (other) => (linked.has(other.id) ? -2 : other.theme === note.theme ? -1 : order.get(other.theme) ?? 99);
  return app.live
    .all("note")
    .filter((other) => other.kind !== note.kind && !other.hidden && !(other.merged_into && app.store.get("note", other.merged_into)))
    .sort((a, b) => rank(a) - rank(b) || (a.created_at < b.created_at ? 1 : -1));
}

/** @param {App} app @param {any} note @param {string[]} wanted */
function fits(app, note, wanted) {
  if (!wanted.length) return true;
  const text = folded([note.text, ...app.store.translationsOf(note.id).map((/** @type {any} */ each) => each.text), note.association].join(" "));
  return wanted.every((word) => text.includes(word));
}
