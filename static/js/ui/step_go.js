/** Going to a step; when that would show what is private, people are asked first. */
import { privateCount } from "./private_counts.js";
/** @typedef {import("./state.js").App} App */

/** @param {App} app @param {string} id */
export function goTo(app, id) {
  if (app.store.board()?.step === id) return;
  const reveals = app.store.board()?.private && app.store.get("step", id)?.private === false;
  if (reveals && privateCount() > 0) app.ui.dialog.value = { name: "reveal", step: id };
  else app.actions.goToStep(id);
}

/** Private writing on or off, now. @param {App} app @param {boolean} on */
export function setPrivate(app, on) {
  if (!on && privateCount() > 0) app.ui.dialog.value = { name: "reveal" };
  else app.actions.setPrivate(on);
}
