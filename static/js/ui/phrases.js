/** Sentences that several parts say in the same way: who wrote a note and when, why something was refused. */
import { t, language } from "../core/i18n.js";

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

/** @param {string} reason of the closed set in PROTOCOL.md @param {{limit?: number}} [more] */
export function because(reason, more = {}) {
  if (reason === "limit" && more.limit !== undefined) return t("reason.limit_n", { limit: number(more.limit) });
  return t(REASONS[reason] || "reason.unavailable");
}

/** @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(language.value).format(value);
}

/** @param {string} [iso] */
export function when(iso) {
  if (!iso) return "";
  const date = new Date(iso);
  if (Number.isNaN(+date)) return "";
  const today = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language.value, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" }).format(date);
}

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
