/** Tells everybody when the session moves on: the new step and its task, private writing on and off; new notes are of a kind that may be written. Draws nothing. */
import { useEffect } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { openKinds } from "./kind_choice.js";
import { number } from "./phrases.js";
import { followCounts } from "./private_counts.js";
import { whereOf } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function StepWatch({ app }) {
  const { sync } = app;
  const kinds = openKinds(app);
  useEffect(() => followCounts(sync), []);
  useEffect(() => {
    if (kinds.length && !kinds.includes(app.session.kind.peek())) app.session.kind.value = kinds[0];
  }, [kinds.join()]);
  useEffect(() => sync.on("board", (/** @type {Record<string, any>} */ fields) => tell(app, fields)), []);
  return null;
}

/** @param {App} app @param {Record<string, any>} fields what changed live on the board's record */
function tell(app, fields) {
  const { session } = app;
  if (typeof fields.step === "string" && fields.step) {
    const where = whereOf(app);
    if (!where) return;
    const words = t("step.now", { n: number(where.at), m: number(where.of), title: apart(where.step.title) });
    say(where.step.task ? `${words} ${apart(where.step.task)}` : words);
  } else if (typeof fields.private === "boolean") {
    say(t(fields.private ? "private.on" : "private.revealed"));
  }

  /** Facilitators have just done it; to everybody else it is news. @param {string} text */
  function say(text) {
    if (session.role.peek() === "facilitator") session.announce.value = text;
    else session.toast.value = { text };
  }
}

/** Words of another direction inside a sentence. @param {string} words */
function apart(words) {
  return `\u2068${words}\u2069`;
}
