/** What a facilitator does with a round: open it, see how far people are, give votes for those without a device, close it. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { because, number } from "./phrases.js";
import { Proxy } from "./vote_proxy.js";
/** @typedef {import("./state.js").App} App */

const EVERY = 4000;

/** @param {{app: App, round: any, onEdit: () => void}} props */
export function RoundRun({ app, round, onEdit }) {
  const { actions, session, sync, store, live } = app;
  const [sure, setSure] = useState(false);
  const other = store.openRound();
  const blocked = other && other.id !== round.id;
  const board = live.board();
  const open = () => {
    sync.beginGesture();
    if (!board.may?.includes("vote")) actions.setMay([...(board.may ?? []), "vote"]);
    actions.openRound(round.id);
    sync.endGesture();
    session.announce.value = t("round.opened", { title: round.title });
  };
  const close = () => {
    actions.closeRound(round.id);
    session.announce.value = t("round.closed", { title: round.title });
  };
  const remove = () => {
    actions.removeRound(round.id);
    session.round.value = null;
    session.toast.value = { text: t("round.removed", { title: round.title }) };
  };
  return html`${round.state === "open" && html`<${Progress} app=${app} id=${round.id} />`}
    <div class="button-row">
      ${round.state !== "open" && html`<${Button} icon="play" kind=${round.state === "draft" ? "primary" : undefined} text label=${t(round.state === "draft" ? "round.open" : "round.reopen")} off=${blocked} onClick=${open} />`}
      ${round.state === "open" && html`<${Button} icon="lock" kind="primary" text label=${t("round.close")} onClick=${close} />`}
      <${Button} icon="pencil" text label=${t("round.edit")} onClick=${onEdit} />
      ${round.state !== "open" && html`<${Button} icon="trash-2" text label=${t("round.remove")} aria-expanded=${String(sure)} onClick=${() => setSure(!sure)} />`}
    </div>
    ${blocked && round.state !== "open" && html`<p class="hint">${t("round.one_at_a_time", { title: other.title })}</p>`}
    ${round.state === "open" && !board.may?.includes("vote") && html`<p class="notice">${t("round.not_allowed")} <button type="button" class="link-button" onClick=${() => actions.setMay([...(board.may ?? []), "vote"])}>${t("round.allow")}</button></p>`}
    ${sure && html`<div class="confirm"><p>${t("round.remove_sure")}</p><div class="button-row"><${Button} kind="danger" text label=${t("round.remove_now")} onClick=${remove} /><${Button} text label=${t("action.cancel")} onClick=${() => setSure(false)} /></div></div>`}
    ${round.state === "open" && html`<${Proxy} app=${app} round=${round} />`}`;
}

/** How many people have voted and said that they are done: numbers, never who. @param {{app: App, id: string}} props */
function Progress({ app, id }) {
  const [seen, setSeen] = useState(/** @type {{people: number, voted: number, finished: number}|null} */ (null));
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let left = false;
    /** @type {any} */
    let timer = null;
    const ask = async () => {
      try {
        if (!document.hidden) {
          const answer = await call(app.page.board, `/rounds/${encodeURIComponent(id)}/progress`);
          if (left) return;
          setSeen(answer);
          setProblem("");
        }
      } catch (error) {
        if (!left) setProblem(/** @type {any} */ (error).reason || "unavailable");
      }
      if (!left) timer = setTimeout(ask, EVERY);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id]);
  if (problem && !seen) return html`<p class="hint">${because(problem)}</p>`;
  if (!seen) return html`<p class="hint">${t("state.loading")}</p>`;
  const { people, voted, finished } = seen;
  return html`<div class="progress" data-progress>
    <p>${t("round.progress", { count: people, voted: number(voted), finished: number(finished), people: number(people) })}</p>
    <meter min="0" max=${Math.max(1, people)} value=${finished} aria-label=${t("round.progress_name")}></meter>
  </div>`;
}
