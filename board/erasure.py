"""A seat erased: in the tables, for everybody who is there, and from all that is remembered. One change of the server's own.

Notes and comments stay without the person's name, or go as well. When somebody else asks for it, what is anonymous stays in
any case: that it went would tell whose it was. Texts that the person typed into notes of others are those notes' own.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import audit, checkpoints
from .forgetting import HANGING, Forgotten
from .models import TextStep
from .models_beside import Export
from .protocol import Reason, Refused
from .records import Context, hangers, note
from .secrecy import NOBODY, Step, Tag, is_open, only
from .sync import BOARDS, CHANGES, REFUSALS

EXPORTS: sa.Table = Export.__table__            # type: ignore[assignment]
TEXT_STEPS: sa.Table = TextStep.__table__       # type: ignore[assignment]
AT_ONCE = 2000          # changes read at a time
PART = 500              # ids in one statement
MANY = 100              # notes of one person, from which on all that hangs on notes is read at once
Record = dict[str, Any]


@dataclass
class Erasure:
    """`act` and `beside` are the change's (see `sync.Submission`). Afterwards `files` are the exports to be thrown away.
    `remember` is called when nothing can be refused any more and nothing is committed yet."""
    board_id: str
    forgotten: Forgotten
    files: list[str]
    by_other: bool = False
    remember: Callable[[], None] = lambda: None

    def act(self, context: Context) -> None:
        """Raises Refused: `not_found`, or `invalid` for a facilitator whom another wants erased, and for the last one, after whom
        nobody could lead the board."""
        work, seat_id = context.work, self.forgotten.seat
        seat = work.get("seat", seat_id)
        if seat is None:
            raise Refused(Reason.NOT_FOUND)
        if seat["role"] == "facilitator" and (self.by_other or work.count_facilitators() == 1):
            raise Refused(Reason.INVALID, field="role")
        for each in work.find("note", deleted_by=seat_id):
            work.put("note", {**each, "deleted_by": ""})
        if self.forgotten.delete and len(work.find("note", seat=seat_id)) > MANY:     # what hangs on each is asked for one by one
            for name in ("note", *HANGING):
                work.find(name)
        for name in ("vote", "reaction", "translation", "comment", "note"):
            for record in work.find(name, seat=seat_id):
                if self.forgotten.goes(name, record):
                    _remove(context, name, record)
                else:
                    self._unname(context, name, record)
        board = self.forgotten.record("board", context.board)
        values = {field: board[field] for field in ("leader", "bring", "stage") if board[field] != context.board[field]}
        if values:
            work.put("board", board)
            context.send(["set", "board", self.board_id, values])
        work.drop("seat", seat_id)
        context.send(["remove", "seat", seat_id])
        context.tags[:] = [NOBODY if tag == only(seat_id) else tag for tag in context.tags]

    def beside(self, connection: Connection, seq: int) -> None:
        """What is kept beside the records, up to the change's own number."""
        board_id, seat_id = self.board_id, self.forgotten.seat
        self._learn(connection, seq)
        self._rewrite(connection, seq)
        connection.execute(CHANGES.update().where(CHANGES.c.board_id == board_id, CHANGES.c.seat_id == seat_id).values(
            seat_id="", change_id=sa.literal("erased-").concat(sa.cast(CHANGES.c.seq, sa.String))))
        # What was refused as stale holds a note's text; whoever asks again is refused again.
        connection.execute(REFUSALS.delete().where(REFUSALS.c.board_id == board_id, sa.or_(
            REFUSALS.c.seat_id == seat_id, REFUSALS.c.outcome.contains('"stale"'))))
        notes = sorted(self.forgotten.gone["note"])
        for start in range(0, len(notes), PART):
            part = TEXT_STEPS.c.note_id.in_(notes[start:start + PART])
            connection.execute(TEXT_STEPS.delete().where(TEXT_STEPS.c.board_id == board_id, part))
        self.files += connection.execute(sa.select(EXPORTS.c.id).where(EXPORTS.c.board_id == board_id)).scalars()
        connection.execute(EXPORTS.delete().where(EXPORTS.c.board_id == board_id, EXPORTS.c.seat_id == seat_id))
        for column in (audit.TABLE.c.seat_id, audit.TABLE.c.target):
            connection.execute(audit.TABLE.update().where(audit.TABLE.c.board_id == board_id, column == seat_id).values({column: ""}))
        connection.execute(BOARDS.update().where(BOARDS.c.id == board_id).values(catch_up_from=seq))
        self.remember()

    def _unname(self, context: Context, name: str, record: Record) -> None:
        """Tell those who see whose it was that it is nobody's; of what is anonymous nobody saw it."""
        left = self.forgotten.record(name, record)
        context.work.put(name, left)
        if name in ("note", "comment", "translation") and not record["anonymous"]:
            place = record if name == "note" else context.work.get("note", record["note"])
            if is_open(place) and record.get("deleted_at") is None:
                context.send(["set", name, record["id"], {"seat": "", "anonymous": "name"}])

    def _learn(self, connection: Connection, seq: int) -> None:
        """Which records of the past go too: taken back long ago, they are still told of."""
        for row in _bodies(connection, self.board_id):
            body = orjson.loads(row.body)
            for name in ("note", "answer", "comment", "reaction", "translation"):
                for record in body.get(name, ()):
                    self.forgotten.learn_record(name, record)
        for _, steps in _changes(connection, self.board_id, seq):
            self.forgotten.learn(steps)

    def _rewrite(self, connection: Connection, seq: int) -> None:
        for row in _bodies(connection, self.board_id):
            body = orjson.dumps(self.forgotten.records(orjson.loads(row.body)))
            connection.execute(checkpoints.TABLE.update().where(
                checkpoints.TABLE.c.board_id == self.board_id, checkpoints.TABLE.c.seq == row.seq,
                checkpoints.TABLE.c.reason == row.reason).values(body=body))
        rows = []
        for number, steps in _changes(connection, self.board_id, seq - 1):
            left = self.forgotten.steps(steps)
            if left != steps:
                tags = [tag for _, tag in left]
                rows.append({"number": number, "steps": orjson.dumps([step for step, _ in left]).decode(),
                             "tags": orjson.dumps(tags).decode() if any(tags) else None})
        if rows:
            connection.execute(CHANGES.update().where(
                CHANGES.c.board_id == self.board_id, CHANGES.c.seq == sa.bindparam("number")).values(
                    steps=sa.bindparam("steps"), tags=sa.bindparam("tags")), rows)


