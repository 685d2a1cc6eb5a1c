// What a reader sees of a note: its own text, or what somebody made of it in the reader's language. Pure.
import { tongueOf } from "./tongue.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {"original" | "mine" | "both"} Mode */
/** @typedef {{mode: Mode, language: string, flipped?: ReadonlySet<string>}} How  `flipped`: notes that are shown the other way for the moment */
/**
 * @typedef {object} Read
 * @property {string} text
 * @property {string} lang  "" when it is not known
 * @property {Rec | null} translation  whose text this is; null: the note's own
 * @property {string} also  the note's own text, when both are shown
 * @property {string} alsoLang
 * @property {boolean} turns  there is another text to turn to
 */

export const MODES = ["original", "mine", "both"];

/** @type {Uint32Array | undefined} */
let table;
const sums = new Map();
const encoder = new TextEncoder();

/** Tells whether a text is still the one that was translated: CRC-32 without its highest bit (board/records/translation.py). @param {string} text */
export function sumOf(text) {
  let sum = sums.get(text);
  if (sum === undefined) {
    if (sums.size > 20000) sums.clear();
    table ??= Uint32Array.from({ length: 256 }, (_, n) => {
      for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
      return n;
    });
    let crc = 0xffffffff;
    for (const byte of encoder.encode(text)) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
    sums.set(text, (sum = (crc ^ 0xffffffff) & 0x7fffffff));
  }
  return sum;
}

/** The language of a note: as somebody said, or as it seems to be. @param {Rec} note */
export function languageOf(note) {
  return note.language || tongueOf(note.text ?? "");
}

/** Whether two codes are the same language, whatever the country. @param {string} one @param {string} other */
export function sameLanguage(one, other) {
  return Boolean(one) && baseOf(one) === baseOf(other);
}

/** Whether the note was written anew since. @param {Rec} translation @param {Rec | undefined} note */
export function isEarlier(translation, note) {
  return Boolean(note) && translation.source !== sumOf(note?.text ?? "");
}

/** Of a note's translations the one in a language: the very same code first. @param {readonly Rec[]} translations @param {string} language */
export function inLanguage(translations, language) {
  return translations.find((each) => each.language === language) ?? translations.find((each) => sameLanguage(each.language, language));
}

/** @param {Rec} note @param {readonly Rec[]} translations of it @param {How} how @returns {Read} */
export function readNote(note, translations, { mode, language, flipped }) {
  const text = note.text ?? "";
  const own = { text, lang: languageOf(note), translation: null, also: "", alsoLang: "", turns: false };
  if (!translations.length || !text) return own;
  const found = sameLanguage(own.lang, language) ? undefined : inLanguage(translations, language);
  if (!found) return own;
  const turned = flipped?.has(note.id) ?? false;
  const shows = mode === "original" ? turned : !turned;
  if (!shows) return { ...own, turns: true };
  const both = mode === "both";
  return { text: found.text, lang: found.language, translation: found, also: both ? text : "", alsoLang: both ? own.lang : "", turns: true };
}

/** Translations by their note. @param {readonly Rec[]} translations @returns {Map<string, Rec[]>} */
export function byNote(translations) {
  const found = new Map();
  for (const one of translations) found.has(one.note) ? found.get(one.note).push(one) : found.set(one.note, [one]);
  return found;
}

/** Whether a note has nothing in a language and could have. @param {Rec} note @param {readonly Rec[]} translations @param {string} language */
export function wants(note, translations, language) {
  return Boolean(note.text?.trim()) && !note.private && !note.hidden && !sameLanguage(languageOf(note), language) && !inLanguage(translations, language);
}

/** The language without its country. @param {string} code */
export function baseOf(code) {
  const first = code.split("-")[0];
  return first === "no" || first === "nn" ? "nb" : first;
}
