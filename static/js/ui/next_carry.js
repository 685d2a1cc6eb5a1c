/** What comes along to the next workshop. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { MOST_TOP } from "../core/next.js";
import { Check } from "./check.js";
import { number, STATUSES } from "./phrases.js";

/** @param {{counts: ReturnType<typeof import("../core/next.js").canCome>, carry: import("../core/next.js").Carry, onChange: (carry: any) => void}} props */
export function Carry({ counts, carry, onChange }) {
  const set = (/** @type {Record<string, any>} */ fields) => onChange({ ...carry, ...fields });
  const status = (/** @type {string} */ name) => (/** @type {boolean} */ on) => set({ statuses: STATUSES.filter((one) => (one === name ? on : carry.statuses.includes(one))) });
  return html`<fieldset class="next-carry"><legend class="label">${t("next.carry")}</legend>
    <${Check} on=${carry.everything} label=${t("next.everything", { count: number(counts.everything) })} onChange=${(/** @type {boolean} */ everything) => set({ everything })} />
    ${!carry.everything && html`
      <${Check} on=${carry.unanswered} label=${t("next.unanswered", { count: number(counts.unanswered) })} onChange=${(/** @type {boolean} */ unanswered) => set({ unanswered })} />
      <${Check} on=${carry.clusters} label=${t("next.clusters", { count: number(counts.clusters) })} onChange=${(/** @type {boolean} */ clusters) => set({ clusters })} />
      ${STATUSES.filter((name) => counts.statuses[name]).map((name) => html`<${Check} key=${name} on=${carry.statuses.includes(name)} label=${t("next.status", { status: t(`status.${name}`), count: number(counts.statuses[name]) })} onChange=${status(name)} />`)}
      ${counts.voted > 0 && html`<label class="next-top"><span>${t("next.top")}</span><input class="field" type="number" min="0" max=${Math.min(MOST_TOP, counts.voted)} value=${carry.top} onInput=${(/** @type {any} */ e) => set({ top: Math.max(0, Math.min(MOST_TOP, Math.round(Number(e.currentTarget.value) || 0))) })} /></label>`}
      <p class="hint">${t("next.answers_too")}</p>`}
  </fieldset>`;
}
