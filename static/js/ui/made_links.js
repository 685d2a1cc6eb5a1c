/** The links of a board that was just made: shown this one time, so that the dialog asks before it closes without one kept. */
import { html, useEffect } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Copy } from "./invite.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{board: string, code: string, links: Record<string, string>}} Made */

const PURPOSES = ["facilitator", "participant", "viewer", "recovery"];
/** With one of these the board cannot be lost. */
const KEEPS = ["facilitator", "recovery"];

/** @param {{app: App, made: Made, onKept: () => void}} props */
export function MadeLinks({ app, made, onKept }) {
  useEffect(() => {
    app.session.announce.value = t("next.ready");
  }, []);
  return html`<div class="stack">
    <p>${t("next.ready_hint")}</p>
    <ul class="made-links">
      ${PURPOSES.map((purpose) => html`<li key=${purpose}>
        <label class="label" for=${`made-${purpose}`}>${t(`home.link_${purpose}`)}</label>
        <p class="hint">${t(`home.link_${purpose}_hint`)}</p>
        <div class="made-line"><input id=${`made-${purpose}`} class="field" dir="ltr" readonly value=${made.links[purpose]} onFocus=${(/** @type {any} */ e) => e.currentTarget.select()} />
          <span onClick=${() => KEEPS.includes(purpose) && onKept()}><${Copy} app=${app} text=${made.links[purpose]} label=${t("home.copy_link", { name: t(`home.link_${purpose}`) })} /></span></div></li>`)}
    </ul>
    <p><span class="label">${t("home.code")}</span> <bdi dir="ltr" class="made-code">${made.code.slice(0, 4)}-${made.code.slice(4)}</bdi></p>
    <p class="row-end"><a class="button button-primary" href=${made.links.facilitator} target="_blank" rel="noopener" onClick=${onKept}><${Icon} name="log-in" />${t("next.open_board")}</a></p>
  </div>`;
}
