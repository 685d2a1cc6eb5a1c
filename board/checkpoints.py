"""Moments of a board's history: the one it begins at, and named ones before much changes at once."""
from __future__ import annotations

from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .models import Board
from .models_beside import Checkpoint
from .protocol import Step
from .rows import TABLES, to_record

TABLE: sa.Table = Checkpoint.__table__      # type: ignore[assignment]
BOARDS: sa.Table = Board.__table__          # type: ignore[assignment]
MANY = 5            # notes removed, or put into clusters, by one change


def begin(connection: Connection, board_id: str, seq: int, at: str) -> None:
    """Keep the board as it is at `seq`: its history can be told from here on."""
    body = orjson.dumps(read_truth(connection, board_id))
    connection.execute(TABLE.insert(), [{"board_id": board_id, "seq": seq, "reason": "start", "at": at, "body": body}])
    connection.execute(BOARDS.update().where(BOARDS.c.id == board_id).values(history_from=seq))


def read_truth(connection: Connection, board_id: str) -> dict[str, list[dict[str, Any]]]:
    """Every record as it is, without the trash: not for anybody's eyes without `secrecy`."""
    found = {}
    for name, table in TABLES.items():
        query = sa.select(table).where((table.c.id if name == "board" else table.c.board_id) == board_id)
        if "deleted_at" in table.c:
            query = query.where(table.c.deleted_at.is_(None))
        found[name] = [to_record(name, row) for row in connection.execute(query.order_by(table.c.id)).mappings()]
    return found


def reason_for(steps: list[Step]) -> str | None:
    """Why the moment before these steps deserves a name."""
    removed = clusters = put = 0
    for step in steps:
        if step[0] == "set" and step[1] == "board" and step[3].get("private") is False:
            return "reveal"
        removed += step[0] == "remove" and step[1] == "note"
        clusters += step[0] == "add" and step[1] == "cluster"
        put += step[0] == "set" and step[1] == "note" and "cluster" in step[3]
    if removed >= MANY:
        return "delete"
    return "cluster" if clusters > 1 or put >= MANY else None
