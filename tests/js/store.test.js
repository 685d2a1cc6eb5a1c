// Confirmed and pending: what a record looks like while the server has not answered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/core/store.js";

const note = (/** @type {object} */ more = {}) => ({ id: "n1", theme: "t1", text: "abc", text_rev: 3, x: 0, y: 0, z: 1, ...more });
const change = (/** @type {number} */ seq, /** @type {any[]} */ ...steps) => ({ seq, change_id: `c${seq}`, seat: "other", at: "", steps });

/** As one message: all numbers from the first change to the last. @param {...any} changes */
const range = (...changes) => ({ after: changes[0].seq - 1, seq: changes.at(-1).seq, changes });

function loaded(/** @type {any[]} */ notes = [note()]) {
  /** @type {(() => void)[]} */
  const redraws = [];
  const store = createStore({ schedule: (redraw) => void redraws.push(redraw) });
  store.me = "me";
  store.load({ seq: 10, records: { board: [{ id: "b" }], theme: [{ id: "t2", order: 1 }, { id: "t1", order: 0 }], note: notes, seat: [] } });
  const redraw = () => redraws.splice(0).forEach((act) => act());
  redraw();
  return { store, redraw };
}

/** @param {any} store @param {string} id @param {any[]} steps */
const push = (store, id, ...steps) => store.push({ change_id: id, steps, guess: steps });

test("S5 a range that begins later is a gap; of one that begins earlier, what is known is left out; numbers without a change are seen, too", () => {
  const { store } = loaded();
  assert.equal(store.receive(range(change(12, ["set", "note", "n1", { x: 1 }]))), "gap");
  assert.deepEqual([store.get("note", "n1")?.x, store.seq], [0, 10]);
  assert.equal(store.receive(range(change(10, ["set", "note", "n1", { x: 2 }]), change(11, ["set", "note", "n1", { x: 3 }]))), "ok");
  assert.deepEqual([store.get("note", "n1")?.x, store.seq], [3, 11]);
  assert.equal(store.receive({ after: 8, seq: 17, changes: [change(14, ["set", "note", "n1", { x: 4 }])] }), "ok");
  assert.deepEqual([store.get("note", "n1")?.x, store.seq], [4, 17]);
  assert.equal(store.receive({ after: 17, seq: 21, changes: [] }), "ok");
  assert.equal(store.seq, 21);
});

test("C7 mine stays on top until it is confirmed, field by field", () => {
  const { store } = loaded();
  push(store, "mine", ["set", "note", "n1", { x: 5 }]);
  store.receive(range(change(11, ["set", "note", "n1", { x: 7, y: 7 }])));
  assert.deepEqual([store.get("note", "n1")?.x, store.get("note", "n1")?.y], [5, 7]);
  assert.ok(store.isPending("note", "n1"));
  store.receive(range({ ...change(12, ["set", "note", "n1", { x: 5 }]), change_id: "mine", seat: "me" }));
  assert.equal(store.confirmed("note", "n1")?.x, 5);
  assert.ok(!store.isPending("note", "n1"));
});

test("a refused change leaves what is confirmed", () => {
  const { store } = loaded();
  push(store, "mine", ["set", "note", "n1", { x: 5 }], ["add", "note", note({ id: "n2" })]);
  assert.equal(store.all("note").length, 2);
  store.settle("mine");
  assert.equal(store.get("note", "n1")?.x, 0);
  assert.equal(store.all("note").length, 1);
});

test("somebody else's change with my change_id is not taken for mine", () => {
  const { store } = loaded();
  push(store, "c11", ["set", "note", "n1", { x: 5 }]);
  store.receive(range(change(11, ["set", "note", "n1", { y: 1 }])));
  assert.equal(store.pending.length, 1);
});

test("T1 typing of others goes before mine at one place, and an editor hears it in its own positions", () => {
  const { store } = loaded();
  /** @type {any[]} */
  const heard = [];
  push(store, "mine", ["text", "note", "n1", 3, [1, "XX"]]);
  store.onText((...args) => void heard.push(args));
  store.receive(range(change(11, ["text", "note", "n1", 4, [1, "1", 1, "2"]])));
  assert.equal(store.get("note", "n1")?.text, "a1XXb2c");
  assert.deepEqual(heard, [["n1", [1, "1", 3, "2"], "remote"]]);
});

test("a text step that does not fit what is here is not applied", () => {
  const { store } = loaded();
  assert.throws(() => store.receive(range(change(11, ["text", "note", "n1", 4, [50, "x"]]))), { reason: "invalid" });
  assert.throws(() => store.receive(range(change(11, ["set", "note", "gone", { x: 1 }]))), { reason: "gone" });
});

