"""The board record: title, language and what people may do."""
from __future__ import annotations

from ..rights import Right
from . import fields
from .fields import Field
from .type import RecordType

_SET = Right.BOARD_SET.value

TYPE = RecordType("board", {
    "id": Field(fields.identifier),
    "title": Field(fields.line(1, 120), _SET, required=True),
    "language": Field(fields.known_language, _SET, default="en"),
    "edit_right": Field(fields.one_of("own", "association", "everyone"), _SET, default="own"),
    "join_open": Field(fields.boolean, _SET, default=True),
    "locked": Field(fields.boolean, _SET, default=False),
    "created_at": Field(fields.theirs),
})
