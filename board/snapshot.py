"""The whole board as one compressed body, made once for each number and shared by all who ask at the same time."""
from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .concurrency import Concurrency
from .db import Database
from .models import Board, Note, Seat, Theme
from .protocol import Reason, Refused
from .records import TYPES
from .working_set import to_record, to_view

BOARDS: sa.Table = Board.__table__    # type: ignore[assignment]
ORDER = {"theme": Theme.__table__, "seat": Seat.__table__, "note": Note.__table__}


@dataclass(frozen=True)
class Snapshot:
    seq: int
    plain_size: int
    gzipped: bytes

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.gzipped)


class Snapshots:
    """Keeps the newest snapshot of the boards used last. Every role sees the same records now; when a record type
    hides something, the audience becomes part of the key."""

    KEPT = 32

    def __init__(self, database: Database, concurrency: Concurrency) -> None:
        self._database, self._concurrency = database, concurrency
        self._kept: dict[str, Snapshot] = {}
        self._locks: dict[str, Any] = {}

    def get(self, board_id: str) -> Snapshot:
        lock = self._locks.setdefault(board_id, self._concurrency.lock())
        with lock:       # a hundred who join at once wait for one reading
            kept = self._kept.get(board_id)
            made = self._database.read(read_snapshot, board_id, kept.seq if kept else None)
            if made is None:
                return kept     # type: ignore[return-value]
            self._kept.pop(board_id, None)
            self._kept[board_id] = made
            while len(self._kept) > self.KEPT:
                oldest = next(iter(self._kept))
                del self._kept[oldest]
                self._locks.pop(oldest, None)
            return made


def read_snapshot(connection: Connection, board_id: str, known_seq: int | None = None) -> Snapshot | None:
    """The snapshot, or None when the board is still at `known_seq`."""
    seq = connection.execute(sa.select(BOARDS.c.seq).where(BOARDS.c.id == board_id)).scalar_one_or_none()
    if seq is None:
        raise Refused(Reason.NOT_FOUND)
    if seq == known_seq:
        return None
    body = orjson.dumps({"seq": seq, "records": read_records(connection, board_id)})
    return Snapshot(seq, len(body), gzip.compress(body, 3, mtime=0))


def read_records(connection: Connection, board_id: str) -> dict[str, list[dict[str, Any]]]:
    """All records of a board as anybody on it may see them, without the trash."""
    board = connection.execute(sa.select(BOARDS).where(BOARDS.c.id == board_id)).mappings().one_or_none()
    if board is None:
        raise Refused(Reason.NOT_FOUND)
    found: dict[str, list[dict[str, Any]]] = {"board": [{f: board[f] for f in TYPES["board"].fields}]}
    for name, table in ORDER.items():
        fields = list(TYPES[name].fields)
        query = sa.select(*(table.c[f] for f in fields)).where(table.c.board_id == board_id).order_by(table.c.id)
        if name == "note":
            query = query.where(table.c.deleted_at.is_(None))
        found[name] = [to_view(name, dict(zip(fields, row, strict=True))) for row in connection.execute(query)]
    return found


def read_trash(connection: Connection, board_id: str, seat: dict[str, Any]) -> list[dict[str, Any]]:
    """Deleted notes, newest first: a facilitator's holds all, others' what they wrote."""
    table: sa.Table = Note.__table__      # type: ignore[assignment]
    query = sa.select(table).where(table.c.board_id == board_id, table.c.deleted_at.is_not(None))
    if seat["role"] != "facilitator":
        query = query.where(table.c.seat == seat["id"])
    return [to_record("note", row) for row in connection.execute(query.order_by(table.c.deleted_at.desc(), table.c.id)).mappings()]
