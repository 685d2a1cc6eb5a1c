/** The themes of the next board, and where the notes of each old one go. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { goesTo } from "../core/next.js";
import { Button } from "./button.js";
import { Check } from "./check.js";
import { COLORS, Sign, SIGN_NAMES } from "./icon.js";

const MOST = 20;

/** @param {{old: any[], themes: any[]|null, mapping: Record<string, string>, newId: () => string, onChange: (fields: Record<string, any>) => void}} props */
export function NextThemes({ old, themes, mapping, newId, onChange }) {
  const keep = (/** @type {boolean} */ on) => onChange({ themes: on ? null : old.map(({ id, title, color, sign }) => ({ id, title, color, sign })), mapping: {} });
  const rename = (/** @type {number} */ at, /** @type {string} */ title) => onChange({ themes: themes?.map((one, i) => (i === at ? { ...one, title } : one)) });
  const add = () => themes && onChange({ themes: [...themes, { id: newId(), title: "", color: COLORS[themes.length % COLORS.length], sign: SIGN_NAMES[themes.length % SIGN_NAMES.length] }] });
  return html`<div class="next-themes">
    <${Check} on=${!themes} label=${t("next.themes_keep")} onChange=${keep} />
    ${themes && html`
      <fieldset><legend class="label">${t("next.themes")}</legend>
        <ol>${themes.map((theme, i) => html`<li key=${theme.id} data-color=${theme.color}><span class="theme-word"><${Sign} name=${theme.sign} /></span>
          <input class="field" dir="auto" required maxlength="80" aria-label=${t("next.theme_name", { number: i + 1 })} value=${theme.title} onInput=${(/** @type {any} */ e) => rename(i, e.currentTarget.value)} />
          ${themes.length > 1 && html`<${Button} icon="x" label=${t("next.theme_remove", { title: theme.title })} onClick=${() => onChange({ themes: themes.filter((one) => one !== theme) })} />`}</li>`)}</ol>
        ${themes.length < MOST && html`<${Button} icon="plus" text label=${t("next.theme_add")} onClick=${add} />`}
      </fieldset>
      <fieldset><legend class="label">${t("next.mapping")}</legend>
        ${old.map((theme) => html`<label key=${theme.id} class="next-mapping"><span dir="auto">${t("next.mapping_of", { title: theme.title })}</span>
          <select class="select" value=${goesTo(themes, mapping, theme.id)} onChange=${(/** @type {any} */ e) => onChange({ mapping: { ...mapping, [theme.id]: e.currentTarget.value } })}>
            ${themes.map((one, i) => html`<option key=${one.id} value=${one.id}>${one.title || t("next.theme_name", { number: i + 1 })}</option>`)}</select></label>`)}
      </fieldset>`}
  </div>`;
}
