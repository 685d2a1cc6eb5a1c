/** Values of the file, each with what it stands for: colours, areas, words for kinds and themes. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { colorName, cssOf } from "./import_colors.js";
import { Pick, Some } from "./import_pick.js";
import { kindWord, number } from "./phrases.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {import("./import_reading.js").Proposal} Proposal */
/** @typedef {import("./import_reading.js").Value} Value */
/** @typedef {import("./import_mapping.js").Theme} Theme */

/** @param {{reading: Reading, proposal: Proposal, themes: Theme[]}} props */
export function Colors({ reading, proposal, themes }) {
  const { colors = {} } = reading.state.value.options;
  const line = (/** @type {Value} */ { value, count, guess }) => {
    const now = colors[value] ?? guess;
    const name = colorName(value);
    const set = (/** @type {Record<string, string>} */ fields) => reading.map("colors", value, { ...now, ...fields });
    return html`<li key=${value} class="bring-color">
      <span class="bring-swatch" aria-hidden="true" ref=${(/** @type {any} */ el) => el && (el.style.backgroundColor = cssOf(value))}></span>
      <span class="bring-value" title=${value}><bdi>${name}</bdi> <${Count} count=${count} /></span>
      <${Pick} hidden label=${t("import.kind_of", { value: name })} value=${now.kind} options=${[["", t("import.any_kind")], ...kinds()]} onChange=${(/** @type {string} */ kind) => set({ kind })} />
      <${Pick} hidden label=${t("import.theme_of", { value: name })} value=${now.theme} options=${[["", t("import.any_theme")], ...known(themes)]} onChange=${(/** @type {string} */ theme) => set({ theme })} /></li>`;
  };
  const silent = proposal.values.color.every(({ value, guess }) => !(colors[value] ?? guess).kind && !(colors[value] ?? guess).theme);
  return html`<section class="bring-part"><h4>${t("import.colors")}</h4>${silent && html`<p class="hint">${t("import.colors_hint")}</p>`}<${Some} list=${proposal.values.color} name=${t("import.colors")} draw=${line} /></section>`;
}

/** @param {{reading: Reading, proposal: Proposal, themes: Theme[]}} props */
export function Areas({ reading, proposal, themes }) {
  const { themes: chosen = {} } = reading.state.value.options;
  const nothing = t(proposal.clusters === "area" ? "import.area_cluster" : "import.area_nothing");
  const line = (/** @type {Value} */ { value, count, guess }) => html`<${Line} key=${value} value=${value} count=${count} label=${t("import.theme_of", { value })} now=${chosen[value] ?? guess}
    options=${[["", nothing], ...known(themes), fresh(value)]} onChange=${(/** @type {string} */ theme) => reading.map("themes", value, theme)} />`;
  const title = t(proposal.source === "lines" ? "import.headings" : "import.areas");
  return html`<section class="bring-part"><h4>${title}</h4><${Some} list=${proposal.values.area} name=${title} draw=${line} />
    ${proposal.source === "mural" && html`<label class="check"><input type="checkbox" checked=${proposal.clusters === "area"} onChange=${(/** @type {any} */ e) => reading.change({ clusters: { by: e.currentTarget.checked ? "area" : "none" } })} />
      <span>${t("import.areas_cluster")}</span></label>`}</section>`;
}

/** @param {{reading: Reading, proposal: Proposal}} props */
export function Kinds({ reading, proposal }) {
  const { kinds: chosen = {} } = reading.state.value.options;
  const line = (/** @type {Value} */ { value, count, guess }) => html`<${Line} key=${value} value=${value} count=${count} label=${t("import.kind_of", { value })} now=${chosen[value] ?? guess}
    options=${[["", t("import.any_kind")], ...kinds()]} onChange=${(/** @type {string} */ kind) => reading.map("kinds", value, kind)} />`;
  return html`<section class="bring-part"><h4>${t("import.kinds_in")}</h4><${Some} list=${proposal.values.kind} name=${t("import.kinds_in")} draw=${line} /></section>`;
}

/** @param {{reading: Reading, proposal: Proposal, themes: Theme[]}} props */
export function Themes({ reading, proposal, themes }) {
  const { themes: chosen = {} } = reading.state.value.options;
  const line = (/** @type {Value} */ { value, count, guess }) => html`<${Line} key=${value} value=${value} count=${count} label=${t("import.theme_of", { value })} now=${chosen[value] ?? guess}
    options=${[...known(themes), fresh(value), ["", t("import.any_theme")]]} onChange=${(/** @type {string} */ theme) => reading.map("themes", value, theme)} />`;
  return html`<section class="bring-part"><h4>${t("import.themes_in")}</h4><${Some} list=${proposal.values.theme} name=${t("import.themes_in")} draw=${line} /></section>`;
}

/** @param {{value: string, count: number, label: string, now: string, options: [string, string][], onChange: (value: string) => void}} props */
function Line({ value, count, label, now, options, onChange }) {
  return html`<li class="bring-line"><span class="bring-value"><bdi>${value}</bdi> <${Count} count=${count} /></span>
    <${Pick} hidden label=${label} value=${now} options=${options} onChange=${onChange} /></li>`;
}

/** @param {{count: number}} props */
function Count({ count }) {
  return html`<span class="bring-count" aria-hidden="true">${number(count)}</span><span class="visually-hidden">(${t("import.count_notes", { count })})</span>`;
}

/** @returns {[string, string][]} */
function kinds() {
  return [["challenge", kindWord("challenge")], ["solution", kindWord("solution")]];
}

/** @param {Theme[]} themes @returns {[string, string][]} */
function known(themes) {
  return themes.map(({ id, title }) => [id, title]);
}

/** @param {string} value @returns {[string, string]} */
function fresh(value) {
  const title = [...value].slice(0, 80).join("").trim();
  return [`+${title}`, t("import.new_theme", { title })];
}
