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
export const fonts = [
  ...["latin", "latin-ext", "devanagari"].map((script) => ({
    file: `noto-sans-${script}.woff2`,
    source: `${noto}/files/noto-sans-${script}-wght-normal.woff2`,
    packages: [noto],
  })),
  ...[400, 600].map((weight) => ({
    file: `ibm-plex-sans-arabic-${weight}.woff2`,
    source: `${plex}/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`,
    packages: [plex],
  })),
];
