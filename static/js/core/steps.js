// Questions about the steps of a pending change: what they act on, what words are in them. Pure.
import { target } from "./apply.js";
import { fits } from "./rebase.js";
import { apply, inserted } from "./text.js";
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Step} Step */

/** The records that steps act on. @param {readonly Step[]} steps */
export function actsOn(steps) {
  return steps.map((step) => target(step).join("/"));
}

/** Fields that name another record, and the types it may be of. @type {Record<string, readonly string[]>} */
const NAMES = {
  theme: ["theme"], cluster: ["cluster"], merged_into: ["note"], solution: ["note"], challenge: ["note"], note: ["note"], round: ["round"],
  target: ["note", "cluster"], step: ["step"],
};

/** The same, and the records that they name. @param {readonly Step[]} steps */
export function leansOn(steps) {
  const named = steps.flatMap((step) => {
    const fields = step[0] === "add" ? step[2] : step[0] === "set" ? step[3] : {};
    return Object.entries(NAMES).flatMap(([name, types]) => (fields[name] ? types.map((type) => `${type}/${fields[name]}`) : []));
  });
  return [...actsOn(steps), ...named];
}

/** Whether a step on a note decides what its text is. @param {Step} step */
export function shapesText(step) {
  return step[0] !== "set" || "text" in step[3];
}

/** Leaves out of `entry` what `later` has set. @param {Pending} entry @param {Step} later */
export function yieldTo(entry, later) {
  const rest = (/** @type {Step} */ step) => {
    if (step[0] !== "set" || step[1] !== later[1] || step[2] !== later[2]) return step;
    const fields = Object.entries(step[3]).filter(([name]) => !(name in later[3]) || name === "edited_at");
    return fields.length ? ["set", step[1], step[2], Object.fromEntries(fields)] : step;
  };
  entry.steps = entry.steps.map(rest);
  entry.guess = entry.guess.map(rest);
}

/**
 * The words a person wrote in changes, to be given back: of typing, the whole text of the note with what was typed in it.
 * @param {readonly Pending[]} entries of one refusal
 * @param {(note: string) => string | undefined} textOf as shown, or as it was shown last
 */
export function words(entries, textOf) {
  const found = entries.flatMap((entry) => (entry.hidden ? entry.steps : entry.guess).map((step) => {
    if (step[1] !== "note" && step[1] !== "comment" && step[1] !== "translation") return "";
    if (step[0] === "add") return step[2].text ?? "";
    if (step[0] === "set") return step[3].text ?? "";
    if (step[0] !== "text" || !inserted(step[4])) return "";
    return (entry.hidden ? kept(entry, step) : textOf(step[2])) ?? inserted(step[4]);
  }));
  return [...new Set(found.filter(Boolean))].join("\n\n") || undefined;
}

/** What a change of an earlier session made of its note. @param {Pending} entry @param {Step} step */
function kept(entry, step) {
  const text = entry.base?.[step[2]]?.text;
  return text !== undefined && fits(text, step[4]) ? apply(text, step[4]) : undefined;
}
