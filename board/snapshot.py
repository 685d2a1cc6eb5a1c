"""The whole board as one compressed body: what everybody sees is read and compressed once for each number and shared by
all who ask at the same time; what only one seat sees is put behind it.

The two are one gzip stream: the shared part ends on a byte (a sync flush), so that the other can be compressed by itself.
"""
from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import metrics
from .concurrency import Concurrency
from .db import Database
from .models import Board
from .protocol import Reason, Refused
from .records import TYPES
from .rows import TABLES, to_record, to_view
from .secrecy import blank

BOARDS: sa.Table = Board.__table__    # type: ignore[assignment]
SHARED = ("theme", "cluster", "step", "round", "seat")      # types of which everybody sees everything
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
Records = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Snapshot:
    """`shared` is the beginning of a JSON object, `deflated` the same compressed, `check` its CRC-32."""
    seq: int
    size: int
    deflated: bytes
    check: int

    def gzipped(self, own: Records) -> bytes:
        """The body for a seat."""
        rest = b',"own":' + orjson.dumps(own) + b"}"
        packer = zlib.compressobj(3, wbits=-15)
        end = packer.compress(rest) + packer.flush()
        check, size = zlib.crc32(rest, self.check), self.size + len(rest)
        return _HEADER + self.deflated + end + check.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")

    def plain(self, own: Records) -> bytes:
        return gzip.decompress(self.gzipped(own))


class Snapshots:
    """Keeps the newest snapshot of the boards used last."""

    KEPT = 32

    def __init__(self, database: Database, concurrency: Concurrency) -> None:
        self._database, self._concurrency = database, concurrency
        self._kept: dict[str, Snapshot] = {}
        self._locks: dict[str, Any] = {}

    def get(self, board_id: str, seat_id: str) -> tuple[Snapshot, Records]:
        """What everybody sees and what only this seat does, at one number."""
        lock = self._locks.setdefault(board_id, self._concurrency.lock())
        with lock:       # a hundred who join at once wait for one reading
            kept = self._kept.get(board_id)
            made, own = self._database.read(read_snapshot, board_id, seat_id, kept)
            metrics.snapshots.labels("shared" if made is kept else "made").inc()
            if made is kept:
                return made, own
            self._kept.pop(board_id, None)
            self._kept[board_id] = made
            while len(self._kept) > self.KEPT:
                oldest = next(iter(self._kept))
                del self._kept[oldest]
                self._locks.pop(oldest, None)
            return made, own


def read_snapshot(connection: Connection, board_id: str, seat_id: str, known: Snapshot | None = None) -> tuple[Snapshot, Records]:
    """The snapshot (`known` if the board is still at its number) and the seat's own records."""
    seq = connection.execute(sa.select(BOARDS.c.seq).where(BOARDS.c.id == board_id)).scalar_one_or_none()
    if seq is None:
        raise Refused(Reason.NOT_FOUND)
    own = read_own(connection, board_id, seat_id)
    if known is not None and known.seq == seq:
        return known, own
    shared = orjson.dumps({"seq": seq, "records": read_records(connection, board_id)})[:-1]
    packer = zlib.compressobj(3, wbits=-15)
    return Snapshot(seq, len(shared), packer.compress(shared) + packer.flush(zlib.Z_SYNC_FLUSH), zlib.crc32(shared)), own


def read_records(connection: Connection, board_id: str) -> Records:
    """All records of a board as everybody on it may see them, without the trash."""
    board = connection.execute(sa.select(BOARDS).where(BOARDS.c.id == board_id)).mappings().one_or_none()
    if board is None:
        raise Refused(Reason.NOT_FOUND)
    found: Records = {"board": [{f: board[f] for f in TYPES["board"].fields}]}
    for name in SHARED:
        found[name] = _read(connection, board_id, name)
    note, comment, reaction, answer = (TABLES[name] for name in ("note", "comment", "reaction", "answer"))
    found["note"] = _read(connection, board_id, "note", _open(note))
    seen = sa.select(note.c.id).where(note.c.board_id == board_id, _open(note))
    found["answer"] = _read(connection, board_id, "answer", answer.c.solution.in_(seen), answer.c.challenge.in_(seen))
    found["comment"] = _read(connection, board_id, "comment", comment.c.deleted_at.is_(None), comment.c.note.in_(seen))
    found["reaction"] = _read(connection, board_id, "reaction", reaction.c.note.in_(seen))
    return found


