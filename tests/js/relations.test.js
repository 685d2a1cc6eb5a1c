// What belongs to what, with duplicates shown as one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/core/store.js";

const note = (/** @type {string} */ id, /** @type {object} */ more = {}) => ({ id, theme: "t", kind: "challenge", cluster: "", merged_into: "", text: "", text_rev: 0, x: 0, y: 0, z: 1, association: id.toUpperCase(), ...more });
const at = (/** @type {number} */ second) => `2024-03-21T14:05:0${second}.000Z`;

/** @param {Record<string, any[]>} records */
function loaded(records) {
  const store = createStore({ schedule: (redraw) => void redraw });
  store.me = "me";
  store.load({ seq: 1, records: { board: [{ id: "b", step: "s2" }], theme: [{ id: "t", order: 0 }], ...records } });
  return store;
}
const ids = (/** @type {readonly any[]} */ list) => list.map(({ id }) => id);

test("a merged note is shown in another and stands nowhere itself; when that one is gone it stands again", () => {
  const store = loaded({ note: [note("a", { cluster: "c" }), note("b", { merged_into: "a", cluster: "c" }), note("x", { merged_into: "gone" })], cluster: [{ id: "c", theme: "t" }] });
  assert.deepEqual(ids(store.notesOf("t")), ["a", "x"]);
  assert.deepEqual(ids(store.notesIn("c")), ["a"]);
  assert.deepEqual(ids(store.mergedInto("a")), ["b"]);
  assert.deepEqual([...store.associationsOf("a")], ["A", "B"]);
  assert.deepEqual(ids(store.clustersOf("t")), ["c"]);
  store.receive({ after: 1, seq: 2, changes: [{ seq: 2, change_id: "", seat: "", at: "", steps: [["remove", "note", "a"]] }] });
  assert.deepEqual(ids(store.notesOf("t")), ["b", "x"]);
});

test("answers are those of the notes as shown, each once", () => {
  const store = loaded({
    note: [note("c1"), note("c2", { merged_into: "c1" }), note("s1", { kind: "solution" }), note("s2", { kind: "solution", merged_into: "s1" })],
    answer: [{ id: "1", solution: "s1", challenge: "c1" }, { id: "2", solution: "s2", challenge: "c2" }, { id: "3", solution: "hidden", challenge: "c1" }],
  });
  assert.deepEqual(ids(store.answersTo("c1")), ["s1"]);
  assert.deepEqual(ids(store.answersTo("c2")), ["s1"]);
  assert.deepEqual(ids(store.answeredBy("s1")), ["c1"]);
  assert.equal(store.answerBetween("s1", "c1")?.id, "1");
  assert.equal(store.answerBetween("s2", "c2")?.id, "2");
  assert.equal(store.answerBetween("s1", "s2"), undefined);
  assert.deepEqual(ids(store.relations.answersBetween("s1", "c1")), ["1", "2"]);
});

test("talk of what is merged is shown with the one it is merged into", () => {
  const store = loaded({
    note: [note("a"), note("b", { merged_into: "a" })],
    comment: [{ id: "2", note: "a", created_at: at(2) }, { id: "1", note: "b", created_at: at(1) }],
    reaction: [{ id: "r1", note: "a", sign: "like", seat: "" }, { id: "r2", note: "b", sign: "like", seat: "me" }, { id: "r3", note: "a", sign: "idea", seat: "you" }],
  });
  assert.deepEqual(ids(store.commentsOf("a")), ["1", "2"]);
  assert.deepEqual(ids(store.commentsOf("b")), ["1"]);
  assert.deepEqual(store.reactionsOf("a"), { like: { count: 2, mine: "r2" }, idea: { count: 1, mine: null } });
});

test("the agenda stands in order, the newest round first, votes with their round", () => {
  const store = loaded({
    step: [{ id: "s1", order: 2 }, { id: "s2", order: 1 }],
    round: [{ id: "r1", state: "closed", created_at: at(1) }, { id: "r2", state: "open", created_at: at(2) }],
    vote: [{ id: "v", round: "r2", target: "a", seat: "me" }],
  });
  assert.deepEqual(ids(store.agenda()), ["s2", "s1"]);
  assert.equal(store.step()?.id, "s2");
  assert.deepEqual(ids(store.rounds()), ["r2", "r1"]);
  assert.equal(store.openRound()?.id, "r2");
  assert.deepEqual([ids(store.myVotes("r2")), ids(store.myVotes("r1"))], [["v"], []]);
});

test("lists stay the same objects until a record that they are made of is touched", () => {
  const store = loaded({ note: [note("a")], comment: [{ id: "1", note: "a", created_at: at(1) }], step: [{ id: "s", order: 1 }] });
  const lists = () => [store.notesOf("t"), store.commentsOf("a"), store.agenda()];
  const [notes, comments, agenda] = lists();
  assert.deepEqual(lists().map((list, i) => list === [notes, comments, agenda][i]), [true, true, true]);
  store.receive({ after: 1, seq: 2, changes: [{ seq: 2, change_id: "", seat: "", at: "", steps: [["set", "note", "a", { x: 1 }]] }] });
  assert.deepEqual(lists().map((list, i) => list === [notes, comments, agenda][i]), [false, false, true]);
});
