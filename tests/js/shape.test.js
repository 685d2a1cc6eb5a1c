// What may import what: core knows no page, no board layer, no DOM; one module touches the socket.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const core = new URL("../../static/js/core/", import.meta.url);
const files = readdirSync(core).filter((name) => name.endsWith(".js"));
const source = (/** @type {string} */ name) => readFileSync(new URL(name, core), "utf8");
const VENDOR = {
  "connection.js": ["socket.io.js"],
  "kept.js": ["idb-keyval.js"],
  "outbox.js": ["idb-keyval.js"],
  "session.js": ["preact-htm-signals.js"],
  "words_signal.js": ["preact-htm-signals.js"],
};
const MEETS_THE_BROWSER = new Set(["connection.js", "kept.js", "outbox.js", "i18n.js"]);

test("core imports itself and, in few places, one vendored file", () => {
  for (const name of files) {
    for (const [, path] of source(name).matchAll(/^(?:import|\})[^"';]*\bfrom "([^"]+)"/gm)) {
      if (path.startsWith("./")) continue;
      const vendored = path.match(/^\.\.\/\.\.\/vendor\/(.+)$/)?.[1];
      assert.ok(vendored && /** @type {Record<string, string[]>} */ (VENDOR)[name]?.includes(vendored), `${name} imports ${path}`);
    }
  }
});

test("core knows no DOM", () => {
  for (const name of files) {
    if (MEETS_THE_BROWSER.has(name)) continue;
    const code = source(name).replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
    assert.ok(!/\b(document|window|location|navigator|localStorage|setTimeout|fetch)\b\s*[.([]/.test(code), name);
  }
});

test("a module says first what lives there, and is short", () => {
  for (const name of files) {
    assert.match(source(name), /^\/\/ \S.{20}/, name);
    assert.ok(source(name).split("\n").length <= 320, `${name} is long`);
  }
});
