/** Which notes come along to the next workshop: all, or a choice that counts what each part of it would bring. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { MOST_TOP } from "../core/next.js";
import { Icon } from "./icon.js";
import { STATUS_ICONS } from "./note_marks.js";
import { number } from "./phrases.js";

const STATUSES = ["in_progress", "key_message", "solved", "open"];

/** @param {{counts: ReturnType<typeof import("../core/next.js").canCome>, carry: any, onChange: (carry: any) => void}} props `carry.most`: how many, if those with the most votes are wanted */
export function Carry({ counts, carry, onChange }) {
  const set = (/** @type {Record<string, any>} */ fields) => onChange({ ...carry, ...fields });
  const status = (/** @type {string} */ name, /** @type {boolean} */ on) => set({ statuses: STATUSES.filter((one) => (one === name ? on : carry.statuses.includes(one))) });
  const limit = Math.min(MOST_TOP, counts.voted);
  const count = (/** @type {any} */ event) => {
    const most = Math.max(1, Math.min(limit, Math.round(Number(event.currentTarget.value)) || 1));
    set({ most, top: most });
  };
  return html`<fieldset><legend class="label">${t("next.carry")}</legend>
    <div class="choices next-parts">
      ${[false, true].map((all) => html`<label key=${all} class="choice"><input type="radio" name="carry" checked=${carry.everything === all} onChange=${() => set({ everything: all })} /><span>${all ? t("next.everything", { count: counts.everything }) : t("next.choice")}</span></label>`)}
    </div>
    ${!carry.everything && html`<div class="next-list">
      <${Part} on=${carry.unanswered} label=${t("next.unanswered")} count=${number(counts.unanswered)} onChange=${(/** @type {boolean} */ unanswered) => set({ unanswered })} />
      ${counts.clusters > 0 && html`<${Part} on=${carry.clusters} label=${t("next.clusters", { count: counts.clusters })} count=${number(counts.clustered)} onChange=${(/** @type {boolean} */ clusters) => set({ clusters })} />`}
      ${STATUSES.filter((name) => counts.statuses[name]).map((name) => html`<${Part} key=${name} icon=${STATUS_ICONS[name] ?? "circle-dashed"} on=${carry.statuses.includes(name)} label=${t("next.status", { status: t(`status.${name}`) })} count=${number(counts.statuses[name])} onChange=${(/** @type {boolean} */ on) => status(name, on)} />`)}
      ${limit > 0 && html`<div class="next-top"><${Part} icon="vote" on=${carry.top > 0} label=${t("next.top")} onChange=${(/** @type {boolean} */ on) => set({ top: on ? carry.most : 0 })} />
        <input class="field" type="number" min="1" max=${limit} value=${carry.most} aria-label=${t("next.top_count", { count: counts.voted })} disabled=${!carry.top} onChange=${count} /> <span class="hint">${t("next.top_of", { count: counts.voted })}</span></div>`}
    </div>
    <p class="hint">${t("next.answers_too")}</p>`}
  </fieldset>`;
}

/** @param {{on: boolean, label: string, count?: string, icon?: string, onChange: (on: boolean) => void}} props */
function Part({ on, label, count, icon, onChange }) {
  return html`<label class="check next-part"><input type="checkbox" checked=${on} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.checked)} />
    <span class="next-part-words">${icon && html`<${Icon} name=${icon} />`}${label}</span>${count !== undefined && html` <span class="next-count">${count}</span>`}</label>`;
}
