"""Comments on notes."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import UNKNOWN, is_open
from . import fields, hangers
from .fields import Field
from .note import TYPE as NOTE
from .type import Context, Record, RecordType

MAX_COMMENTS = 20_000
MAX_TEXT = 1000


class CommentType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        stored = context.work.get("comment", given["id"])
        if stored is not None and stored["deleted_at"] is not None:
            self._restore(context, stored, given)
            return
        context.require(Right.TALK)
        record = self.check_new(given)
        require_talk(context, record["note"])
        self.require_new(context, record["id"], MAX_COMMENTS)
        record.update(seat=context.seat["id"], association=context.seat["association"], created_at=context.now, edited_at=context.now,
                      anonymous=UNKNOWN[context.board["authors"]], deleted_at=None)
        context.work.put("comment", record)
        self._appear(context, record, new=True)

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        if "note" in clean:
            raise Refused(Reason.INVALID, field="note")
        context.quiet = context.quiet or bool(record["anonymous"])
        super().changed(context, record, {**clean, "edited_at": context.now})

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        context.require(Right.TALK_REMOVE, record, *self.within(context, record))
        context.quiet = context.quiet or bool(record["anonymous"])
        context.work.put("comment", {**record, "deleted_at": context.now})
        context.send(["remove", "comment", record_id])

    def within(self, context: Context, record: Record) -> tuple[Record | None, ...]:
        return NOTE.within(context, NOTE.find(context, record["note"]))[1:]

    def find(self, context: Context, record_id: str) -> Record:
        record = super().find(context, record_id)
        if not is_open(context.work.get("note", record["note"])):
            raise Refused(Reason.NOT_FOUND, record=["comment", record_id])
        if record["deleted_at"] is not None:
            raise Refused(Reason.GONE, record=["comment", record_id])
        return record

    def _restore(self, context: Context, record: Record, given: Record) -> None:
        for name, value in given.items():
            self.check(name, value)
        require_talk(context, record["note"])
        context.require(Right.TALK_REMOVE, record)
        record = {**record, "deleted_at": None}
        context.work.put("comment", record)
        self._appear(context, record, new=True)

    def _appear(self, context: Context, record: Record, *, new: bool) -> None:
        context.quiet = context.quiet or bool(record["anonymous"])
        hangers.appear(context, "comment", record, None, new=new)


def require_talk(context: Context, note_id: str) -> None:
    """Raise Refused unless the seat may comment on this note: everybody sees it, and what it stands in is not locked (a
    locked note itself may be talked about)."""
    note = NOTE.find(context, note_id)
    if not is_open(note):
        raise Refused(Reason.INVALID, field="note")
    context.require(Right.TALK, None, *NOTE.within(context, note)[1:])


TYPE = CommentType("comment", {
    "id": Field(fields.identifier, required=True),
    "note": Field(fields.identifier, Right.TALK_OWN.value, required=True),
    "text": Field(fields.text(MAX_TEXT, 1), Right.TALK_OWN.value, required=True),
    "seat": Field(fields.theirs),
    "association": Field(fields.theirs),
    "anonymous": Field(fields.theirs),
    "created_at": Field(fields.theirs),
    "edited_at": Field(fields.theirs),
})
