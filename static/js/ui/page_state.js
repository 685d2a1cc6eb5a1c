/** What is said when this seat may not go on: put out, link replaced, board gone; and banners for what is limited. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Lost({ app }) {
  const why = app.ui.lost.value;
  const waiting = app.session.saved.value.waiting;
  return html`<div class="lost" role="alert">
    <${Icon} name="lock" />
    <h2>${t(why === "put_out" ? "lost.put_out" : "lost.title")}</h2>
    <p>${t("lost.text")}</p>
    ${waiting > 0 && html`<p>${t("lost.waiting", { count: waiting })}</p>`}
    <div class="button-row"><a class="button button-primary" href=${`/join/${encodeURIComponent(app.page.board)}`}>${t("lost.join")}</a><a class="button" href="/">${t("lost.home")}</a></div>
  </div>`;
}

/** @param {{app: App}} props */
export function Banner({ app }) {
  const role = app.session.role.value;
  const locked = app.live.board().locked;
  const words = role === "viewer" ? t("banner.viewer") : locked ? t(role === "facilitator" ? "banner.locked_facilitator" : "banner.locked") : "";
  if (!words) return null;
  return html`<p class="banner" role="note"><${Icon} name=${role === "viewer" ? "eye" : "lock"} />${words}</p>`;
}
