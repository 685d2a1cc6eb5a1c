/** Challenge or solution: what the next note will be. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { KindIcon } from "./icon.js";
import { kindWord } from "./phrases.js";

/** @param {{app: import("./state.js").App, words?: boolean}} props */
export function KindChoice({ app, words }) {
  const { kind } = app.session;
  return html`<${KindSwitch} label=${t("kind.of_new")} value=${kind.value} words=${words} onChange=${(/** @type {any} */ value) => (kind.value = value)} />`;
}

/** @param {{label: string, value: string, words?: boolean, off?: boolean, onChange: (kind: string) => void}} props */
export function KindSwitch({ label, value, words, off, onChange }) {
  return html`<div class="segments" role="group" aria-label=${label}>
    ${["challenge", "solution"].map(
      (kind) => html`<button type="button" key=${kind} class=${`segment segment-${kind}`} aria-pressed=${String(value === kind)}
        aria-disabled=${off ? "true" : undefined} title=${words ? undefined : kindWord(kind)} onClick=${off ? undefined : () => onChange(kind)}>
        <${KindIcon} kind=${kind} /><span class=${words ? "" : "wide-only"}>${kindWord(kind)}</span>
      </button>`,
    )}
  </div>`;
}
