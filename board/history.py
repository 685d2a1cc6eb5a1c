"""Earlier moments of a board, rebuilt from where its history begins and the changes since.

`read_moment` gives the truth and is for `repair` alone; `read_history` and `read_view` are what a facilitator may see.
"""
from __future__ import annotations

from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import text
from .checkpoints import BOARDS
from .checkpoints import TABLE as CHECKPOINTS
from .protocol import Reason, Refused, Step
from .records import TYPES
from .rows import TABLES
from .secrecy import Tag, blank, is_open, true_tagged
from .sync import CHANGES, read_changes

POINTS = 200            # along a session, for a slider
AT_ONCE = 2000          # changes read at a time
Tables = dict[str, dict[str, dict[str, Any]]]


def read_history(connection: Connection, board_id: str) -> dict[str, Any]:
    """`{from, seq, points: [{seq, at}], marks: [{seq, at, reason}]}`."""
    first, last = bounds(connection, board_id)
    wanted = sorted({first + 1 + (last - first - 1) * i // (POINTS - 1) for i in range(POINTS)} if last > first else ())
    found = connection.execute(sa.select(CHANGES.c.seq, CHANGES.c.at).where(
        CHANGES.c.board_id == board_id, CHANGES.c.seq.in_(wanted)).order_by(CHANGES.c.seq))
    points = [{"seq": row.seq, "at": row.at} for row in found]
    marks = connection.execute(sa.select(CHECKPOINTS.c.seq, CHECKPOINTS.c.at, CHECKPOINTS.c.reason).where(
        CHECKPOINTS.c.board_id == board_id).order_by(CHECKPOINTS.c.seq, CHECKPOINTS.c.reason))
    return {"from": first, "seq": last, "points": points, "marks": [dict(row) for row in marks.mappings()]}


def read_view(connection: Connection, board_id: str, seq: int, seat_id: str) -> dict[str, Any]:
    """`{seq, at, records}`: the board at that number as this seat may see it now. What was private or hidden then, or is
    now, is left out unless it is the seat's own; votes are nobody's to see."""
    then = read_moment(connection, board_id, seq)
    notes = TABLES["note"]
    open_now = set(connection.execute(sa.select(notes.c.id).where(
        notes.c.board_id == board_id, ~notes.c.private, notes.c.hidden == "")).scalars())
    shown = {i for i, each in then["note"].items() if i in open_now and is_open({**each, "deleted_at": None})}
    records = {name: list(then[name].values()) for name in ("board", "theme", "cluster", "step", "round")}
    records["note"] = [each for i, each in then["note"].items() if i in shown or each["seat"] == seat_id]
    records["answer"] = [each for each in then["answer"].values() if each["solution"] in shown and each["challenge"] in shown]
    records["comment"] = [each for each in then["comment"].values() if each["note"] in shown]
    for name in ("reaction", "translation"):
        records[name] = [each for each in then[name].values() if each["note"] in shown]
    table = TABLES["seat"]
    seats = sa.select(*(table.c[f] for f in TYPES["seat"].fields)).where(table.c.board_id == board_id).order_by(table.c.id)
    records["seat"] = [dict(row) for row in connection.execute(seats).mappings()]
    for name, found in records.items():
        records[name] = [TYPES[name].view(blank(each, seat_id)) for each in found]
    return {"seq": seq, "at": _time_of(connection, board_id, seq), "records": records}


def read_moment(connection: Connection, board_id: str, seq: int) -> Tables:
    """Every record as it was at that number, by type and id, without the trash. Raises Refused `not_found` for a number
    outside the history."""
    first, last = bounds(connection, board_id)
    if not first <= seq <= last:
        raise Refused(Reason.NOT_FOUND)
    body = connection.execute(sa.select(CHECKPOINTS.c.body).where(
        CHECKPOINTS.c.board_id == board_id, CHECKPOINTS.c.seq == first, CHECKPOINTS.c.reason == "start")).scalar_one()
    found = orjson.loads(body)
    tables: Tables = {name: {each["id"]: each for each in found.get(name, ())} for name in TYPES}
    for start in range(first, seq, AT_ONCE):
        for change in read_changes(connection, board_id, start, min(start + AT_ONCE, seq)):
            for step, tag in true_tagged(change):
                apply_step(tables, step, tag)
    return tables


def apply_step(tables: Tables, step: Step, tag: Tag) -> None:
    """A step that happened, on records by type and id. One on what is not there is left out: only its taking away had been
    told to somebody."""
    verb, name = step[0], step[1]
    table = tables[name]
    if verb == "add":
        table[step[2]["id"]] = step[2]
        if name == "reaction":      # no field of its own says so: a whole one was for its author alone
            table[step[2]["id"]] = {**step[2], "anonymous": "" if tag is None else "name"}
    elif verb == "remove":
        table.pop(step[2], None)
    elif step[2] in table:
        record = table[step[2]]
        more = step[3] if verb == "set" else {"text": text.apply(record["text"], step[4]), "text_rev": step[3]}
        table[step[2]] = {**record, **more}


def bounds(connection: Connection, board_id: str) -> tuple[int, int]:
    """The first and the last number of the history. Raises Refused `not_found` when there is none yet."""
    row = connection.execute(sa.select(BOARDS.c.history_from, BOARDS.c.seq).where(BOARDS.c.id == board_id)).one()
    if row.history_from < 0:        # nothing was changed since there is a history
        raise Refused(Reason.NOT_FOUND)
    return row.history_from, row.seq


def _time_of(connection: Connection, board_id: str, seq: int) -> str:
    at = connection.execute(sa.select(CHANGES.c.at).where(CHANGES.c.board_id == board_id, CHANGES.c.seq == seq)).scalar_one_or_none()
    return at or connection.execute(sa.select(sa.func.min(CHECKPOINTS.c.at)).where(CHECKPOINTS.c.board_id == board_id)).scalar_one()
