/** What belongs to a note: reactions, its languages, what was merged into it, its answers, its comments. The same in panel and outline. */
import { html } from "../../vendor/preact-htm-signals.js";
import { withWords } from "../core/i18n.js";
import { Answers } from "./answer_list.js";
import { Comments } from "./comments.js";
import { Merged } from "./note_merged.js";
import { later } from "./later.js";
import { Reactions } from "./reactions.js";
/** @typedef {import("./state.js").App} App */

export const Tongues = later("tongues", () => withWords("ui/translations", () => import("./translations.js")).then((module) => module.Tongues));

/** @param {{app: App, note: any}} props */
export function NoteTalk({ app, note }) {
  return html`<${Reactions} app=${app} note=${note} /><${Tongues} app=${app} note=${note} /><${Merged} app=${app} note=${note} /><${Answers} app=${app} note=${note} /><${Comments} app=${app} note=${note} />`;
}
