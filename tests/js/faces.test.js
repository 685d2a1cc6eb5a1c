// The faces of css/base.css: each character has one, and the common Latin letters are those that their file was cut to.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { LETTERS } from "../../static/vendor/sources.mjs";

const css = readFileSync(new URL("../../static/css/base.css", import.meta.url), "utf8");

/** @param {string} script @returns {Set<number>} */
function range(script) {
  const face = css.split("@font-face").find((each) => each.includes(`noto-sans-${script}.woff2`)) ?? "";
  const codes = new Set();
  for (const [, from, to] of face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    for (let code = parseInt(from, 16); code <= parseInt(to ?? from, 16); code += 1) codes.add(code);
  }
  return codes;
}

const isMark = (/** @type {number} */ code) => code >= 0x300 && code < 0x370;

test("the common Latin letters are asked of the file that was cut to them", () => {
  const cut = LETTERS.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const western = range("latin");
  assert.deepEqual([...range("latin-ext")].filter((code) => !isMark(code)), cut.filter((code) => !western.has(code)));
});

test("no letter is asked of two files, so that none is fetched for nothing; marks go with any letter", () => {
  /** @type {Map<number, string>} */
  const seen = new Map();
  for (const script of ["latin", "latin-ext", "latin-rest", "vietnamese", "devanagari"]) {
    const codes = range(script);
    assert.ok(codes.size > 50, script);
    for (const code of codes) {
      if (isMark(code)) continue;
      assert.equal(seen.get(code), undefined, `U+${code.toString(16)} in ${script}`);
      seen.set(code, script);
    }
  }
});
