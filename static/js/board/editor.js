// Writing on a note: a text area over it. Each input becomes one splice; what others type arrives around the caret.

import { written } from "../core/i18n.js";
import { apply, compose, cpLength, cpToUtf16, mapIndex, splice, transform, utf16ToCp } from "../core/text.js";

export const LIMIT = 2000;
const SAY_TYPING = 3000;
const COUNT_FROM = 1500;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('../core/types.js').Delta} Delta */

/** @param {Board} board */
export function createEditor(board) {
  const { store, sync, session, scene, actions, t } = board;
  const box = document.createElement("div");
  const area = document.createElement("textarea");
  const count = document.createElement("span");
  const kind = document.createElement("span");
  box.className = "editor";
  area.dir = "auto";
  area.spellcheck = true;
  area.className = "editor-text";
  count.className = "editor-count";
  kind.className = "editor-kind";
  kind.setAttribute("aria-hidden", "true");
  box.append(kind, area, count);
  /** @type {{id: string, text: string, fresh: boolean, composing: boolean, heard: Delta, off: () => void, timer: any} | null} */
  let open = null;

  /** @param {string} id @param {{fresh?: boolean}} [how] fresh: a new note, which goes again if it stays empty */
  function begin(id, { fresh = false } = {}) {
    if (open?.id === id) return area.focus({ preventScroll: true });
    end();
    const note = store.get("note", id);
    if (!note) return;
    const reason = board.why("edit", note);
    if (reason) return board.tell(reason);
    const text = sync.textOf(id);
    open = {
      id,
      text,
      fresh,
      composing: false,
      heard: [],
      off: sync.onRemoteText(id, hear),
      timer: setInterval(sayTyping, SAY_TYPING),
    };
    area.value = text;
    area.lang = note.language || "";
    area.setAttribute("aria-label", t("note.text"));
    area.placeholder = t(`note.write_${note.kind}`);
    kind.textContent = t(`note.${note.kind}`);
    box.dataset.kind = note.kind;
    box.dataset.color = store.get("theme", note.theme)?.color;
    board.parts.desk.append(box);
    session.editing.value = id;
    place();
    grow();
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    sayTyping();
  }

  function place() {
    const at = open && scene.at(open.id);
    if (at) Object.assign(box.style, { left: `${at.x}px`, top: `${at.y}px` });
  }

  function sayTyping() {
    if (open) sync.signal({ typing: open.id });
  }

  /** The box grows with its text; the counter comes near the limit. */
  function grow() {
    area.style.height = "0";
    area.style.height = `${Math.min(Math.max(area.scrollHeight + 2, 118), 300)}px`;
    const length = cpLength(area.value);
    count.textContent =
      length >= COUNT_FROM ? t("note.count", { used: written.number(length), limit: written.number(LIMIT) }) : "";
    count.classList.toggle("full", length >= LIMIT);
  }

  area.addEventListener("compositionstart", () => {
    if (open) open.composing = true;
  });
  area.addEventListener("compositionend", () => {
    if (!open) return;
    open.composing = false;
    take();
  });
  area.addEventListener("input", () => {
    if (open && !open.composing) take();
    else grow();
  });
  area.addEventListener("blur", () => {
    if (document.hasFocus()) end();
  });
  area.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      const next = event.key === "Enter" && event.shiftKey && area.value.trim() !== "";
      end({ focus: true });
      if (next) board.layer.add();
    }
  });

  /** What was typed goes out as one splice, moved over what others typed meanwhile. */
  function take() {
    if (!open) return;
    const { id, heard } = open;
    let mine = splice(open.text, area.value);
    const surplus = cpLength(area.value) - LIMIT;
    if (surplus > 0) mine = shorten(mine, surplus);
    if (mine.length) {
      if (surplus > 0) board.say(t("note.full", { limit: LIMIT }));
      open.heard = [];
      sync.typeText(id, heard.length ? transform(mine, heard, "right") : mine);
    }
    const caret = mapIndex(utf16ToCp(area.value, area.selectionStart), transform(heard, mine, "left"));
    if (heard.length) open.heard = [];
    show(sync.textOf(id), caret, caret);
    sayTyping();
  }

  /** What others did. While an input method composes, it waits. @param {Delta} delta */
  function hear(delta) {
    if (!open) return;
    if (open.composing) {
      open.heard = open.heard.length ? compose(open.heard, delta) : delta;
      return;
    }
    const start = mapIndex(utf16ToCp(area.value, area.selectionStart), delta);
    const end = mapIndex(utf16ToCp(area.value, area.selectionEnd), delta);
    show(apply(area.value, delta), start, end);
  }

  /** @param {string} text @param {number} start caret in code points @param {number} end */
  function show(text, start, end) {
    if (!open) return;
    open.text = text;
    if (area.value !== text) {
      const scroll = area.scrollTop;
      area.value = text;
      area.setSelectionRange(cpToUtf16(text, start), cpToUtf16(text, end));
      area.scrollTop = scroll;
    }
    grow();
  }

  /** @param {{focus?: boolean}} [how] focus: back to the note */
  function end({ focus = false } = {}) {
    if (!open) return;
    if (open.composing) open.composing = false;
    if (area.value !== open.text) take();
    const { id, fresh, off, timer } = open;
    open = null;
    off();
    clearInterval(timer);
    sync.signal({ typing: null });
    session.editing.value = null;
    box.remove();
    board.settle([id]);
    if (fresh && store.get("note", id) && !sync.textOf(id).trim()) actions.removeNotes([id]);
    else if (focus) board.layer.focusNote(id);
    if (!focus || store.get("note", id)) return;
    const next = board.select.nearest();
    if (next) board.layer.focusNote(next, { still: true });
    else board.parts.notes.focus({ preventScroll: true });
  }

  /** A note that somebody deleted closes. */
  function check() {
    const note = open && store.get("note", open.id);
    if (open && (!note || !scene.at(open.id))) end();
    else if (note && !open?.fresh && !actions.may("edit", note)) {
      end();
      board.tell(/** @type {string} */ (board.why("edit", note)));
    } else place();
  }

  return {
    begin,
    end,
    check,
    isOpen: () => open !== null,
    inside: (/** @type {EventTarget | null} */ target) => box.contains(/** @type {Node} */ (target)),
  };
}

/** Takes the last characters off what a splice inserts. @param {Delta} delta @param {number} surplus @returns {Delta} */
function shorten(delta, surplus) {
  return delta
    .map((part) => (typeof part === "string" ? Array.from(part).slice(0, -surplus).join("") : part))
    .filter((part) => part !== "");
}
