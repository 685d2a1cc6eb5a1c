"""Dates, numbers, sizes and lists in every language, against Babel; the browser's twin is checked with the same vectors
(tests/js/formats.test.js). `python tests/unit/test_cldr.py` writes them anew for another Babel."""
from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from board import cldr
from board.i18n import FOLDER, countries

VECTORS = Path(__file__).parents[1] / "vectors" / "formats.json"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))
NUMBERS = [0, 1, 12, 999, 1000, 12345, 1234567, 123456789, 1.5, 0.25, -3, -1234.5]
DATES = [(2024, 1, 5, 0, 3), (2024, 2, 29, 9, 30), (2025, 3, 1, 11, 59), (2025, 4, 30, 12, 0), (2025, 5, 10, 13, 7),
         (2026, 6, 15, 23, 59), (2026, 7, 1, 1, 1), (2026, 8, 21, 10, 10), (2026, 9, 9, 9, 9), (2026, 10, 31, 17, 45),
         (2026, 11, 28, 14, 25), (2026, 12, 25, 6, 5)]
AGO = [(unit, count) for unit, counts in (("minute", (1, 2, 3, 11, 21, 59)), ("hour", (1, 2, 6, 11)), ("day", (1, 2, 3, 6)))
       for count in counts]
LISTS = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "{0}", "{1}", "d"]]


def by_babel(language: str) -> dict[str, Any]:
    """What Babel writes, in the language's own digits."""
    locale = Locale.parse(language)

    def own(text: str) -> str:
        return cldr.in_digits(text, language)

    def day(at: tuple[int, ...], sort: str) -> str:
        when = datetime(*at)    # type: ignore[arg-type]    # noqa: DTZ001
        if sort == "both":
            return own(locale.datetime_formats["medium"].replace("{1}", format_date(when, "medium", locale)).replace(
                "{0}", format_time(when, "short", locale=locale)))
        return own(format_time(when, "short", locale=locale) if sort == "time" else format_date(when, sort, locale))
    return {
        "language": language, "cldr": cldr.data(language),
        "numbers": [[number, own(format_decimal(number, locale=locale))] for number in NUMBERS],
        "dates": [[[at[0], at[1] - 1, *at[2:]], sort, day(at, sort)] for at in DATES for sort in ("long", "medium", "time", "both")],
        "ago": [[unit, count, own(format_timedelta(-timedelta(**{f"{unit}s": count}), unit, 999, add_direction=True, locale=locale))]
                for unit, count in AGO],
        "units": [[unit, value, cldr.size(value * (1e3 if unit == "kilobyte" else 1e6), language)]
                  for unit in ("kilobyte", "megabyte") for value in (1, 1.5, 2, 12, 345)],
        "percents": [[share, own(format_percent(share, locale=locale))] for share in (0, 0.07, 0.5, 1, 12)],
        "lists": [[parts, format_list(parts, locale=locale)] for parts in LISTS]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_browser_writes_is_what_babel_writes(language: str) -> None:
    kept = {each["language"]: each for each in json.loads(VECTORS.read_text("utf-8"))}
    assert kept[language] == json.loads(json.dumps(by_babel(language)))


@pytest.mark.parametrize(("language", "number", "day", "moment", "size"), [
    ("en", "12,345", "March 21, 2024", "3/21/24, 2:05 PM UTC", "2.5 MB"),
    ("es", "12.345", "21 de marzo de 2024", "21/3/24, 14:05 UTC", "2,5 MB"),
    ("fr", "12 345", "21 mars 2024", "21/03/2024 14:05 UTC", "2,5 Mo"),
    ("pt", "12.345", "21 de março de 2024", "21/03/2024 14:05 UTC", "2,5 MB"),
    ("ar", "12,345", "21 مارس 2024", "21/3/2024، 2:05 م UTC", "2.5 م.ب"),
    ("ne", "१२,३४५", "२०२४ मार्च २१", "२४/३/२१, १४:०५ UTC", "२.५ MB"),
    ("nb", "12 345", "21. mars 2024", "21.03.2024, 14:05 UTC", "2,5 MB")])
def test_the_server_writes_in_the_language(language: str, number: str, day: str, moment: str, size: str) -> None:
    def plain(text: str) -> str:
        return text.replace("\u202f", " ").replace("\xa0", " ").replace("\u200f", "")
    at = "2024-03-21T14:05:09.120Z"
    assert [plain(each) for each in (cldr.whole(12345, language), cldr.long_date(at, language), cldr.moment(at, language),
                                     cldr.size(2_500_000, language))] == [number, day, moment, size]


def test_names_are_sorted_as_people_look_them_up() -> None:
    assert sorted(["Zambia", "Østerrike", "Åland", "Ecuador", "Eire", "Ægir"], key=lambda name: cldr.order(name, "nb")) == [
        "Ecuador", "Eire", "Zambia", "Ægir", "Østerrike", "Åland"]
    names = [name for _, name in countries("es")]
    assert names.index("Emiratos Árabes Unidos") < names.index("España") and names.index("Níger") < names.index("Nigeria")
    french = [name for _, name in countries("fr")]
    assert french.index("Égypte") < french.index("Espagne")


def test_names_for_browsers_are_there() -> None:
    found = cldr.names("ne")
    assert found["region"]["NP"] == "नेपाल" and found["language"]["ne"] == "नेपाली"


if __name__ == "__main__":
    VECTORS.write_text(json.dumps([by_babel(language) for language in LANGUAGES], ensure_ascii=False, indent=None).replace(
        '{"language"', '\n{"language"') + "\n", "utf-8")
