/** Voting as this person may do it now: what is up for a vote, how many votes are left, and giving and taking one. */
import { computed } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** What a line in a long list has to know, told only when it differs: the open round without its running totals, and whether votes are left. @type {WeakMap<App, {round: any, spent: any}>} */
const watched = new WeakMap();

/** @param {App} app */
function watch(app) {
  let found = watched.get(app);
  if (!found) {
    /** @type {any} */
    let last;
    let rules = "";
    const round = computed(() => {
      app.live.all("round");
      const now = app.store.openRound();
      const said = now ? JSON.stringify({ ...now, results: null }) : "";
      if (said !== rules) [last, rules] = [now, said];
      return last;
    });
    const spent = computed(() => {
      app.live.all("vote");
      return !round.value || app.actions.votesLeft(round.value.id) <= 0;
    });
    watched.set(app, (found = { round, spent }));
  }
  return found;
}

/** The round that is open, if any; its totals are in the store. @param {App} app */
export function openRound(app) {
  return watch(app).round.value;
}

/** Whether nothing is left to give in the open round. @param {App} app */
export function isSpent(app) {
  return watch(app).spent.value;
}

/** Whether a note or cluster can get votes in a round. @param {App} app @param {any} round @param {"note"|"cluster"} type @param {any} record */
export function isUpForVote(app, round, type, record) {
  if (!round || !record || round.on !== `${type}s`) return false;
  if (round.themes.length && !round.themes.includes(record.theme)) return false;
  if (type === "cluster") return true;
  if (record.private || record.hidden || (record.merged_into && app.store.get("note", record.merged_into))) return false;
  return !round.kinds.length || round.kinds.includes(record.kind);
}

/** My votes on one thing. @param {App} app @param {string} round @param {string} target */
export function mineOn(app, round, target) {
  return app.store.myVotes(round).filter((/** @type {any} */ vote) => vote.target === target && !vote.proxy);
}

/** How many more this person may give to one thing. @param {App} app @param {any} round @param {string} target */
export function roomFor(app, round, target) {
  const left = app.actions.votesLeft(round.id);
  return round.most ? Math.min(left, round.most - mineOn(app, round.id, target).length) : left;
}

/** @param {App} app @param {any} round @param {string} target */
export function give(app, round, target) {
  if (!app.actions.may("vote")) return say(app, t("vote.not_now"));
  if (app.actions.votesLeft(round.id) <= 0) return say(app, t("vote.none_left", { count: round.votes }));
  if (roomFor(app, round, target) <= 0) return say(app, t("vote.most_reached", { count: round.most }));
  app.actions.vote(round.id, target);
  said(app, round, target);
}

/** @param {App} app @param {any} round @param {string} target */
export function take(app, round, target) {
  if (!mineOn(app, round.id, target).length) return say(app, t("vote.none_here"));
  app.actions.takeBack(round.id, target);
  said(app, round, target);
}

/** @param {App} app @param {any} round @param {string} target */
function said(app, round, target) {
  const left = app.actions.votesLeft(round.id);
  app.session.announce.value = t("vote.said", { here: number(mineOn(app, round.id, target).length), count: left });
}

/** @param {App} app @param {string} words */
function say(app, words) {
  app.session.announce.value = words;
}

/** Totals by target, once for each set of results. @type {WeakMap<object, Map<string, number>>} */
const tallies = new WeakMap();

/** Votes a thing got as far as they may be seen, proxy votes included. @param {any} round @param {string} target */
export function totalOf(round, target) {
  const results = round?.results;
  if (!results) return 0;
  let tally = tallies.get(results);
  if (!tally) tallies.set(results, (tally = new Map(results.targets.map((/** @type {any[]} */ [id, votes, proxy]) => [id, votes + proxy]))));
  return tally.get(target) ?? 0;
}

/** The round whose results are looked at, when it is over. @param {App} app */
export function shownRound(app) {
  const id = app.session.round.value;
  const round = id ? app.live.get("round", id) : undefined;
  return round?.state === "closed" ? round : undefined;
}
