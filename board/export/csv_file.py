"""CSV: one row for each note, for spreadsheets. UTF-8 with a byte order mark, so that Excel reads accents right."""
from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable
from typing import Any

COLUMNS = ("id", "kind", "theme", "text", "association", "author", "country", "sdgs", "language", "x", "y", "created_at", "edited_at")
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")     # also as wide as a Chinese character


def write(content: dict[str, Any], words: Callable[[str], str]) -> bytes:
    themes = {each["id"]: each["title"] for each in content["themes"]}
    seats = {each["id"]: each for each in content["seats"]}
    named = any(seat["name"] for seat in seats.values())
    columns = [name for name in COLUMNS if named or name != "author"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([words(f"export.column.{name}") for name in columns])
    for note in content["notes"]:
        seat = seats.get(note["seat"], {})
        row = {**note, "kind": words(f"kind.{note['kind']}"), "theme": themes.get(note["theme"], note["theme"]),
               "author": seat.get("name", ""), "country": seat.get("country", ""), "sdgs": " ".join(map(str, note["sdgs"]))}
        writer.writerow([_safe(row[name]) for name in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(value: Any) -> Any:
    """A text no spreadsheet takes for a formula: an apostrophe before what could start one, also behind blanks and what
    cannot be seen."""
    if isinstance(value, str) and (value.startswith(("\t", "\n", "\r")) or _seen(value).startswith(_FORMULA)):
        return "'" + value
    return value


def _seen(text: str) -> str:
    """The text from its first character on that leaves a mark."""
    for index, character in enumerate(text):
        if unicodedata.category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            return text[index:]
    return ""
