/** What facilitators can do about a person: block and let in again here, the rest comes from its own module when the panel opens. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, withWords } from "../core/i18n.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, seat: any}} props */
export function Block({ app, seat }) {
  const { actions, session } = app;
  const [sure, setSure] = useState(false);
  const { name } = seat;
  /** @param {boolean} on */
  const block = (on) => {
    actions.blockSeat(seat.id, on);
    session.announce.value = t(on ? "people.is_blocked" : "people.is_let_in", { name });
    setSure(false);
  };
  if (seat.blocked) return html`<${Button} text label=${t("people.unblock")} aria-label=${t("people.unblock_of", { name })} onClick=${() => block(false)} />`;
  if (seat.role === "facilitator") return null;
  if (!sure) return html`<${Button} icon="ban" text label=${t("people.block")} aria-label=${t("people.block_of", { name })} onClick=${() => setSure(true)} />`;
  return html`<div class="confirm"><p>${t("people.block_what", { name })}</p>
    <div class="button-row"><${Button} icon="ban" kind="danger" text label=${t("people.block_now")} onClick=${() => block(true)} /><${Button} text label=${t("action.cancel")} onClick=${() => setSure(false)} /></div></div>`;
}

/** @type {any} */
let found = null;

/** Taking off the board and undoing: a module of its own, fetched when a facilitator looks at people. @param {{app: App, seat: any}} props */
export function MoreActions({ app, seat }) {
  const [, draw] = useState(0);
  useEffect(() => {
    if (!found) withWords("ui/put_out_actions", () => import("./put_out_actions.js")).then((module) => (found = module.PersonActions), () => null).then(() => draw((n) => n + 1));
  }, []);
  return found && html`<${found} app=${app} seat=${seat} />`;
}
