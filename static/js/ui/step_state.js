/** Reading the agenda: the steps in order, where the session stands, who has finished. */
/** @typedef {import("./state.js").App} App */

export const MAY = ["challenge", "solution", "move", "group", "comment", "vote"];

/** @param {App} app @returns {any[]} */
export function agendaOf(app) {
  app.live.all("step");
  return app.store.agenda();
}

/** The current step with its number, or null. @param {App} app @returns {{step: any, at: number, of: number, next: any, previous: any}|null} */
export function whereOf(app) {
  const { step } = app.live.board();
  const steps = agendaOf(app);
  const at = step ? steps.findIndex((/** @type {any} */ one) => one.id === step) : -1;
  if (at < 0) return null;
  return { step: steps[at], at: at + 1, of: steps.length, next: steps[at + 1] ?? null, previous: steps[at - 1] ?? null };
}

/** What people say they are done with: the open round, else the current step; "" when there is neither. @param {App} app @returns {string} */
export function taskId(app) {
  app.live.all("round");
  return app.store.openRound()?.id ?? whereOf(app)?.step.id ?? "";
}

/** How many of the participants who are here have finished. @param {App} app @param {string} id @returns {{done: number, of: number}} */
export function doneCount(app, id) {
  const here = app.session.people.value;
  const me = app.session.me.value;
  const seats = app.live.all("seat").filter((/** @type {any} */ seat) => seat.role === "participant" && !seat.blocked);
  const counted = seats.filter((/** @type {any} */ seat) => seat.id === me || here.has(seat.id) || seat.done_for === id);
  return { done: counted.filter((/** @type {any} */ seat) => seat.done_for === id).length, of: counted.length };
}
