// The store as signals: who reads of a record is told when it goes, and again when it comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/core/store.js";
import { session } from "../../static/js/core/session.js";
import { createLive } from "../../static/js/ui/live.js";
import { effect } from "../../static/vendor/preact-htm-signals.js";

test("a reader hears of a record that changes, goes, comes back and changes again", () => {
  /** @type {(() => void)[]} */
  const redraws = [];
  const store = createStore({ schedule: (redraw) => void redraws.push(redraw) });
  const note = { id: "n1", theme: "t1", kind: "challenge", text: "abc", text_rev: 1, x: 0, y: 0, z: 1 };
  store.load({ seq: 1, records: { board: [{ id: "b" }], theme: [{ id: "t1", order: 0 }], note: [note], seat: [] } });
  const live = createLive(store, session);
  /** @type {any[]} */
  const seen = [];
  let talks = 0;
  const ends = [effect(() => void seen.push(live.get("note", "n1")?.x ?? "gone")), effect(() => void (live.about("n1"), talks++))];
  let seq = 1;
  const hear = (/** @type {any[]} */ ...steps) => {
    seq += 1;
    store.receive({ after: seq - 1, seq, changes: [{ seq, change_id: `c${seq}`, seat: "other", at: "", steps }] });
    redraws.splice(0).forEach((act) => act());
  };
  hear(["set", "note", "n1", { x: 5 }]);
  hear(["remove", "note", "n1"]);
  hear(["add", "note", { ...note, x: 7 }]);
  hear(["set", "note", "n1", { x: 8 }]);
  assert.deepEqual(seen.filter((x, i) => x !== seen[i - 1]), [0, 5, "gone", 7, 8]);
  const before = talks;
  hear(["add", "comment", { id: "c1", note: "n1", text: "Yes", seat: "other" }]);
  assert.ok(talks > before, "also of what is said about it");
  for (const end of ends) end();
  live.stop();
});
