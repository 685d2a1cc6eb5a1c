/** How this screen shows notes that somebody has translated: originals, one's own language, or both. Kept on this device. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t, language } from "../core/i18n.js";
import { MODES } from "../core/reading.js";
import { Dialog } from "./dialog.js";
import { languageName, languageNames } from "./names.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, onClose: () => void}} props */
export function Reading({ app, onClose }) {
  const { session } = app;
  const choose = (/** @type {string} */ mode) => {
    session.flipped.value = new Set();
    session.reading.value = mode;
    session.announce.value = t(`reading.${mode}`);
  };
  return html`<${Dialog} title=${t("reading.title")} onClose=${onClose}><div class="form">
    <fieldset class="rights"><legend class="label">${t("reading.show")}</legend>
      ${MODES.map((mode) => html`<label key=${mode} class="check"><input type="radio" name="reading" checked=${session.reading.value === mode} onChange=${() => choose(mode)} /><span>${t(`reading.${mode}`)}</span></label>`)}
    </fieldset>
    <label><span class="label">${t("reading.language")}</span>
      <select class="select" value=${session.readIn.value} onChange=${(/** @type {any} */ e) => (session.readIn.value = e.currentTarget.value)}>
        <option value="">${t("reading.as_page", { language: languageName(language.value) })}</option>
        ${languageNames(session.readIn.value).map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
      </select></label>
    <p class="hint">${t("reading.hint")}</p>
  </div><//>`;
}
