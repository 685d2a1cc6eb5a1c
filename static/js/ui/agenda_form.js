/** Changing a step, in its place; every field is kept when it is left. What the running step allows holds at once. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { MayList } from "./mode_now.js";
import { Field } from "./settings_field.js";
import { setPrivate } from "./step_go.js";
import { minutesFrom, MOST_MINUTES } from "./timer_minutes.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, step: any, current: boolean, onClose: () => void}} props */
export function StepForm({ app, step, current, onClose }) {
  const { actions } = app;
  const title = useRef(/** @type {HTMLInputElement|null} */ (null));
  useEffect(() => title.current?.select(), []);
  /** @param {Record<string, any>} fields */
  const set = (fields) => actions.setStep(step.id, fields);
  const keepTitle = (/** @type {string} */ typed) => {
    const wanted = tidy(typed);
    if (wanted) set({ title: wanted });
  };
  const setHush = (/** @type {boolean} */ on) => {
    set({ private: on });
    if (current) setPrivate(app, on);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    /** @type {HTMLElement} */ (document.activeElement)?.blur?.(); // what was typed is kept
    onClose();
  };
  return html`<div class="stack agenda-form" role="group" aria-label=${t("agenda.edit", { title: step.title })} onKeyDown=${key}>
    <label><span class="label">${t("agenda.step_title")}</span>
      <${Field} field=${title} maxlength="80" value=${step.title} onKeep=${keepTitle} /></label>
    <label><span class="label">${t("agenda.task")}</span>
      <${Field} long rows="3" maxlength="300" value=${step.task} onKeep=${(/** @type {string} */ task) => set({ task })} /></label>
    <${MayList} may=${step.may} label=${t("agenda.may")} onChange=${(/** @type {string[]} */ may) => set({ may })} />
    <label class="check"><input type="checkbox" checked=${step.private} onChange=${(/** @type {any} */ e) => setHush(e.currentTarget.checked)} /><span>${t("private.in_step")}</span></label>
    <${Minutes} minutes=${step.minutes} onChange=${(/** @type {number} */ minutes) => set({ minutes })} />
    ${current && html`<p class="hint">${t("agenda.runs")}</p>`}
    <div class="row-end"><${Button} icon="check" text label=${t("action.done")} onClick=${onClose} /></div>
  </div>`;
}

/** @param {{minutes: number, onChange: (minutes: number) => void}} props */
function Minutes({ minutes, onChange }) {
  const [wrong, setWrong] = useState(false);
  const change = (/** @type {string} */ typed) => {
    const wanted = minutesFrom(typed || "0");
    const fits = wanted !== null && Number.isInteger(wanted) && wanted >= 0 && wanted <= MOST_MINUTES;
    setWrong(!fits);
    if (fits) onChange(wanted);
  };
  return html`<label><span class="label">${t("agenda.minutes_field")}</span>
    <${Field} dir=${undefined} inputmode="numeric" autocomplete="off" value=${String(minutes)} aria-invalid=${wrong ? "true" : undefined} aria-describedby="minutes-wrong" onKeep=${change} /></label>
    <p id="minutes-wrong" class=${wrong ? "field-error" : "hint"} role=${wrong ? "alert" : undefined}>${t(wrong ? "agenda.minutes_wrong" : "agenda.minutes_hint", { most: number(MOST_MINUTES) })}</p>`;
}

/** @param {string} words */
function tidy(words) {
  return words.replace(/\s+/g, " ").trim();
}
