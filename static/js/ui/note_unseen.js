/** Says to its author why nobody else sees a note: it is hidden, or private as long as writing is. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";

/** @param {{note: any}} props */
export function WhyUnseen({ note }) {
  if (note.hidden) return html`<p class="notice"><${Icon} name="eye-off" /><span>${t("order.hidden_because")} <bdi>${note.hidden}</bdi></span></p>`;
  return note.private ? html`<p class="hint">${t("note.private_hint")}</p>` : null;
}
