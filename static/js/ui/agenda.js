/** The agenda: the steps of the session in order. Facilitators plan it and lead by it; everybody else reads along. */
import { html, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t, wordsIn } from "../core/i18n.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { MenuButton } from "./menu.js";
import { AgendaStep } from "./agenda_step.js";
import { useOrder } from "./agenda_order.js";
import { TEMPLATES, readySteps } from "../core/agenda_templates.js";
import { agendaOf } from "./step_state.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const MOST = 100;

/** @param {{app: App}} props */
export function Agenda({ app }) {
  const { session, live } = app;
  const leads = session.role.value === "facilitator";
  const steps = agendaOf(app);
  const current = live.board().step;
  const minutes = steps.reduce((/** @type {number} */ sum, /** @type {any} */ step) => sum + step.minutes, 0);
  const [open, setOpen] = useState(/** @type {string|null} */ (null));
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const order = useOrder(app, list, steps);
  const add = () => setOpen(app.actions.addStep({ title: t("agenda.new_step"), task: "", may: [], private: false, minutes: 0 }));
  if (!steps.length) return html`<h2>${t("agenda.title")}</h2>${leads ? html`<${Templates} app=${app} onBlank=${add} />` : html`<${Empty} icon="list-checks" words=${t("agenda.none")} />`}`;
  return html`<h2>${t("agenda.title")}</h2>
    <p class="agenda-sum muted"><span>${t("agenda.steps", { count: steps.length })}${minutes > 0 && html` · ${t("agenda.minutes", { count: minutes, n: number(minutes) })}`}</span></p>
    <ol class="agenda" ref=${list}>
      ${order.shown.map((step, i) => html`<${AgendaStep} key=${step.id} app=${app} step=${step} number=${i + 1} current=${step.id === current} leads=${leads}
        open=${open === step.id} onOpen=${(/** @type {boolean} */ on) => setOpen(on ? step.id : null)} order=${order} of=${steps.length} />`)}
    </ol>
    ${leads &&
    html`<div class="button-row agenda-tools">
      ${steps.length < MOST ? html`<${Button} icon="plus" text label=${t("agenda.add")} onClick=${add} />` : html`<p class="hint">${t("agenda.full", { count: MOST })}</p>`}
      <${MenuButton} icon="list-checks" text label=${t("agenda.more_template")} items=${templateItems(app)} />
    </div>`}`;
}

/** What a new session can begin with. @param {{app: App, onBlank: () => void}} props */
function Templates({ app, onBlank }) {
  return html`<p class="hint">${t("agenda.choose")}</p>
    <div class="templates">
      ${TEMPLATES.map(({ name, steps }) => html`<button key=${name} type="button" class="template" onClick=${() => void apply(app, name)}>
        <b>${t(`agenda.template_${name}`)}</b>
        <span class="muted">${steps.map((step) => t(`agenda.${name}_${step.name}`)).join(" · ")}</span>
        <span class="muted">${t("agenda.minutes", { count: total(steps), n: number(total(steps)) })}</span>
      </button>`)}
      <button type="button" class="template" onClick=${onBlank}><b>${t("agenda.template_blank")}</b><span class="muted">${t("agenda.template_blank_hint")}</span></button>
    </div>`;
}

/** @param {App} app @returns {import("./menu.js").Item[]} */
function templateItems(app) {
  return TEMPLATES.map(({ name, steps }) => ({ icon: "plus", label: t("agenda.append", { title: t(`agenda.template_${name}`), n: number(steps.length) }), run: () => void apply(app, name) }));
}

/** Writes the steps in the language of the board, where we speak it. @param {App} app @param {string} name */
async function apply(app, name) {
  const { language } = app.live.board();
  const spoken = app.languages.some(({ code }) => code === language);
  app.actions.addSteps(readySteps(name, spoken ? await wordsIn(language, "core/agenda_templates") : t));
  app.session.announce.value = t("agenda.applied", { title: t(`agenda.template_${name}`) });
}

/** @param {readonly {minutes: number}[]} steps */
function total(steps) {
  return steps.reduce((sum, step) => sum + step.minutes, 0);
}
