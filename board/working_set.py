"""The records a group of changes touches, read once, changed in memory, written at the end of the transaction.

A change that is refused half-way is rolled back here; the database never sees it. No rules live here.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .layout import Occupancy
from .rows import TABLES, Record, to_record, to_row
from .statements import DELTAS, INSERT, LOAD, LOG_TEXT, TEXT_STEPS, update_of

TEXT_HISTORY = 200      # revisions of a note's text that can be merged with
_NOT_OURS = {"seq", "code", "history_from", "catch_up_from"}     # columns of a board that other modules write


class WorkingSet:
    """Of one board, within one transaction. `begin` before each change, then `keep` or `roll_back`; `flush` at the end.
    After the commit it may serve the next transaction (`renew`) if nobody else wrote to the board in between."""

    def __init__(self, connection: Connection, board: Record) -> None:
        self._connection, self._board_id = connection, board["id"]
        self._records: dict[str, dict[str, Record | None]] = {name: {} for name in TABLES}
        self._records["board"][self._board_id] = board
        self._stored: set[tuple[str, str]] = {("board", self._board_id)}
        self._dirty: set[tuple[str, str]] = set()
        self._text_log: list[tuple[str, int, list[Any]]] = []
        self._zones: dict[str, Occupancy] = {}
        self._original: dict[tuple[str, str], Record | None] = {}     # what is dirty, as it is in the database
        self._counts: dict[str, int] = {}
        self._asked: set[Any] = set()
        self._indexes: dict[str, dict[str, dict[Any, set[str]]]] = {name: {} for name in TABLES}     # type, field, value -> ids
        self._top_z: int | None = None
        self._undo: list[Callable[[], Any]] = []

    def renew(self, connection: Connection, board: Record) -> None:
        """Go on in another transaction, in which the board's own row was read again."""
        self._connection = connection
        self._records["board"][self._board_id] = board

    def stands_at(self, board: Record) -> bool:
        """Whether the board is where this set left it."""
        mine = self.board
        return all(mine[name] == board[name] for name in ("seq", "history_from", "catch_up_from"))

    def left_at(self, seq: int) -> None:
        """The number that the board has from this transaction on."""
        self._records["board"][self._board_id] = {**self.board, "seq": seq}

    def size(self) -> int:
        """How many records it holds, those known to be missing included."""
        return sum(map(len, self._records.values())) + sum(map(len, self._zones.values()))

    # --- reading

    @property
    def board(self) -> Record:
        return self._records["board"][self._board_id]   # type: ignore[return-value]

    def load(self, name: str, ids: Iterable[str]) -> None:
        """Read many records in one query."""
        known = self._records[name]
        missing = [each for each in dict.fromkeys(ids) if each not in known]
        for start in range(0, len(missing), 500):
            part = missing[start:start + 500]
            for row in self._connection.execute(LOAD[name], {"board": self._board_id, "ids": part}).mappings():
                self._place(name, row["id"], to_record(name, row))
                self._stored.add((name, row["id"]))
            for each in part:
                known.setdefault(each, None)

    def get(self, name: str, record_id: str) -> Record | None:
        """The record; "" stands for none."""
        if not record_id:
            return None
        if name != "board" and record_id not in self._records[name]:
            self.load(name, [record_id])
        return self._records[name].get(record_id)

    def find(self, name: str, **fields: Any) -> list[Record]:
        """All records with these values, the trash included, by id."""
        asked = (name, *sorted(fields.items()))
        if asked not in self._asked and (name,) not in self._asked:
            self._asked.add(asked)
            table = TABLES[name]
            query = sa.select(table.c.id).where(table.c.board_id == self._board_id, *(table.c[f] == v for f, v in fields.items()))
            self.load(name, self._connection.execute(query).scalars().all())
        known = self._records[name]
        ids = min((self._index(name, f).get(v, set()) for f, v in fields.items()), key=len, default=known)
        return [each for i in sorted(ids) if (each := known[i]) is not None and all(each[f] == v for f, v in fields.items())]

    def live(self, name: str, **fields: Any) -> list[Record]:
        """The same without the trash."""
        return [each for each in self.find(name, **fields) if _is_live(each)]

    def themes(self) -> list[Record]:
        return sorted(self.find("theme"), key=lambda each: (each["order"], each["id"]))

    def count(self, name: str) -> int:
        """How many there are, the trash not counted."""
        if name not in self._counts:
            table = TABLES[name]
            query = sa.select(sa.func.count()).select_from(table).where(table.c.board_id == self._board_id)
            if "deleted_at" in table.c:
                query = query.where(table.c.deleted_at.is_(None))
            self._counts[name] = self._connection.execute(query).scalar_one() + sum(
                _is_live(self._records[name][key[1]]) - _is_live(before) for key, before in self._original.items() if key[0] == name)
        return self._counts[name]

    def top_z(self) -> int:
        """The greatest `z` of a note that is not in the trash, or was not when this was first asked."""
        if self._top_z is None:
            table = TABLES["note"]
            top = self._connection.execute(sa.select(sa.func.max(table.c.z)).where(
                table.c.board_id == self._board_id, table.c.deleted_at.is_(None))).scalar_one()
            dirty = [self._records["note"][key[1]] for key in self._dirty if key[0] == "note"]
            self._top_z = max([top or 0, *(each["z"] for each in dirty if each is not None and _is_live(each))])
        return self._top_z

    def free_place(self, theme: str) -> tuple[int, int]:
        return self._zone(theme).free_place()

    def is_taken(self, theme: str, x: float, y: float) -> bool:
        """Whether a note there would cover something."""
        return self._zone(theme).is_taken(x, y)

    def count_facilitators(self) -> int:
        return len(self.find("seat", role="facilitator"))

    def deltas_since(self, note_id: str, base: int, current: int) -> list[list[Any]] | None:
        """The deltas that led from revision `base` to `current`, or None when they are no longer kept."""
        if base == current:
            return []
        if current - base > TEXT_HISTORY:
            return None
        found = self._connection.execute(DELTAS, {"board": self._board_id, "note": note_id, "base": base})
        deltas = {rev: orjson.loads(delta) for rev, delta in found}
        deltas.update({rev: delta for note, rev, delta in self._text_log if note == note_id})
        wanted = range(base + 1, current + 1)
        return [deltas[rev] for rev in wanted] if all(rev in deltas for rev in wanted) else None

    # --- changing

    def begin(self) -> None:
        self._undo.clear()

    def keep(self) -> None:
        self._undo.clear()

    def roll_back(self) -> None:
        while self._undo:
            self._undo.pop()()

    def put(self, name: str, record: Record) -> None:
        self._replace(name, record["id"], record)

    def drop(self, name: str, record_id: str) -> None:
        self._replace(name, record_id, None)

    def log_text(self, note_id: str, rev: int, delta: list[Any]) -> None:
        self._text_log.append((note_id, rev, delta))
        self._undo.append(self._text_log.pop)

    # --- writing

    def flush(self) -> None:
        """Write what is dirty: one statement per type and sort."""
        for name in [each for each in TABLES if any(key[0] == each for key in self._dirty)]:
            table = TABLES[name]
            dirty = [key[1] for key in self._dirty if key[0] == name]
            new = [i for i in dirty if (name, i) not in self._stored and self._records[name][i] is not None]
            changed = [i for i in dirty if (name, i) in self._stored and self._records[name][i] is not None]
            gone = [i for i in dirty if (name, i) in self._stored and self._records[name][i] is None]
            if new:
                self._connection.execute(INSERT[name], [self._row(name, i) for i in new])
                self._stored.update((name, i) for i in new)
            if changed:
                self._update(name, changed)
            if gone:
                self._connection.execute(table.delete().where(table.c.board_id == self._board_id, table.c.id.in_(gone)))
                self._stored.difference_update((name, i) for i in gone)
        if self._text_log:
            self._connection.execute(LOG_TEXT, [
                {"board_id": self._board_id, "note_id": note, "rev": rev, "delta": orjson.dumps(delta).decode()}
                for note, rev, delta in self._text_log])
            for note, rev, _ in self._text_log:
                if rev % 50 == 0:
                    self._connection.execute(TEXT_STEPS.delete().where(
                        TEXT_STEPS.c.board_id == self._board_id, TEXT_STEPS.c.note_id == note, TEXT_STEPS.c.rev <= rev - TEXT_HISTORY))
        for each in (self._dirty, self._original, self._text_log, self._undo):
            each.clear()     # type: ignore[attr-defined]

    # --- within

    def _row(self, name: str, record_id: str) -> Record:
        return to_row(name, self._board_id, self._records[name][record_id])   # type: ignore[arg-type]

    def _update(self, name: str, ids: list[str]) -> None:
        """Only the columns that changed: an index is written anew for every column that is named, changed or not."""
        rows: dict[tuple[str, ...], list[Record]] = {}
        for each in ids:
            before, after = self._original[name, each], self._records[name][each]
            changed = tuple(k for k, v in after.items() if before is None or before[k] != v)    # type: ignore[union-attr]
            if name == "board":
                changed = tuple(k for k in changed if k not in _NOT_OURS)
            if changed:
                row, keys = self._row(name, each), {"key_id": each} if name == "board" else {"key_id": each, "key_board": self._board_id}
                rows.setdefault(changed, []).append({**keys, **{k: row[k] for k in changed}})
        for changed, of_them in rows.items():
            self._connection.execute(update_of(name, changed), of_them)

    def _replace(self, name: str, record_id: str, record: Record | None) -> None:
        key = (name, record_id)
        before = self.get(name, record_id)
        was_dirty = key in self._dirty
        self._place(name, record_id, record)
        self._dirty.add(key)
        self._original.setdefault(key, before)
        self._track(name, before, record)

        def restore() -> None:
            self._place(name, record_id, before)
            if not was_dirty:
                self._dirty.discard(key)
            self._track(name, record, before)
        self._undo.append(restore)

    def _place(self, name: str, record_id: str, record: Record | None) -> None:
        known = self._records[name]
        before, known[record_id] = known.get(record_id), record
        for field, ids in self._indexes[name].items():
            if before is not None:
                ids[before[field]].discard(record_id)
            if record is not None:
                ids.setdefault(record[field], set()).add(record_id)

    def _index(self, name: str, field: str) -> dict[Any, set[str]]:
        """The ids of the records read so far by the value of a field; from the first time on it is kept right."""
        if field not in self._indexes[name]:
            ids: dict[Any, set[str]] = {}
            for record_id, record in self._records[name].items():
                if record is not None:
                    ids.setdefault(record[field], set()).add(record_id)
            self._indexes[name][field] = ids
        return self._indexes[name][field]

    def _track(self, name: str, before: Record | None, after: Record | None) -> None:
        """Keep the counts and the covered places right as a record changes."""
        if name in self._counts:
            self._counts[name] += _is_live(after) - _is_live(before)
        if name == "note" and after is not None and self._top_z is not None and _is_live(after):
            self._top_z = max(self._top_z, after["z"])
        if name in ("note", "cluster"):
            for record, cover in ((before, Occupancy.uncover), (after, Occupancy.cover)):
                if record is not None and record["theme"] in self._zones and _stands(name, record):
                    cover(self._zones[record["theme"]], name, record)

    def _zone(self, theme: str) -> Occupancy:
        """What covers the theme's zone. Notes are not loaded for it, only their places."""
        if theme not in self._zones:
            zone = Occupancy()
            table = TABLES["note"]
            query = sa.select(table.c.id, table.c.x, table.c.y).where(
                table.c.board_id == self._board_id, table.c.theme == theme, table.c.deleted_at.is_(None), table.c.merged_into == "")
            dirty = {key[1] for key in self._dirty if key[0] == "note"}
            for note_id, x, y in self._connection.execute(query):
                if note_id not in dirty:
                    zone.add(x, y)
            for note_id in dirty:
                record = self._records["note"][note_id]
                if record and record["theme"] == theme and _stands("note", record):
                    zone.add(record["x"], record["y"])
            for cluster in self.find("cluster", theme=theme):
                zone.cover("cluster", cluster)
            self._zones[theme] = zone
        return self._zones[theme]


def _is_live(record: Record | None) -> bool:
    return record is not None and record.get("deleted_at") is None


def _stands(name: str, record: Record) -> bool:
    """Whether the record takes room on the board."""
    return name == "cluster" or _is_live(record) and not record["merged_into"]
