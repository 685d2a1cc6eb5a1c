/** The seventeen goals as chips: number, colour and name; pressed when the notes carry it. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { number } from "./phrases.js";

export const SDGS = Array.from({ length: 17 }, (_, i) => i + 1);

/** @param {{value: number[], off?: boolean, onChange: (sdgs: number[]) => void}} props */
export function SdgGrid({ value, off, onChange }) {
  const toggle = (/** @type {number} */ sdg) =>
    onChange(value.includes(sdg) ? value.filter((one) => one !== sdg) : [...value, sdg].sort((a, b) => a - b));
  return html`<div class="sdg-grid" role="group" aria-label=${t("note.sdgs")}>
    ${SDGS.map(
      (sdg) => html`<button type="button" key=${sdg} class="sdg" data-sdg=${sdg} aria-pressed=${String(value.includes(sdg))}
        aria-disabled=${off ? "true" : undefined} onClick=${off ? undefined : () => toggle(sdg)}>
        <span class="sdg-number">${number(sdg)}</span><span class="sdg-name">${t(`sdg.${sdg}`)}</span>
      </button>`,
    )}
  </div>`;
}

/** @param {{sdgs: number[]}} props */
export function SdgMarks({ sdgs }) {
  if (!sdgs?.length) return null;
  return html`<span class="sdg-marks">
    ${sdgs.map((sdg) => html`<span key=${sdg} class="sdg-mark" data-sdg=${sdg} title=${t(`sdg.${sdg}`)}
      ><span class="visually-hidden">${t("note.sdg", { number: sdg, name: t(`sdg.${sdg}`) })}</span><span aria-hidden="true">${number(sdg)}</span></span>`)}
  </span>`;
}
