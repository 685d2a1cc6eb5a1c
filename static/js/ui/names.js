/** Names of languages and countries in the reader's language, from the browser. */
import { language, namesOf } from "../core/i18n.js";

/** What local governments write in where such workshops are held: the languages of the interface, those that are official in many
 * countries, those of South Africa, Nepal, the Andes and the Sámi. Of three letters only those that `board/cldr.py` names too. */
const LANGUAGES = ("af am ar ay az be bg bn bs ca cs da de dv dz el en es et eu fa fi fil fr ga gl gn gu ha he hi hr ht hu hy id ig is it ja ka kk km kn ko ku ky ln lo lt lv " +
  "mai mg mk ml mn mr ms mt my nb nd ne new nl nn nr nso ny om pa pl ps pt qu rn ro ru rw se si sk sl sn so sq sr ss st sv sw ta te tg th ti tk tn tr ts ug uk ur uz ve vi wo xh yo zh zu").split(" ");
const NOT_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** @param {string} [also] a code that must be in the list @returns {[string, string][]} */
export function languageNames(also) {
  const names = namesIn("language");
  const codes = also && !LANGUAGES.includes(also) ? [...LANGUAGES, also] : LANGUAGES;
  return sorted(codes.map((code) => [code, safe(names, code)]));
}

/** @param {string} code @returns {string} */
export function languageName(code) {
  return code ? safe(namesIn("language"), code) : "";
}

/** @type {Map<string, [string, string][]>} */
const countries = new Map();

/** @returns {[string, string][]} */
export function countryNames() {
  const known = countries.get(language.value);
  if (known) return known;
  const whole = Intl.DisplayNames.supportedLocalesOf([language.value]).length > 0 || namesOf("region") !== null;
  const names = namesIn("region");
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  /** @type {[string, string][]} */
  const found = [];
  for (const a of letters)
    for (const b of letters) {
      const name = NOT_COUNTRIES.has(a + b) ? undefined : names.of(a + b);
      if (name) found.push([a + b, name]);
    }
  if (whole) countries.set(language.value, found); // else once more when the names are here
  return sorted(found);
}

/** @param {[string, string][]} pairs */
function sorted(pairs) {
  return pairs.sort((a, b) => a[1].localeCompare(b[1], language.value));
}

/** Chromium knows no Nepali: such names come from the server. @param {"language" | "region"} type @returns {{of: (code: string) => string | undefined}} */
function namesIn(type) {
  const known = Intl.DisplayNames.supportedLocalesOf([language.value]).length > 0;
  const ours = known ? null : namesOf(type);
  return ours ? { of: (code) => ours[code] } : new Intl.DisplayNames([language.value, "en"], { type, fallback: type === "region" ? "none" : "code" });
}

/** @param {{of: (code: string) => string | undefined}} names @param {string} code */
function safe(names, code) {
  try {
    return names.of(code) || code;
  } catch {
    return code;
  }
}
