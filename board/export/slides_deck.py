"""The presentation as sheets to draw on: 16:9, in the board's look, mirrored where people read from right to left."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as HOLDER
from pptx.oxml import parse_xml

from . import slides_markup as markup
from .slides_markup import BACKGROUND, PIXEL, Box, Cell, Look, Shape
from .slides_text import INK, MUTED, Line, direction, fit, on_a_line, paragraph
from .words import Words

WIDTH, HEIGHT, MARGIN = 1280, 720, 56
TOP, BOTTOM = 142, 660          # of what stands between the head and the footer
INNER = WIDTH - 2 * MARGIN
SMALL, BODY = 12 / .75, 14 / .75    # sizes of texts; below 0.75 are points
_FOOT = 9 / .75
_TITLE, _PLAIN = 0, 5           # of the layouts in the library's template; the others go
_NOT_OURS = ("thumbnail", "extended-properties", "printerSettings")
_HOLDERS = {HOLDER.TITLE: Box(MARGIN, 50, INNER, 58), HOLDER.BODY: Box(MARGIN, TOP, INNER, BOTTOM - TOP),
            HOLDER.CENTER_TITLE: Box(MARGIN, 112, INNER, 150), HOLDER.FOOTER: Box(MARGIN, 682, 900, 20),
            HOLDER.SLIDE_NUMBER: Box(WIDTH - MARGIN - 100, 682, 100, 20), HOLDER.DATE: Box(WIDTH - MARGIN - 260, 682, 120, 20)}


class Deck:
    def __init__(self, words: Words, title: str) -> None:
        self.words, self.rtl, self.title = words, words.rtl, title
        self._presentation = Presentation()
        self._set_up()

    def sheet(self, title: str, *, first: bool = False) -> Sheet:
        """A new last one."""
        return Sheet(self, self._presentation.slides.add_slide(self._presentation.slide_layouts[0 if first else 1]), title, first)

    def save(self, stream: Any) -> None:
        self._presentation.save(stream)

    def say(self, text: str, size: float, *, align: str = "start", bold: bool = False, color: str = INK) -> Line:
        """A line in the reader's words; `align` is `start`, `center` or `end` of the sheet."""
        return Line(text, size, self.rtl, bold, color, self._side(align), self.words.language)

    def quote(self, text: str, size: float, language: str = "", *, align: str = "start", bold: bool = False) -> Line:
        """A line that somebody wrote, in its own direction; `align` "" is where that starts."""
        return Line(text, size, direction(text, self.rtl), bold, INK, self._side(align), language)

    def place(self, box: Box) -> Box:
        return replace(box, x=WIDTH - box.x - box.w) if self.rtl else box

    def _side(self, align: str) -> str:
        return {"start": "right" if self.rtl else "left", "end": "left" if self.rtl else "right"}.get(align, align)

    def _set_up(self) -> None:
        deck = self._presentation
        deck.slide_width, deck.slide_height = WIDTH * PIXEL, HEIGHT * PIXEL
        deck.part._element.find("{*}sldSz").attrib.pop("type", None)
        deck.part._element.set("rtl", str(int(self.rtl)))
        for rels in (deck.part.package._rels, deck.part.rels):      # a picture and figures of the template, a printer
            for each in [name for name, rel in rels.items() if rel.reltype.rsplit("/", 1)[1] in _NOT_OURS]:
                rels.pop(each)
        for index, layout in reversed(list(enumerate(deck.slide_layouts))):
            if index not in (_TITLE, _PLAIN):
                deck.slide_layouts.remove(layout)
        common = deck.slide_master._element.cSld
        common.replace(common.find("{*}bg"), parse_xml(markup.spaced(BACKGROUND)))
        for each in [*deck.slide_master.placeholders, *(each for layout in deck.slide_layouts for each in list(layout.placeholders))]:
            self._set_holder(each)
        style = deck.slide_master._element.find(".//{*}titleStyle/{*}lvl1pPr")
        style.set("algn", "r" if self.rtl else "l")
        style.find("{*}defRPr").attrib.update({"sz": "2600", "b": "1"})
        theme = next(each.target_part for each in deck.slide_master.part.rels.values() if each.reltype.endswith("/theme"))
        theme._blob = markup.themed(theme.blob.decode()).encode()
        core = deck.core_properties
        core.title, core.author, core.last_modified_by, core.language, core.revision = self.title[:255], "", "", self.words.language, 1
        core.created = core.modified = datetime.now(timezone.utc).replace(tzinfo=None)

    def _set_holder(self, holder: Any) -> None:
        kind = holder.placeholder_format.type
        if kind in (HOLDER.SUBTITLE, HOLDER.OBJECT):
            holder._element.getparent().remove(holder._element)
            return
        if holder._element.spPr.xfrm is not None or kind == HOLDER.CENTER_TITLE:
            _move(holder, self.place(_HOLDERS[kind]))
            frame = holder._element.txBody.bodyPr
            frame.attrib.update(dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0"))
            if kind == HOLDER.CENTER_TITLE:
                frame.set("anchor", "b")


class Sheet:
    """Shapes are read in the order in which they are drawn. `notes` is what the speaker sees."""

    def __init__(self, deck: Deck, slide: Any, title: str, first: bool) -> None:
        self.notes: list[Line] = []
        self._deck, self._slide = deck, slide
        self._last = 100
        self._set_title(title, first)

    def draw(self, given: Shape) -> int:
        """Its number is for arrows."""
        number = self._next()
        self._add(markup.shape(number, self._placed(given)))
        return number

    def text(self, box: Box, lines: Iterable[Line], name: str, *, anchor: str = "t") -> None:
        self.draw(Shape(box, list(lines), Look(anchor=anchor), name))

    def draw_group(self, box: Box, name: str, shapes: Sequence[Shape]) -> int:
        """Shapes that move together; the first one's number."""
        number, first = self._next(), self._last + 1
        inside = "".join(markup.shape(self._next(), self._placed(each)) for each in shapes)
        self._add(markup.group(number, self._deck.place(box), name, inside))
        return first

    def join(self, start: tuple[int, Box], end: tuple[int, Box], given: Shape) -> None:
        place = self._deck.place
        self._add(markup.arrow(self._next(), (start[0], place(start[1])), (end[0], place(end[1])), given))

    def table(self, box: Box, name: str, widths: Sequence[float], rows: Sequence[tuple[float, Sequence[Cell]]]) -> None:
        """The columns change places themselves where people read from right to left: not every program does it when told."""
        step = -1 if self._deck.rtl else 1
        turned = [(height, cells[::step]) for height, cells in rows]
        self._add(markup.table(self._next(), self._deck.place(box), name, widths[::step], turned))

    def bars(self, box: Box, series: str, values: Sequence[tuple[str, int]], given: tuple[str, str]) -> Any:
        """A native bar chart, to be dressed by the caller; `given` are name and alternative text. No label may begin as a
        formula does: a workbook comes with the chart, and the library writes it so that it would be one."""
        data = CategoryChartData()
        data.categories = [label for label, _ in values]
        data.add_series(series, [value for _, value in values])
        frame = self._slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *_measures(self._deck.place(box)), data)
        properties = frame._element.nvGraphicFramePr.cNvPr
        properties.set("id", str(self._next()))
        properties.set("name", given[0])
        properties.set("descr", given[1])
        return frame.chart

    def close(self) -> None:
        """With the footer, read last, and what the speaker sees."""
        deck = self._deck
        line = replace(deck.quote(on_a_line(deck.title, 880, _FOOT), _FOOT), color=MUTED)
        self._add(markup.holder(self._next(), "ftr", 'sz="quarter" idx="11"', "Footer", paragraph(line)))
        self._add(markup.holder(self._next(), "sldNum", 'sz="quarter" idx="12"', "Slide number", markup.page_number(_FOOT, deck.rtl)))
        if self.notes:
            _fill(self._slide.notes_slide.notes_text_frame._txBody, self.notes)

    def _set_title(self, title: str, first: bool) -> None:
        width, height, sizes = INNER, *((150, (56, 48, 40, 34, 28)) if first else (58, (34, 30, 27, 22)))
        fitted = fit(" ".join(title.split()) or self._deck.title, width, height, sizes, bold=True)
        _fill(self._slide.shapes.title._element.txBody, [self._deck.quote(fitted.text, fitted.size, bold=True)])

    def _placed(self, given: Shape) -> Shape:
        return replace(given, box=self._deck.place(given.box))

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _add(self, drawn: str) -> None:
        self._slide.shapes._spTree.append(parse_xml(markup.spaced(drawn)))


def _fill(body: Any, lines: Iterable[Line]) -> None:
    for old in body.p_lst:
        body.remove(old)
    for line in lines:
        body.append(parse_xml(markup.spaced(paragraph(line))))


def _move(holder: Any, box: Box) -> None:
    holder.left, holder.top, holder.width, holder.height = _measures(box)


def _measures(box: Box) -> list[int]:
    return [round(each * PIXEL) for each in (box.x, box.y, box.w, box.h)]
