/** What is said when this seat may not go on: put out, link replaced, board gone; and banners for what is limited. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t, written } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { PrivateBanner } from "./private_banner.js";
import { useRoom } from "./step_room.js";
import { useClock } from "./timer_clock.js";
/** @typedef {import("./state.js").App} App */

const LOST = { forbidden: true, put_out: true, erased: true };
const DAY = 86_400_000;
const NOTICE = 14; // days before a board goes, or half its time

/** @param {{app: App}} props */
export function Lost({ app }) {
  const why = app.ui.lost.value;
  const waiting = app.session.saved.value.waiting;
  return html`<div class="lost" role="alert">
    <${Icon} name="lock" />
    <h2>${t(why in LOST ? `lost.${why}` : "lost.title")}</h2>
    <p>${t(why in LOST ? `lost.${why}_text` : "lost.text")}</p>
    ${waiting > 0 && why !== "erased" && html`<p>${t("lost.waiting", { count: waiting })}</p>`}
    <div class="button-row">${why !== "forbidden" && html`<a class="button button-primary" href=${`/join/${encodeURIComponent(app.page.board)}`}>${t("lost.join")}</a>`}<a class="button" href="/">${t("lost.home")}</a></div>
  </div>`;
}

/** @param {{app: App}} props */
function Archived({ app }) {
  const facilitator = app.session.role.value === "facilitator";
  return html`<div class="banner banner-archived" role="note"><${Icon} name="archive" /><p>${t(facilitator ? "banner.archived_facilitator" : "banner.archived")}</p>
    ${facilitator && html`<button type="button" class="button button-outline" onClick=${() => app.actions.setBoard({ archived: false })}>${t("banner.archived_open")}</button>`}
  </div>`;
}

/** Nobody has changed the board for long, and it will be deleted: until somebody changes it. @param {App} app */
function isFading({ page, session, store, live }) {
  void session.version.value;
  const { until, seq, days } = page.keep;
  if (!until || store.seq !== seq || session.role.value !== "facilitator") return false;
  const kept = live.board().keep_days || days;
  return (+new Date(until) - Date.now()) / DAY < Math.min(NOTICE, kept / 2);
}

/** @param {{app: App}} props */
function Fading({ app }) {
  const date = written.date(app.page.keep.until, "long");
  return html`<div class="banner banner-archived" role="note"><${Icon} name="trash-2" /><p>${t("banner.fading", { date })}</p>
    <button type="button" class="button button-outline" onClick=${() => app.actions.keepOn()}>${t("banner.fading_keep")}</button>
  </div>`;
}

/** @param {{app: App}} props */
export function Banner({ app }) {
  useRoom(app);
  const role = app.session.role.value;
  const clock = useClock(app);
  const board = app.live.board();
  const over = clock.lock && clock.state === "over";
  if (isFading(app)) return html`<${Fading} app=${app} />`;
  if (board.archived) return html`<${Archived} app=${app} />`;
  const locked = board.locked ? "locked" : over ? "time_over" : "";
  if (board.private && !(locked && role === "participant")) return html`<${PrivateBanner} app=${app} />`;
  const words = role === "viewer" ? t("banner.viewer") : locked && t(role === "facilitator" ? `banner.${locked}_facilitator` : `banner.${locked}`);
  if (!words) return null;
  return html`<p class="banner" role="note"><${Icon} name=${role === "viewer" ? "eye" : "lock"} />${words}</p>`;
}
