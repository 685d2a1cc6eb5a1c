/** One picture of the presentation, in large type: the board, a theme, a cluster with its notes, a note, or results. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { tongueOf } from "../core/tongue.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { RoundResults } from "./result_list.js";
import { Words } from "./note_words.js";
import { kindWord, number, STATUSES } from "./phrases.js";
import { clustersOf, loose, notesIn, shown } from "./present_stops.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, stage: {type: string, id: string}}} props */
export function Slide({ app, stage }) {
  const { live } = app;
  for (const type of ["note", "cluster", "answer", "theme", "translation"]) live.all(type); // whatever of it changes is drawn again
  const record = live.get(stage.type, stage.id);
  if (!record || record.hidden || record.private) return html`<div class="slide"><h2 class="slide-title" tabindex="-1">${t("stage.gone")}</h2></div>`;
  const theme = stage.type === "theme" ? record : record.theme && live.get("theme", record.theme);
  const Sort = SORTS[stage.type];
  return html`<div class="slide" data-sort=${stage.type} data-color=${theme?.color}>
    ${theme && stage.type !== "theme" && html`<p class="slide-theme"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span></p>`}
    <${Sort} app=${app} record=${record} />
  </div>`;
}

/** @param {{app: App, record: any}} props */
function BoardSlide({ app, record }) {
  const { live, store } = app;
  return html`<h2 class="slide-title" tabindex="-1" dir="auto">${record.title}</h2>
    <ol class="slide-themes">${live.themes().map((/** @type {any} */ theme, /** @type {number} */ i) => html`<li key=${theme.id} data-color=${theme.color}>
      <span class="slide-number" aria-hidden="true">${number(i + 1)}</span><${Sign} name=${theme.sign} /><span class="slide-name" dir="auto">${theme.title}</span>
      <span class="slide-count">${t("theme.notes", { count: shown([...store.notesOf(theme.id)]).length })}</span></li>`)}</ol>`;
}

/** @param {{app: App, record: any}} props */
function ThemeSlide({ app, record }) {
  const { store } = app;
  const clusters = clustersOf(store, record.id);
  const notes = shown([...store.notesOf(record.id)]);
  const count = (/** @type {string} */ kind) => notes.filter((note) => note.kind === kind).length;
  const rest = loose(store, record.id).length;
  return html`<p class="slide-sign"><${Sign} name=${record.sign} /></p>
    <h2 class="slide-title" tabindex="-1" dir="auto">${record.title}</h2>
    ${notes.length === 0
      ? html`<p class="slide-empty">${t("stage.empty_theme")}</p>`
      : html`<p class="slide-sums"><span><${KindIcon} kind="challenge" /> ${t("stage.challenges", { count: count("challenge") })}</span> <span><${KindIcon} kind="solution" /> ${t("stage.solutions", { count: count("solution") })}</span></p>`}
    ${clusters.length > 0 && html`<ul class="slide-clusters">${clusters.map((cluster) => html`<li key=${cluster.id}><span dir="auto" lang=${tongueOf(cluster.title ?? "") || undefined}>${cluster.title || t("cluster.untitled")}</span> <span class="slide-count">${number(notesIn(store, cluster.id).length)}</span></li>`)}
      ${rest > 0 && html`<li>${t("stage.loose", { count: rest })}</li>`}</ul>`}`;
}

/** @param {{app: App, record: any}} props */
function ClusterSlide({ app, record }) {
  const notes = notesIn(app.store, record.id);
  const votes = votesFor(app, record.id, "clusters");
  return html`<h2 class="slide-title" tabindex="-1" dir="auto" lang=${tongueOf(record.title ?? "") || undefined}>${record.title || t("cluster.untitled")}</h2>
    ${votes !== null && html`<p class="slide-votes"><${Icon} name="vote" />${t("result.votes", { count: votes })}</p>`}
    ${notes.length === 0
      ? html`<p class="slide-empty">${t("stage.empty_cluster")}</p>`
      : html`<ul class="slide-notes" data-many=${notes.length > 12 ? "very" : notes.length > 6 ? "many" : undefined}>${notes.map((note) => html`<${Small} key=${note.id} app=${app} note=${note} />`)}</ul>`}`;
}

/** @param {{app: App, note: any}} props */
function Small({ app, note }) {
  const votes = votesFor(app, note.id, "notes");
  const answers = app.store.answersTo(note.id).length;
  return html`<li data-kind=${note.kind}>
    <p class="slide-kind"><${KindIcon} kind=${note.kind} />${kindWord(note.kind)}</p>
    <${Words} app=${app} note=${note} name="slide-words" tag="p" />
    ${(votes !== null || answers > 0) && html`<p class="slide-facts">${votes !== null && html`<span>${t("result.votes", { count: votes })}</span>`} ${answers > 0 && html`<span>${t("stage.solutions", { count: answers })}</span>`}</p>`}
  </li>`;
}

/** @param {{app: App, record: any}} props */
function NoteSlide({ app, record }) {
  const { store, live } = app;
  const cluster = record.cluster && live.get("cluster", record.cluster);
  const votes = votesFor(app, record.id, "notes");
  const others = shown([...(record.kind === "solution" ? store.answeredBy(record.id) : store.answersTo(record.id))]);
  const letters = [...record.text].length;
  const merged = store.mergedInto(record.id).length;
  return html`${cluster?.title && html`<p class="slide-cluster" dir="auto" lang=${tongueOf(cluster.title) || undefined}>${cluster.title}</p>`}
    <div class="slide-note" data-kind=${record.kind} data-length=${letters > 400 ? "long" : letters > 120 || others.length > 0 ? "middle" : undefined}>
      <p class="slide-kind"><${KindIcon} kind=${record.kind} />${kindWord(record.kind)}${STATUSES.includes(record.status) && record.status !== "open" && html` · ${t(`status.${record.status}`)}`}</p>
      <${Words} app=${app} note=${record} name="slide-title slide-text" tag="h2" tabindex="-1" />
      <p class="slide-facts">${record.association && html`<span dir="auto">${record.association}</span>`} ${votes !== null && html`<strong>${t("result.votes", { count: votes })}</strong>`} ${merged > 0 && html`<span>${t("stage.merged", { count: merged })}</span>`}</p>
    </div>
    ${others.length > 0 && html`<h3 class="slide-head">${t(record.kind === "solution" ? "stage.answers" : "stage.answered_by")}</h3>
      <ul class="slide-notes">${others.map((note) => html`<${Small} key=${note.id} app=${app} note=${note} />`)}</ul>`}`;
}

/** @param {{app: App, record: any}} props */
function RoundSlide({ app, record }) {
  const read = (/** @type {Event} */ event) => (event.preventDefault(), event.stopPropagation()); // results are read here, not opened
  return html`<h2 class="slide-title" tabindex="-1" dir="auto">${record.title}</h2>
    ${record.results ? html`<div onClickCapture=${read}><${RoundResults} app=${app} round=${record} large most=${10} /></div>` : html`<p class="slide-empty">${t("stage.no_results")}</p>`}`;
}

/** @type {Record<string, any>} */
const SORTS = { board: BoardSlide, theme: ThemeSlide, cluster: ClusterSlide, note: NoteSlide, round: RoundSlide };

/** Votes in the newest round whose results are known; null when it was not voted on. @param {App} app @param {string} id @param {string} on */
function votesFor({ live, store }, id, on) {
  live.all("round");
  const round = store.rounds().find((/** @type {any} */ one) => one.on === on && one.state === "closed" && one.results);
  const row = round?.results.targets.find((/** @type {any} */ [target]) => target === id);
  return row ? row[1] + row[2] : null;
}
