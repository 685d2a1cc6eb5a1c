/** Challenge or solution: what the next note will be. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { KindIcon } from "./icon.js";
import { kindWord } from "./phrases.js";

/** What this person may write just now. @param {import("./state.js").App} app @returns {("challenge" | "solution")[]} */
export function openKinds(app) {
  app.session.role.value;
  app.live.board();
  return /** @type {("challenge" | "solution")[]} */ (["challenge", "solution"]).filter((kind) => app.actions.may("add", { kind }));
}

/** Nothing where there is no choice. @param {{app: import("./state.js").App, words?: boolean}} props */
export function KindChoice({ app, words }) {
  const { kind } = app.session;
  if (openKinds(app).length < 2) return null;
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
