"""Rows of the tables as records, and back: tags as a list, whole numbers whole."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from .models import AgendaStep, Answer, Board, Cluster, Note, Round, Seat, Theme, Vote
from .models_talk import Comment, Reaction, Translation

Record = dict[str, Any]
TABLES: dict[str, sa.Table] = {name: model.__table__ for name, model in {      # type: ignore[misc]
    "board": Board, "theme": Theme, "cluster": Cluster, "note": Note, "answer": Answer, "comment": Comment,
    "reaction": Reaction, "translation": Translation, "step": AgendaStep, "round": Round, "vote": Vote, "seat": Seat}.items()}
_FRACTIONS = {name: [column.name for column in table.columns if isinstance(column.type, sa.Float)] for name, table in TABLES.items()}


def to_record(name: str, row: Any) -> Record:
    """A table row as a record: without the board's id, tags as a list, whole numbers whole."""
    record = dict(row)
    if name != "board":
        del record["board_id"]
    return to_view(name, record)


def to_view(name: str, record: Record) -> Record:
    """Columns turned into the values of fields, in place."""
    for field in _FRACTIONS[name]:
        record[field] = _plain(record[field])
    if name == "note":
        tags = record["sdgs"]
        record["sdgs"] = [int(part) for part in tags.split(",")] if tags else []
    return record


def to_row(name: str, board_id: str, record: Record) -> Record:
    row = dict(record)
    if name != "board":
        row["board_id"] = board_id
    if name == "note":
        row["sdgs"] = ",".join(map(str, record["sdgs"]))
    return row


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
