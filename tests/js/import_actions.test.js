// What a file brought in is one thing of mine: here once the board has come so far, and gone with one undo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calmRoom } from "./simulated_session.js";

const STEPS = 500, BYTES = 64 * 1024;

/** Olga stands for the server: what she adds is in the log as nothing of Ana's, like an import. */
async function board() {
  const room = await calmRoom(2, "facilitator");
  const [ana, olga] = room.people;
  const see = () => room.clock.pass(3000);
  const write = (/** @type {number} */ count, theme = "one") => olga.actions.addNotes(Array.from({ length: count }, (_, i) => ({ kind: i % 2 ? "solution" : "challenge", theme, text: `${i}`, x: i, y: i })));
  return { ...room, ana, olga, see, write };
}

test("what a file brought in goes with one undo and comes back with redo", async () => {
  const { ana, olga, server, see, write } = await board();
  const mine = ana.actions.addNote({ kind: "challenge", theme: "two", text: "mine" });
  ana.sync.change([["add", "theme", { id: "new", title: "New" }]], { undoable: false });
  await see();
  const note = write(4, "new");
  const cluster = [/** @type {string} */ (olga.actions.addCluster({ theme: "new", title: "Data", notes: note.slice(0, 2) }))];
  const answer = [/** @type {string} */ (olga.actions.link(note[1], note[0]))];
  await see();
  assert.deepEqual(await ana.actions.takeIn({ seq: server.seq, added: { theme: ["new"], cluster, note, answer, round: [] } }), note);
  ana.sync.undo();
  await see();
  assert.deepEqual([olga.store.all("note").map(({ id }) => id), olga.store.all("cluster").length, olga.store.all("answer").length, olga.store.get("theme", "new")], [[mine], 0, 0, undefined]);
  ana.sync.redo();
  await see();
  assert.deepEqual([olga.store.all("note").length, olga.store.all("cluster").length, olga.store.all("answer").length], [5, 1, 1]);
});

test("it waits until the board has come as far as the answer says", async () => {
  const { ana, server, see, write } = await board();
  const before = server.seq;
  /** @type {string[] | null} */
  let found = null;
  const note = write(2);
  void ana.actions.takeIn({ seq: before + 1, added: { note } }).then((/** @type {string[]} */ ids) => (found = ids));
  await Promise.resolve();
  assert.equal(found, null);
  assert.equal(ana.sync.canUndo(), false);
  await see();
  assert.deepEqual(found, note);
  assert.equal(ana.sync.canUndo(), true);
});

test("a lost message does not keep it waiting: it asks for what is missing", async () => {
  const { ana, server, see, write } = await board();
  /** @type {number[]} */
  const asked = [];
  const { heardOf } = ana.sync;
  ana.sync.heardOf = (/** @type {number} */ seq) => (asked.push(seq), heardOf.call(ana.sync, seq));
  const note = write(1);
  void ana.actions.takeIn({ seq: server.seq + 1, added: { note } });
  assert.deepEqual(asked, [server.seq + 1]);
  await see();
});

test("what somebody removed meanwhile does not hinder the undo of the rest", async () => {
  const { ana, olga, server, see, write } = await board();
  const note = write(3);
  await see();
  await ana.actions.takeIn({ seq: server.seq, added: { note } });
  olga.actions.removeNotes([note[1]]);
  await see();
  ana.sync.undo();
  await see();
  assert.equal(olga.store.all("note").length, 0);
});

test("a thousand notes are taken back in changes that the server takes", async () => {
  const { ana, server, see, write } = await board();
  const note = [...Array(13)].flatMap(() => write(100));
  for (let i = 0; i < 20 && server.tables.get("note")?.size !== note.length; i += 1) await see();
  await see();
  await ana.actions.takeIn({ seq: server.seq, added: { note } });
  const before = server.seq;
  assert.ok(ana.sync.undo());
  for (let i = 0; i < 20 && ana.store.pending.length; i += 1) await see();
  const changes = server.log.filter(({ seq }) => seq > before);
  assert.ok(changes.length > 2 && changes.every(({ steps }) => steps.length <= STEPS && JSON.stringify(steps).length < BYTES));
  assert.equal(ana.store.all("note").length, 0);
  assert.equal(ana.sync.canUndo(), false);
});

test("redo puts notes into their clusters again", async () => {
  const { ana, olga, server, see, write } = await board();
  const note = write(2);
  const cluster = [/** @type {string} */ (olga.actions.addCluster({ theme: "one", title: "Data", notes: note }))];
  await see();
  await ana.actions.takeIn({ seq: server.seq, added: { cluster, note } });
  ana.sync.undo();
  await see();
  ana.sync.redo();
  await see();
  assert.deepEqual(note.map((id) => olga.store.get("note", id)?.cluster), [cluster[0], cluster[0]]);
});

test("a new theme in which somebody wrote meanwhile stays, the rest goes", async () => {
  const { ana, olga, server, see, write } = await board();
  ana.sync.change([["add", "theme", { id: "new", title: "New" }]], { undoable: false });
  await see();
  const note = write(2);
  await see();
  await ana.actions.takeIn({ seq: server.seq, added: { theme: ["new"], note } });
  const other = olga.actions.addNote({ kind: "challenge", theme: "new", text: "other", x: 1, y: 1 });
  await see();
  ana.sync.undo();
  await see();
  assert.deepEqual(olga.store.all("note").map(({ id }) => id), [other]);
  assert.ok(olga.store.get("theme", "new"));
});
