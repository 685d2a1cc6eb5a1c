"""Clusters: titled frames that hold notes of one theme. What they hold is said by the notes."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from . import fields
from .fields import Field
from .type import Context, Record, RecordType

MAX_CLUSTERS = 1000
_CHANGE = Right.CLUSTER_CHANGE.value
PLACE = fields.number(1_000_000)


class ClusterType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.CLUSTER_CHANGE)
        record = self.check_new(given)
        if record["locked"]:
            raise Refused(Reason.INVALID, field="locked")
        _require_theme(context, record["theme"])
        self.require_new(context, record["id"], MAX_CLUSTERS)
        record["created_at"] = context.now
        context.work.put("cluster", record)
        context.send(["add", "cluster", record])

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        moves = clean.get("theme", record["theme"]) != record["theme"]
        if moves:
            _require_theme(context, clean["theme"])
        super().changed(context, record, clean)
        if moves:
            for note in context.work.find("note", cluster=record["id"]):
                _set(context, note, {"theme": clean["theme"]})

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        context.require(Right.CLUSTER_CHANGE, record, *self.within(context, record))
        for note in context.work.find("note", cluster=record_id):
            _set(context, note, {"cluster": ""})
        context.work.drop("cluster", record_id)
        context.send(["remove", "cluster", record_id])

    def within(self, context: Context, record: Record) -> tuple[Record | None, ...]:
        return record, context.work.get("theme", record["theme"])


TYPE = ClusterType("cluster", {
    "id": Field(fields.identifier, required=True),
    "theme": Field(fields.identifier, _CHANGE, required=True),
    "title": Field(fields.line(0, 80), _CHANGE, default=""),
    "x": Field(PLACE, _CHANGE, required=True),
    "y": Field(PLACE, _CHANGE, required=True),
    "w": Field(fields.positive(20_000), _CHANGE, required=True),
    "h": Field(fields.positive(20_000), _CHANGE, required=True),
    "collapsed": Field(fields.boolean, _CHANGE, default=False),
    "locked": Field(fields.boolean, Right.CLUSTER_LOCK.value, default=False),
    "created_at": Field(fields.theirs),
})


def _require_theme(context: Context, theme_id: str) -> None:
    theme = context.work.get("theme", theme_id)
    if theme is None:
        raise Refused(Reason.INVALID, field="theme")
    if theme["locked"] and not context.facilitates:
        raise Refused(Reason.LOCKED)


def _set(context: Context, note: Record, values: Record) -> None:
    """Take a note along. Whose it is plays no part, so an anonymous one betrays nobody; one in the trash follows silently."""
    from .note import audience
    context.work.put("note", {**note, **values})
    if note["deleted_at"] is None:
        context.send(["set", "note", note["id"], values], audience(note))
