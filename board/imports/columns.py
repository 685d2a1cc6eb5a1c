"""Which row is the header, and what each column holds: by its heading, else by what stands in it."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from statistics import fmean, median

from .cells import number_of
from .headings import field_of, is_known, is_weak_text, kind_in, knows, prefers_ids
from .sheet import Row, Sheet, cell
from .vocabulary import is_kind_word, kind_of, status_of, theme_of

SEVERAL = ("text", "id", "votes")       # fields that more than one column may hold
_SEARCHED = 12                          # rows at the top that may be the header: sheets begin with titles
_LOOKED_AT = 300                        # rows
_COLOR = re.compile(r"#[0-9a-f]{3,8}\Z", re.IGNORECASE)
Themes = list[dict[str, str]]


def find_header(rows: list[Row]) -> int | None:
    """Its place in the list."""
    filled = [(place, [each for each in cells if each.strip()]) for place, (_, cells) in enumerate(rows[:_SEARCHED])]
    filled = [(place, cells) for place, cells in filled if cells]
    for order, (place, cells) in enumerate(filled):
        known = knows(cells)
        named = known + sum(not is_known(each) and bool(kind_in(each)) and not _repeats(rows, place, each) for each in cells)
        if known >= 2 or order == 0 and named * 2 >= len(cells) or known and named * 2 >= len(cells) and len(cells) > 1:
            return place
    if filled and len(filled[0][1]) > 1 and _looks_like_header(rows, filled[0][0]):
        return filled[0][0]
    return None


def _repeats(rows: list[Row], place: int, heading: str) -> bool:
    """Whether what could be a heading is a value: the column says kinds further down too."""
    index = rows[place][1].index(heading)
    below = [cell(cells, index) for _, cells in rows[place + 1:place + 40] if cell(cells, index).strip()]
    return _share(below, is_kind_word) > 0.5


def _looks_like_header(rows: list[Row], place: int) -> bool:
    """Short words above long ones or numbers, and none that occurs again below."""
    top = rows[place][1]
    below = [cells for _, cells in rows[place + 1:place + 100] if cells]
    if len(below) < 2 or not all(each.strip() and len(each) <= 40 and number_of(each) is None for each in top):
        return False
    signs = 0
    for index, heading in enumerate(top):
        values = [cell(cells, index).strip() for cells in below if cell(cells, index).strip()]
        if heading.strip() in values:
            return False
        signs += _share(values, _is_number) > 0.8 or bool(values) and median(map(len, values)) >= max(25, 3 * len(heading))
    return signs > 0


def guess(sheet: Sheet, themes: Themes) -> dict[int, str]:
    """The field of each column that has one. What the reader of the file knows comes first."""
    found, free = dict(sheet.fields), []
    columns = {index: _sample(sheet, index) for index in range(len(sheet.names)) if index not in found}
    for index, name in enumerate(sheet.names):
        if index in found or not (columns[index] or sheet.header):
            continue
        field = field_of(name) if name.strip() else None
        if field is None:
            free.append(index)
        elif field and (field not in found.values() or field in ("id", "votes")):
            found[index] = field
        elif field == "answers" and prefers_ids(name):
            found = {place: each for place, each in found.items() if each != "answers"} | {index: field}
        elif field == "text":
            _take_longer(found, index, columns)
    _correct(columns, found, themes)
    _find_texts(sheet, columns, found, free)
    _find_by_content(sheet, columns, found, free, themes)
    if "text" not in found.values():
        candidates = [index for index in free if index not in found and columns[index] and _share(columns[index], _is_number) < 0.5]
        if candidates:
            found[max(candidates, key=lambda index: _length(columns[index]))] = "text"
    return {index: found[index] for index in sorted(found) if found[index]}


def _sample(sheet: Sheet, index: int) -> list[str]:
    return [each.strip() for each in (cell(cells, index) for _, cells in sheet.rows[:_LOOKED_AT]) if each.strip()]


def _take_longer(found: dict[int, str], index: int, columns: dict[int, list[str]]) -> None:
    for place, each in list(found.items()):
        if each == "text" and _length(columns.get(place, [])) < _length(columns[index]):
            del found[place]
            found[index] = "text"


def _correct(columns: dict[int, list[str]], found: dict[int, str], themes: Themes) -> None:
    """A category may hold kinds, and a type themes."""
    for index, field in list(found.items()):
        values = columns.get(index, [])
        if field in ("theme", "cluster", "area") and "kind" not in found.values() and _share(values, is_kind_word) >= 0.6:
            found[index] = "kind"
        elif field == "kind" and "theme" not in found.values() and not any(map(kind_of, values)) \
                and _share(values, lambda each: _is_theme(each, themes)) >= 0.6:
            found[index] = "theme"


def _find_texts(sheet: Sheet, columns: dict[int, list[str]], found: dict[int, str], free: list[int]) -> None:
    """Columns named after kinds hold texts of that kind, where there is no better text."""
    if "text" in found.values():
        return
    for index in free:
        name, values = sheet.names[index], columns[index]
        wordy = _length(values) >= 12 or any(" " in each for each in values)
        if kind_in(name) and wordy and _share(values, is_kind_word) < 0.5:
            found[index] = "text"
    weak = [index for index in free if is_weak_text(sheet.names[index]) and columns[index]]
    weak += [index for index, each in found.items() if each == "author" and is_weak_text(sheet.names[index]) and index in columns]
    if "text" not in found.values() and weak:
        found[max(weak, key=lambda index: _length(columns[index]))] = "text"


def _find_by_content(sheet: Sheet, columns: dict[int, list[str]], found: dict[int, str], free: list[int], themes: Themes) -> None:
    for index in free:
        values = columns[index]
        if index in found or not values:
            continue
        tests = (("kind", _share(values, is_kind_word)), ("theme", _share(values, lambda each: _is_theme(each, themes))),
                 ("color", _share(values, lambda each: bool(_COLOR.match(each)))),
                 ("status", _share(values, lambda each: bool(status_of(each)))))
        field = next((name for name, share in tests if share >= 0.6 and name not in found.values()), "")
        if not field and not sheet.header and len(columns) > 1 and "theme" not in found.values() and _is_label(values) \
                and _length(values) < max(map(_length, columns.values())):
            field = "theme"
        if field:
            found[index] = field


def _is_theme(value: str, themes: Themes) -> bool:
    return len(value) <= 100 and bool(theme_of(value, themes))


def _is_label(values: list[str]) -> bool:
    """Few short values that come again."""
    return len(values) >= 3 and len(set(values)) <= len(values) / 2 and _length(values) <= 60 and _share(values, _is_number) < 0.5


def _is_number(value: str) -> bool:
    return number_of(value) is not None


def _length(values: Iterable[str]) -> float:
    lengths = [len(each) for each in values]
    return fmean(lengths) if lengths else 0


def _share(values: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0
