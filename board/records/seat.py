"""Seats: a person's place on a board. They are added by `access` at the door, not by a client's change."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import ROLES, Right
from . import fields
from .fields import Field
from .type import Context, Record, RecordType

_SELF = Right.SEAT_SELF.value


class SeatType(RecordType):
    def changed(self, context: Context, record: Record, clean: Record) -> None:
        steps_down = record["role"] == "facilitator" and clean.get("role", "facilitator") != "facilitator"
        if steps_down and context.work.count_facilitators() == 1:
            raise Refused(Reason.INVALID, field="role")
        if clean.get("blocked", record["blocked"]) and clean.get("role", record["role"]) == "facilitator":
            raise Refused(Reason.INVALID, field="blocked" if "blocked" in clean else "role")
        if "hand" in clean and clean["hand"] != record["hand"]:
            clean["hand_at"] = context.now if clean["hand"] else ""
        super().changed(context, record, clean)


TYPE = SeatType("seat", {
    "id": Field(fields.identifier),
    "name": Field(fields.line(1, 60), _SELF, required=True),
    "association": Field(fields.line(0, 60), _SELF, default=""),
    "country": Field(fields.country, _SELF, default=""),
    "language": Field(fields.language, _SELF, default=""),
    "role_title": Field(fields.line(0, 60), _SELF, default=""),
    "hand": Field(fields.boolean, Right.SEAT_HAND.value, default=False),
    "hand_at": Field(fields.theirs),
    "done_for": Field(fields.identifier_or_none, _SELF, default=""),
    "role": Field(fields.one_of(*ROLES), Right.SEAT_ROLE.value, default="participant"),
    "blocked": Field(fields.boolean, Right.SEAT_ROLE.value, default=False),
    "interpreter": Field(fields.boolean, Right.SEAT_ROLE.value, default=False),
    "created_at": Field(fields.theirs),
})
