/** Minus, number of my votes, plus: for one note or cluster that is up for a vote. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { brief, number } from "./phrases.js";
import { give, isUpForVote, mineOn, openRound, roomFor, take, totalOf } from "./vote_actions.js";
/** @typedef {import("./state.js").App} App */

/** My votes on a note or cluster while a round is open, and what the room has given when that may be seen. @param {{app: App, type: "note"|"cluster", record: any}} props */
export function VoteStepper({ app, type, record }) {
  const round = openRound(app);
  if (!isUpForVote(app, round, type, record)) return null;
  app.live.all("vote");
  app.live.board();
  const title = brief(type === "note" ? record.text : record.title, 40);
  const mine = mineOn(app, round.id, record.id).length;
  const total = totalOf(round, record.id);
  if (!app.actions.may("vote")) return mine || total ? html`<${Total} mine=${mine} total=${total} />` : null;
  return html`<span class="vote-step" role="group" aria-label=${t("vote.for", { title })}>
    <${Button} icon="minus" label=${t("vote.less", { title })} off=${mine === 0} onClick=${() => take(app, round, record.id)} />
    <span class="vote-mine" data-mine=${mine}><span aria-hidden="true">${number(mine)}</span><span class="visually-hidden">${t("vote.mine", { count: mine })}</span></span>
    <${Button} icon="plus" label=${t("vote.more", { title })} off=${roomFor(app, round, record.id) <= 0} onClick=${() => give(app, round, record.id)} />
    ${total > 0 && html`<${Total} total=${total} />`}
  </span>`;
}

/** @param {{total: number, mine?: number}} props */
function Total({ total, mine }) {
  return html`<span class="vote-total"><${Icon} name="vote" /><span aria-hidden="true">${number(total)}</span><span class="visually-hidden">${t("vote.total", { count: total })}${mine ? `, ${t("vote.mine", { count: mine })}` : ""}</span></span>`;
}

