/** Tells on the phone that a round has opened or closed, with the way to it. */
import { useEffect, useRef } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { openRound } from "../vote_actions.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** Draws nothing. @param {{app: App, phone: Phone}} props */
export function VoteWatch({ app, phone }) {
  const { session, store } = app;
  const round = openRound(app);
  const last = useRef(/** @type {{id: string, title: string}|null|undefined} */ (undefined));
  app.live.board(); // is drawn again when the board has come
  const { loaded } = store;
  useEffect(() => {
    if (!loaded) return;
    const before = last.current;
    last.current = round ? { id: round.id, title: round.title } : null;
    if (before === undefined) return; // what was open before is no news
    const go = (/** @type {string} */ id) => () => {
      session.round.value = id;
      phone.showTab("votes");
    };
    if (round && before?.id !== round.id) {
      session.toast.value = { text: t("round.opened", { title: round.title }), action: { label: t("panel.votes"), run: go(round.id) } };
    } else if (!round && before && store.get("round", before.id)?.state === "closed") {
      session.toast.value = { text: t("round.closed", { title: before.title }), action: { label: t("round.see_results"), run: go(before.id) } };
    }
  }, [round?.id, loaded]);
  return null;
}
