// Words that come in parts: the page's own first, a dialog's with the dialog, all others for a word that was in no part.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

/** @type {Record<string, Record<string, any>>} */
const FILES = {
  "en/page": { "a.one": "One", "notes": { one: "{count} note", other: "{count} notes" } },
  "nb/page": { "a.one": "En", "notes": { one: "{count} lapp", other: "{count} lapper" } },
  "en/dialog": { "b.two": "Two" },
  "nb/dialog": { "b.two": "To" },
  "en/rest": { "a.one": "One", "b.two": "Two", "c.three": "Three" },
  "nb/rest": { "a.one": "En", "b.two": "To", "c.three": "Tre" },
};
const { fetch, console: { warn } } = globalThis;
/** @type {string[]} */
let asked = [];
/** @type {string[]} */
let said = [];
/** @type {Record<string, Promise<void>>} */
let held = {};
let broken = false;
/** @type {typeof import("../../static/js/core/i18n.js")} */
let words;
let copies = 0;

beforeEach(async () => {
  asked = [];
  said = [];
  held = {};
  broken = false;
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url) => {
    const name = url.replace("/v1/i18n/", "").replace(".json", "");
    asked.push(name);
    await held[name];
    if (broken) throw new TypeError("no line");
    return { ok: name in FILES, status: name in FILES ? 200 : 404, json: async () => FILES[name] };
  });
  console.warn = (/** @type {string} */ line) => said.push(line);
  words = await import(`../../static/js/core/i18n.js?${++copies}`);
});
afterEach(() => Object.assign(globalThis, { fetch }) && Object.assign(console, { warn }));
const settled = () => new Promise((done) => setTimeout(done));

test("the page's part is asked for, no other", async () => {
  await words.loadWords("en", "/v1/", "page");
  assert.equal(words.t("a.one"), "One");
  assert.deepEqual(asked, ["en/page"]);
});

test("a module that is fetched later comes with its words, and once", async () => {
  await words.loadWords("en", "/v1/", "page");
  const open = () => words.withWords("dialog", async () => ({ Dialog: 1 }));
  const [one, two] = await Promise.all([open(), open()]);
  assert.deepEqual([one, two, await open()], [{ Dialog: 1 }, { Dialog: 1 }, { Dialog: 1 }]);
  assert.equal(words.t("b.two"), "Two");
  assert.deepEqual(asked, ["en/page", "en/dialog"]);
});

test("another language brings the parts that are in use, and is kept", async () => {
  await words.loadWords("en", "/v1/", "page");
  await words.wordsFor("dialog");
  await words.loadWords("nb", "/v1/");
  assert.deepEqual([words.t("a.one"), words.t("b.two"), words.language.value], ["En", "To", "nb"]);
  await words.loadWords("en", "/v1/");
  assert.equal(words.t("b.two"), "Two");
  assert.deepEqual(asked, ["en/page", "en/dialog", "nb/page", "nb/dialog"]);
});

test("a part that is asked for while the language changes comes in the new one", async () => {
  await words.loadWords("en", "/v1/", "page");
  let go = () => {};
  held["nb/page"] = new Promise((done) => (go = /** @type {any} */ (done)));
  const change = words.loadWords("nb", "/v1/");
  await words.wordsFor("dialog");
  assert.equal(words.t("b.two"), "Two");
  go();
  await change;
  assert.equal(words.t("b.two"), "To");
});

test("of two languages chosen shortly after one another the last is in use", async () => {
  await words.loadWords("en", "/v1/", "page");
  let go = () => {};
  held["nb/page"] = new Promise((done) => (go = /** @type {any} */ (done)));
  const first = words.loadWords("nb", "/v1/");
  await words.loadWords("en", "/v1/");
  go();
  await first;
  assert.equal(words.language.value, "en");
});

test("a language that cannot be fetched changes nothing, and can be tried again", async () => {
  await words.loadWords("en", "/v1/", "page");
  broken = true;
  await assert.rejects(words.loadWords("nb", "/v1/"));
  assert.deepEqual([words.language.value, words.t("a.one")], ["en", "One"]);
  broken = false;
  await words.loadWords("nb", "/v1/");
  assert.equal(words.t("a.one"), "En");
});

test("a word of no part shows no key: the others are fetched, and who listens is told", async () => {
  await words.loadWords("nb", "/v1/", "page");
  let told = 0;
  words.onLanguage(() => told++);
  assert.deepEqual([words.t("c.three"), words.t("c.three")], ["…", "…"]);
  await settled();
  assert.equal(words.t("c.three"), "Tre");
  assert.deepEqual([told, asked, said], [1, ["nb/page", "nb/rest"], ['the word "c.three" is in no part that is loaded']]);
});

test("a word that is nowhere shows its key and is named once", async () => {
  await words.loadWords("nb", "/v1/", "page");
  words.t("no.such");
  await settled();
  assert.deepEqual([words.t("no.such"), words.t("no.such")], ["no.such", "no.such"]);
  assert.equal(said.filter((line) => line === 'no word "no.such" in nb').length, 1);
});

test("without a line the other words are not asked for at each drawing", async () => {
  await words.loadWords("nb", "/v1/", "page");
  broken = true;
  for (let n = 0; n < 5; n++) {
    assert.equal(words.t("c.three"), "…");
    await settled();
  }
  assert.equal(asked.length, 2);
});

test("the number chooses the form, and an English word stands in with what it has", async () => {
  words.setWords("ar", { notes: { zero: "0", one: "1", two: "2", few: "{count} f", many: "{count} m", other: "{count} o" }, english: { one: "{count} note", other: "{count} notes" } });
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((count) => words.t("notes", { count })), ["0", "1", "2", "3 f", "11 m", "100 o"]);
  assert.equal(words.t("english", { count: 3 }), "3 notes");
});
