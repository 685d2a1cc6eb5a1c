"""The statements of the working set, built once: that costs five times what running them does."""
from __future__ import annotations

import functools

import sqlalchemy as sa

from .models import TextStep
from .rows import TABLES

TEXT_STEPS: sa.Table = TextStep.__table__   # type: ignore[assignment]
LOAD = {name: sa.select(table).where(*([] if name == "board" else [table.c.board_id == sa.bindparam("board")]),
                                     table.c.id.in_(sa.bindparam("ids", expanding=True))) for name, table in TABLES.items()}
INSERT = {name: table.insert() for name, table in TABLES.items()}
LOG_TEXT = TEXT_STEPS.insert()
DELTAS = sa.select(TEXT_STEPS.c.rev, TEXT_STEPS.c.delta).where(
    TEXT_STEPS.c.board_id == sa.bindparam("board"), TEXT_STEPS.c.note_id == sa.bindparam("note"), TEXT_STEPS.c.rev > sa.bindparam("base"))


@functools.lru_cache(maxsize=1000)
def update_of(name: str, columns: tuple[str, ...]) -> sa.Update:
    """Sets these columns of the record `key_id` (of the board `key_board`)."""
    table = TABLES[name]
    keys = [table.c.id == sa.bindparam("key_id")] + ([] if name == "board" else [table.c.board_id == sa.bindparam("key_board")])
    return table.update().where(*keys).values({each: sa.bindparam(each) for each in columns})
