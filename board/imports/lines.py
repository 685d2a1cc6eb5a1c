"""Plain text: one note for each line, or for each paragraph. Headings among the lines say kind and theme of what follows."""
from __future__ import annotations

import re

from .cells import text_of
from .sheet import BadFile, Row, Sheet
from .vocabulary import is_kind_word

# Bullets, boxes to tick, and numbers with a point or a bracket and a blank behind them; `3.5 %` and `2030 Agenda` stay.
_BULLET = re.compile(
    r"\s*(?:[-*+•◦‣▪■●○·–—→➤✓✔☐☑☒]|\[[ xX]?\])\s+|\s*(?:[•◦‣▪■●○➤✓✔☐☑☒])|\s*\(?(?:\d{1,3}|[a-zA-Z])\)\s+|\s*\d{1,3}[.．۔-]\s+")
_HEADING = re.compile(r"\s*#{1,6}\s+(.*?)[\s#]*\Z")
_BREAK = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_LONGEST_HEADING = 200
_TEXT, _THEME, _KIND, _AREA = range(4)
_FIELDS = {_TEXT: "text", _THEME: "theme", _KIND: "kind", _AREA: "area"}


def read(text: str, split: str, max_rows: int) -> Sheet:
    """`split` "row": one note for each paragraph. A tab divides a note from its theme. Raises BadFile."""
    rows: list[Row] = []
    marks: dict[int, str] = {}
    kind = area = ""
    for number, block in _blocks(text, split):
        heading = _heading(block)
        title = heading or block.strip().rstrip(":：").strip()
        if title and is_kind_word(title):
            kind = title
            rows.append((number, [title, "", kind, area]))
            marks[number] = "heading"
        elif heading:
            kind, area = "", heading
            rows.append((number, [heading, "", "", area]))
            marks[number] = "heading"
        else:
            lines = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in block.split("\n")]
            body, _, theme = "\n".join(lines).strip().partition("\t")
            rows.append((number, [body, theme.split("\t")[0].strip(), kind, area]))
        if len(rows) > max_rows:
            raise BadFile("too_many_rows", limit=max_rows, row=number)
    used = {index: any(cells[index] for _, cells in rows) for index in _FIELDS}
    kept = [index for index in _FIELDS if used[index] or index == _TEXT]
    return Sheet("lines", [(number, [cells[index] for index in kept]) for number, cells in rows], ["" for _ in kept], marks=marks,
                 fields={place: _FIELDS[index] for place, index in enumerate(kept)})


def _heading(block: str) -> str:
    """The title in `## Title`, "" for what is none."""
    found = _HEADING.match(block) if len(block) <= _LONGEST_HEADING and "\n" not in block else None
    return found[1] if found else ""


def _blocks(text: str, split: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    open_block = False
    for number, line in enumerate(_BREAK.split(text), 1):
        if not text_of(line):
            open_block = False
        elif open_block and split == "row" and not _heading(line):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            found.append((number, line))
            open_block = not _heading(line)
    return found
