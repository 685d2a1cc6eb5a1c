// The small facts on a note: answers, comments, reactions, votes, status, locks. One row at the bottom, signs at the top.

import { written } from "../core/i18n.js";
import { originInWords } from "../core/origin.js";
import { icon, span } from "./icon.js";

export const STATUS_SIGNS = /** @type {Record<string, string>} */ ({ in_progress: "loader", solved: "circle-check", key_message: "star" });
const REACTIONS = /** @type {Record<string, string>} */ ({ like: "thumbs-up", heart: "heart", idea: "lightbulb", question: "circle-help", celebrate: "party-popper" });
const MOST_SIGNS = 3;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {[sign: string, count: number]} Count */
/**
 * @typedef {object} Facts what hangs on a note
 * @property {number} answers
 * @property {number} comments
 * @property {string[]} signs of reactions, at most three, most given first
 * @property {number} reactions
 * @property {number} merged
 * @property {number} total votes that may be seen
 * @property {boolean} unanswered to be marked as such
 * @property {import('./vote_marks.js').Stepper | null} stepper
 * @property {string} cluster title
 */

/** @param {Board} board @param {any} note @returns {Facts} */
export function factsOf(board, note) {
  const { store, session, votes } = board;
  const given = Object.entries(store.reactionsOf(note.id));
  const cluster = note.cluster ? store.get("cluster", note.cluster) : undefined;
  const answers = (note.kind === "challenge" ? store.answersTo(note.id) : store.answeredBy(note.id)).length;
  return {
    answers,
    comments: store.commentsOf(note.id).length,
    signs: given.length ? given.sort((a, b) => b[1].count - a[1].count).slice(0, MOST_SIGNS).map(([sign]) => sign) : [],
    reactions: given.reduce((sum, [, { count }]) => sum + count, 0),
    merged: store.mergedInto(note.id).length,
    total: votes.total(note.id),
    unanswered: note.kind === "challenge" && answers === 0 && session.filter.value.unanswered,
    stepper: votes.stepper("note", note),
    cluster: cluster ? board.clusters.titleOf(cluster) : "",
  };
}

/** Whether the row at the bottom is needed; while one votes, the votes take its place. @param {Facts} facts */
export function hasRow(facts) {
  return !facts.stepper && Boolean(facts.answers || facts.comments || facts.reactions || facts.total || facts.unanswered);
}

/** @param {HTMLElement} box @param {any} note @param {Facts} facts @param {Board['t']} t */
export function paintRow(box, note, facts, t) {
  box.replaceChildren();
  if (!hasRow(facts)) return;
  const add = (/** @type {string[]} */ signs, /** @type {number} */ count, /** @type {string} */ name) => {
    const mark = span(`badge badge-${name}`);
    mark.append(...signs.map(icon), written.number(count));
    box.append(mark);
  };
  if (facts.total) add(["vote"], facts.total, "votes");
  if (facts.answers) add([note.kind === "challenge" ? "lightbulb" : "flag"], facts.answers, "answers");
  if (facts.unanswered) box.append(span("badge badge-unanswered", t("canvas.unanswered")));
  if (facts.comments) add(["message-circle"], facts.comments, "comments");
  if (facts.reactions) add(facts.signs.map((sign) => REACTIONS[sign] ?? "heart"), facts.reactions, "reactions");
}

/** Signs beside the title: carried over, hidden, locked, how many duplicates. @param {HTMLElement} box @param {any} note @param {Facts} facts */
export function paintSigns(box, note, facts) {
  box.replaceChildren();
  const footed = Boolean(note.association || note.sdgs?.length);
  box.closest(".note")?.toggleAttribute("data-carried", Boolean(note.origin) && footed); // beside the association, where there is room
  if (note.origin && !footed) box.append(icon("clock"));
  if (note.hidden) box.append(icon("eye-off"));
  if (note.locked) box.append(icon("lock"));
  if (facts.merged) box.append(span("note-merged", `+${written.number(facts.merged)}`));
}

/** The same in words. @param {any} note @param {Facts} facts @param {Board['t']} t @returns {string[]} */
export function factsInWords(note, facts, t) {
  const words = [
    note.status in STATUS_SIGNS && t(`status.${note.status}`),
    note.private && t("note.private"),
    note.hidden && t("canvas.hidden_mine"),
    note.locked && t("note.locked"),
    note.origin && originInWords(note.origin),
    facts.cluster && t("canvas.in_cluster", { title: facts.cluster }),
    facts.merged && t("canvas.merged", { count: facts.merged }),
    facts.answers && t(note.kind === "challenge" ? "answer.solutions_n" : "answer.challenges_n", { count: facts.answers }),
    facts.unanswered && t("canvas.unanswered"),
    facts.comments && t("comment.count", { count: facts.comments }),
    facts.reactions && t("canvas.reactions", { count: facts.reactions }),
    facts.stepper && t("vote.mine", { count: facts.stepper.mine }),
    facts.total && t("vote.total", { count: facts.total }),
  ];
  return /** @type {string[]} */ (words.filter(Boolean));
}
