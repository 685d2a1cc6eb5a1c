/** The middle of the header: where the session stands, what is asked of people, the time; facilitators go on from here. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { MenuButton } from "./menu.js";
import { Timer } from "./timer.js";
import { Now } from "./mode_now.js";
import { number } from "./phrases.js";
import { useRoom } from "./step_room.js";
import { goTo } from "./step_go.js";
import { agendaOf, doneCount, taskId, whereOf } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

const MOMENT = 400;

/** @param {{app: App}} props */
export function StepBar({ app }) {
  const { session, ui, live } = app;
  useRoom(app);
  const leads = session.role.value === "facilitator";
  const steps = agendaOf(app);
  const where = whereOf(app);
  const timing = (live.board().timer?.state ?? "off") !== "off";
  if (!where && !timing && (!leads || (ui.compact.value && !steps.length))) return null;
  return html`<section class="bar step-bar" aria-label=${t("step.bar")}>
    ${where ? html`<${Here} app=${app} where=${where} leads=${leads} />` : leads && html`<${Before} app=${app} steps=${steps} />`}
    <${Timer} app=${app} />
    ${leads && (where || steps.length > 0) && html`<${Now} app=${app} />`}
    ${where && !leads && session.role.value === "participant" && html`<${Done} app=${app} />`}
    ${leads && html`<${Next} app=${app} where=${where} first=${steps[0]} />`}
  </section>`;
}

/** Nothing runs yet. @param {{app: App, steps: any[]}} props */
function Before({ app, steps }) {
  const open = () => (app.session.panel.value = "agenda");
  return html`<${Button} icon="list-checks" text label=${steps.length ? t("step.planned", { count: steps.length }) : t("step.plan")} class="button step-plan" onClick=${open} />`;
}

/** @param {{app: App, where: NonNullable<ReturnType<typeof whereOf>>, leads: boolean}} props */
function Here({ app, where, leads }) {
  const { session } = app;
  const { step, at, of } = where;
  const open = () => (session.panel.value = session.panel.value === "agenda" ? null : "agenda");
  return html`<button type="button" class="step-here" aria-expanded=${String(session.panel.value === "agenda")} title=${step.task || step.title} onClick=${open}>
      <span class="step-line"><span class="step-count">${t("step.n_of_m", { n: number(at), m: number(of) })}</span> <b dir="auto">${step.title}</b></span>
      ${step.task && html`<span class="step-task" dir="auto">${step.task}</span>`}
    </button>
    ${leads && !app.ui.compact.value && html`<${MenuButton} icon="chevron-down" label=${t("step.choose")} items=${items(app, where)} />`}`;
}

/** @param {App} app @param {NonNullable<ReturnType<typeof whereOf>>} where @returns {import("./menu.js").Item[]} */
function items(app, { step, previous }) {
  return [
    previous && { icon: "arrow-left", mirror: true, label: t("step.back"), run: () => goTo(app, previous.id) },
    ...agendaOf(app).map((one, i) => ({ label: t("step.numbered", { n: number(i + 1), title: one.title }), checked: one.id === step.id, run: () => goTo(app, one.id) })),
    { icon: "list-checks", label: t("step.edit_agenda"), run: () => (app.session.panel.value = "agenda") },
    { icon: "x", label: t("step.end"), run: () => app.actions.goToStep("") },
  ];
}

/** Rests for a moment after every move, so that a double press, or a colleague's press at the same time, is one step and not two; the
 * start does not, when the agenda has just come. @param {{app: App, where: ReturnType<typeof whereOf>, first: any}} props */
function Next({ app, where, first }) {
  const goal = where ? where.next : first;
  const move = where ? `${where.step.id} ${goal?.id}` : "";
  const [ready, setReady] = useState(move);
  useEffect(() => {
    const timer = setTimeout(() => setReady(move), MOMENT);
    return () => clearTimeout(timer);
  }, [move]);
  if (!where && !first) return null;
  const compact = app.ui.compact.value;
  const label = !where ? t("step.start") : goal ? t("step.next_is", { title: goal.title }) : t("step.last");
  return html`<${Button} icon=${where ? "arrow-right" : "play"} mirror label=${label} short=${!where ? t("step.start") : compact ? undefined : t("step.next")} off=${!goal || ready !== move}
    class=${`button button-primary step-next${where && compact ? " button-icon" : ""}`} onClick=${() => goTo(app, goal.id)} />`;
}

/** "I am done" with the step; while a vote runs, the vote has its own. @param {{app: App}} props */
function Done({ app }) {
  const { live, session, actions } = app;
  const id = taskId(app);
  if (id !== live.board().step) return null;
  const done = live.get("seat", session.me.value)?.done_for === id;
  const { done: n, of } = doneCount(app, id);
  return html`<${Button} icon="circle-check" label=${t(done ? "done.take_back" : "done.say", { n: number(n), m: number(of) })} pressed=${done} onClick=${() => actions.setDone(done ? "" : id)} />`;
}
