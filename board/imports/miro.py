"""The CSV that Miro writes. It has no fixed columns: most have no header, and frames are blocks between blank rows, the title of
the frame first. Some tools write a header, with a frame or a type beside the text."""
from __future__ import annotations

from .cells import text_of, without_tags
from .headings import field_of
from .sheet import Row, Sheet, cell, is_blank
from .vocabulary import fold

_NOTES = {"sticky note", "sticky", "sticky notes", "sticker", "stickynote", "card", "shape", "app card", "mindmap node", ""}
_TYPES = _NOTES - {""} | {"frame", "text", "connector", "image", "line", "embed", "document", "emoji"}
_FRAME = ("frame", "frame title", "parent frame", "frame name", "board section")
_LONGEST_TITLE, _MOST_WORDS = 60, 10
_TAG_LENGTH = 25


def fits(rows: list[Row], names: list[str], filename: str) -> bool:
    """`rows` with the blank ones between."""
    if names:
        folded = {fold(name) for name in names}
        sort = next((index for index, name in enumerate(names) if fold(name) in ("type", "item type", "widget type")), None)
        typed = sort is not None and any(fold(cell(cells, sort)) in _TYPES - {"text"} for _, cells in rows[1:200])
        return any(field_of(name) == "text" for name in names) and (typed or bool(folded & set(_FRAME)))
    blocks = _blocks(rows)
    if "miro" in fold(filename).split():
        return True
    titled = sum(_is_titled(block) for block in blocks)
    return len(blocks) > 1 and titled * 2 > len(blocks)


def arrange(sheet: Sheet, rows: list[Row]) -> Sheet:
    """The same sheet as Miro's, with the frames as areas. `rows` with the blank ones between."""
    sheet.source, sheet.guarded = "miro", False
    if sheet.header:
        _mark(sheet)
    else:
        _frame(sheet, rows)
    for _, cells in sheet.rows:
        cells[:] = [without_tags(text_of(each, guarded=True)) for each in cells]
    return sheet


def _mark(sheet: Sheet) -> None:
    """What is a title or no note at all is said by the type."""
    sort = next((index for index, name in enumerate(sheet.names) if fold(name) in ("type", "item type", "widget type")), None)
    for index, name in enumerate(sheet.names):
        if fold(name) in _FRAME:
            sheet.fields[index] = "area"
    if sort is None or not any(fold(cell(cells, sort)) in _TYPES for _, cells in sheet.rows):
        return
    sheet.fields[sort] = ""
    text = next((index for index, name in enumerate(sheet.names) if field_of(name) == "text"), None)
    for number, cells in sheet.rows:
        written = fold(cell(cells, sort))
        if written not in _NOTES and (written != "text" or len(cell(cells, text)) <= _LONGEST_TITLE):
            sheet.marks[number] = "heading"


def _frame(sheet: Sheet, rows: list[Row]) -> None:
    """Each cell with a text is a note, but columns of short words that come again are tags."""
    area = len(sheet.names)
    found: list[Row] = []
    for block in _blocks(rows):
        title = _first(block[0]) if _is_titled(block) else ""
        for place, (number, cells) in enumerate(block):
            if title and place == 0:
                sheet.marks[number] = "heading"
            found.append((number, [*cells, *[""] * (area - len(cells)), title]))
    sheet.rows = found
    sheet.names = [*sheet.names, ""]
    notes = [(number, cells) for number, cells in found if number not in sheet.marks]
    for index in range(area):
        values = [cell(cells, index).strip() for _, cells in notes if cell(cells, index).strip()]
        firsts = sum(index == _place(cells) for _, cells in notes)
        if values:
            sheet.fields[index] = "tags" if _are_tags(values, firsts) else "text"
    sheet.fields[area] = "area"


def _are_tags(values: list[str], firsts: int) -> bool:
    """Never first in their row; short, and few of them."""
    return firsts == 0 and max(map(len, values)) <= 2 * _TAG_LENGTH and sum(map(len, values)) / len(values) <= _TAG_LENGTH \
        and (len(values) > 2 and len(set(values)) <= len(values) / 2 or all(len(each.split()) < 3 for each in values))


def _blocks(rows: list[Row]) -> list[list[Row]]:
    found: list[list[Row]] = [[]]
    for number, cells in rows:
        if not is_blank(cells):
            found[-1].append((number, cells))
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def _is_titled(block: list[Row]) -> bool:
    """Whether the first row is short, alone in its row, and no sentence."""
    cells = [each for each in block[0][1] if each.strip()]
    title = without_tags(cells[0]).strip()
    return len(block) > 1 and len(cells) == 1 and len(title) <= _LONGEST_TITLE and len(title.split()) <= _MOST_WORDS \
        and not title.endswith((".", "!", "?", "؟", "।", "…"))


def _first(row: Row) -> str:
    return next(each for each in row[1] if each.strip())


def _place(cells: list[str]) -> int:
    return next((index for index, each in enumerate(cells) if each.strip()), -1)
