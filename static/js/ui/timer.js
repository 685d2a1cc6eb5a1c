/** The timer in the header: large digits for everybody; start, pause, a minute more, stop and the read-only end for facilitators. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { Popover } from "./step_popover.js";
import { clockFace, useClock } from "./timer_clock.js";
import { sound } from "./timer_sound.js";
import { minutesFrom, MOST_MINUTES } from "./timer_minutes.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const PRESETS = [1, 3, 5, 10, 15];
const LOW = 60;

/** @param {{app: App}} props */
export function Timer({ app }) {
  const clock = useClock(app);
  const leads = app.session.role.value === "facilitator";
  if (clock.state === "off") {
    return leads ? html`<${Popover} icon="timer" label=${t("timer.open")}>${(/** @type {() => void} */ close) => html`<${Controls} app=${app} clock=${clock} close=${close} />`}<//>` : null;
  }
  const face = clockFace(clock.left);
  const word = clock.state === "paused" ? t("timer.paused") : clock.state === "over" ? t("timer.over") : "";
  const label = word ? t("timer.label_word", { time: face, word }) : t("timer.label", { time: face });
  const shown = html`<span class="timer-face" dir="ltr">${face}</span>${word && html`<span class="timer-word">${word}</span>`}`;
  const state = clock.state === "running" && clock.left <= LOW ? "low" : clock.state;
  return html`<${Popover} icon=${clock.state === "paused" ? "pause" : "timer"} label=${label} shown=${shown} class="timer" data-state=${state}>
    ${(/** @type {() => void} */ close) => (leads ? html`<${Controls} app=${app} clock=${clock} close=${close} />` : html`<${Facts} clock=${clock} />`)}
  <//>`;
}

/** @param {{clock: import("./timer_clock.js").Clock}} props */
function Facts({ clock }) {
  return html`<div class="popover-body">
    <p>${t(clock.state === "over" ? "timer.over_of" : "timer.of", { time: clockFace(clock.seconds) })}</p>
    ${clock.lock && html`<p class="hint">${t(clock.state === "over" ? "timer.locked_now" : "timer.locks")}</p>`}
    <${SoundSwitch} />
  </div>`;
}

/** @param {{app: App, clock: import("./timer_clock.js").Clock, close: () => void}} props */
function Controls({ app, clock, close }) {
  const { actions } = app;
  const on = clock.state !== "off";
  const [lock, setLock] = useState(Boolean(app.live.board().timer?.lock));
  /** @param {number} seconds */
  const start = (seconds) => {
    actions.timer({ start: seconds, lock });
    close();
  };
  /** @param {boolean} wanted */
  const setLocking = (wanted) => {
    setLock(wanted);
    if (clock.state === "running") actions.timer({ start: clock.left, lock: wanted });
  };
  return html`<div class="popover-body timer-controls">
    ${on &&
    html`<div class="button-row">
      ${clock.state === "running" && html`<${Button} icon="pause" text label=${t("timer.pause")} onClick=${() => actions.timer({ pause: true })} />`}
      ${clock.state === "paused" && html`<${Button} icon="play" text label=${t("timer.resume")} onClick=${() => actions.timer({ resume: true })} />`}
      <${Button} icon="plus" text label=${t("timer.add_minute")} onClick=${() => actions.timer({ add: 60 })} />
      <${Button} icon="square" text label=${t("timer.stop")} onClick=${() => (actions.timer({ stop: true }), close())} />
    </div>`}
    <h2>${t(on ? "timer.start_anew" : "timer.start")}</h2>
    <div class="button-row timer-presets">
      ${PRESETS.map((minutes) => html`<button key=${minutes} type="button" class="button" aria-label=${t("timer.start_minutes", { count: minutes })} onClick=${() => start(minutes * 60)}>${number(minutes)}</button>`)}
      <span class="muted">${t("timer.minutes")}</span>
    </div>
    <${Typed} onStart=${start} />
    <label class="check"><input type="checkbox" checked=${lock} onChange=${(/** @type {any} */ e) => setLocking(e.currentTarget.checked)} /><span>${t("timer.lock")}</span></label>
    <${SoundSwitch} />
  </div>`;
}

/** Any number of minutes; what does not fit is said. @param {{onStart: (seconds: number) => void}} props */
function Typed({ onStart }) {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState("");
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const minutes = minutesFrom(typed);
    if (minutes === null) return setWrong(t("timer.not_minutes", { most: number(MOST_MINUTES) }));
    if (minutes <= 0) return setWrong(t("timer.too_short"));
    if (minutes > MOST_MINUTES) return setWrong(t("timer.too_long", { most: number(MOST_MINUTES) }));
    onStart(Math.max(1, Math.round(minutes * 60)));
  };
  return html`<form class="timer-typed" onSubmit=${submit} novalidate>
    <label><span class="label">${t("timer.other")}</span>
      <input class="field" inputmode="decimal" autocomplete="off" value=${typed} aria-invalid=${wrong ? "true" : undefined} aria-describedby="timer-wrong"
        onInput=${(/** @type {any} */ e) => (setTyped(e.currentTarget.value), setWrong(""))} /></label>
    <button type="submit" class="button button-outline"><${Icon} name="play" /><span>${t("timer.start_now")}</span></button>
    <p id="timer-wrong" class="field-error" role="alert">${wrong}</p>
  </form>`;
}

function SoundSwitch() {
  const on = sound.value === "on";
  return html`<label class="check"><input type="checkbox" checked=${on} onChange=${(/** @type {any} */ e) => (sound.value = e.currentTarget.checked ? "on" : "off")} />
    <${Icon} name=${on ? "volume-2" : "volume-x"} /><span>${t("timer.sound")}</span></label>`;
}
