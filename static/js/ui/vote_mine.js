/** My own votes in an open round: how many are left, each with a way to take it back, and "I am done". */
import { html, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { Button } from "./button.js";
import { brief, number } from "./phrases.js";
import { show } from "./note_actions.js";
import { take } from "./vote_actions.js";
import { titleOf } from "./cluster_actions.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, round: any}} props */
export function MyVotes({ app, round }) {
  const { live, actions, store, session } = app;
  live.all("vote");
  live.board();
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  if (session.role.value === "viewer") return null;
  const may = actions.may("vote");
  const mine = store.myVotes(round.id).filter((/** @type {any} */ vote) => !vote.proxy);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const vote of mine) counts.set(vote.target, (counts.get(vote.target) ?? 0) + 1);
  /** @param {string} target */
  const back = (target) => {
    take(app, round, target);
    if (counts.get(target) === 1) box.current?.focus();
  };
  return html`<section class="my-votes" ref=${box} tabindex="-1" aria-label=${t("vote.yours")}>
    <p class="votes-left">${t("vote.left", { count: actions.votesLeft(round.id), all: number(round.votes) })}</p>
    ${!may && html`<p class="hint">${t("vote.not_now")}</p>`}
    <h4 class="kind-head">${t("vote.yours")} <span class="muted">${number(mine.length)}</span></h4>
    ${counts.size
      ? html`<ul class="my-vote-list">${[...counts].map(([target, count]) => {
          const record = live.get(round.on === "clusters" ? "cluster" : "note", target);
          const words = record ? (round.on === "clusters" ? titleOf(record) : brief(record.text, 100)) : t("vote.target_gone");
          return html`<li key=${target} class="my-vote"><span class="vote-mine" data-mine=${count}><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${t("vote.mine", { count })}</span></span>
            ${record && round.on === "notes" ? html`<button type="button" class="plain-line" onClick=${() => show(app, target)}><${Words} app=${app} note=${record} cut=${(/** @type {string} */ text) => brief(text, 100)} /></button>` : html`<span class=${record ? "plain-line" : "plain-line muted"} dir="auto">${words}</span>`}
            ${may && html`<${Button} icon="undo-2" mirror label=${t("vote.back", { title: brief(words, 40) })} onClick=${() => back(target)} />`}</li>`;
        })}</ul>`
      : html`<p class="empty">${t("vote.how")}</p>`}
    ${may && html`<${Done} app=${app} round=${round} />`}
  </section>`;
}

/** "I am done", which the facilitator sees as a number. @param {{app: App, round: any, short?: boolean}} props */
export function Done({ app, round }) {
  const me = app.live.get("seat", app.session.me.value);
  const done = me?.done_for === round.id;
  return html`<${Button} icon=${done ? "circle-check" : "check"} text label=${t("vote.done")} pressed=${done} onClick=${() => {
    app.actions.setDone(done ? "" : round.id);
    if (!done) app.session.announce.value = t("vote.done_said");
  }} />`;
}
