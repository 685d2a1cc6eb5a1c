/** What is left on the session's timer, by the server's clock, drawn again once a second. */
import { useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { written } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{state: "off" | "running" | "paused" | "over", left: number, seconds: number, lock: boolean}} Clock */

/** @type {Clock} */
const OFF = { state: "off", left: 0, seconds: 0, lock: false };

/** @param {App} app @param {any} timer as the board's record has it @returns {Clock} */
export function readClock(app, timer) {
  if (!timer || timer.state === "off") return OFF;
  const { seconds, lock } = timer;
  if (timer.state === "paused") return { state: "paused", left: Math.ceil(timer.left), seconds, lock };
  const left = Math.max(0, Math.ceil((Date.parse(timer.ends_at) - app.sync.serverNow()) / 1000));
  return { state: left ? "running" : "over", left, seconds, lock };
}

/** @param {App} app @returns {Clock} */
export function useClock(app) {
  const { timer } = app.live.board();
  const [, draw] = useState(0);
  useEffect(() => {
    if (timer?.state !== "running") return;
    /** @type {any} */
    let wait;
    const tick = () => {
      draw((n) => n + 1);
      const rest = (Date.parse(timer.ends_at) - app.sync.serverNow()) % 1000;
      wait = setTimeout(tick, (rest > 0 ? rest : 1000) + 8);
    };
    tick();
    return () => clearTimeout(wait);
  }, [timer?.state, timer?.ends_at]);
  return readClock(app, timer);
}

/** 754 as "12:34", 3661 as "1:01:01". @param {number} seconds */
export function clockFace(seconds) {
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => written.number(part, { least: 2 }));
  return hours ? [written.number(hours), ...rest].join(":") : rest.join(":");
}
