"""The last exports of a board: what was asked for, what became of it, and for an hour the file.

A kept file must not outlive what it shows: once anything has been hidden or deleted since, it is not given out any more.
"""
from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import secrecy
from .access import board_row, new_id
from .export import Content, read_content
from .export.clean import filename
from .export.formats import FORMATS
from .export.wish import Wish
from .models_beside import Export
from .protocol import Reason, Refused, now
from .series import read_earlier
from .sync import read_changes

EXPORTS: sa.Table = Export.__table__    # type: ignore[assignment]
KEPT_SECONDS = 3600
SHOWN = 20
KEPT_ROWS = 100         # of a board
UNFINISHED = 900        # seconds after which a file that is not ready never will be: its process went down with the server
Row = dict[str, Any]


def read_for(connection: Connection, board_id: str, wish: Wish, role: str) -> tuple[int, Content]:
    """The content for a file, and the board's number of which it is. Of a series, `earlier` are the boards before it that a
    seat of this role may read."""
    content = read_content(connection, board_id, names=wish.names)
    if wish.series:
        content["earlier"] = read_earlier(connection, board_id, role)
    return board_row(connection, board_id)["seq"], content


def begin(connection: Connection, board_id: str, seat_id: str, wish: Wish) -> str:
    """Remember what was asked for; its id."""
    made = new_id()
    connection.execute(EXPORTS.insert(), [{
        "board_id": board_id, "id": made, "seat_id": seat_id, "format": wish.format, "wish": wish.kept(), "at": now(), "state": "waiting",
        "reason": "", "size": 0, "seconds": 0.0, "seq": 0, "name": "", "remarks": []}])
    old = sa.select(EXPORTS.c.id).where(EXPORTS.c.board_id == board_id).order_by(EXPORTS.c.at.desc()).offset(KEPT_ROWS)
    connection.execute(EXPORTS.delete().where(EXPORTS.c.board_id == board_id, EXPORTS.c.id.in_(old.scalar_subquery())))
    return made


def finish(connection: Connection, board_id: str, export_id: str, values: Row) -> None:
    connection.execute(EXPORTS.update().where(EXPORTS.c.board_id == board_id, EXPORTS.c.id == export_id).values(values))


def read_exports(connection: Connection, board_id: str, seat: Row) -> list[Row]:
    """The last ones, newest first: a facilitator's holds everybody's, others' their own."""
    query = sa.select(EXPORTS).where(EXPORTS.c.board_id == board_id)
    if seat["role"] != "facilitator":
        query = query.where(EXPORTS.c.seat_id == seat["id"])
    return [_shown(dict(row)) for row in connection.execute(query.order_by(EXPORTS.c.at.desc()).limit(SHOWN)).mappings()]


def require_export(connection: Connection, board_id: str, export_id: str, seat: Row) -> Row:
    """The export whose file may be given to the seat that asked for it. Raises Refused: `gone` when the file shows what is
    hidden or deleted by now, `not_found`."""
    row = connection.execute(sa.select(EXPORTS).where(
        EXPORTS.c.board_id == board_id, EXPORTS.c.id == export_id, EXPORTS.c.seat_id == seat["id"])).mappings().one_or_none()
    if row is None or row["state"] != "ready":
        raise Refused(Reason.NOT_FOUND)
    seq = board_row(connection, board_id)["seq"]
    changes = [secrecy.for_everybody(each) for each in read_changes(connection, board_id, row["seq"], seq)]
    if secrecy.removed([each for each in changes if each is not None]):
        raise Refused(Reason.GONE)
    return dict(row)


def name_of(content: Content, wish: Wish) -> str:
    """What the file is called: the board's title, what of it, and the format's ending."""
    title = content["board"]["title"]
    if wish.scope.kind == "theme":
        title += " - " + next((each["title"] for each in content["themes"] if each["id"] == wish.scope.value), "")
    elif wish.scope.kind == "association":
        title += f" - {wish.scope.value}"
    return filename(title, FORMATS[wish.format].ending)


class Kept:
    """The files, in a folder of their own in the data folder."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "exports"

    def keep(self, export_id: str, body: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self.prune()
        path = self._folder / export_id
        path.with_suffix(".part").write_bytes(body)
        path.with_suffix(".part").rename(path)

    def read(self, export_id: str) -> bytes:
        """Raises Refused `gone` when it is no longer kept, or on another server."""
        try:
            return (self._folder / export_id).read_bytes()
        except OSError:
            raise Refused(Reason.GONE) from None

    def has(self, export_id: str) -> bool:
        return (self._folder / export_id).exists()

    def remove(self, export_ids: Iterable[str]) -> None:
        for export_id in export_ids:
            (self._folder / export_id).unlink(missing_ok=True)

    def prune(self) -> None:
        for path in self._folder.glob("*"):        # nothing where there is no folder yet
            if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                path.unlink(missing_ok=True)


def _shown(row: Row) -> Row:
    from datetime import datetime, timezone
    age = (datetime.now(timezone.utc) - datetime.fromisoformat(row["at"])).total_seconds()
    if row["state"] == "waiting" and age > UNFINISHED:
        row.update(state="failed", reason="failed")
    return {name: row[name] for name in ("id", "format", "wish", "at", "state", "reason", "size", "seconds", "name", "remarks")} | {
        "seat": row["seat_id"], "age": round(age)}
