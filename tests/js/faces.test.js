// The faces of css/base.css: each character has one, and the common Latin letters are those that their file was cut to.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ARABIC, LETTERS } from "../../static/vendor/sources.mjs";

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

/** @param {number[][]} ranges */
const codesOf = (ranges) => ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
/** Of Latin and of Arabic: they stand on any letter. @param {number} code */
const isMark = (code) => (code >= 0x300 && code < 0x370) || (code >= 0x64b && code <= 0x655) || code === 0x670;

test("the common letters are asked of the files that were cut to them", () => {
  const western = range("latin");
  assert.deepEqual([...range("latin-ext")].filter((code) => !isMark(code)), codesOf(LETTERS).filter((code) => !western.has(code)));
  assert.deepEqual([...range("arabic")], codesOf(ARABIC));
});

test("Arabic words of ours need one file", () => {
  const words = readFileSync(new URL("../../static/i18n/ar.json", import.meta.url), "utf8");
  const letters = new Set([...words].map((each) => each.codePointAt(0) ?? 0).filter((code) => code >= 0x600 && code < 0x700));
  assert.ok(letters.size > 30);
  assert.deepEqual([...letters].filter((code) => !range("arabic").has(code)), []);
});

test("no letter is asked of two files, so that none is fetched for nothing; marks go with any letter", () => {
  /** @type {Map<number, string>} */
  const seen = new Map();
  for (const script of ["latin", "latin-ext", "latin-rest", "vietnamese", "devanagari", "arabic", "arabic-rest"]) {
    const codes = range(script);
    assert.ok(codes.size > 50, script);
    for (const code of codes) {
      if (isMark(code)) continue;
      assert.equal(seen.get(code), undefined, `U+${code.toString(16)} in ${script}`);
      seen.set(code, script);
    }
  }
});