def read_own(connection: Connection, board_id: str, seat_id: str) -> Records:
    """What only this seat sees, or sees more of than others do."""
    note, comment, reaction = (TABLES[name] for name in ("note", "comment", "reaction"))
    seen = sa.select(note.c.id).where(note.c.board_id == board_id, _open(note))
    notes = _read(connection, board_id, "note", note.c.seat == seat_id, note.c.deleted_at.is_(None),
                  note.c.private | (note.c.hidden != "") | (note.c.anonymous != ""), whole=True)
    own = {"note": notes, "vote": _read(connection, board_id, "vote", TABLES["vote"].c.seat == seat_id),
           "comment": _read(connection, board_id, "comment", comment.c.seat == seat_id, comment.c.anonymous != "",
                            comment.c.deleted_at.is_(None), comment.c.note.in_(seen), whole=True),
           "reaction": _read(connection, board_id, "reaction", reaction.c.seat == seat_id, reaction.c.anonymous != "",
                             reaction.c.note.in_(seen), whole=True),
           "answer": _read_private_answers(connection, board_id, notes)}
    return {name: records for name, records in own.items() if records}


def read_trash(connection: Connection, board_id: str, seat: dict[str, Any]) -> list[dict[str, Any]]:
    """Deleted notes, newest first: a facilitator's holds all but private ones, others' what they wrote."""
    table = TABLES["note"]
    mine = table.c.seat == seat["id"]
    query = sa.select(table).where(table.c.board_id == board_id, table.c.deleted_at.is_not(None),
                                   mine | ~table.c.private if seat["role"] == "facilitator" else mine)
    found = [to_record("note", row) for row in connection.execute(query.order_by(table.c.deleted_at.desc(), table.c.id)).mappings()]
    return [_without_author(each, seat["id"]) for each in found]


def _read_private_answers(connection: Connection, board_id: str, notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers between a private note of this seat and another note that it sees."""
    private = {each["id"] for each in notes if each["private"] and not each["hidden"]}
    if not private:
        return []
    answer, note = TABLES["answer"], TABLES["note"]
    found = [each for part in _parts(sorted(private)) for each in _read(
        connection, board_id, "answer", answer.c.solution.in_(part) | answer.c.challenge.in_(part))]
    ends = {each[end] for each in found for end in ("solution", "challenge")} - private
    seen = {i for part in _parts(sorted(ends)) for i in connection.execute(sa.select(note.c.id).where(
        note.c.board_id == board_id, note.c.id.in_(part), _open(note))).scalars()} | private
    return list({each["id"]: each for each in found if each["solution"] in seen and each["challenge"] in seen}.values())


def _read(connection: Connection, board_id: str, name: str, *where: Any, whole: bool = False) -> list[dict[str, Any]]:
    """The views of the records of a type, in order of their ids; with `whole` also who wrote what is anonymous."""
    table, fields = TABLES[name], list(TYPES[name].fields)
    columns = fields if "anonymous" in fields or "anonymous" not in table.c else [*fields, "anonymous"]
    query = sa.select(*(table.c[f] for f in columns)).where(table.c.board_id == board_id, *where).order_by(table.c.id)
    found = []
    for row in connection.execute(query):
        record = to_view(name, dict(zip(columns, row, strict=True)))
        if not whole and record.get("anonymous"):
            record = blank(record)
        if len(columns) > len(fields):
            del record["anonymous"]
        found.append(record)
    return found


def _open(note: sa.Table) -> Any:
    """`secrecy.is_open` in SQL."""
    return note.c.deleted_at.is_(None) & ~note.c.private & (note.c.hidden == "")


def _without_author(note: dict[str, Any], seat_id: str) -> dict[str, Any]:
    blanked = blank(note, seat_id)
    if blanked is not note and note["deleted_by"] == note["seat"]:
        blanked["deleted_by"] = ""
    return blanked


def _parts(ids: list[str]) -> list[list[str]]:
    return [ids[start:start + 500] for start in range(0, len(ids), 500)]


