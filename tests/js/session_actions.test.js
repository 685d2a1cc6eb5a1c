// Verbs on answers, talk, the agenda, rounds and secrecy, with their undo, as the others see them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readySteps } from "../../static/js/core/agenda_templates.js";
import { calmRoom } from "./simulated_session.js";

async function table() {
  const room = await calmRoom(3, "facilitator");
  const [ana, olga, raj] = room.people;
  const see = () => room.clock.pass(1500);
  const [challenge, solution] = ana.actions.addNotes([{ kind: "challenge", theme: "one", text: "c" }, { kind: "solution", theme: "one", text: "s" }]);
  await see();
  return { ...room, ana, olga, raj, see, challenge, solution, board: () => /** @type {any} */ (olga.store.board()) };
}
const ids = (/** @type {readonly any[]} */ list) => list.map(({ id }) => id);

test("an answer is linked once, unlinked, and back with undo", async () => {
  const { ana, olga, see, challenge, solution } = await table();
  ana.actions.link(solution, challenge);
  assert.equal(ana.actions.link(solution, challenge), null);
  await see();
  assert.deepEqual(ids(olga.store.answersTo(challenge)), [solution]);
  ana.actions.unlink(solution, challenge);
  await see();
  assert.equal(olga.store.answersTo(challenge).length, 0);
  ana.sync.undo();
  await see();
  assert.deepEqual(ids(olga.store.answersTo(challenge)), [solution]);
  ana.sync.redo();
  await see();
  assert.equal(olga.store.answersTo(challenge).length, 0);
});

test("an answer is written beside its challenge, linked, and gone with one undo", async () => {
  const { ana, olga, see, challenge } = await table();
  const id = /** @type {string} */ (ana.actions.answerWith(challenge, { text: "new" }));
  await see();
  const note = /** @type {any} */ (olga.store.get("note", id));
  assert.deepEqual([note.kind, note.theme, note.text, note.x, note.y], ["solution", "one", "new", 20, 232]);
  assert.deepEqual(ids(olga.store.answersTo(challenge)), [id]);
  ana.sync.undo();
  await see();
  assert.deepEqual([olga.store.get("note", id), olga.store.all("answer").length], [undefined, 0]);
});

test("an answer to a challenge in a cluster is written beside the frame", async () => {
  const { ana, challenge, solution } = await table();
  ana.actions.removeNotes([solution]);
  const cluster = ana.actions.addCluster({ theme: "one", title: "", notes: [challenge] });
  const id = /** @type {string} */ (ana.actions.answerWith(challenge));
  const note = /** @type {any} */ (ana.store.get("note", id));
  const { x, y, w } = /** @type {any} */ (ana.store.get("cluster", cluster));
  assert.deepEqual([note.cluster, note.x, note.y], ["", x + w + 16, y + 48]);
});

test("undo does not bring back the answer of a note that is gone", async () => {
  const { ana, olga, see, challenge, solution } = await table();
  ana.actions.link(solution, challenge);
  ana.actions.unlink(solution, challenge);
  await see();
  olga.actions.removeNotes([solution]);
  await see();
  /** @type {any[]} */
  const refused = [];
  ana.sync.on("refused", (refusal) => void refused.push(refusal));
  ana.sync.undo();
  await see();
  assert.deepEqual([refused, ana.store.all("answer").length], [[], 0]);
});

test("comments are said, changed, taken away and brought back", async () => {
  const { ana, olga, see, challenge } = await table();
  const id = olga.actions.addComment(challenge, "Why?");
  await see();
  olga.actions.setComment(id, "Why not?");
  await see();
  assert.equal(ana.store.commentsOf(challenge)[0].text, "Why not?");
  olga.actions.removeComment(id);
  await see();
  assert.equal(ana.store.commentsOf(challenge).length, 0);
  olga.sync.undo();
  assert.equal(olga.store.commentsOf(challenge)[0].text, "Why not?");
  await see();
  assert.equal(ana.store.commentsOf(challenge)[0].text, "Why not?");
});

test("the words of a comment that is refused are given back", async () => {
  const { ana, olga, see, challenge } = await table();
  /** @type {any[]} */
  const refused = [];
  olga.sync.on("refused", (refusal) => void refused.push(refusal.text));
  const { deliver } = olga.sync.link;
  olga.sync.link.deliver = () => {};
  ana.actions.removeNotes([challenge]);
  await see();
  olga.sync.link.deliver = deliver;
  olga.actions.addComment(challenge, "नमस्ते");
  await see();
  assert.deepEqual(refused, ["नमस्ते"]);
});

test("a reaction is there once and goes when it is chosen again", async () => {
  const { ana, olga, see, challenge } = await table();
  olga.actions.react(challenge, "like");
  ana.actions.react(challenge, "like");
  await see();
  assert.equal(ana.store.reactionsOf(challenge).like.count, 2);
  ana.actions.react(challenge, "like");
  await see();
  assert.deepEqual([olga.store.reactionsOf(challenge).like.count, ana.store.reactionsOf(challenge).like.mine], [1, null]);
});

