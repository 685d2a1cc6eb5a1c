"""A file that somebody brings, read into a proposal that the person looks at and corrects. Pure: no database, no web.

`read(body, filename, options)` gives a proposal, or raises BadFile (its reasons are in `sheet.REASONS`):

    {"source": "json" | "mural" | "miro" | "table" | "lines",
     "encoding": name | None, "separator": sign | None, "header": bool, "sheets": [names], "sheet": name | None,
     "columns": [{"index", "name", "samples": [up to 3], "field": one of headings.FIELDS, `translation_es` or ""}],
     "clusters": "area" | "cluster" | "none",
     "values": {"kind" | "theme" | "color" | "area" | "status": [{"value", "count", "guess"}]},     # up to 200 each, most used first
     "rows": [{"row", "text", "kind", "theme", "cluster", "association", "language", "sdgs": [1 to 17], "status", "answers": [row],
               "votes", "x", "y", "skip", "translations": [{"language", "text", "machine", "source"}]}],
     "problems": [{"row", "reason": one of proposal.PROBLEMS, "value"}],                             # up to 100
     "count": {"rows", "notes", "skipped", "translations"}}

*Columns.* A `name` is "" where the file has none. `text` may be several columns: each cell is a note, of the kind that the
heading says (`Challenges` | `Solutions`); a challenge and a solution in one row are linked. `id` and `votes` may be several too.
`author` and `country` are known and left out.

*Guesses* do not depend on what was chosen. For a kind `challenge`, `solution` or ""; for a theme an id of the board's themes,
"+" and the title of a new one, or ""; for a colour `{"kind", "theme"}`; for an area the id of a theme or "" (then it is a cluster);
for a status ours or "".

*Rows* are all there are, in order. `row` is the number in the file, as a spreadsheet counts, and differs for each: a second note
in a row has `proposal.FURTHER` (10,000,000) more. `theme` is an id, "+title" or "". `answers` are the `row`s of challenges, on
solutions only. Files of our own may add `merged_into`, a `row`. `x` and `y` are None or numbers: in the theme's zone for our own
files, in the area for Mural's. `skip`: "" | "empty" | "heading" | "legend" | "long" | "duplicate".

*Options*, all of them optional, None is as if not given: `encoding` (one of decode.ENCODINGS), `separator` (a sign, "tab" or "none"
for one column), `header` (bool), `sheet`, `source`, `split` ("line": each line a note, "row": rows of a table, or paragraphs),
`columns` {index: field or ""}, `kinds` {value: kind or ""}, `themes` {value of theme or area: id, "+title" or ""}, `clusters`
{"by"}, `colors` {value: {"kind", "theme"}}, `default_kind`, `default_theme`, `cut` (bool: long texts are cut, not left out),
`board` {"themes": [{"id", "title"}]}, `max_bytes`, `max_rows`, `max_text`. What makes no sense is ignored.
"""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from . import lines, miro, mural, own_file, tables, xlsx_file
from .choices import Choices, choices_of
from .columns import find_header
from .decode import decode
from .headings import knows
from .proposal import build
from .sheet import BadFile, Row, Sheet, cell, is_blank

MAX_LINES = 200_000         # blank ones and those inside of cells too
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
_MAGIC = ((b"%PDF", "pdf"), (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"BM\x36", "image"), (b"RIFF", "media"),
          (b"II*\0", "image"), (b"MM\0*", "image"), (b"\x1f\x8b", "zip"), (b"Rar!", "zip"), (b"7z\xbc\xaf", "zip"), (b"{\\rtf", "rtf"),
          (b"SQLite format 3\0", "binary"), (b"\x7fELF", "binary"), (b"MZ\x90", "binary"), (b"PK\x05\x06", "zip"))
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|svg|table)\b", re.IGNORECASE)
_PLAIN = ("txt", "text", "md", "markdown", "")


def read(body: bytes, filename: str, options: Any) -> dict[str, Any]:
    """The proposal. Raises BadFile."""
    choices = choices_of(options)
    if not body.strip():
        raise BadFile("empty")
    if len(body) > choices.max_bytes:
        raise BadFile("too_large", limit=choices.max_bytes)
    return build(_sheet(body, filename, choices), choices)


