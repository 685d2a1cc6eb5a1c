"""Who may do what: one table. Roles and settings are read from the database for every change. The browser's twin is
static/js/core/rights.js."""
from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from .protocol import Reason, Refused

ROLES = ("viewer", "participant", "facilitator")
ACTIONS = ("challenge", "solution", "move", "group", "comment", "vote")      # what a board's `may` can list
Record = dict[str, Any]


class Right(StrEnum):
    BOARD_SET = "board.set"
    THEME_CHANGE = "theme.change"
    STEP_CHANGE = "step.change"
    ROUND_CHANGE = "round.change"
    CLUSTER_CHANGE = "cluster.change"
    CLUSTER_LOCK = "cluster.lock"
    NOTE_ADD = "note.add"
    NOTE_MOVE = "note.move"
    NOTE_EDIT = "note.edit"
    NOTE_REMOVE = "note.remove"
    NOTE_RESTORE = "note.restore"
    NOTE_MERGE = "note.merge"
    NOTE_LOCK = "note.lock"
    NOTE_HIDE = "note.hide"
    ANSWER = "answer"
    TALK = "talk"
    TALK_OWN = "talk.own"
    TALK_REMOVE = "talk.remove"
    TRANSLATE = "translate"
    VOTE = "vote"
    VOTE_OWN = "vote.own"
    SEAT_SELF = "seat.self"
    SEAT_HAND = "seat.hand"
    SEAT_ROLE = "seat.role"


class Rule(NamedTuple):
    """`least`: the role needed. `locks`: a locked board, or what the record stands in, forbids it to participants.
    `whose` record it must be: any, self (a seat), author, edit_right, mine (of facilitators too), interpreter (the author's, or
    the seat is an interpreter's).
    `actions`: the board's `may` must list one of them for participants; "kind" stands for the kind of the note."""
    least: str
    locks: bool = False
    whose: str = "any"
    actions: tuple[str, ...] = ()


TABLE: dict[Right, Rule] = {
    Right.BOARD_SET: Rule("facilitator"),
    Right.THEME_CHANGE: Rule("facilitator"),
    Right.STEP_CHANGE: Rule("facilitator"),
    Right.ROUND_CHANGE: Rule("facilitator"),
    Right.CLUSTER_CHANGE: Rule("participant", True, "any", ("group",)),
    Right.CLUSTER_LOCK: Rule("facilitator"),
    Right.NOTE_ADD: Rule("participant", True, "any", ("kind",)),
    Right.NOTE_MOVE: Rule("participant", True, "any", ("move", "own kind")),
    Right.NOTE_EDIT: Rule("participant", True, "edit_right", ("kind",)),
    Right.NOTE_REMOVE: Rule("participant", True, "edit_right", ("kind",)),
    Right.NOTE_RESTORE: Rule("participant", True, "author", ("kind",)),
    Right.NOTE_MERGE: Rule("participant", True, "any", ("group",)),
    Right.NOTE_LOCK: Rule("facilitator"),
    Right.NOTE_HIDE: Rule("facilitator"),
    Right.ANSWER: Rule("participant", True, "any", ("solution", "group")),
    Right.TALK: Rule("participant", True, "any", ("comment",)),
    Right.TALK_OWN: Rule("participant", True, "mine", ("comment",)),
    Right.TALK_REMOVE: Rule("participant", True, "author", ("comment",)),
    Right.TRANSLATE: Rule("participant", True, "interpreter"),
    Right.VOTE: Rule("participant", True, "any", ("vote",)),
    Right.VOTE_OWN: Rule("participant", True, "mine", ("vote",)),
    Right.SEAT_SELF: Rule("viewer", False, "mine"),
    Right.SEAT_HAND: Rule("viewer", False, "author"),
    Right.SEAT_ROLE: Rule("facilitator"),
}

ON_ARCHIVED = {Right.BOARD_SET, Right.NOTE_HIDE, Right.SEAT_SELF, Right.SEAT_HAND, Right.SEAT_ROLE}     # an archived board is read


def at_least(role: str, least: str) -> bool:
    return ROLES.index(role) >= ROLES.index(least)


def require(right: Right, seat: Record, board: Record, record: Record | None = None, *,
            within: Iterable[Record | None] = (), now: str = "") -> None:
    """Raise Refused unless `seat` has `right` on `record` (None: on the board as a whole). `within`: the records whose
    lock holds as well (its theme, its cluster, itself). `now`: for the lock at the end of the timer."""
    rule = TABLE[right]
    if not at_least(seat["role"], rule.least):
        raise Refused(Reason.FORBIDDEN)
    own = record is not None and _owner(record) == seat["id"]
    if rule.whose == "mine" and not own:
        raise Refused(Reason.FORBIDDEN)
    if board.get("archived") and right not in ON_ARCHIVED:
        raise Refused(Reason.LOCKED)
    if seat["role"] == "facilitator":
        return
    if rule.locks and (is_locked(board, now) or any(each and each["locked"] for each in within)):
        raise Refused(Reason.LOCKED)
    if rule.whose == "author" and record is not None and not own:
        raise Refused(Reason.FORBIDDEN)
    if rule.whose == "interpreter" and not own and not seat.get("interpreter"):
        raise Refused(Reason.FORBIDDEN)
    if rule.whose == "edit_right" and record is not None and not own and not _edits(seat, board, record):
        raise Refused(Reason.FORBIDDEN)
    if rule.actions and not _is_open(rule.actions, board, record, own):
        raise Refused(Reason.CLOSED)


def is_locked(board: Record, now: str) -> bool:
    """Read-only for participants: by hand, or because the timer that locks has run out."""
    timer = board["timer"]
    return board["locked"] or timer["lock"] and timer["state"] == "running" and timer["ends_at"] <= now


def _is_open(actions: tuple[str, ...], board: Record, record: Record | None, own: bool) -> bool:
    may, kind = board["may"], record["kind"] if record and "kind" in record else ""
    return any(action in may or action == "kind" and kind in may or action == "own kind" and own and kind in may for action in actions)


def _owner(record: Record) -> str:
    """Whose record it is: a seat is its own."""
    return record["seat"] if "seat" in record else record["id"]


def _edits(seat: Record, board: Record, note: Record) -> bool:
    if board["edit_right"] == "everyone":
        return True
    return board["edit_right"] == "association" and bool(seat["association"]) and \
        note["association"] == seat["association"] and note["anonymous"] != "all"