test("duplicates are merged with what they hold, stand again, and undo unmerges", async () => {
  const { ana, olga, see, challenge } = await table();
  const [b, c, s] = ana.actions.addNotes([{ kind: "challenge", theme: "one" }, { kind: "challenge", theme: "one" }, { kind: "solution", theme: "one" }]);
  ana.actions.mergeNotes(b, [c]);
  await see();
  ana.actions.mergeNotes(challenge, [b, s]);
  await see();
  assert.deepEqual(ids(olga.store.mergedInto(challenge)).sort(), [b, c].sort());
  ana.sync.undo();
  await see();
  assert.deepEqual([ids(olga.store.mergedInto(challenge)), ids(olga.store.mergedInto(b))], [[], [c]]);
  ana.actions.unmergeNote(c);
  await see();
  assert.ok(olga.store.notesOf("one").some(({ id }) => id === c));
});

test("a note that stands for itself again covers nobody", async () => {
  const { ana, see, challenge } = await table();
  const b = ana.actions.addNote({ kind: "challenge", theme: "one", x: 900, y: 56 });
  ana.actions.mergeNotes(challenge, [b]);
  const c = ana.actions.addNote({ kind: "challenge", theme: "one", x: 850, y: 100 });
  await see();
  ana.actions.unmergeNote(b);
  const at = (/** @type {string} */ id) => /** @type {any} */ (ana.store.get("note", id));
  assert.ok(Math.abs(at(b).x - at(c).x) >= 160 || Math.abs(at(b).y - at(c).y) >= 160);
  ana.sync.undo();
  assert.deepEqual([at(b).x, at(b).merged_into], [900, challenge]);
});

test("a note taken away lets go of its duplicates, and holds them again after undo", async () => {
  const { ana, olga, see, challenge } = await table();
  const b = ana.actions.addNote({ kind: "challenge", theme: "one" });
  ana.actions.mergeNotes(challenge, [b]);
  await see();
  ana.actions.removeNotes([challenge]);
  await see();
  assert.ok(olga.store.notesOf("one").some(({ id }) => id === b));
  ana.sync.undo();
  await see();
  assert.deepEqual(ids(olga.store.mergedInto(challenge)), [b]);
});

test("a step sets what may be done, privacy and the timer at once; undo leaves the session alone", async () => {
  const { ana, board, see, olga } = await table();
  const steps = ana.actions.addSteps(readySteps("vsr", (key) => key));
  await see();
  assert.deepEqual(olga.store.agenda().map(({ title }) => title), ["welcome", "challenges", "read", "solutions", "vote", "present"].map((name) => `agenda.vsr_${name}`));
  ana.actions.goToStep(steps[1]);
  assert.deepEqual([ana.store.board()?.may, ana.store.board()?.private, ana.actions.timerLeft()], [["challenge"], true, 600]);
  await see();
  assert.deepEqual([board().step, board().private, olga.actions.timerLeft()], [steps[1], true, 599]);
  assert.deepEqual([olga.actions.may("add", { id: "", kind: "challenge", theme: "one" }), olga.actions.whyNot("add", { id: "", kind: "solution", theme: "one" })], [true, "closed"]);
  ana.sync.undo();
  await see();
  assert.equal(board().step, "", "the step went with the agenda that undo took back");
  assert.deepEqual([board().private, olga.store.agenda().length], [true, 0]);
});

test("timers, steps, votes, stages, leading and hands are not for undo", async () => {
  const { ana, see, challenge } = await table();
  ana.sync.undo();
  assert.ok(!ana.sync.canUndo());
  const { actions } = ana;
  ana.sync.redo();
  await see();
  const [before] = [ana.sync.undoing.done.length];
  actions.timer({ start: 60 });
  actions.bring([0, 0, 10, 10]);
  actions.lead(true);
  actions.stage("note", challenge);
  actions.stage(null);
  actions.raiseHand(true);
  actions.setDone("x");
  actions.setPrivate(true);
  actions.setPrivate(false);
  const round = actions.addRound({ title: "r", votes: 3 });
  actions.openRound(round);
  await see();
  actions.vote(round, challenge);
  actions.closeRound(round);
  actions.removeRound(round);
  assert.equal(ana.sync.undoing.done.length, before + 1, "the round itself alone");
});

test("a timer that locks makes the board read-only for participants at its end", async () => {
  const { ana, olga, see, clock } = await table();
  ana.actions.timer({ start: 3, lock: true });
  await see();
  assert.ok(olga.actions.may("add"));
  await clock.pass(3000);
  assert.deepEqual([olga.actions.whyNot("add"), ana.actions.may("add"), olga.actions.timerLeft()], ["locked", true, 0]);
});

