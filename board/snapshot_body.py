"""The whole board as one compressed body. What everybody sees is compressed in parts and kept: after a change only the
parts it touched are read and compressed again, so that the hundredth who joins a full board costs little more than the
first. What only one seat sees is put behind it.

All of it is one gzip stream: every part ends on a byte (a sync flush), so that parts can be compressed by themselves.
"""
from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import metrics
from .concurrency import Concurrency
from .db import Database
from .protocol import Reason, Refused
from .snapshot import BOARDS, SHARED, Records, read_board, read_own, read_type
from .sync import read_changes

LEVEL = 6
IN_A_PART = 250         # records: some 100 KB, 3 ms to compress
MOST_BYTES = 60_000_000     # of all bodies that are kept, before compression
MOST_CHANGES = 300      # since the last body; beyond that everything is read anew
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_STATE = sa.select(BOARDS.c.seq, BOARDS.c.history_from, BOARDS.c.catch_up_from).where(BOARDS.c.id == sa.bindparam("board"))


@dataclass(frozen=True)
class Piece:
    """A part of the body, plain and compressed."""
    plain: bytes
    packed: bytes


@dataclass(frozen=True)
class Part:
    """Records of one type that are kept together; `ids` are those that everybody sees."""
    ids: tuple[str, ...]
    piece: Piece


Parts = dict[str, list[Part]]


@dataclass(frozen=True)
class Body:
    """What everybody sees at `seq`: the beginning of a JSON object of `size` bytes, with its CRC-32, and compressed."""
    seq: int
    state: tuple[int, int]      # numbers that change when records were touched beside the number line
    parts: Parts
    size: int
    check: int
    packed: bytes

    def gzipped(self, own: Records) -> bytes:
        """The body for a seat."""
        rest = b',"own":' + orjson.dumps(own) + b"}"
        packer = zlib.compressobj(3, wbits=-15)
        end = packer.compress(rest) + packer.flush()
        check, size = zlib.crc32(rest, self.check), self.size + len(rest)
        return _HEADER + self.packed + end + check.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")

    def plain(self, own: Records) -> bytes:
        return gzip.decompress(self.gzipped(own))


class Snapshots:
    """Keeps the newest body of the boards used last."""

    def __init__(self, database: Database, concurrency: Concurrency, most: int = MOST_BYTES) -> None:
        self._database, self._concurrency, self._most = database, concurrency, most
        self._kept: dict[str, Body] = {}
        self._locks: dict[str, Any] = {}

    def get(self, board_id: str, seat_id: str) -> tuple[Body, Records]:
        """What everybody sees and what only this seat does, at one number."""
        lock = self._locks.setdefault(board_id, self._concurrency.lock())
        with lock:       # a hundred who join at once wait for one reading
            kept = self._kept.get(board_id)
            body, own = self._database.read(read_body, board_id, seat_id, kept)
            metrics.snapshots.labels("shared" if body is kept else "made").inc()
            if body is kept:
                return body, own
            self._kept.pop(board_id, None)
            self._kept[board_id] = body
            self._make_room()
            return body, own

    def _make_room(self) -> None:
        size = sum(each.size for each in self._kept.values())
        while size > self._most and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            size -= self._kept.pop(oldest).size
            self._locks.pop(oldest, None)


def read_body(connection: Connection, board_id: str, seat_id: str, known: Body | None = None) -> tuple[Body, Records]:
    """The body (`known` if the board is still at its number) and the seat's own records."""
    row = connection.execute(_STATE, {"board": board_id}).one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    seq, state = row[0], (row[1], row[2])
    own = read_own(connection, board_id, seat_id)
    if known is not None and known.seq == seq and known.state == state:
        return known, own
    parts = None
    if known is not None and known.state == state and 0 < seq - known.seq <= MOST_CHANGES:
        parts = _renewed(connection, board_id, known, seq)
    if parts is None:
        parts = {name: _divided(read_type(connection, board_id, name)) for name in SHARED}
    return _assembled(seq, state, read_board(connection, board_id), parts), own


def _renewed(connection: Connection, board_id: str, known: Body, seq: int) -> Parts | None:
    """The parts with what changed since; None when that is not known any more. Every step of a change counts, whoever may see it:
    what stands in its place is read from the records."""
    changes = read_changes(connection, board_id, known.seq, seq)
    if len(changes) != seq - known.seq:
        return None
    touched: dict[str, set[str]] = {}
    for change in changes:
        for step in change["steps"]:
            if step[1] in SHARED:
                touched.setdefault(step[1], set()).add(step[2]["id"] if step[0] == "add" else step[2])
    return {name: _part_by_part(connection, board_id, name, parts, touched[name]) if name in touched else parts
            for name, parts in known.parts.items()}


def _part_by_part(connection: Connection, board_id: str, name: str, parts: list[Part], touched: set[str]) -> list[Part]:
    made, left = [], set(touched)
    for part in parts:
        mine = left.intersection(part.ids)
        if not mine:
            made.append(part)
            continue
        left -= mine
        made += _divided(read_type(connection, board_id, name, list(part.ids)))
    if left:        # new ones, or such as nobody sees: beside the last ones, as long as there is room
        last = list(made.pop().ids) if made and len(made[-1].ids) < IN_A_PART else []
        made += _divided(read_type(connection, board_id, name, [*last, *sorted(left)]))
    return made


def _divided(records: list[dict[str, Any]]) -> list[Part]:
    groups = [records[start:start + IN_A_PART] for start in range(0, len(records), IN_A_PART)]
    return [Part(tuple(each["id"] for each in group), _piece(orjson.dumps(group)[1:-1])) for group in groups]


def _assembled(seq: int, state: tuple[int, int], board: dict[str, Any], parts: Parts) -> Body:
    pieces = list(_pieces(seq, board, parts))
    check = 0
    for each in pieces:
        check = zlib.crc32(each.plain, check)
    return Body(seq, state, parts, sum(len(each.plain) for each in pieces), check, b"".join(each.packed for each in pieces))


def _pieces(seq: int, board: dict[str, Any], parts: Parts) -> Iterator[Piece]:
    yield _piece(b'{"seq":%d,"records":{"board":[%s]' % (seq, orjson.dumps(board)))
    for name, of_type in parts.items():
        yield _BEGIN[name]
        for index, part in enumerate(of_type):
            if index:
                yield _COMMA
            yield part.piece
        yield _END
    yield _CLOSE


def _piece(plain: bytes) -> Piece:
    packer = zlib.compressobj(LEVEL, wbits=-15)
    return Piece(plain, packer.compress(plain) + packer.flush(zlib.Z_SYNC_FLUSH))


_BEGIN = {name: _piece(b',"%s":[' % name.encode()) for name in SHARED}
_COMMA, _END, _CLOSE = _piece(b","), _piece(b"]"), _piece(b"}")
