/** A short word at the bottom, with a way back; it waits while it is pointed at or focused, and for good when it says so. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

const STAYS = 9000;

/** @param {{app: App}} props */
export function Toast({ app }) {
  const { session } = app;
  const toast = session.toast.value;
  const [held, setHeld] = useState(false);
  const keepsNothing = session.saved.value.kept === false && app.ui.lost.value === null;
  useEffect(() => {
    if (keepsNothing) session.toast.value = { text: t("kept.refused"), stays: true };
  }, [keepsNothing]);
  const close = () => {
    if (session.toast.peek() === toast) session.toast.value = null;
  };
  useEffect(() => {
    if (!toast) return;
    session.announce.value = toast.text;
  }, [toast]);
  useEffect(() => {
    if (!toast || held || toast.stays) return;
    const timer = setTimeout(close, STAYS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return html`<section class="toast-place" aria-label=${t("toast.title")}>
    ${toast &&
    html`<div class="toast" onMouseEnter=${hold} onMouseLeave=${release} onFocusIn=${hold} onFocusOut=${release}>
      <p>${toast.text}</p>
      ${toast.action && html`<button type="button" class="button toast-button" onClick=${() => (toast.action?.run(), close())}>${toast.action.label}</button>`}
      <${Button} icon="x" label=${t("action.close")} onClick=${close} />
    </div>`}
  </section>`;
}
