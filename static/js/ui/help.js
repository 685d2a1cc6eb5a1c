/** The sheet of shortcuts. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Dialog } from "./dialog.js";
import { Button, readable } from "./button.js";
import { SHORTCUTS } from "./shortcuts.js";
/** @typedef {import("./state.js").App} App */

const SHEET = Object.entries(SHORTCUTS).map(([place, keys]) => /** @type {const} */ ([`help.${place}`, Object.values(keys)]));

/** @param {{app: App, onClose: () => void}} props */
export function Help({ app, onClose }) {
  const tour = () => {
    onClose();
    app.ui.tour.value = "asked";
  };
  return html`<${Dialog} title=${t("help.title")} onClose=${onClose} wide>
    <p>${t("help.intro")}</p>
    <div class="help">
      ${SHEET.map(
        ([title, rows]) => html`<section key=${title}><h3>${t(title)}</h3>
          <dl class="keys">${rows.map(({ keys, words: what }) => html`<div key=${what}><dt>${keys.split(" ").map((one, i) => html`${i > 0 && " / "}<kbd>${readable(one)}</kbd>`)}</dt><dd>${t(what)}</dd></div>`)}</dl>
        </section>`,
      )}
    </div>
    <p class="hint">${t("help.pointer")}</p>
    ${!app.ui.phone.value && html`<p><${Button} icon="play" text label=${t("tour.again")} onClick=${tour} /></p>`}
    <label class="check"><input type="checkbox" checked=${app.session.singleKeys.value} onChange=${(/** @type {any} */ e) => (app.session.singleKeys.value = e.currentTarget.checked)} /><span>${t("help.single_keys")}</span></label>
    <label class="inline-field"><span class="label">${t("hear.title")}</span>
      <select class="select select-small" value=${app.session.hear.value} onChange=${(/** @type {any} */ e) => (app.session.hear.value = e.currentTarget.value)}>
        <option value="off">${t("hear.off")}</option><option value="summary">${t("hear.summary")}</option><option value="all">${t("hear.all")}</option>
      </select></label>
    <p><a class="line-link" href="/accessibility" target="_blank" rel="noopener">${t("access.title")}</a></p>
  <//>`;
}
