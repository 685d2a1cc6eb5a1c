"""Steps: the agenda's run sheet. A step says what the board becomes when it is the current one."""
from __future__ import annotations

from ..rights import ACTIONS, Right
from . import fields, timer
from .fields import Field
from .type import Context, Record, RecordType

MAX_STEPS = 100
_CHANGE = Right.STEP_CHANGE.value


class StepType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.STEP_CHANGE)
        record = self.check_new(given)
        self.require_new(context, record["id"], MAX_STEPS)
        if "order" not in given:
            record["order"] = max((each["order"] for each in context.work.find("step")), default=0) + 1
        context.work.put("step", record)
        context.send(["add", "step", record])

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        """What participants may do changes with the step that is current; privacy and timer begin only with it."""
        super().changed(context, record, clean)
        if context.board["step"] == record["id"] and "may" in clean and context.board["may"] != clean["may"]:
            _set_board(context, {"may": clean["may"]})

    def remove(self, context: Context, record_id: str) -> None:
        context.require(Right.STEP_CHANGE)
        self.find(context, record_id)
        context.work.drop("step", record_id)
        context.send(["remove", "step", record_id])
        if context.board["step"] == record_id:
            _set_board(context, {"step": ""})


def _set_board(context: Context, values: Record) -> None:
    context.work.put("board", {**context.board, **values})
    context.send(["set", "board", context.board["id"], values])


TYPE = StepType("step", {
    "id": Field(fields.identifier, required=True),
    "title": Field(fields.line(1, 80), _CHANGE, required=True),
    "task": Field(fields.line(0, 300), _CHANGE, default=""),
    "may": Field(fields.choices(*ACTIONS), _CHANGE, default=list(ACTIONS)),
    "private": Field(fields.boolean, _CHANGE, default=False),
    "minutes": Field(fields.between(0, timer.MAX_SECONDS // 60), _CHANGE, default=0),
    "order": Field(fields.number(1_000_000), _CHANGE, default=0),
})
