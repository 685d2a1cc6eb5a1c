/** Earlier boards of the series, beside this one: which one is read, and who may read it. Nothing is changed on them from here. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, written } from "../core/i18n.js";
import { isolated } from "../core/origin.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Check } from "./check.js";
import { EarlierBoard } from "./earlier_read.js";
import { Icon } from "./icon.js";
import { because } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{board: string, title: string, created_at: string, place: number, readable: boolean, here: boolean}} Place */
/** @typedef {{series: Place[], boards: any[]}} Found */

/** What was read last, while the page lives. */
let last = "";

/** @param {{app: App}} props */
export function EarlierBoards({ app }) {
  const [found, setFound] = useState(/** @type {Found|null} */ (null));
  const [problem, setProblem] = useState("");
  const [round, setRound] = useState(0);
  useEffect(() => {
    let over = false;
    setProblem("");
    call(app.page.board, "/series").then((answer) => over || setFound(answer), (error) => over || setProblem(error.reason || "unavailable"));
    return () => {
      over = true;
    };
  }, [round]);
  const inside = problem
    ? html`<p class="error" role="alert">${because(problem)}</p><${Button} text icon="refresh-cw" label=${t("state.try_now")} onClick=${() => setRound(round + 1)} />`
    : !found ? html`<p class="empty">${t("state.loading")}</p>` : html`<${Boards} app=${app} found=${found} onChange=${setFound} />`;
  return html`<div class="earlier"><h2>${t("panel.earlier")}</h2>${inside}</div>`;
}

/** @param {{app: App, found: Found, onChange: (found: Found) => void}} props */
function Boards({ app, found, onChange }) {
  const leads = app.session.role.value === "facilitator";
  const here = found.series.find((one) => one.here);
  const earlier = here ? found.series.filter((one) => one.place < here.place) : [];
  const open = earlier.filter((one) => one.readable || leads);
  const [chosen, setChosen] = useState(() => (open.find((one) => one.board === last) ?? open.at(-1))?.board ?? "");
  const one = open.find(({ board }) => board === chosen);
  const choose = (/** @type {string} */ id) => setChosen((last = id));
  const shared = (/** @type {string} */ id, /** @type {boolean} */ readable) => onChange({ ...found, series: found.series.map((each) => (each.board === id ? { ...each, readable } : each)) });
  const page = html`<a class="line-link" href=${`/board/${encodeURIComponent(app.page.board)}/series`} target="_blank" rel="noopener">${t("earlier.series")}</a>`;
  if (!here) return html`<${None} app=${app} leads=${leads} />`;
  return html`
    ${!open.length && html`<div class="empty-state"><${Icon} name=${earlier.length ? "lock" : "clock"} /><p>${t(earlier.length ? "earlier.closed" : "earlier.first")}</p></div>`}
    ${open.length > 1 && html`<label><span class="label">${t("earlier.choose")}</span><select class="select select-small" value=${chosen} onChange=${(/** @type {any} */ e) => choose(e.currentTarget.value)}>
      ${[...open].reverse().map((each) => html`<option key=${each.board} value=${each.board}>${t("earlier.option", { title: isolated(each.title), date: dayOf(dateOf(found, each)) })}</option>`)}</select></label>`}
    ${one && html`<${EarlierBoard} key=${one.board} app=${app} id=${one.board} date=${dayOf(dateOf(found, one))} named=${open.length === 1} counts=${found.boards.find(({ id }) => id === one.board)} />`}
    ${leads && one && html`<${Share} key=${`share ${one.board}`} place=${one} label=${t("earlier.share", { title: isolated(one.title) })} onShared=${shared} />`}
    ${leads && !earlier.length && html`<${Share} place=${here} label=${t("earlier.readable")} onShared=${shared} />`}
    <p class="earlier-links">${page}${leads && one && html` <a href=${`/board/${encodeURIComponent(one.board)}`} target="_blank" rel="noopener">${t("earlier.open")}</a>`}</p>`;
}

/** @param {{app: App, leads: boolean}} props */
function None({ app, leads }) {
  return html`<div class="empty-state"><${Icon} name="clock" /><p>${t("series.none")}</p><p class="hint">${t("series.what")}</p></div>
    ${leads ? html`<${Button} kind="primary" icon="plus" text label=${t("next.title")} onClick=${() => (app.ui.dialog.value = { name: "next" })} />` : html`<p class="hint">${t("series.ask")}</p>`}`;
}

/** Whether people of later boards may read one. It is said on that board, so one has to be its facilitator too. @param {{place: Place, label: string, onShared: (board: string, readable: boolean) => void}} props */
function Share({ place, label, onShared }) {
  const [problem, setProblem] = useState("");
  const share = (/** @type {boolean} */ readable) => {
    setProblem("");
    onShared(place.board, readable);
    call(place.board, "/series", { method: "POST", body: { readable } }).catch(({ reason }) => {
      onShared(place.board, !readable);
      setProblem(["not_found", "forbidden"].includes(reason) && !place.here ? t("earlier.share_there") : because(reason));
    });
  };
  return html`<div class="earlier-share"><${Check} on=${place.readable} label=${label} onChange=${share} />
    ${problem ? html`<p class="error" role="alert">${problem}</p>` : html`<p class="hint">${t("earlier.share_hint")}</p>`}</div>`;
}

/** When its last note was written, if one may know. @param {Found} found @param {Place} place @returns {string} */
function dateOf(found, place) {
  return found.boards.find(({ id }) => id === place.board)?.at ?? place.created_at;
}

/** @param {string} iso */
function dayOf(iso) {
  return written.date(iso, "long");
}
