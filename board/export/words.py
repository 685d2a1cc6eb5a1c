"""The words that files say, in all languages at once: a report is read by people who never saw the page. They stand in the same
catalogues as those of the pages. Loads nothing of the web, so that it is there in the exporting process."""
from __future__ import annotations

from functools import cache
from typing import Any

from .. import cldr
from ..i18n import FALLBACK, catalogues, direction

SEMICOLON = ("es", "pt", "fr", "nb", "ar")      # whose spreadsheets take it for the separator (Windows' list separator)


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(catalogues().words))


class Words:
    """`words("report.key", name=…)` gives a text with its `{placeholders}` filled in; `count` chooses the plural form and is
    written as the language writes numbers. English stands in for a missing word and for a language there is no file for."""

    def __init__(self, language: str) -> None:
        self.language = language if language in languages() else FALLBACK

    def __call__(self, key: str, **values: Any) -> str:
        return catalogues().text(key, self.language, **values)

    @property
    def rtl(self) -> bool:
        return direction(self.language) == "rtl"

    @property
    def separator(self) -> str:
        """Between the columns of a CSV file that this language's spreadsheets open as a table."""
        return ";" if self.language in SEMICOLON else ","

    def number(self, value: float) -> str:
        return cldr.number(value, self.language)

    def date(self, at: str) -> str:
        """The day of a stored time, written out; "" for none."""
        return cldr.long_date(at, self.language) if at else ""

    def country(self, code: str) -> str:
        return str(cldr.locale(self.language).territories.get(code, code))
