/** Step two of taking the board home: what of it, in which language, and the options that the format knows. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { formatOf, isReview } from "./export_formats.js";
import { filtered, partOf } from "./export_wish.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./export_wish.js").Form} Form */

const SEPARATORS = [["", "auto"], [",", "comma"], [";", "semicolon"]];

/** @param {{app: App, form: Form, onChange: (fields: Partial<Form>) => void}} props */
export function How({ app, form, onChange }) {
  const { knows } = formatOf(form.format);
  /** @type {any} */
  const page = app.page;
  /** @type {{code: string, name: string, dir: string}[]} */
  const languages = page.exportLanguages ?? app.languages;
  const carried = knows.includes("series") && app.live.all("note").some((note) => note.origin);
  const facilitator = app.session.role.value === "facilitator";
  return html`<div class="take-options">
    <${Parts} app=${app} form=${form} onChange=${onChange} />
    <div class="form-pair">
      ${knows.includes("language") && html`<label><span class="label">${t("export.language")}</span>
        <select class="select select-small" value=${form.language} aria-describedby="take-language" onChange=${(/** @type {any} */ e) => onChange({ language: e.currentTarget.value })}>
          ${languages.map(({ code, name, dir }) => html`<option key=${code} value=${code} lang=${code} dir=${dir}>${name}</option>`)}
        </select><span class="hint" id="take-language">${t("export.language_hint")}</span></label>`}
      ${knows.includes("separator") && html`<label><span class="label">${t("export.separator")}</span>
        <select class="select select-small" value=${form.separator} aria-describedby="take-separator" onChange=${(/** @type {any} */ e) => onChange({ separator: e.currentTarget.value })}>
          ${SEPARATORS.map(([sign, name]) => html`<option key=${name} value=${sign}>${t(`export.separator_${name}`)}</option>`)}
        </select><span class="hint" id="take-separator">${t("export.separator_hint")}</span></label>`}
    </div>
    <div>
      ${knows.includes("comments") && html`<${Check} label=${t("export.comments")} checked=${form.comments} onChange=${(/** @type {boolean} */ comments) => onChange({ comments })} />`}
      ${carried && html`<${Check} label=${t("export.series")} checked=${form.series} onChange=${(/** @type {boolean} */ series) => onChange({ series })} />`}
      ${knows.includes("names") && facilitator && html`<${Check} label=${t("export.names")} checked=${form.names} onChange=${(/** @type {boolean} */ names) => onChange({ names })} />`}
    </div>
  </div>`;
}

/** @param {{app: App, form: Form, onChange: (fields: Partial<Form>) => void}} props */
function Parts({ app, form, onChange }) {
  const { live } = app;
  const part = partOf(app, form);
  const themes = live.themes();
  const names = live.associations.value;
  const found = filtered(app);
  const associations = names.includes(form.association) || !form.association ? names : [...names, form.association];
  const pickTheme = html`<${Pick} label=${t("note.theme")} value=${form.theme} options=${themes.map((/** @type {any} */ one) => [one.id, one.title])} onChange=${(/** @type {string} */ theme) => onChange({ theme })} />`;
  const pickAssociation = html`<${Pick} label=${t("note.association")} value=${form.association} options=${associations.map((one) => [one, one])} onChange=${(/** @type {string} */ association) => onChange({ association })} />`;
  if (isReview(form.format)) return associations.length ? pickAssociation : html`<p class="hint">${t("export.review_needs")}</p>`;
  const choices = [["board", t("export.part_board")], themes.length && ["theme", t("export.part_theme")], associations.length && ["association", t("export.part_association")],
    found && ["notes", t("export.part_notes", { count: found.length })]].filter(Boolean);
  return html`<fieldset><legend class="label">${t("export.part")}</legend>
    <div class="choices">
      ${/** @type {[import("./export_wish.js").Part, string][]} */ (choices).map(([value, words]) => html`<label key=${value} class="choice">
        <input type="radio" name="take-part" checked=${part === value} onChange=${() => onChange({ part: value })} /><span>${words}</span></label>`)}
    </div>
    ${part === "theme" && pickTheme}${part === "association" && pickAssociation}
    ${part === "notes" && !found?.length && html`<p class="hint" role="status">${t("filter.none")}</p>`}
  </fieldset>`;
}

/** @param {{label: string, value: string, options: [string, string][], onChange: (value: string) => void}} props */
function Pick({ label, value, options, onChange }) {
  return html`<label class="take-pick"><span class="label">${label}</span>
    <select class="select select-small" value=${value} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.value)}>
      ${options.map(([key, words]) => html`<option key=${key} value=${key}>${words}</option>`)}
    </select></label>`;
}

/** @param {{label: string, checked: boolean, onChange: (on: boolean) => void}} props */
function Check({ label, checked, onChange }) {
  return html`<label class="check"><input type="checkbox" checked=${checked} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.checked)} /><span>${label}</span></label>`;
}
