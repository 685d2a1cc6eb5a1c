"""Notes: challenges and solutions. Adding finds a place, removing goes to the trash, texts are merged."""
from __future__ import annotations

from typing import Any

from .. import text as texts
from ..protocol import Reason, Refused, Step
from ..rights import Right, require
from . import fields
from .fields import CONTROL_IN_TEXT, Field
from .type import Context, Record, RecordType

MAX_TEXT = 2000
MAX_FOREIGN_REMOVALS = 10
_EDIT, _MOVE = Right.NOTE_EDIT.value, Right.NOTE_MOVE.value
TEXT = fields.text(MAX_TEXT)


class NoteType(RecordType):
    def add(self, context: Context, given: Record) -> list[Step]:
        stored = context.work.get("note", given["id"])
        if stored is not None:
            return _restore(context, stored, given)
        require(Right.NOTE_ADD, context.seat, context.board)
        record = self.check_new(given)
        _require_theme(context, record["theme"])
        if context.work.count_notes() >= context.limits["notes"]:
            raise Refused(Reason.LIMIT, limit=context.limits["notes"])
        if record["x"] is None or record["y"] is None:
            record["x"], record["y"] = context.work.free_place(record["theme"])
        if record["z"] is None:
            record["z"] = context.work.top_z() + 1
        record.update(text_rev=0, seat=context.seat["id"], association=context.seat["association"],
                      created_at=context.now, edited_at=context.now, deleted_at=None, deleted_by=None)
        context.work.put("note", record)
        return [["add", "note", _view(record)]]

    def remove(self, context: Context, record_id: str) -> list[Step]:
        record = self.find(context, record_id)
        require(Right.NOTE_REMOVE, context.seat, context.board, record)
        if record["seat"] != context.seat["id"] and context.seat["role"] != "facilitator":
            context.foreign_removals += 1
            if context.foreign_removals > MAX_FOREIGN_REMOVALS:
                raise Refused(Reason.FORBIDDEN, limit=MAX_FOREIGN_REMOVALS)
        context.work.put("note", {**record, "deleted_at": context.now, "deleted_by": context.seat["id"]})
        return [["remove", "note", record_id]]

    def changed(self, context: Context, record: Record, clean: Record) -> list[Step]:
        if "theme" in clean:
            _require_theme(context, clean["theme"])
        new_text = clean.pop("text", None)
        if {self.fields[name].right for name in clean} - {_MOVE}:
            clean["edited_at"] = context.now
        sent: list[Step] = []
        if clean:
            record = {**record, **clean}
            context.work.put("note", record)
            sent.append(["set", "note", record["id"], clean])
        if new_text is not None and new_text != record["text"]:
            sent += _put_text(context, record, texts.splice(record["text"], new_text), new_text)
        if not sent:      # the text that is there already: accepted, and nothing to do
            sent.append(["set", "note", record["id"], {"edited_at": record["edited_at"]}])
        return sent

    def find(self, context: Context, record_id: str) -> Record:
        record = context.work.get("note", record_id)
        if record is None:
            raise Refused(Reason.NOT_FOUND, record=["note", record_id])
        if record["deleted_at"] is not None:
            raise Refused(Reason.GONE, record=["note", record_id])
        return record


TYPE = NoteType("note", {
    "id": Field(fields.identifier, required=True),
    "kind": Field(fields.one_of("challenge", "solution"), _EDIT, required=True),
    "theme": Field(fields.identifier, _MOVE, required=True),
    "x": Field(fields.number(1_000_000), _MOVE),
    "y": Field(fields.number(1_000_000), _MOVE),
    "z": Field(fields.whole(1_000_000_000), _MOVE),
    "text": Field(TEXT, _EDIT, default=""),
    "text_rev": Field(fields.theirs),
    "sdgs": Field(fields.sdgs, _EDIT, default=[]),
    "language": Field(fields.language, _EDIT, default=""),
    "seat": Field(fields.theirs),
    "association": Field(fields.theirs),
    "created_at": Field(fields.theirs),
    "edited_at": Field(fields.theirs),
})


def merge_text(context: Context, note_id: str, base: int, delta: Any) -> list[Step]:
    """A `text` step: transform the delta typed on revision `base` over what came since, and apply it."""
    record = TYPE.find(context, note_id)
    require(Right.NOTE_EDIT, context.seat, context.board, record)
    try:
        delta = texts.check(delta)
    except texts.BadDelta:
        raise Refused(Reason.INVALID, field="delta") from None
    if any(isinstance(part, str) and CONTROL_IN_TEXT.search(part) for part in delta):
        raise Refused(Reason.INVALID, field="text")
    if base > record["text_rev"]:
        raise Refused(Reason.INVALID, field="text_rev")
    since = context.work.deltas_since(note_id, base, record["text_rev"])
    if since is None:
        raise Refused(Reason.STALE, record=["note", note_id], text=record["text"], text_rev=record["text_rev"])
    if texts.reach(delta) > len(record["text"]) - sum(map(texts.growth, since)):
        raise Refused(Reason.INVALID, field="delta")
    for earlier in since:
        delta = texts.transform(delta, earlier, "right")
    new_text = texts.apply(record["text"], delta)
    if len(new_text) > MAX_TEXT and len(new_text) > len(record["text"]):
        raise Refused(Reason.LIMIT, field="text", limit=MAX_TEXT)
    return _put_text(context, record, delta, new_text)


def _put_text(context: Context, record: Record, delta: texts.Delta, new_text: str) -> list[Step]:
    rev = record["text_rev"] + 1
    context.work.put("note", {**record, "text": new_text, "text_rev": rev, "edited_at": context.now})
    context.work.log_text(record["id"], rev, delta)
    return [["text", "note", record["id"], rev, delta], ["set", "note", record["id"], {"edited_at": context.now}]]


def _restore(context: Context, record: Record, given: Record) -> list[Step]:
    require(Right.NOTE_RESTORE if record["deleted_at"] else Right.NOTE_ADD, context.seat, context.board, record)
    if record["deleted_at"] is None:
        raise Refused(Reason.INVALID, field="id")
    for name, value in given.items():       # has no effect, but must be of the protocol
        TYPE.check(name, value)
    if context.work.count_notes() >= context.limits["notes"]:
        raise Refused(Reason.LIMIT, limit=context.limits["notes"])
    record = {**record, "deleted_at": None, "deleted_by": None}
    if context.work.get("theme", record["theme"]) is None:
        record["theme"] = context.work.themes()[0]["id"]
        record["x"], record["y"] = context.work.free_place(record["theme"])
    context.work.put("note", record)
    return [["add", "note", _view(record)]]


def _require_theme(context: Context, theme: str) -> None:
    if context.work.get("theme", theme) is None:
        raise Refused(Reason.INVALID, field="theme")


def _view(record: Record) -> Record:
    return {name: record[name] for name in TYPE.fields}
