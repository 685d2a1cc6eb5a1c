// The shared vectors (tests/vectors), which the server's Python obeys too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { applyStep } from "../../static/js/core/apply.js";
import { freePlace } from "../../static/js/core/layout.js";
import { TABLE, refusal } from "../../static/js/core/rights.js";
import { apply, compose, splice, transform } from "../../static/js/core/text.js";

/** @param {string} name @returns {any[]} */
const vectors = (name) => JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));

test("T1 T2 deltas", () => {
  for (const { name, call, before, step, after, refused } of vectors("text")) {
    const result = () => {
      if (call === "apply") return apply(before, step);
      if (call === "splice") return splice(before, step);
      return call === "compose" ? compose(step[0], step[1]) : transform(step[0], step[1], step[2]);
    };
    if (refused) assert.throws(result, `${call}: ${name}`);
    else assert.deepEqual(result(), after, `${call}: ${name}`);
  }
});

test("C10 free places", () => {
  for (const { name, before, after } of vectors("layout")) assert.deepEqual(freePlace(before), after, name);
});

test("C10 free places beside clusters", () => {
  for (const { name, before, after } of vectors("clusters")) assert.deepEqual(freePlace(before.notes, before.clusters), after, name);
});

test("who may do what, for every right", () => {
  const { boards, records, cases } = /** @type {any} */ (vectors("rights"));
  for (const [right, role, board, record, locked, now, refused] of cases) {
    const interpreter = role === "interpreter";
    const who = { role: interpreter ? "participant" : role, seat: { id: "me", association: "NOC", interpreter }, board: { id: "b", edit_right: "own", ...boards[board] }, within: locked ? [{ id: "t", locked: true }] : [], now: Date.parse(now) };
    assert.equal(refusal(right, who, records[record] ?? undefined), refused, [right, role, board, record, locked, now].join(", "));
  }
  assert.deepEqual([...new Set(cases.map((/** @type {any[]} */ [right]) => right))].sort(), Object.keys(TABLE).sort());
});

test("C6 steps as they come back", () => {
  for (const { name, before, step, after, refused } of vectors("apply")) {
    const tables = new Map(Object.entries(before).map(([type, list]) => [type, new Map(list.map((/** @type {any} */ r) => [r.id, r]))]));
    const frozen = JSON.stringify(before);
    if (refused) assert.throws(() => applyStep(tables, step), { reason: refused }, name);
    else {
      applyStep(tables, step);
      assert.deepEqual(Object.fromEntries([...tables].map(([type, table]) => [type, [...table.values()]])), after, name);
    }
    assert.equal(JSON.stringify(before), frozen, `${name}: records are replaced, not altered`);
  }
});
