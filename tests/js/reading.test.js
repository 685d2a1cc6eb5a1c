// Which language a text seems to be, and what a reader sees of a note that somebody has translated.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { byNote, isEarlier, languageOf, readNote, sameLanguage, sumOf, wants } from "../../static/js/core/reading.js";
import { tongueOf } from "../../static/js/core/tongue.js";

const notes = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")).notes;
const note = { id: "n", text: "Faltan datos sobre el agua", language: "" };
const english = { id: "t", note: "n", language: "en", text: "Water data are missing", machine: false, source: sumOf(note.text) };

test("the language of real notes is told, and hardly ever wrongly", () => {
  const all = [...notes("../../board/demo/workshop.json"), ...notes("../bench/clustering/labelled.json")];
  const told = all.filter(({ text }) => tongueOf(text));
  const wrong = told.filter(({ text, language }) => tongueOf(text) !== language);
  assert.ok(told.length / all.length > 0.93, `${told.length} of ${all.length} told`);
  assert.deepEqual(wrong.map(({ text }) => text), []);
});

test("what cannot be told is not guessed", () => {
  for (const text of ["", "42", "👍👍", "Ok", "中文", "Ελληνικά"]) assert.equal(tongueOf(text), "", text);
  assert.equal(tongueOf("सरकार ने यह नहीं किया है"), "hi");
  assert.equal(tongueOf("یہ ڈیٹا موجود نہیں ہے"), "ur");
});

test("what somebody said of a language holds over the guess", () => {
  assert.equal(languageOf(note), "es");
  assert.equal(languageOf({ ...note, language: "pt" }), "pt");
});

test("a reader sees the original, their language, or both", () => {
  const read = (/** @type {any} */ mode, language = "en", flipped = new Set()) => readNote(note, [english], { mode, language, flipped });
  assert.equal(read("original").text, note.text);
  assert.equal(read("mine").text, english.text);
  assert.deepEqual([read("both").text, read("both").also, read("both").alsoLang], [english.text, note.text, "es"]);
  assert.equal(read("mine", "fr").turns, false);
  assert.equal(read("mine", "es").translation, null);
  assert.equal(read("mine", "en", new Set(["n"])).text, note.text);
  assert.equal(read("original", "en", new Set(["n"])).text, english.text);
});

test("a translation is of an earlier text when the text differs, and no more when it is undone", () => {
  assert.equal(isEarlier(english, note), false);
  assert.equal(isEarlier(english, { ...note, text: `${note.text}!` }), true);
  assert.equal(isEarlier(english, { ...note }), false);
});

test("the sum of a text is the one the server makes", () => {
  assert.equal(sumOf("123456789"), 0xcbf43926 & 0x7fffffff);
  assert.equal(sumOf(""), 0);
});

test("a note waits for a translation unless it is in that language, hidden, or has one", () => {
  assert.ok(wants(note, [], "en"));
  assert.ok(!wants(note, [english], "en"));
  assert.ok(!wants(note, [], "es"));
  assert.ok(!wants({ ...note, hidden: "Wait" }, [], "en"));
  assert.ok(sameLanguage("no", "nb") && sameLanguage("pt-BR", "pt") && !sameLanguage("", ""));
});

test("a language that is not known is not taken for one that is", () => {
  for (const text of ["Amanzi ahlanzekile awatholakali emakhaya", "Umasipala akanayo imali yokulungisa imigwaqo", "Amanzi acocekileyo akafumaneki ezilalini",
    "Maji safi hayapatikani vijijini", "Tidak ada data di tingkat lokal", "Mana llaqtapi yaku kanchu"]) assert.equal(languageOf({ text }), "", text);
  for (const text of ["Daar is nie genoeg water in die dorpe nie", "Die munisipaliteit het nie geld vir paaie nie"]) assert.equal(languageOf({ text }), "af", text);
  assert.equal(languageOf({ text: "Amanzi ahlanzekile", language: "zu" }), "zu", "what somebody said counts");
});

test("translations are found by their note", () => {
  const [one, two, other] = [{ note: "a", language: "es" }, { note: "a", language: "fr" }, { note: "b", language: "es" }].map((each, at) => ({ id: String(at), ...each }));
  assert.deepEqual([...byNote([one, other, two])], [["a", [one, two]], ["b", [other]]]);
});
