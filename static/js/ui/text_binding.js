/** Ties a <textarea> to a note's text: typing leaves as deltas, what others type arrives without moving my caret. */
import { splice, apply, transform, compose, mapIndex, cpLength, cpToUtf16, utf16ToCp } from "../core/text.js";

/**
 * @param {HTMLTextAreaElement} area
 * @param {{sync: any, id: string, limit: number, onText: (text: string) => void, onFull?: () => void}} options
 */
export function bindText(area, { sync, id, limit, onText, onFull }) {
  let shown = sync.textOf(id) ?? "";
  /** What others did while letters are being composed (IME). @type {any[]} */
  let waiting = [];
  let composing = false;
  area.value = shown;
  onText(shown);

  function typed() {
    if (composing) return;
    let next = allowed(area.value);
    if (cpLength(next) > limit && cpLength(next) >= cpLength(shown)) {
      next = shortened(shown, next, limit);
      onFull?.();
    }
    if (next !== area.value) replace(next, area.selectionEnd);
    if (next === shown) return;
    let delta = splice(shown, next);
    shown = next;
    for (const other of waiting) {
      const mine = transform(delta, other, "right");
      hear(transform(other, delta, "left"));
      delta = mine;
    }
    waiting = [];
    sync.typeText(id, delta);
    onText(shown);
  }

  /** @param {any} delta by somebody else, on the text as shown */
  function hear(delta) {
    const start = mapIndex(utf16ToCp(shown, area.selectionStart), delta);
    const end = mapIndex(utf16ToCp(shown, area.selectionEnd), delta);
    const direction = area.selectionDirection;
    shown = apply(shown, delta);
    area.value = shown;
    if (document.activeElement === area) area.setSelectionRange(cpToUtf16(shown, start), cpToUtf16(shown, end), direction);
    onText(shown);
  }

  /** @param {any} delta */
  function remote(delta) {
    if (composing) waiting = waiting.length ? [compose(waiting[0], delta)] : [delta];
    else hear(delta);
  }

  function composed() {
    composing = false;
    typed();
    if (waiting.length) waiting.splice(0).forEach(hear);
  }

  /** @param {string} text @param {number} caret */
  function replace(text, caret) {
    area.value = text;
    const at = Math.min(caret, text.length);
    area.setSelectionRange(at, at);
  }

  const started = () => (composing = true);
  area.addEventListener("input", typed);
  area.addEventListener("compositionstart", started);
  area.addEventListener("compositionend", composed);
  const off = sync.onRemoteText(id, remote);

  return {
    /** Takes over a text that changed by other ways (undo, another editor of this page). */
    refresh() {
      if (composing) return;
      const now = sync.textOf(id);
      if (now === undefined || now === shown) return;
      hear(splice(shown, now));
    },
    stop() {
      composed();
      off();
      area.removeEventListener("input", typed);
      area.removeEventListener("compositionstart", started);
      area.removeEventListener("compositionend", composed);
    },
  };
}

/** Without what a note cannot hold: control characters except line break and tab, lone surrogates. @param {string} text */
export function allowed(text) {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]|\p{Surrogate}/gu, "");
}

/** `after` with as much of what was inserted as the limit leaves room for. @param {string} before @param {string} after @param {number} limit */
function shortened(before, after, limit) {
  let over = cpLength(after) - limit;
  const delta = splice(before, after).map((part) => {
    if (typeof part !== "string" || over <= 0) return part;
    const points = Array.from(part);
    const kept = points.slice(0, Math.max(0, points.length - over)).join("");
    over -= points.length;
    return kept;
  });
  return apply(
    before,
    delta.filter((part) => part !== ""),
  );
}
