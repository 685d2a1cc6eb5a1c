"""The only module that commits a change: one transaction for all that wait on a board, numbered, remembered.

What comes out is what is sent: changes for everybody, outcomes for authors. Sending is `queues`' and `sockets`' work.
"""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from . import audit, checkpoints, logs, records, secrecy
from .models import Board, Change, Refusal
from .protocol import NOT_REMEMBERED, Reason, Refused, Step, now
from .rows import TABLES, to_record
from .working_set import WorkingSet

log = logging.getLogger(__name__)
BOARDS: sa.Table = Board.__table__      # type: ignore[assignment]
CHANGES: sa.Table = Change.__table__    # type: ignore[assignment]
REFUSALS: sa.Table = Refusal.__table__  # type: ignore[assignment]
_LOCK_BOARD = sa.select(BOARDS).where(BOARDS.c.id == sa.bindparam("board")).with_for_update()
_RAISE_SEQ = BOARDS.update().where(BOARDS.c.id == sa.bindparam("board")).values(seq=sa.bindparam("number"))
_ADD_CHANGES = CHANGES.insert()
_ADD_REFUSALS = REFUSALS.insert()


def _seen(*is_asked: Callable[[sa.Table], Any]) -> Any:
    def within(table: sa.Table, seq: Any, outcome: Any) -> Any:
        return sa.select(table.c.seat_id, table.c.change_id, seq.label("seq"), outcome.label("outcome")).where(
            table.c.board_id == sa.bindparam("board"), *(each(table) for each in is_asked))
    return sa.union_all(within(CHANGES, CHANGES.c.seq, sa.null()), within(REFUSALS, sa.literal_column("0"), REFUSALS.c.outcome))


# With the seats, or the index serves only as far as the board and the whole history is looked through.
_SEEN_ONE = _seen(lambda table: table.c.seat_id == sa.bindparam("seat"), lambda table: table.c.change_id == sa.bindparam("id"))
_SEEN = _seen(lambda table: table.c.seat_id.in_(sa.bindparam("seats", expanding=True)),
              lambda table: table.c.change_id.in_(sa.bindparam("ids", expanding=True)))
_STANDS_AT = sa.select(BOARDS.c.seq, BOARDS.c.catch_up_from).where(BOARDS.c.id == sa.bindparam("board"))
_BETWEEN = sa.select(CHANGES).where(CHANGES.c.board_id == sa.bindparam("board"), CHANGES.c.seq > sa.bindparam("after"),
                                    CHANGES.c.seq <= sa.bindparam("until")).order_by(CHANGES.c.seq)
ASKED_AT_ONCE = 40      # the database tries every seat with every id
CATCH_UP = 1000         # changes sent at most to a client that was away; beyond that it reloads

Outcome = dict[str, Any]


@dataclass
class Submission:
    """A change that waits. `answer` is called once, after the commit, with its outcome. The server's own changes (a new
    seat at the door, a moment of the history brought back) have no steps but an `act`, which changes the working set and
    sends for itself; they may bring rows of their own (`inserts`: table, row) into the same transaction, and work on tables
    beside the records once the change stands there with its number (`beside`: connection, number)."""
    seat_id: str
    change_id: str
    steps: list[Step]
    answer: Callable[[Outcome], None]
    act: Callable[[records.Context], None] | None = None
    inserts: list[tuple[sa.Table, dict[str, Any]]] = field(default_factory=list)
    beside: Callable[[Connection, int], None] | None = None
    received: float = field(default_factory=time.monotonic)
    request_id: str = ""


@dataclass
class Committed:
    """What a transaction did: `changes` in order, with the tags that say who sees what of them (see `secrecy`); one
    outcome for each submission."""
    changes: list[dict[str, Any]]
    outcomes: list[Outcome]
    seq: int
    work: WorkingSet | None = None      # for the next transaction, once this one is committed


