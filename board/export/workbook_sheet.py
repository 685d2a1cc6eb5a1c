"""Sheets of a workbook that look and print alike: head frozen and repeated, a filter, wrapped texts in their own direction."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from math import ceil
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .clean import is_rtl
from .slides_markup import COLORS
from .slides_text import INK, WHITE
from .words import Words

_RULE = "#D9DDE2"
_LONGEST = 16_000           # a cell holds 32,767 halves of a character
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\uffdc]")
_AIR, _LETTERS = 2, 1.12    # of a column's width, what is not for the text, and letters in what is
_LINE, _HIGHEST = 15, 409   # heights, in points; a row cannot be higher
_BASE = {"valign": "top", "text_wrap": True, "indent": 1, "font_color": f"#{INK}", "bottom": 1, "bottom_color": _RULE}


@dataclass(frozen=True)
class Column:
    """`prose`: each text stands on the side where it begins, not where the sheet does."""
    title: str
    width: float
    prose: bool = False
    numbers: bool = False


@dataclass(frozen=True)
class Series:
    """A column of numbers in a chart, in a theme's colour, filled or only edged."""
    column: int
    color: str
    solid: bool


class Book:
    def __init__(self, stream: BinaryIO, words: Words, title: str) -> None:
        self._rtl, self._title = words.rtl, title
        self._book = xlsxwriter.Workbook(stream, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        self._book.set_properties({"title": title[:255], "created": datetime.now(timezone.utc).replace(tzinfo=None)})
        self._names: set[str] = set()
        head = {"bold": True, "font_color": f"#{WHITE}", "bg_color": f"#{INK}", "valign": "vcenter", "bottom": 0}
        self._heads = {end: self._format(**head, align=self._side(end=end)) for end in (False, True)}
        self._number, self._time = self._format(align=self._side(end=True)), self._format(num_format="yyyy-mm-dd hh:mm", align=self._side())
        self._texts = {(rtl, right): self._format(reading_order=2 if rtl else 1, align="right" if right else "left")
                       for rtl in (False, True) for right in (False, True)}

    def add(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Worksheet:
        """A cell is a text, a number or a time; there are fewer where the last ones are empty."""
        sheet = self._book.add_worksheet(self._free(name))
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
            sheet.write_string(0, index, _plain(column.title), self._heads[column.numbers])
        sheet.set_row(0, _height([(column.title, column.width * .85) for column in columns]) + 6)
        last = 0
        for last, row in enumerate(rows, 1):    # noqa: B007
            for index, column in enumerate(columns):
                self._write(sheet, (last, index), row[index] if index < len(row) else "", column.prose)
            texts = [(value, column.width) for value, column in zip(row, columns, strict=False) if isinstance(value, str)]
            sheet.set_row(last, _height(texts))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        self._set_up_print(sheet)
        return sheet

    def add_bars(self, sheet: Worksheet, title: str, series: Sequence[Series], rows: int) -> None:
        """Below the table: a bar for each of the first rows, the columns one behind the other in it."""
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        for each in series:
            tint, accent = COLORS[each.color]
            chart.add_series({
                "name": [sheet.name, 0, each.column], "categories": [sheet.name, 1, 0, rows, 0],
                "values": [sheet.name, 1, each.column, rows, each.column], "gap": 45,
                "fill": {"color": f"#{accent if each.solid else tint}"}, "border": {"color": f"#{accent}", "width": 0.75}})
        chart.set_title({"name": title, "name_font": {"size": 13, "color": f"#{INK}"}})
        chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": {"size": 10}, "label_position": "low", "major_tick_mark": "none"})
        chart.set_x_axis({"reverse": self._rtl, "major_gridlines": {"visible": True, "line": {"color": _RULE}}, "num_format": "0"})
        chart.set_legend({"position": "bottom", "font": {"size": 9}})
        chart.set_size({"width": 1100, "height": 220 + 30 * rows + 12 * len(series)})
        sheet.insert_chart(sheet.dim_rowmax + 2, 0, chart, {"description": title, "object_position": 2})

    def close(self) -> None:
        self._book.close()

    def _write(self, sheet: Worksheet, place: tuple[int, int], value: Any, prose: bool) -> None:
        row, column = place
        if isinstance(value, int):
            sheet.write_number(row, column, value, self._number)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, value, self._time)
        elif value:
            text = _plain(value)
            rtl = is_rtl(text)
            sheet.write_string(row, column, text, self._texts[rtl, rtl if prose else self._rtl])
        else:
            sheet.write_blank(row, column, None, self._number)

    def _side(self, *, end: bool = False) -> str:
        return "right" if self._rtl != end else "left"

    def _format(self, **more: Any) -> Format:
        return self._book.add_format({**_BASE, **more})

    def _set_up_print(self, sheet: Worksheet) -> None:
        if self._rtl:
            sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(9)      # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        title = self._title[:80].replace("&", "&&")
        sheet.set_footer(f"&L{title}&R&P / &N")
        sheet.hide_gridlines(2)

    def _free(self, name: str) -> str:
        """A name that a sheet may have and no other one has."""
        plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip("'") or "–"
        number, free = 1, plain[:_LONGEST_NAME]
        while free.casefold() in self._names:
            number += 1
            free = f"{plain[:_LONGEST_NAME - len(str(number)) - 1]} {number}"
        self._names.add(free.casefold())
        return free


def _plain(text: str) -> str:
    """As a cell holds it. The library takes a text for markup of its own that begins and ends as that does."""
    text = _UNFIT.sub("", text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _height(cells: Iterable[tuple[str, float]]) -> float:
    """Of a row, in points: as many lines as its longest text takes. Not every program finds that out by itself."""
    lines = 1
    for text, width in cells:
        room = (width - _AIR) * _LETTERS
        if len(text) > room / 2 or "\n" in text:
            room /= 2 if _WIDE.search(text) else 1
            lines = max(lines, sum(ceil(len(part) / room) or 1 for part in text.split("\n")))
    return min(_HIGHEST, lines * _LINE + 4)
