// A file that is being read: the last choice wins, nothing is sent twice, and what the person leaves out is told to the server.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { readFileSync } from "node:fs";
import { countOf, createReading, lineOf, sorted } from "../../static/js/ui/import_reading.js";
import { MOST_BYTES } from "../../static/js/ui/import_send.js";
import { cssOf } from "../../static/js/ui/import_colors.js";
import { letters } from "../../static/js/ui/import_words.js";

/** @type {{path: string, options: any, answer: (status: number, value: any) => void, aborted: boolean}[]} */
let sent = [];
const rows = [{ row: 2, skip: "" }, { row: 3, skip: "empty" }, { row: 4, skip: "" }, { row: 10_000_004, skip: "" }];
/** Waits for a state, as long as the test may take. @param {() => boolean} fits */
const until = async (fits) => {
  while (!fits()) await new Promise((done) => setTimeout(done));
};
/** That many were sent in all. @param {number} count */
const asked = (count) => until(() => sent.length === count);
/** @param {import("../../static/js/ui/import_reading.js").Reading} reading */
const answered = (reading) => until(() => !reading.state.value.busy);

beforeEach(() => {
  sent = [];
  globalThis.fetch = /** @type {any} */ ((/** @type {string} */ path, /** @type {any} */ { body, signal }) => new Promise((done, fail) => {
    const request = { path, options: JSON.parse(body.get("options")), aborted: false, answer: (/** @type {number} */ status, /** @type {any} */ value) => done(Response.json(value, { status })) };
    signal?.addEventListener("abort", () => ((request.aborted = true), fail(new Error("aborted"))));
    sent.push(request);
  }));
});

async function opened(more = {}) {
  const reading = createReading({ path: "/there", pause: 1, ...more });
  void reading.open(new File(["a,b"], "notes.csv"));
  await asked(1);
  sent[0].answer(200, { rows });
  await answered(reading);
  return reading;
}

test("a file is read at once, with nothing chosen", async () => {
  const reading = await opened();
  assert.deepEqual([sent[0].path, sent[0].options], ["/there/preview", {}]);
  assert.equal(countOf(reading.state.value), 3);
  assert.deepEqual([reading.state.value.busy, sorted(/** @type {any} */ ({ rows })).skipped.length], [false, 1]);
});

test("several changes are one request, and what was seen stays until it is answered", async () => {
  const reading = await opened();
  reading.map("kinds", "Reto", "challenge");
  reading.map("kinds", "Idea", "solution");
  assert.equal(reading.state.value.busy, true);
  await asked(2);
  assert.deepEqual(sent[1].options, { kinds: { Reto: "challenge", Idea: "solution" } });
  assert.equal(countOf(reading.state.value), 3);
});

test("an answer to an older choice is not shown", async () => {
  const reading = await opened();
  reading.change({ default_kind: "solution" });
  await asked(2);
  reading.change({ default_kind: "challenge" });
  await asked(3);
  assert.equal(sent[1].aborted, true);
  sent[1].answer(200, { rows: [] });
  sent[2].answer(200, { rows: rows.slice(0, 1) });
  await answered(reading);
  assert.equal(countOf(reading.state.value), 1);
});

test("what falls into other rows forgets which were left out, and its columns", async () => {
  const reading = await opened();
  reading.leave([2], true);
  reading.map("columns", 1, "text");
  assert.equal(countOf(reading.state.value), 2);
  reading.change({ separator: ";" });
  assert.equal(countOf(reading.state.value), 3);
  await asked(2);
  assert.deepEqual(sent.at(-1)?.options, { separator: ";" });
});

test("after a refused choice nothing can be brought in before it is mended", async () => {
  const reading = await opened();
  reading.change({ encoding: "cp850" });
  await asked(2);
  sent[1].answer(400, { error: { reason: "invalid", field: "file", why: "encoding" } });
  await answered(reading);
  assert.deepEqual([reading.state.value.stale, reading.state.value.trouble?.why], [true, "encoding"]);
  assert.equal(await reading.bring(), null);
  assert.equal(sent.length, 2);
});

test("bringing in says what is left out, once", async () => {
  const reading = await opened({ more: () => ({ title: "May" }) });
  reading.leave([4, 10_000_004], true);
  reading.leave([4], false);
  const done = reading.bring();
  void reading.bring();
  const { change_id: name, ...options } = sent[1].options;
  assert.deepEqual([sent.length, sent[1].path, options], [2, "/there", { title: "May", skip: [10_000_004] }]);
  assert.match(name, /^import-/);
  sent[1].answer(201, { seq: 3 });
  assert.deepEqual(await done, { seq: 3 });
});

test("trying again after a line that broke names the same thing, after a refusal another", async () => {
  const reading = await opened();
  const names = [];
  for (const [status, body] of /** @type {const} */ ([[503, { error: { reason: "unavailable" } }], [403, { error: { reason: "closed" } }], [201, { seq: 3 }]])) {
    const done = reading.bring();
    names.push(sent.at(-1)?.options.change_id);
    sent.at(-1)?.answer(status, body);
    await done;
  }
  assert.equal(names[0], names[1]);
  assert.notEqual(names[1], names[2]);
});

test("a refusal is kept with its details, and the choices too", async () => {
  const reading = await opened();
  const done = reading.bring();
  sent[1].answer(413, { error: { reason: "limit", field: "notes", limit: 10 } });
  assert.equal(await done, null);
  assert.deepEqual([reading.state.value.trouble, reading.state.value.stale, countOf(reading.state.value)], [{ reason: "limit", field: "notes", limit: 10 }, false, 3]);
});

test("a file over the limit of the server's reader is not sent", async () => {
  const reader = readFileSync(new URL("../../board/imports/choices.py", import.meta.url), "utf8");
  assert.equal(Number(/MAX_BYTES.*? = ([\d_]+)/.exec(reader)?.[1].replaceAll("_", "")), MOST_BYTES);
  const reading = createReading({ path: "/there" });
  await reading.open(new File(["x".repeat(MOST_BYTES + 1)], "huge.csv"));
  assert.deepEqual([sent.length, reading.state.value.trouble?.why, reading.state.value.busy], [0, "too_large", false]);
});

test("only what is a colour becomes one", () => {
  assert.deepEqual(["#FCF281", "aaed92", "rgb(1, 2, 3)", "red; background: url(x)", "#12", ""].map(cssOf), ["#FCF281", "#aaed92", "rgb(1 2 3)", "", "", ""]);
});

test("rows and columns are called as a spreadsheet calls them", () => {
  assert.deepEqual([lineOf(20_000_007), letters(0), letters(25), letters(26), letters(701), letters(702)], [7, "A", "Z", "AA", "ZZ", "AAA"]);
});
