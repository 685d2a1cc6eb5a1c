// Suggestions by machine: which pairs, what is sent where, what goes wrong, and whose text it is then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMachine, Failure, isMachines, MOST, suggestMany } from "../../static/js/core/machine.js";
import { sumOf } from "../../static/js/core/reading.js";

const note = { id: "n", text: "Faltan datos sobre el agua", language: "" };
const never = () => assert.fail("asked the server");

/** The browser's translator as it is specified, for some pairs. @param {Record<string, string>} pairs what `availability` says */
function translatorOf(pairs) {
  const asked = /** @type {any[]} */ ([]);
  return {
    asked,
    availability: async (/** @type {any} */ { sourceLanguage, targetLanguage }) => pairs[`${sourceLanguage} ${targetLanguage}`] ?? "unavailable",
    create: async (/** @type {any} */ options) => {
      asked.push(options);
      const monitored = new EventTarget();
      options.monitor(monitored);
      for (const loaded of [0, 0.5, 1]) monitored.dispatchEvent(Object.assign(new Event("downloadprogress"), { loaded }));
      return { translate: async (/** @type {string} */ text) => `[${options.targetLanguage}] ${text}` };
    },
  };
}

test("on the device nothing is asked of the server, and a pack is fetched once", async () => {
  const translator = translatorOf({ "es en": "downloadable" });
  const machine = createMachine({ mode: "browser", translator, call: never });
  const shares = /** @type {number[]} */ ([]);
  assert.equal(await machine.offers("es", "en"), "download");
  const found = await machine.suggest(note, "en", { onProgress: (share) => shares.push(share) });
  assert.deepEqual(found, { text: `[en] ${note.text}`, source: sumOf(note.text) });
  assert.deepEqual(shares, [0, 0.5, 1]);
  await machine.suggest(note, "en");
  assert.equal(translator.asked.length, 1);
});

test("a browser without a translator says so, and one without the pair", async () => {
  const without = createMachine({ mode: "browser", call: never });
  assert.equal(await without.offers("es", "en"), "none");
  await assert.rejects(without.suggest(note, "en"), { why: "none" });
  const machine = createMachine({ mode: "browser", translator: translatorOf({ "es no": "available" }), call: never });
  assert.equal(await machine.offers("es", "ne"), "language");
  assert.equal(await machine.offers("", "en"), "unknown");
  assert.equal(await machine.offers("es-MX", "nb"), "yes");
  assert.equal((await machine.suggest(note, "nb")).text, `[no] ${note.text}`);
});

test("what the browser throws becomes a word", async () => {
  for (const [name, why] of [["NotAllowedError", "blocked"], ["QuotaExceededError", "long"], ["NetworkError", "down"], ["OperationError", "failed"]]) {
    const translator = { ...translatorOf({ "es en": "available" }), create: async () => Promise.reject(Object.assign(new Error("x"), { name })) };
    await assert.rejects(createMachine({ mode: "browser", translator, call: never }).suggest(note, "en"), { why });
  }
});

test("stopping a download ends it, and the translator that is there already stays", async () => {
  const ends = new AbortController();
  /** @type {AbortSignal | undefined} */
  let given;
  const translator = { ...translatorOf({ "es en": "downloadable" }), create: (/** @type {any} */ { signal }) => {
    given = signal;
    return new Promise((_, fail) => signal.addEventListener("abort", () => fail(Object.assign(new Error("x"), { name: "AbortError" }))));
  } };
  const suggesting = createMachine({ mode: "browser", translator, call: never }).suggest(note, "en", { signal: ends.signal });
  await new Promise((done) => setImmediate(done));
  ends.abort();
  await assert.rejects(suggesting, { why: "stopped" });
  assert.equal(given?.aborted, true);
  const late = new AbortController();
  const ready = translatorOf({ "es en": "available" });
  await createMachine({ mode: "browser", translator: ready, call: never }).suggest(note, "en", { signal: late.signal });
  late.abort();
  assert.equal(ready.asked[0].signal.aborted, false);
});

test("whoever stops does not wait for the server", async () => {
  const ends = new AbortController();
  const suggesting = createMachine({ mode: "server", call: () => new Promise(() => {}) }).suggest(note, "en", { signal: ends.signal });
  ends.abort();
  await assert.rejects(suggesting, { why: "stopped" });
});

