/** Small facts of a note on one line: who may see it, its status, how much was answered, said and felt. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { originInWords } from "../core/origin.js";
import { Icon } from "./icon.js";
import { number } from "./phrases.js";
import { ReactionMarks } from "./reactions.js";
import { othersOf } from "./answer_list.js";
import { shownRound, totalOf } from "./vote_actions.js";
/** @typedef {import("./state.js").App} App */

/** @type {Record<string, string>} */
export const STATUS_ICONS = { in_progress: "loader", solved: "circle-check", key_message: "star" };

/** @param {{app: App, note: any}} props */
export function NoteMarks({ app, note }) {
  const store = app.live.about(note.id);
  const comments = store.commentsOf(note.id).length;
  const merged = store.mergedInto(note.id).length;
  const others = othersOf(app, note).length;
  const votes = totalOf(shownRound(app), note.id);
  return html`${note.private && html`<${Mark} icon="eye-off" words=${t("note.private")} />`}
    ${note.hidden && html`<${Mark} icon="ban" words=${t("note.hidden")} />`}
    ${note.locked && html`<${Mark} icon="lock" words=${t("note.locked")} />`}
    ${note.status in STATUS_ICONS && html`<${Mark} icon=${STATUS_ICONS[note.status]} words=${t(`status.${note.status}`)} />`}
    ${votes > 0 && html`<${Mark} icon="vote" count=${votes} words=${t("vote.total", { count: votes })} />`}
    ${merged > 0 && html`<${Mark} icon="merge" count=${merged + 1} words=${t("merge.count", { count: merged + 1 })} />`}
    ${others > 0 && html`<${Mark} icon="link-2" count=${others} words=${t(note.kind === "solution" ? "answer.challenges_n" : "answer.solutions_n", { count: others })} />`}
    ${comments > 0 && html`<${Mark} icon="message-circle" count=${comments} words=${t("comment.count", { count: comments })} />`}
    <${ReactionMarks} given=${store.reactionsOf(note.id)} />
    ${note.origin && html`<span class="mark mark-origin"><${Icon} name="clock" /><span>${originInWords(note.origin)}</span></span>`}`;
}

/** A count with its meaning told, or words alone. @param {{icon: string, words: string, count?: number}} props */
function Mark({ icon, words, count }) {
  if (count === undefined) return html`<span class="mark"><${Icon} name=${icon} />${words}</span>`;
  return html`<span class="mark" title=${words}><${Icon} name=${icon} /><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${words}</span></span>`;
}
