// Voting on the canvas: what is up for a vote, my dots with minus and plus on notes and titles, results that may be seen.

import { written } from "../core/i18n.js";
import { give, isUpForVote, mineOn, roomFor, take, totalOf } from "../ui/vote_actions.js";
import { icon, span } from "./icon.js";

const DOTS = 4;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{mine: number, room: number, may: boolean}} Stepper */

/** @param {Board} board */
export function createVotes(board) {
  const { store, session, actions, t } = board;
  const app = /** @type {any} */ (board);

  /** My votes on something that is up for a vote now, else null. @param {'note' | 'cluster'} type @param {any} record @returns {Stepper | null} */
  function stepper(type, record) {
    const round = store.openRound();
    if (!round || !isUpForVote(app, round, type, record)) return null;
    const may = actions.may("vote");
    const mine = mineOn(app, round.id, record.id).length;
    if (!may && !mine) return null;
    return { mine, room: roomFor(app, round, record.id), may };
  }

  /** The round whose votes are seen: the one that is looked at, else one that is open with live totals. */
  function shown() {
    const chosen = session.round.value && store.get("round", session.round.value);
    if (chosen?.results) return chosen;
    const open = store.openRound();
    return open?.results ? open : undefined;
  }

  /** Give or take one, and say what became of it. @param {'more' | 'less'} way @param {'note' | 'cluster'} type @param {string} id */
  function change(way, type, id) {
    const round = store.openRound();
    if (!round) return board.say(t("canvas.no_round"));
    if (!isUpForVote(app, round, type, store.get(type, id))) return board.say(t("canvas.not_votable"));
    const before = mineOn(app, round.id, id).length;
    if (way === "more") give(app, round, id);
    else take(app, round, id);
    if (way === "more" && mineOn(app, round.id, id).length === before) session.toast.value = { text: session.announce.value };
  }

  return { stepper, shown, change, total: (/** @type {string} */ id) => totalOf(shown(), id) };
}

/** Minus, my dots, plus, on the edge of a note or in the bar of a title. @param {HTMLElement} el @param {Stepper | null} state */
export function paintStepper(el, state) {
  el.querySelector(":scope > .dots")?.remove();
  if (!state) return;
  const box = span("dots");
  box.setAttribute("aria-hidden", "true");
  if (state.mine && state.may) box.append(press("less", "minus"));
  const mine = span("dots-mine");
  if (state.mine > DOTS) mine.textContent = written.number(state.mine);
  else for (let i = 0; i < state.mine; i++) mine.append(span("dot"));
  if (state.mine) box.append(mine);
  if (state.may) box.append(press("more", "plus", state.room <= 0));
  el.append(box);
}

/** @param {'more' | 'less'} way @param {string} sign @param {boolean} [off] */
function press(way, sign, off = false) {
  const el = span(off ? "dots-press off" : "dots-press");
  el.dataset.vote = way;
  el.append(icon(sign));
  return el;
}

/** @typedef {ReturnType<typeof createVotes>} Votes */
