// Figures that panels show: ranks with ties, coverage of themes by associations, what becomes of accepted suggestions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ranked } from "../../static/js/ui/result_rank.js";
import { coverage } from "../../static/js/ui/matrix_count.js";
import { apply, drafts } from "../../static/js/ui/suggest_apply.js";
import { createStore } from "../../static/js/core/store.js";

/** @param {Record<string, any[]>} records */
function stored(records) {
  const store = createStore({ schedule: (draw) => draw() });
  store.load(/** @type {any} */ ({ seq: 1, records: { board: [{ id: "b" }], theme: THEMES, ...records } }));
  return store;
}

const THEMES = [{ id: "data", title: "Data", order: 0 }, { id: "money", title: "Money", order: 1 }];
/** @param {string} id @param {Record<string, any>} [more] */
const note = (id, more) => ({ id, kind: "challenge", theme: "data", cluster: "", merged_into: "", hidden: "", association: "KS", created_at: id, text: id, sdgs: [], ...more });

test("equal sums of votes and proxy votes share a rank, and the next one is left out", () => {
  const rows = ranked([["a", 1, 0, 1], ["b", 2, 2, 2], ["c", 3, 0, 1], ["d", 0, 3, 1], ["e", 0, 1, 0]]);
  assert.deepEqual(rows.map(({ target, rank }) => [target, rank]), [["b", 1], ["c", 2], ["d", 2], ["a", 4], ["e", 4]]);
});

test("nothing voted for has no ranks", () => assert.deepEqual(ranked([]), []));

test("a merged note counts once in its theme and for every association that wrote it", () => {
  const store = stored({
    note: [note("n1"), note("n2", { merged_into: "n1", association: "UNGL" }), note("n3", { kind: "solution", theme: "money" }), note("n4", { association: "" })],
    answer: [{ id: "a1", solution: "n3", challenge: "n2" }],
  });
  const { rows, totals, all } = coverage(store, THEMES, ["KS", "NALAS", "UNGL"]);
  const of = (/** @type {string} */ name) => rows.find((row) => row.association === name);
  assert.deepEqual(rows.map((row) => row.association), ["KS", "NALAS", "UNGL", ""]);
  assert.deepEqual(of("KS")?.cells, [{ challenges: 1, solutions: 0, answered: 1 }, { challenges: 0, solutions: 1, answered: 0 }]);
  assert.deepEqual(of("UNGL")?.cells[0], { challenges: 1, solutions: 0, answered: 1 });
  assert.deepEqual(of("NALAS")?.total, { challenges: 0, solutions: 0, answered: 0 });
  assert.deepEqual(of("")?.cells[0], { challenges: 1, solutions: 0, answered: 0 });
  assert.deepEqual(totals[0], { challenges: 2, solutions: 0, answered: 1 });
  assert.deepEqual(all, { challenges: 2, solutions: 1, answered: 1 });
});

test("accepted suggestions leave alone what was put somewhere or removed meanwhile", () => {
  const store = stored({ cluster: [{ id: "c", theme: "data", x: 0, y: 0, w: 1, h: 1 }], note: [note("n1"), note("n2"), note("n3", { cluster: "c" }), note("n4"), note("n5", { kind: "solution" })] });
  /** @type {any[]} */
  const done = [];
  const app = /** @type {any} */ ({
    store,
    sync: { beginGesture: () => done.push("begin"), endGesture: () => done.push("end") },
    actions: { acceptSuggestions: (/** @type {any} */ wanted) => done.push(wanted), mergeNotes: (/** @type {string} */ into, /** @type {string[]} */ ids) => done.push([into, ids]) },
  });
  const [twins, unlike, group] = drafts(app, [
    { theme: "data", notes: ["n1", "n3", "n4", "gone"], title: " One  group ", words: [], duplicates: false },
    { theme: "data", notes: ["n2", "n1"], title: "Twins", words: [], duplicates: true },
    { theme: "data", notes: ["n4", "n5"], title: "Mixed", words: [], duplicates: true },
  ]);
  assert.equal(twins.way, "merge");
  assert.equal(unlike.way, "group", "a challenge and a solution cannot be one note");
  assert.deepEqual(apply(app, [twins, group]), { clusters: 1, merged: 1 });
  assert.deepEqual(done, ["begin", [{ theme: "data", title: "One group", notes: ["n1", "n4"] }], ["n1", ["n2"]], "end"]);
});
