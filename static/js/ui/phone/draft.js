/** What is being written for a new note, kept on this device until it is sent: it outlives a closed sheet and a closed tab. */
import { signal } from "../../../vendor/preact-htm-signals.js";

const placeOf = (/** @type {string} */ board, /** @type {string} */ seat) => `draft:${board}/${seat}`;

/** Nothing begun stays on this device. @param {string} board @param {string} seat */
export function forgetDraft(board, seat) {
  try {
    localStorage.removeItem(placeOf(board, seat));
  } catch {
    // The browser kept nothing.
  }
}

/** @param {string} board @param {string} seat whose it is: others may sit on the same board with this device */
export function createDraft(board, seat) {
  const place = placeOf(board, seat);
  /** By the challenge that is answered, "" for a note of its own. @type {Record<string, string>} */
  let texts = read(place);
  const text = signal("");
  const theme = signal("");
  const answers = signal("");

  const keep = () => {
    try {
      if (Object.keys(texts).length) localStorage.setItem(place, JSON.stringify(texts));
      else localStorage.removeItem(place);
    } catch {
      // The browser keeps nothing: the draft lasts as long as the page.
    }
  };

  return {
    /** @type {{value: string, peek(): string}} */ text,
    /** @type {{value: string, peek(): string}} */ theme,
    /** The challenge that the note answers, or "". @type {{value: string, peek(): string}} */ answers,

    /** @param {{theme: string, answers: string}} wanted */
    begin(wanted) {
      theme.value = wanted.theme;
      answers.value = wanted.answers;
      text.value = texts[wanted.answers] ?? "";
    },

    /** @param {string} words */
    set(words) {
      text.value = words;
      texts = { ...texts, [answers.peek()]: words };
      if (!words.trim()) delete texts[answers.peek()];
      keep();
    },

    /** It has become a note. A tab that is killed now must not take it along: the draft stays until the note is on the device. @param {Promise<void>} kept */
    async sent(kept) {
      const { [answers.peek()]: _sent, ...rest } = texts;
      texts = rest;
      text.value = "";
      await kept;
      keep();
    },
  };
}

/** @param {string} place @returns {Record<string, string>} */
function read(place) {
  try {
    const found = JSON.parse(localStorage.getItem(place) || "{}");
    return Object.fromEntries(Object.entries(found ?? {}).filter(([, words]) => typeof words === "string"));
  } catch {
    return {};
  }
}
