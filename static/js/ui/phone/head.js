/** The top of the phone: title, saved or not, people; below it the step with its task, the time, and what may be done now. */
import { html, useState } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { Icon } from "../icon.js";
import { LowSign } from "../low_data.js";
import { Banner } from "../page_state.js";
import { usePageTitle } from "../page_title.js";
import { number } from "../phrases.js";
import { Saved } from "../saved.js";
import { MAY, taskId, whereOf } from "../step_state.js";
import { clockFace, useClock } from "../timer_clock.js";
/** @typedef {import("../state.js").App} App */

const LOW = 60;

/** @param {{app: App}} props */
export function Head({ app }) {
  const title = usePageTitle(app);
  const here = Math.max(1, app.session.people.value.size);
  return html`<header class="phone-head">
    <div class="phone-top">
      <h1 class="phone-title" dir="auto">${title}</h1>
      <${LowSign} app=${app} />
      <${Saved} app=${app} />
      <${Button} icon="users" label=${t("people.here", { count: here })} short=${number(here)} aria-haspopup="dialog" onClick=${() => app.phone?.open({ name: "people" })} />
    </div>
    <${Step} app=${app} />
    <${Banner} app=${app} />
    <${Now} app=${app} />
  </header>`;
}

/** Where the session stands and what is asked; pressed, the whole task is shown. @param {{app: App}} props */
function Step({ app }) {
  const [open, setOpen] = useState(false);
  const where = whereOf(app);
  const clock = useClock(app);
  if (!where && clock.state === "off") return null;
  const { step, at = 0, of = 0 } = where ?? {};
  return html`<section class="phone-step" aria-label=${t("step.bar")}>
    ${step && html`<button type="button" class="phone-step-here" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
      <span class="phone-step-line"><span class="phone-count">${t("step.n_of_m", { n: number(at), m: number(of) })}</span> <b dir="auto">${step.title}</b></span>
      ${step.task && html`<span class="phone-task" data-open=${open ? "" : undefined} dir="auto">${step.task}</span>`}
    </button>`}
    ${clock.state !== "off" && html`<${Clock} clock=${clock} />`}
    ${step && session(app) && html`<${Done} app=${app} />`}
  </section>`;
}

/** @param {App} app */
function session(app) {
  return app.session.role.value === "participant";
}

/** @param {{clock: import("../timer_clock.js").Clock}} props */
function Clock({ clock }) {
  const face = clockFace(clock.left);
  const word = clock.state === "paused" ? t("timer.paused") : clock.state === "over" ? t("timer.over") : "";
  const state = clock.state === "running" && clock.left <= LOW ? "low" : clock.state;
  return html`<p class="phone-clock" role="timer" data-state=${state} aria-label=${word ? t("timer.label_word", { time: face, word }) : t("timer.label", { time: face })}>
    <${Icon} name=${clock.state === "paused" ? "pause" : "timer"} /><span dir="ltr">${face}</span></p>`;
}

/** "I am done" with the step; a vote has its own. @param {{app: App}} props */
function Done({ app }) {
  const { live, session: { me }, actions } = app;
  const id = taskId(app);
  if (id !== live.board().step) return null;
  const done = live.get("seat", me.value)?.done_for === id;
  return html`<${Button} icon=${done ? "circle-check" : "check"} label=${t("done.mine")} pressed=${done} onClick=${() => actions.setDone(done ? "" : id)} />`;
}

/** What this step lets people do, where that is not everything. @param {{app: App}} props */
function Now({ app }) {
  const board = app.live.board();
  const may = MAY.filter((one) => board.may?.includes(one) && one !== "move" && one !== "group");
  if (app.session.role.value !== "participant" || !board.may || board.may.length === MAY.length || board.locked || board.archived) return null;
  const words = may.map((one) => t(`may.${one}`));
  return html`<p class="phone-now"><span class="visually-hidden">${t("now.title")}: </span>${words.length ? words.map((word, i) => html`<span key=${word}>${i > 0 && html`<span aria-hidden="true"> · </span>`}${word}</span>`) : t("may.nothing")}</p>`;
}
