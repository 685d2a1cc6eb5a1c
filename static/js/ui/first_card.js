/** The empty board: what to do first, on a quiet card above the dock. It goes by itself with the first note. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { agendaOf, whereOf } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function FirstCard({ app }) {
  const { session, ui, actions } = app;
  const role = session.role.value;
  const leads = role === "facilitator";
  const task = whereOf(app)?.step.task;
  const mayAdd = actions.may("add");
  const add = () => app.layer.peek()?.addAtCentre(session.kind.value);
  const planned = agendaOf(app).length > 0;
  return html`<section class="first-card" aria-label=${t("first.title")}>
    <${Icon} name="sticky-note" />
    <div class="first-words">
      <h2>${t(leads ? "first.facilitator" : mayAdd ? "first.participant" : "first.viewer")}</h2>
      ${task && !leads ? html`<p class="muted" dir="auto">${task}</p>` : html`<p class="muted">${t(leads ? "first.facilitator_text" : mayAdd ? "first.participant_text" : "first.viewer_text")}</p>`}
    </div>
    <div class="first-ways">
      ${leads && html`<${Button} icon="user-plus" text label=${t("first.invite")} onClick=${() => (ui.dialog.value = { name: "invite" })} />`}
      ${leads && html`<${Button} icon="list-checks" text label=${t(planned ? "first.agenda" : "first.plan")} onClick=${() => (session.panel.value = "agenda")} />`}
      ${mayAdd && html`<${Button} icon="plus" kind="primary" text label=${t("first.add")} onClick=${add} />`}
    </div>
  </section>`;
}
