/** What the form asks, whether it is open, and its link, of which only the newest works. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { Copy } from "./copy.js";
import { because } from "./phrases.js";
import { Field } from "./settings_field.js";
/** @typedef {import("./state.js").App} App */

const MOST = 600;

/** @param {{app: App, shut: boolean}} props `shut`: to begin with, an open form makes way for what came in */
export function Asking({ app, shut }) {
  const { live, actions } = app;
  const board = live.board();
  const open = Boolean(board.collecting) && !board.archived;
  const [unfolded] = useState(!shut || !open);
  return html`<details class="tray-form" open=${unfolded}>
    <summary><h3>${t(open ? "tray.form_open" : "tray.form_closed")}</h3><${Icon} name="chevron-down" /></summary>
    ${board.archived && html`<p class="notice"><${Icon} name="archive" />${t("tray.archived")}</p>`}
    <div>
      <label class="check"><input type="checkbox" role="switch" checked=${Boolean(board.collecting)} disabled=${Boolean(board.archived)} aria-describedby="tray-open-hint"
        onChange=${(/** @type {any} */ e) => actions.setBoard({ collecting: e.currentTarget.checked })} /><span>${t("tray.collecting")}</span></label>
      <p class="hint" id="tray-open-hint">${t(open ? "tray.collecting_on" : "tray.collecting_off")}</p>
    </div>
    <label><span class="label">${t("tray.question")}</span>
      <${Field} long value=${board.question ?? ""} maxlength=${MOST} rows="3" placeholder=${t("form.default_question")} onKeep=${(/** @type {string} */ question) => actions.setBoard({ question })} /></label>
    <${Link} app=${app} open=${open} />
  </details>`;
}

/** @param {{app: App, open: boolean}} props */
function Link({ app, open }) {
  const [step, setStep] = useState("idle");
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState("");
  const make = async () => {
    setStep("busy");
    try {
      setLink((await call(app.page.board, "/links/form", { method: "POST" })).link);
      setProblem("");
    } catch (error) {
      setProblem(/** @type {any} */ (error).reason || "unavailable");
    }
    setStep("idle");
  };
  return html`<div class="tray-link">
    ${step === "idle" && html`<${Button} icon="link" text label=${t(link ? "tray.link_make" : "tray.link")} onClick=${() => setStep("ask")} />`}
    ${step !== "idle" &&
    html`<div class="confirm" role="alert"><p>${t("tray.link_sure")}</p><div class="row-end">
      <${Button} text label=${t("action.cancel")} onClick=${() => setStep("idle")} />
      <${Button} kind="primary" text label=${t("tray.link_make")} off=${step === "busy"} onClick=${make} /></div></div>`}
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${link &&
    html`<div class="new-link"><p class="hint" role="status">${t("tray.link_made")}</p>
      <p class="secret"><bdi dir="ltr">${link}</bdi></p>
      <${Copy} app=${app} text=${link} label=${t("tray.link")} primary />
      ${!open && html`<p class="hint">${t("tray.link_closed")}</p>`}</div>`}
  </div>`;
}
