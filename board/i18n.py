"""The words shown to people: one JSON catalogue per language in static/i18n, read by the pages, the files and the browser alike.

A key holds a string, or one string per CLDR plural category. English stands in for a missing word. Loads nothing of the web, so that
it is there in the exporting process. Dates, numbers and lists are in cldr.py.
"""
from __future__ import annotations

import json
import logging
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.core import UnknownLocaleError, negotiate_locale

from . import cldr

if TYPE_CHECKING:
    from flask import Request

log = logging.getLogger(__name__)
FOLDER = Path(__file__).parents[1] / "static" / "i18n"
FALLBACK = "en"
NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}      # in CLDR's list of territories all the same
_PLACE = re.compile(r"\{(\w+)\}")
Word = str | dict[str, str]


class BrokenCatalogue(Exception):
    """A catalogue that cannot be read; says which file and line."""


class Catalogues:
    """All languages there is a file for."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.words: dict[str, dict[str, Word]] = {path.stem: read(path) for path in sorted(folder.glob("*.json"))}
        if FALLBACK not in self.words:
            raise BrokenCatalogue(f"{folder / FALLBACK}.json is missing: English stands in for every word that a language lacks")
        self.languages = [{"code": code, "name": self.words[code].get("language.name", code), "dir": direction(code)}
                          for code in self.words]
        self._reported: set[tuple[str, str]] = set()

    def text(self, key: str, language: str, **values: Any) -> str:
        """The words for `key`, with `{placeholders}` filled in; `count` chooses the plural form. Whole numbers are written as the
        language writes them."""
        entry = self.words.get(language, {}).get(key)
        if entry is None:
            if language in self.words:
                self._report(key, language)
            language = FALLBACK
            entry = self.words[FALLBACK].get(key, key)
        if isinstance(entry, dict):
            category = cldr.locale(language).plural_form(values.get("count", 0))
            entry = entry.get(category, entry.get("other", key))
        filled = {name: cldr.whole(value, language) if type(value) is int else value for name, value in values.items()}
        return _PLACE.sub(lambda match: str(filled.get(match[1], match[0])), entry)

    def of(self, language: str) -> dict[str, Word]:
        """All words of a language, the English ones where it has none; which ones is said once."""
        mine, english = self.words.get(language, {}), self.words[FALLBACK]
        for key in english.keys() - mine.keys():
            self._report(key, language)
        return {**english, **mine}

    def choose(self, request: Request) -> str:
        """The reader's language: as asked in the address, as kept in the cookie, as the browser says."""
        for wish in (request.args.get("lang"), request.cookies.get("lang")):
            if wish in self.words:
                return wish
        wishes = [code.replace("_", "-") for code, _ in request.accept_languages]
        known = {code.lower(): code for code in self.words}
        found = negotiate_locale([each for wish in wishes for each in (wish, cldr.base_of(wish))], list(known), sep="-")
        return known.get(found.lower(), FALLBACK) if found else FALLBACK

    def _report(self, key: str, language: str) -> None:
        if (language, key) not in self._reported:
            self._reported.add((language, key))
            log.warning("no word %r in language %r", key, language)


def catalogues(folder: Path = FOLDER) -> Catalogues:
    """Those of a folder, read once in a process."""
    return _read_all(folder)


@cache
def _read_all(folder: Path) -> Catalogues:
    return Catalogues(folder)


def read(path: Path) -> dict[str, Word]:
    """One language's words. Raises BrokenCatalogue."""
    try:
        text = path.read_text("utf-8")
        found = json.loads(text, object_pairs_hook=lambda pairs: _once(pairs, path, text))
        Locale.parse(path.stem, sep="-")
    except json.JSONDecodeError as error:
        raise BrokenCatalogue(f"{path}, line {error.lineno}, column {error.colno}: {error.msg}") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[:error.start].count(b"\n") + 1
        raise BrokenCatalogue(f"{path}, line {line}: not UTF-8") from None
    except (UnknownLocaleError, ValueError):
        raise BrokenCatalogue(f"{path}: {path.stem!r} is no code of a language that Unicode's CLDR knows") from None
    if not isinstance(found, dict):
        raise BrokenCatalogue(f"{path}, line 1: an object of keys and words is wanted")
    for key, word in found.items():
        forms = {"other": word} if isinstance(word, str) else word
        if not isinstance(forms, dict) or "other" not in forms or not all(isinstance(form, str) for form in forms.values()):
            raise BrokenCatalogue(f"{path}, line {_line(text, key)}: {key!r} needs a text, or one for each plural form (other among them)")
    return found


def _once(pairs: list[tuple[str, Any]], path: Path, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BrokenCatalogue(f"{path}, line {_line(text, key, last=True)}: {key!r} stands there twice")
        found[key] = value
    return found


def _line(text: str, key: str, *, last: bool = False) -> int:
    written = json.dumps(key, ensure_ascii=False)
    place = text.rfind(written) if last else text.find(written)
    return text.count("\n", 0, max(place, 0)) + 1


def direction(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def countries(language: str) -> list[list[str]]:
    """`[[code, name], …]` of all countries by name, in the language."""
    territories = cldr.locale(language).territories
    names = [[code, name] for code, name in territories.items() if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRY]
    return sorted(names, key=lambda pair: cldr.order(pair[1], language))
