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
from .models import Board, Note, Seat, TextStep, Theme

Record = dict[str, Any]
TABLES: dict[str, sa.Table] = {
    "board": Board.__table__, "theme": Theme.__table__, "note": Note.__table__, "seat": Seat.__table__}   # type: ignore[dict-item]
TEXT_STEPS: sa.Table = TextStep.__table__   # type: ignore[assignment]
TEXT_HISTORY = 200      # revisions of a note's text that can be merged with
_MISSING = object()


def to_record(name: str, row: Any) -> Record:
    """A table row as a record: without the board's id, tags as a list, whole numbers whole."""
    record = dict(row)
    if name != "board":
        del record["board_id"]
    return to_view(name, record)


def to_view(name: str, record: Record) -> Record:
    """Columns turned into the values of fields, in place."""
    if name == "note":
        tags = record["sdgs"]
        record["sdgs"] = [int(part) for part in tags.split(",")] if tags else []
        record["x"], record["y"] = _plain(record["x"]), _plain(record["y"])
    elif name == "theme":
        record["order"] = _plain(record["order"])
    return record


def to_row(name: str, board_id: str, record: Record) -> Record:
    row = dict(record)
    if name != "board":
        row["board_id"] = board_id
    if name == "note":
        row["sdgs"] = ",".join(map(str, record["sdgs"]))
    return row


