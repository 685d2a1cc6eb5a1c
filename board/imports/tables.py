"""Text with separators as rows of cells: CSV and its relatives, as spreadsheets in all countries write them."""
from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from .sheet import MAX_COLUMNS, BadFile, Row, is_blank

SEPARATORS = ("\t", ";", ",", "|")      # which is preferred where two fit alike
_ONE_COLUMN = "\x1f"
_SAMPLE, _SAMPLE_ROWS = 64_000, 100
_LONGEST_CELL = 1 << 23                 # more than any file has: a quote that is not closed must not be an error
_MANY_LINES, _LONG_CELL = 60, 8_000     # in one cell: a quotation mark opened and never closed
_MOST_REPAIRS = 50
_END = "\x1e"                           # a line of ours, to see whether the one before is closed
_LEAST_SHARE = 0.6                      # of rows as wide as most, below which a sign is no separator
_FIRST_LINE = re.compile(r"sep=(.)\r?(?:\n|\Z)", re.IGNORECASE)


def told_separator(text: str) -> tuple[str, str]:
    """What a first line such as `sep=;` says, and the text without it."""
    found = _FIRST_LINE.match(text)
    if not found or found[1] not in SEPARATORS:
        return "", text
    return found[1], text[found.end():]


def guess_separator(text: str, knows: Callable[[list[str]], int]) -> str:
    """The sign that cuts most rows into the same number of cells; "" for none. `knows` counts the cells of a row that are
    headings we know."""
    best, found = 0.0, ""
    for separator in SEPARATORS:
        score = _score(text, separator, knows)
        if score > best + 1e-9:
            best, found = score, separator
    return found


def _score(text: str, separator: str, knows: Callable[[list[str]], int]) -> float:
    sample = text[:_SAMPLE]
    rows = [cells for _, cells in _records(sample, separator)][:_SAMPLE_ROWS]
    if len(sample) < len(text) and len(rows) > 1:
        rows.pop()      # cut off
    rows = [cells for cells in rows if not is_blank(cells)]
    widths = Counter(map(len, rows))
    if not rows or set(widths) == {1}:
        return 0
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]))
    share, known = count / len(rows), knows(rows[0])
    if known >= 2:
        return 2 + known + share
    if width == 1 or share < _LEAST_SHARE or _is_prose(sample, separator):
        return 0
    return share + min(width, 10) / 100 + (1 if known else 0)


def _is_prose(sample: str, separator: str) -> bool:
    """A comma in sentences stands before a blank, one in numbers between digits."""
    mark = re.escape(separator)
    used = sample.count(separator)
    spaced, numeric = len(re.findall(mark + " ", sample)), len(re.findall(rf"\d{mark}\d", sample))
    return separator != "\t" and max(spaced, numeric) > used / 2


def parse(text: str, separator: str, max_rows: int) -> list[Row]:
    """Rows with their numbers, as a spreadsheet counts them; of blank rows in a row only the first. Raises BadFile."""
    return limited(_records(text, separator or _ONE_COLUMN), max_rows)


def limited(rows: Iterable[Row], max_rows: int) -> list[Row]:
    """The rows, cells without what is blank at their end. Raises BadFile as soon as there are too many; one more than allowed
    may be the header."""
    found: list[Row] = []
    count, blank = 0, True
    for number, cells in rows:
        if is_blank(cells):
            if not blank:
                found.append((number, []))
            blank = True
            continue
        blank = False
        count += 1
        if count > max_rows + 1:
            raise BadFile("too_many_rows", limit=max_rows, row=number)
        while not cells[-1].strip():
            cells.pop()
        if len(cells) > MAX_COLUMNS:
            raise BadFile("too_many_columns", limit=MAX_COLUMNS, row=number)
        found.append((number, cells))
    return found


def _records(text: str, separator: str) -> Iterator[Row]:
    """A quotation mark that is never closed swallows the rest of the file, or very much of it: its line is read again with the
    mark as a letter, and so are all lines once that has happened often."""
    csv.field_size_limit(_LONGEST_CELL)
    text = text.replace("\0", "")
    lines = [*io.StringIO(text if text.endswith(("\n", "\r")) else text + "\n", newline=""), _END]
    at, number, quoting = 0, 0, csv.QUOTE_MINIMAL
    for _ in range(_MOST_REPAIRS + 1):
        reader = csv.reader(lines[at:], delimiter=separator, quoting=quoting)
        start = at
        for cells in _checked(reader):
            begun, start = start, at + reader.line_num
            if cells == [_END]:
                return
            if start - begun > 1 and (start == len(lines) or _is_swallowed(cells)):
                at = begun
                break
            number += 1
            yield number, cells
        number += 1
        yield number, next(csv.reader(lines[at:at + 1], delimiter=separator, quoting=csv.QUOTE_NONE))
        at += 1
    yield from enumerate(csv.reader(lines[at:-1], delimiter=separator, quoting=csv.QUOTE_NONE), number + 1)


def _is_swallowed(cells: list[str]) -> bool:
    return any(len(each) > _LONG_CELL and each.count("\n") > _MANY_LINES for each in cells)


def _checked(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        raise BadFile("not_a_table") from None
