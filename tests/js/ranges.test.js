// Messages as they come: ranges of numbers, packed lists, counts, what is not said while people write in secret.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { unpack } from "../../static/js/core/packed.js";
import { calmRoom } from "./simulated_session.js";

const titled = (/** @type {number} */ seq, /** @type {string} */ title) => ({ seq, change_id: "", seat: "", at: "", steps: [["set", "board", "b", { title }]] });

/** Somebody whose link is ours to speak on. */
async function alone() {
  const { clock, server, people: [ana] } = await calmRoom(1);
  ana.sync.link.deliver = () => {};
  const asked = [];
  const { changes } = ana.sync.http;
  ana.sync.http.changes = (/** @type {number} */ since) => {
    asked.push(since);
    return changes(since);
  };
  return { clock, server, ana, asked, title: () => ana.store.board()?.title };
}

test("S5 numbers without a change for this seat are covered", async () => {
  const { ana, asked, title } = await alone();
  ana.sync.heard("changes", { after: 0, seq: 7, changes: [titled(3, "three")] });
  assert.deepEqual([ana.store.seq, title()], [7, "three"]);
  ana.sync.heard("changes", { after: 5, seq: 9, changes: [titled(6, "known"), titled(9, "nine")] });
  assert.deepEqual([ana.store.seq, title()], [9, "nine"]);
  assert.deepEqual(asked, []);
});

test("S5 a range that begins later is asked for, and kept until its turn", async () => {
  const { ana, asked, title } = await alone();
  ana.sync.heard("changes", { after: 4, seq: 6, changes: [titled(6, "six")] });
  assert.deepEqual([ana.store.seq, asked], [0, [0]]);
  ana.sync.heard("changes", { after: 0, seq: 4, changes: [] });
  assert.deepEqual([ana.store.seq, title()], [6, "six"]);
});

test("S6 a heartbeat that is ahead makes it ask; it carries the server's clock", async () => {
  const { clock, ana, asked } = await alone();
  ana.sync.heard("changes", { after: 3, seq: 3, changes: [], now: new Date(clock.now() + 60_000).toISOString() });
  assert.deepEqual(asked, [0]);
  assert.ok(Math.abs(ana.sync.serverNow() - clock.now() - 60_000) < 200);
});

test("S10 what comes behind a packed list waits for it, outcomes too", async () => {
  const { ana, title } = await alone();
  /** @type {(list: any) => void} */
  let done = () => {};
  ana.sync.unpack = () => new Promise((resolve) => (done = resolve));
  ana.sync.heard("changes", { after: 0, seq: 2, packed: "…" });
  ana.sync.heard("changes", { after: 2, seq: 3, changes: [titled(3, "behind")] });
  /** @type {any[]} */
  const answered = [];
  ana.sync.sender.answered = (/** @type {any} */ outcome) => void answered.push([outcome.change_id, ana.store.seq]);
  ana.sync.heard("outcome", { change_id: "c", ok: true, seq: 3 });
  assert.deepEqual([ana.store.seq, answered], [0, []]);
  done([titled(1, "packed")]);
  await new Promise(setImmediate);
  assert.deepEqual([ana.store.seq, title(), answered], [3, "behind", [["c", 3]]]);
});

test("S10 what cannot be unpacked is asked for", async () => {
  const { ana, asked } = await alone();
  ana.sync.unpack = () => Promise.reject(new Error("no DecompressionStream"));
  ana.sync.heard("changes", { after: 0, seq: 2, packed: "…" });
  ana.sync.heard("changes", { after: 2, seq: 3, changes: [] });
  await new Promise(setImmediate);
  assert.deepEqual([asked, ana.store.seq], [[0], 0]);
});

test("S10 P1 what everybody is told does not make up for a list of one's own that was lost", async () => {
  const { ana, clock, server, asked, title } = await alone();
  ana.sync.unpack = () => Promise.reject(new Error("no DecompressionStream"));
  server.seq = 2;
  server.log = [{ ...titled(1, "mine"), tags: ["=s0"] }, { ...titled(2, "all"), steps: [["set", "board", "b", { language: "ne" }]], tags: [null] }];
  ana.sync.heard("changes", { after: 0, seq: 2, packed: "…" });
  ana.sync.heard("changes", { after: 0, seq: 2, changes: [server.log[1]] });
  await new Promise(setImmediate);
  assert.deepEqual([ana.store.seq, asked], [0, [0]]);
  await clock.pass(1000);
  assert.deepEqual([ana.store.seq, title(), ana.store.board()?.language], [2, "mine", "ne"]);
  ana.sync.heard("changes", { after: 2, seq: 3, changes: [titled(3, "on")] });
  assert.equal(title(), "on");
});

