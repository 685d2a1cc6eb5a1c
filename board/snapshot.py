"""What a seat sees of a board: the records everybody sees, its own, the trash. How they are sent is `snapshot_body`'s."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .models import Board
from .protocol import Reason, Refused
from .records import TYPES
from .rows import TABLES, to_record, to_view
from .secrecy import blank

BOARDS: sa.Table = Board.__table__    # type: ignore[assignment]
Record = dict[str, Any]
Records = dict[str, list[Record]]


def read_records(connection: Connection, board_id: str) -> Records:
    """All records of a board as everybody on it may see them, without the trash, each type in order of its ids."""
    return {"board": [read_board(connection, board_id)], **{name: read_type(connection, board_id, name) for name in SHARED}}


def read_board(connection: Connection, board_id: str) -> Record:
    board = connection.execute(_BOARD, {"board": board_id}).mappings().one_or_none()
    if board is None:
        raise Refused(Reason.NOT_FOUND)
    return {f: board[f] for f in TYPES["board"].fields}


def read_type(connection: Connection, board_id: str, name: str, ids: list[str] | None = None) -> list[Record]:
    """The records of a type that everybody sees, or those of `ids` that are there and seen by everybody."""
    if ids is None:
        return SHARED[name].read(connection, board=board_id)
    return [each for part in _parts(ids) for each in _AMONG[name].read(connection, board=board_id, ids=part)]


def read_own(connection: Connection, board_id: str, seat_id: str) -> Records:
    """What only this seat sees, or sees more of than others do."""
    own = {name: query.read(connection, board=board_id, seat=seat_id) for name, query in _OWN.items()}
    own["answer"] = _read_private_answers(connection, board_id, own["note"])
    return {name: records for name, records in own.items() if records}


def read_trash(connection: Connection, board_id: str, seat: dict[str, Any]) -> list[dict[str, Any]]:
    """Deleted notes, newest first: a facilitator's holds all but private ones, others' what they wrote."""
    table = TABLES["note"]
    mine = table.c.seat == seat["id"]
    query = sa.select(table).where(table.c.board_id == board_id, table.c.deleted_at.is_not(None),
                                   mine | ~table.c.private if seat["role"] == "facilitator" else mine)
    found = [to_record("note", row) for row in connection.execute(query.order_by(table.c.deleted_at.desc(), table.c.id)).mappings()]
    return [_without_author(each, seat["id"]) for each in found]


def read_trash_translations(connection: Connection, board_id: str, notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What deleted notes that everybody saw had been translated into, without who did."""
    table, ids = TABLES["translation"], sorted(each["id"] for each in notes if not each["private"] and not each["hidden"])
    found = [row for part in _parts(ids) for row in connection.execute(sa.select(table).where(
        table.c.board_id == board_id, table.c.note.in_(part)).order_by(table.c.note, table.c.language)).mappings()]
    return [{name: row[name] for name in ("note", "language", "text", "machine", "source")} for row in found]


