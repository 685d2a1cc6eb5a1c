/** Who is writing in a note just now, in words. */
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

/** @param {App} app @param {string[]} seats */
export function writing(app, seats) {
  const names = seats.map((seat) => app.live.get("seat", seat)?.name).filter(Boolean);
  if (names.length === 1) return t("note.writing_one", { name: names[0] });
  return t("note.writing", { count: seats.length });
}
