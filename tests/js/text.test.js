// Deltas beyond the vectors: laws that hold for random ones, carets, and the border between code points and UTF-16.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, compose, cpLength, cpToUtf16, diff, invert, mapIndex, splice, transform, utf16ToCp } from "../../static/js/core/text.js";
import { generator } from "./simulated_world.js";

const ALPHABET = ["a", "b", " ", "\n", "ح", "ق", "ّ", "ख", "्", "े", "👍", "🏽", "\u200d", "👩", "🇳", "🇵", "é"];

/** @param {import("./simulated_world.js").Dice} dice @param {number} most */
const randomText = (dice, most) => Array.from({ length: dice.int(most) }, () => dice.pick(ALPHABET)).join("");

/** @param {import("./simulated_world.js").Dice} dice @param {string} text */
function randomDelta(dice, text) {
  let after = Array.from(text);
  for (let i = dice.int(4); i >= 0; i -= 1) after.splice(dice.int(after.length + 1), dice.int(3), ...Array.from(randomText(dice, 3)));
  return dice.chance(0.5) ? diff(text, after.join("")) : splice(text, after.join(""));
}

test("compose, invert and transform keep their laws on 3,000 random pairs", () => {
  const dice = generator(11);
  for (let i = 0; i < 3000; i += 1) {
    const text = randomText(dice, 14);
    const a = randomDelta(dice, text);
    const b = randomDelta(dice, text);
    const then = randomDelta(dice, apply(text, a));
    assert.equal(apply(text, compose(a, then)), apply(apply(text, a), then), "compose");
    assert.equal(apply(apply(text, a), invert(a, text)), text, "invert");
    assert.equal(apply(apply(text, a), transform(b, a, "right")), apply(apply(text, b), transform(a, b, "left")), "both orders end alike");
  }
});

test("diff and splice turn one text into the other", () => {
  const dice = generator(12);
  for (let i = 0; i < 1000; i += 1) {
    const [before, after] = [randomText(dice, 20), randomText(dice, 20)];
    assert.equal(apply(before, diff(before, after)), after);
    assert.equal(apply(before, splice(before, after)), after);
  }
});

test("two texts of 2,000 characters that share nothing are compared fast", () => {
  const started = performance.now();
  diff("a".repeat(2000), "ب".repeat(2000));
  assert.ok(performance.now() - started < 500);
});

test("a pair of surrogates counts as one", () => {
  const text = "a👍🏽ب";
  assert.equal(cpLength(text), 4);
  assert.equal(cpToUtf16(text, 2), 3);
  assert.equal(utf16ToCp(text, 5), 3);
  assert.equal(apply(text, [1, -2, "x"]), "axب");
});

test("a lone surrogate and NUL are refused in an insertion", () => {
  for (const bad of ["\ud83d", "a\udc4d", "a\0"]) assert.throws(() => apply("abc", [bad]));
});

test("a caret keeps its place between the same letters", () => {
  assert.equal(mapIndex(2, ["xx"]), 4, "an insertion before it pushes it");
  assert.equal(mapIndex(2, [2, "xx"]), 2, "an insertion right at it does not");
  assert.equal(mapIndex(2, [3, "xx"]), 2);
  assert.equal(mapIndex(3, [1, -1]), 2);
  assert.equal(mapIndex(3, [1, -5]), 1, "inside what is deleted it goes to the start of that");
  assert.equal(mapIndex(3, ["👍🏽", -1]), 4);
});