def _sheet(body: bytes, filename: str, choices: Choices) -> Sheet:
    _refuse_binary(body)
    if body.startswith(b"PK\x03\x04") and xlsx_file.is_workbook(body):
        names, name, rows = xlsx_file.read(body, choices.sheet, choices.max_rows)
        return replace(_from_rows(rows, filename, choices), sheets=names, sheet=name)
    text, encoding = decode(body, choices.encoding)
    if not text.strip():
        raise BadFile("empty")
    return replace(_from_text(text, filename, choices), encoding=encoding)


def _refuse_binary(body: bytes) -> None:
    if body.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in body:
            raise BadFile("password")
        if any(name.encode("utf-16-le") in body for name in ("Workbook", "Book")):
            raise BadFile("old_excel")
        raise BadFile("binary", format="office")
    if body.startswith(_OLD_EXCEL):
        raise BadFile("old_excel")
    for magic, format in _MAGIC:
        if body.startswith(magic):
            raise BadFile("binary", format=format)


def _from_text(text: str, filename: str, choices: Choices) -> Sheet:
    ending = filename.rpartition(".")[2].lower() if "." in filename else ""
    if text.lstrip()[:1] in ("{", "[") or ending == "json" or choices.source == "json":
        payload = own_file.parse(text)
        if payload is not None or ending == "json" or choices.source == "json":
            return own_file.read(payload, choices.board, choices.max_rows)
    if _MARKUP.match(text):
        raise BadFile("not_a_table")
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise BadFile("too_many_rows", limit=choices.max_rows, row=MAX_LINES)
    told, rest = tables.told_separator(text)
    told = choices.separator or told
    separator = told or tables.guess_separator(rest, knows)
    separator = "" if separator == "none" else separator
    if _are_lines(rest, separator, told, ending in _PLAIN, choices):
        return lines.read(rest, choices.split or "line", choices.max_rows)
    sheet = _from_rows(tables.parse(rest, separator, choices.max_rows), filename, choices)
    return replace(sheet, separator=separator or None)


def _are_lines(text: str, separator: str, told: str, is_plain: bool, choices: Choices) -> bool:
    """What was pasted is a table only where tabs or headings make one: sentences have commas."""
    if choices.source or choices.split == "line":
        return choices.source == "lines" or choices.split == "line"
    if not is_plain or told:
        return False
    first = next((cells for _, cells in tables.parse(text[:20_000], separator, 100_000) if cells), [])
    return knows(first) < 2 and not (separator == "\t" and len(first) > 2)


def _from_rows(rows: list[Row], filename: str, choices: Choices) -> Sheet:
    """`rows` with the blank ones between."""
    if choices.source == "lines":
        text = "\n".join(next((each for each in cells if each.strip()), "").replace("\n", " ") for _, cells in rows)
        return lines.read(text, choices.split or "line", choices.max_rows)
    place = _header(rows, choices)
    names = list(rows[place][1]) if place is not None else []
    below = rows[place + 1:] if place is not None else rows
    filled = [(number, cells) for number, cells in below if not is_blank(cells)]
    if len(filled) > choices.max_rows:
        raise BadFile("too_many_rows", limit=choices.max_rows, row=filled[choices.max_rows][0])
    width = max((len(cells) for _, cells in filled), default=0)
    sheet = Sheet("table", filled, [cell(names, index) for index in range(max(width, len(names)))], header=place is not None, guarded=True)
    if choices.source == "mural" or not choices.source and mural.fits(names):
        return mural.arrange(sheet, choices.board)
    if choices.source == "miro" or not choices.source and miro.fits(below if place is None else rows, names, filename):
        return miro.arrange(sheet, below)
    return sheet


def _header(rows: list[Row], choices: Choices) -> int | None:
    if choices.header is False:
        return None
    found = find_header(rows)
    if found is None and choices.header:
        return next((place for place, (_, cells) in enumerate(rows) if not is_blank(cells)), None)
    return found
