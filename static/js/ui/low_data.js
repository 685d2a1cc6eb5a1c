/** Low-data mode: switched by hand or by itself, told to the server and to the page, and the sign in the header that says it is on and why. */
import { html, effect, signal } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { LowData } from "../core/low_data.js";
import { remember } from "./state.js";
/** @typedef {import("./state.js").App} App */

/** @type {("auto" | "on" | "off")[]} */
export const CHOICES = ["auto", "on", "off"];

/** @type {any} */
export const choice = signal("auto");
/** Why it is on, "" while it is not. @type {any} */
export const low = signal("");

/** Follows the choice, what the browser knows of the line, and what was measured. @param {App} app */
export function followLine(app) {
  const line = /** @type {any} */ (navigator).connection;
  const asked = document.documentElement.hasAttribute("data-save");
  const mode = new LowData("auto");
  remember("low-data", choice, (value) => CHOICES.includes(value));
  const look = () => {
    mode.choice = choice.peek();
    mode.hints = { saveData: asked || Boolean(line?.saveData), effectiveType: line?.effectiveType, rtt: line?.rtt };
    low.value = mode.why();
  };
  line?.addEventListener?.("change", look);
  app.sync.on("answered", (/** @type {number} */ ms) => {
    mode.measured(ms);
    look();
  });
  effect(() => {
    choice.value;
    look();
  });
  effect(() => {
    const on = Boolean(low.value);
    app.sync.spare(on);
    document.documentElement.toggleAttribute("data-low", on);
  });
}

/** @param {{app: App}} props */
export function LowSign({ app }) {
  if (!low.value) return null;
  const why = t(`low.why_${low.value}`);
  const tell = () => (app.session.toast.value = { text: `${why} ${t("low.what")}` });
  return html`<button type="button" class="low-sign" title=${why} onClick=${tell}>${t("low.sign")}<span class="visually-hidden">: ${why}</span></button>`;
}

/** Automatic, on or off. @param {{id: string}} props */
export function LowChoice({ id }) {
  return html`<select id=${id} class="select select-small low-choice" value=${choice.value} onChange=${(/** @type {any} */ event) => (choice.value = event.currentTarget.value)}>
    ${CHOICES.map((one) => html`<option key=${one} value=${one}>${t(`low.${one}`)}</option>`)}</select>`;
}
