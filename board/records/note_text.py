"""The merged text of a note: `text` steps transformed over what came since, and texts replaced as a whole."""
from __future__ import annotations

from typing import Any

from .. import text as texts
from ..protocol import Reason, Refused
from ..rights import Right
from . import fields
from .fields import CONTROL_IN_TEXT
from .type import Context, Record

MAX_TEXT = 2000
TEXT = fields.text(MAX_TEXT)
splice = texts.splice


def merge(context: Context, note_id: str, base: int, delta: Any) -> None:
    """A `text` step: transform the delta typed on revision `base` over what came since, and apply it."""
    from . import note
    record = note.TYPE.find(context, note_id)
    context.require(Right.NOTE_EDIT, record, *note.TYPE.within(context, record))
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
    note.touch(context, record)
    put(context, record, delta, new_text)


def put(context: Context, record: Record, delta: texts.Delta, new_text: str) -> None:
    """Store the text that `delta` makes of the record's, and send both steps of it."""
    from .note import audience
    rev = record["text_rev"] + 1
    context.work.put("note", {**record, "text": new_text, "text_rev": rev, "edited_at": context.now})
    context.work.log_text(record["id"], rev, delta)
    context.send(["text", "note", record["id"], rev, delta], audience(record))
    context.send(["set", "note", record["id"], {"edited_at": context.now}], audience(record))