test("a snapshot moves my typing onto the texts of now", () => {
  const { store } = loaded();
  push(store, "mine", ["text", "note", "n1", 3, [3, "!"]]);
  store.load({ seq: 20, records: { board: [], theme: [], seat: [], note: [note({ text: "xxabc", text_rev: 9 })] } });
  assert.equal(store.get("note", "n1")?.text, "xxabc!");
});

test("one redraw tells everything that is dirty", () => {
  const { store, redraw } = loaded();
  /** @type {any[]} */
  const told = [];
  store.subscribe((dirty) => void told.push(dirty));
  push(store, "mine", ["set", "note", "n1", { x: 5 }]);
  store.receive(range(change(11, ["add", "note", note({ id: "n2" })])));
  redraw();
  assert.equal(told.length, 1);
  assert.deepEqual([...told[0].get("note")].sort(), ["n1", "n2"]);
});

test("a browser's requestAnimationFrame will do as schedule: it is not called as a method", () => {
  /** @type {unknown[]} */
  const callers = [];
  const store = createStore({
    schedule() {
      callers.push(this);
    },
  });
  store.load({ seq: 1, records: { note: [note()] } });
  assert.deepEqual(callers, [undefined]);
});

test("lists are the same object until something in them changes", () => {
  const { store } = loaded();
  assert.equal(store.all("note"), store.all("note"));
  assert.equal(store.notesOf("t1"), store.notesOf("t1"));
  assert.deepEqual(store.themes().map(({ id }) => id), ["t1", "t2"]);
  const before = store.all("note");
  push(store, "mine", ["set", "note", "n1", { theme: "t2" }]);
  assert.notEqual(store.all("note"), before);
  assert.equal(store.notesOf("t2").length, 1);
});

test("10,000 notes: 5,000 changes of others with 200 of mine pending take well under a second", () => {
  const { store, redraw } = loaded(Array.from({ length: 10000 }, (_, i) => note({ id: `n${i}` })));
  for (let i = 0; i < 200; i += 1) push(store, `p${i}`, ["set", "note", `n${i}`, { x: i }]);
  const started = performance.now();
  for (let i = 0; i < 5000; i += 1) store.receive(range(change(11 + i, ["set", "note", `n${i % 300}`, { y: i }])));
  redraw();
  assert.ok(performance.now() - started < 800);
});

test("an add of a note that is here takes its place: my typing moves onto its text, and an editor is told", () => {
  const { store } = loaded();
  /** @type {any[]} */
  const heard = [];
  push(store, "mine", ["text", "note", "n1", 3, [3, "!"]]);
  store.onText((...args) => void heard.push(args));
  store.receive(range(change(11, ["add", "note", note({ text: "xabc", text_rev: 9, seat: "" })])));
  assert.deepEqual([store.get("note", "n1")?.text, store.get("note", "n1")?.seat], ["xabc!", ""]);
  assert.deepEqual(heard, [["n1", ["x"], "remote"]]);
});

test("S8 a note goes and comes back: my typing waits for it and is sent for the revision it was typed on", () => {
  const { store } = loaded();
  const typing = { change_id: "mine", steps: [["text", "note", "n1", 3, [3, "!"]]], guess: [["text", "note", "n1", 3, [3, "!"]]] };
  store.push(typing);
  store.receive(range(change(11, ["remove", "note", "n1"])));
  assert.equal(store.get("note", "n1"), undefined);
  assert.deepEqual(store.wire(typing), { steps: [["text", "note", "n1", 3, [3, "!"]]], base: { n1: { rev: 3, text: "abc" } } });
  store.receive(range(change(12, ["add", "note", note({ text: "xabc", text_rev: 4 })])));
  assert.equal(store.get("note", "n1")?.text, "xabc!");
  assert.deepEqual(store.wire(typing).steps, [["text", "note", "n1", 4, [4, "!"]]]);
  store.receive(range(change(13, ["remove", "note", "n1"])));
  store.load({ seq: 20, records: { note: [note({ text: "xyabc", text_rev: 7 })] } });
  assert.equal(store.get("note", "n1")?.text, "xyabc!");
});

test("what only this seat sees takes the place of what everybody sees", () => {
  const { store } = loaded();
  store.load({ seq: 11, records: { note: [note({ seat: "" })], vote: [] }, own: { note: [note({ seat: "me" }), note({ id: "n2", private: true })], vote: [{ id: "v" }] } });
  assert.deepEqual([store.get("note", "n1")?.seat, store.all("note").length, store.all("vote").length], ["me", 2, 1]);
});
