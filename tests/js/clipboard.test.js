// Notes on the clipboard: only what a board here could have written is taken for notes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../static/js/board/clipboard.js";

const good = { kind: "challenge", text: "Water", sdgs: [6], language: "en", dx: 0, dy: 0 };

test("what a board here copied is read, and what is more in it is left out", () => {
  assert.deepEqual(read(JSON.stringify([good, { ...good, id: "x", theme: "y" }])), [good, good]);
  assert.deepEqual(read(JSON.stringify([{ ...good, text: "  " }])), []);
});

test("anything else is no note", () => {
  for (const text of ["", "{", "null", "{}", "[null]", "[1]"]) assert.deepEqual(read(text), [], text);
  for (const wrong of [{ kind: "idea" }, { text: 1 }, { text: "x".repeat(2001) }, { sdgs: [18] }, { sdgs: ["6"] }, { sdgs: null }, { language: 1 }, { dx: "0" }, { dy: 1e9 }, { dx: null }]) {
    assert.deepEqual(read(JSON.stringify([{ ...good, ...wrong }])), [], JSON.stringify(wrong));
  }
  assert.deepEqual(read(JSON.stringify(Array(201).fill(good))), []);
});
