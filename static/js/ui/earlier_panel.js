/** Earlier boards of the series, read beside this one: theme, cluster, challenge with its answers. Nothing is changed there. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { chaptersOf } from "../core/earlier.js";
import { lastVotes } from "../core/next.js";
import { carriedHere, originKey } from "../core/origin.js";
import { call } from "./api.js";
import { Check } from "./check.js";
import { KindIcon, Sign } from "./icon.js";
import { show } from "./note_actions.js";
import { because, brief, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function EarlierBoards({ app }) {
  const { page, session } = app;
  const [found, setFound] = useState(/** @type {any} */ (null));
  const [chosen, setChosen] = useState("");
  const [problem, setProblem] = useState("");
  const said = (/** @type {any} */ error) => setProblem(error.reason || "unavailable");
  useEffect(() => {
    call(page.board, "/series").then((answer) => (setFound(answer), setChosen(readable(answer).at(-1)?.id ?? "")), said);
  }, []);
  if (problem) return html`<h2>${t("panel.earlier")}</h2><p class="error" role="alert">${because(problem)}</p>`;
  if (!found) return html`<h2>${t("panel.earlier")}</h2><p class="empty">${t("state.loading")}</p>`;
  const boards = readable(found);
  const here = found.series.find((/** @type {any} */ one) => one.here);
  const share = (/** @type {boolean} */ on) => call(page.board, "/series", { method: "POST", body: { readable: on } }).then(() => setFound({ ...found, series: found.series.map((/** @type {any} */ one) => (one.here ? { ...one, readable: on } : one)) }), said);
  return html`<h2>${t("panel.earlier")}</h2>
    ${!boards.length && html`<div class="empty-state"><p>${t(!here ? "earlier.none" : here.place === 1 ? "earlier.first" : "earlier.closed")}</p>${!here && html`<p class="hint">${t("earlier.none_hint")}</p>`}</div>`}
    ${boards.length > 1 && html`<label><span class="label">${t("earlier.choose")}</span><select class="select" value=${chosen} onChange=${(/** @type {any} */ e) => setChosen(e.currentTarget.value)}>
      ${boards.map((/** @type {any} */ one) => html`<option key=${one.id} value=${one.id}>${one.title}</option>`)}</select></label>`}
    ${chosen && html`<${Reading} key=${chosen} app=${app} id=${chosen} />`}
    ${boards.length > 0 && html`<p><a href=${`/board/${encodeURIComponent(page.board)}/series`} target="_blank" rel="noopener">${t("earlier.series")}</a></p>`}
    ${here && session.role.value === "facilitator" && html`<${Check} on=${here.readable} label=${t("earlier.readable")} onChange=${share} />`}`;
}

/** The boards before this one. @param {any} found */
function readable(found) {
  return found.boards.slice(0, -1);
}

/** @param {{app: App, id: string}} props */
function Reading({ app, id }) {
  const [board, setBoard] = useState(/** @type {any} */ (null));
  const [problem, setProblem] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    call(app.page.board, `/series/${id}`).then(setBoard, (error) => setProblem(error.reason || "unavailable"));
  }, [id]);
  if (problem) return html`<p class="error" role="alert">${because(problem)}</p>`;
  if (!board) return html`<p class="empty">${t("state.loading")}</p>`;
  const chapters = chaptersOf(board, text);
  const here = carriedHere(app.live.all("note"));
  const votes = lastVotes(board.rounds);
  const entry = (/** @type {any} */ { note, answers }) => html`<li key=${note.id} class="earlier-entry"><${Line} app=${app} note=${note} board=${id} here=${here} votes=${votes} />
    ${answers.length > 0 && html`<ul>${answers.map((/** @type {any} */ one) => html`<li key=${one.id}><${Line} app=${app} note=${one} board=${id} here=${here} votes=${votes} /></li>`)}</ul>`}</li>`;
  return html`<h3 dir="auto">${board.board.title}</h3>
    <input type="search" class="field" aria-label=${t("earlier.search")} placeholder=${t("earlier.search")} dir=${text ? "auto" : undefined} value=${text} onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)} />
    ${!chapters.length && html`<p class="empty" role="status">${t("earlier.nothing")}</p>`}
    ${chapters.map(({ theme, groups, count }) => html`<details key=${theme.id} open class="earlier-theme" data-color=${theme.color}>
      <summary><span class="theme-word"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span></span> <span class="pill">${number(count)}</span></summary>
      ${groups.map(({ cluster, entries }) => html`<section key=${cluster?.id ?? ""}>${cluster && html`<h4 dir="auto">${cluster.title || t("cluster.untitled")}</h4>`}<ul class="earlier-list">${entries.map(entry)}</ul></section>`)}
    </details>`)}`;
}

/** @param {{app: App, note: any, board: string, here: Map<string, string>, votes: Map<string, number>}} props */
function Line({ app, note, board, here, votes }) {
  const there = here.get(originKey(board, note));
  const count = votes.get(note.id) ?? 0;
  return html`<div class="earlier-line"><span class="kind-chip"><${KindIcon} kind=${note.kind} /><span class="visually-hidden">${t(`kind.${note.kind}`)}</span></span>
    <span class="note-line-body"><span class="note-line-text" dir="auto" lang=${note.language || undefined}>${note.text || t("note.no_text")}</span>
      <span class="note-line-meta">${note.association && html`<bdi>${note.association}</bdi>`} ${note.status !== "open" && html`<span class="mark">${t(`status.${note.status}`)}</span>`} ${count > 0 && html`<span class="mark">${t("origin.votes", { count })}</span>`}
        ${there && html`<button type="button" class="link-button" aria-label=${t("earlier.here", { text: brief(note.text, 40) })} onClick=${() => show(app, there)}>${t("earlier.here_short")}</button>`}</span></span></div>`;
}
