"""Words of a note: one spelling for all, cut into tokens, and which language they seem to be in. Pure.

Not here: what words mean (`lexicon`), what they weigh (`features`).
"""
from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

LANGUAGES = ("en", "es", "fr", "pt", "ar", "ne", "nb")
SAME_AS = {"no": "nb", "nn": "nb", "da": "nb"}      # near enough for word lists
_LATIN = {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"}
_ARABIC = {"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ٱ": "ا", "ـ": "", "ک": "ك", "ی": "ي"}
_FOLDED = str.maketrans(_LATIN | _ARABIC | {"\u200c": "", "\u200d": "", "\u200e": "", "\u200f": ""})
# Vowel signs of Devanagari are marks, which \w leaves out; the danda (0964, 0965) ends a sentence.
_TOKEN = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670\u0900-\u0963\u0971-\u097f\u200c\u200d])*")
_ARABIC_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_STEM = 6       # letters: cutting words there does as well as a stemmer for the Latin languages here, and needs no rules


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """`text` in one spelling: NFKC, lower case, without accents, harakat and tatweel, one alef, digits 0-9.
    Devanagari keeps its signs, which are vowels and not accents."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    kept = []
    for char in folded:
        if unicodedata.category(char) == "Mn" and not "\u0900" <= char <= "\u097f":
            continue
        kept.append(str(unicodedata.decimal(char)) if char.isdecimal() else char)
    return "".join(kept).translate(_FOLDED)


def cut(text: str) -> tuple[list[str], list[str]]:
    """Words and numbers of `text` in their order: as written, and folded. Emoji and signs are no words."""
    written = _TOKEN.findall(unicodedata.normalize("NFKC", text))
    return written, [fold(word) for word in written]


def script(text: str) -> str:
    """"ar", "ne" or "latin" by the letters that `text` has most of; "" without any."""
    counts = {"ar": 0, "ne": 0, "latin": 0}
    for char in text:
        if "\u0600" <= char <= "\u06ff":
            counts["ar"] += 1
        elif "\u0900" <= char <= "\u097f":
            counts["ne"] += 1
        elif char.isalpha():
            counts["latin"] += 1
    best = max(counts, key=lambda name: (counts[name], name))
    return best if counts[best] else ""


@cache
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    stored = json.loads((Path(__file__).parent / "stopwords.json").read_text("utf-8"))
    return {kind: {language: frozenset(fold(words).split()) for language, words in stored[kind].items()} for kind in ("stop", "negation")}


def stop_words(language: str) -> frozenset[str]:
    """Words without a subject; those of all languages together when the language is unknown."""
    return _listed("stop", language)


def negations(language: str) -> frozenset[str]:
    """Words that turn a sentence round; those of all languages when it is unknown."""
    return _listed("negation", language)


def _listed(kind: str, language: str) -> frozenset[str]:
    lists = _lists()[kind]
    return lists[language] if language in lists else _all(kind)


@cache
def _all(kind: str) -> frozenset[str]:
    return frozenset().union(*_lists()[kind].values())


def language_of(declared: str, text: str, words: list[str]) -> str:
    """One of LANGUAGES, or "" when it cannot be told. What was declared holds unless the script or the little words
    plainly say otherwise: people write in a language that is not the one of their seat."""
    declared = declared.replace("_", "-").split("-")[0].lower()
    declared = SAME_AS.get(declared, declared)
    written = script(text)
    if written in ("ar", "ne"):
        return written
    if declared in ("ar", "ne"):
        declared = ""
    hits = {language: sum(word in _lists()["stop"][language] for word in words) for language in LANGUAGES}
    ranked = sorted(((count, language) for language, count in hits.items()), reverse=True)
    clear = ranked[0][0] > ranked[1][0]
    if declared in LANGUAGES:
        return ranked[0][1] if clear and hits[declared] == 0 and ranked[0][0] >= 3 else declared
    return ranked[0][1] if clear and not declared else ""


def variants(word: str, language: str) -> list[str]:
    """The word, and for Arabic the word without article and one-letter particles, the longest prefix first."""
    if language != "ar":
        return [word]
    return [word, *(word[len(prefix):] for prefix in _ARABIC_PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= 3)]


def stem(word: str, language: str) -> str:
    """A crude stem: the first letters, for Arabic after article and particles."""
    if language == "ar":
        return variants(word, "ar")[1:2][0][:5] if len(variants(word, "ar")) > 1 else word[:5]
    return word[:_STEM]