def _read_private_answers(connection: Connection, board_id: str, notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers between a private note of this seat and another note that it sees."""
    private = {each["id"] for each in notes if each["private"] and not each["hidden"]}
    if not private:
        return []
    note = TABLES["note"]
    found = [each for part in _parts(sorted(private)) for each in _ANSWERS_AT.read(connection, board=board_id, ids=part)]
    ends = {each[end] for each in found for end in ("solution", "challenge")} - private
    seen = {i for part in _parts(sorted(ends)) for i in connection.execute(sa.select(note.c.id).where(
        note.c.board_id == board_id, note.c.id.in_(part), _open(note))).scalars()} | private
    return list({each["id"]: each for each in found if each["solution"] in seen and each["challenge"] in seen}.values())


def _without_author(note: dict[str, Any], seat_id: str) -> dict[str, Any]:
    """Nor who deleted what is anonymous: it may be its author, and where it was another that is one fewer who can be."""
    if note["anonymous"] and note["deleted_by"] != seat_id:
        note = {**note, "deleted_by": ""}
    return blank(note, seat_id)


def _parts(ids: list[str]) -> list[list[str]]:
    return [ids[start:start + 500] for start in range(0, len(ids), 500)]


def _open(note: sa.Table) -> Any:
    """`secrecy.is_open` in SQL."""
    return note.c.deleted_at.is_(None) & ~note.c.private & (note.c.hidden == "")


@dataclass(frozen=True)
class Query:
    """Reads views of one type, in order of their ids. Built once: that costs more than running it."""
    name: str
    statement: Any
    columns: tuple[str, ...]
    whole: bool

    def read(self, connection: Connection, **given: Any) -> list[Record]:
        fields, found = TYPES[self.name].fields, []
        for row in connection.execute(self.statement, given):
            record = to_view(self.name, dict(zip(self.columns, row, strict=True)))
            if not self.whole and record.get("anonymous"):
                record = blank(record)
            if len(record) > len(fields):
                del record["anonymous"]
            found.append(record)
        return sorted(found, key=_by_id)


def _by_id(record: Record) -> str:
    return record["id"]


def _query(name: str, *where: Any, whole: bool = False) -> Query:
    """`whole`: also who wrote what is anonymous. Parameters are `board` and those of `where`. Sorted here: asked for their
    order, SQLite would walk through all records of the board along their ids rather than use the index of `where`."""
    table, fields = TABLES[name], list(TYPES[name].fields)
    columns = fields if "anonymous" in fields or "anonymous" not in table.c else [*fields, "anonymous"]
    statement = sa.select(*(table.c[f] for f in columns)).where(table.c.board_id == sa.bindparam("board"), *where)
    return Query(name, statement, tuple(columns), whole)


def _on_seen(note_id: Any) -> Any:
    """Whether everybody sees the note. Asked for each record by itself, or a list of all notes would be made first."""
    note = TABLES["note"].alias()
    return sa.exists().where(note.c.board_id == sa.bindparam("board"), note.c.id == note_id, _open(note))


def _visible() -> dict[str, tuple[Any, ...]]:
    """The types of which there are records that everybody sees, and which those are."""
    note, comment, answer = (TABLES[name] for name in ("note", "comment", "answer"))
    return {"theme": (), "cluster": (), "step": (), "round": (), "seat": (), "note": (_open(note),),
            "answer": (_on_seen(answer.c.solution), _on_seen(answer.c.challenge)),
            "comment": (comment.c.deleted_at.is_(None), _on_seen(comment.c.note)),
            **{name: (_on_seen(TABLES[name].c.note),) for name in ("reaction", "translation")}}


def _own() -> dict[str, Query]:
    note, comment, vote = (TABLES[name] for name in ("note", "comment", "vote"))
    seat = sa.bindparam("seat")
    return {
        "note": _query("note", note.c.seat == seat, note.c.deleted_at.is_(None),
                       note.c.private | (note.c.hidden != "") | (note.c.anonymous != ""), whole=True),
        "vote": _query("vote", vote.c.seat == seat),
        "comment": _query("comment", comment.c.seat == seat, comment.c.anonymous != "", comment.c.deleted_at.is_(None),
                          _on_seen(comment.c.note), whole=True),
        **{name: _query(name, TABLES[name].c.seat == seat, TABLES[name].c.anonymous != "", _on_seen(TABLES[name].c.note), whole=True)
           for name in ("reaction", "translation")}}


_BOARD = sa.select(BOARDS).where(BOARDS.c.id == sa.bindparam("board"))
_IDS = sa.bindparam("ids", expanding=True)
_VISIBLE = _visible()
SHARED = {name: _query(name, *where) for name, where in _VISIBLE.items()}
_AMONG = {name: _query(name, TABLES[name].c.id.in_(_IDS), *where) for name, where in _VISIBLE.items()}
_OWN = _own()
_ANSWERS_AT = _query("answer", TABLES["answer"].c.solution.in_(_IDS) | TABLES["answer"].c.challenge.in_(_IDS))
