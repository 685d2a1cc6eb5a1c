"""What a reader makes of a file: a table of texts, and what it knows about it. Says nothing yet of notes."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MAX_COLUMNS = 100
# Why a file cannot be read; the words are chosen in the browser. In brackets what comes along.
REASONS = (
    "empty",              # no bytes, or nothing but blanks
    "too_large",          # (limit: bytes)
    "too_many_rows",      # (limit, row: number of the first one too many)
    "too_many_columns",   # (limit, row)
    "encoding",           # no letters come out, or there is no such encoding (encoding)
    "not_a_table",        # a web page or another sort of markup
    "no_text",            # no column could be the text of notes
    "broken_xlsx",        # ends early, or is no workbook inside
    "zip_bomb",           # would unpack to more than it should (limit: bytes)
    "password",           # encrypted
    "old_excel",          # .xls or .xlsb
    "binary",             # no text and no workbook (format: pdf, image, zip, docx, ods, …)
    "newer_version",      # our own file, written by a newer version (limit: the newest known)
    "deep",               # JSON nested beyond reason
    "not_json",           # JSON that is broken, or none that a board wrote
)
Row = tuple[int, list[str]]


class BadFile(Exception):
    """The file is not read. `reason` is one of REASONS."""

    def __init__(self, reason: str, **details: Any) -> None:
        super().__init__(reason)
        self.reason, self.details = reason, details

    def answer(self) -> dict[str, Any]:
        return {"reason": self.reason, **self.details}


@dataclass
class Sheet:
    """`rows` are `(number in the file, cells)` without the header and blank ones. `names` are the header's cells, "" where
    there is none. `fields`: what columns are, for sure, by their index. `marks`: why rows are no notes, by their number.
    `hints`: `{"color" | "theme": {value: guess}}` that the file itself gives. `guarded`: apostrophes before what a spreadsheet
    would take for a formula are no part of the text."""
    source: str
    rows: list[Row]
    names: list[str]
    header: bool = False
    encoding: str | None = None
    separator: str | None = None
    sheets: list[str] = field(default_factory=list)
    sheet: str | None = None
    fields: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    hints: dict[str, dict[str, Any]] = field(default_factory=dict)
    guarded: bool = False


def cell(cells: list[str], index: int | None) -> str:
    """"" where the row is too short."""
    return cells[index] if index is not None and index < len(cells) else ""


def is_blank(cells: list[str]) -> bool:
    return not any(each.strip() for each in cells)
