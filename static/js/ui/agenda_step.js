/** One step of the agenda: what it asks and allows; for facilitators with the way to go there, change, move and delete it. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { MenuButton } from "./menu.js";
import { StepForm } from "./agenda_form.js";
import { goTo } from "./step_go.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/**
 * @typedef {object} Props
 * @property {App} app
 * @property {any} step
 * @property {number} number
 * @property {number} of
 * @property {boolean} current
 * @property {boolean} leads
 * @property {boolean} open
 * @property {(open: boolean) => void} onOpen
 * @property {import("./agenda_order.js").Order} order
 */

/** @param {Props} props */
export function AgendaStep({ app, step, number: place, of, current, leads, open, onOpen, order }) {
  return html`<li class="agenda-step" data-step=${step.id} data-dragged=${order.dragged === step.id ? "" : undefined} aria-current=${current ? "step" : undefined}>
    <div class="agenda-line">
      ${leads && html`<span class="grip" onPointerDown=${(/** @type {PointerEvent} */ e) => order.grab(step.id, e)}><${Icon} name="grip-vertical" /></span>`}
      <span class="agenda-number">${number(place)}</span>
      ${leads
        ? html`<button type="button" class="agenda-title" dir="auto" aria-expanded=${String(open)} title=${t("agenda.edit", { title: step.title })} onClick=${() => onOpen(!open)}>${step.title}</button>`
        : html`<b class="agenda-title" dir="auto">${step.title}</b>`}
      ${leads && html`<${Tools} app=${app} step=${step} place=${place} of=${of} current=${current} onOpen=${onOpen} order=${order} />`}
    </div>
    ${current && html`<p class="agenda-now"><${Icon} name="play" />${t("agenda.now")}</p>`}
    ${open && leads
      ? html`<${StepForm} app=${app} step=${step} current=${current} onClose=${() => onOpen(false)} />`
      : html`${step.task && html`<p class="agenda-task" dir="auto">${step.task}</p>`}<${Facts} step=${step} />`}
  </li>`;
}

/** @param {{step: any}} props */
function Facts({ step }) {
  const may = step.may.length ? step.may.map((/** @type {string} */ one) => t(`may.${one}`)).join(" · ") : t("may.nothing");
  return html`<ul class="agenda-facts">
    ${step.minutes > 0 && html`<li><${Icon} name="timer" />${t("agenda.minutes", { count: step.minutes, n: number(step.minutes) })}</li>`}
    ${step.private && html`<li><${Icon} name="eye-off" />${t("private.word")}</li>`}
    <li><${Icon} name="hand" /><span class="visually-hidden">${t("agenda.may")}: </span>${may}</li>
  </ul>`;
}

/** @param {{app: App, step: any, place: number, of: number, current: boolean, onOpen: (open: boolean) => void, order: any}} props */
function Tools({ app, step, place, of, current, onOpen, order }) {
  const { title } = step;
  /** @type {import("./menu.js").Item[]} */
  const items = [
    { icon: "pencil", label: t("agenda.edit", { title }), run: () => onOpen(true) },
    { icon: "arrow-up", label: t("settings.up", { title }), off: place === 1, run: () => order.shift(place - 1, place - 2) },
    { icon: "arrow-down", label: t("settings.down", { title }), off: place === of, run: () => order.shift(place - 1, place) },
    { icon: "trash-2", label: t("agenda.delete", { title }), run: () => remove(app, step) },
  ];
  return html`<${Button} icon="play" mirror label=${t(current ? "agenda.is_now" : "agenda.go", { title })} off=${current} onClick=${() => goTo(app, step.id)} />
    <${MenuButton} icon="ellipsis" label=${t("agenda.tools", { title })} items=${items} />`;
}

/** Deletes at once and offers the way back. @param {App} app @param {any} step */
function remove(app, step) {
  const { title, task, may, minutes, order, private: hush } = step;
  app.actions.removeStep(step.id);
  app.session.toast.value = {
    text: t("agenda.deleted", { title }),
    action: { label: t("toast.undo"), run: () => app.actions.addStep({ title, task, may, minutes, order, private: hush }) },
  };
}
