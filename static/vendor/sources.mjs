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
const plex = "@fontsource/ibm-plex-sans-arabic";
// No style sheet of ours asks for a weight below 400 or above 700, so the rest of the axis is left out: a third of the bytes.
const axes = { wght: { min: 400, max: 700, default: 400 } };
// The letters of Europe, Turkey and West Africa, apart from those that hardly anybody writes. As in css/base.css.
export const LETTERS = [
  [0x100, 0x24f], [0x253, 0x254], [0x256, 0x257], [0x259, 0x259], [0x25b, 0x25b], [0x263, 0x263], [0x268, 0x269], [0x272, 0x272], [0x275, 0x275],
  [0x283, 0x283], [0x289, 0x28b], [0x292, 0x292], [0x294, 0x294], [0x1e02, 0x1e03], [0x1e0c, 0x1e0d], [0x1e24, 0x1e25], [0x1e32, 0x1e33],
  [0x1e36, 0x1e37], [0x1e40, 0x1e47], [0x1e5a, 0x1e5b], [0x1e62, 0x1e63], [0x1e6c, 0x1e6d], [0x1e80, 0x1e85], [0x1e92, 0x1e93], [0x1e9e, 0x1e9e],
];
const isMark = (/** @type {number} */ code) => code >= 0x300 && code < 0x370;
const isLetter = (/** @type {number} */ code) => LETTERS.some(([from, to]) => from <= code && code <= to);
export const fonts = [
  { script: "latin" },
  { script: "latin-ext", keep: (/** @type {number} */ code) => isLetter(code) || isMark(code) },
  { script: "latin-rest", of: "latin-ext", keep: (/** @type {number} */ code) => !isLetter(code) },
  { script: "vietnamese" },
  { script: "devanagari" },
].map(({ script, of = script, keep }) => ({
  file: `noto-sans-${script}.woff2`,
  source: `${noto}/files/noto-sans-${of}-wght-normal.woff2`,
  packages: [noto],
  cut: { axes, keep },
}));
export const wholeFonts = [400, 600].map((weight) => ({
  file: `ibm-plex-sans-arabic-${weight}.woff2`,
  source: `${plex}/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`,
  packages: [plex],
}));
