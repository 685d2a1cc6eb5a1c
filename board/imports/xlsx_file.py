"""Workbooks. Formulas are never worked out: the value that was last seen counts, or the formula as a text."""
from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from .headings import knows
from .sheet import BadFile, Row
from .tables import limited

MAX_ENTRIES, MAX_UNPACKED, MAX_RATIO = 1_000, 60_000_000, 200
_LARGE = 5_000_000          # unpacked; a small part may be packed as well as it likes
_MOST_SHEETS = 50
_PEEKED = 12                # rows of each sheet, to find the one with the notes
_FORMULA = re.compile(rb"<f[\s/>]")
_OTHERS = (("word/", "docx"), ("ppt/", "pptx"), ("content.xml", "ods"), ("Index/", "numbers"))


def is_workbook(body: bytes) -> bool:
    """Raises BadFile for other packed files, and for workbooks that must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        raise BadFile("broken_xlsx") from None
    names = {each.filename for each in entries}
    if len(entries) > MAX_ENTRIES:
        raise BadFile("zip_bomb", limit=MAX_ENTRIES)
    if sum(each.file_size for each in entries) > MAX_UNPACKED or any(
            each.file_size > _LARGE and each.file_size > MAX_RATIO * each.compress_size for each in entries):
        raise BadFile("zip_bomb", limit=MAX_UNPACKED)
    if any(each.flag_bits & 1 for each in entries):
        raise BadFile("password")
    if "xl/workbook.bin" in names:
        raise BadFile("old_excel")
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return True
    raise BadFile("binary", format=next((kind for start, kind in _OTHERS if any(name.startswith(start) for name in names)), "zip"))


def read(body: bytes, wanted: str, max_rows: int) -> tuple[list[str], str, list[Row]]:
    """The names of the sheets, the one that was read, and its rows. Unless one is wanted, it is the one with the most headings
    we know. Raises BadFile."""
    import openpyxl  # takes a while
    try:
        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        sheets = [each for each in book.worksheets[:_MOST_SHEETS] if each.sheet_state == "visible"] or book.worksheets[:_MOST_SHEETS]
        if not sheets:
            raise BadFile("broken_xlsx")
        names = [each.title for each in sheets]
        chosen = names.index(wanted) if wanted in names else max(range(len(sheets)), key=lambda place: (_headings(sheets[place]), -place))
        formulas = None
        if _FORMULA.search(_part(body, sheets[chosen])):
            formulas = openpyxl.load_workbook(io.BytesIO(body), read_only=True)[names[chosen]]
        return names, names[chosen], limited(_rows(sheets[chosen], formulas), max_rows)
    except (BadFile, MemoryError):
        raise
    except Exception:       # whatever a broken or hostile workbook makes of the library
        raise BadFile("broken_xlsx") from None


def _headings(sheet: Any) -> int:
    most = 0
    for _, cells in _peeked(_rows(sheet, None)):
        most = max(most, knows(cells))
    return most


def _peeked(rows: Iterator[Row]) -> Iterator[Row]:
    for _ in range(_PEEKED):
        row = next(rows, None)
        if row is None:
            return
        yield row


def _part(body: bytes, sheet: Any) -> bytes:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return packed.read(sheet._worksheet_path)


def _rows(sheet: Any, formulas: Any) -> Iterator[Row]:
    values = _values(sheet)
    asked: Iterable[Any] = _values(formulas) if formulas is not None else iter(())
    asked = iter(asked)
    for number, cells in enumerate(values, 1):
        behind = next(asked, ())
        yield number, [_text(behind[index] if each is None and index < len(behind) else each) for index, each in enumerate(cells)]


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()        # what a file says of its own size is often wrong
    yield from sheet.iter_rows(values_only=True)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(getattr(value, "text", value))       # a formula over several cells is an object
