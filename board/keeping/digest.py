"""What is in a database, as figures to compare: of each board its number and a digest of its records, of all tables the rows."""
from __future__ import annotations

import hashlib
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ..models import Base
from ..rows import TABLES
from ..sync import BOARDS

BESIDE = {"seq", "code", "history_from", "catch_up_from"}      # columns of a board that are no part of its record
Figures = dict[str, Any]


def figures(connection: Connection) -> Figures:
    """`{revision, boards: {id: {seq, digest}}, rows: {table: count}, digest}`; the last is of all the others. Of a database of an
    older schema only what both know is counted."""
    inspector = sa.inspect(connection)
    there = set(inspector.get_table_names())
    columns = {name: [column for column in sorted(table.c, key=lambda each: each.name)
                      if column.name not in BESIDE and column.name in {each["name"] for each in inspector.get_columns(table.name)}]
               for name, table in TABLES.items() if table.name in there}
    found = {
        "revision": connection.execute(sa.text("select version_num from alembic_version")).scalar_one(),
        "boards": {row.id: {"seq": row.seq, "digest": _digest(connection, row.id, columns)}
                   for row in connection.execute(sa.select(BOARDS.c.id, BOARDS.c.seq).order_by(BOARDS.c.id))},
        "rows": {str(table.name): connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                 for table in Base.metadata.sorted_tables if table.name in there}}
    return {**found, "digest": hashlib.sha256(orjson.dumps(found, option=orjson.OPT_SORT_KEYS)).hexdigest()}


def _digest(connection: Connection, board_id: str, columns: dict[str, list[sa.Column[Any]]]) -> str:
    """Of every record of a board, the trash included: the same whatever database it is in."""
    digest = hashlib.sha256()
    for name in columns:
        table = TABLES[name]
        own = table.c.id if name == "board" else table.c.board_id
        rows = connection.execute(sa.select(*columns[name]).where(own == board_id))
        for row in sorted(rows, key=lambda each: each.id):      # here, since databases have orders of their own
            digest.update(orjson.dumps([name, *row]))
    return digest.hexdigest()
