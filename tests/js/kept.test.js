// The board on this device, with a small IndexedDB of our own: what an older tab must not bring back, and what is let go.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createKept, forgetAll } from "../../static/js/core/kept.js";
import { createStore } from "../../static/js/core/store.js";

/** @type {Map<string, any>} */
const disk = new Map();

/** A request or a transaction that succeeds a moment later. @param {any} result */
function later(result) {
  /** @type {any} */
  const asked = { result };
  setTimeout(() => (asked.onsuccess?.(), asked.oncomplete?.()));
  return asked;
}

const objectStore = () => ({
  get: (/** @type {string} */ key) => later(structuredClone(disk.get(key))),
  put: (/** @type {any} */ value, /** @type {string} */ key) => disk.set(key, structuredClone(value)),
  delete: (/** @type {string} */ key) => disk.delete(key),
  get transaction() {
    return later(undefined);
  },
});
/** @type {any} */ (globalThis).indexedDB = { open: () => later({ transaction: () => ({ objectStore }) }) };
/** @type {any} */ (globalThis).localStorage = { getItem: () => null, removeItem() {}, setItem() {} };

beforeEach(() => disk.clear());

/** A tab of Ana's that has seen these notes. @param {string[]} texts @param {string} [board] */
function tab(texts, board = "b") {
  const store = createStore();
  store.load({ seq: texts.length, records: { note: texts.map((text, i) => ({ id: `n${i}`, text })) } });
  const kept = createKept({ board, seat: "ana", store });
  kept.confirmed();
  clearTimeout(kept.timer);
  kept.timer = null;
  return kept;
}

const onDisk = () => JSON.stringify([...disk]);

test("a tab that was asleep does not bring back what was hidden meanwhile", async () => {
  const asleep = tab(["Not for everybody", "For everybody"]);
  await asleep.write();
  const awake = tab(["For everybody"]);
  awake.at += 1;
  await awake.write();
  await asleep.write();
  assert.deepEqual([onDisk().includes("Not for everybody"), onDisk().includes("For everybody")], [false, true]);
  asleep.at = awake.at + 1;
  await asleep.write();
  assert.ok(onDisk().includes("Not for everybody"), "once it has heard of everything, it keeps what there is");
});

test("a clock that was set back keeps nobody from keeping what is", async () => {
  const early = tab(["Before"]);
  early.at = Date.now() + 1e9;
  await early.write();
  await tab(["After"]).write();
  assert.deepEqual([onDisk().includes("Before"), onDisk().includes("After")], [false, true]);
});

test("of no board anything stays when the person wants that, and it may be kept again", async () => {
  const [one, other] = [tab(["One"]), tab(["Other"], "c")];
  await one.write();
  await other.write();
  assert.ok(onDisk().includes("One") && onDisk().includes("Other"));
  await one.forget({ still: true });
  await forgetAll();
  assert.equal(disk.size, 0);
  await one.write();
  assert.ok(onDisk().includes("One"));
  await one.forget();
  await one.write();
  assert.ok(!onDisk().includes("One"));
});
