"""A sheet read with the meaning of its columns: what each row says, before anything of it is mapped to a board."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from . import columns, mural, tongues
from .cells import LONGEST_LINE, line_of, text_of
from .choices import Choices
from .headings import MERGED
from .sheet import Sheet, cell
from .vocabulary import kind_of

_LINES = ("kind", "theme", "cluster", "language", "sdgs", "status", "color", "area", MERGED)
_LONGEST_VALUE = 200        # of what is mapped by the person


@dataclass
class Entry:
    """One row of the file. `texts` are its notes: `(text, the kind by its column or "")`. `values` by field, "" where there is
    none; `votes` are `(round, written)`; `translations` are of the first text."""
    number: int
    width: int
    texts: list[tuple[str, str]]
    values: dict[str, str]
    association: str
    ids: list[str]
    links: str
    votes: list[tuple[str, str]]
    place: tuple[str, str]
    goals: list[str] = field(default_factory=list)
    translations: list[dict[str, Any]] = field(default_factory=list)


def fields_of(sheet: Sheet, choices: Choices) -> dict[int, str]:
    """The field of each column: what was chosen, else what is guessed. A field that was chosen for one column is no longer
    guessed for another."""
    found = columns.guess(sheet, choices.board)
    chosen = {index: name for index, name in choices.columns.items() if index < len(sheet.names)}
    kept = {index: name for index, name in found.items() if index not in chosen and name not in chosen.values()}
    return dict(sorted((kept | {index: name for index, name in chosen.items() if name}).items()))


def entries_of(sheet: Sheet, fields: dict[int, str], choices: Choices) -> list[Entry]:
    at: dict[str, list[int]] = {}
    for index, name in fields.items():
        at.setdefault(name, []).append(index)
    several = len(at.get("text", ())) > 1 or sheet.header
    kinds = {index: kind_of(sheet.names[index]) if several else "" for index in at.get("text", ())}
    rounds = {index: sheet.names[index].partition(":")[2].strip() or str(index) for index in at.get("votes", ())}
    found = []
    for number, cells in sheet.rows:
        def one(name: str, cells: list[str] = cells) -> str:
            return cell(cells, at[name][0]) if name in at else ""
        texts = [(text_of(cell(cells, index), guarded=sheet.guarded), kinds[index]) for index in at.get("text", ())]
        values = {name: line_of(one(name), _LONGEST_VALUE) for name in _LINES}
        entry = Entry(
            number, len(cells), [each for each in texts if each[0]] or [("", "")], values, line_of(one("association"), LONGEST_LINE),
            [line_of(cell(cells, index)) for index in at.get("id", ())], one("answers"),
            [(rounds[index], cell(cells, index).strip()) for index in at.get("votes", ())], (one("x"), one("y")))
        entry.goals = [entry.values["sdgs"]] if entry.values["sdgs"] else []
        told = {name: cell(cells, places[0]) for name, places in at.items() if tongues.is_of(name)}
        entry.translations = tongues.translations_of(told, texts[0][0], guarded=sheet.guarded) if told and texts else []
        if "tags" in at:
            _add_tags(entry, mural.tags_of(one("tags"), choices.board, choices.themes))
        found.append(entry)
    return found


def _add_tags(entry: Entry, tags: dict[str, Any]) -> None:
    """What a column of its own says comes first."""
    for name in ("kind", "theme", "status", MERGED):
        entry.values[name] = entry.values[name] or tags.get(name, "")
    entry.goals = entry.goals or tags["sdgs"]
    entry.association = entry.association or line_of(tags.get("association", ""), LONGEST_LINE)
    if not entry.votes and "votes" in tags:
        entry.votes = [("", tags["votes"])]
