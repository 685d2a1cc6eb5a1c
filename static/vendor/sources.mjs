// What is carried from where: bundles of packages, single files, fonts.
export const bundles = [
  {
    file: "preact-htm-signals.js",
    packages: ["preact", "htm", "@preact/signals", "@preact/signals-core"],
    entry: `
      import { h, render, Fragment } from "preact";
      import htm from "htm";
      export { h, render, Fragment };
      export const html = htm.bind(h);
      export { useState, useEffect, useRef, useMemo, useLayoutEffect } from "preact/hooks";
      export { signal, computed, effect, batch, untracked, useSignal, useComputed } from "@preact/signals";`,
  },
  {
    file: "idb-keyval.js",
    packages: ["idb-keyval"],
    entry: `export { get, set, del, update, createStore } from "idb-keyval";`,
  },
];

export const copies = [
  {
    file: "socket.io.js",
    source: "socket.io-client/dist/socket.io.esm.min.js",
    packages: [
      "socket.io-client", "socket.io-parser", "engine.io-client", "engine.io-parser", "@socket.io/component-emitter",
    ],
  },
];

const noto = "@fontsource-variable/noto-sans";
// No style sheet of ours asks for a weight below 400 or above 700, so the rest of the axis is left out: a third of the bytes.
const axes = { wght: { min: 400, max: 700, default: 400 } };
// The letters of Europe, Turkey and West Africa, apart from those that hardly anybody writes. As in css/base.css.
export const LETTERS = [
  [0x100, 0x24f], [0x253, 0x254], [0x256, 0x257], [0x259, 0x259], [0x25b, 0x25b], [0x263, 0x263], [0x268, 0x269], [0x272, 0x272], [0x275, 0x275],
  [0x283, 0x283], [0x289, 0x28b], [0x292, 0x292], [0x294, 0x294], [0x1e02, 0x1e03], [0x1e0c, 0x1e0d], [0x1e24, 0x1e25], [0x1e32, 0x1e33],
  [0x1e36, 0x1e37], [0x1e40, 0x1e47], [0x1e5a, 0x1e5b], [0x1e62, 0x1e63], [0x1e6c, 0x1e6d], [0x1e80, 0x1e85], [0x1e92, 0x1e93], [0x1e9e, 0x1e9e],
];
// The letters, vowels, digits and signs of Arabic and Persian, apart from those of other languages and of the Quran: an eighth of the bytes.
export const ARABIC = [
  [0x60c, 0x60c], [0x61b, 0x61b], [0x61f, 0x61f], [0x621, 0x63a], [0x640, 0x655], [0x660, 0x66d], [0x670, 0x671], [0x67e, 0x67e], [0x686, 0x686],
  [0x698, 0x698], [0x6a9, 0x6a9], [0x6af, 0x6af], [0x6cc, 0x6cc], [0x6f0, 0x6f9],
];
const within = (/** @type {number[][]} */ ranges) => (/** @type {number} */ code) => ranges.some(([from, to]) => from <= code && code <= to);
const isMark = within([[0x300, 0x36f]]);
const isLetter = within(LETTERS);
const isArabic = within(ARABIC);
const isVowel = within([[0x64b, 0x655], [0x670, 0x670]]);
export const fonts = [
  { script: "latin" },
  { script: "latin-ext", keep: (/** @type {number} */ code) => isLetter(code) || isMark(code) },
  { script: "latin-rest", of: "latin-ext", keep: (/** @type {number} */ code) => !isLetter(code) },
  { script: "vietnamese" },
  { script: "devanagari" },
  { script: "arabic", from: `${noto}-arabic`, keep: isArabic },
  { script: "arabic-rest", of: "arabic", from: `${noto}-arabic`, keep: (/** @type {number} */ code) => isVowel(code) || !isArabic(code) },
].map(({ script, of = script, from = noto, keep }) => ({
  file: `noto-sans-${script}.woff2`,
  source: `${from}/files/${from.split("/")[1]}-${of}-wght-normal.woff2`,
  packages: [from],
  cut: { axes, keep },
}));
