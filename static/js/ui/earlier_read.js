/** One earlier board as an outline to read and to search: theme, cluster, challenge with its answers. */
import { html, useComputed, useEffect, useMemo, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { chaptersOf } from "../core/earlier.js";
import { lastVotes } from "../core/next.js";
import { carriedHere, originKey } from "../core/origin.js";
import { byNote } from "../core/reading.js";
import { call } from "./api.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { show } from "./note_actions.js";
import { Turn, Words } from "./note_words.js";
import { STATUS_ICONS } from "./note_marks.js";
import { because, brief, kindWord, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("../core/earlier.js").Entry} Entry */
/** @typedef {{app: App, board: string, here: {value: Map<string, string>}, votes: Map<string, number>, tongues: Map<string, any[]>}} Context */

/** With more entries themes are closed at first, so that nothing waits for them. */
const AT_ONCE = 150;
/** Of one theme; the rest is found by searching. */
const MOST = 300;

/** @param {{app: App, id: string, date: string, named: boolean, counts: any}} props `named`: its title is not shown elsewhere */
export function EarlierBoard({ app, id, date, named, counts }) {
  const [earlier, setEarlier] = useState(/** @type {any} */ (null));
  const [problem, setProblem] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    let over = false;
    call(app.page.board, `/series/${encodeURIComponent(id)}`).then((found) => over || setEarlier(found), (error) => over || setProblem(error.reason || "unavailable"));
    return () => {
      over = true;
    };
  }, [id]);
  const here = useComputed(() => carriedHere(app.live.all("note")));
  const chapters = useMemo(() => (earlier ? chaptersOf(earlier, text) : []), [earlier, text]);
  const votes = useMemo(() => lastVotes(earlier?.rounds ?? []), [earlier]);
  const tongues = useMemo(() => byNote(earlier?.translations ?? []), [earlier]);
  if (problem) return html`<p class="error" role="alert">${because(problem)}</p>`;
  if (!earlier) return html`<p class="empty">${t("state.loading")}</p>`;
  const count = chapters.reduce((sum, chapter) => sum + chapter.count, 0);
  const searching = text.trim() !== "";
  return html`<div class="earlier-head">
      ${named && html`<h3 dir="auto">${earlier.board.title}</h3>`}
      <p class="earlier-facts"><span>${date}</span>${counts && html`<span><${Icon} name="flag" />${t("series.challenges", { count: counts.challenges })}</span><span><${Icon} name="lightbulb" />${t("series.solutions", { count: counts.solutions })}</span>`}</p>
    </div>
    <search><span class="search-field"><${Icon} name="search" />
      <input type="search" class="field" aria-label=${t("earlier.search")} placeholder=${t("earlier.search")} dir=${text ? "auto" : undefined} value=${text} onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)} /></span>
      <p class="visually-hidden" role="status">${searching ? t("filter.found", { count }) : ""}</p></search>
    ${count === 0 && html`<p class="empty">${t(searching ? "earlier.nothing" : "earlier.empty")}</p>`}
    <div>${chapters.filter((chapter) => chapter.count > 0).map((chapter) => html`<${Theme} key=${`${chapter.theme.id} ${searching}`} context=${{ app, board: id, here, votes, tongues }} chapter=${chapter} open=${searching || count <= AT_ONCE} />`)}</div>`;
}

/** @param {{context: Context, chapter: import("../core/earlier.js").Chapter, open: boolean}} props */
function Theme({ context, chapter: { theme, groups, count }, open: first }) {
  const [open, setOpen] = useState(first);
  let room = MOST;
  const shown = groups.map(({ cluster, entries }) => {
    const some = entries.slice(0, room);
    room -= some.length;
    return { cluster, entries: some };
  });
  return html`<details class="theme earlier-theme" open=${open} data-color=${theme.color} onToggle=${(/** @type {any} */ e) => setOpen(e.currentTarget.open)}>
    <summary class="theme-head"><${Icon} name="chevron-right" mirror /><${Sign} name=${theme.sign} /><h3 dir="auto">${theme.title}</h3><span class="pill">${number(count)}</span></summary>
    ${open && shown.filter(({ entries }) => entries.length > 0).map(({ cluster, entries }) => html`<section key=${cluster?.id ?? ""} class=${cluster ? "earlier-cluster" : undefined}>
      ${cluster && html`<h4 dir="auto">${cluster.title || t("cluster.untitled")}</h4>`}
      <ul class="earlier-list">${entries.map((entry) => html`<li key=${entry.note.id} class="earlier-entry"><${Line} context=${context} note=${entry.note} merged=${entry.merged.length} />
        ${entry.answers.length > 0 && html`<ul class="earlier-answers" aria-label=${t("answer.solutions")}>${entry.answers.map((one) => html`<li key=${one.id}><${Line} context=${context} note=${one} merged=${0} /></li>`)}</ul>`}</li>`)}</ul>
    </section>`)}
    ${open && count > MOST && html`<p class="empty">${t("earlier.more", { count: count - MOST })}</p>`}
  </details>`;
}

/** @param {{context: Context, note: any, merged: number}} props */
function Line({ context: { app, board, here, votes, tongues }, note, merged }) {
  const there = useComputed(() => here.value.get(originKey(board, note)) ?? "").value;
  const count = votes.get(note.id) ?? 0;
  const jump = () => {
    if (app.ui.compact.peek()) app.session.panel.value = null;
    show(app, there);
  };
  return html`<div class="earlier-line" data-kind=${note.kind}><span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
    <span class="note-line-body"><span class="visually-hidden">${kindWord(note.kind)}: </span><${Words} app=${app} note=${note} translations=${tongues.get(note.id) ?? []} name="note-line-text" />
      <span class="note-line-meta">${note.association && html`<bdi>${note.association}</bdi>`}
        ${note.status in STATUS_ICONS && html`<span class="mark"><${Icon} name=${STATUS_ICONS[note.status]} />${t(`status.${note.status}`)}</span>`}
        ${count > 0 && html`<span class="mark"><${Icon} name="vote" />${t("origin.votes", { count })}</span>`}
        ${merged > 0 && html`<span class="mark"><${Icon} name="merge" />${t("merge.count", { count: merged + 1 })}</span>`}
        <${Turn} app=${app} note=${note} translations=${tongues.get(note.id) ?? []} />
        ${there && html`<button type="button" class="link-button" aria-label=${t("earlier.here", { text: brief(note.text, 40) })} onClick=${jump}><${Icon} name="arrow-right" mirror />${t("earlier.here_short")}</button>`}</span></span></div>`;
}
