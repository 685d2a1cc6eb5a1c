// Notes on the clipboard: for any program their words, a note a paragraph; for a board here also kind, goals and how they lie.

import { NOTE } from "../core/layout.js";
import { cpLength } from "../core/text.js";
import { LIMIT } from "./editor.js";

const OURS = "application/x-workshop-notes";
const MOST = 200;
const FAR = 20_000;
const ASIDE = 16;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{kind: 'challenge' | 'solution', text: string, sdgs: number[], language: string, dx: number, dy: number}} Copied `dx`, `dy`: from the first corner of all */

/** @param {Board} board @param {() => string[]} targets the notes that a command is about */
export function createClipboard(board, targets) {
  const { store, scene, camera, session, actions, select, t } = board;
  /** Where the last ones went, so that the same again do not hide them. */
  let last = { x: NaN, y: NaN, times: 0 };

  /** @param {ClipboardEvent} event @returns {boolean} whether there were any */
  function copy(event) {
    const notes = targets().map((id) => store.get("note", id)).filter(Boolean);
    if (!notes.length || !event.clipboardData) return false;
    const places = notes.map((/** @type {any} */ note) => scene.at(note.id) ?? { x: 0, y: 0 });
    const left = Math.min(...places.map(({ x }) => x)), top = Math.min(...places.map(({ y }) => y));
    const copied = notes.map(({ kind, text, sdgs, language }, i) => ({ kind, text, sdgs, language, dx: places[i].x - left, dy: places[i].y - top }));
    event.preventDefault();
    event.clipboardData.setData("text/plain", notes.map(({ text }) => text).join("\n\n"));
    event.clipboardData.setData(OURS, JSON.stringify(copied));
    board.say(t("canvas.copied", { count: notes.length }));
    return true;
  }

  /** @param {ClipboardEvent} event */
  function paste(event) {
    if (!board.mayAdd()) return;
    const copied = read(event.clipboardData?.getData(OURS) ?? "");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!copied.length && !text.trim()) return;
    event.preventDefault();
    if (copied.length) return put(copied);
    const line = text.trim();
    if (line.includes("\n") || cpLength(line) > LIMIT) session.pasteText.value = text;
    else put([{ kind: session.kind.value, text: line, sdgs: [], language: "", dx: 0, dy: 0 }]);
  }

  /** Where the pointer is, else where one looks. @param {Copied[]} copied */
  function put(copied) {
    const { x, y } = board.layer.gestures.pointer() ?? camera.centre();
    const again = x === last.x && y === last.y;
    last = { x, y, times: again ? last.times + 1 : 0 };
    const aside = last.times * ASIDE;
    const theme = scene.zoneUnder(x, y);
    if (!theme) return;
    const reason = copied.map(({ kind }) => board.why("add", { kind, theme }, "canvas.may_not_add")).find(Boolean);
    if (reason) return board.tell(reason);
    const ids = actions.addNotes(copied.map(({ dx, dy, ...note }) => ({ ...note, ...scene.settle(theme, x - NOTE / 2 + dx + aside, y - NOTE / 2 + dy + aside) })));
    board.settle(ids);
    select.set(ids);
    if (ids.length) board.layer.focusNote(ids[0], { still: copied.length > 1 });
    board.say(t("canvas.pasted", { count: ids.length }));
  }

  return { copy, paste };
}

/** What a board here has copied; anything else is nothing. @param {string} text @returns {Copied[]} */
export function read(text) {
  let list;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(list) || list.length > MOST || !list.every(isCopied)) return [];
  return list.filter(({ text: words }) => words.trim()).map(({ kind, text: words, sdgs, language, dx, dy }) => ({ kind, text: words, sdgs, language, dx, dy }));
}

/** @param {any} one */
function isCopied(one) {
  const isPlace = (/** @type {unknown} */ value) => typeof value === "number" && Math.abs(value) <= FAR;
  return typeof one === "object" && one !== null && ["challenge", "solution"].includes(one.kind) && typeof one.text === "string" && cpLength(one.text) <= LIMIT
    && Array.isArray(one.sdgs) && one.sdgs.length <= 17 && one.sdgs.every((/** @type {unknown} */ goal) => Number.isInteger(goal) && Number(goal) >= 1 && Number(goal) <= 17)
    && typeof one.language === "string" && one.language.length <= 35 && isPlace(one.dx) && isPlace(one.dy);
}
