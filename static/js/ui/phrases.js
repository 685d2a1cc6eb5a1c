/** Sentences that several parts say in the same way: who wrote a note and when, why something was refused. */
import { t, written } from "../core/i18n.js";

/** @type {Record<string, string>} */
const REASONS = {
  malformed: "reason.malformed",
  invalid: "reason.invalid",
  limit: "reason.limit",
  not_found: "reason.not_found",
  forbidden: "reason.forbidden",
  locked: "reason.locked",
  closed: "reason.closed",
  gone: "reason.gone",
  stale: "reason.stale",
  too_fast: "reason.too_fast",
  storage: "reason.storage",
  reload: "reason.reload",
  unavailable: "reason.unavailable",
  offline: "reason.offline",
};

/** Refusals that mean something of their own for one sort of step: `reason.<type>_<step>_<reason>`. */
const SPECIAL = new Set([
  "reason.vote_add_limit", "reason.vote_add_most", "reason.vote_add_closed", "reason.vote_add_gone", "reason.vote_add_not_found", "reason.vote_add_invalid", "reason.vote_add_locked",
  "reason.vote_remove_closed", "reason.vote_remove_not_found",
  "reason.answer_add_invalid", "reason.answer_add_not_found", "reason.answer_add_gone", "reason.comment_add_gone", "reason.comment_add_not_found",
  "reason.comment_add_closed", "reason.reaction_add_closed", "reason.translation_add_gone", "reason.translation_set_gone", "reason.translation_set_not_found", "reason.translation_add_invalid", "reason.round_set_invalid", "reason.cluster_set_not_found", "reason.note_set_kind",
]);

/** @param {string} reason of the closed set in PROTOCOL.md @param {{limit?: number, field?: string, steps?: any[], record?: [string, string]}} [more] */
export function because(reason, more = {}) {
  if (more.field === "creation") return t("creation.needed");
  const [first] = more.steps ?? [];
  const special = first && `reason.${first[1]}_${first[0]}_${reason === "limit" && more.field === "target" ? "most" : reason === "invalid" && more.field === "kind" ? "kind" : reason}`;
  if (special && SPECIAL.has(special)) return t(special, { limit: more.limit === undefined ? "" : number(more.limit), count: more.limit ?? 0 });
  if (reason === "limit" && more.limit !== undefined) return t("reason.limit_n", { limit: number(more.limit) });
  return t(REASONS[reason] || "reason.unavailable");
}

/** @param {number} value */
export function number(value) {
  return written.number(value);
}

/** @param {string} [iso] */
export function when(iso) {
  if (!iso) return "";
  const date = new Date(iso);
  if (Number.isNaN(+date)) return "";
  const today = date.toDateString() === new Date().toDateString();
  return written.date(date, today ? "time" : "both");
}

/** How long ago, in words: "3 minutes ago"; by a clock that is behind the server's, now. @param {string} [iso] @param {number} [now] */
export function ago(iso, now = Date.now()) {
  const then = +new Date(iso ?? "");
  if (!iso || Number.isNaN(then)) return "";
  const seconds = Math.min(0, Math.round((then - now) / 1000));
  if (seconds > -60) return t("time.now");
  if (seconds > -3600) return written.ago("minute", Math.floor(-seconds / 60));
  if (seconds > -86400) return written.ago("hour", Math.floor(-seconds / 3600));
  return seconds > -7 * 86400 ? written.ago("day", Math.floor(-seconds / 86400)) : when(iso);
}

/** A share of a whole, "67%". @param {number} part @param {number} whole */
export function percent(part, whole) {
  return written.percent(whole ? part / whole : 0);
}

/** Who wrote a note or comment; nobody's name when it is anonymous. @param {import("./state.js").App} app @param {any} record @returns {string} */
export function writer(app, record) {
  const mine = record.seat && record.seat === app.session.me.value;
  if (record.anonymous) return t(mine ? "note.anonymous_mine" : "note.anonymous");
  return app.live.get("seat", record.seat)?.name || t("note.author_unknown");
}

export const STATUSES = ["open", "in_progress", "solved", "key_message"];

/** @param {string} kind */
export function kindWord(kind) {
  return t(kind === "solution" ? "kind.solution" : "kind.challenge");
}

/** The start of a text on one line, for names of buttons. @param {string} text @param {number} [length] */
export function brief(text, length = 60) {
  const line = [...(text || "").replace(/\s+/g, " ").trim()];
  if (!line.length) return t("note.no_text");
  return line.length > length ? `${line.slice(0, length).join("")}…` : line.join("");
}

/** @param {string} role */
export function roleWord(role) {
  return t(`role.${["viewer", "participant", "facilitator"].includes(role) ? role : "viewer"}`);
}
