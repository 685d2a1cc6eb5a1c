/** What of the file will not be a note, and why; and what of the notes was not understood. Nothing is lost without a word. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { lineOf } from "./import_reading.js";
import { plain, problemWord, skipWord } from "./import_words.js";
import { brief, number } from "./phrases.js";
/** @typedef {import("./import_reading.js").Row} Row */

const STEP = 100;

/** @param {{rows: Row[], limit: number}} props */
export function LeftOut({ rows, limit }) {
  if (!rows.length) return null;
  const reasons = [...new Set(rows.map(({ skip }) => skip))];
  return html`<details class="bring-more" id="bring-left-out"><summary>${t("import.left_out", { count: rows.length })}</summary>
    ${reasons.map((reason) => {
      const those = rows.filter(({ skip }) => skip === reason);
      return html`<section key=${reason} class="bring-reason"><h5>${skipWord(reason, limit)} <span class="bring-count">${number(those.length)}</span></h5>
        <${Slowly} list=${those} draw=${(/** @type {Row} */ { row, text }) => html`<li key=${row}><span class="bring-number">${t("import.row", { row: plain(lineOf(row)) })}</span> ${text && html`<bdi>${brief(text, 120)}</bdi>`}</li>`} /></section>`;
    })}</details>`;
}

/** @param {{problems: {row: number, reason: string, value: string}[], limit: number}} props */
export function Problems({ problems, limit }) {
  if (!problems.length) return null;
  return html`<details class="bring-more" id="bring-problems"><summary>${t("import.problems", { count: problems.length })}</summary>
    <${Slowly} list=${problems} draw=${(/** @type {any} */ problem) => html`<li><span class="bring-number">${t("import.row", { row: plain(lineOf(problem.row)) })}</span> <bdi>${problemWord(problem, limit)}</bdi></li>`} /></details>`;
}

/** @param {{list: any[], draw: (one: any) => any}} props */
function Slowly({ list, draw }) {
  const [most, setMost] = useState(STEP);
  return html`<ul class="bring-left">${list.slice(0, most).map(draw)}</ul>
    ${list.length > most && html`<button type="button" class="link-button" onClick=${() => setMost(most + STEP)}>${t("import.show_more", { count: Math.min(STEP, list.length - most) })}</button>`}`;
}
