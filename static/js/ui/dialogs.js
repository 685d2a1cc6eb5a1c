/** Dialogs that are not needed at once; loaded when the page has come to rest. */
import { html } from "../../vendor/preact-htm-signals.js";
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
import { Bring } from "./import_dialog.js";
/** @typedef {import("./state.js").App} App */

/** @type {Record<string, any>} */
const DIALOGS = { invite: Invite, settings: Settings, export: Export, paste: Paste, help: Help, reveal: Reveal, hide: Hide, link: Link, group: Group,
  cluster: RenameCluster, split: SplitCluster, "join-clusters": JoinClusters, suggest: Suggest, history: History, next: Next,
  bring: Bring };

/** @param {{app: App}} props */
export function Dialogs({ app }) {
  const open = app.ui.dialog.value;
  if (!open || !(open.name in DIALOGS)) return null;
  const { name, ...rest } = open;
  return html`<${DIALOGS[name]} key=${name} app=${app} ...${rest} onClose=${() => (app.ui.dialog.value = null)} />`;
}
