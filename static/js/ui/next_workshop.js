/** What the next workshop begins with: notes, themes, agenda, and who may read this board. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Check } from "./check.js";
import { languageNames } from "./names.js";
import { Carry } from "./next_carry.js";
import { NextThemes } from "./next_themes.js";
import { agendaOf } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/**
 * @param {object} props
 * @param {App} props.app
 * @param {ReturnType<typeof import("../core/next.js").canCome>} props.counts
 * @param {any} props.wish
 * @param {import("./next_coming.js").Found} props.coming
 * @param {boolean} props.missing a theme has no title
 * @param {(fields: Record<string, any>) => void} props.onChange
 */
export function NextWorkshop({ app, counts, wish, coming, missing, onChange }) {
  const steps = agendaOf(app).length;
  return html`<${Carry} counts=${counts} carry=${wish.carry} onChange=${(/** @type {any} */ carry) => onChange({ carry })} />
    <${NextThemes} old=${app.live.themes()} themes=${wish.themes} mapping=${wish.mapping} coming=${coming} missing=${missing} onChange=${onChange} />
    <fieldset><legend class="label">${t("next.also")}</legend>
      ${steps > 0 && html`<${Check} on=${wish.agenda} label=${t("next.agenda", { count: steps })} onChange=${(/** @type {boolean} */ agenda) => onChange({ agenda })} />`}
      <${Check} on=${wish.readable} label=${t("next.readable")} onChange=${(/** @type {boolean} */ readable) => onChange({ readable })} />
      <p class="hint next-under">${t("next.readable_hint")}</p>
      <details class="next-more"><summary>${t("next.more")}</summary>
        <div class="stack">
          <label><span class="label">${t("settings.purpose")}</span>
            <textarea class="field" rows="2" maxlength="600" dir="auto" value=${wish.purpose} onInput=${(/** @type {any} */ e) => onChange({ purpose: e.currentTarget.value })}></textarea></label>
          <label><span class="label">${t("settings.language")}</span>
            <select class="select select-small" value=${wish.language} onChange=${(/** @type {any} */ e) => onChange({ language: e.currentTarget.value })}>
              ${languageNames(wish.language).map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
            </select></label>
        </div></details>
    </fieldset>`;
}
