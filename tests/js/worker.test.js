// The service worker, with caches and a database that are played: it lets go of a board, and of the database it opened for that.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const SOURCE = readFileSync(new URL("../../static/js/worker.js", import.meta.url), "utf8");

function worker() {
  /** @type {Map<string, (event: any) => void>} */
  const listeners = new Map();
  const base = { closed: 0, deleted: /** @type {any[]} */ ([]) };
  const later = (/** @type {() => void} */ act) => void setTimeout(act);
  const indexedDB = {
    open() {
      const request = /** @type {any} */ ({});
      const deed = /** @type {any} */ ({ objectStore: () => ({ delete: (/** @type {any} */ range) => void base.deleted.push(range) }) });
      request.result = { transaction: () => (later(() => deed.oncomplete()), deed), close: () => void (base.closed += 1) };
      later(() => request.onsuccess());
      return request;
    },
  };
  const self = { addEventListener: (/** @type {string} */ name, /** @type {any} */ act) => void listeners.set(name, act), skipWaiting() {}, clients: { claim() {} } };
  runInNewContext(SOURCE, { self, caches: { keys: async () => [] }, indexedDB, IDBKeyRange: { bound: (/** @type {string} */ from) => from }, location: { origin: "http://x" }, URL, Headers, Response, setTimeout, Promise, Number, Map, Set });
  return { base, hears: (/** @type {any} */ data) => new Promise((done) => listeners.get("message")?.({ data, ports: [{ postMessage: done }], waitUntil() {} })) };
}

test("a board that is let go leaves nothing, and the database is not held open", async () => {
  const { base, hears } = worker();
  await hears({ forget: "/board/abcdefghijkl" });
  assert.deepEqual([base.deleted, base.closed], [["abcdefghijkl/"], 1]);
});
