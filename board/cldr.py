"""Dates, numbers, sizes and lists as a language writes them, from Unicode's CLDR by way of Babel. Digits are those that CLDR names
for the language: Devanagari in Nepali, Latin in the other six.
"""
from __future__ import annotations

from datetime import datetime
from functools import cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from babel.units import format_unit

LATIN = "0123456789"
_ZERO = {"deva": 0x966, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "mymr": 0x1040, "tibt": 0xF20}     # Babel knows the names only


@cache
def locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def digits(language: str) -> str:
    """The ten digits of the language, from 0."""
    zero = _ZERO.get(locale(language).default_numbering_system, ord("0"))
    return "".join(chr(zero + number) for number in range(10))


def in_digits(text: str, language: str) -> str:
    """A formatted number or date with the language's own digits."""
    own = digits(language)
    return text if own == LATIN else text.translate(str.maketrans(LATIN, own))


def number(value: float, language: str) -> str:
    return in_digits(format_decimal(value, locale=locale(language)), language)


def whole(value: int, language: str) -> str:
    return number(value, language)


def long_date(at: str, language: str) -> str:
    """The day of a stored time, written out."""
    return in_digits(format_date(datetime.fromisoformat(at).date(), "long", locale=locale(language)), language)


def moment(at: str, language: str) -> str:
    """A stored time, short, in UTC."""
    return in_digits(format_datetime(datetime.fromisoformat(at), "short", locale=locale(language)), language) + " UTC"


def size(bytes_: float, language: str) -> str:
    """A number of bytes as people say it."""
    for unit in ("byte", "kilobyte", "megabyte", "gigabyte"):
        if bytes_ < 1000 or unit == "gigabyte":
            break
        bytes_ /= 1000
    pattern = "#,##0.#" if bytes_ < 10 and unit != "byte" else "#,##0"
    return in_digits(format_unit(bytes_, f"digital-{unit}", "short", format=pattern, locale=locale(language)), language)
