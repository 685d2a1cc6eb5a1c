/** Going back to a moment of the history, and the way back from there. */
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { because, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** Restores the moment; says so, with a way back. False when that was refused. @param {App} app @param {number} seq @param {string} words */
export async function restore(app, seq, words) {
  try {
    const { seq: made, changed } = await call(app.page.board, "/history/restore", { method: "POST", body: { seq } });
    offerBack(app, changed ? words : t("history.same"), changed ? made : null);
    return true;
  } catch (error) {
    app.session.toast.value = { text: because(/** @type {any} */ (error).reason || "unavailable") };
    return false;
  }
}

/** Takes back what a seat did lately. @param {App} app @param {any} seat @param {number} minutes */
export async function undoSeat(app, seat, minutes) {
  try {
    const { seq, changed } = await call(app.page.board, "/undo", { method: "POST", body: { seat: seat.id, minutes } });
    const words = changed ? t("undo_by.done", { count: changed, n: number(changed), name: seat.name }) : t("undo_by.nothing", { name: seat.name });
    offerBack(app, words, changed ? seq : null);
    return true;
  } catch (error) {
    app.session.toast.value = { text: because(/** @type {any} */ (error).reason || "unavailable") };
    return false;
  }
}

/** @param {App} app @param {string} text @param {number|null} made the number of the repair, null: there is nothing to take back */
function offerBack(app, text, made) {
  const action = made === null ? undefined : { label: t("action.undo"), run: () => void restore(app, made - 1, t("history.taken_back")) };
  app.session.toast.value = { text, ...(action ? { action } : {}) };
}
