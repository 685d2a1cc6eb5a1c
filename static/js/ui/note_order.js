/** What facilitators do to keep order on notes: lock them, hide one with a reason; and what its author is told of it. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, notes: any[]}} props */
export function NoteOrder({ app, notes }) {
  const { actions, session, ui } = app;
  if (session.role.value !== "facilitator") return null;
  const ids = notes.map((note) => note.id);
  const locked = notes.every((note) => note.locked);
  const lock = () => {
    actions.lockNotes(ids, !locked);
    session.announce.value = t(locked ? "order.unlocked" : "order.locked", { count: ids.length });
  };
  return html`<div class="button-row">
    <${Button} icon=${locked ? "lock-open" : "lock"} text label=${t(locked ? "order.unlock" : "order.lock")} onClick=${lock} />
    ${ids.length === 1 && !notes[0].private && html`<${Button} icon="eye-off" text label=${t("order.hide")} onClick=${() => (ui.dialog.value = { name: "hide", id: ids[0] })} />`}
  </div>`;
}

/** Says to its author why a note is not seen by others, or that it is private. @param {{note: any}} props */
export function WhyUnseen({ note }) {
  if (note.hidden) return html`<p class="notice"><${Icon} name="eye-off" /><span>${t("order.hidden_because")} <bdi>${note.hidden}</bdi></span></p>`;
  return note.private ? html`<p class="hint"><${Icon} name="eye-off" /> ${t("note.private_hint")}</p>` : null;
}
