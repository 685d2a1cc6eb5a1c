"""The words shown to people: one JSON catalogue per language in static/i18n, read here and by the browser alike.

A key holds a string, or one string per CLDR plural category. English stands in for a missing word.
"""
from __future__ import annotations

import json
import logging
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError, negotiate_locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from babel.units import format_unit
from flask import Request

log = logging.getLogger(__name__)
FALLBACK = "en"
NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}      # in CLDR's list of territories all the same
_PLACE = re.compile(r"\{(\w+)\}")


class Catalogues:
    """All languages there is a file for."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[str, dict[str, Any]] = {
            path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
        self.languages = [{"code": code, "name": self.words[code].get("language.name", code), "dir": direction(code)}
                          for code in self.words]
        self._reported: set[tuple[str, str]] = set()

    def text(self, key: str, language: str, **values: Any) -> str:
        """The words for `key`, with `{placeholders}` filled in; `count` chooses the plural form."""
        entry = self.words.get(language, {}).get(key)
        if entry is None:
            if language in self.words:
                self._report(key, language)
            language = FALLBACK
            entry = self.words.get(FALLBACK, {}).get(key, key)
        if isinstance(entry, dict):
            category = Locale.parse(language, sep="-").plural_form(values.get("count", 0))
            entry = entry.get(category, entry.get("other", key))
        return _PLACE.sub(lambda match: str(values.get(match[1], match[0])), entry)

    def choose(self, request: Request) -> str:
        """The reader's language: as asked in the address, as kept in the cookie, as the browser says."""
        for wish in (request.args.get("lang"), request.cookies.get("lang")):
            if wish in self.words:
                return wish
        wishes = [code.replace("_", "-") for code, _ in request.accept_languages]
        known = {code.lower(): code for code in self.words}
        found = negotiate_locale(wishes, list(known), sep="-") or \
            negotiate_locale([wish.split("-")[0] for wish in wishes], list(known), sep="-")
        return known.get(found.lower(), FALLBACK) if found else FALLBACK

    def _report(self, key: str, language: str) -> None:
        if (language, key) not in self._reported:
            self._reported.add((language, key))
            log.warning("no word %r in language %r", key, language)


def direction(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def countries(language: str) -> list[list[str]]:
    """`[[code, name], …]` of all countries by name, in the language."""
    territories = Locale.parse(language, sep="-").territories
    names = [[code, name] for code, name in territories.items() if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRY]
    return sorted(names, key=lambda pair: pair[1].casefold())


def long_date(at: str, language: str) -> str:
    """The day of a stored time, written out in the language."""
    return format_date(datetime.fromisoformat(at).date(), "long", locale=Locale.parse(language, sep="-"))


def moment(at: str, language: str) -> str:
    """A stored time, short, in UTC."""
    return format_datetime(datetime.fromisoformat(at), "short", locale=Locale.parse(language, sep="-")) + " UTC"


def whole(number: int, language: str) -> str:
    return format_decimal(number, locale=Locale.parse(language, sep="-"))


def size(bytes_: float, language: str) -> str:
    """A number of bytes as people say it."""
    for unit in ("byte", "kilobyte", "megabyte", "gigabyte"):
        if bytes_ < 1000 or unit == "gigabyte":
            break
        bytes_ /= 1000
    pattern = "#,##0.#" if bytes_ < 10 and unit != "byte" else "#,##0"
    return format_unit(bytes_, f"digital-{unit}", "short", format=pattern, locale=Locale.parse(language, sep="-"))
