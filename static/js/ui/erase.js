/** A person erased from the board: what becomes of their notes, what that means, and the button that does it. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { because } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, seat: any, mine?: boolean, onDone: () => void, onCancel: () => void}} props `mine`: one's own seat, not that of somebody who asked */
export function Erase({ app, seat, mine, onDone, onCancel }) {
  const [notes, setNotes] = useState(/** @type {"keep"|"delete"} */ ("keep"));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const erase = () => {
    setBusy(true);
    call(app.page.board, `/seats/${mine ? "me" : encodeURIComponent(seat.id)}?notes=${notes}`, { method: "DELETE" }).then(onDone, (error) => {
      setBusy(false);
      setProblem(error.reason || "unavailable");
    });
  };
  return html`<div class="confirm">
    <fieldset class="rights"><legend class="label">${t("erase.notes")}</legend>
      ${(/** @type {["keep", "delete"]} */ (["keep", "delete"])).map(
        (one) => html`<label key=${one} class="check"><input type="radio" name=${`erase-${seat.id}`} checked=${notes === one} onChange=${() => setNotes(one)} /><span>${t(`erase.${one}`, { association: seat.association || t("erase.no_association") })}</span></label>`,
      )}
    </fieldset>
    <ul class="hint erase-facts">
      <li>${t(mine ? "erase.mine_what" : "erase.theirs_what", { name: seat.name })}</li>
      ${notes === "delete" && html`<li>${t(mine ? "erase.anonymous_mine" : "erase.anonymous_theirs")}</li>`}
      <li>${t("erase.others")}</li>
      <li>${t("erase.backups")}</li>
    </ul>
    ${problem && html`<p class="error" role="alert">${problem === "invalid" ? t("erase.last") : because(problem)}</p>`}
    <div class="button-row"><${Button} icon="user-x" kind="danger" text label=${t(mine ? "erase.mine_now" : "erase.theirs_now", { name: seat.name })} off=${busy} onClick=${erase} /><${Button} text label=${t("action.cancel")} onClick=${onCancel} /></div>
  </div>`;
}
