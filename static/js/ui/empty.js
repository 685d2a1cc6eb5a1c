/** What a panel or dialog shows when it has nothing to show: a sign, one sentence, and the next step where there is one. */
import { html } from "../../vendor/preact-htm-signals.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

/** @param {{icon: string, words: string, hint?: string, action?: {icon: string, label: string, run: () => void} | false | null}} props */
export function Empty({ icon, words, hint, action }) {
  return html`<div class="empty-state"><${Icon} name=${icon} /><p>${words}</p>${hint && html`<p class="hint">${hint}</p>`}
    ${action && html`<${Button} icon=${action.icon} text label=${action.label} onClick=${action.run} />`}</div>`;
}