class WorkingSet:
    """Of one board, within one transaction. `begin` before each change, then `keep` or `roll_back`."""

    def __init__(self, connection: Connection, board: Record) -> None:
        self._connection, self._board_id = connection, board["id"]
        self._records: dict[str, dict[str, Record | None]] = {name: {} for name in TABLES}
        self._records["board"][self._board_id] = board
        self._stored: set[tuple[str, str]] = {("board", self._board_id)}
        self._dirty: set[tuple[str, str]] = set()
        self._text_log: list[tuple[str, int, list[Any]]] = []
        self._zones: dict[str, Occupancy] = {}
        self._count: int | None = None
        self._top_z = 0
        self._all_themes = False
        self._undo: list[Callable[[], Any]] = []

    # --- reading

    @property
    def board(self) -> Record:
        return self._records["board"][self._board_id]   # type: ignore[return-value]

    def load(self, name: str, ids: Iterable[str]) -> None:
        """Read many records in one query."""
        known, table = self._records[name], TABLES[name]
        missing = [each for each in dict.fromkeys(ids) if each not in known]
        for start in range(0, len(missing), 500):
            part = missing[start:start + 500]
            query = sa.select(table).where(table.c.board_id == self._board_id, table.c.id.in_(part))
            for row in self._connection.execute(query).mappings():
                known[row["id"]] = to_record(name, row)
                self._stored.add((name, row["id"]))
            for each in part:
                known.setdefault(each, None)

    def get(self, name: str, record_id: str) -> Record | None:
        if name == "board":
            return self._records["board"].get(record_id)
        if record_id not in self._records[name]:
            self.load(name, [record_id])
        return self._records[name][record_id]

    def themes(self) -> list[Record]:
        if not self._all_themes:
            table = TABLES["theme"]
            ids = self._connection.execute(sa.select(table.c.id).where(table.c.board_id == self._board_id)).scalars().all()
            self.load("theme", ids)
            self._all_themes = True
        found = [each for each in self._records["theme"].values() if each is not None]
        return sorted(found, key=lambda each: (each["order"], each["id"]))

    def count_notes(self) -> int:
        self._measure()
        return self._count   # type: ignore[return-value]

    def top_z(self) -> int:
        self._measure()
        return self._top_z

    def notes_in(self, theme: str) -> int:
        return self._zone(theme).count

    def free_place(self, theme: str) -> tuple[int, int]:
        return self._zone(theme).free_place()

    def count_facilitators(self) -> int:
        table = TABLES["seat"]
        ids = self._connection.execute(sa.select(table.c.id).where(
            table.c.board_id == self._board_id, table.c.role == "facilitator")).scalars().all()
        self.load("seat", ids)
        return sum(1 for each in self._records["seat"].values() if each and each["role"] == "facilitator")

    def deltas_since(self, note_id: str, base: int, current: int) -> list[list[Any]] | None:
        """The deltas that led from revision `base` to `current`, or None when they are no longer kept."""
        if base == current:
            return []
        if current - base > TEXT_HISTORY:
            return None
        query = sa.select(TEXT_STEPS.c.rev, TEXT_STEPS.c.delta).where(
            TEXT_STEPS.c.board_id == self._board_id, TEXT_STEPS.c.note_id == note_id, TEXT_STEPS.c.rev > base)
        deltas = {rev: orjson.loads(delta) for rev, delta in self._connection.execute(query)}
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
        for name, table in TABLES.items():
            dirty = [key[1] for key in self._dirty if key[0] == name]
            new = [i for i in dirty if (name, i) not in self._stored and self._records[name][i] is not None]
            changed = [i for i in dirty if (name, i) in self._stored and self._records[name][i] is not None]
            gone = [i for i in dirty if (name, i) in self._stored and self._records[name][i] is None]
            if new:
                self._connection.execute(table.insert(), [self._row(name, i) for i in new])
            if changed:
                self._update(name, table, changed)
            if gone:
                self._connection.execute(table.delete().where(table.c.board_id == self._board_id, table.c.id.in_(gone)))
        if self._text_log:
            self._connection.execute(TEXT_STEPS.insert(), [
                {"board_id": self._board_id, "note_id": note, "rev": rev, "delta": orjson.dumps(delta).decode()}
                for note, rev, delta in self._text_log])
            for note, rev, _ in self._text_log:
                if rev % 50 == 0:
                    self._connection.execute(TEXT_STEPS.delete().where(
                        TEXT_STEPS.c.board_id == self._board_id, TEXT_STEPS.c.note_id == note, TEXT_STEPS.c.rev <= rev - TEXT_HISTORY))

    # --- within

    def _row(self, name: str, record_id: str) -> Record:
        return to_row(name, self._board_id, self._records[name][record_id])   # type: ignore[arg-type]

    def _update(self, name: str, table: sa.Table, ids: list[str]) -> None:
        keys = {"id"} if name == "board" else {"board_id", "id"}
        statement = table.update().where(*(table.c[key] == sa.bindparam(f"key_{key}") for key in sorted(keys)))
        rows = []
        for each in ids:
            row = self._row(name, each)
            rows.append({**{k: v for k, v in row.items() if k not in keys}, **{f"key_{k}": row[k] for k in keys}})
        # `seq` and `code` of a board are not this module's to write
        skipped = {"seq", "code"} if name == "board" else set()
        rows = [{k: v for k, v in row.items() if k not in skipped} for row in rows]
        names = [k for k in rows[0] if not k.startswith("key_")]
        self._connection.execute(statement.values({n: sa.bindparam(n) for n in names}), rows)

    def _replace(self, name: str, record_id: str, record: Record | None) -> None:
        records, key = self._records[name], (name, record_id)
        before = self.get(name, record_id)
        was_dirty = key in self._dirty
        records[record_id] = record
        self._dirty.add(key)
        if name == "note":
            self._track(before, record)

        def restore() -> None:
            records[record_id] = before
            if not was_dirty:
                self._dirty.discard(key)
            if name == "note":
                self._track(record, before)
        self._undo.append(restore)

    def _track(self, before: Record | None, after: Record | None) -> None:
        """Keep the counts and the covered places right as a note changes."""
        was = before if before and before["deleted_at"] is None else None
        now = after if after and after["deleted_at"] is None else None
        if self._count is not None:
            self._count += (now is not None) - (was is not None)
            if now is not None:
                self._top_z = max(self._top_z, now["z"])
        if was and was["theme"] in self._zones:
            self._zones[was["theme"]].take_away(was["x"], was["y"])
        if now and now["theme"] in self._zones:
            self._zones[now["theme"]].add(now["x"], now["y"])

    def _measure(self) -> None:
        if self._count is not None:
            return
        table = TABLES["note"]
        count, top = self._connection.execute(sa.select(sa.func.count(), sa.func.max(table.c.z)).where(
            table.c.board_id == self._board_id, table.c.deleted_at.is_(None))).one()
        self._count, self._top_z = count, top or 0
        for key in self._dirty:
            if key[0] == "note":
                self._recount(key)

    def _recount(self, key: tuple[str, str]) -> None:
        """Put what is changed but not yet written into counts just read from the database."""
        record = self._records["note"][key[1]]
        live = record is not None and record["deleted_at"] is None
        stored_live = key in self._stored and self._live_in_database(key[1])
        self._count += live - stored_live   # type: ignore[operator]
        if live:
            self._top_z = max(self._top_z, record["z"])   # type: ignore[index]

    def _live_in_database(self, note_id: str) -> bool:
        table = TABLES["note"]
        return self._connection.execute(sa.select(sa.func.count()).where(
            table.c.board_id == self._board_id, table.c.id == note_id, table.c.deleted_at.is_(None))).scalar_one() > 0

    def _zone(self, theme: str) -> Occupancy:
        if theme not in self._zones:
            table, zone = TABLES["note"], Occupancy()
            query = sa.select(table.c.id, table.c.x, table.c.y).where(
                table.c.board_id == self._board_id, table.c.theme == theme, table.c.deleted_at.is_(None))
            dirty = {key[1] for key in self._dirty if key[0] == "note"}
            for note_id, x, y in self._connection.execute(query):
                if note_id not in dirty:
                    zone.add(x, y)
            for note_id in dirty:
                record = self._records["note"][note_id]
                if record and record["deleted_at"] is None and record["theme"] == theme:
                    zone.add(record["x"], record["y"])
            self._zones[theme] = zone
        return self._zones[theme]


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
