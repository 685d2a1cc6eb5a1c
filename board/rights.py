"""Who may do what: one table. Roles and the board's settings are read from the database for every change."""
from __future__ import annotations

from enum import StrEnum
from typing import Any

from .protocol import Reason, Refused

Record = dict[str, Any]
ROLES = ("viewer", "participant", "facilitator")


class Right(StrEnum):
    BOARD_SET = "board.set"
    THEME_CHANGE = "theme.change"
    NOTE_ADD = "note.add"
    NOTE_MOVE = "note.move"
    NOTE_EDIT = "note.edit"
    NOTE_REMOVE = "note.remove"
    NOTE_RESTORE = "note.restore"
    SEAT_SELF = "seat.self"
    SEAT_ROLE = "seat.role"


# right: (least role, a locked board forbids it to all but facilitators, whose record it must be)
TABLE: dict[Right, tuple[str, bool, str]] = {
    Right.BOARD_SET: ("facilitator", False, "any"),
    Right.THEME_CHANGE: ("facilitator", False, "any"),
    Right.NOTE_ADD: ("participant", True, "any"),
    Right.NOTE_MOVE: ("participant", True, "any"),
    Right.NOTE_EDIT: ("participant", True, "edit_right"),
    Right.NOTE_REMOVE: ("participant", True, "edit_right"),
    Right.NOTE_RESTORE: ("participant", True, "author"),
    Right.SEAT_SELF: ("viewer", False, "self"),
    Right.SEAT_ROLE: ("facilitator", False, "any"),
}


def at_least(role: str, least: str) -> bool:
    return ROLES.index(role) >= ROLES.index(least)


def require(right: Right, seat: Record, board: Record, record: Record | None = None) -> None:
    """Raise Refused unless `seat` has `right` on `record` (None: on the board as a whole)."""
    least, locks, whose = TABLE[right]
    if not at_least(seat["role"], least):
        raise Refused(Reason.FORBIDDEN)
    if whose == "self":
        if record is None or record["id"] != seat["id"]:
            raise Refused(Reason.FORBIDDEN)
        return
    if seat["role"] == "facilitator":
        return
    if locks and board["locked"]:
        raise Refused(Reason.LOCKED)
    if whose == "author" and record is not None and record["seat"] != seat["id"]:
        raise Refused(Reason.FORBIDDEN)
    if whose == "edit_right" and record is not None and not _edits(seat, board, record):
        raise Refused(Reason.FORBIDDEN)


def _edits(seat: Record, board: Record, note: Record) -> bool:
    if note["seat"] == seat["id"] or board["edit_right"] == "everyone":
        return True
    return board["edit_right"] == "association" and bool(seat["association"]) and note["association"] == seat["association"]
