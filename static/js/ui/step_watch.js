/** Tells everybody when the session moves on: the new step and its task, private writing on and off. Draws nothing. */
import { useEffect } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { number } from "./phrases.js";
import { followCounts } from "./private_counts.js";
import { whereOf } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function StepWatch({ app }) {
  const { sync } = app;
  useEffect(() => followCounts(sync), []);
  useEffect(() => sync.on("board", (/** @type {Record<string, any>} */ fields) => tell(app, fields)), []);
  return null;
}

/** @param {App} app @param {Record<string, any>} fields what changed live on the board's record */
function tell(app, fields) {
  const { session } = app;
  if (typeof fields.step === "string" && fields.step) {
    const where = whereOf(app);
    if (!where) return;
    const words = t("step.now", { n: number(where.at), m: number(where.of), title: where.step.title });
    session.toast.value = { text: where.step.task ? `${words} ${where.step.task}` : words };
  } else if (typeof fields.private === "boolean") {
    session.toast.value = { text: t(fields.private ? "private.on" : "private.revealed") };
  }
}
