/** The bar that stands over the board while a round is open: its title, the votes left, "I am done". */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { brief, number } from "./phrases.js";
import { openRound } from "./vote_actions.js";
import { Done } from "./vote_mine.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function VoteBar({ app }) {
  const { session, live, actions } = app;
  const round = openRound(app);
  const last = useRef(/** @type {{id: string, title: string}|null} */ (null));
  live.all("vote");
  live.board();
  useEffect(() => {
    const before = last.current;
    last.current = round ? { id: round.id, title: round.title } : null;
    if (round && before?.id !== round.id) session.announce.value = t("round.opened", { title: round.title });
    if (!round && before && app.store.get("round", before.id)?.state === "closed") closed(app, before);
  }, [round?.id]);
  if (!round) return null;
  const panel = session.panel.value === "votes";
  const votes = session.role.value !== "viewer" && actions.may("vote");
  const left = votes ? actions.votesLeft(round.id) : 0;
  const toggle = () => {
    session.round.value = round.id;
    session.panel.value = panel ? null : "votes";
  };
  return html`<section class="vote-bar bar" aria-label=${t("vote.bar")}>
    <button type="button" class="vote-bar-title" aria-pressed=${String(panel)} title=${t("vote.open_panel")} onClick=${toggle}><${Icon} name="vote" /><bdi>${brief(round.title, 60)}</bdi><span class="visually-hidden">${t("vote.open_panel")}</span></button>
    ${votes && html`<span class="votes-left"><strong>${number(left)}</strong> ${t("vote.left_short", { count: left })}</span>`}
    ${votes && html`<${Done} app=${app} round=${round} />`}
  </section>`;
}

/** The round that was open is closed: says so, with a way to the results. @param {App} app @param {{id: string, title: string}} round */
function closed(app, { id, title }) {
  app.session.toast.value = {
    text: t("round.closed", { title }),
    action: {
      label: t("round.see_results"),
      run: () => {
        app.session.round.value = id;
        app.session.panel.value = "votes";
      },
    },
  };
}
