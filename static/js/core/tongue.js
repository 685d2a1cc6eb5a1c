// In which language a text seems to be: by its script, its little words, letters and endings. Says "" rather
// than guess without a sign.

/** Words that a language has many of, as they are written. Those of two languages count for both. @type {Record<string, string>} */
const WORDS = {
  en: "the and of to in is are for on with that this we our not no it be was were by from have has they their who what when but or as at can will more there you i all need only so if do don't how out up than them which because without into about should could would first one its get never every after before an a",
  es: "el la los las de del que y en un una no se por con para es son al lo como más pero sus su le ya o este esta sin sobre entre cuando muy hay nos nuestro nuestra nuestros cada donde desde hasta todo todos tiene tienen ni qué quién falta solo porque están está fue ser hace año años quien mientras nada nadie también después antes usar datos municipio municipios",
  fr: "le la les de des du et en un une que qui ne pas est sont pour dans sur au aux avec par plus nous notre nos ce cette ces il elle ils on se sa ses leur leurs mais ou où sans être a ont été fait tout tous y chaque aussi entre même comme rien ni qu données communes",
  pt: "o a os as de do da dos das que e em um uma não no na nos nas se por com para é são ao à mais mas seu sua seus suas foi tem têm sem sobre entre quando muito há nosso nossa cada onde desde até todo todos nem ou já só porque está estão ser quem ninguém também pelo pela isso este esta ano anos vai falta faltam podem pode fora fazer dados município municípios",
  af: "die van nie het ons vir daar dat wat met hulle is en te om sal kan word moet aan by nog geen hierdie waar sonder tussen almal ook baie meer as gemeenskap munisipaliteit munisipaliteite",
  nb: "og i å er det som en et på av til for med ikke den de har vi om kan fra var at ved seg eller men ble skal alle så hva når vår våre vårt må mer enn bare ingen også etter hver dette denne disse noe noen du jeg oss deres blir uten mellom hvem hvor hele mot inn ut opp før vil ha egen bedre blant",
};
const LISTS = Object.fromEntries(Object.entries(WORDS).map(([code, words]) => [code, new Set(words.split(" "))]));
/** Letters and endings that tell, and how much. @type {[string, RegExp, number][]} */
const SIGNS = [
  ["es", /[ñ¿¡]/gu, 2], ["es", /\p{L}(?:ción|ciones|dad|dades|mente|amos|emos)(?!\p{L})/gu, 1], ["es", /[áíóú]/gu, 0.5],
  ["pt", /[ãõ]/gu, 2], ["pt", /\p{L}(?:lh|nh)\p{L}/gu, 1], ["pt", /\p{L}(?:ção|ções|dade|dades|mente|amos|emos)(?!\p{L})/gu, 1], ["pt", /[çâêáíóú]/gu, 0.5],
  ["fr", /[œùèîû]/gu, 1.5], ["fr", /(?<!\p{L})[ldnsjcm]['’](?=\p{L})/gu, 1], ["fr", /[çêâà]/gu, 0.5], ["fr", /\p{L}(?:tion|tions|ment|ments|eur|eurs|eux|aux)(?!\p{L})/gu, 0.5],
  ["nb", /[øå]/gu, 2], ["nb", /æ/gu, 1], ["nb", /\p{L}(?:ene|heten|heter|asjon|lig|lige|else|elser)(?!\p{L})/gu, 1],
  ["en", /\p{L}(?:tion|tions|ing|ed|ly|ness|ment|ments)(?!\p{L})/gu, 0.5], ["en", /\p{L}['’](?:s|t|re|ve|ll)(?!\p{L})/gu, 1],
];
const LEAST = 1.5;
const MOST_CACHED = 20000;
/** @type {Map<string, string>} */
const known = new Map();

/** The code of its language, or "" where it cannot be told. @param {string} text */
export function tongueOf(text) {
  let code = known.get(text);
  if (code === undefined) {
    if (known.size > MOST_CACHED) known.clear();
    known.set(text, (code = guess(text.normalize("NFC").toLowerCase())));
  }
  return code;
}

/** @param {string} text */
function guess(text) {
  const count = (/** @type {RegExp} */ letters) => text.match(letters)?.length ?? 0;
  const arabic = count(/[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]/gu);
  const devanagari = count(/[\u0900-\u0963\u0971-\u097f]/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const others = count(/\p{L}/gu) - count(/\p{Script=Arabic}/gu) - count(/\p{Script=Devanagari}/gu) - latin;
  const most = Math.max(arabic, devanagari, latin, others);
  if (!most || most === others) return "";
  if (most === arabic) return /[ٹڈڑںےہ]/u.test(text) ? "ur" : /[پچژگ]/u.test(text) ? "fa" : "ar";
  if (most === devanagari) return /(?<![\p{L}\p{M}])(?:है|हैं|और|था|थी|थे|में|नहीं)(?![\p{L}\p{M}])/u.test(text) && !/छ/u.test(text) ? "hi" : "ne";
  return latinTongue(text);
}

/** The one with clearly more signs than any other. @param {string} text */
function latinTongue(text) {
  const words = text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’]t(?!\p{L}))?/gu) ?? [];
  /** @type {Record<string, number>} */
  const points = { en: 0, es: 0, fr: 0, pt: 0, nb: 0, af: 0 };
  for (const word of words) for (const code in LISTS) if (LISTS[code].has(word.replace("’", "'"))) points[code] += 1;
  for (const [code, sign, worth] of SIGNS) points[code] += worth * (text.match(sign)?.length ?? 0);
  const [[best, first], [, second]] = Object.entries(points).sort((a, b) => b[1] - a[1]);
  return first >= LEAST && first > second ? best : "";
}
