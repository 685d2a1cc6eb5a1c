"""How long a board is kept: from its last change on, as many days as its facilitators say and the host allows."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ..protocol import stamp
from ..sync import BOARDS, CHANGES

Row = dict[str, Any]


def days_of(board: Any, host_days: int) -> int:
    """0: for ever. The host may have lowered its own since the board chose."""
    wanted = board["keep_days"]
    return min(wanted, host_days) if wanted and host_days else wanted or host_days


def kept_until(connection: Connection, board_id: str, host_days: int) -> str:
    """When the board will be deleted if nobody changes it, "" for never."""
    row = connection.execute(_boards().where(BOARDS.c.id == board_id)).mappings().one_or_none()
    return _until(row, host_days) if row is not None else ""


def due(connection: Connection, now: str, host_days: int) -> list[str]:
    """The boards whose time is over."""
    return [row["id"] for row in connection.execute(_boards().order_by(BOARDS.c.id)).mappings()
            if (until := _until(row, host_days)) and until <= now]


def before(now: str, days: int) -> str:
    return stamp(datetime.fromisoformat(now) - timedelta(days=days))


def _until(row: Any, host_days: int) -> str:
    days = days_of(row, host_days)
    return stamp(datetime.fromisoformat(row["used_at"] or row["created_at"]) + timedelta(days=days)) if days else ""


def _boards() -> sa.Select[Any]:
    """With the time of the last change that somebody made; the server's own do not count."""
    used = sa.select(CHANGES.c.at).where(CHANGES.c.board_id == BOARDS.c.id, CHANGES.c.seat_id != "").order_by(
        CHANGES.c.seq.desc()).limit(1).scalar_subquery()
    return sa.select(BOARDS.c.id, BOARDS.c.keep_days, BOARDS.c.created_at, used.label("used_at"))
