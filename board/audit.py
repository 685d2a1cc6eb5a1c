"""What facilitators did, for other facilitators: who set what when, without a word of anybody's text.

An entry is written in the transaction of what it tells of. It never says who wrote or voted what: nothing that only some see
is in it (a facilitator's own private note), nothing of a change that has no author names the record, and votes are not in it.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import secrecy
from .access import new_id
from .models_beside import Audit
from .protocol import now
from .records import Context

TABLE: sa.Table = Audit.__table__       # type: ignore[assignment]
SHOWN = 200                             # entries in one answer
# Settings of a board and what their change is called; of any other only the fields' names are kept.
BOARD_ACTIONS = {"step": "agenda", "private": "private", "locked": "lock", "keep_days": "retention"}
_LEADING = {"timer", "may", "bring", "stage", "leader"}    # what a session is made of, or what follows from its step
Row = dict[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


def entry(board_id: str, seat_id: str, action: str, target: str = "", **detail: Any) -> Row:
    """The row of one deed."""
    return {"board_id": board_id, "id": new_id(), "at": now(), "seat_id": seat_id, "action": action, "target": target, "detail": detail}


def told(connection: Connection, row: Row, work: Callable[Concatenate[Connection, P], T], *arguments: P.args, **named: P.kwargs) -> T:
    """`work(connection, …)`, and in the same transaction the entry that tells of it."""
    done = work(connection, *arguments, **named)
    connection.execute(TABLE.insert(), [row])
    return done


def entries(context: Context) -> list[Row]:
    """What of a change that was applied is to be told. A facilitator's notes are like everybody's: adding, writing and moving
    are not."""
    if context.seat["role"] != "facilitator":
        return []
    found, removed = [], 0
    for step, tag in zip(context.steps, context.tags, strict=True):
        if step[0] == "set":
            found += _of_set(context, step[1], step[2], step[3], tag)
        elif step[0] == "remove" and step[1] == "note" and tag is None:
            removed += 1
            target = f"note:{step[2]}"
    if removed:
        found.append(("delete", target if removed == 1 and not context.quiet else "", {"notes": removed}))
    return [entry(context.board["id"], context.seat["id"], action, target, **detail) for action, target, detail in found]


def read(connection: Connection, board_id: str, before: str = "", most: int = SHOWN) -> Row:
    """`{entries, more}`, newest first; those older than the entry whose `<at> <id>` is `before`."""
    query = sa.select(TABLE).where(TABLE.c.board_id == board_id)
    if before:
        at, _, last = before.partition(" ")
        query = query.where(sa.or_(TABLE.c.at < at, sa.and_(TABLE.c.at == at, TABLE.c.id < last)))
    rows = connection.execute(query.order_by(TABLE.c.at.desc(), TABLE.c.id.desc()).limit(most + 1)).mappings().all()
    shown = [{"id": row["id"], "at": row["at"], "seat": row["seat_id"], "action": row["action"], "target": row["target"],
              "detail": row["detail"]} for row in rows[:most]]
    return {"entries": shown, "more": len(rows) > most}


def _of_set(context: Context, name: str, record_id: str, values: Row, tag: str | None) -> list[tuple[str, str, Row]]:
    target = f"{name}:{record_id}"
    if name == "board":
        return _of_board(values)
    if name == "seat" and record_id != context.seat["id"]:
        return [({"blocked": "block", "interpreter": "role"}.get(field, field), record_id, {field: values[field]})
                for field in ("role", "blocked", "interpreter") if field in values]
    if name == "note" and "hidden" in values and _is_known(context, record_id):
        return [("hide", target, {"hidden": bool(values["hidden"])})]
    if "locked" in values and name in ("theme", "cluster", "note") and tag is None:
        return [("lock", target, {"locked": values["locked"]})]
    return []


def _of_board(values: Row) -> list[tuple[str, str, Row]]:
    """The agenda's step sets more, which is not told again."""
    if "step" in values:
        return [("agenda", f"step:{values['step']}" if values["step"] else "", {})]
    found: list[tuple[str, str, Row]] = []
    for field, value in values.items():
        if field == "private":
            found.append(("private" if value else "reveal", "", {}))
        elif field in BOARD_ACTIONS:
            found.append((BOARD_ACTIONS[field], "board" if field == "locked" else "", {field: value}))
    other = sorted(field for field in values if field not in BOARD_ACTIONS and field not in _LEADING)
    return [*found, ("settings", "", {"fields": other})] if other else found


def _is_known(context: Context, note_id: str) -> bool:
    """Whether others know of the note: it was taken from them, or given back, just now; or they may moderate what is private."""
    told = {step[2]["id"] if step[0] == "add" else step[2]
            for step, tag in zip(context.steps, context.tags, strict=True) if tag == secrecy.OTHERS}
    return note_id in told or context.board["moderate"]