test("the server is told which note and which languages, never a text", async () => {
  const asked = /** @type {any[]} */ ([]);
  const call = async (/** @type {string} */ path, /** @type {any} */ options) => {
    asked.push([path, options]);
    return path === "/translator" ? { pairs: { es: ["en", "nb"] } } : { text: " Water data are missing ", source: 7 };
  };
  const machine = createMachine({ mode: "server", call });
  assert.deepEqual(await Promise.all(["en", "en-GB", "no", "ne"].map((to) => machine.offers("es-MX", to))), ["yes", "yes", "yes", "language"]);
  assert.equal(await machine.offers("", "en"), "yes");
  assert.deepEqual(await machine.suggest(note, "en"), { text: "Water data are missing", source: 7 });
  assert.deepEqual(asked, [["/translator", undefined], ["/notes/n/suggestion", { method: "POST", body: { language: "en", from: "es" } }]]);
  assert.ok(!JSON.stringify(asked).includes("Faltan"));
});

test("why the server does not answer is told, and it is asked again when somebody wants it", async () => {
  let times = 0;
  const call = async () => Promise.reject(Object.assign(new Error("unavailable"), { reason: "unavailable", why: (times += 1) === 1 ? "down" : "slow", retryAfter: 9 }));
  const machine = createMachine({ mode: "server", call });
  assert.equal(await machine.offers("es", "en"), "down");
  assert.equal(await machine.offers("es", "en"), "slow");
  await assert.rejects(machine.suggest(note, "en"), { why: "slow", after: 9 });
  assert.equal(times, 3);
});

/** @param {(id: string, times: number) => any} answer */
function many(answer) {
  let times = 0;
  const taken = /** @type {any[]} */ ([]);
  const waited = /** @type {number[]} */ ([]);
  const machine = /** @type {any} */ ({ suggest: async (/** @type {any} */ { id }) => {
    const found = answer(id, (times += 1));
    if (found instanceof Failure) throw found;
    return { text: found, source: 1 };
  } });
  const ends = new AbortController();
  const how = { signal: ends.signal, take: (/** @type {any} */ one, /** @type {any} */ found) => taken.push([one.id, found?.text ?? null]), wait: async (/** @type {number} */ seconds) => void waited.push(seconds) };
  return { machine, how, taken, waited, ends, count: () => times };
}
const notes = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => ({ id: `n${i}`, text: "x" }));

test("many are suggested for one after the other, and never more than a bound", async () => {
  const { machine, how, taken } = many((id) => `of ${id}`);
  assert.equal(await suggestMany(machine, notes(MOST + 10), "en", how), "");
  assert.equal(taken.length, MOST);
  assert.deepEqual(taken[0], ["n0", "of n0"]);
});

test("what concerns one note is left out, what concerns all ends it", async () => {
  const { machine, how, taken } = many((id) => (id === "n1" ? new Failure("long") : id === "n3" ? new Failure("down", 10) : "text"));
  assert.equal(await suggestMany(machine, notes(9), "en", how), "down");
  assert.deepEqual(taken, [["n0", "text"], ["n1", null], ["n2", "text"]]);
});

test("told to wait it waits, but not for ever", async () => {
  const once = many((_, times) => (times === 2 ? new Failure("too_fast", 2) : "text"));
  assert.equal(await suggestMany(once.machine, notes(3), "en", once.how), "");
  assert.deepEqual([once.taken.length, once.waited], [3, [2]]);
  const always = many(() => new Failure("too_fast", 2));
  assert.equal(await suggestMany(always.machine, notes(3), "en", always.how), "too_fast");
  assert.deepEqual([always.waited, always.count()], [[2, 2, 2], 4]);
  const long = many(() => new Failure("busy", 300));
  assert.equal(await suggestMany(long.machine, notes(3), "en", long.how), "busy");
  assert.equal(long.waited.length, 0);
});

test("M5: a text is the machine's as long as nobody changes it", () => {
  const suggestion = { text: "Water data are missing", source: 1 };
  assert.equal(isMachines("Water data are missing", suggestion), true);
  assert.equal(isMachines(" Water data are missing\n", suggestion), true);
  assert.equal(isMachines("Water data is missing", suggestion), false);
  assert.equal(isMachines("Water data are missing", null), false);
});
