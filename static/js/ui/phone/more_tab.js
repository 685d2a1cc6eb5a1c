/** What is not needed every minute: raising a hand, the board as a picture, language, files to take home, my data, help, the full board. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { language, t } from "../../core/i18n.js";
import { Icon } from "../icon.js";
import { speak } from "../language.js";
import { LowChoice, low } from "../low_data.js";
import { reshape } from "../shape.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** @param {{app: App, phone: Phone}} props */
export function MoreTab({ app, phone }) {
  const { session, ui, page, actions, live } = app;
  const mine = live.get("seat", session.me.value);
  const here = Math.max(1, session.people.value.size);
  const dialog = (/** @type {string} */ name) => () => (ui.dialog.value = { name });
  return html`<section class="phone-list" aria-labelledby="more-head">
    <h2 id="more-head" class="phone-head-line" tabindex="-1">${t("phone.more")}</h2>
    <ul class="phone-rows">
      ${session.role.value !== "viewer" && html`<${Row} icon="hand" words=${t(mine?.hand ? "hand.lower_mine" : "hand.raise")} pressed=${Boolean(mine?.hand)} onClick=${() => actions.raiseHand(!mine?.hand)} />`}
      <${Row} icon="layout-grid" words=${t("view.board")} hint=${t("phone.board_hint")} onClick=${() => phone.open({ name: "canvas" })} />
      <${Row} icon="users" words=${t("people.title")} hint=${t("people.here", { count: here })} onClick=${() => phone.open({ name: "people" })} />
      ${session.role.value !== "viewer" && html`<${Row} icon="user-plus" words=${t("invite.open")} onClick=${dialog("invite")} />`}
      <li><${Language} app=${app} /></li>
      <li><label class="phone-row" for="low-choice"><${Icon} name="sliders-horizontal" /><span class="phone-row-words"><span>${t("low.title")}</span><span class="phone-row-hint">${t(low.value ? `low.why_${low.value}` : "low.what")}</span></span><${LowChoice} id="low-choice" /></label></li>
      <${Row} icon="message-circle" words=${t("reading.title")} hint=${t(`reading.${session.reading.value}`)} onClick=${dialog("reading")} />
      ${session.role.value !== "viewer" && (session.role.value === "facilitator" || mine?.interpreter) && html`<${Row} icon="languages" words=${t("panel.interpreter")} onClick=${() => phone.open({ name: "interpreter" })} />`}
      <${Row} icon="download" words=${t("export.title")} onClick=${dialog("export")} />
      <${Row} icon="printer" words=${t("export.print")} href=${`/board/${encodeURIComponent(page.board)}/print`} />
      <${Row} icon="user" words=${t("mine.title")} onClick=${dialog("mine")} />
      <${Row} icon="circle-help" words=${t("help.open")} onClick=${() => phone.open({ name: "help" })} />
      <${Row} icon="maximize" words=${t("phone.full")} hint=${t(session.role.value === "facilitator" ? "phone.full_lead" : "phone.full_hint")} onClick=${() => reshape("full")} />
    </ul>
  </section>`;
}

/** @param {{icon: string, words: string, hint?: string, href?: string, pressed?: boolean, onClick?: () => void}} props */
function Row({ icon, words, hint, href, pressed, onClick }) {
  const inner = html`<${Icon} name=${icon} /><span class="phone-row-words"><span>${words}</span>${hint && html`<span class="phone-row-hint">${hint}</span>`}</span>`;
  return html`<li>${href ? html`<a class="phone-row" href=${href} target="_blank" rel="noopener">${inner}</a>` : html`<button type="button" class="phone-row" aria-pressed=${pressed === undefined ? undefined : String(pressed)} onClick=${onClick}>${inner}</button>`}</li>`;
}

/** @param {{app: App}} props */
function Language({ app }) {
  /** What is not to be had does not stay chosen. @param {any} event */
  const choose = ({ currentTarget: field }) => void speak(app, field.value).then(() => (field.value = language.peek()));
  return html`<label class="phone-row"><${Icon} name="languages" /><span class="phone-row-words">${t("language.choose")}</span>
    <select class="select phone-select" value=${language.value} onChange=${choose}>
      ${app.languages.map(({ code, name, dir }) => html`<option key=${code} value=${code} lang=${code} dir=${dir}>${name}</option>`)}
    </select></label>`;
}
