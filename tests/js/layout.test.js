// Zones: sizes, rows, and which one a point belongs to. Free places are in the vectors.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTE, ZONE_GAP, ZONE_LIMIT, columns, freePlaces, zoneAt, zones } from "../../static/js/core/layout.js";

const themes = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => ({ id: `t${i}` }));

test("an empty zone has room for four columns and two rows", () => {
  assert.deepEqual(zones(themes(1), new Map()).get("t0"), { x: 0, y: 0, w: 728, h: 412 });
});

test("five themes stand in rows of three and two, a row as high as its tallest", () => {
  const all = zones(themes(5), new Map([["t1", [{ x: 20, y: 900 }]]]));
  assert.deepEqual([...all.values()].map(({ x }) => x), [0, 768, 1536, 0, 768]);
  assert.equal(all.get("t3")?.y, 900 + NOTE + 20 + ZONE_GAP);
});

test("three themes stand in one row", () => {
  assert.ok([...zones(themes(3), new Map()).values()].every(({ y }) => y === 0));
});

test("a note far away does not make a zone endless", () => {
  assert.equal(zones(themes(1), new Map([["t0", [{ x: 1e6, y: 0 }]]])).get("t0")?.w, ZONE_LIMIT);
});

test("a point belongs to the zone around it, else to the nearest", () => {
  const all = zones(themes(5), new Map());
  assert.equal(zoneAt(all, 10, 10), "t0");
  assert.equal(zoneAt(all, 760, 10), "t1");
  assert.equal(zoneAt(all, -500, 5000), "t3");
  assert.equal(zoneAt(new Map(), 0, 0), null);
});

test("columns grow with the notes", () => {
  assert.deepEqual([0, 10, 11, 24, 100].map(columns), [4, 4, 5, 6, 13]);
});

test("several free places do not overlap", () => {
  const places = freePlaces([{ x: 20, y: 56 }], 50);
  assert.equal(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, 50);
});
