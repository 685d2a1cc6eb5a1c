/** A small choice with its name, and a list that begins short. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";

const FIRST = 8;

/** @param {{label: string, value: string, options: [string, string][], hidden?: boolean, more?: {name: string, options: [string, string][]}, onChange: (value: string) => void}} props `hidden`: the label is only told; `more`: a group below */
export function Pick({ label, value, options, hidden, more, onChange }) {
  return html`<label class="bring-pick"><span class=${hidden ? "visually-hidden" : "label"}>${label}</span>
    <select class="select select-small" value=${value} title=${[...options, ...(more?.options ?? [])].find(([key]) => key === value)?.[1]} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.value)}>
      ${options.map(([key, words]) => html`<option key=${key} value=${key}>${words}</option>`)}
      ${more && html`<optgroup label=${more.name}>${more.options.map(([key, words]) => html`<option key=${key} value=${key}>${words}</option>`)}</optgroup>`}
    </select></label>`;
}

/** The first of many, the rest on demand. @param {{list: any[], name: string, first?: number, draw: (one: any) => any}} props */
export function Some({ list, name, first = FIRST, draw }) {
  const [all, setAll] = useState(false);
  const shown = all || list.length <= first + 2 ? list : list.slice(0, first);
  return html`<ul class="bring-values" aria-label=${name}>${shown.map(draw)}</ul>
    ${shown.length < list.length && html`<button type="button" class="link-button" onClick=${() => setAll(true)}>${t("import.show_all", { count: list.length })}</button>`}`;
}
