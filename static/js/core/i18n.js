// The words shown to people, in the language of the page. Knows no framework: a page that uses signals
// imports words_signal.js once, and from then on reading `language.value` or calling `t` inside a component subscribes it.
// Words come in parts, made by the server for each module: the page's own first, a dialog's with the dialog. The server puts
// English in for a word that a language lacks.
import { formatAgo, formatDate, formatList, formatNumber, formatPercent, formatUnit, PLAIN } from "./formats.js";
/** @typedef {import("./formats.js").Cldr} Cldr */
/** @typedef {string | Record<string, string>} Word  one string, or one per CLDR plural category */
/** @typedef {Record<string, Word>} Words */

const FALLBACK = "en";
/** All that scripts say: for a word that was in no part. */
const REST = "rest";
/** The key of the patterns of dates and numbers. */
const CLDR = "#";
/** @type {Map<string, Words>} */
const catalogues = new Map();
/** @type {Map<string, Intl.PluralRules>} */
const plurals = new Map();
/** @type {Set<string>} */
const reported = new Set();
/** @type {Set<(code: string) => void>} */
const listeners = new Set();
/** Parts in use. @type {Set<string>} */
const parts = new Set();
/** Parts that are here, "language part". @type {Set<string>} */
const got = new Set();
/** @type {Map<string, Promise<void>>} */
const coming = new Map();
let asked = 0;
let tryAgain = 0;
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

/**
 * Fetches a language's words for the parts that are in use, and makes it the language of the page. Nothing changes when one
 * cannot be fetched.
 * @param {string} lang @param {string} assets versioned prefix of all files @param {string} [part] of the page's entry: its module below js
 */
export async function loadWords(lang, assets, part) {
  const mine = ++asked;
  base = assets;
  if (part) parts.add(part);
  let missing;
  while ((missing = [...parts].filter((one) => !got.has(`${lang} ${one}`))).length) await Promise.all(missing.map((one) => fetchPart(lang, one)));
  if (mine === asked) setWords(lang, catalogues.get(lang) ?? {});
}

/** The same without fetching. @param {string} lang @param {Words} words @param {string} [assets] where further parts are */
export function setWords(lang, words, assets) {
  base = assets ?? base;
  catalogues.set(lang, words);
  code = lang;
  tell();
}

/** Gets the words of a further part, in this language and in those that are chosen later. @param {string} part a module below js, without ".js" */
export async function wordsFor(part) {
  parts.add(part);
  while (base && !got.has(`${code} ${part}`)) await fetchPart(code, part);
}

/**
 * A module that is fetched when it is needed, with its words: neither is shown without the other.
 * @template M @param {string} part the module below js, without ".js" @param {() => Promise<M>} load @returns {Promise<M>}
 */
export async function withWords(part, load) {
  const [module] = await Promise.all([load(), wordsFor(part)]);
  return module;
}

/**
 * The words for a key, with `{placeholders}` filled in; `count` chooses the plural form.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const lang = language.value;
  let word = catalogues.get(lang)?.[key];
  if (word === undefined) {
    if (!report(lang, key)) return "…";
    word = key;
  }
  const text = typeof word === "string" ? word : (word[category(lang, Number(values.count ?? 0))] ?? word.other ?? key);
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? shown(values[name], lang) : place));
}

/** "rtl" or "ltr", for the language in use. */
export function direction() {
  const script = new Intl.Locale(language.value).maximize().script ?? "Latn";
  return ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"].includes(script) ? "rtl" : "ltr";
}

/** The patterns of numbers and dates that came with the words. @param {string} lang @returns {Cldr} */
const cldrOf = (lang) => /** @type {any} */ (catalogues.get(lang))?.[CLDR] ?? PLAIN;

/** In the language in use: numbers, dates, sizes, lists. An invalid date is "". */
export const written = {
  /** @param {number} value @param {import("./formats.js").Shape} [shape] */
  number: (value, shape) => formatNumber(cldrOf(language.value), value, shape),
  /** @param {Date | string} at @param {"long" | "medium" | "time" | "both"} sort */
  date(at, sort) {
    const date = new Date(at);
    return Number.isNaN(+date) ? "" : formatDate(cldrOf(language.value), date, sort);
  },
  /** @param {"minute" | "hour" | "day"} unit @param {number} count */
  ago: (unit, count) => formatAgo(cldrOf(language.value), unit, count, (n) => category(language.value, n)),
  /** @param {"kilobyte" | "megabyte" | "second"} unit @param {number} value */
  unit: (unit, value) => formatUnit(cldrOf(language.value), unit, value, (n) => category(language.value, n)),
  /** @param {number} share */
  percent: (share) => formatPercent(cldrOf(language.value), share),
  /** @param {string[]} parts */
  list: (parts) => formatList(cldrOf(language.value), parts),
};

/** Names of languages and countries where the browser has none in this language; null until they are here. @param {"language" | "region"} type @returns {Record<string, string> | null} */
export function namesOf(type) {
  const names = /** @type {any} */ (catalogues.get(language.value))?.["#names"];
  if (!names && base) void wordsFor("names").catch(() => {});
  return names?.[type] ?? null;
}

/** The words of one part in some language that need not be that of the page; those of the page where there are none. @param {string} lang @param {string} part @returns {Promise<(key: string) => string>} */
export async function wordsIn(lang, part) {
  const wanted = got.has(`${lang} ${part}`) || (await fetchPart(lang, part).then(() => true, () => false)) ? lang : (await wordsFor(part), code);
  return (key) => String(catalogues.get(wanted)?.[key] ?? t(key));
}

/** @param {string | number} value @param {string} lang */
function shown(value, lang) {
  return typeof value === "number" ? formatNumber(cldrOf(lang), value) : value;
}

/** @param {string} lang @param {number} count */
function category(lang, count) {
  let rules = plurals.get(lang);
  if (!rules) plurals.set(lang, (rules = new Intl.PluralRules(lang)));
  return rules.select(count);
}

/** @param {string} lang @param {string} part */
function fetchPart(lang, part) {
  const name = `${lang} ${part}`;
  let promise = coming.get(name);
  if (!promise) coming.set(name, (promise = fetchWords(lang, part).finally(() => coming.delete(name))));
  return promise;
}

/** @param {string} lang @param {string} part */
async function fetchWords(lang, part) {
  const response = await fetch(`${base}i18n/${lang}/${part}.json`);
  if (!response.ok) throw new Error(`no words of ${part} in ${lang}: ${response.status}`);
  const words = await response.json();
  catalogues.set(lang, { ...catalogues.get(lang), ...words }); // what came meanwhile stays
  got.add(`${lang} ${part}`);
  if (lang === code) tell();
}

/** A word that no part in use has: gets all the others; says once that it is in none of them. @returns {boolean} whether it is missing @param {string} lang @param {string} key */
function report(lang, key) {
  if (base && catalogues.has(lang) && !got.has(`${lang} ${REST}`)) {
    if (Date.now() > tryAgain) {
      tryAgain = Date.now() + 5000;
      console.warn(`the word "${key}" is in no part that is loaded`);
      fetchPart(lang, REST).catch(() => {});
    }
    return false;
  }
  if (catalogues.has(lang) && !reported.has(`${lang} ${key}`)) {
    reported.add(`${lang} ${key}`);
    console.warn(`no word "${key}" in ${lang}`);
  }
  return true;
}

function tell() {
  if (mirror) mirror.value = `${code} ${++revision}`;
  for (const fn of listeners) fn(code);
}
