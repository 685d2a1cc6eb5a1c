"""Everything that is kept about one seat, for the person whose it is. Not for facilitators: it would tell them what is anonymous."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import access, audit
from .models import Refusal
from .models_beside import Export
from .rows import TABLES, to_record
from .sync import CHANGES

EXPORTS: sa.Table = Export.__table__        # type: ignore[assignment]
REFUSALS: sa.Table = Refusal.__table__      # type: ignore[assignment]
Record = dict[str, Any]


def read_own_data(connection: Connection, board_id: str, seat: Record) -> Record:
    """As PROTOCOL.md has it: records as they are stored, the trash included; of devices and changes only when and how many."""
    board, seat_id = access.board_row(connection, board_id), seat["id"]

    def rows(table: sa.Table, *columns: str) -> list[Record]:
        query = sa.select(*(table.c[name] for name in columns)).where(table.c.board_id == board_id, table.c.seat_id == seat_id)
        return [dict(row) for row in connection.execute(query.order_by(table.c[columns[0]])).mappings()]
    return {
        "board": {name: board[name] for name in ("id", "title", "created_at", "keep_days")},
        "seat": seat,
        **{name + "s": _records(connection, board_id, name, seat_id) for name in ("note", "comment", "reaction", "translation", "vote")},
        "devices": rows(access.TOKENS, "created_at"),
        "changes": rows(CHANGES, "seq", "at"),
        "refused": len(rows(REFUSALS, "at")),
        "exports": rows(EXPORTS, "at", "format", "wish", "state"),
        "audit": _audit(connection, board_id, seat_id),
    }


def _audit(connection: Connection, board_id: str, seat_id: str) -> list[Record]:
    """What the person did as a facilitator, and what facilitators did about them."""
    table = audit.TABLE
    query = sa.select(table.c.at, table.c.action, table.c.target, table.c.detail).where(
        table.c.board_id == board_id, (table.c.seat_id == seat_id) | (table.c.target == seat_id)).order_by(table.c.at, table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def _records(connection: Connection, board_id: str, name: str, seat_id: str) -> list[Record]:
    table = TABLES[name]
    query = sa.select(table).where(table.c.board_id == board_id, table.c.seat == seat_id).order_by(table.c.id)
    return [to_record(name, row) for row in connection.execute(query).mappings()]
