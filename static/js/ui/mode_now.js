/** What people may do at this moment, changed without touching the step: the may list, private writing, the lock. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Popover } from "./step_popover.js";
import { privateCount } from "./private_counts.js";
import { setPrivate } from "./step_go.js";
import { MAY } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Now({ app }) {
  return html`<${Popover} icon="sliders-horizontal" label=${t("now.title")}>${(/** @type {() => void} */ close) => html`<${Choices} app=${app} close=${close} />`}<//>`;
}

/** @param {{app: App, close: () => void}} props */
function Choices({ app, close }) {
  const { live, actions, session } = app;
  const board = live.board();
  const waiting = privateCount();
  const moderate = () => {
    close();
    session.panel.value = "moderation";
  };
  return html`<div class="popover-body">
    <h2>${t("now.title")}</h2>
    <p class="hint">${t("now.hint")}</p>
    <${MayList} may=${board.may ?? []} onChange=${actions.setMay} />
    <hr />
    <label class="check"><input type="checkbox" checked=${board.private} onChange=${(/** @type {any} */ e) => {
      e.currentTarget.checked = board.private; // it is private until everybody agrees to the reveal
      setPrivate(app, !board.private);
    }} /><span>${t("private.switch")}</span></label>
    <label class="check"><input type="checkbox" checked=${board.locked} onChange=${(/** @type {any} */ e) => actions.setBoard({ locked: e.currentTarget.checked })} /><span>${t("settings.locked")}</span></label>
    ${board.private && waiting > 0 && html`<div class="button-row">
      <${Button} icon="eye" text label=${t("private.reveal_n", { count: waiting })} onClick=${() => setPrivate(app, false)} />
      <${Button} icon="shield" text label=${t("moderation.open")} onClick=${moderate} />
    </div>`}
  </div>`;
}

/** One box for each thing people can be allowed. @param {{may: string[], onChange: (may: string[]) => void, label?: string}} props */
export function MayList({ may, onChange, label }) {
  /** @param {string} one @param {boolean} on */
  const put = (one, on) => onChange(MAY.filter((each) => (each === one ? on : may.includes(each))));
  return html`<fieldset class="may-list"><legend class=${label ? "label" : "visually-hidden"}>${label ?? t("now.title")}</legend>
    ${MAY.map((one) => html`<label key=${one} class="check"><input type="checkbox" checked=${may.includes(one)} onChange=${(/** @type {any} */ e) => put(one, e.currentTarget.checked)} /><span>${t(`may.${one}`)}</span></label>`)}
    ${!may.length && html`<p class="hint">${t("may.nothing")}</p>`}
  </fieldset>`;
}
