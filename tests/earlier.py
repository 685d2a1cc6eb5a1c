"""Databases as earlier releases made them, with a board on them."""
from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import command

from board import db
from board.models import ALL_ACTIONS, NO_TIMER

BOARD, KEY = "abcdefghijkm", "k" * 32
AT = "2026-01-01T10:00:00.000Z"


def older(path, revision):
    """The address of an empty database as that revision made it."""
    url = f"sqlite:///{path}"
    config = db.migrations()
    engine = db.make_engine(url, one_thread=True)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    return url


def fill(url):
    """A board with a facilitator, a note, its change, and one in the trash, written with the columns of that time."""
    rows = {
        "boards": [{"id": BOARD, "title": "Before", "language": "en", "edit_right": "own", "join_open": True, "locked": False,
                    "may": ALL_ACTIONS, "timer": NO_TIMER, "created_at": AT, "code": "ABCDEFGH", "seq": 2, "history_from": 0}],
        "links": [{"key_hash": hashlib.sha256(KEY.encode()).hexdigest(), "board_id": BOARD, "purpose": "facilitator", "active": True,
                   "created_at": AT}],
        "themes": [{"board_id": BOARD, "id": "data", "title": "Data", "color": "blue", "sign": "circle", "order": 1}],
        "notes": [{"board_id": BOARD, "id": name, "kind": "challenge", "theme": "data", "x": 20, "y": 56, "z": 1, "text": "Old words",
                   "text_rev": 0, "sdgs": "", "language": "", "seat": "s1", "association": "UNGL", "created_at": AT, "edited_at": AT,
                   "deleted_at": deleted} for name, deleted in (("n1", None), ("n2", AT))],
        "changes": [{"board_id": BOARD, "seq": seq, "change_id": f"c{seq}", "seat_id": "s1", "at": AT, "steps": steps} for seq, steps in (
            (1, '[["set","board","abcdefghijkm",{"title":"Before"}]]'), (2, '[["set","note","n1",{"x":20}]]'))],
        "checkpoints": [{"board_id": BOARD, "seq": 0, "reason": "start", "at": AT, "body": b'{"board":[],"note":[]}'}]}
    engine = db.make_engine(url, one_thread=True)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        found = sa.MetaData()
        found.reflect(connection)
        for name, each in rows.items():
            connection.execute(found.tables[name].insert(), each)
    engine.dispose()
