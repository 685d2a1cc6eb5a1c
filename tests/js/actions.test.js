// The verbs, and the table of what a seat may do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { may } from "../../static/js/core/rights.js";
import { split } from "../../static/js/core/values.js";
import { calmRoom } from "./simulated_session.js";

test("two people who add at once do not cover each other (C10)", async () => {
  const { clock, server, people: [ana, olga] } = await calmRoom(2);
  ana.actions.addNote({ kind: "challenge", theme: "one" });
  olga.actions.addNote({ kind: "challenge", theme: "one" });
  await clock.pass(1000);
  const places = [...(server.tables.get("note")?.values() ?? [])].map(({ x, y }) => `${x} ${y}`);
  assert.equal(new Set(places).size, 2);
});

test("C4 250 notes at once travel in changes of at most 100, and are one entry of undo", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  const ids = ana.actions.addNotes(Array.from({ length: 250 }, (_, i) => ({ kind: /** @type {const} */ ("challenge"), theme: "one", text: `${i}` })));
  assert.equal(new Set(ana.store.notesOf("one").map(({ x, y }) => `${x} ${y}`)).size, 250, "shown without covering each other");
  await clock.pass(2000);
  assert.deepEqual(server.log.map(({ steps }) => steps.length), [100, 100, 50]);
  assert.equal(ids.length, 250);
  ana.sync.undo();
  assert.equal(ana.store.all("note").length, 0);
});

test("only fields that differ are sent, and nothing when none does", async () => {
  const { people: [ana] } = await calmRoom(1);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", sdgs: [4], x: 1, y: 2 });
  ana.actions.setNote(id, { kind: "challenge", sdgs: [4] });
  assert.equal(ana.store.pending.length, 1);
  ana.actions.moveNotes([{ id, theme: "one", x: 1, y: 7 }]);
  assert.deepEqual(ana.store.pending[1].steps, [["set", "note", id, { y: 7 }]]);
});

test("notes moved to a theme find free places there", async () => {
  const { people: [ana] } = await calmRoom(1);
  const here = ana.actions.addNotes([{ theme: "one" }, { theme: "one" }, { theme: "two" }]);
  ana.actions.moveToTheme(here, "two");
  assert.equal(new Set(ana.store.notesOf("two").map(({ x, y }) => `${x} ${y}`)).size, 3);
});

test("copies have the words but are one's own; the front is above all", async () => {
  const { people: [ana] } = await calmRoom(1);
  const [first, second] = ana.actions.addNotes([{ theme: "one", text: "حق", sdgs: [3], kind: "solution" }, { theme: "one" }]);
  const [copy] = ana.actions.duplicateNotes([first]);
  const { text, sdgs, kind } = /** @type {any} */ (ana.store.get("note", copy));
  assert.deepEqual([text, sdgs, kind], ["حق", [3], "solution"]);
  ana.actions.bringToFront([first]);
  assert.ok(ana.store.get("note", first)?.z > ana.store.get("note", copy)?.z);
  const { length } = ana.store.pending;
  ana.actions.bringToFront([first]);
  assert.equal(ana.store.pending.length, length, "already in front");
  assert.ok(ana.store.get("note", second));
});

test("a note from the trash shows at once and comes back as it was (C9)", async () => {
  const { clock, server, people: [ana] } = await calmRoom(1);
  const id = ana.actions.addNote({ kind: "challenge", theme: "one", text: "x" });
  await clock.pass(500);
  ana.actions.removeNotes([id]);
  await clock.pass(500);
  ana.store.graves.clear();
  ana.actions.restoreNotes([{ ...server.tables.get("note")?.get(id), deleted_at: "", deleted_by: "s0" }]);
  assert.equal(ana.store.get("note", id)?.text, "x");
  await clock.pass(500);
  assert.equal(server.tables.get("note")?.get(id).text, "x");
});

test("steps are cut by bytes as sent: Arabic weighs two, emoji four", () => {
  const steps = Array.from({ length: 100 }, (_, i) => ["add", "note", { id: `${i}`, text: "حق".repeat(1000) }]);
  for (const part of split(steps)) assert.ok(new TextEncoder().encode(JSON.stringify(part)).length < 64 * 1024);
  assert.equal(split(steps).flat().length, 100);
  assert.deepEqual(split([]), []);
});

test("what a seat may do", () => {
  const seat = { id: "me", association: "NOC" };
  const mine = { id: "1", kind: "challenge", seat: "me", association: "NOC" };
  const ours = { id: "2", kind: "challenge", seat: "x", association: "NOC" };
  const theirs = { id: "3", kind: "challenge", seat: "y", association: "" };
  const board = (/** @type {string} */ edit_right, locked = false) => ({ id: "b", edit_right, locked });
  /** @type {[string, any, any, any, boolean][]} */
  const table = [
    ["participant", "edit", board("own"), mine, true],
    ["participant", "edit", board("own"), ours, false],
    ["participant", "remove", board("association"), ours, true],
    ["participant", "remove", board("association"), theirs, false],
    ["participant", "edit", board("everyone"), theirs, true],
    ["participant", "move", board("own"), theirs, true],
    ["participant", "add", board("own"), undefined, true],
    ["participant", "add", board("own", true), undefined, false],
    ["participant", "edit", board("everyone", true), mine, false],
    ["participant", "manage", board("everyone"), undefined, false],
    ["viewer", "move", board("everyone"), theirs, false],
    ["viewer", "add", board("everyone"), undefined, false],
    ["facilitator", "manage", board("own", true), undefined, true],
    ["facilitator", "edit", board("own", true), theirs, true],
  ];
  for (const [role, action, on, note, expected] of table) assert.equal(may(action, { role, seat, board: on }, note), expected, `${role} ${action} ${on.edit_right} ${note?.id}`);
  const nobody = { id: "me", association: "" };
  assert.ok(!may("edit", { role: "participant", seat: nobody, board: board("association") }, theirs), "no association is not a common one");
});
