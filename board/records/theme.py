"""Themes: the named zones of a board."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from . import fields
from .fields import Field
from .type import Context, Record, RecordType

COLORS = ("blue", "amber", "green", "rose", "violet")
SIGNS = ("circle", "triangle", "square", "diamond", "star", "hexagon", "cross", "ring")
MAX_THEMES = 20
# The five themes of a Voluntary Subnational Review workshop; titles are in the catalogues as theme.default.<id>.
DEFAULTS = ("political-will", "data", "capacity", "national-support", "representativeness")
_CHANGE = Right.THEME_CHANGE.value


class ThemeType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.THEME_CHANGE)
        record = self.check_new(given)
        if context.work.get("theme", record["id"]) is not None:
            raise Refused(Reason.INVALID, field="id")
        themes = context.work.themes()
        if len(themes) >= MAX_THEMES:
            raise Refused(Reason.LIMIT, limit=MAX_THEMES)
        if "order" not in given:
            record["order"] = max((each["order"] for each in themes), default=0) + 1
        context.work.put("theme", record)
        context.send(["add", "theme", record])

    def remove(self, context: Context, record_id: str) -> None:
        context.require(Right.THEME_CHANGE)
        record = self.find(context, record_id)
        if len(context.work.themes()) == 1 or context.work.live("note", theme=record_id) or context.work.find("cluster", theme=record_id):
            raise Refused(Reason.INVALID, field="theme")
        context.work.drop("theme", record["id"])
        context.send(["remove", "theme", record["id"]])


TYPE = ThemeType("theme", {
    "id": Field(fields.identifier, required=True),
    "title": Field(fields.line(1, 80), _CHANGE, required=True),
    "color": Field(fields.one_of(*COLORS), _CHANGE, default="blue"),
    "sign": Field(fields.one_of(*SIGNS), _CHANGE, default="circle"),
    "order": Field(fields.number(1_000_000), _CHANGE, default=0),
    "locked": Field(fields.boolean, _CHANGE, default=False),
})
