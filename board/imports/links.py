"""Links between rows: solutions answer challenges, by id, by number of the row, or by the text of the note."""
from __future__ import annotations

import re
from typing import Any

from .entries import Entry
from .headings import MERGED

_BETWEEN = re.compile(r"[\s,;|·/]+")
_TEXTS = re.compile(r"\s+·\s+|\n|\s*;\s*|\s*\|\s*")
_LONGEST = 20_000
Row = dict[str, Any]
Problem = dict[str, Any]


def link(notes: list[tuple[Row, Entry]], twins: dict[int, int], report: Any) -> None:
    """Fill in `answers` of solutions, and `merged_into` where our own files say it. `twins`: rows that are left out because
    another one says the same, which is linked instead. `report(row, reason, value)`."""
    finder = _Finder(notes)
    by_row = {row["row"]: row for row, _ in notes}

    def real(row: Row) -> Row:
        return by_row[twins.get(row["row"], row["row"])]
    pairs: dict[tuple[int, int], None] = {}
    for row, entry in notes:
        mine = real(row)
        if mine["skip"]:
            continue
        for other in [*_beside(row, entry, notes, finder), *finder.meant(row, entry, report)]:
            other = real(other)
            if other["skip"] or other is mine:
                continue
            if other["kind"] == mine["kind"]:
                report(row["row"], "link_kind", entry.links)
                continue
            solution, challenge = (mine, other) if mine["kind"] == "solution" else (other, mine)
            pairs[solution["row"], challenge["row"]] = None
        for other in finder.by_id(entry.values[MERGED]):
            other = real(other)
            if not other["skip"] and other is not mine and other["kind"] == mine["kind"]:
                mine["merged_into"] = other["row"]
    for solution_row, challenge_row in pairs:
        by_row[solution_row]["answers"].append(challenge_row)


def _beside(row: Row, entry: Entry, notes: list[tuple[Row, Entry]], finder: _Finder) -> list[Row]:
    """A challenge and a solution in one row belong together."""
    if row["kind"] != "solution" or len({kind for _, kind in entry.texts}) < 2:
        return []
    return [other for other in finder.of_entry(entry) if other["kind"] == "challenge"]


class _Finder:
    """Rows by what they may be called. What is called by a row that holds two notes is the one of the other kind."""

    def __init__(self, notes: list[tuple[Row, Entry]]) -> None:
        self._ids: dict[str, list[Row]] = {}
        self._texts: dict[str, list[Row]] = {}
        self._entries: dict[int, list[Row]] = {}
        self._named = False
        for row, entry in notes:
            self._entries.setdefault(entry.number, []).append(row)
            self._texts.setdefault(_plain(row["text"]), []).append(row)
            for each in entry.ids:
                if each:
                    self._named = True
                    self._ids.setdefault(each.casefold(), []).append(row)

    def of_entry(self, entry: Entry) -> list[Row]:
        return self._entries[entry.number]

    def by_id(self, written: str) -> list[Row]:
        return self._ids.get(written.strip().casefold(), []) if written else []

    def meant(self, row: Row, entry: Entry, report: Any) -> list[Row]:
        """All that a cell names; what it names and is not there is reported."""
        written = entry.links.strip()[:_LONGEST]
        if not written:
            return []
        whole = self._called(written) or self._texts.get(_plain(written), [])
        if whole:
            return _of_other_kind(row, whole)
        for pattern, search in ((_BETWEEN, self._called), (_TEXTS, lambda part: self._texts.get(_plain(part), []))):
            parts = [each for each in pattern.split(written) if each]
            found = {each: search(each) for each in parts}
            if any(found.values()):
                for each, rows in found.items():
                    if not rows:
                        report(row["row"], "link", each)
                return [other for rows in found.values() if rows for other in _of_other_kind(row, rows)]
        report(row["row"], "link", written)
        return []

    def _called(self, name: str) -> list[Row]:
        """By id; where no row has one, by its number in the file."""
        found = self._ids.get(name.casefold()) or self._ids.get(name.lstrip("#").casefold())
        number = name.lstrip("#")
        if not found and not self._named and number.isascii() and number.isdecimal() and len(number) < 9:
            found = self._entries.get(int(number))
        return found or []


def _of_other_kind(row: Row, rows: list[Row]) -> list[Row]:
    others = [each for each in rows if each["kind"] != row["kind"]]
    return others[:1] or rows[:1]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
