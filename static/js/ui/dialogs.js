/** Dialogs: each comes over the line when it is first opened; who waits is told so, and can try again. */
import { html, useEffect, useLayoutEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, withWords } from "../core/i18n.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { useFetched } from "./later.js";
import { withLook } from "./looks.js";
/** @typedef {import("./state.js").App} App */

const AT_ONCE = 150; // a wait shorter than this is not worth a word
const clusters = () => withWords("ui/cluster_dialogs", () => import("./cluster_dialogs.js"));

/** @type {Record<string, () => Promise<any>>} */
const DIALOGS = {
  invite: () => withWords("ui/invite", () => import("./invite.js")).then((module) => module.Invite),
  settings: () => withWords("ui/settings", () => import("./settings.js")).then((module) => module.Settings),
  export: () => withWords("ui/export", () => import("./export.js")).then((module) => module.Export),
  paste: () => withWords("ui/paste", () => import("./paste.js")).then((module) => module.Paste),
  help: () => withWords("ui/help", () => import("./help.js")).then((module) => module.Help),
  reveal: () => withWords("ui/private_reveal", () => import("./private_reveal.js")).then((module) => module.Reveal),
  hide: () => withWords("ui/moderation_hide", () => import("./moderation_hide.js")).then((module) => module.Hide),
  link: () => withWords("ui/answer_link", () => import("./answer_link.js")).then((module) => module.Link),
  group: () => clusters().then((module) => module.Group),
  split: () => clusters().then((module) => module.SplitCluster),
  "join-clusters": () => clusters().then((module) => module.JoinClusters),
  suggest: () => withWords("ui/suggest_dialog", () => import("./suggest_dialog.js")).then((module) => module.Suggest),
  history: () => withWords("ui/history_dialog", () => import("./history_dialog.js")).then((module) => module.History),
  next: () => withWords("ui/next_dialog", () => import("./next_dialog.js")).then((module) => module.Next),
  bring: () => withWords("ui/import_dialog", () => import("./import_dialog.js")).then((module) => module.Bring),
  audit: () => withWords("ui/audit", () => import("./audit.js")).then((module) => module.Audit),
  reading: () => withWords("ui/reading_dialog", () => import("./reading_dialog.js")).then((module) => module.Reading),
  mine: () => withWords("ui/mine", () => import("./mine.js")).then((module) => module.Mine),
};

/** What a link to the board may open, and who. @type {Record<string, (role: string) => boolean>} */
const BY_ADDRESS = { export: () => true, next: (role) => role === "facilitator" };

/** @param {{app: App}} props */
export function Dialogs({ app }) {
  const open = app.ui.dialog.value;
  useEffect(() => {
    const look = () => {
      const name = location.hash.slice(1);
      if (!Object.hasOwn(BY_ADDRESS, name)) return;
      history.replaceState(null, "", location.pathname + location.search);
      if (BY_ADDRESS[name](app.session.role.peek())) app.ui.dialog.value = { name };
    };
    look();
    addEventListener("hashchange", look); // a link followed on the board's own page
    return () => removeEventListener("hashchange", look);
  }, []);
  if (!open || !Object.hasOwn(DIALOGS, open.name)) return null;
  return html`<${Fetched} key=${open.name} app=${app} open=${open} />`;
}

/** @param {{app: App, open: import("./state.js").OpenDialog}} props */
function Fetched({ app, open: { name, ...rest } }) {
  const { part, failed, again } = useFetched(name, withLook("dialogs", DIALOGS[name]));
  const ready = part && app.live.board().id; // a link may ask for it before the board is here
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), AT_ONCE);
    return () => clearTimeout(timer);
  }, []);
  const close = () => (app.ui.dialog.value = null);
  const unseen = !ready && !failed && !long;
  useLayoutEffect(() => {
    if (!unseen) return;
    const escape = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close(); // it would open all the same, later
    addEventListener("keydown", escape, true);
    return () => removeEventListener("keydown", escape, true);
  }, [unseen]);
  if (ready) return html`<${part} app=${app} ...${rest} onClose=${close} />`;
  if (failed) return html`<${Dialog} key="failed" title=${t("panel.failed")} onClose=${close}><${Button} text kind="primary" icon="refresh-cw" label=${t("state.try_now")} onClick=${again} /><//>`;
  return long ? html`<${Dialog} key="waits" title=${t("state.loading")} onClose=${close} />` : null;
}