def commit_group(connection: Connection, board_id: str, group: list[Submission], limits: dict[str, int],
                 kept: WorkingSet | None = None) -> Committed:
    """Apply the submissions in order inside the caller's transaction. A refused one leaves no trace but its outcome.
    `kept`: the working set of the board's last transaction in this process, used if nobody wrote in between."""
    row = connection.execute(_LOCK_BOARD, {"board": board_id}).mappings().one_or_none()
    if row is None:
        return Committed([], [_refused(each, Refused(Reason.NOT_FOUND)) for each in group], 0)
    seq = row["seq"]
    known = _known_outcomes(connection, board_id, group)
    board = to_record("board", row)
    if kept is not None and kept.stands_at(board):
        work = kept
        work.renew(connection, board)
    else:
        work = WorkingSet(connection, board)
    work.load("seat", {each.seat_id for each in group})
    work.load("note", _touched_notes(group))
    if row["history_from"] < 0:     # a board from before there was a history
        checkpoints.begin(connection, board_id, seq, now())
    changes: list[dict[str, Any]] = []
    outcomes: list[Outcome] = []
    refusals: list[dict[str, Any]] = []
    inserts: list[tuple[sa.Table, dict[str, Any]]] = []
    marks: list[dict[str, Any]] = []
    beside: list[tuple[Callable[[Connection, int], None], int]] = []
    for each in group:
        key = (each.seat_id, each.change_id)
        if key in known:
            outcomes.append({**known[key], "repeat": True})
            continue
        at = now()
        try:
            done = _apply(work, each, at, limits)
        except Refused as refused:
            outcome = _refused(each, refused)
            if refused.reason not in NOT_REMEMBERED:
                refusals.append({"board_id": board_id, "seat_id": each.seat_id, "change_id": each.change_id, "at": at,
                                 "outcome": orjson.dumps(outcome).decode()})
        else:
            reason = done.mark or checkpoints.reason_for(done.steps)
            if reason:
                marks.append({"board_id": board_id, "seq": seq, "reason": reason, "at": at, "body": None})
            seq += 1
            inserts += each.inserts
            if each.act is None:
                inserts += [(audit.TABLE, row) for row in audit.entries(done)]
            if each.beside is not None:
                beside.append((each.beside, seq))
            tags = done.tags if any(done.tags) else None
            changes.append({"seq": seq, "change_id": each.change_id, "seat": each.seat_id, "at": at, "steps": done.steps,
                            "tags": tags, "quiet": done.quiet})
            outcome = {"change_id": each.change_id, "ok": True, "seq": seq}
        known[key] = outcome
        outcomes.append(outcome)
    work.flush()
    for table, values in inserts:
        connection.execute(table.insert(), [values])
    if changes:
        connection.execute(_ADD_CHANGES, [
            {"board_id": board_id, "seq": c["seq"], "change_id": c["change_id"], "seat_id": c["seat"], "at": c["at"],
             "steps": orjson.dumps(c["steps"]).decode(), "tags": orjson.dumps(c["tags"]).decode() if c["tags"] else None,
             "quiet": c["quiet"]} for c in changes])
        connection.execute(_RAISE_SEQ, {"board": board_id, "number": seq})
    if refusals:
        connection.execute(_ADD_REFUSALS, refusals)
    if marks:
        connection.execute(checkpoints.TABLE.insert(), marks)
    for work_beside, number in beside:
        work_beside(connection, number)
    work.left_at(seq)
    return Committed(changes, outcomes, seq, None if beside else work)     # what was done beside it is not known to the set


def changes_since(connection: Connection, board_id: str, since: int, seat_id: str) -> dict[str, Any]:
    """`{seq, changes}`: all that the seat may see from `since` + 1 on. Raises Refused `reload` when that is too far or not
    ours."""
    seq, earliest = connection.execute(_STANDS_AT, {"board": board_id}).one()
    if since == seq:
        return {"seq": seq, "changes": []}
    if since > seq or since < earliest or seq - since > CATCH_UP:
        raise Refused(Reason.RELOAD)
    changes = read_changes(connection, board_id, since, seq)
    if len(changes) != seq - since:      # an imported board
        raise Refused(Reason.RELOAD)
    seen = [mine for change in changes if (mine := secrecy.for_seat(change, seat_id)) is not None]
    gone = secrecy.removed(seen)
    if gone:
        seen = secrecy.without_texts(seen, gone - _own_notes(connection, board_id, seat_id))
    return {"seq": seq, "changes": seen}


