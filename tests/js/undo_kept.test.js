// What can be undone outlives a reload: mine only, over what others did meanwhile, bounded, and only what reads well.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepUndo, packed, read } from "../../static/js/core/undo_kept.js";
import { calmRoom } from "./simulated_session.js";

function place() {
  const kept = { text: /** @type {string | null} */ (null), get: () => kept.text, set: (/** @type {string} */ text) => void (kept.text = text), remove: () => void (kept.text = null) };
  return kept;
}

async function withNote(/** @type {string} */ text = "abc") {
  const room = await calmRoom(2);
  const [ana, olga] = room.people;
  const id = olga.actions.addNote({ kind: "challenge", theme: "one", text, x: 1, y: 1 });
  const see = () => room.clock.pass(1500);
  await see();
  const storage = place();
  let keeper = keepUndo(ana.sync, storage);
  await see();
  const reloads = async (/** @type {() => void} */ meanwhile = () => {}) => {
    keeper.write();
    ana.closeTab();
    meanwhile();
    await see();
    ana.openTab();
    keeper = keepUndo(ana.sync, storage);
    await see();
  };
  return { ...room, ana, olga, id, see, storage, reloads, at: () => ana.store.get("note", id)?.x, text: () => ana.sync.textOf(id) };
}

test("moves and typing are undone and redone after a reload", async () => {
  const { ana, id, see, reloads, at, text } = await withNote();
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  ana.sync.typeText(id, [3, "XY"]);
  await see();
  await reloads();
  assert.deepEqual([at(), text()], [50, "abcXY"]);
  ana.sync.undo();
  assert.deepEqual([at(), text()], [50, "abc"]);
  await see();
  await reloads();
  ana.sync.undo();
  assert.deepEqual([at(), text()], [1, "abc"]);
  ana.sync.redo();
  ana.sync.redo();
  assert.deepEqual([at(), text()], [50, "abcXY"]);
  assert.ok(!ana.sync.canRedo());
});

test("what others did while the page was away stays", async () => {
  const { ana, olga, id, see, reloads, at, text } = await withNote();
  ana.sync.typeText(id, [3, "XY"]);
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  await see();
  await reloads(() => {
    olga.actions.moveNotes([{ id, theme: "one", x: 70, y: 1 }]);
    olga.sync.typeText(id, ["1", 4, "2"]);
  });
  assert.deepEqual([at(), text()], [70, "1abcX2Y"]);
  ana.sync.undo();
  assert.deepEqual([at(), text()], [70, "1abc2"]);
  assert.ok(!ana.sync.canUndo());
});

test("what waits unsent is undone too", async () => {
  const { ana, id, see, reloads, server, at, text, clock } = await withNote();
  server.down = true;
  await see();
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  ana.sync.typeText(id, [3, "Z"]);
  await clock.pass(50);
  const stored = server.tables.get("note")?.get(id).x;
  await reloads(() => void (server.down = false));
  assert.deepEqual([stored, at(), text()], [1, 50, "abcZ"]);
  ana.sync.undo();
  ana.sync.undo();
  await see();
  assert.deepEqual([at(), text(), server.tables.get("note")?.get(id).x], [1, "abc", 1]);
});

test("a removed note comes back after a reload, and one that others removed meanwhile does not", async () => {
  const { ana, olga, id, see, reloads } = await withNote();
  const other = olga.actions.addNote({ kind: "challenge", theme: "one", text: "other" });
  await see();
  ana.sync.typeText(other, [5, "!"]);
  ana.actions.removeNotes([id]);
  await see();
  await reloads(() => olga.actions.removeNotes([other]));
  ana.sync.undo();
  assert.equal(ana.sync.textOf(id), "abc");
  assert.equal(ana.sync.undo(), false);
  assert.equal(ana.store.get("note", other), undefined);
});

test("a crash loses what was done in the last moment, no more", async () => {
  const { ana, id, see, storage } = await withNote();
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  await see();
  assert.equal(read(storage.text)?.done.length, 1, "written by itself");
});

test("nothing is kept of a board that is not this seat's any more", async () => {
  const { ana, id, see, storage } = await withNote();
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  await see();
  ana.sync.end("not_found");
  assert.equal(storage.text, null);
  ana.sync.emit("undo");
  await see();
  assert.equal(storage.text, null);
});

test("storage that throws, is full or holds rubbish does no harm", async () => {
  const good = { done: [{ atoms: [{ verb: "set", type: "note", id: "a", before: { x: 1 }, after: { x: 2 } }] }], undone: [], texts: {} };
  assert.ok(read(JSON.stringify(good)));
  const wrong = (/** @type {any} */ more) => JSON.stringify({ ...good, ...more });
  for (const text of [null, "", "{", "null", "[]", wrong({ texts: null }), wrong({ texts: { a: 1 } }), wrong({ done: {} }), wrong({ done: [{}] }), wrong({ done: [{ atoms: [] }] }),
    wrong({ done: [{ atoms: [{ verb: "drop", type: "note", id: "a" }] }] }), wrong({ done: [{ atoms: [{ verb: "text", type: "note", id: "a", delta: [0] }] }] }),
    wrong({ done: [{ atoms: [{ verb: "remove", type: "note", id: "a", record: { id: "b" } }] }] }), wrong({ done: Array(500).fill(good.done[0]) }), "x".repeat(1_000_000)]) assert.equal(read(text), null, text?.slice(0, 80));
  const { ana, id, see } = await withNote();
  const throws = () => {
    throw new Error("closed");
  };
  const keeper = keepUndo(ana.sync, { get: throws, set: throws, remove: throws });
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  await see();
  keeper.write();
  keeper.forget();
  assert.ok(ana.sync.canUndo());
});

test("typing that does not fit its text any more is left out, the rest is not", async () => {
  const { ana, id, see, reloads, storage, at, text } = await withNote();
  ana.sync.typeText(id, [3, "XY"]);
  ana.actions.moveNotes([{ id, theme: "one", x: 50, y: 1 }]);
  await see();
  await reloads(() => {
    const kept = read(storage.text);
    if (kept) storage.text = JSON.stringify({ ...kept, texts: { [id]: "a" } });
  });
  ana.sync.undo();
  assert.deepEqual([at(), text()], [1, "abcXY"]);
  assert.ok(!ana.sync.canUndo());
});

test("the newest are kept, in no more than there is room for", async () => {
  const { ana, id, see } = await withNote();
  for (let x = 0; x < 90; x += 1) ana.actions.moveNotes([{ id, theme: "one", x: x + 2, y: 1 }]);
  assert.equal(read(packed(ana.sync.undoing))?.done.length, 60);
  const long = ana.actions.addNote({ kind: "challenge", theme: "one", text: "x".repeat(2000) });
  for (let i = 0; i < 58; i += 1) {
    ana.actions.removeNotes(Array.from({ length: 4 }, () => ana.actions.addNote({ kind: "challenge", theme: "one", text: "y".repeat(2000) })));
  }
  await see();
  const text = packed(ana.sync.undoing);
  assert.ok(text.length <= 300_000 && (read(text)?.done.length ?? 0) > 5);
  assert.ok(ana.store.get("note", long));
});
