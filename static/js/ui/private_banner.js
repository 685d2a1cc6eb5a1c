/** "Private writing: only you see your notes", for as long as it lasts. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { privateCount } from "./private_counts.js";
import { setPrivate } from "./step_go.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function PrivateBanner({ app }) {
  const role = app.session.role.value;
  const count = privateCount();
  return html`<div class="banner banner-private" role="note"><${Icon} name="eye-off" />
    <p>${t(role === "viewer" ? "private.banner_viewer" : "private.banner")} ${count > 0 && html`<span class="banner-count">${t("private.count", { count })}</span>`}</p>
    ${role === "facilitator" && html`<button type="button" class="button button-outline" onClick=${() => setPrivate(app, false)}>${t("private.reveal")}</button>`}
  </div>`;
}
