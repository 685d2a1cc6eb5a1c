// What is begun on a phone: whose it is, and that it is on the device in one form or the other at every moment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDraft, forgetDraft } from "../../static/js/ui/phone/draft.js";

/** @type {Map<string, string>} */
const disk = new Map();
/** @type {any} */ (globalThis).localStorage = {
  getItem: (/** @type {string} */ key) => disk.get(key) ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => disk.set(key, value),
  removeItem: (/** @type {string} */ key) => disk.delete(key),
};
const NEW = { theme: "data", answers: "" };

test("a draft outlives its tab, is its writer's alone, and goes with them", () => {
  const draft = createDraft("b", "ana");
  draft.begin(NEW);
  draft.set("No census");
  const [again, others] = [createDraft("b", "ana"), createDraft("b", "olga")];
  again.begin(NEW);
  others.begin(NEW);
  assert.deepEqual([again.text.value, others.text.value], ["No census", ""]);
  forgetDraft("b", "ana");
  assert.equal(disk.size, 0);
});

test("a draft that was sent stays on the device until the note is there", async () => {
  const draft = createDraft("b", "ana");
  draft.begin(NEW);
  draft.set("No census");
  let isKept = () => {};
  const sent = draft.sent(new Promise((done) => (isKept = () => done(undefined))));
  assert.equal(draft.text.value, "");
  const killed = createDraft("b", "ana");
  killed.begin(NEW);
  assert.equal(killed.text.value, "No census");
  isKept();
  await sent;
  assert.equal(disk.size, 0);
});
