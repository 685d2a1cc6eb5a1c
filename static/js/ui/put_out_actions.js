/** What a facilitator can do about one person besides blocking: take back what they did, take them off the board. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Erase } from "./erase.js";
import { undoSeat } from "./history_restore.js";
import { because, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const SPANS = [5, 15, 60];

/** @param {{app: App, seat: any}} props */
export function PersonActions({ app, seat }) {
  const [open, setOpen] = useState(/** @type {"undo"|"remove"|"erase"|null} */ (null));
  const close = () => setOpen(null);
  if (open === "undo") return html`<${UndoBy} app=${app} seat=${seat} onClose=${close} />`;
  if (open === "remove") return html`<${Remove} app=${app} seat=${seat} onClose=${close} />`;
  const erased = () => (app.session.toast.value = { text: t("erase.done") });
  if (open === "erase") return html`<${Erase} app=${app} seat=${seat} onDone=${erased} onCancel=${close} />`;
  return html`<${Button} icon="undo-2" mirror text label=${t("undo_by.open")} aria-label=${t("undo_by.open_of", { name: seat.name })} onClick=${() => setOpen("undo")} />
    ${seat.role !== "facilitator" && !seat.blocked && html`<${Button} icon="user-x" text label=${t("put_out.open")} aria-label=${t("put_out.open_of", { name: seat.name })} onClick=${() => setOpen("remove")} />`}
    ${seat.role !== "facilitator" && html`<${Button} icon="x" text label=${t("erase.open")} aria-label=${t("erase.open_of", { name: seat.name })} onClick=${() => setOpen("erase")} />`}`;
}

/** @param {{app: App, seat: any, onClose: () => void}} props */
function UndoBy({ app, seat, onClose }) {
  const [busy, setBusy] = useState(false);
  const undo = (/** @type {number} */ minutes) => {
    setBusy(true);
    void undoSeat(app, seat, minutes).then((done) => (done ? onClose() : setBusy(false)));
  };
  return html`<div class="confirm"><p>${t("undo_by.what", { name: seat.name })}</p>
    <div class="button-row">${SPANS.map((minutes) => html`<${Button} key=${minutes} text label=${t("undo_by.minutes", { count: minutes, n: number(minutes) })} off=${busy} onClick=${() => undo(minutes)} />`)}
      <${Button} text label=${t("action.cancel")} onClick=${onClose} /></div></div>`;
}

/** @param {{app: App, seat: any, onClose: () => void}} props */
function Remove({ app, seat, onClose }) {
  const [problem, setProblem] = useState("");
  const remove = () => {
    call(app.page.board, `/seats/${encodeURIComponent(seat.id)}/remove`, { method: "POST" }).then(() => {
      app.session.toast.value = { text: t("put_out.done", { name: seat.name }) };
      onClose();
    }, (error) => setProblem(error.reason || "unavailable"));
  };
  return html`<div class="confirm"><p>${t("put_out.what", { name: seat.name })}</p>
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    <div class="button-row"><${Button} icon="user-x" kind="danger" text label=${t("put_out.now")} onClick=${remove} /><${Button} text label=${t("action.cancel")} onClick=${onClose} /></div></div>`;
}
