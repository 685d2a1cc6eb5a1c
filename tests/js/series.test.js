// The next workshop and the earlier boards: what can come along, what is asked of the server, how an earlier board is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chaptersOf } from "../../static/js/core/earlier.js";
import { setWords } from "../../static/js/core/i18n.js";
import { canCome, goesTo, lastVotes, nextBody, nextTitle, shortened } from "../../static/js/core/next.js";
import { carriedHere, originInWords, originKey } from "../../static/js/core/origin.js";

/** @param {string} id @param {any} [more] */
const note = (id, more) => ({ id, kind: "challenge", theme: "data", cluster: "", merged_into: "", status: "open", association: "", text: `text of ${id}`, origin: null, ...more });
const answer = (/** @type {string} */ solution, /** @type {string} */ challenge) => ({ id: `${solution}-${challenge}`, solution, challenge });
const theme = (/** @type {string} */ id) => ({ id, title: id, color: "blue", sign: "circle" });
const round = (/** @type {string} */ created_at, /** @type {any[]} */ targets, state = "closed") => ({ state, created_at, results: { targets } });

test("a small number at the end of a title goes up, a year and a day of a date stay", () => {
  const titles = { "Workshop 1": "Workshop 2", "Workshop #9": "Workshop #10", "Reviews 2024": "Reviews 2024", "On 2024-03-01": "On 2024-03-01", "March 21": "March 21", "March": "March", "": "" };
  for (const [title, next] of Object.entries(titles)) assert.equal(nextTitle(title), next);
});

test("a title with a word added is cut where the title is, between characters", () => {
  assert.equal(shortened("March", "March (copy)"), "March (copy)");
  const long = shortened("😀".repeat(120), `${"😀".repeat(120)} (copy)`);
  assert.equal([...long].length, 120);
  assert.ok(long.endsWith("😀 (copy)"));
});

test("what can come along is counted as the server counts it", () => {
  const notes = [note("n1"), note("n2", { kind: "solution" }), note("n3", { cluster: "c1", status: "solved" }), note("n4", { merged_into: "n3" }), note("n5", { hidden: "x" }), note("n6", { private: true }), note("n7", { cluster: "gone" })];
  const rounds = [round("2024-01-02", [["n7", 1, 0, 1]]), round("2024-01-01", [["n1", 0, 2, 1], ["n5", 3, 0, 1]])];
  assert.deepEqual(canCome({ notes, answers: [answer("n2", "n1"), answer("n5", "n7")], clusters: [{ id: "c1" }], rounds }),
    { everything: 4, unanswered: 2, clusters: 1, clustered: 1, statuses: { open: 3, solved: 1 }, voted: 2 });
});

test("a challenge is answered when one that was merged into it is", () => {
  const notes = [note("n1"), note("n2", { merged_into: "n1" }), note("s", { kind: "solution" })];
  assert.equal(canCome({ notes, answers: [answer("s", "n2")], clusters: [], rounds: [] }).unanswered, 0);
});

test("the votes of the last closed round count, proxy votes too", () => {
  const rounds = [round("2024-01-03", [["n1", 9, 0, 1]], "open"), round("2024-01-02", [["n1", 2, 1, 1]]), round("2024-01-01", [["n1", 5, 0, 1], ["n2", 1, 0, 1]])];
  assert.deepEqual([...lastVotes(rounds)], [["n1", 3], ["n2", 1]]);
});

test("notes go where it was said, else to the theme they were in, else to the first", () => {
  const themes = [theme("new"), theme("data")];
  assert.equal(goesTo(themes, {}, "data"), "data");
  assert.equal(goesTo(themes, { data: "new" }, "data"), "new");
  assert.equal(goesTo(themes, { data: "removed" }, "data"), "data");
  assert.equal(goesTo(themes, { gone: "removed" }, "gone"), "new");
});

test("the server is told of themes only when they are others, and of a choice only when not all comes", () => {
  const form = { title: "  May\n2 ", purpose: " why ", language: "en", carry: { everything: false, unanswered: true, clusters: false, statuses: ["solved"], top: 3, most: 3 }, themes: null, mapping: {}, agenda: true, readable: false };
  assert.deepEqual(nextBody(form, [theme("data")]), { title: "May 2", purpose: "why", language: "en", agenda: true, readable: false, carry: { unanswered: true, clusters: false, statuses: ["solved"], top: 3 } });
  const other = nextBody({ ...form, carry: { ...form.carry, everything: true }, themes: [{ ...theme("new"), title: " New " }] }, [theme("data")]);
  assert.deepEqual([other.carry, other.themes[0].title, other.mapping], [{ everything: true }, "New", { data: "new" }]);
});

test("a note is told through the whole series by where it was first", () => {
  const origin = { board: "b1", note: "n1", title: "March", written_at: "2024-03-21T10:00:00.000Z", status: "open", votes: 5 };
  const here = carriedHere([note("x", { origin }), note("y")]);
  assert.equal(here.get(originKey("b1", note("n1"))), "x");
  assert.equal(here.get(originKey("b2", note("m1", { origin }))), "x", "on the board between them too");
  assert.equal(here.get(originKey("b2", note("n1"))), undefined, "the same id on another board is another note");
  setWords("en", { "origin.from": "From “{title}”", "origin.was_open": "was open", "origin.votes": { one: "{count} vote", other: "{count} votes" }, "origin.comma": ", " });
  const plain = (/** @type {string} */ text) => text.replace(/[\u2066-\u2069]/g, "");
  assert.equal(plain(originInWords(origin)), "From “March”, 2024-03-21, was open, 5 votes");
  assert.equal(plain(originInWords({ ...origin, votes: 0, written_at: "?" })), "From “March”, was open");
});

test("an earlier board is read as theme, cluster, challenge with its answers, then solutions that answer nothing", () => {
  const notes = [note("s1", { kind: "solution", theme: "money" }), note("n1", { cluster: "c1" }), note("n2", { merged_into: "n1" }), note("s2", { kind: "solution" }), note("n3")];
  const earlier = { board: {}, themes: [theme("data"), theme("money")], clusters: [{ id: "c1", theme: "data", title: "Counts" }], notes, answers: [answer("s1", "n2"), answer("s1", "n1")], rounds: [] };
  /** @param {string} text */
  const read = (text) => chaptersOf(earlier, text).map((chapter) => [chapter.theme.id, chapter.count, chapter.groups.map(({ cluster, entries }) => [cluster?.title ?? "", entries.map((one) => [one.note.id, one.merged.length, one.answers.map(({ id }) => id)])])]);
  assert.deepEqual(read(""), [["data", 3, [["Counts", [["n1", 1, ["s1"]]]], ["", [["n3", 0, []], ["s2", 0, []]]]]], ["money", 0, []]]);
  assert.deepEqual(read("of s1"), [["data", 1, [["Counts", [["n1", 1, ["s1"]]]]]]], "found through its answer");
  assert.deepEqual(read("n2"), [["data", 1, [["Counts", [["n1", 1, ["s1"]]]]]]], "and through what was merged into it");
  assert.deepEqual(read("nowhere"), []);
});
