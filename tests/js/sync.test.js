// Sync with a server that answers on cue: the saved state, refusals, waiting and trying again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calmRoom } from "./simulated_session.js";

/** The server answers the next `count` changes with `outcome`. @param {any} server @param {number} count @param {object} outcome */
function answers(server, count, outcome) {
  const { judge } = server;
  let left = count;
  server.judge = (/** @type {any} */ link, /** @type {any} */ change, /** @type {any[]} */ out) => {
    if (left-- > 0) link.deliver("outcome", { change_id: change.change_id, ok: false, ...outcome });
    else judge.call(server, link, change, out);
  };
}

test("S3 saved only when the server has everything; saving until then", async () => {
  const { clock, people: [ana, olga] } = await calmRoom(2);
  assert.equal(ana.sync.state().state, "saved");
  /** @type {string[]} */
  const states = [];
  ana.sync.on("state", ({ state }) => void states.push(state));
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "حق" });
  assert.equal(ana.store.get("note", id)?.text, "حق");
  await clock.pass(1000);
  assert.deepEqual(states, ["saving", "saved"]);
  assert.equal(olga.store.get("note", id)?.seat, "s0");
});

test("offline: changes wait on the device and are counted, and leave when the network is back", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  server.crash();
  server.down = true;
  ana.actions.addNote({ kind: "challenge", theme: "one" });
  ana.actions.addNote({ kind: "solution", theme: "one" });
  await clock.pass(50);
  assert.deepEqual([ana.sync.state().state, ana.sync.state().waiting], ["offline", 2]);
  assert.equal(JSON.parse(ana.device.lists.get(ana.box.tab) ?? "[]").length, 2);
  await clock.pass(60000);
  assert.equal(ana.sync.state().state, "saved");
  assert.equal(server.tables.get("note")?.size, 2);
});

test("S4 storage and too_fast: the same change again after a while, and the state says not saved", async () => {
  for (const [reason, state] of [["storage", "refused"], ["too_fast", "saving"]]) {
    const { clock, server, people: [ana] } = await calmRoom(1);
    answers(server, 1, { reason, retry_after: 2 });
    ana.actions.addNote({ kind: "challenge", theme: "one" });
    const { change_id } = ana.store.pending[0];
    await clock.pass(500);
    assert.deepEqual([ana.sync.state().state, ana.sync.state().reason, ana.sync.state().retryIn], [state, reason, 2]);
    await clock.pass(5000);
    assert.equal(ana.sync.state().state, "saved");
    assert.equal(server.log[0].change_id, change_id);
  }
});

test("S9 what was too fast holds back only what follows on its records", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one" });
  await clock.pass(500);
  answers(server, 1, { reason: "too_fast", retry_after: 30 });
  const late = ana.actions.addNote({ kind: "challenge", theme: "two" });
  await clock.pass(500);
  ana.actions.moveNotes([{ id, theme: "one", x: 7, y: 7 }]);
  ana.actions.moveNotes([{ id: late, theme: "two", x: 8, y: 8 }]);
  await clock.pass(1000);
  assert.equal(server.tables.get("note")?.get(id).x, 7);
  assert.deepEqual([ana.store.pending.length, ana.sync.state().reason], [2, "too_fast"]);
  await clock.pass(40000);
  assert.equal(server.tables.get("note")?.get(late).x, 8);
  assert.equal(ana.sync.state().state, "saved");
});

test("R1 a refusal takes the change back and gives the words back", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  /** @type {any[]} */
  const refused = [];
  ana.sync.on("refused", (refusal) => void refused.push(refusal));
  answers(server, 1, { reason: "locked" });
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "नेपाल" });
  await clock.pass(500);
  assert.equal(ana.store.get("note", id), undefined);
  assert.deepEqual(refused.map(({ reason, text }) => [reason, text]), [["locked", "नेपाल"]]);
});

test("T3 a stale delta is derived anew and sent under another name", async () => {
  const { clock, server, people: [ana, olga] } = await calmRoom(2);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "b" });
  await clock.pass(500);
  ana.sync.link.cut();
  ana.sync.typeText(id, [1, "!"]);
  for (let i = 0; i < 20; i += 1) {
    olga.sync.typeText(id, ["a"]);
    await clock.pass(100);
  }
  await clock.pass(5000);
  assert.equal(server.tables.get("note")?.get(id).text, `${"a".repeat(20)}b!`);
  assert.equal(ana.sync.state().state, "saved");
});

