"""The CSV that Mural writes for sticky notes. Which notes are none: titles, legends, what nobody wrote on."""
from __future__ import annotations

import csv
from collections import Counter
from typing import Any

from .cells import line_of, text_of, without_tags
from .headings import MERGED, field_of
from .sheet import Sheet, cell
from .vocabulary import fold, goal_in, is_kind_word, kind_of, status_of, theme_of

_COLUMNS = {"id": "id", "text": "text", "bg color": "color", "position x": "x", "position y": "y", "area": "area", "tags": "tags",
            "last updated by": "author", "last content edited by": "", "sticky type": "", "border line": "", "last updated": "",
            "last content edited": "", "integration labels": ""}
_SIGNS = ("bg color", "position x", "position y")
_TITLE_TYPES = {"title", "heading", "header", "label", "area title", "text title"}
_NO_COLOR = {"", "transparent", "none", "null", "rgba 0 0 0 0", "ffffff00", "00000000"}
_LEGEND = {"legend", "key", "color key", "colour key", "leyenda", "legende", "legenda", "tegnforklaring", "مفتاح", "دليل الالوان", "सङ्केत"}
_SHORT = 80
_MOST_TAGS, _LONGEST_TAGS = 30, 2_000
Themes = list[dict[str, str]]


def fits(names: list[str]) -> bool:
    folded = {fold(name) for name in names}
    return "text" in folded and len(folded & set(_SIGNS)) >= 2


def arrange(sheet: Sheet, themes: Themes) -> Sheet:
    """The same sheet as Mural's: texts as they were typed, marks on what is no note, and what a legend says of colours."""
    sheet.source, sheet.guarded = "mural", False
    places: dict[str, int] = {}
    for index, name in enumerate(sheet.names):
        folded = fold(name)
        if folded in _COLUMNS and _COLUMNS[folded] not in places:
            sheet.fields[index] = _COLUMNS[folded]
            if _COLUMNS[folded]:
                places[_COLUMNS[folded]] = index
        elif folded == "link to" and _links(sheet, index, places.get("id")):
            sheet.fields[index] = "answers"
    sort = next((index for index, name in enumerate(sheet.names) if fold(name) == "sticky type"), None)
    typed = [index for name, index in places.items() if name in ("text", "area", "tags")]
    for _, cells in sheet.rows:
        for index in typed:
            if index < len(cells):
                cells[index] = without_tags(text_of(cells[index], guarded=True))
    _mark(sheet, places, sort, themes)
    return sheet


def _links(sheet: Sheet, index: int, ids: int | None) -> bool:
    """Whether it names other notes: Mural itself has addresses there."""
    known = {cell(cells, ids) for _, cells in sheet.rows} - {""}
    return any(word in known for _, cells in sheet.rows for word in cell(cells, index).split())


def _mark(sheet: Sheet, places: dict[str, int], sort: int | None, themes: Themes) -> None:
    colors = Counter(_color(cells, places) for _, cells in sheet.rows)
    mostly_colored = sum(count for color, count in colors.items() if color not in _NO_COLOR) * 2 > len(sheet.rows)
    areas = {fold(cell(cells, places.get("area"))) for _, cells in sheet.rows} - {""}
    hints: dict[str, dict[str, str]] = {}
    for number, cells in sheet.rows:
        text, color, area = cell(cells, places.get("text")).strip(), _color(cells, places), fold(cell(cells, places.get("area")))
        meant = _meaning(text, themes)
        if not text or _is_ours(_split(cell(cells, places.get("tags")))):
            continue
        if meant and color not in _NO_COLOR and colors[color] > 1 or area in _LEGEND:
            sheet.marks[number] = "legend"
            for name, value in meant.items():
                hints.setdefault(line_of(cell(cells, places.get("color"))), {}).setdefault(name, value)
        elif meant or fold(cell(cells, sort)) in _TITLE_TYPES or len(text) <= _SHORT and (
                fold(text) in areas or fold(text) in _LEGEND or mostly_colored and color in _NO_COLOR):
            sheet.marks[number] = "heading"
    sheet.hints["color"] = hints


def _color(cells: list[str], places: dict[str, int]) -> str:
    return fold(cell(cells, places.get("color")))


def _meaning(text: str, themes: Themes) -> dict[str, str]:
    """What a note stands for that says only a kind or the title of a theme."""
    if len(text) > _SHORT:
        return {}
    if is_kind_word(text):
        return {"kind": kind_of(text)}
    theme = next((each["id"] for each in themes if fold(each["title"]) == fold(text)), "")
    return {"theme": theme} if theme else {}


def tags_of(written: str, themes: Themes, areas: dict[str, str]) -> dict[str, Any]:
    """What tags say, whether the facilitator's own or those of our export, which come in an order: kind, theme, status and what
    has no name is the association. `areas`: what was chosen for a tag as the name of a theme."""
    found: dict[str, Any] = {"sdgs": []}
    tags = _split(written)
    ours = _is_ours(tags)
    for place, tag in enumerate(tags):
        heading, _, value = tag.partition(":")
        field = field_of(heading) if value else None
        if goal_in(tag):
            found["sdgs"].append(goal_in(tag))
        elif field in ("votes", MERGED):
            found[field] = value.strip()
        elif "kind" not in found and is_kind_word(tag):
            found["kind"] = tag
        elif ours and place == 1 and not status_of(tag) or tag in areas or theme_of(tag, themes):
            found.setdefault("theme", tag)
        elif "status" not in found and status_of(tag):
            found["status"] = tag
        elif ours:
            found.setdefault("association", tag)
    return found


def _is_ours(tags: list[str]) -> bool:
    return len(tags) > 1 and is_kind_word(tags[0]) and any(status_of(tag) for tag in tags[1:3])


def _split(written: str) -> list[str]:
    """Between commas, as in CSV, or semicolons."""
    written = written[:_LONGEST_TAGS]
    separator = ";" if ";" in written and "," not in written else ","
    try:
        row = next(csv.reader([written.replace("\n", " ")], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        row = written.split(separator)
    return [each.strip() for each in row if each.strip()][:_MOST_TAGS]
