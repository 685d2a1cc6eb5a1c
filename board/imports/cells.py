"""What is written in one cell, as a text that can be stored, a number, or a list of goals."""
from __future__ import annotations

import html
import re
import unicodedata

LONGEST_LINE = 80           # titles of themes and clusters
LONGEST_ASSOCIATION = 60
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_TAGS = "p|br|div|span|strong|em|ul|ol|li|font|code|pre|sub|sup|a|b|i|u|s|h[1-6]"
_BREAKING = re.compile(r"<(?:br\s*/?|/(?:p|div|li|h[1-6]))\s*>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?\Z")
_GOAL = re.compile(r"(?<![\d.])(\d+)(?:\.\w{1,2}\b)?")      # a target such as 11.a belongs to its goal
_GROUPING = re.compile(r"[\s'\u066c]")
_LONGEST_TEXT = 200_000      # nothing of it beyond that would be a note
_LONGEST_NUMBER, _MOST_MARKS = 40, 30
_THOUSANDS = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*\Z")


def text_of(cell: str, *, guarded: bool = True) -> str:
    """`guarded`: an apostrophe that keeps a spreadsheet from taking the text for a formula is not part of it."""
    if guarded and cell.startswith("'") and (cell[1:2] in ("\t", "\n", "\r") or _seen(cell[1:]).startswith(_FORMULA)):
        cell = cell[1:]
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    return _composed(_UNWANTED.sub("", _BREAKS.sub("\n", cell)).strip())


def line_of(cell: str, longest: int = LONGEST_LINE) -> str:
    """In one line."""
    return " ".join(text_of(cell).split())[:longest].strip()


def without_tags(cell: str) -> str:
    """What whiteboards wrap texts in goes, then what they escaped once is as people typed it: `&lt;b&gt;` stays `<b>`."""
    cell = cell[:_LONGEST_TEXT]
    if "<" in cell:
        cell = _TAG.sub("", _BREAKING.sub("\n", cell))
    return html.unescape(cell) if "&" in cell else cell


def number_of(cell: str) -> float | None:
    """A number, also with a comma for the point, blanks between thousands, and digits of other scripts."""
    if not cell.isdecimal():
        cell = _GROUPING.sub("", cell[:_LONGEST_NUMBER]).replace("\u2212", "-").replace("\u066b", ".")
    if len(cell) >= _LONGEST_NUMBER or not _NUMBER.match(cell):
        return None
    value = float(cell.replace(",", "."))
    return value if abs(value) < 1e12 else None


def place_of(cell: str) -> float | int | None:
    value = number_of(cell)
    if value is None or abs(value) > 1_000_000:
        return None
    value = round(value, 2)
    return int(value) if value == int(value) else value


def count_of(cell: str) -> int | None:
    """Votes: a whole number from 0."""
    cell = cell.strip()
    value = number_of(re.sub("[.,]", "", cell) if _THOUSANDS.match(cell) else cell)
    return int(value) if value is not None and value == int(value) and 0 <= value <= 1_000_000 else None


def goals_of(cell: str) -> tuple[list[int], bool]:
    """The goals of the 2030 Agenda, and whether all numbers there were some."""
    found = [int(each) if len(each) < 3 else 0 for each in _GOAL.findall(cell[:500])]
    goals = sorted({each for each in found if 1 <= each <= 17})
    return goals, all(1 <= each <= 17 for each in found) and bool(found or not cell.strip())


def _composed(text: str) -> str:
    """Accents as part of their letters (NFC), as decomposed ones from a Mac would not be found. Marks in heaps stay as they are:
    ordering them takes the square of their number."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MOST_MARKS:
            return text
    return unicodedata.normalize("NFC", text)


def _seen(text: str) -> str:
    """From its first character on that leaves a mark."""
    for index, character in enumerate(text):
        if unicodedata.category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            return text[index:]
    return ""
