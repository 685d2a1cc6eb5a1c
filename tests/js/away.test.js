import assert from "node:assert/strict";
import { test } from "node:test";
import { countsByTheme, keptMark, markOf, newsSince } from "../../static/js/core/away.js";

const note = (/** @type {string} */ id, /** @type {number} */ minute, more = {}) =>
  ({ id, theme: "data", seat: "bea", text: `text ${id}`, created_at: `2026-05-01T10:${String(minute).padStart(2, "0")}:00Z`, ...more });
const before = [note("a", 1), note("b", 2)];

test("what others wrote since is new; what was there and what is mine is not", () => {
  const mark = markOf(before);
  const now = [...before, note("c", 3), note("d", 4, { seat: "me" }), note("e", 5)];
  assert.deepEqual(newsSince(now, mark, "me", ["data"]), ["c", "e"]);
});

test("a note that was revealed meanwhile is new although it is older", () => {
  assert.deepEqual(newsSince([...before, note("hidden", 0)], markOf(before), "me", ["data"]), ["hidden"]);
});

test("long after, the server's clock decides", () => {
  const mark = keptMark(markOf(before).at);
  assert.ok(mark);
  assert.deepEqual(newsSince([...before, note("c", 3)], mark, "me", ["data"]), ["c"]);
});

test("a first visit and a spoiled memory leave no mark", () => {
  for (const kept of [null, undefined, "", "yesterday", 7, {}]) assert.equal(keptMark(kept), null);
});

test("a note without words yet is no news", () => {
  assert.deepEqual(newsSince([note("c", 3, { text: " " })], markOf([]), "me", ["data"]), []);
});

test("they come theme by theme in the board's order, and are counted, the most first", () => {
  const now = [note("c", 3, { theme: "will" }), note("d", 4), note("e", 5, { theme: "will" })];
  assert.deepEqual(newsSince(now, markOf([]), "me", ["data", "will"]), ["d", "c", "e"]);
  assert.deepEqual(countsByTheme(now), [["will", 2], ["data", 1]]);
});
