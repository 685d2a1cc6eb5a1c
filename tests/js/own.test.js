// What is mine stays mine when it comes to everybody without its author.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/core/store.js";

const NOTE = { id: "n1", kind: "challenge", theme: "data", x: 0, y: 0, z: 1, text: "words", text_rev: 0, private: true, anonymous: "all", seat: "me", association: "UNGL" };

/** @param {Record<string, any>} note */
function revealed(note) {
  const store = createStore();
  store.me = "me";
  store.load({ seq: 1, records: { note: [] }, own: { note: [{ ...NOTE, ...note }] } });
  const add = ["add", "note", { ...NOTE, private: false, seat: "", association: "" }];
  store.receive({ after: 1, seq: 2, changes: [{ seq: 2, change_id: "", seat: "f", at: "", steps: [add] }] });
  return store.get("note", "n1");
}

test("P4: my note comes back from the reveal as mine", () => {
  const note = revealed({});
  assert.deepEqual([note?.seat, note?.association, note?.private], ["me", "UNGL", false]);
});

test("P4: somebody else's comes without its author", () => {
  const note = revealed({ seat: "other" });
  assert.deepEqual([note?.seat, note?.association], ["", ""]);
});
