/** What a board can be taken home as: the formats in groups, their signs, and which options each knows. */
import { t } from "../core/i18n.js";

/**
 * @typedef {"language" | "names" | "comments" | "series" | "separator"} Option
 * @typedef {{name: string, icon: string, knows: Option[]}} Format
 * @typedef {{name: string, formats: Format[]}} Group
 */

/** @type {Option[]} */
const REPORT = ["language", "names", "comments", "series"];

/** @type {Group[]} */
export const GROUPS = [
  { name: "report", formats: [
    { name: "pdf", icon: "file-text", knows: REPORT },
    { name: "docx", icon: "file-pen", knows: REPORT },
    { name: "html", icon: "globe", knows: REPORT },
    { name: "md", icon: "hash", knows: REPORT },
  ] },
  { name: "vsr", formats: [
    { name: "vsr-docx", icon: "landmark", knows: ["language"] },
    { name: "vsr-md", icon: "hash", knows: ["language"] },
  ] },
  { name: "slides", formats: [{ name: "pptx", icon: "presentation", knows: ["language", "names", "comments"] }] },
  { name: "table", formats: [
    { name: "xlsx", icon: "sheet", knows: ["language", "names", "comments"] },
    { name: "csv", icon: "table-2", knows: ["language", "names", "separator"] },
    { name: "mural", icon: "sticky-note", knows: ["language", "names"] },
  ] },
  { name: "picture", formats: [
    { name: "board-pdf", icon: "layout-grid", knows: ["language"] },
    { name: "board-svg", icon: "pen-tool", knows: ["language"] },
    { name: "board-png", icon: "image", knows: ["language"] },
  ] },
  { name: "data", formats: [{ name: "json", icon: "braces", knows: ["names"] }] },
];

const UNKNOWN = { name: "", icon: "file-text", knows: [] };

/** @param {string} name @returns {Format} */
export function formatOf(name) {
  return GROUPS.flatMap((group) => group.formats).find((format) => format.name === name) ?? UNKNOWN;
}

/** @param {string} name */
export function isReview(name) {
  return name.startsWith("vsr");
}

/** Its name beside its neighbours: "Word". @param {string} name */
export function shortName(name) {
  return t(`export.${name.replace("-", "_")}`);
}

/** Its name on its own: "Report · Word". @param {string} name */
export function fullName(name) {
  const group = GROUPS.find(({ formats }) => formats.some((format) => format.name === name));
  return group ? `${t(`export.group_${group.name}`)} · ${shortName(name)}` : name;
}

/** @param {string} name */
export function goodFor(name) {
  return t(`export.${name.replace("-", "_")}_hint`);
}
