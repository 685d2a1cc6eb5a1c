"""What is deleted because its time is over: boards nobody uses, old trash, old refusals, the older part of long histories.

Boards that people are on hear of it like of any change; `now` may be any time, for tests and rehearsals.
"""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .. import checkpoints, history, hosting
from ..access import new_id
from ..app_parts import Parts
from ..models import TextStep
from ..protocol import ParsedChange, Refused
from ..protocol import now as time_now
from ..records import Context, hangers
from ..rows import TABLES
from ..sync import BOARDS, CHANGES, REFUSALS
from .retention import before, due, kept_until

log = logging.getLogger(__name__)
REFUSAL_DAYS = 30
PART = 500
NOTES, COMMENTS = TABLES["note"], TABLES["comment"]
TEXT_STEPS: sa.Table = TextStep.__table__       # type: ignore[assignment]


@dataclass
class Purged:
    """What was deleted, or would be."""
    boards: list[str] = field(default_factory=list)
    trash: int = 0
    refusals: int = 0
    history: int = 0


def purge(parts: Parts, now: str = "", *, dry_run: bool = False) -> Purged:
    """Delete what is due. With `dry_run` only say so."""
    database, settings, now = parts.database, parts.settings, now or time_now()
    done = Purged(boards=database.read(due, now, settings.keep_days))
    if not dry_run:
        done.boards = [board_id for board_id in done.boards if _delete(parts, board_id, now)]
    if settings.trash_days:
        for board_id, old in database.read(_old_trash, before(now, settings.trash_days)).items():
            if board_id not in done.boards:
                done.trash += len(old["note"]) + len(old["comment"])
                if not dry_run:
                    _empty_trash(parts, board_id, old)
    done.refusals = (database.read if dry_run else database.write)(_refusals, before(now, REFUSAL_DAYS), dry_run)
    if settings.history_days:
        for board_id, first, last in database.read(_long_histories, before(now, settings.history_days)):
            if board_id not in done.boards:
                done.history += last - max(first, 0)
                if not dry_run:
                    database.write(_shorten, board_id, last)
    if not dry_run:
        database.empty_log()
        parts.concurrency.offload(parts.kept.prune)
        log.info("purged: %d boards, %d in the trash, %d refusals, %d changes of histories",
                 len(done.boards), done.trash, done.refusals, done.history)
    return done


def _delete(parts: Parts, board_id: str, now: str) -> bool:
    """Unless somebody has just come back to it."""
    try:
        gone = parts.database.write(_delete_if_due, board_id, now, parts.settings.keep_days)
    except Refused:
        return False
    if gone is None:
        return False
    parts.concurrency.offload(parts.kept.remove, gone["exports"])
    for seat_id in gone["seats"]:
        parts.put_out(board_id, seat_id)
    return True


def _delete_if_due(connection: Connection, board_id: str, now: str, host_days: int) -> dict[str, Any] | None:
    connection.execute(sa.select(BOARDS.c.id).where(BOARDS.c.id == board_id).with_for_update())
    until = kept_until(connection, board_id, host_days)
    return hosting.delete_board(connection, board_id) if until and until <= now else None


def _old_trash(connection: Connection, until: str) -> dict[str, dict[str, list[str]]]:
    """By board the ids of notes and comments that were deleted before that time."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, table in (("note", NOTES), ("comment", COMMENTS)):
        for row in connection.execute(sa.select(table.c.board_id, table.c.id).where(table.c.deleted_at < until)):
            found.setdefault(row.board_id, {"note": [], "comment": []})[name].append(row.id)
    return found


def _empty_trash(parts: Parts, board_id: str, old: dict[str, list[str]]) -> None:
    """Through the board's own line, so that nobody brings a note back in between. Nobody sees the difference; the change has
    a step that says nothing new because each has one."""
    def act(context: Context) -> None:
        for name, ids in old.items():
            context.work.load(name, ids)
            for each in [context.work.get(name, i) for i in ids]:
                if each is None or each["deleted_at"] is None:
                    continue
                if name == "note":
                    hangers.drop_with(context.work, each)
                else:
                    context.work.drop(name, each["id"])
        context.send(["set", "board", board_id, {"title": context.board["title"]}])

    def beside(connection: Connection, seq: int) -> None:
        for start in range(0, len(old["note"]), PART):
            part = TEXT_STEPS.c.note_id.in_(old["note"][start:start + PART])
            connection.execute(TEXT_STEPS.delete().where(
                TEXT_STEPS.c.board_id == board_id, part,
                ~sa.exists().where(NOTES.c.board_id == board_id, NOTES.c.id == TEXT_STEPS.c.note_id)))
    change = ParsedChange(f"purge-{new_id()}", [])
    outcome = parts.queues.submit_and_wait(board_id, "", change, timeout=60, act=act, beside=beside)
    if not outcome["ok"]:
        log.warning("the trash of a board was not emptied: %s", outcome["reason"])


def _refusals(connection: Connection, until: str, dry_run: bool) -> int:
    old = REFUSALS.c.at < until
    if dry_run:
        return connection.execute(sa.select(sa.func.count()).select_from(REFUSALS).where(old)).scalar_one()
    return connection.execute(REFUSALS.delete().where(old)).rowcount


def _long_histories(connection: Connection, until: str) -> list[tuple[str, int, int]]:
    """`(board, first, last)`: histories that begin at `first` and should begin at `last`, the last change before that time."""
    last = sa.func.max(CHANGES.c.seq).label("last")
    query = sa.select(BOARDS.c.id, BOARDS.c.history_from, last).join(CHANGES, CHANGES.c.board_id == BOARDS.c.id).where(
        CHANGES.c.at < until).group_by(BOARDS.c.id, BOARDS.c.history_from).having(last > BOARDS.c.history_from).order_by(BOARDS.c.id)
    return [tuple(row) for row in connection.execute(query)]


def _shorten(connection: Connection, board_id: str, last: int) -> None:
    """Let the history begin at `last`. Of the changes before only the ids and times stay, so that one that is sent again after
    all that time is still known (S4)."""
    board = connection.execute(sa.select(BOARDS).where(BOARDS.c.id == board_id).with_for_update()).mappings().one_or_none()
    if board is None or board["history_from"] >= last:
        return
    marks = checkpoints.TABLE
    if board["history_from"] < 0:       # a board from before there was a history, unchanged since
        body = orjson.dumps(checkpoints.read_truth(connection, board_id))
        last = board["seq"]
    else:
        body = orjson.dumps({name: list(found.values()) for name, found in history.read_moment(connection, board_id, last).items()})
    at = connection.execute(sa.select(CHANGES.c.at).where(CHANGES.c.board_id == board_id, CHANGES.c.seq == last)).scalar_one()
    connection.execute(marks.delete().where(marks.c.board_id == board_id, sa.or_(marks.c.seq < last, marks.c.reason == "start")))
    connection.execute(marks.insert(), [{"board_id": board_id, "seq": last, "reason": "start", "at": at, "body": body}])
    connection.execute(CHANGES.update().where(CHANGES.c.board_id == board_id, CHANGES.c.seq <= last, CHANGES.c.steps != "[]").values(
        steps="[]", tags=None))
    connection.execute(BOARDS.update().where(BOARDS.c.id == board_id).values(
        history_from=last, catch_up_from=sa.case((BOARDS.c.catch_up_from < last, last), else_=BOARDS.c.catch_up_from)))
