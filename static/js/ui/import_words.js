/** What is said about a file: where it is from, why it cannot be read, why a row is left out, what a column can be. */
import { language, t, written } from "../core/i18n.js";
import { because, number } from "./phrases.js";
/** @typedef {import("./import_send.js").Trouble} Trouble */

/** What a column can be, as it is offered. */
export const FIELDS = ["", "text", "kind", "theme", "cluster", "association", "votes", "answers", "id", "sdgs", "status", "language", "color", "area", "tags", "author", "country", "x", "y"];
export const SOURCES = ["mural", "miro", "table", "lines"];
export const ENCODINGS = ["utf-8", "cp1252", "cp1256", "iso8859_6", "mac_roman", "cp850", "utf-16-le", "utf-16-be"];
export const SEPARATORS = [[",", "comma"], [";", "semicolon"], ["\t", "tab"], ["|", "bar"], ["none", "none"]];

const WHY = new Set([
  "empty", "too_large", "too_many_rows", "too_many_columns", "encoding", "not_a_table", "no_text", "broken_xlsx", "zip_bomb", "password", "old_excel", "binary",
  "newer_version", "deep", "not_json",
]);
const BINARY = new Set(["pdf", "image", "docx", "pptx", "ods", "numbers", "zip"]);
const FULL = new Set(["notes", "themes", "clusters", "rounds"]);

/** Why it did not work and what to do. @param {Trouble} trouble */
export function whyNot(trouble) {
  const { reason, field, limit, row } = trouble;
  if (reason === "invalid" && field === "file") return ofFile(trouble);
  if (reason === "limit" && field && FULL.has(field)) return t(`import.full_${field}`, { limit: limit ?? 0 });
  if (reason === "limit") return limit ? t("import.why_too_large", { limit: bytes(limit) }) : t("import.why_too_large_some");
  if (reason === "closed") return t("import.private");
  if (reason === "locked") return t("import.archived");
  if (reason === "invalid" && field === "rows") return t("import.nothing_left");
  const at = /^rows\[(\d+)\]/.exec(field ?? "");
  if (at) return t("import.row_refused", { row: plain(+at[1] % 10_000_000) });
  if (reason === "unavailable" && (field === "memory" || field === "time")) return t("import.too_much_work");
  if (reason === "unavailable" && field === "failed") return t("import.failed");
  if (reason === "too_fast") return t("import.too_fast", { count: Math.ceil(trouble.retry_after ?? 10) });
  if (reason === "offline") return t("import.offline");
  if (reason === "unsure") return t("import.unsure");
  if (reason === "unreadable") return t("import.unreadable");
  return because(reason, { limit });
}

/** @param {Trouble} trouble */
function ofFile({ why = "", limit = 0, row = 0, format = "" }) {
  if (!WHY.has(why)) return t("import.failed");
  if (why === "binary" && BINARY.has(format)) return t(`import.why_${format}`);
  if (why === "too_large") return t("import.why_too_large", { limit: bytes(limit) });
  return t(`import.why_${why}`, { limit, row: plain(row), count: limit });
}

/** @param {number} size */
export function bytes(size) {
  const value = Math.max(0.1, size / (size < 1_000_000 ? 1000 : 1_000_000));
  return written.unit(size < 1_000_000 ? "kilobyte" : "megabyte", size < 10_000_000 ? Math.round(value * 10) / 10 : Math.round(value));
}

/** A row's number as the spreadsheet shows it. @param {number} row */
export function plain(row) {
  return written.number(row, { grouped: false });
}

/** @param {number} index of a column, "C" for 2 @returns {string} */
export function letters(index) {
  return (index > 25 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const SKIPS = new Set(["empty", "heading", "legend", "long", "duplicate"]);
const PROBLEMS = new Set(["wide", "long", "cut", "association", "sdgs", "language", "status", "votes", "link", "link_kind", "translation", "translation_long", "translation_cut", "translation_alone"]);
/** Characters of a translation, as the server has it. */
const LONGEST_TRANSLATION = 3000;

/** Why a row is left out. @param {string} skip @param {number} limit of a note's text */
export function skipWord(skip, limit) {
  return SKIPS.has(skip) ? t(`import.skip_${skip}`, { limit: number(limit) }) : skip;
}

/** @param {{row: number, reason: string, value: string}} problem @param {number} limit */
export function problemWord({ reason, value }, limit) {
  return PROBLEMS.has(reason) ? t(`import.problem_${reason}`, { value, limit: number(reason.startsWith("translation") ? LONGEST_TRANSLATION : limit) }) : `${reason}: ${value}`;
}

/** @param {string} encoding */
export function encodingWord(encoding) {
  return ENCODINGS.includes(encoding) ? t(`import.encoding_${encoding.replaceAll("-", "_")}`) : encoding;
}
