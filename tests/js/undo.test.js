// Undo and redo: only mine, only what still has my value, whole gestures, typing among others' typing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calmRoom } from "./simulated_session.js";

async function withNote(/** @type {string} */ text = "abc") {
  const room = await calmRoom(2);
  const [ana, olga] = room.people;
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text, x: 1, y: 1 });
  const see = () => room.clock.pass(1500);
  await see();
  return { ...room, ana, olga, id, see, text: () => ana.sync.textOf(id) };
}

test("a move is undone and redone", async () => {
  const { ana, id } = await withNote();
  ana.actions.moveNotes([{ id, theme: "two", x: 5, y: 6 }]);
  ana.sync.undo();
  assert.deepEqual([ana.store.get("note", id)?.theme, ana.store.get("note", id)?.x], ["one", 1]);
  ana.sync.redo();
  assert.deepEqual([ana.store.get("note", id)?.theme, ana.store.get("note", id)?.x], ["two", 5]);
});

test("what somebody set since stays", async () => {
  const { ana, olga, id, see } = await withNote();
  ana.actions.setNote(id, { sdgs: [4], kind: "solution" });
  await see();
  olga.actions.setNote(id, { sdgs: [5] });
  await see();
  ana.sync.undo();
  assert.deepEqual([ana.store.get("note", id)?.sdgs, ana.store.get("note", id)?.kind], [[5], "challenge"]);
});

test("a removed note comes back as it was, and an added one goes", async () => {
  const { ana, id, see, server } = await withNote("नमस्ते");
  ana.actions.removeNotes([id]);
  await see();
  ana.sync.undo();
  assert.equal(ana.sync.textOf(id), "नमस्ते");
  await see();
  assert.equal(server.tables.get("note")?.get(id).seat, "s1");
  const mine = ana.actions.addNote({ kind: "solution", theme: "two" });
  ana.sync.undo();
  assert.equal(ana.store.get("note", mine), undefined);
  ana.sync.redo();
  await see();
  assert.ok(server.tables.get("note")?.get(mine));
});

test("typing is undone around what others typed into it", async () => {
  const { ana, olga, id, see, text } = await withNote("abc");
  ana.sync.typeText(id, [3, "XY"]);
  await see();
  olga.sync.typeText(id, ["1", 4, "2"]);
  await see();
  assert.equal(text(), "1abcX2Y");
  ana.sync.undo();
  assert.equal(text(), "1abc2");
  ana.sync.redo();
  assert.equal(text(), "1abcX2Y");
  await see();
  assert.equal(olga.sync.textOf(id), "1abcX2Y");
});

test("letters typed in one go are one entry; a pause starts another", async () => {
  const { ana, id, clock, text } = await withNote("");
  ana.sync.typeText(id, ["a"]);
  ana.sync.typeText(id, [1, "b"]);
  await clock.pass(1500);
  ana.sync.typeText(id, [2, "c"]);
  ana.sync.undo();
  assert.equal(text(), "ab");
  ana.sync.undo();
  assert.equal(text(), "");
});

test("a gesture is one entry, whatever is in it", async () => {
  const { ana, id, store = ana.store } = await withNote("a");
  ana.sync.beginGesture();
  ana.actions.moveNotes([{ id, theme: "one", x: 9, y: 9 }]);
  ana.actions.moveNotes([{ id, theme: "one", x: 10, y: 10 }]);
  const added = ana.actions.addNote({ kind: "challenge", theme: "one", text: "n" });
  ana.sync.typeText(added, [1, "ew"]);
  ana.sync.endGesture();
  ana.sync.undo();
  assert.deepEqual([store.get("note", id)?.x, store.get("note", added)], [1, undefined]);
  assert.ok(!ana.sync.canUndo() && ana.sync.canRedo());
  ana.sync.redo();
  assert.deepEqual([store.get("note", id)?.x, store.get("note", added)?.text], [10, "new"]);
});

test("what is gone is skipped, and a new change ends redo", async () => {
  const { ana, olga, id, see } = await withNote();
  const other = ana.actions.addNote({ kind: "challenge", theme: "one" });
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 50 }]);
  await see();
  olga.actions.removeNotes([id]);
  await see();
  ana.sync.undo();
  assert.equal(ana.store.get("note", other), undefined, "the move of the note that is gone was skipped");
  ana.actions.addNote({ kind: "challenge", theme: "one" });
  assert.ok(!ana.sync.canRedo());
});

test("200 entries are kept", async () => {
  const { ana, id } = await withNote();
  for (let x = 0; x < 250; x += 1) ana.actions.moveNotes([{ id, theme: "one", x: x + 2, y: 1 }]);
  let count = 0;
  while (ana.sync.undo()) count += 1;
  assert.equal(count, 200);
});

test("an open editor is told what undo does to its text", async () => {
  const { ana, id } = await withNote("abc");
  /** @type {any[]} */
  const heard = [];
  ana.sync.onRemoteText(id, (delta) => void heard.push(delta));
  ana.sync.typeText(id, [3, "d"]);
  assert.deepEqual(heard, []);
  ana.sync.undo();
  assert.deepEqual(heard, [[3, -1]]);
});