def _own_notes(connection: Connection, board_id: str, seat_id: str) -> set[secrecy.Target]:
    notes = TABLES["note"]
    query = sa.select(notes.c.id).where(notes.c.board_id == board_id, notes.c.seat == seat_id)
    return {("note", record_id) for record_id in connection.execute(query).scalars()}


def read_changes(connection: Connection, board_id: str, after: int, until: int) -> list[dict[str, Any]]:
    """The changes numbered `after` + 1 to `until`, as they were committed: not for anybody's eyes without `secrecy`."""
    rows = connection.execute(_BETWEEN, {"board": board_id, "after": after, "until": until})
    return [{"seq": row.seq, "change_id": row.change_id, "seat": row.seat_id, "at": row.at, "steps": orjson.loads(row.steps),
             "tags": orjson.loads(row.tags) if row.tags else None, "quiet": row.quiet} for row in rows]


def storage_outcome(submission: Submission) -> Outcome:
    """The outcome when the database cannot take anything now: not remembered, the client tries again."""
    return _refused(submission, Refused(Reason.STORAGE, retry_after=2))


def is_about_data(error: DBAPIError) -> bool:
    """True for an error of one change's data (run the group one by one), false for an unwell database (try later)."""
    return isinstance(error, (sa.exc.IntegrityError, sa.exc.DataError, sa.exc.ProgrammingError))


def about(board_id: str, submission: Submission) -> dict[str, Any]:
    """For a line of the log."""
    return logs.fields(board=board_id, change_id=submission.change_id, request_id=submission.request_id)


def _apply(work: WorkingSet, submission: Submission, at: str, limits: dict[str, int]) -> records.Context:
    work.begin()
    try:
        seat = work.get("seat", submission.seat_id)
        context = records.Context(work, seat or {"id": submission.seat_id, "role": ""}, at, limits)
        if submission.act is not None:
            submission.act(context)
        else:
            if seat is None:
                raise Refused(Reason.NOT_FOUND)
            if seat["blocked"]:
                raise Refused(Reason.FORBIDDEN)
            for step in submission.steps:
                records.apply_step(context, step)
    except Refused:
        work.roll_back()
        raise
    except Exception:
        work.roll_back()
        log.exception("a change failed (%d steps)", len(submission.steps), extra=about(work.board["id"], submission))
        raise Refused(Reason.UNAVAILABLE, retry_after=5) from None
    work.keep()
    return context


def _known_outcomes(connection: Connection, board_id: str, group: list[Submission]) -> dict[tuple[str, str], Outcome]:
    known: dict[tuple[str, str], Outcome] = {}
    for start in range(0, len(group), ASKED_AT_ONCE):
        part = group[start:start + ASKED_AT_ONCE]
        if len(part) == 1:
            found = connection.execute(_SEEN_ONE, {"board": board_id, "seat": part[0].seat_id, "id": part[0].change_id})
        else:
            found = connection.execute(_SEEN, {"board": board_id, "seats": list({each.seat_id for each in part}),
                                               "ids": list({each.change_id for each in part})})
        for seat_id, change_id, seq, outcome in found:
            known[seat_id, change_id] = orjson.loads(outcome) if outcome else {"change_id": change_id, "ok": True, "seq": seq}
    return known


def _touched_notes(group: list[Submission]) -> set[str]:
    return {step[2]["id"] if step[0] == "add" else step[2]
            for each in group for step in each.steps if step[1] == "note"}


def _refused(submission: Submission, refused: Refused) -> Outcome:
    return {"change_id": submission.change_id, "ok": False, **refused.answer()}
