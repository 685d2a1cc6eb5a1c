/** A box to tick, with its words. */
import { html } from "../../vendor/preact-htm-signals.js";

/** @param {{on: boolean, label: string, onChange: (on: boolean) => void}} props */
export function Check({ on, label, onChange }) {
  return html`<label class="check"><input type="checkbox" checked=${on} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.checked)} /><span>${label}</span></label>`;
}
