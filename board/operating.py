"""What the operator does, the same from page, API and command line: carried out, people put out, and written to the log."""
from __future__ import annotations

import logging
import shutil
import sqlite3
import sys
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import audit, hosting
from .app_parts import parts

log = logging.getLogger(__name__)


def remove_board(board_id: str) -> dict[str, Any]:
    """The board with everything of it, the files made of it included; who is on it is put out. Raises Refused."""
    here = parts()
    gone = here.database.write(hosting.delete_board, board_id)
    here.kept.remove(gone["exports"])
    for seat_id in gone["seats"]:
        here.put_out(board_id, seat_id)
    log.warning("operator: board %s deleted, %d rows", board_id, gone["rows"])
    return {"board": board_id, "title": gone["title"], "rows": gone["rows"]}


def make_link(board_id: str, purpose: str) -> str:
    """The new key, written down in the board's own record of what was done, so that its facilitators see it. Raises Refused."""
    key = parts().database.write(
        audit.told, audit.entry(board_id, "", "link", purpose=purpose, by="operator"), hosting.new_link, board_id, purpose)
    log.warning("operator: new %s link for board %s", purpose, board_id)
    return key


def totals() -> dict[str, Any]:
    """Of everything on this server: numbers, sizes, versions."""
    here = parts()
    found = here.database.read(hosting.read_totals, here.settings.data)
    disk = shutil.disk_usage(here.settings.data)
    version = f"SQLite {sqlite3.sqlite_version}" if here.database.sqlite else here.database.read(_server_version)
    return {**found, "disk_free_bytes": disk.free, "disk_bytes": disk.total, "version": here.version, "database": version,
            "python": ".".join(map(str, sys.version_info[:3])), "connections": here.presence.count()}


def _server_version(connection: Connection) -> str:
    return "PostgreSQL " + str(connection.execute(sa.text("show server_version")).scalar_one()).split()[0]
