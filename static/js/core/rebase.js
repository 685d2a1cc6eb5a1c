// Text steps of pending changes: how they are rebuilt for sending, and set on a text that moved on since another session.
import { apply, diff, transform } from "./text.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./store.js").Store} Store */

/** @param {Step} step @param {Delta} delta @param {number} [rev] @returns {Step} */
export function moved(step, delta, rev = step[3]) {
  return [step[0], step[1], step[2], rev, delta];
}

/** @param {string} text @param {Delta} delta */
export function fits(text, delta) {
  try {
    apply(text, delta);
    return true;
  } catch {
    return false;
  }
}

/** @param {Store} store @param {Pending} entry @returns {{steps: Step[], base: Record<string, {rev: number, text: string}>}} */
export function wireSteps(store, entry) {
  /** @type {Record<string, {rev: number, text: string}>} */
  const base = {};
  const steps = entry.steps.map((step, at) => {
    if (step[0] !== "text") return step;
    const id = step[2];
    const refs = store.refs.get("note")?.get(id) ?? [];
    const below = refs.slice(0, refs.findIndex((ref) => ref.entry === entry));
    const rev = (store.confirmed("note", id) ?? store.gone.get(id))?.text_rev ?? 0;
    base[id] = { rev, text: store.replay("note", id, below, store.gone.get(id))?.text ?? "" };
    return moved(step, entry.guess[at][4], rev);
  });
  return { steps, base };
}

/**
 * The guess of a change kept from another session, on the texts of now. Typing that was sent already may be in them,
 * so it is not shown until the server has answered.
 * @param {Store} store
 * @param {Pending} entry
 */
export function revive(store, entry) {
  entry.hidden = entry.frozen;
  entry.guess = entry.guess.map((step) => {
    if (step[0] !== "text") return step;
    if (entry.hidden) return moved(step, []);
    const now = store.get("note", step[2])?.text;
    const then = entry.base?.[step[2]]?.text;
    const sent = entry.steps.find((other) => other[0] === "text" && other[2] === step[2]) ?? step;
    if (now === undefined || then === undefined) return moved(step, sent[4]);
    return moved(step, transform(sent[4], diff(then, now), "right"));
  });
}
