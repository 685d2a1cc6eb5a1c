"""What the host sees of boards and does with them: their sizes and times, never a text of anybody's; deleting one, new links.

`bytes` is what people's words, the history and the files of a board's history take; keys and the database's own order come on top.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import access
from .models import Base, Change, Note, Refusal, TextStep
from .models_beside import Checkpoint, Contribution, Export, Series, SeriesBoard
from .models_talk import Comment, Translation
from .protocol import Reason, Refused
from .rights import ROLES
from .rows import TABLES

BOARDS, LINKS, SEATS = access.BOARDS, access.LINKS, access.SEATS
CHANGES: sa.Table = Change.__table__          # type: ignore[assignment]
NOTES: sa.Table = Note.__table__              # type: ignore[assignment]
EXPORTS: sa.Table = Export.__table__          # type: ignore[assignment]
SERIES: sa.Table = Series.__table__           # type: ignore[assignment]
PLACES: sa.Table = SeriesBoard.__table__      # type: ignore[assignment]
# What takes room: (table, its long columns)
LONG = [(Note, ("text",)), (Comment, ("text",)), (Translation, ("text",)),
        (Contribution, ("text",)), (Change, ("steps", "tags")), (Checkpoint, ("body",)), (TextStep, ("delta",)), (Refusal, ("outcome",))]
OPERATOR_LINKS = ("facilitator", "recovery")
PER_PAGE = 50
SORTS = {"used": "desc", "title": "asc", "created": "desc", "people": "desc", "notes": "desc", "bytes": "desc"}
MOST_SEARCH = 120
Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """Which boards, in what order."""
    search: str = ""
    sort: str = "used"
    order: str = "desc"
    page: int = 1


def read_boards(connection: Connection, asked: Asked) -> Row:
    """`{boards, found, page, pages}`: one page of those that match."""
    matching = _matching(asked.search)
    found = connection.execute(sa.select(sa.func.count()).select_from(BOARDS).where(matching)).scalar_one()
    pages = max(1, -(-found // PER_PAGE))
    page = min(asked.page, pages)
    query = _facts(connection, by_size=asked.sort == "bytes").where(matching)
    column = {"used": "used_at", "created": "created_at"}.get(asked.sort, asked.sort)
    key = sa.func.lower(BOARDS.c.title) if column == "title" else sa.literal_column(column)
    query = query.order_by(key.desc() if asked.order == "desc" else key.asc(), BOARDS.c.id)
    rows = [dict(row) for row in connection.execute(query.limit(PER_PAGE).offset((page - 1) * PER_PAGE)).mappings()]
    return {"boards": _sized(connection, rows), "found": found, "page": page, "pages": pages}


def read_board(connection: Connection, board_id: str) -> Row:
    """More about one: numbers of its records, who is on it by role, its links. Raises Refused."""
    row = connection.execute(_facts(connection).where(BOARDS.c.id == board_id)).mappings().one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    board, = _sized(connection, [dict(row)])
    roles = dict(connection.execute(
        sa.select(SEATS.c.role, sa.func.count()).where(SEATS.c.board_id == board_id).group_by(SEATS.c.role)).all())
    links = connection.execute(sa.select(LINKS.c.purpose, LINKS.c.created_at).where(LINKS.c.board_id == board_id, LINKS.c.active))
    return {**board, "roles": {role: roles.get(role, 0) for role in reversed(ROLES)},
            "records": {name: _count(connection, table, board_id) for name, table in TABLES.items() if name not in ("board", "seat")},
            "changes": _count(connection, CHANGES, board_id),
            "trash": _count(connection, NOTES, board_id, NOTES.c.deleted_at.is_not(None)),
            "links": [{"purpose": each.purpose, "created_at": each.created_at} for each in links]}


def read_totals(connection: Connection, data: Path) -> Row:
    """Of all boards together, and the database's own size."""
    boards, archived = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(sa.cast(BOARDS.c.archived, sa.Integer)), 0)).select_from(BOARDS)).one()
    people = connection.execute(sa.select(sa.func.count()).select_from(SEATS)).scalar_one()
    notes = connection.execute(sa.select(sa.func.count()).select_from(NOTES).where(NOTES.c.deleted_at.is_(None))).scalar_one()
    return {"boards": boards, "archived": archived, "people": people, "notes": notes,
            "database_bytes": _database_bytes(connection, data)}


def matches(board: Row, code: str, text: str) -> bool:
    """Was this board's title typed, or its code where that is asked for too?"""
    return " ".join(text.split()) == " ".join(board["title"].split()) or bool(code) and access.tidy_code(text) == code


