"""Answers: which solution answers which challenge."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import only
from . import fields, hangers
from .fields import Field
from .note import TYPE as NOTE
from .type import Context, Record, RecordType

MAX_ANSWERS = 20_000
_ANSWER = Right.ANSWER.value


class AnswerType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.ANSWER)
        record = self.check_new(given)
        for end in ("solution", "challenge"):
            note = NOTE.find(context, record[end])
            context.require(Right.ANSWER, None, *NOTE.within(context, note))
            if note["kind"] != end or note["hidden"]:
                raise Refused(Reason.INVALID, field=end)
        self.require_new(context, record["id"], MAX_ANSWERS)
        if context.work.find("answer", solution=record["solution"], challenge=record["challenge"]):
            raise Refused(Reason.INVALID, field="challenge")
        record["created_at"] = context.now
        context.work.put("answer", record)
        _touch(context, record)
        hangers.appear(context, "answer", record, hangers.audience(context.work, "answer", record), new=True)

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        context.require(Right.ANSWER)
        for end in ("solution", "challenge"):
            context.require(Right.ANSWER, None, *NOTE.within(context, NOTE.find(context, record[end])))
        tag = hangers.audience(context.work, "answer", record)
        _touch(context, record)
        context.work.drop("answer", record_id)
        context.send(["remove", "answer", record_id], tag)

    def set(self, context: Context, record_id: str, values: Record) -> None:
        """A link is made or removed, never bent."""
        self.find(context, record_id)
        raise Refused(Reason.INVALID, field=next(iter(values)))

    def find(self, context: Context, record_id: str) -> Record:
        record = super().find(context, record_id)
        tag = hangers.audience(context.work, "answer", record)
        if tag is not None and tag != only(context.seat["id"]):
            raise Refused(Reason.NOT_FOUND, record=["answer", record_id])
        return record


def _touch(context: Context, record: Record) -> None:
    """To link one's own note as it is written would say whose it is."""
    notes = [context.work.get("note", record[end]) for end in ("solution", "challenge")]
    context.quiet = context.quiet or any(note and note["anonymous"] for note in notes)


TYPE = AnswerType("answer", {
    "id": Field(fields.identifier, required=True),
    "solution": Field(fields.identifier, _ANSWER, required=True),
    "challenge": Field(fields.identifier, _ANSWER, required=True),
    "created_at": Field(fields.theirs),
})
