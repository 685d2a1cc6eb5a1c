"""The board record: title, language, what people may do now, and how the session is led."""
from __future__ import annotations

from typing import Any

from ..protocol import Reason, Refused, is_record_id
from ..rights import ACTIONS, Right
from ..secrecy import UNKNOWN, is_open
from . import fields, note, timer
from .fields import Field, invalid
from .type import Context, Record, RecordType

_SET = Right.BOARD_SET.value
MOST_DAYS = 3650
STAGES = ("board", "theme", "cluster", "note", "round")


class BoardType(RecordType):
    def changed(self, context: Context, record: Record, clean: Record) -> None:
        most = context.limits.get("keep_days", 0)       # the host's, 0 for none
        if most and clean.get("keep_days", 0) > most:
            raise Refused(Reason.LIMIT, field="keep_days", limit=most)
        if "timer" in clean:
            clean["timer"] = timer.after(record["timer"], clean["timer"], context.now)
        if clean.get("leader") and context.work.get("seat", clean["leader"]) is None:
            raise Refused(Reason.INVALID, field="leader")
        if clean.get("bring"):
            clean["bring"] = {"view": clean["bring"], "at": context.now, "seat": context.seat["id"]}
        if clean.get("stage"):
            clean["stage"] = self._stage(context, clean["stage"])
        if "step" in clean:
            clean = {**self._entered(context, record, clean["step"]), **clean}
        super().changed(context, record, clean)
        if record["private"] and clean.get("private") is False:
            note.reveal(context)

    def _entered(self, context: Context, record: Record, step_id: str) -> Record:
        """What a step makes of the board as it begins. Beginning it twice changes nothing the second time."""
        if not step_id or step_id == record["step"]:
            return {}
        step = context.work.get("step", step_id)
        if step is None:
            raise Refused(Reason.GONE, record=["step", step_id])
        return {"may": step["may"], "private": step["private"], "timer": timer.of_minutes(step["minutes"], record["timer"], context.now)}

    def _stage(self, context: Context, stage: Record) -> Record:
        shown = context.work.get(stage["type"], stage["id"])
        if shown is None or stage["type"] == "note" and not is_open(shown):
            raise Refused(Reason.GONE, record=[stage["type"], stage["id"]])
        return {"type": stage["type"], "id": stage["id"], "seat": context.seat["id"]}


def _view(name: str, value: Any) -> list[float] | None:
    """A rectangle in board coordinates: x, y, width, height."""
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise invalid(name)
    x, y, width, height = (fields.number(1_000_000)(name, each) for each in value)
    if width <= 0 or height <= 0:
        raise invalid(name)
    return [x, y, width, height]


def _stage(name: str, value: Any) -> Record | None:
    if value is None:
        return None
    if not isinstance(value, dict) or set(value) != {"type", "id"} or value["type"] not in STAGES or not is_record_id(value["id"]):
        raise invalid(name)
    return value


TYPE = BoardType("board", {
    "id": Field(fields.identifier),
    "title": Field(fields.line(1, 120), _SET, required=True),
    "language": Field(fields.known_language, _SET, default="en"),
    "edit_right": Field(fields.one_of("own", "association", "everyone"), _SET, default="own"),
    "join_open": Field(fields.boolean, _SET, default=True),
    "locked": Field(fields.boolean, _SET, default=False),
    "may": Field(fields.choices(*ACTIONS), _SET, default=list(ACTIONS)),
    "step": Field(fields.identifier_or_none, _SET, default=""),
    "private": Field(fields.boolean, _SET, default=False),
    "authors": Field(fields.one_of(*UNKNOWN), _SET, default="named"),
    "moderate": Field(fields.boolean, _SET, default=False),
    "timer": Field(timer.command, _SET, default=timer.OFF),
    "leader": Field(fields.identifier_or_none, _SET, default=""),
    "bring": Field(_view, _SET, default=None),
    "stage": Field(_stage, _SET, default=None),
    "purpose": Field(fields.text(600), _SET, default=""),
    "question": Field(fields.text(600), _SET, default=""),
    "collecting": Field(fields.boolean, _SET, default=False),
    "archived": Field(fields.boolean, _SET, default=False),
    "keep_days": Field(fields.between(0, MOST_DAYS), _SET, default=0),
    "created_at": Field(fields.theirs),
})
