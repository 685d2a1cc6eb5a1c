/** Settings of secrecy: what is seen of who writes, and whether facilitators may read private notes before the reveal. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

const AUTHORS = ["named", "association", "nobody"];

/** @param {{app: App}} props */
export function Writing({ app }) {
  const { live, actions } = app;
  const board = live.board();
  return html`<section class="section"><h3>${t("settings.writing")}</h3>
    <fieldset class="rights"><legend class="label">${t("settings.authors")}</legend>
      ${AUTHORS.map((one) => html`<label key=${one} class="check"><input type="radio" name="authors" checked=${board.authors === one} onChange=${() => actions.setAuthors(one)} /><span>${t(`settings.authors_${one}`)}</span></label>`)}
    </fieldset>
    <p class="hint">${t("settings.authors_hint")}</p>
    <label class="check"><input type="checkbox" checked=${board.moderate} aria-describedby="moderate-hint" onChange=${(/** @type {any} */ e) => actions.setBoard({ moderate: e.currentTarget.checked })} /><span>${t("settings.moderate")}</span></label>
    <p class="hint" id="moderate-hint">${t("settings.moderate_hint")}</p>
  </section>`;
}
