"""Who takes part, in figures: by association, country and language. No person's share can be told from them, nor two
people's together, as soon as anything anonymous is on the board (PROTOCOL.md, P10).

It would not do to join small groups table by table: what is known of all of Colombia and of all but one of its people is
known of that one. So a group gets a row of its own only if no sum or difference of all rows shown, of all three tables,
is about fewer than three people; the others are joined under "".
"""
from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .rows import TABLES

LEAST = 3
FIGURES = ("notes", "votes", "silent")
BY = {"associations": "association", "countries": "country", "languages": "language"}
_PRIME = 2**61 - 1
Person = dict[str, Any]
Row = dict[str, Any]


def read_participation(connection: Connection, board_id: str) -> dict[str, list[Row]]:
    """`{associations, countries, languages}`: rows `{name, people, notes, votes, silent}`, figures null where they would be
    about too few."""
    people = _read_people(connection, board_id)
    grouped = _has_anonymous(connection, board_id)
    if grouped and sum(each["counts"] for each in people) < LEAST:
        return {table: [_row("", people, shown=False)] if people else [] for table in BY}
    shown = _Shown(people)
    found = {}
    for table, field in BY.items():
        groups: dict[str, list[Person]] = {}
        for each in people:
            groups.setdefault(each[field], []).append(each)
        if grouped:
            groups = _joined(groups, shown)
        in_order = sorted(groups, key=lambda name: (not name, name.casefold()))
        found[table] = [_row(name, groups[name], shown=True) for name in in_order]
    return found


def _read_people(connection: Connection, board_id: str) -> list[Person]:
    """Everybody who takes part or has written or voted. Who is blocked or a viewer now does not count as a person, but what
    they did stays in: else their share would show in the difference as they are put out."""
    note, comment, vote, seat = (TABLES[name] for name in ("note", "comment", "vote", "seat"))

    def count(table: sa.Table, *where: Any) -> Counter[str]:
        query = sa.select(table.c.seat, sa.func.count()).where(table.c.board_id == board_id, *where).group_by(table.c.seat)
        return Counter({row[0]: row[1] for row in connection.execute(query)})
    notes, comments = count(note, note.c.deleted_at.is_(None)), count(comment, comment.c.deleted_at.is_(None))
    votes = count(vote, ~vote.c.proxy)
    people = []
    for row in connection.execute(sa.select(seat).where(seat.c.board_id == board_id).order_by(seat.c.id)):
        counts = row.role != "viewer" and not row.blocked
        spoke = bool(notes[row.id] or comments[row.id] or votes[row.id])
        if counts or spoke:
            people.append({"association": row.association, "country": row.country, "language": row.language, "counts": counts,
                           "notes": notes[row.id], "votes": votes[row.id], "silent": counts and row.role == "participant" and not spoke})
    return people


def _has_anonymous(connection: Connection, board_id: str) -> bool:
    """Whether anything is on the board of which not everybody may know whose it is."""
    board, note, comment, vote = (TABLES[name] for name in ("board", "note", "comment", "vote"))
    reasons = (sa.select(board.c.id).where(board.c.id == board_id, board.c.private | (board.c.authors != "named")),
               sa.select(note.c.id).where(note.c.board_id == board_id,
                                            note.c.private | (note.c.anonymous != "") & (note.c.seat != "")),     # of somebody here
               sa.select(comment.c.id).where(comment.c.board_id == board_id, comment.c.anonymous != ""),
               sa.select(vote.c.id).where(vote.c.board_id == board_id))
    return any(connection.execute(query.limit(1)).first() for query in reasons)


def _joined(groups: dict[str, list[Person]], shown: _Shown) -> dict[str, list[Person]]:
    """The groups that may have a row of their own, the greatest first; the others under ""."""
    kept: dict[str, list[Person]] = {}
    rest = list(groups.get("", ()))
    for name, group in sorted(groups.items(), key=lambda each: (-len(each[1]), each[0])):
        if name and shown.take(group):
            kept[name] = group
        elif name:
            rest += group
    return {**kept, **({"": rest} if rest else {})}


def _row(name: str, group: list[Person], *, shown: bool) -> Row:
    return {"name": name, "people": sum(each["counts"] for each in group),
            **{figure: sum(each[figure] for each in group) if shown else None for figure in FIGURES}}


class _Shown:
    """The sums that are known, and what can be told from them. People who are together in all three tables are one cell. A
    sum is a vector over the cells; what can be told is what they span: kept as equations in reduced form, modulo a prime.

    A cell, or a pair of them, can be told exactly if every vector at right angles to the span is 0 there, or in the same
    ratio at both: that is tried with two such vectors taken by chance."""

    def __init__(self, people: list[Person]) -> None:
        self._cells: dict[tuple[str, ...], int] = {}
        weights: list[int] = []
        for each in people:
            cell = self._cells.setdefault(self._place(each), len(weights))
            if cell == len(weights):
                weights.append(0)
            weights[cell] += each["counts"]
        self._weights = [max(1, weight) for weight in weights]
        self._rows: dict[int, list[int]] = {}       # by the cell that stands in no other row
        self._chance = random.Random(len(people))   # noqa: S311  # nosec B311  # nothing is drawn that must not be guessed
        if people:
            self._rows = self._with(range(len(self._weights)))      # how much there is of all is no secret

    def take(self, group: list[Person]) -> bool:
        """Whether a row about this group tells of nobody; then it counts as shown."""
        if sum(each["counts"] for each in group) < LEAST:
            return False
        rows = self._with({self._cells[self._place(each)] for each in group})
        if self._tells(rows):
            return False
        self._rows = rows
        return True

    def _place(self, person: Person) -> tuple[str, ...]:
        return tuple(person[field] for field in BY.values())

    def _with(self, cells: Iterable[int]) -> dict[int, list[int]]:
        row = [0] * len(self._weights)
        for cell in cells:
            row[cell] = 1
        for pivot, known in self._rows.items():
            row = _less(row, known, row[pivot])
        lead = next((cell for cell, value in enumerate(row) if value), None)
        if lead is None:
            return self._rows
        scale = pow(row[lead], -1, _PRIME)
        row = [value * scale % _PRIME for value in row]
        return {**{pivot: _less(known, row, known[lead]) for pivot, known in self._rows.items()}, lead: row}

    def _tells(self, rows: dict[int, list[int]]) -> bool:
        one, other = self._across(rows), self._across(rows)
        pairs = set()
        for cell, weight in enumerate(self._weights):
            if weight >= LEAST:
                continue
            if not one[cell] and not other[cell]:
                return True
            if weight * 2 < LEAST:
                ratio = one[cell] * pow(other[cell], -1, _PRIME) % _PRIME if other[cell] else None
                if ratio in pairs:
                    return True
                pairs.add(ratio)
        return False

    def _across(self, rows: dict[int, list[int]]) -> list[int]:
        """A vector at right angles to all rows, by chance."""
        vector = [0 if cell in rows else self._chance.randrange(1, _PRIME) for cell in range(len(self._weights))]
        free = [cell for cell in range(len(vector)) if cell not in rows]
        for pivot, row in rows.items():
            vector[pivot] = -sum(row[cell] * vector[cell] for cell in free if row[cell]) % _PRIME
        return vector


def _less(row: list[int], other: list[int], times: int) -> list[int]:
    return [(a - times * b) % _PRIME if b else a for a, b in zip(row, other, strict=True)] if times else row
