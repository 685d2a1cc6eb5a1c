/** Lock and hide, for the notes that a facilitator has before them. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, notes: any[]}} props */
export function ModerationButtons({ app, notes }) {
  const { session, actions, ui } = app;
  if (session.role.value !== "facilitator") return null;
  const ids = notes.map((note) => note.id);
  const locked = notes.every((note) => note.locked);
  const [one] = notes;
  const lock = () => {
    actions.lockNotes(ids, !locked);
    session.announce.value = t(locked ? "lock.unlocked" : "lock.locked", { count: ids.length });
  };
  return html`<${Button} icon=${locked ? "unlock" : "lock"} text label=${t(locked ? "lock.unlock" : "lock.lock")} onClick=${lock} />
    ${notes.length === 1 && !one.private && !one.hidden && html`<${Button} icon="eye-off" text label=${t("hide.open")} onClick=${() => (ui.dialog.value = { name: "hide", id: one.id })} />`}
    ${notes.length === 1 && one.hidden && html`<${Button} icon="eye" text label=${t("moderation.unhide")} onClick=${() => actions.unhideNote(one.id)} />`}`;
}
