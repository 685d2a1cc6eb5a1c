/** The notes as they will be, each to be left out or taken; the first hundred, and more on demand. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { lineOf } from "./import_reading.js";
import { plain } from "./import_words.js";
import { languageName } from "./names.js";
import { brief, kindWord, number } from "./phrases.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {import("./import_reading.js").Row} Row */
/** @typedef {import("./import_mapping.js").Theme} Theme */

const STEP = 100;
const SHOWN = 400;

/** @param {{reading: Reading, notes: Row[], themes: Theme[]}} props */
export function Rows({ reading, notes, themes }) {
  const { out, file, busy } = reading.state.value;
  const [most, setMost] = useState(STEP);
  useEffect(() => setMost(STEP), [file]);
  const has = { cluster: notes.some(({ cluster }) => cluster), association: notes.some(({ association }) => association), votes: notes.some(({ votes }) => votes) };
  const taken = notes.filter(({ row }) => !out.has(row)).length;
  const heads = [["kind", t("note.kind")], ["theme", t("note.theme")], has.cluster && ["cluster", t("import.field_cluster")], ["text", t("note.text_label")],
    has.association && ["association", t("note.association")], has.votes && ["votes", t("import.field_votes")]].filter(Boolean);
  return html`<div class="bring-rows" aria-busy=${String(busy)}>
    <table class="bring-table" role="table" aria-label=${t("import.notes")}>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" class="bring-cell-check"><${Every} taken=${taken} count=${notes.length} onChange=${(/** @type {boolean} */ on) => reading.leave(notes.map(({ row }) => row), !on)} /></th>
        ${/** @type {string[][]} */ (heads).map(([name, words]) => html`<th key=${name} role="columnheader" scope="col" class=${`bring-cell-${name}`}>${words}</th>`)}</tr></thead>
      <tbody role="rowgroup">${notes.slice(0, most).map((row) => html`<${Line} key=${row.row} row=${row} has=${has} themes=${themes} out=${out.has(row.row)} onTake=${(/** @type {boolean} */ on) => reading.leave([row.row], !on)} />`)}</tbody>
    </table>
    ${notes.length > most && html`<p class="bring-further"><span>${t("import.and_more", { count: notes.length - most })}</span>
      <button type="button" class="link-button" onClick=${() => setMost(most + STEP)}>${t("import.show_more", { count: Math.min(STEP, notes.length - most) })}</button></p>`}
  </div>`;
}

/** All or none of them. @param {{taken: number, count: number, onChange: (on: boolean) => void}} props */
function Every({ taken, count, onChange }) {
  const box = useRef(/** @type {HTMLInputElement|null} */ (null));
  useEffect(() => {
    if (box.current) box.current.indeterminate = taken > 0 && taken < count;
  });
  return html`<label class="bring-check"><span class="visually-hidden">${t("import.every")}</span><input ref=${box} type="checkbox" checked=${taken > 0} onChange=${() => onChange(taken < count)} /></label>`;
}

/** @param {{row: Row, has: Record<string, boolean>, themes: Theme[], out: boolean, onTake: (on: boolean) => void}} props */
function Line({ row, has, themes, out, onTake }) {
  const { text, kind, cluster, association, votes, answers, sdgs, language, translations } = row;
  const name = t("import.take", { row: plain(lineOf(row.row)), text: brief(text, 40) });
  return html`<tr role="row" data-out=${out ? "" : undefined}>
    <td role="cell" class="bring-cell-check"><label class="bring-check"><span class="visually-hidden">${name}</span><input type="checkbox" checked=${!out} onChange=${(/** @type {any} */ e) => onTake(e.currentTarget.checked)} /></label></td>
    <td role="cell" class="bring-cell-kind"><span class="bring-kind" data-kind=${kind}><${KindIcon} kind=${kind} />${kindWord(kind)}</span></td>
    <td role="cell" class="bring-cell-theme"><${ThemeName} wanted=${row.theme} themes=${themes} /></td>
    ${has.cluster && html`<td role="cell" class="bring-cell-cluster">${cluster && html`<${Icon} name="group" /><bdi>${cluster}</bdi>`}</td>`}
    <td role="cell" class="bring-cell-text"><bdi class="bring-text" lang=${language || undefined}>${text.length > SHOWN ? `${[...text.slice(0, SHOWN + 1)].slice(0, -1).join("")}…` : text}</bdi>
      ${translations.map((one) => html`<span key=${one.language} class="hint bring-translation"><${Icon} name=${one.machine ? "sparkles" : "languages"} />${languageName(one.language)}: <bdi lang=${one.language}>${brief(one.text, 160)}</bdi></span>`)}
      ${(answers.length > 0 || sdgs.length > 0 || row.merged_into) && html`<span class="hint">${[answers.length && t("import.answers", { count: answers.length }), row.merged_into && t("import.merged"),
        sdgs.length && t("import.sdgs", { list: sdgs.map(number).join(", ") })].filter(Boolean).join(" · ")}</span>`}</td>
    ${has.association && html`<td role="cell" class="bring-cell-association"><bdi>${association}</bdi></td>`}
    ${has.votes && html`<td role="cell" class="bring-cell-votes">${votes > 0 && html`<${Icon} name="vote" /><span aria-hidden="true">${number(votes)}</span><span class="visually-hidden">${t("import.votes", { count: votes })}</span>`}</td>`}
  </tr>`;
}

/** @param {{wanted: string, themes: Theme[]}} props */
function ThemeName({ wanted, themes }) {
  if (wanted.startsWith("+")) return html`<span class="bring-theme"><${Icon} name="plus" /><span><bdi>${wanted.slice(1)}</bdi> <span class="bring-new">${t("import.new")}</span></span></span>`;
  const theme = themes.find(({ id }) => id === wanted) ?? themes[0];
  return html`<span class="bring-theme" data-color=${theme?.color}><${Sign} name=${theme?.sign} /><bdi>${theme?.title}</bdi></span>`;
}
