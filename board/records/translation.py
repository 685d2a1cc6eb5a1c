"""Translations: a note's text in another language, one for each. Who wrote one is known only where it is known who wrote the
note: beside interpreters and facilitators it may be its author."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import OTHERS, UNKNOWN, is_open, only
from ..text import MOST_SUM, sum_of
from . import fields, hangers
from .fields import Field
from .note import TYPE as NOTE
from .type import Context, Record, RecordType

MAX_TRANSLATIONS = 50_000
MAX_TEXT = 3000
_RIGHT = Right.TRANSLATE.value


class TranslationType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        record = self.check_new(given)
        note = require_translate(context, record["note"])
        self.require_new(context, record["id"], MAX_TRANSLATIONS)
        if record["source"] is None:
            record["source"] = sum_of(note["text"])
        there = context.work.find("translation", note=record["note"], language=record["language"])
        if there:
            self._replace(context, there[0], record)
            return
        record.update(seat=context.seat["id"], anonymous=note["anonymous"] or UNKNOWN[context.board["authors"]],
                      created_at=context.now, edited_at=context.now)
        context.quiet = context.quiet or bool(record["anonymous"])
        context.work.put("translation", record)
        hangers.appear(context, "translation", record, None, new=True)

    def require_for(self, context: Context, record: Record, clean: Record) -> None:
        if any(self.fields[name].right is None for name in clean):
            raise Refused(Reason.INVALID, field=next(name for name in clean if self.fields[name].right is None))
        require_translate(context, record["note"])

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        """A machine's text that a person has changed is a person's."""
        for name in ("note", "language"):
            if name in clean:
                raise Refused(Reason.INVALID, field=name)
        if "text" in clean:
            note = NOTE.find(context, record["note"])
            clean = {"machine": False, "source": sum_of(note["text"]), **clean}
        how = record["anonymous"] or UNKNOWN[context.board["authors"]]
        context.quiet = context.quiet or bool(how)
        clean = {**clean, "edited_at": context.now}
        if "text" in clean and how != record["anonymous"]:
            self._lose_author(context, record, {**clean, "anonymous": how})
        else:
            super().changed(context, record, clean)

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        require_translate(context, record["note"])
        context.quiet = context.quiet or bool(record["anonymous"])
        context.work.drop("translation", record_id)
        context.send(["remove", "translation", record_id])

    def find(self, context: Context, record_id: str) -> Record:
        record = super().find(context, record_id)
        note = context.work.get("note", record["note"])
        if not is_open(note):
            if note and note["deleted_at"] is not None and is_open({**note, "deleted_at": None}):
                raise Refused(Reason.GONE, record=["note", note["id"]])
            raise Refused(Reason.NOT_FOUND, record=["translation", record_id])
        return record

    def _lose_author(self, context: Context, record: Record, values: Record) -> None:
        """A new text of nobody knows whom does not go on under the name of who wrote the one before."""
        context.work.put("translation", {**record, **values})
        context.send(["set", "translation", record["id"], values], only(record["seat"]))
        context.send(["set", "translation", record["id"], {**values, "seat": ""}], OTHERS)

    def _replace(self, context: Context, there: Record, record: Record) -> None:
        """Nobody replaces a person's text who may not have seen it, and a machine never does: what they wrote is given back to them,
        and whoever has read the other's may `set` it."""
        theirs = not there["machine"] and there["seat"] != context.seat["id"] and there["text"] != record["text"]
        if theirs or record["machine"] and not there["machine"]:
            raise Refused(Reason.INVALID, field="language")
        self.changed(context, there, {name: record[name] for name in ("text", "machine", "source")})


def require_translate(context: Context, note_id: str) -> Record:
    """The note, if everybody sees it and this seat may translate it. Raises Refused: `gone` when it is in the trash."""
    note = NOTE.find(context, note_id)
    if not is_open(note):
        raise Refused(Reason.INVALID, field="note")
    context.require(Right.TRANSLATE, note, *NOTE.within(context, note)[1:])
    return note


TYPE = TranslationType("translation", {
    "id": Field(fields.identifier, required=True),
    "note": Field(fields.identifier, _RIGHT, required=True),
    "language": Field(fields.known_language, _RIGHT, required=True),
    "text": Field(fields.text(MAX_TEXT, 1), _RIGHT, required=True),
    "machine": Field(fields.boolean, _RIGHT, default=False),
    "source": Field(fields.between(0, MOST_SUM), _RIGHT),
    "seat": Field(fields.theirs),
    "anonymous": Field(fields.theirs),
    "created_at": Field(fields.theirs),
    "edited_at": Field(fields.theirs),
})