test("S6 the heartbeat reveals a lost message", async () => {
  const { clock, server, people: [ana, olga] } = await calmRoom(2);
  const { deliver } = olga.sync.link;
  olga.sync.link.deliver = () => {};
  ana.actions.addNote({ kind: "challenge", theme: "one" });
  await clock.pass(500);
  olga.sync.link.deliver = deliver;
  assert.equal(olga.store.seq, 0);
  await clock.pass(6000);
  assert.equal(olga.store.seq, server.seq);
});

test("a connection that is silent for long is made anew", async () => {
  const { clock, people: [ana] } = await calmRoom(1);
  const { link } = ana.sync;
  let resets = 0;
  link.deliver = () => {};
  link.reset = () => (resets += 1);
  await clock.pass(16000);
  assert.equal(resets, 1);
});

test("S9 a burst of 300 changes is paced, in order", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one" });
  for (let x = 0; x < 300; x += 1) ana.actions.moveNotes([{ id, theme: "one", x, y: 1 }]);
  await clock.pass(1000);
  assert.ok(server.accepted <= 110, `${server.accepted} in the first second`);
  await clock.pass(12000);
  const xs = server.log.slice(1).map((change) => change.steps[0][3].x);
  assert.deepEqual(xs, [...xs].sort((a, b) => a - b));
  assert.equal(ana.sync.state().state, "saved");
});

test("E3 signals go at most 20 times a second, merged, and who types is known for a while", async () => {
  const { clock, people: [ana] } = await calmRoom(1);
  /** @type {any[]} */
  const sent = [];
  const { send } = ana.sync.link;
  ana.sync.link.send = (/** @type {string} */ event, /** @type {any} */ payload) => (event === "signal" ? void sent.push(payload) : send.call(ana.sync.link, event, payload));
  for (let i = 0; i < 100; i += 1) {
    ana.sync.signal({ cursor: [i, i] });
    if (i === 50) ana.sync.signal({ typing: "n1" });
    await clock.pass(10);
  }
  assert.ok(sent.length >= 18 && sent.length <= 21, `${sent.length}`);
  assert.equal(sent.filter(({ typing }) => typing === "n1").length, 1);
  /** @type {any[]} */
  const typing = [];
  ana.sync.on("typing", (map) => void typing.push(map));
  ana.sync.heard("signals", { s7: { typing: "n1" } });
  assert.deepEqual([...typing[0].get("n1")], ["s7"]);
  await clock.pass(13000);
  assert.equal(typing.at(-1).size, 0);
});

test("put out: nothing is tried any more", async () => {
  const { clock, people: [ana] } = await calmRoom(1);
  ana.sync.heard("notice", { kind: "put_out" });
  await clock.pass(20000);
  assert.deepEqual([ana.sync.state().state, ana.sync.state().reason], ["refused", "not_found"]);
});

test("a closed tab's changes are sent by the next one", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  server.crash();
  server.down = true;
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "a" });
  ana.sync.typeText(id, [1, "b"]);
  await clock.pass(50);
  ana.closeTab();
  ana.openTab();
  await clock.pass(60000);
  assert.equal(server.tables.get("note")?.get(id).text, "ab");
  assert.equal(ana.sync.state().state, "saved");
});

test("R1 what stands on a refused change is taken back with it, in one message with all of the words", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  /** @type {any[]} */
  const refused = [];
  ana.sync.on("refused", (refusal) => void refused.push(refusal));
  answers(server, 1, { reason: "closed" });
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "" });
  ana.sync.typeText(id, ["na"]);
  const other = ana.actions.addNote({ kind: "challenge", theme: "two", text: "other" });
  ana.actions.addComment(id, "and this");
  ana.actions.addCluster({ theme: "one", title: "c", notes: [id] });
  await clock.pass(3000);
  assert.deepEqual(refused.map(({ reason, text }) => [reason, text]), [["closed", "na\n\nand this"]]);
  assert.deepEqual([ana.store.all("note").map((note) => note.id), ana.store.all("cluster").length, ana.sync.state().state], [[other], 0, "saved"]);
});

test("what a closed tab brought back from the trash is shown when it is there", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "a" });
  const comment = ana.actions.addComment(id, "b");
  await clock.pass(500);
  ana.actions.removeComment(comment);
  await clock.pass(500);
  const hears = server.hears.bind(server);
  server.hears = () => {};
  ana.sync.undo();
  assert.equal(ana.store.all("comment").length, 1);
  await clock.pass(50);
  ana.closeTab();
  ana.openTab();
  await clock.pass(2000);
  assert.deepEqual([ana.store.pending.length, ana.store.all("comment")], [1, []]);
  server.hears = hears;
  await clock.pass(60000);
  assert.deepEqual(ana.store.all("comment").map(({ text }) => text), ["b"]);
  assert.equal(ana.sync.state().state, "saved");
});
