// The words shown to people, in the language of the page. Knows no framework: a page that uses signals
// imports words_signal.js once, and from then on reading `language.value` or calling `t` inside a component subscribes it.
/** @typedef {string | Record<string, string>} Word  one string, or one per CLDR plural category */
/** @typedef {Record<string, Word>} Words */

const FALLBACK = "en";
/** @type {Map<string, Words>} */
const catalogues = new Map();
/** @type {Map<string, Intl.PluralRules>} */
const plurals = new Map();
/** @type {Set<string>} */
const reported = new Set();
/** @type {Set<(code: string) => void>} */
const listeners = new Set();
let code = FALLBACK;
let base = "";
let revision = 0;
/** @type {null | {value: string}} */
let mirror = null;

export const language = {
  /** The code of the language in use. */
  get value() {
    return mirror ? mirror.value.split(" ")[0] : code;
  },
  peek() {
    return code;
  },
  /** @param {(code: string) => void} fn called at once and at each change */
  subscribe(fn) {
    fn(code);
    return onLanguage(fn);
  },
};

/** @param {(code: string) => void} fn called at each change of the words @returns {() => void} stops it */
export function onLanguage(fn) {
  listeners.add(fn);
  return () => void listeners.delete(fn);
}

/** Lets a signal carry the language, see words_signal.js. @param {{value: string}} signal */
export function carryWith(signal) {
  mirror = signal;
  tell();
}

/** Fetches a language's words and makes it the language of the page. @param {string} lang @param {string} assets versioned prefix of all files */
export async function loadWords(lang, assets) {
  base = assets;
  const words = catalogues.get(lang) ?? (await fetchWords(lang));
  setWords(lang, words);
}

/** The same without fetching. @param {string} lang @param {Words} words */
export function setWords(lang, words) {
  catalogues.set(lang, words);
  code = lang;
  tell();
}

/**
 * The words for a key, with `{placeholders}` filled in; `count` chooses the plural form.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  let lang = language.value;
  let word = catalogues.get(lang)?.[key];
  if (word === undefined) {
    report(lang, key);
    lang = FALLBACK;
    word = catalogues.get(lang)?.[key] ?? key;
  }
  const text = typeof word === "string" ? word : (word[category(lang, Number(values.count ?? 0))] ?? word.other ?? key);
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? shown(values[name], lang) : place));
}

/** "rtl" or "ltr", for the language in use. */
export function direction() {
  const script = new Intl.Locale(language.value).maximize().script ?? "Latn";
  return ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"].includes(script) ? "rtl" : "ltr";
}

/** @param {string | number} value @param {string} lang */
function shown(value, lang) {
  return typeof value === "number" ? new Intl.NumberFormat(lang).format(value) : value;
}

/** @param {string} lang @param {number} count */
function category(lang, count) {
  let rules = plurals.get(lang);
  if (!rules) plurals.set(lang, (rules = new Intl.PluralRules(lang)));
  return rules.select(count);
}

/** @param {string} lang @returns {Promise<Words>} */
async function fetchWords(lang) {
  const response = await fetch(`${base}i18n/${lang}.json`);
  if (!response.ok) throw new Error(`no words for ${lang}: ${response.status}`);
  const words = await response.json();
  catalogues.set(lang, words);
  return words;
}

/** Says once that a word is missing, and gets the English ones to stand in. @param {string} lang @param {string} key */
function report(lang, key) {
  if (!catalogues.has(lang) || reported.has(`${lang} ${key}`)) return;
  reported.add(`${lang} ${key}`);
  console.warn(`no word "${key}" in ${lang}`);
  if (!catalogues.has(FALLBACK) && base) {
    catalogues.set(FALLBACK, {});
    fetchWords(FALLBACK).then(tell, () => {});
  }
}

function tell() {
  if (mirror) mirror.value = `${code} ${++revision}`;
  for (const fn of listeners) fn(code);
}