def _remove(context: Context, name: str, record: Record) -> None:
    """For good; whoever sees it is told."""
    work = context.work
    if name == "note":
        if record["deleted_at"] is None:
            note.discard(context, record)
        hangers.drop_with(work, record)
        return
    seen = record.get("deleted_at") is None and hangers.audience(work, name, record) is None
    work.drop(name, record["id"])
    if seen:
        context.send(["remove", name, record["id"]])


def _bodies(connection: Connection, board_id: str) -> list[Any]:
    table = checkpoints.TABLE
    return list(connection.execute(sa.select(table.c.seq, table.c.reason, table.c.body).where(
        table.c.board_id == board_id, table.c.body.is_not(None))))


def _changes(connection: Connection, board_id: str, until: int) -> Any:
    """`(number, [(step, tag)])` of every change that is kept, in order."""
    last = -1
    while True:
        rows = connection.execute(sa.select(CHANGES.c.seq, CHANGES.c.steps, CHANGES.c.tags).where(
            CHANGES.c.board_id == board_id, CHANGES.c.seq > last, CHANGES.c.seq <= until).order_by(CHANGES.c.seq).limit(AT_ONCE)).all()
        for row in rows:
            steps: list[Step] = orjson.loads(row.steps)
            tags: list[Tag] = orjson.loads(row.tags) if row.tags else [None] * len(steps)
            yield row.seq, list(zip(steps, tags, strict=True))
        if len(rows) < AT_ONCE:
            return
        last = rows[-1].seq
