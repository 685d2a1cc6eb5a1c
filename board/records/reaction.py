"""Reactions to notes: a small fixed set of signs, each once a person."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import UNKNOWN, is_open
from . import fields, hangers
from .comment import require_talk
from .fields import Field
from .note import TYPE as NOTE
from .type import Context, Record, RecordType

MAX_REACTIONS = 50_000
SIGNS = ("like", "heart", "idea", "question", "celebrate")
_OWN = Right.TALK_OWN.value


class ReactionType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.TALK)
        record = self.check_new(given)
        require_talk(context, record["note"])
        self.require_new(context, record["id"], MAX_REACTIONS)
        record.update(seat=context.seat["id"], anonymous=UNKNOWN[context.board["authors"]])
        if context.work.find("reaction", note=record["note"], sign=record["sign"], seat=record["seat"]):
            raise Refused(Reason.INVALID, field="sign")
        context.quiet = context.quiet or bool(record["anonymous"])
        context.work.put("reaction", record)
        hangers.appear(context, "reaction", record, None, new=True)

    def set(self, context: Context, record_id: str, values: Record) -> None:
        self.find(context, record_id)
        raise Refused(Reason.INVALID, field=next(iter(values)))

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        context.require(Right.TALK_REMOVE, record, *NOTE.within(context, NOTE.find(context, record["note"]))[1:])
        context.quiet = context.quiet or bool(record["anonymous"])
        context.work.drop("reaction", record_id)
        context.send(["remove", "reaction", record_id])

    def find(self, context: Context, record_id: str) -> Record:
        record = super().find(context, record_id)
        if not is_open(context.work.get("note", record["note"])):
            raise Refused(Reason.NOT_FOUND, record=["reaction", record_id])
        return record


TYPE = ReactionType("reaction", {
    "id": Field(fields.identifier, required=True),
    "note": Field(fields.identifier, _OWN, required=True),
    "sign": Field(fields.one_of(*SIGNS), _OWN, required=True),
    "seat": Field(fields.theirs),
})
