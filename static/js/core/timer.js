// The board's timer: commands in, a value out that every clock can count down from. Pure; twin of board/records/timer.py.
/** @typedef {{state: "off" | "running" | "paused", seconds: number, left: number, ends_at: string, lock: boolean}} Timer */
/** @typedef {{start?: number, lock?: boolean, pause?: true, resume?: true, add?: number, stop?: true}} Command */

export const MAX_SECONDS = 36000;
/** @type {Readonly<Timer>} */
export const OFF = Object.freeze({ state: "off", seconds: 0, left: 0, ends_at: "", lock: false });

/** @param {Timer | undefined} timer @param {Command} given @param {number} now the server's clock @returns {Timer} */
export function after(timer = OFF, given, now) {
  if (given.start !== undefined) return running(given.start, given.start, now, given.lock ?? false);
  if (given.stop) return { ...OFF, lock: timer.lock };
  if (given.pause && timer.state === "running") return { ...timer, state: "paused", left: left(timer, now), ends_at: "" };
  if (given.resume && timer.state === "paused") return running(timer.seconds, timer.left, now, timer.lock);
  if (given.add !== undefined && timer.state !== "off") {
    const rest = Math.min(MAX_SECONDS, Math.max(0, left(timer, now) + given.add));
    const seconds = Math.min(MAX_SECONDS, Math.max(1, timer.seconds + given.add));
    return timer.state === "paused" ? { ...timer, seconds, left: rest } : running(seconds, rest, now, timer.lock);
  }
  return timer;
}

/** The timer of a step as it begins. @param {number} minutes @param {Timer | undefined} timer @param {number} now @returns {Timer} */
export function ofMinutes(minutes, timer = OFF, now) {
  return minutes ? running(minutes * 60, minutes * 60, now, timer.lock) : { ...OFF, lock: timer.lock };
}

/** Whole seconds, never below 0. @param {Timer} timer @param {number} now the server's clock */
export function left(timer, now) {
  if (timer.state !== "running") return timer.left;
  return Math.max(0, Math.ceil((Date.parse(timer.ends_at) - now) / 1000));
}

/** @param {number} seconds @param {number} rest @param {number} now @param {boolean} lock @returns {Timer} */
function running(seconds, rest, now, lock) {
  return { state: "running", seconds, left: rest, ends_at: new Date(now + rest * 1000).toISOString(), lock };
}
