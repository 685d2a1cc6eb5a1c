/** Voting on the phone: the votes left, everything that is up for a vote with large plus and minus, and the results of what is over. */
import { html, useState } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { titleOf } from "../cluster_actions.js";
import { Icon, Sign } from "../icon.js";
import { sayOf } from "../note_words.js";
import { brief, number } from "../phrases.js";
import { RoundResults } from "../result_list.js";
import { isUpForVote, openRound } from "../vote_actions.js";
import { Done } from "../vote_mine.js";
import { VoteStepper } from "../vote_stepper.js";
import { Card } from "./card.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

const MOST_DOTS = 12;
const PAGE = 60;

/** @param {{app: App, phone: Phone}} props */
export function VotesTab({ app, phone }) {
  const { live, store, session } = app;
  live.all("round");
  const rounds = store.rounds().filter((/** @type {any} */ round) => round.state !== "draft");
  const chosen = session.round.value;
  const round = rounds.find((/** @type {any} */ one) => one.id === chosen) ?? openRound(app) ?? rounds[0];
  return html`<section class="phone-list" aria-labelledby="votes-head">
    <h2 id="votes-head" class="phone-head-line" tabindex="-1">${t("panel.votes")}</h2>
    ${!round && html`<p class="phone-empty phone-blank"><${Icon} name="vote" />${t("round.none")}</p>`}
    ${rounds.length > 1 && html`<label class="phone-field"><span class="label">${t("round.which")}</span>
      <select class="select" value=${round?.id} onChange=${(/** @type {any} */ e) => (session.round.value = e.currentTarget.value)}>
        ${rounds.map((/** @type {any} */ one) => html`<option key=${one.id} value=${one.id}>${`\u2068${one.title}\u2069`} – ${t(`round.state_${one.state}`)}</option>`)}
      </select></label>`}
    ${round && html`<${Round} key=${round.id} app=${app} phone=${phone} id=${round.id} />`}
  </section>`;
}

/** @param {{app: App, phone: Phone, id: string}} props */
function Round({ app, phone, id }) {
  const round = app.live.get("round", id);
  if (!round) return null;
  const open = round.state === "open";
  return html`<article class="phone-round" aria-labelledby="round-in-view">
    <h3 id="round-in-view" class="phone-round-head"><span dir="auto">${round.title}</span> <span class="state-word" data-state=${round.state}><${Icon} name=${open ? "vote" : "lock"} />${t(`round.state_${round.state}`)}</span></h3>
    ${open && html`<${Mine} app=${app} round=${round} />`}
    ${open && html`<${Choices} app=${app} phone=${phone} round=${round} />`}
    ${round.results ? html`<${RoundResults} app=${app} round=${round} />` : open && html`<p class="phone-hint">${t("round.totals_later")} ${t("round.rule_secret")}</p>`}
  </article>`;
}

/** What I have left, as dots when they can be counted at a glance. @param {{app: App, round: any}} props */
function Mine({ app, round }) {
  const { live, actions, session } = app;
  live.all("vote");
  live.board();
  if (session.role.value === "viewer") return null;
  if (!actions.may("vote")) return html`<p class="phone-hint">${t("vote.not_now")}</p>`;
  const left = actions.votesLeft(round.id);
  return html`<div class="phone-left">
    <p><strong>${t("vote.left", { count: left, all: number(round.votes) })}</strong>${round.most ? html` <span class="muted">${t("round.rule_most", { count: round.most })}</span>` : ""}</p>
    ${round.votes <= MOST_DOTS && html`<span class="phone-dots" aria-hidden="true">${Array.from({ length: round.votes }, (_, i) => html`<i key=${i} data-left=${i < left ? "" : undefined}></i>`)}</span>`}
    <${Done} app=${app} round=${round} />
  </div>`;
}

/** @param {{app: App, phone: Phone, round: any}} props */
function Choices({ app, phone, round }) {
  const { live, store } = app;
  live.all(round.on === "clusters" ? "cluster" : "note");
  return live.themes().map((/** @type {any} */ theme) => {
    const found = round.on === "clusters" ? store.clustersOf(theme.id) : store.notesOf(theme.id);
    const ids = found.filter((/** @type {any} */ one) => isUpForVote(app, round, round.on === "clusters" ? "cluster" : "note", one)).map((/** @type {any} */ one) => one.id);
    return ids.length ? html`<${Part} key=${theme.id} app=${app} phone=${phone} theme=${theme} ids=${ids} clusters=${round.on === "clusters"} />` : null;
  });
}

/** What is up for a vote in one theme. @param {{app: App, phone: Phone, theme: any, ids: string[], clusters: boolean}} props */
function Part({ app, phone, theme, ids, clusters }) {
  const [shown, setShown] = useState(PAGE);
  return html`<section data-color=${theme.color} aria-labelledby=${`up-${theme.id}`}>
    <h4 id=${`up-${theme.id}`} class="phone-theme-head"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span></h4>
    <ul class="phone-notes">${ids.slice(0, shown).map((id) => (clusters ? html`<${ClusterCard} key=${id} app=${app} id=${id} />` : html`<${Card} key=${id} app=${app} phone=${phone} id=${id} />`))}</ul>
    ${ids.length > shown && html`<${Button} text label=${t("outline.more", { count: Math.min(PAGE, ids.length - shown) })} onClick=${() => setShown(shown + PAGE)} />`}
  </section>`;
}

/** @param {{app: App, id: string}} props */
function ClusterCard({ app, id }) {
  const cluster = app.live.get("cluster", id);
  if (!cluster) return null;
  const notes = app.live.about(id).notesIn(id);
  return html`<li class="phone-note phone-vote-cluster"><div class="phone-card"><span class="kind-chip"><${Icon} name="group" /></span>
      <div class="phone-card-body"><p class="phone-words" dir="auto">${titleOf(cluster)} <span class="phone-number">${number(notes.length)}</span></p>
        <p class="phone-meta" dir="auto">${notes.slice(0, 3).map((/** @type {any} */ note) => brief(sayOf(app, note), 60)).join(" · ")}</p></div></div>
    <${VoteStepper} app=${app} type="cluster" record=${cluster} /></li>`;
}
