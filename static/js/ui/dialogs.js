/** Dialogs that are not needed at once; loaded when the page has come to rest. */
import { html, useEffect } from "../../vendor/preact-htm-signals.js";
import { Invite } from "./invite.js";
import { Settings } from "./settings.js";
import { Export } from "./export.js";
import { Paste } from "./paste.js";
import { Help } from "./help.js";
import { Reveal } from "./private_reveal.js";
import { Hide } from "./moderation_hide.js";
import { Link } from "./answer_link.js";
import { Group, JoinClusters, RenameCluster, SplitCluster } from "./cluster_dialogs.js";
import { Suggest } from "./suggest_dialog.js";
import { History } from "./history_dialog.js";
import { Next } from "./next_dialog.js";
import { Audit } from "./audit.js";
import { Mine } from "./mine.js";
import { Bring } from "./import_dialog.js";
/** @typedef {import("./state.js").App} App */

/** @type {Record<string, any>} */
const DIALOGS = { invite: Invite, settings: Settings, export: Export, paste: Paste, help: Help, reveal: Reveal, hide: Hide, link: Link, group: Group,
  cluster: RenameCluster, split: SplitCluster, "join-clusters": JoinClusters, suggest: Suggest, history: History, next: Next,
  bring: Bring, audit: Audit, mine: Mine };

/** What a link to the board may open, and who. @type {Record<string, (role: string) => boolean>} */
const BY_ADDRESS = { export: () => true, next: (role) => role === "facilitator" };

/** @param {{app: App}} props */
export function Dialogs({ app }) {
  const open = app.ui.dialog.value;
  useEffect(() => {
    const name = location.hash.slice(1);
    if (!Object.hasOwn(BY_ADDRESS, name)) return;
    history.replaceState(null, "", location.pathname + location.search);
    if (BY_ADDRESS[name](app.session.role.peek())) app.ui.dialog.value = { name };
  }, []);
  if (!open || !(open.name in DIALOGS)) return null;
  const { name, ...rest } = open;
  return html`<${DIALOGS[name]} key=${name} app=${app} ...${rest} onClose=${() => (app.ui.dialog.value = null)} />`;
}
