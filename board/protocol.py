"""The words of PROTOCOL.md as types, and the parsing of what clients send. Pure: no database, no rights."""
from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import StrEnum
from typing import Any

MAX_CHANGE_BYTES = 64 * 1024
MAX_STEPS = 500
CHANGE_ID = re.compile(r"[A-Za-z0-9_\-@.:]{1,64}\Z")
RECORD_ID = re.compile(r"[A-Za-z0-9_\-@]{1,36}\Z")
STEP_LENGTHS = {"add": 3, "set": 4, "remove": 3, "text": 5}


class Reason(StrEnum):
    MALFORMED = "malformed"
    INVALID = "invalid"
    LIMIT = "limit"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    LOCKED = "locked"
    CLOSED = "closed"
    GONE = "gone"
    STALE = "stale"
    TOO_FAST = "too_fast"
    STORAGE = "storage"
    RELOAD = "reload"
    UNAVAILABLE = "unavailable"


STATUS = {Reason.MALFORMED: 400, Reason.INVALID: 400, Reason.LIMIT: 413, Reason.NOT_FOUND: 404, Reason.FORBIDDEN: 403,
          Reason.LOCKED: 403, Reason.CLOSED: 403, Reason.GONE: 409, Reason.STALE: 409, Reason.TOO_FAST: 429,
          Reason.STORAGE: 503, Reason.RELOAD: 410, Reason.UNAVAILABLE: 503}
NOT_REMEMBERED = {Reason.TOO_FAST, Reason.STORAGE, Reason.UNAVAILABLE}


class Refused(Exception):
    """Something asked for is not done. `details` are the further keys of the answer: field, limit, record, …"""

    def __init__(self, reason: Reason, **details: Any) -> None:
        super().__init__(reason.value)
        self.reason, self.details = reason, details

    def answer(self) -> dict[str, Any]:
        return {"reason": self.reason.value, **self.details}


Step = list[Any]


@dataclass(frozen=True)
class ParsedChange:
    change_id: str
    steps: list[Step]


def parse_change(payload: Any) -> ParsedChange:
    """The shape of a change, not yet the meaning of its values. Raises Refused."""
    if not isinstance(payload, dict) or set(payload) != {"change_id", "steps"}:
        raise Refused(Reason.MALFORMED)
    change_id, steps = payload["change_id"], payload["steps"]
    if not isinstance(change_id, str) or not CHANGE_ID.match(change_id):
        raise Refused(Reason.MALFORMED, field="change_id")
    if not isinstance(steps, list) or not steps:
        raise Refused(Reason.MALFORMED, field="steps")
    if len(steps) > MAX_STEPS:
        raise Refused(Reason.LIMIT, limit=MAX_STEPS, field="steps")
    size = _weigh(steps, 0)
    if size > MAX_CHANGE_BYTES:
        raise Refused(Reason.LIMIT, limit=MAX_CHANGE_BYTES)
    for step in steps:
        _check_step(step)
    return ParsedChange(change_id, steps)


def _check_step(step: Any) -> None:
    if not isinstance(step, list) or not step or not isinstance(step[0], str) or STEP_LENGTHS.get(step[0]) != len(step):
        raise Refused(Reason.MALFORMED, field="steps")
    kind = step[0]
    if not isinstance(step[1], str):
        raise Refused(Reason.MALFORMED, field="steps")
    if kind == "add":
        if not isinstance(step[2], dict) or not is_record_id(step[2].get("id")):
            raise Refused(Reason.MALFORMED, field="id")
    elif not is_record_id(step[2]):
        raise Refused(Reason.MALFORMED, field="id")
    if kind == "set" and (not isinstance(step[3], dict) or not step[3]):
        raise Refused(Reason.MALFORMED, field="steps")
    if kind == "text" and (not is_whole(step[3]) or step[3] < 0 or not isinstance(step[4], list)):
        raise Refused(Reason.MALFORMED, field="steps")


def is_record_id(value: Any) -> bool:
    return isinstance(value, str) and bool(RECORD_ID.match(value))


def is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_storable(text: str) -> bool:
    """Neither lone surrogates (databases refuse them in the middle of a group) nor NUL (PostgreSQL does)."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _weigh(value: Any, depth: int) -> int:
    """About the bytes of the value as JSON; refuses what no field can hold: deep nesting, NaN, bad text, odd keys. Every
    value of every change comes through here, so it is written for speed."""
    kind = type(value)
    if kind is str:
        if "\0" in value:
            raise Refused(Reason.INVALID)
        try:
            return len(value.encode()) + 2
        except UnicodeEncodeError:
            raise Refused(Reason.INVALID) from None
    if kind is int or kind is float:
        if abs(value) > 2**53 or not math.isfinite(value):      # in this order: `isfinite` chokes on a huge whole number
            raise Refused(Reason.INVALID)
        return 8
    if kind is bool or value is None:
        return 4
    if depth > 5 and value:
        raise Refused(Reason.MALFORMED)
    size = 2
    if kind is list:
        for item in value:
            size += _weigh(item, depth + 1) + 1
        return size
    if kind is dict:
        for key, item in value.items():
            size += _weigh(key, depth + 1) + _weigh(item, depth + 1) + 2
        return size
    raise Refused(Reason.MALFORMED)


def now() -> str:
    """The time as it is stored and sent."""
    return stamp(datetime.now(timezone.utc))


def stamp(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
