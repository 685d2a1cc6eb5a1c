/** What people tell the room without speaking: a raised hand, and that they have finished. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { number, when } from "./phrases.js";
import { doneCount, taskId } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** My own signs, at the top of the panel. @param {{app: App}} props */
export function MySigns({ app }) {
  const { live, session, actions } = app;
  const me = live.get("seat", session.me.value);
  const id = taskId(app);
  if (!me || session.role.value === "viewer") return null;
  const { done, of } = doneCount(app, id);
  const finished = Boolean(id) && me.done_for === id;
  return html`<div class="button-row my-signs">
      <${Button} icon="hand" text pressed=${me.hand} label=${t(me.hand ? "hand.lower_mine" : "hand.raise")} onClick=${() => actions.raiseHand(!me.hand)} />
      ${id && session.role.value === "participant" && html`<${Button} icon="circle-check" text pressed=${finished} label=${t("done.mine")} onClick=${() => actions.setDone(finished ? "" : id)} />`}
    </div>
    ${id && of > 0 && html`<p class="done-count"><progress max=${of || 1} value=${done} aria-label=${t("done.title")}></progress><span>${t("done.of", { n: number(done), m: number(of) })}</span></p>`}`;
}

/** Up and down, in the header. @param {{app: App}} props */
export function MyHand({ app }) {
  const hand = Boolean(app.live.get("seat", app.session.me.value)?.hand);
  return html`<${Button} icon="hand" pressed=${hand} label=${t(hand ? "hand.lower_mine" : "hand.raise")} onClick=${() => app.actions.raiseHand(!hand)} />`;
}

/** How many hands are up, for those who lead. @param {{app: App}} props */
export function HandsUp({ app }) {
  const count = raisedHands(app).length;
  return count > 0 && html`<${Button} icon="hand" label=${t("hand.count", { count })} short=${number(count)} class="button hands-up" onClick=${() => (app.session.panel.value = "people")} />`;
}

/** Tells facilitators who raises a hand. Draws nothing. @param {{app: App}} props */
export function HandWatch({ app }) {
  const { session } = app;
  const hands = raisedHands(app);
  const known = useRef(/** @type {Set<string>|null} */ (null));
  useEffect(() => {
    const before = known.current;
    known.current = new Set(hands.map((seat) => seat.id));
    const news = hands.filter((seat) => before && !before.has(seat.id) && seat.id !== session.me.peek());
    if (news.length && session.role.peek() === "facilitator") session.announce.value = news.map(({ name }) => t("hand.raised", { name })).join(t("announce.comma"));
  }, [hands.map((seat) => seat.id).join()]);
  return null;
}

/** Raised hands, the longest first. @param {{app: App}} props */
export function Hands({ app }) {
  const { live, session, actions } = app;
  const hands = raisedHands(app);
  if (!hands.length) return null;
  const leads = session.role.value === "facilitator";
  return html`<h3 class="kind-head">${t("hand.title")} <span class="muted">${number(hands.length)}</span></h3>
    <ol class="people-list hands">
      ${hands.map((seat) => html`<li key=${seat.id} class="person"><span class="avatar hand-up"><${Icon} name="hand" /></span>
        <div class="person-body"><p class="person-name"><bdi>${seat.name}</bdi>${seat.id === session.me.value && html` <span class="muted">${t("people.me")}</span>`}</p>
          <p class="muted">${[seat.association, seat.hand_at && t("hand.since", { when: when(seat.hand_at) })].filter(Boolean).join(" · ")}</p></div>
        ${(leads || seat.id === session.me.value) && html`<${Button} text label=${t("hand.lower")} aria-label=${t("hand.lower_of", { name: live.get("seat", seat.id)?.name ?? "" })} onClick=${() => actions.raiseHand(false, seat.id)} />`}
      </li>`)}
    </ol>`;
}

/** @param {App} app @returns {any[]} */
function raisedHands(app) {
  return app.live.all("seat").filter((/** @type {any} */ seat) => seat.hand && !seat.blocked).sort((/** @type {any} */ a, /** @type {any} */ b) => ((a.hand_at || "~") < (b.hand_at || "~") ? -1 : 1));
}
