"""A slide of what a round came to: a native chart of the first ones, and from how many associations each has its votes."""
from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml

from . import telling
from .model import Model, Record
from .slides_deck import BOTTOM, INNER, MARGIN, SMALL, TOP, Deck
from .slides_markup import BLUE, COLORS, PIXEL, Box, Cell
from .slides_text import INK, MUTED, shortened
from .support import Support
from .telling import DOT

MOST = 10
_LABEL = 84                     # characters of what stands beside a bar
_SIZE = 11 / .75
_CHART, _GAP, _HEAD, _HIGHEST = 850, 20, 26, 62
_NAMES, _BARS = .52, .42        # of the chart's width; the rest is for the figures behind the bars
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def draw(deck: Deck, model: Model, round_: Record) -> int:
    """What was voted for stands before its bar, which is in its theme's colour; who supports it in a row of the same height."""
    words, voted = deck.words, round_["associations"]
    rows = sorted(filter(votes, round_["rows"]), key=votes, reverse=True)
    shown = rows[:MOST]
    sheet = deck.sheet(round_["title"] or words("report.results"))
    line = deck.say(words("report.results"), _SIZE, bold=True, color=BLUE)
    sheet.text(Box(MARGIN, 22, INNER, 22), [line], words("report.results"), anchor="ctr")
    told = [words("count.people", count=round_["voters"]), words("count.associations", count=voted)]
    if len(rows) > len(shown):
        told.append(words("count.more_results", count=len(rows) - len(shown)))
    sheet.text(Box(MARGIN, 112, INNER, 22), [deck.say(DOT.join(told), SMALL, color=MUTED)], "Figures")
    labels = [f"{words.number(place)}. {shortened(row['text'] or words('report.no_text'), _LABEL)}" for place, row in enumerate(shown, 1)]
    support = [telling.row_support(Support(model, words), words, row, voted) for row in shown]
    alt = "; ".join(f"{label}: {DOT.join(each)}" for label, each in zip(labels, support, strict=True))
    height = min(_HIGHEST, (BOTTOM - TOP - _HEAD) / len(shown))
    chart = sheet.bars(Box(MARGIN, TOP + _HEAD, _CHART, height * len(shown)), words("report.votes"),
                       list(zip(labels, map(votes, shown), strict=True)), (words("report.results"), alt))
    _dress(chart, deck)
    _paint(chart, model, shown)
    head = Cell([deck.say(words("report.supporters"), SMALL - 2, bold=True, color=MUTED)], rule=False)
    cells = [Cell([deck.say(DOT.join(each[1:]) or "–", _SIZE)], rule=False) for each in support]
    width = INNER - _CHART - _GAP
    sheet.table(Box(MARGIN + _CHART + _GAP, TOP, width, _HEAD + height * len(shown)), words("report.supporters"), (width,),
                [(_HEAD, [head]), *((height, [each]) for each in cells)])
    sheet.notes = [deck.quote(f"{words.number(place)}. {row['text']}", _SIZE) for place, row in enumerate(shown, 1)
                   if len(" ".join(row["text"].split())) > _LABEL]
    sheet.close()
    return 0


def votes(row: Record) -> int:
    """With those by proxy."""
    found: int = row["votes"] + row["proxy"]
    return found


def _dress(chart: Any, deck: Deck) -> None:
    """Nothing but names, bars and figures; the first one above, the bars growing to where lines go on."""
    chart.has_legend, chart.has_title = False, False
    names, values, plot = chart.category_axis, chart.value_axis, chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 55, False, True
    plot.data_labels.show_value, plot.data_labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    names.reverse_order, values.reverse_order = True, deck.rtl
    values.visible, values.has_major_gridlines, values.minimum_scale = False, False, 0
    names.major_tick_mark, names.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    names.format.line.fill.background()
    for font, bold in ((names.tick_labels.font, False), (plot.data_labels.font, True)):
        font.size, font.bold, font.color.rgb = round(_SIZE * PIXEL), bold, RGBColor.from_string(INK)
    start = 1 - _NAMES - _BARS if deck.rtl else _NAMES
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(f"{{{_SPACE}}}layout"):
        area.remove(old)
    area.insert(0, parse_xml(
        f'<c:layout xmlns:c="{_SPACE}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{start:.3f}"/><c:y val="0"/><c:w val="{_BARS}"/><c:h val="1"/></c:manualLayout></c:layout>'))


def _paint(chart: Any, model: Model, rows: list[Record]) -> None:
    places = {each["id"]: each["theme"] for each in (*model["notes"].values(), *model["clusters"])}
    colors = {each["id"]: each["color"] for each in model["themes"]}
    for index, row in enumerate(rows):
        fill = chart.plots[0].series[0].points[index].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(COLORS[colors.get(places.get(row["target"], ""), "blue")][1])
