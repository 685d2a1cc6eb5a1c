/** Results of a round: ranked with ties, a bar for each, votes and proxy votes apart, by how many associations supported. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { Button } from "./button.js";
import { KindIcon, Icon } from "./icon.js";
import { number } from "./phrases.js";
import { show } from "./note_actions.js";
import { titleOf } from "./cluster_actions.js";
import { ranked } from "./result_rank.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./result_rank.js").Row} Row */

const FIRST = 20;

/** @param {{app: App, round: any, large?: boolean, most?: number}} props `large`: for a presentation */
export function RoundResults({ app, round, large, most = FIRST }) {
  const [all, setAll] = useState(false);
  const { results } = round;
  if (!results) return null;
  const rows = ranked(results.targets);
  const top = Math.max(1, ...rows.map((row) => row.votes + row.proxy));
  const shown = all ? rows : rows.slice(0, most);
  const proxies = rows.reduce((sum, row) => sum + row.proxy, 0);
  return html`<section class=${large ? "results results-large" : "results"} aria-label=${t("result.title")}>
    <${large ? "h3" : "h4"} class="kind-head">${t(round.state === "open" ? "result.live" : "result.title")}<//>
    ${results.voters + proxies > 0 && html`<p class="result-who">${t("result.voters", { count: results.voters })} ${results.associations > 0 ? t("result.associations", { count: results.associations }) : ""} ${proxies > 0 ? t("result.proxies", { count: proxies }) : ""}</p>`}
    ${rows.length
      ? html`<ol class="result-list">${shown.map((row) => html`<${Result} key=${row.target} app=${app} round=${round} row=${row} top=${top} />`)}</ol>`
      : html`<p class="empty">${t(round.state === "open" ? "result.none_yet" : "result.none")}</p>`}
    ${shown.length < rows.length && html`<${Button} text label=${t("outline.more", { count: rows.length - shown.length })} onClick=${() => setAll(true)} />`}
  </section>`;
}

/** @param {{app: App, round: any, row: Row, top: number}} props */
function Result({ app, round, row, top }) {
  const { live } = app;
  const clusters = round.on === "clusters";
  const record = live.get(clusters ? "cluster" : "note", row.target);
  const theme = record && live.get("theme", record.theme);
  const words = !record ? t("vote.target_gone") : titleOf(record);
  const sum = row.votes + row.proxy;
  const own = { inlineSize: `${(row.votes / top) * 100}%` };
  const proxy = { inlineSize: `${(row.proxy / top) * 100}%` };
  return html`<li class="result" data-color=${theme?.color} data-kind=${record?.kind} value=${row.rank}>
    <span class="rank"><span class="visually-hidden">${t("result.rank", { rank: number(row.rank) })}</span><span aria-hidden="true">${number(row.rank)}</span></span>
    <div class="result-body">
      ${record && !clusters
        ? html`<button type="button" class="plain-line" onClick=${() => show(app, row.target)}><span class="kind-chip"><${KindIcon} kind=${record.kind} /></span><${Words} app=${app} note=${record} name="result-text" /></button>`
        : html`<p class="plain-line">${clusters && html`<span class="kind-chip"><${Icon} name="group" /></span>`}<span class="result-text" dir="auto">${words}</span></p>`}
      <span class="result-bar" aria-hidden="true"><span class="result-own" style=${own}></span><span class="result-proxy" style=${proxy}></span></span>
      <p class="result-facts"><strong>${t("result.votes", { count: sum })}</strong>
        ${row.proxy > 0 && html`<span>${t("result.of_them_proxy", { count: row.proxy })}</span>`}
        ${round.results.associations > 0 && html`<span>${t("result.supported", { n: number(row.associations), count: round.results.associations })}</span>`}</p>
    </div>
  </li>`;
}