test("S10 gzip in base64", async () => {
  const list = [titled(1, "حقّ 🏀 क्षेत्र")];
  assert.deepEqual(await unpack(gzipSync(JSON.stringify(list)).toString("base64")), list);
  await assert.rejects(unpack("AAAA"));
});

test("P1 counts are told and kept, from the join on", async () => {
  const { ana } = await alone();
  /** @type {any[]} */
  const told = [];
  ana.sync.on("counts", (counts) => void told.push(counts));
  assert.deepEqual(ana.sync.counts, { private: {} });
  ana.sync.heard("counts", { private: { one: 4 } });
  assert.deepEqual([told, ana.sync.counts], [[{ private: { one: 4 } }], { private: { one: 4 } }]);
});

test("what leaders do to the board is told as it happens, and not by a snapshot", async () => {
  const { clock, server, ana } = await alone();
  /** @type {any[]} */
  const told = [];
  ana.sync.on("board", (fields) => void told.push(fields));
  ana.sync.heard("changes", { after: 0, seq: 2, changes: [titled(1, "a"), { ...titled(2, ""), steps: [["set", "board", "b", { bring: { view: [0, 0, 1, 1] } }]] }] });
  assert.deepEqual(told, [{ title: "a", bring: { view: [0, 0, 1, 1] } }]);
  server.seq = 100;
  void ana.sync.incoming.reload();
  await clock.pass(1000);
  assert.deepEqual([ana.store.seq, told.length], [100, 1]);
});

test("P8 who does what is not said while people write in secret; the leader's view is", async () => {
  const { clock, people: [ana, olga] } = await calmRoom(2, "facilitator");
  const id = ana.actions.addNote({ theme: "one", x: 20, y: 56 });
  /** @type {any[]} */
  const sent = [];
  const said = async (/** @type {any} */ signal) => {
    sent.length = 0;
    olga.sync.signal(signal);
    await clock.pass(200);
    return sent;
  };
  await clock.pass(500);
  olga.sync.link.send = (/** @type {string} */ event, /** @type {any} */ payload) => void (event === "signal" && sent.push(payload));
  assert.deepEqual(await said({ cursor: [1, 2], typing: id }), [{ cursor: [1, 2], typing: id }]);
  ana.actions.setPrivate(true);
  await clock.pass(500);
  assert.deepEqual(await said({ cursor: [1, 2], typing: id, drag: { [id]: [1, 1] } }), []);
  assert.deepEqual(await said({ cursor: [1, 2], view: [0, 0, 9, 9] }), [{ view: [0, 0, 9, 9] }]);
  ana.actions.setPrivate(false);
  ana.actions.setAuthors("association");
  await clock.pass(500);
  assert.deepEqual(await said({ cursor: [1, 2], typing: id }), []);
  const secret = ana.actions.addNote({ theme: "one", x: 400, y: 56 });
  await clock.pass(500);
  ana.actions.setAuthors("named");
  await clock.pass(500);
  assert.deepEqual(await said({ typing: secret }), [{ typing: null }]);
  assert.deepEqual(await said({ drag: { [secret]: [1, 1], [id]: [2, 2] } }), [{ drag: { [id]: [2, 2] } }]);
});

test("the leader's view is passed on to whoever follows", async () => {
  const { people: [ana] } = await calmRoom(1);
  /** @type {any[]} */
  const views = [];
  ana.sync.on("views", (view) => void views.push(view));
  ana.sync.heard("signals", { s7: { view: [0, 0, 5, 5] }, s0: { view: [1, 1, 1, 1] }, s8: { cursor: [1, 1] } });
  assert.deepEqual(views, [{ seat: "s7", view: [0, 0, 5, 5] }]);
});
