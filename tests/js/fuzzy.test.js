import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, score, wordsOf } from "../../static/js/core/fuzzy.js";

/** @param {string} question @param {string} text */
const fits = (question, text) => score(wordsOf(question), plain(text));

test("marks, case and look-alikes do not count, in every script we write", () => {
  for (const [question, text] of [
    ["politica", "Vontade Política"], ["etranger", "À l’étranger"], ["ærlig", "Aerlig"], ["bokmal", "Bokmål"], ["Kobenhavn", "København"],
    ["انشغال", "إنشغال المجالس"], ["مدرسه", "مدرسة"], ["السياسية", "السِّياسِيَّة"], ["गाउँ", "हाम्रो गाउँ"], ["2030", "أجندة ٢٠٣٠"], ["16", "लक्ष्य १६"],
  ]) assert.ok(fits(question, text) >= 60, `${question} in ${text}`);
});

test("vowel signs of Devanagari are letters, not marks", () => {
  assert.equal(fits("काम", "कमी"), 0);
});

test("a beginning counts more than the middle, and that more than letters left out", () => {
  const begins = fits("vot", "Open the votes");
  const inside = fits("ote", "Open the votes");
  const left = fits("vts", "Open the votes");
  assert.ok(begins > inside && inside > left && left > 0, `${begins} ${inside} ${left}`);
});

test("every word must be found, in any order", () => {
  assert.ok(fits("data gap", "The gap in the data") > 0);
  assert.equal(fits("data gap", "The data are complete"), 0);
});

test("letters far apart or in the wrong order are not found", () => {
  assert.equal(fits("xport", "Export a report".replace("x", "z")), 0);
  assert.equal(fits("tov", "votes"), 0);
  assert.equal(fits("ozz", "Only the first letter of this is here, far away zebras graze"), 0);
});

test("the shorter of two that fit comes first, and nothing asked finds all", () => {
  assert.ok(fits("export", "Export") > fits("export", "Export the agenda of this board as a file"));
  assert.equal(fits("", "Anything"), 1);
});
