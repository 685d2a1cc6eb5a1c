// The sheet of shortcuts tells the truth: every key that acts is on it, and what is on it acts. Read from the sources, because the keys act on a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHORTCUTS } from "../../static/js/ui/shortcuts.js";

const source = (/** @type {string} */ path) => readFileSync(new URL(`../../static/js/${path}`, import.meta.url), "utf8");
const keyboard = source("board/keyboard.js");

/** The names in an object of handlers. @param {string} name */
function handled(name) {
  const body = keyboard.match(new RegExp(`const ${name} = \\{\\n([^]*?)\\n  \\};`))?.[1] ?? "";
  return new Map([...body.matchAll(/^ {4}(?:"(.)"|([\w]+)): (.*)$/gm)].map(([, quoted, plain, rest]) => [quoted ?? plain, rest]));
}

/** Events of the browser's own. @type {Record<string, string>} */
const CLIPBOARD = { "Control+C": "copy", "Control+X": "cut", "Control+V": "paste" };
/** In the field for writing. @type {Record<string, RegExp>} */
const WRITING = { "Control+Shift+Enter": /event\.key === "Enter" && event\.shiftKey/ };
const told = new Set(Object.values(SHORTCUTS).flatMap((place) => Object.values(place).flatMap(({ keys }) => keys.split(" "))));
const SAME = /** @type {Record<string, string>} */ ({ Backspace: "Delete", ContextMenu: "Shift+F10", F10: "Shift+F10", "=": "+", PageUp: "PageUp", "0": "0" });

test("every single key of the canvas is on the sheet, with Shift where it does something else", () => {
  const letters = handled("letters");
  assert.ok(letters.size > 12, "none found");
  for (const [key, act] of letters) {
    const name = SAME[key] ?? key.toUpperCase();
    assert.ok(told.has(name), name);
    if (/event\.shiftKey/.test(act)) assert.ok(told.has(`Shift+${name}`), `Shift+${name}`);
  }
});

test("every other key of the canvas is on the sheet", () => {
  for (const key of handled("keys").keys()) assert.ok(told.has(SAME[key] ?? key), key);
  for (const key of handled("commands").keys()) {
    if (key === " ") assert.ok(told.has("Space"));
    else assert.ok(told.has(`Control+${key.toUpperCase()}`) || told.has(key), key);
  }
  assert.ok(told.has("Arrows") && told.has("Control+Arrows"));
});

test("what the sheet tells of the canvas acts", () => {
  const acts = new Set([...handled("letters").keys(), ...handled("keys").keys()].map((key) => SAME[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
  const commands = handled("commands");
  for (const place of /** @type {const} */ (["board", "together", "view"]))
    for (const { keys } of Object.values(SHORTCUTS[place]))
      for (const key of keys.split(" ")) {
        const plain = key.replace(/^Shift\+(?=.$)/, "");
        assert.ok(WRITING[key]?.test(source("board/editor.js")) || keyboard.includes(`addEventListener("${CLIPBOARD[key]}", `) || acts.has(plain) || acts.has(key) || key.endsWith("Arrows") || key === "Space" || commands.has(key.replace("Control+", "").toLowerCase()), `${place} ${key}`);
      }
});
