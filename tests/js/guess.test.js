// What is shown before the server answers is what the server then says, times and revisions aside.
import assert from "node:assert/strict";
import { test } from "node:test";
import { leads, takesPart } from "./simulated_deeds.js";
import { calmRoom } from "./simulated_session.js";

const LATER = new Set(["created_at", "edited_at", "hand_at", "opened_at", "closed_at", "text_rev"]);
const TYPES = ["board", "theme", "cluster", "note", "answer", "comment", "reaction", "step", "round", "vote", "seat"];

/** @param {any} store */
function shown(store) {
  return Object.fromEntries(TYPES.map((type) => [type, store.all(type).map(timeless).sort((/** @type {any} */ a, /** @type {any} */ b) => (a.id < b.id ? -1 : 1))]));
}

/** @param {any} record */
function timeless(record) {
  const fields = Object.entries(record).filter(([name]) => !LATER.has(name)).map(([name, value]) => [name, clockless(value)]);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {any} value */
function clockless(value) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  const { ends_at, at, left, ...rest } = value;
  return rest;
}

/** Whether what hangs on a note comes back with it, which nobody could know. @param {any[]} log */
function bringsBack(log) {
  return log.at(-1).tags.some((/** @type {any} */ tag, /** @type {number} */ i) => tag === "-" && log.at(-1).steps[i][0] === "add" && log.at(-1).steps[i][1] !== "note");
}

test("alone on a board, nothing changes when the answer comes", async () => {
  const { clock, server, dice, people: [ana] } = await calmRoom(1, "facilitator");
  const deeds = [takesPart, leads, () => ana.acts()];
  let settled = 0;
  for (let i = 0; i < 1500; i += 1) {
    dice.pick(deeds)(ana);
    const guess = shown(ana.store);
    const { refused, seq } = server;
    await clock.pass(400);
    if (server.refused > refused || ana.store.seq === seq || bringsBack(server.log)) continue;
    settled += 1;
    assert.deepEqual(shown(ana.store), guess, `deed ${i}: ${JSON.stringify(server.log.at(-1))}`);
  }
  assert.ok(settled > 1000, `${settled} deeds took effect`);
});