test("votes: no more than there are, on one thing no more than may be, and back again", async () => {
  const { ana, olga, see, challenge, solution } = await table();
  const round = ana.actions.addRound({ title: "r", votes: 3, most: 2 });
  ana.actions.openRound(round);
  await see();
  const cast = [challenge, challenge, challenge, solution, solution].map((target) => olga.actions.vote(round, target));
  assert.deepEqual(cast, [true, true, false, true, false]);
  await see();
  assert.deepEqual([olga.store.myVotes(round).length, ana.store.myVotes(round).length, olga.actions.votesLeft(round)], [3, 0, 0]);
  olga.actions.takeBack(round, challenge);
  await see();
  assert.deepEqual([olga.actions.votesLeft(round), olga.actions.votesLeft(round, challenge)], [1, 1]);
  ana.actions.proxyVote(round, challenge, "NOC Peru");
  assert.equal(ana.actions.votesLeft(round), 3);
  ana.actions.takeProxyBack(round, challenge);
  assert.equal(ana.store.myVotes(round).length, 0);
  const next = ana.actions.addRound({ title: "next" });
  ana.actions.openRound(next);
  await see();
  assert.deepEqual(olga.store.rounds().map(({ title, state }) => [title, state]), [["next", "open"], ["r", "closed"]]);
});

test("P1 P2 what is written in private is its writer's alone until it is revealed", async () => {
  const { ana, olga, raj, see } = await table();
  ana.actions.setPrivate(true);
  await see();
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text: "secret" });
  assert.equal(olga.store.get("note", id)?.private, true);
  await see();
  assert.deepEqual([ana.store.get("note", id), raj.store.get("note", id)], [undefined, undefined]);
  assert.equal(ana.store.seq, olga.store.seq);
  ana.actions.setPrivate(false);
  await see();
  assert.deepEqual([ana, olga, raj].map(({ store }) => [store.get("note", id)?.text, store.get("note", id)?.private]), Array(3).fill(["secret", false]));
});

test("P3 a hidden note leaves for all but its author, with what hangs on it, and comes back; typing goes on in between", async () => {
  const { ana, olga, raj, see } = await table();
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text: "note" });
  await see();
  raj.actions.addComment(id, "hm");
  await see();
  ana.actions.hideNote(id, "why");
  await see();
  assert.deepEqual([ana, raj].map(({ store }) => [store.get("note", id), store.commentsOf(id).length]), [[undefined, 0], [undefined, 0]]);
  assert.deepEqual([olga.store.get("note", id)?.hidden, olga.store.commentsOf(id).length], ["why", 0]);
  olga.sync.typeText(id, [4, "!"]);
  await see();
  ana.sync.undo();
  await see();
  assert.deepEqual([ana, olga, raj].map(({ store }) => [store.get("note", id)?.text, store.commentsOf(id).length]), Array(3).fill(["note!", 1]));
});

test("S8 typing into a note that goes and comes back while offline is kept where it was typed", async () => {
  const { ana, olga, raj, see, clock } = await table();
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text: "abc" });
  await see();
  raj.sync.link.plan = () => {};
  raj.sync.link.cut();
  raj.sync.typeText(id, [1, "-"]);
  let mirror = raj.sync.textOf(id);
  const { apply } = await import("../../static/js/core/text.js");
  raj.sync.onRemoteText(id, (delta) => (mirror = apply(mirror, delta)));
  ana.actions.hideNote(id, "why");
  await see();
  olga.sync.typeText(id, ["12"]);
  await see();
  ana.actions.unhideNote(id);
  await see();
  raj.sync.link.open();
  await clock.pass(5000);
  assert.deepEqual([ana.sync.textOf(id), raj.sync.textOf(id), mirror], ["12a-bc", "12a-bc", "12a-bc"]);
});

test("P4 P5 who wrote stays unknown to others, and not to the writer", async () => {
  const { ana, olga, raj, see } = await table();
  ana.actions.setAuthors("nobody");
  await see();
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text: "who" });
  assert.deepEqual([olga.store.get("note", id)?.anonymous, olga.store.get("note", id)?.seat], ["all", "s1"]);
  await see();
  assert.deepEqual([olga.store.get("note", id)?.seat, raj.store.get("note", id)?.seat, raj.store.get("note", id)?.association], ["s1", "", ""]);
  assert.deepEqual([olga.store.pending.length, olga.sync.state().state], [0, "saved"]);
});

test("what participants may do follows locks of themes, clusters and notes", async () => {
  const { ana, olga, see, challenge } = await table();
  const cluster = ana.actions.addCluster({ theme: "one", title: "", notes: [challenge] });
  const why = (/** @type {any} */ action) => olga.actions.whyNot(action, olga.store.get("note", challenge));
  await see();
  assert.deepEqual([why("edit"), why("move")], [null, null]);
  for (const [lock, type, id] of /** @type {const} */ ([["setTheme", "theme", "one"], ["setCluster", "cluster", cluster], ["setNote", "note", challenge]])) {
    ana.actions[lock](id, { locked: true });
    await see();
    assert.deepEqual([why("edit"), why("move"), why("answer")], ["locked", "locked", "locked"], type);
    assert.equal(why("comment"), type === "note" ? null : "locked", "one may talk about a locked note");
    ana.actions[lock](id, { locked: false });
    await see();
  }
});
