// The outbox where the browser keeps nothing: changes go on in memory, and it says so. With IndexedDB: tests/browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox } from "../../static/js/core/outbox.js";

test("without IndexedDB nothing is kept and nothing is held back", async () => {
  const outbox = createOutbox({ board: "b", seat: "s", random: Math.random });
  assert.deepEqual(await outbox.load(), []);
  assert.equal(outbox.kept, false);
  await outbox.write(() => [{ change_id: "c", steps: [], guess: [] }]);
  outbox.close();
});
