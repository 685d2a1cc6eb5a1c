import assert from "node:assert/strict";
import { test } from "node:test";
import { snap } from "../../static/js/board/snapping.js";

const note = (/** @type {number} */ x, /** @type {number} */ y, w = 160, h = 160) => ({ x, y, w, h });

test("an edge within reach is met exactly, and a line from one to the other shows it", () => {
  const found = snap(note(104, 400), [note(100, 0)], 6);
  assert.equal(found.dx, -4);
  assert.equal(found.dy, 0);
  assert.deepEqual(found.lines, [{ axis: "x", at: 100, from: 0, to: 560 }, { axis: "x", at: 260, from: 0, to: 560 }]);
});

test("beyond reach nothing moves and nothing is drawn", () => {
  assert.deepEqual(snap(note(107, 300), [note(100, 0)], 6), { dx: 0, dy: 0, lines: [], gaps: [] });
});

test("middles meet when sizes differ, with a line through them", () => {
  const found = snap(note(73, 300, 220), [note(100, 0)], 6);
  assert.equal(found.dx, -3);
  assert.deepEqual(found.lines, [{ axis: "x", at: 180, from: 0, to: 460 }]);
});

test("side by side: one begins where the other ends", () => {
  assert.equal(snap(note(263, 40, 160, 90), [note(100, 0)], 6).dx, -3);
});

test("both axes at once, each to what is nearest on it", () => {
  const found = snap(note(303, 205), [note(0, 200), note(300, 600)], 6);
  assert.deepEqual([found.dx, found.dy], [-3, -5]);
});

test("of two equally far ones the nearer across decides, so that a far row does not pull", () => {
  const found = snap(note(100, 0), [note(103, 900), note(97, 200)], 6);
  assert.equal(found.dx, -3);
});

test("after two with a gap the same gap follows, and both are drawn", () => {
  const found = snap(note(345, 20), [note(0, 0), note(172, 0)], 6);
  assert.equal(found.dx, -1, "172 + 160 + 12 = 344");
  assert.deepEqual(found.gaps.map(({ axis, from, to }) => [axis, from, to]), [["x", 160, 172], ["x", 332, 344]]);
});

test("before two, and above in a column", () => {
  assert.equal(snap(note(-170, 20), [note(0, 0), note(172, 0)], 6).dx, -2);
  assert.equal(snap(note(20, -174), [note(0, 0), note(0, 172)], 6).dy, 2);
});

test("between two the gaps become equal", () => {
  const found = snap(note(203, 20), [note(0, 0), note(400, 0)], 6);
  assert.equal(found.dx, -3);
  assert.deepEqual(found.gaps.map(({ from, to }) => to - from), [40, 40]);
});

test("things in another row make no gap", () => {
  assert.deepEqual(snap(note(345, 700), [note(0, 0), note(172, 0)], 2).gaps, []);
});

test("the reach is never exceeded, whatever lies around", () => {
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);
  for (let round = 0; round < 300; round++) {
    const others = Array.from({ length: 12 }, () => note(random() * 1200, random() * 1200));
    const found = snap(note(random() * 1200, random() * 1200), others, 5);
    assert.ok(Math.abs(found.dx) <= 5 && Math.abs(found.dy) <= 5);
    if (found.dx === 0 && found.dy === 0) continue;
    assert.ok(found.lines.length + found.gaps.length > 0, "a shift is explained");
  }
});
