/** "Bring in notes": what a file or a pasted text holds, on this board, as one change that one undo takes back. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { Bringing } from "./import_proposal.js";
import { countOf, createReading } from "./import_reading.js";
import { offerTakeBack } from "./note_actions.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./import_reading.js").Reading} Reading */

const SELECTED = 500;
/** What was being read when the dialog made way for another one. @type {Reading|null} */
let kept = null;

/** @param {{app: App, onClose: () => void}} props */
export function Bring({ app, onClose }) {
  const { page, live, session } = app;
  const [reading] = useState(() => kept ?? createReading({ path: `/api/boards/${encodeURIComponent(page.board)}/imports` }));
  const { file, sending } = reading.state.value;
  const board = live.board();
  useEffect(() => {
    kept = null;
    return () => void (kept !== reading && reading.close());
  }, []);
  const reveal = () => {
    kept = reading;
    app.ui.dialog.value = { name: "reveal" };
  };
  const bring = async () => {
    const brought = await reading.bring();
    if (!brought) return;
    onClose();
    void settle(app, brought);
  };
  const close = () => !sending && onClose();
  const why = board.archived ? "archived" : board.private ? "private" : "";
  return html`<${Dialog} title=${t("import.title")} onClose=${close} wide>
    <${Bringing} reading=${reading} themes=${live.themes()} limit=${page.limits.text} say=${(/** @type {string} */ words) => (session.toast.value = { text: words })}
      foot=${file && html`<${Foot} reading=${reading} off=${Boolean(why)} onCancel=${close} onBring=${bring} />`}>
      ${why === "private" && html`<div class="message message-warn bring-notice" role="note"><${Icon} name="eye-off" /><p>${t("import.private")}</p>
        <${Button} text icon="eye" label=${t("private.reveal")} onClick=${reveal} /></div>`}
      ${why === "archived" && html`<div class="message message-warn bring-notice" role="note"><${Icon} name="archive" /><p>${t("import.archived")}</p></div>`}
    <//>
  <//>`;
}

/** @param {{reading: Reading, off: boolean, onCancel: () => void, onBring: () => void}} props */
function Foot({ reading, off, onCancel, onBring }) {
  const state = reading.state.value;
  const count = countOf(state);
  const label = state.sending ? t("import.bringing") : state.proposal ? t("import.bring", { count }) : t("import.bring_none");
  return html`<div class="bring-foot">
    <${Button} text label=${t("action.cancel")} off=${state.sending} onClick=${onCancel} />
    <${Button} kind="primary" text label=${label} off=${off || !count || state.busy || state.stale || state.sending} aria-busy=${state.sending ? "true" : undefined} onClick=${onBring} />
  </div>`;
}

/** Shows what came, once it is here, with the way back. @param {App} app @param {import("../core/import_actions.js").Brought} brought */
async function settle(app, brought) {
  const { actions, session } = app;
  const ids = await actions.takeIn(brought);
  offerTakeBack(app, t("import.done", { count: ids.length }));
  if (ids.length <= SELECTED) session.selection.value = new Set(ids);
  requestAnimationFrame(() => requestAnimationFrame(() => app.layer.peek()?.reveal(ids[0]))); // once they are drawn
}
