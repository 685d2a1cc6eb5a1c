/** Asked before private notes become visible to all: how many, and a look at them first where the board allows that. */
import { html, useEffect } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { privateCount } from "./private_counts.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, step?: string, onClose: () => void}} props `step`: where the session goes with it */
export function Reveal({ app, step, onClose }) {
  const { actions, session, live } = app;
  const board = live.board();
  const count = privateCount();
  const goal = step ? live.get("step", step) : null;
  useEffect(() => {
    if (board.private === false) onClose(); // a colleague was faster
  }, [board.private]);
  const reveal = () => {
    if (goal) actions.goToStep(goal.id);
    else actions.setPrivate(false);
    onClose();
  };
  const moderate = () => {
    onClose();
    session.panel.value = "moderation";
  };
  return html`<${Dialog} title=${t("private.ask", { count })} onClose=${onClose}>
    <div class="stack">
      <p>${t(`private.ask_${["association", "nobody"].includes(board.authors) ? board.authors : "named"}`)}</p>
      <p class="hint">${t(board.moderate ? "private.ask_moderate" : "private.ask_no_way_back")}</p>
      <div class="row-end">
        ${board.moderate && html`<${Button} icon="shield" text label=${t("moderation.first")} onClick=${moderate} />`}
        <${Button} text label=${t("action.cancel")} onClick=${onClose} />
        <${Button} icon="eye" kind="primary" text label=${goal ? t("private.reveal_and_go", { title: goal.title }) : t("private.reveal_n", { count })} onClick=${reveal} />
      </div>
    </div>
  <//>`;
}
