"""Where a note was before: on an earlier board of the series. The server writes it as it carries a note over."""
from __future__ import annotations

from typing import Any

from ..protocol import is_record_id, is_whole
from . import fields
from .fields import invalid

Record = dict[str, Any]
NAMES = {"board", "title", "note", "written_at", "status", "votes"}
_TITLE = fields.line(0, 120)
_STATUS = fields.one_of("open", "in_progress", "solved", "key_message")
_TIME = fields.line(24, 24)


def of(note: Record, board: Record, votes: int) -> Record:
    """The origin of a note carried over from a board; the first one, when it has been carried before."""
    found: Record = note["origin"] or {"board": board["id"], "title": board["title"], "note": note["id"], "written_at": note["created_at"]}
    return {**found, "status": note["status"], "votes": votes}


def check(name: str, value: Any) -> Record | None:
    """As a file says it. Raises Refused."""
    if value is None:
        return None
    if not isinstance(value, dict) or set(value) != NAMES or not is_record_id(value["board"]) or not is_record_id(value["note"]):
        raise invalid(name)
    if not is_whole(value["votes"]) or value["votes"] < 0:
        raise invalid(name)
    checks = {"title": _TITLE, "status": _STATUS, "written_at": _TIME}
    return {**value, **{field: check_(name, value[field]) for field, check_ in checks.items()}}