def delete_board(connection: Connection, board_id: str) -> Row:
    """All rows of it go; `{title, rows, seats, exports}` says what was there. Raises Refused `not_found`."""
    row = access.board_row(connection, board_id)
    seats = list(connection.execute(sa.select(SEATS.c.id).where(SEATS.c.board_id == board_id)).scalars())
    exports = list(connection.execute(sa.select(EXPORTS.c.id).where(EXPORTS.c.board_id == board_id)).scalars())
    series = connection.execute(sa.select(PLACES.c.series_id).where(PLACES.c.board_id == board_id)).scalar_one_or_none()
    count = 1
    for table in reversed(Base.metadata.sorted_tables):
        if "board_id" in table.c:
            count += connection.execute(table.delete().where(table.c.board_id == board_id)).rowcount
    connection.execute(BOARDS.delete().where(BOARDS.c.id == board_id))
    if series and not connection.execute(sa.select(PLACES.c.board_id).where(PLACES.c.series_id == series).limit(1)).all():
        connection.execute(SERIES.delete().where(SERIES.c.id == series))
    return {"title": row["title"], "rows": count, "seats": seats, "exports": exports}


def new_link(connection: Connection, board_id: str, purpose: str) -> str:
    """A new key for those who lost theirs; the old one of this purpose stops working. Raises Refused."""
    if purpose not in OPERATOR_LINKS:
        raise Refused(Reason.INVALID, field="purpose")
    access.board_row(connection, board_id)
    return access.replace_link(connection, board_id, purpose)


def _matching(search: str) -> sa.ColumnElement[bool]:
    """Part of the title, or the whole of the id or code."""
    if not search:
        return sa.true()
    escaped = search.translate(str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"}))
    return sa.or_(BOARDS.c.title.ilike(f"%{escaped}%", escape="\\"), BOARDS.c.id == search.lower(),
                  BOARDS.c.code == access.tidy_code(search))


def _facts(connection: Connection, *, by_size: bool = False) -> sa.Select[Any]:
    people = sa.select(SEATS.c.board_id, sa.func.count().label("count")).group_by(SEATS.c.board_id).subquery()
    notes = sa.select(NOTES.c.board_id, sa.func.count().label("count")).where(
        NOTES.c.deleted_at.is_(None)).group_by(NOTES.c.board_id).subquery()
    # What the server does by itself, such as emptying the trash, is no use of a board.
    used = sa.select(CHANGES.c.at).where(CHANGES.c.board_id == BOARDS.c.id, CHANGES.c.seat_id != "").order_by(
        CHANGES.c.seq.desc()).limit(1).scalar_subquery()
    query = sa.select(
        BOARDS.c.id.label("board"), BOARDS.c.title, BOARDS.c.language, BOARDS.c.created_at, BOARDS.c.archived, BOARDS.c.keep_days,
        sa.func.coalesce(used, BOARDS.c.created_at).label("used_at"),
        sa.func.coalesce(people.c.count, 0).label("people"), sa.func.coalesce(notes.c.count, 0).label("notes"))
    joined = BOARDS.outerjoin(people, people.c.board_id == BOARDS.c.id).outerjoin(notes, notes.c.board_id == BOARDS.c.id)
    if by_size:
        sizes = _sizes(connection).subquery()
        joined = joined.outerjoin(sizes, sizes.c.board_id == BOARDS.c.id)
        query = query.add_columns(sa.func.coalesce(sizes.c.bytes, 0).label("bytes"))
    return query.select_from(joined)


def _sized(connection: Connection, rows: list[Row]) -> list[Row]:
    """The rows with their `bytes`. Only those shown are measured, unless they were sorted by it."""
    if rows and "bytes" not in rows[0]:
        found = dict(connection.execute(_sizes(connection, [row["board"] for row in rows])).all())
        rows = [{**row, "bytes": found.get(row["board"], 0)} for row in rows]
    return [{**row, "bytes": int(row["bytes"])} for row in rows]


def _sizes(connection: Connection, board_ids: Sequence[str] | None = None) -> sa.Select[Any]:
    parts = []
    for model, names in LONG:
        table: sa.Table = model.__table__      # type: ignore[assignment]
        size = sum((sa.func.coalesce(_length(connection, table.c[name]), 0) for name in names), sa.literal(0))
        part = sa.select(table.c.board_id, sa.cast(sa.func.sum(size), sa.BigInteger).label("bytes")).group_by(table.c.board_id)
        parts.append(part if board_ids is None else part.where(table.c.board_id.in_(board_ids)))
    every = sa.union_all(*parts).subquery()
    return sa.select(every.c.board_id, sa.func.sum(every.c.bytes).label("bytes")).group_by(every.c.board_id)


def _length(connection: Connection, column: Any) -> Any:
    """In bytes; SQLite's own `octet_length` is of a later version than many have."""
    if connection.dialect.name == "sqlite":
        return sa.func.length(sa.cast(column, sa.LargeBinary))
    return sa.func.octet_length(column)


def _count(connection: Connection, table: sa.Table, board_id: str, *more: Any) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table).where(table.c.board_id == board_id, *more)).scalar_one()


def _database_bytes(connection: Connection, data: Path) -> int:
    if connection.dialect.name != "sqlite":
        return connection.execute(sa.text("select pg_database_size(current_database())")).scalar_one()
    path = Path(connection.engine.url.database or data / "board.db")
    return sum(each.stat().st_size for each in (path, path.with_name(path.name + "-wal")) if each.exists())
