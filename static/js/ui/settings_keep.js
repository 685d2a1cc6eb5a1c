/** How long the board is kept: the facilitators' choice within the host's. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Field } from "./settings_field.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const MOST = 3650;

/** @param {{app: App}} props */
export function Keep({ app }) {
  const { days } = app.page.keep;
  const board = app.live.board();
  const most = days || MOST;
  const keep = (/** @type {string} */ typed) => {
    const chosen = Number(typed || 0);
    if (Number.isInteger(chosen) && chosen >= 0) app.actions.setBoard({ keep_days: Math.min(chosen, most) });
  };
  return html`<section class="section"><h3>${t("settings.keep")}</h3>
    <label><span class="label">${t("settings.keep_days")}</span>
      <${Field} class="field field-days" type="number" min="0" max=${most} step="1" inputmode="numeric" aria-describedby="keep-hint" value=${String(board.keep_days || "")} onKeep=${keep} /></label>
    <p class="hint" id="keep-hint">${days ? t("settings.keep_host", { count: days, n: number(days) }) : t("settings.keep_never")} ${t("settings.keep_hint")}</p>
  </section>`;
}
