"""Dates, numbers, sizes and lists as a language writes them, from Unicode's CLDR by way of Babel; also as data for browsers, whose own
list of languages is shorter: static/js/core/formats.js does with it what is done here. Digits are those that CLDR names for the
language: Devanagari in Nepali, Latin in the other six.
"""
from __future__ import annotations

import unicodedata
from datetime import datetime
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent, get_decimal_symbol, get_group_symbol

LATIN = "0123456789"
_ZERO = {"deva": 0x966, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "mymr": 0x1040, "tibt": 0xF20}     # Babel knows the names only
_AFTER_Z = str.maketrans({"æ": "z\U0010FFFD", "ø": "z\U0010FFFE", "å": "z\U0010FFFF"})


@cache
def locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def base_of(code: str) -> str:
    """The language without its country, as the browser has it (static/js/core/reading.js); Norwegian of any kind is Bokmål."""
    base = code.lower().split("-")[0]
    return "nb" if base in ("no", "nn") else base


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
    shown = round(bytes_, 1 if bytes_ < 10 and unit != "byte" else 0)
    patterns = locale(language)._data["unit_patterns"][f"digital-{unit}"]["short"]      # Babel has no other door to them
    return str(patterns.get(locale(language).plural_form(shown), patterns["other"])).replace("{0}", number(shown, language))


@cache
def data(language: str) -> dict[str, Any]:
    """What a browser needs to write dates, numbers, sizes and lists in the language."""
    found = locale(language)
    fields, units = found._data["date_fields"], found._data["unit_patterns"]
    lists = found.list_patterns["standard"]
    periods = found.day_periods["format"]["abbreviated"]
    return {
        "digits": digits(language), "decimal": get_decimal_symbol(found), "group": get_group_symbol(found),
        "sizes": list(found.decimal_formats[None].grouping), "percent": format_percent(0.11, locale=found).replace("11", "{0}"),
        "months": [found.months["format"]["wide"][month] for month in range(1, 13)],
        "short_months": [found.months["format"]["abbreviated"][month] for month in range(1, 13)], "periods": [periods["am"], periods["pm"]],
        "long": found.date_formats["long"].pattern, "medium": found.date_formats["medium"].pattern,
        "time": found.time_formats["short"].pattern, "both": str(found.datetime_formats["medium"]),
        "ago": {unit: dict(fields[unit]["past"]) for unit in ("minute", "hour", "day")},
        "list": {name: lists[name] for name in ("start", "middle", "end", "2")},
        "units": {name: {form: pattern for form, pattern in units[key]["short"].items() if "{0}" in str(pattern)}
                  for name, key in (("kilobyte", "digital-kilobyte"), ("megabyte", "digital-megabyte"), ("second", "duration-second"))}}


_OF_THREE = {"fil", "mai", "new", "nso"}     # that `static/js/ui/names.js` offers


def names(language: str) -> dict[str, dict[str, str]]:
    """Of languages and countries, by code: for browsers that do not have them in this language."""
    found = locale(language)
    return {"language": {code: name for code, name in found.languages.items() if len(code) == 2 or code in _OF_THREE},
            "region": {code: name for code, name in found.territories.items() if len(code) == 2}}


def order(name: str, language: str) -> tuple[str, str]:
    """Sorts names as people of the language look them up: accents count last, Norwegian's three letters come after z."""
    plain = name.casefold()
    if language in ("nb", "nn", "no", "da"):
        plain = plain.translate(_AFTER_Z)
    return "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each)), name
