// Finding by a few letters, in any script: marks and look-alikes do not count, letters between may be left out. No store, no DOM.
import { folded } from "./session.js";

/** Letters that have no marks to lose and still are typed as others. @type {Record<string, string>} */
const LIKE = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ة: "ه", ى: "ي", ک: "ك", ی: "ي", "ـ": "" };
const ALIKE = new RegExp(`[${Object.keys(LIKE).join("")}]`, "gu");
const DIGITS = /[٠-٩۰-۹०-९]/gu;
const ZEROS = [0x660, 0x6f0, 0x966];
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** A text as it is compared. @param {string} text */
export function plain(text) {
  return folded(text)
    .replace(ALIKE, (letter) => LIKE[letter])
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) - /** @type {number} */ (ZEROS.findLast((zero) => zero <= digit.charCodeAt(0)))));
}

/** The words of a question. @param {string} question */
export function wordsOf(question) {
  return plain(question).split(/\s+/u).filter(Boolean);
}

/**
 * How well a text answers: 0 when a word is not in it, more the better. Each word counts as at a beginning (100), inside (60), or with letters left out (up to 40).
 * @param {readonly string[]} words of `wordsOf` @param {string} text of `plain`
 */
export function score(words, text) {
  let sum = 0;
  for (const word of words) {
    const found = scoreOf(word, text);
    if (!found) return 0;
    sum += found;
  }
  // Of two that fit equally the shorter one is meant more likely.
  return words.length ? sum / words.length + 10 / (1 + text.length / 20) : 1;
}

/** @param {string} word @param {string} text */
function scoreOf(word, text) {
  let at = text.indexOf(word);
  if (at < 0) return scattered([...word], text);
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || !WORD.test(text[at - 1])) return at === 0 ? 110 : 100;
  return 60;
}

/** The letters in their order and not far apart; one must begin where a word does. @param {string[]} letters @param {string} text */
function scattered(letters, text) {
  if (letters.length < 3) return 0;
  let best = 0;
  for (let start = text.indexOf(letters[0]); start >= 0; start = text.indexOf(letters[0], start + 1)) {
    if (start > 0 && WORD.test(text[start - 1])) continue;
    let end = start;
    for (const letter of letters) {
      end = text.indexOf(letter, end);
      if (end < 0) return best;
      end += letter.length;
    }
    const span = end - start;
    if (span <= letters.length * 2 + 6) best = Math.max(best, (40 * letters.length) / span);
  }
  return best;
}
