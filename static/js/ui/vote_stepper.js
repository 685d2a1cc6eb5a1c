/** Minus, number of my votes, plus: for one note or cluster that is up for a vote. */
import { html, useComputed } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { brief, number } from "./phrases.js";
import { give, isSpent, isUpForVote, mineOn, openRound, roomFor, take, totalOf } from "./vote_actions.js";
/** @typedef {import("./state.js").App} App */

/** My votes on a note or cluster while a round is open, and what the room has given when that may be seen. @param {{app: App, type: "note"|"cluster", record: any}} props */
export function VoteStepper({ app, type, record }) {
  const round = openRound(app);
  if (!isUpForVote(app, round, type, record)) return null;
  app.live.about(record.id);
  app.live.board();
  const title = brief(type === "note" ? record.text : record.title, 40);
  const mine = mineOn(app, round.id, record.id).length;
  if (!app.actions.may("vote")) return html`<${Total} app=${app} round=${round.id} target=${record.id} mine=${mine} />`;
  return html`<span class="vote-step" role="group" aria-label=${t("vote.for", { title })}>
    <${Button} icon="minus" label=${t("vote.less", { title })} off=${mine === 0} onClick=${() => take(app, round, record.id)} />
    <span class="vote-mine" data-mine=${mine}><span aria-hidden="true">${number(mine)}</span><span class="visually-hidden">${t("vote.mine", { count: mine })}</span></span>
    <${Button} icon="plus" label=${t("vote.more", { title })} off=${isSpent(app) || roomFor(app, round, record.id) <= 0} onClick=${() => give(app, round, record.id)} />
    ${round.live && html`<${Total} app=${app} round=${round.id} target=${record.id} />`}
  </span>`;
}

/** What everybody gave so far, where that is shown. @param {{app: App, round: string, target: string, mine?: number}} props */
function Total({ app, round, target, mine }) {
  const total = useComputed(() => totalOf(app.live.get("round", round), target)).value;
  if (!total && !mine) return null;
  return html`<span class="vote-total"><${Icon} name="vote" /><span aria-hidden="true">${number(total || mine || 0)}</span><span class="visually-hidden">${total ? t("vote.total", { count: total }) : ""} ${mine ? t("vote.mine", { count: mine }) : ""}</span></span>`;
}
