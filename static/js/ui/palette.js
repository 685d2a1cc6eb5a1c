/** The command palette (Ctrl+K): a field and the commands and places that it finds; recent ones first while nothing is asked. */
import { html, useEffect, useMemo, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { language, t } from "../core/i18n.js";
import { readable } from "./button.js";
import { Icon } from "./icon.js";
import { find } from "./palette_entries.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./palette_entries.js").Entry} Entry */

const KEPT = 8;
const STORE = "palette-recent";

/** @returns {string[]} */
function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string} id */
function keepRecent(id) {
  try {
    localStorage.setItem(STORE, JSON.stringify([id, ...recent().filter((one) => one !== id)].slice(0, KEPT)));
  } catch {
    return; // storage is closed to us: nothing is remembered
  }
}

/** @param {{app: App}} props */
export function Palette({ app }) {
  const [question, setQuestion] = useState(() => app.ui.dialog.peek()?.typed ?? "");
  const [at, setAt] = useState(0);
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const last = useMemo(recent, []);
  const version = app.session.version.value;
  const groups = useMemo(() => find(app, question, last), [question, version, app.session.role.value, language.value]);
  const all = groups.flatMap(({ entries }) => entries);
  const chosen = all[Math.min(at, all.length - 1)];
  const before = useRef(/** @type {HTMLElement|null} */ (null));

  useEffect(() => {
    before.current = /** @type {HTMLElement|null} */ (document.activeElement);
    box.current?.showModal();
  }, []);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen?.id]);

  const close = () => {
    box.current?.close();
    app.ui.dialog.value = null;
    const back = before.current;
    if (back?.isConnected && back !== document.body) back.focus();
  };
  /** @param {Entry} entry */
  const choose = (entry) => {
    close();
    keepRecent(entry.id);
    entry.run();
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    /** @type {Record<string, number>} */
    const goes = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, PageDown: Math.min(at + 8, all.length - 1), PageUp: Math.max(at - 8, 0) };
    if (event.key in goes && all.length) setAt(goes[event.key] % all.length);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) close();
    else return;
    event.preventDefault();
  };
  /** A press on the backdrop. @param {any} event */
  const outside = (event) => event.target === box.current && close();
  const type = (/** @type {any} */ event) => {
    setQuestion(event.currentTarget.value);
    setAt(0);
  };
  return html`<dialog ref=${box} class="dialog palette" aria-label=${t("palette.open")} onPointerDown=${outside} onKeyDown=${key} onCancel=${(/** @type {Event} */ e) => (e.preventDefault(), close())}>
    <div class="palette-box">
      <div class="palette-field"><${Icon} name="search" />
        <input type="text" role="combobox" dir="auto" autocomplete="off" spellcheck="false" autofocus aria-label=${t("palette.field")} placeholder=${t("palette.field")} aria-autocomplete="list" aria-expanded=${String(all.length > 0)}
          aria-controls="palette-list" aria-activedescendant=${chosen && optionId(chosen)} value=${question} onInput=${type} /></div>
      <div id="palette-list" class="palette-list" role="listbox" aria-label=${t("palette.found")}>
        ${groups.map(({ group, entries }) => html`<div key=${group} role="group" aria-labelledby=${`palette-${group}`}><p id=${`palette-${group}`} class="palette-head" role="presentation">${t(`palette.${group}`)}</p>
          ${entries.map((entry) => html`<${Option} key=${entry.id} entry=${entry} chosen=${entry === chosen} onPoint=${() => setAt(all.indexOf(entry))} onChoose=${() => choose(entry)} />`)}</div>`)}
      </div>
      ${!all.length && html`<p class="empty palette-none">${t("palette.none")}</p>`}
      <p class="visually-hidden" role="status">${question && t("palette.count", { count: all.length })}</p>
    </div>
  </dialog>`;
}

/** @param {Entry} entry */
const optionId = (entry) => `palette-option-${entry.id}`;

/** @param {{entry: Entry, chosen: boolean, onPoint: () => void, onChoose: () => void}} props */
function Option({ entry, chosen, onPoint, onChoose }) {
  /** A list that grows under a pointer at rest is no pointing. @param {PointerEvent} event */
  const point = (event) => !chosen && (event.movementX || event.movementY) && onPoint();
  return html`<div id=${optionId(entry)} role="option" class="palette-option" aria-selected=${String(chosen)} data-color=${entry.color} onPointerMove=${point} onClick=${onChoose}>
    <${Icon} name=${entry.icon ?? "arrow-right"} mirror=${entry.mirror} /><span class="palette-label" dir="auto" lang=${entry.lang}>${entry.label}</span>
    ${entry.more && html`<span class="palette-more"><bdi>${entry.more}</bdi></span>`}${entry.keys && html`<kbd aria-hidden="true">${readable(entry.keys.split(" ")[0])}</kbd>`}
  </div>`;
}
