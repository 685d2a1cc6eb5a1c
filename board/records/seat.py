"""Seats: a person's place on a board. They are added by `access` at the door, not by a client's change."""
from __future__ import annotations

from ..protocol import Reason, Refused, Step
from ..rights import ROLES, Right
from . import fields
from .fields import Field
from .type import Context, Record, RecordType

_SELF = Right.SEAT_SELF.value


class SeatType(RecordType):
    def changed(self, context: Context, record: Record, clean: Record) -> list[Step]:
        steps_down = record["role"] == "facilitator" and clean.get("role", "facilitator") != "facilitator"
        if steps_down and context.work.count_facilitators() == 1:
            raise Refused(Reason.INVALID, field="role")
        return super().changed(context, record, clean)


TYPE = SeatType("seat", {
    "id": Field(fields.identifier),
    "name": Field(fields.line(1, 60), _SELF, required=True),
    "association": Field(fields.line(0, 60), _SELF, default=""),
    "country": Field(fields.country, _SELF, default=""),
    "language": Field(fields.language, _SELF, default=""),
    "role_title": Field(fields.line(0, 60), _SELF, default=""),
    "role": Field(fields.one_of(*ROLES), Right.SEAT_ROLE.value, default="participant"),
    "created_at": Field(fields.theirs),
})
