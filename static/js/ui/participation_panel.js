/** Who takes part, in figures, for facilitators: by association, country and language. Nobody by name. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { countryNames, languageNames } from "./names.js";
import { because, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{name: string, people: number|null, notes: number|null, votes: number|null, silent: number|null}} Row */

const COLUMNS = /** @type {const} */ (["people", "notes", "votes", "silent"]);

/** @param {{app: App}} props */
export function Participation({ app }) {
  const [figures, setFigures] = useState(/** @type {Record<string, Row[]>|null} */ (null));
  const [problem, setProblem] = useState("");
  const read = () => {
    call(app.page.board, "/participation").then((found) => (setFigures(found), setProblem("")), (error) => setProblem(error.reason || "unavailable"));
  };
  useEffect(read, []);
  const silent = (figures?.associations ?? []).filter((row) => row.name && row.people !== null && row.people > 0 && row.silent === row.people);
  const withheld = Object.values(figures ?? {}).some((rows) => rows.some((row) => row.people === null || row.notes === null || row.votes === null));
  return html`<h2>${t("participation.title")}</h2>
    <${Button} icon="refresh-cw" text label=${t("participation.again")} onClick=${read} />
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${!figures && !problem && html`<p class="empty">${t("state.loading")}</p>`}
    ${silent.length > 0 && html`<p class="hint" role="status">${t("participation.silent_now", { names: silent.map((row) => row.name).join(t("announce.comma")) })}</p>`}
    ${withheld && html`<p class="hint">${t("participation.withheld")}</p>`}
    ${figures && ["associations", "countries", "languages"].map((name) => html`<${Table} key=${name} title=${t(`participation.${name}`)} rows=${figures[name]} word=${naming(name)} />`)}`;
}

/** @param {{title: string, rows: Row[], word: (name: string) => string}} props */
function Table({ title, rows, word }) {
  return html`<div class="participation"><table>
    <caption>${title}</caption>
    <thead><tr><th scope="col"><span class="visually-hidden">${title}</span></th>${COLUMNS.map((name) => html`<th key=${name} scope="col">${t(`participation.${name}`)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${row.name}><th scope="row"><bdi>${row.name ? word(row.name) : t("participation.others")}</bdi></th>
      ${COLUMNS.map((name) => html`<td key=${name}>${row[name] === null ? html`<span title=${t("participation.few")}>${t("participation.few_short")}</span>` : number(/** @type {number} */ (row[name]))}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** What a group is called here. @param {string} of @returns {(name: string) => string} */
function naming(of) {
  const names = new Map(of === "countries" ? countryNames() : of === "languages" ? languageNames("") : []);
  return (name) => names.get(name) ?? name;
}
