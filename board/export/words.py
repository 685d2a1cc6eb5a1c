"""The words that files say, in all languages at once: a report is read by people who never saw the page. They are a catalogue
of their own, so that no phone loads them. Loads nothing of the web, so that it is there in the exporting process."""
from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent / "i18n"
FALLBACK = "en"
SEMICOLON = ("es", "pt", "fr", "nb", "ar")      # whose spreadsheets take it for the separator (Windows' list separator)
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


class Words:
    """`words("report.key", name=…)` gives a text with its `{placeholders}` filled in; `count` chooses the plural form and is
    written as the language writes numbers. English stands in for a missing word and for a language there is no file for."""

    def __init__(self, language: str) -> None:
        self.language = language if language in languages() else FALLBACK
        self._locale = Locale.parse(self.language, sep="-")
        self._words = _catalogue(self.language)

    def __call__(self, key: str, **values: Any) -> str:
        entry = self._words.get(key)
        if entry is None:
            entry = _catalogue(FALLBACK).get(key, key)
        if isinstance(entry, dict):
            entry = entry.get(self._locale.plural_form(values.get("count", 0)), entry["other"])
        filled = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return _PLACE.sub(lambda found: str(filled.get(found[1], found[0])), entry)

    @property
    def rtl(self) -> bool:
        return self._locale.text_direction == "rtl"

    @property
    def separator(self) -> str:
        """Between the columns of a CSV file that this language's spreadsheets open as a table."""
        return ";" if self.language in SEMICOLON else ","

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self._locale)

    def date(self, at: str) -> str:
        """The day of a stored time, written out; "" for none."""
        return format_date(datetime.fromisoformat(at).date(), "long", locale=self._locale) if at else ""

    def country(self, code: str) -> str:
        return self._locale.territories.get(code, code)


@cache
def _catalogue(language: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return words
