// Dates, numbers, sizes and lists are written as the server writes them: the same vectors are checked against Babel (test_cldr.py).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setWords, t, written } from "../../static/js/core/i18n.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/formats.json", import.meta.url), "utf8"));

for (const { language, cldr, numbers, dates, ago, units, percents, lists } of vectors)
  test(`written in ${language}`, () => {
    setWords(language, { "#": cldr, "n": "{n}" });
    for (const [value, wanted] of numbers) assert.equal(written.number(value), wanted);
    for (const [value, wanted] of numbers) assert.equal(t("n", { n: value }), wanted);
    for (const [at, sort, wanted] of dates) assert.equal(written.date(new Date(...at), sort), wanted, `${at} ${sort}`);
    for (const [unit, count, wanted] of ago) assert.equal(written.ago(unit, count), wanted);
    for (const [unit, value, wanted] of units) assert.equal(written.unit(unit, value), wanted);
    for (const [share, wanted] of percents) assert.equal(written.percent(share), wanted);
    for (const [parts, wanted] of lists) assert.equal(written.list(parts), wanted);
  });

test("digits are padded, and rows of a sheet are not grouped", () => {
  setWords("ne", { "#": vectors.find((/** @type {any} */ each) => each.language === "ne").cldr });
  assert.equal(written.number(7, { least: 2 }), "०७");
  assert.equal(written.number(12345, { grouped: false }), "१२३४५");
  assert.equal(written.number(-0.0001), "०");
  assert.equal(written.date("?", "long"), "");
});
