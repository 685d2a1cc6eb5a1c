/** What is being written for a new note, kept on this device until it is sent: it outlives a closed sheet and a closed tab. */
import { signal } from "../../../vendor/preact-htm-signals.js";

/** @param {string} board */
export function createDraft(board) {
  const place = `draft:${board}`;
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
