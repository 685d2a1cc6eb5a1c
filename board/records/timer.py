"""The board's timer: commands in, a value out that every clock can count down from. Pure.

The value is `{state: off | running | paused, seconds, left, ends_at, lock}`; only the server's clock is in it.
"""
from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Any

from ..protocol import Reason, Refused, is_whole, stamp
from .fields import invalid

MAX_SECONDS = 36_000
OFF = {"state": "off", "seconds": 0, "left": 0, "ends_at": "", "lock": False}
Timer = dict[str, Any]


def command(name: str, value: Any) -> Timer:
    """The command of a client, checked; or the value of an earlier export."""
    if not isinstance(value, dict) or not value:
        raise invalid(name)
    if set(value) <= {"start", "lock"} and "start" in value and isinstance(value.get("lock", False), bool):
        return {"start": _seconds(name, value["start"], 1), "lock": value.get("lock", False)}
    if set(value) == {"add"}:
        return {"add": _seconds(name, value["add"], -MAX_SECONDS)}
    if len(value) == 1 and next(iter(value)) in ("pause", "resume", "stop") and next(iter(value.values())) is True:
        return value
    raise invalid(name)


def after(timer: Timer, given: Timer, now: str) -> Timer:
    """The timer as a command leaves it. Pausing what does not run, or resuming what does, changes nothing."""
    if "start" in given:
        return _running(given["start"], given["start"], now, given["lock"])
    if "stop" in given:
        return {**OFF, "lock": timer["lock"]}
    if "pause" in given and timer["state"] == "running":
        return {**timer, "state": "paused", "left": left(timer, now), "ends_at": ""}
    if "resume" in given and timer["state"] == "paused":
        return _running(timer["seconds"], timer["left"], now, timer["lock"])
    if "add" in given and timer["state"] != "off":
        rest = left(timer, now) + given["add"]
        if rest > MAX_SECONDS:
            raise Refused(Reason.LIMIT, field="timer", limit=MAX_SECONDS)
        rest, seconds = max(0, rest), min(MAX_SECONDS, max(1, timer["seconds"] + given["add"]))
        if timer["state"] == "paused":
            return {**timer, "seconds": seconds, "left": rest}
        return _running(seconds, rest, now, timer["lock"])
    return timer


def of_minutes(minutes: int, timer: Timer, now: str) -> Timer:
    """The timer of a step as it begins."""
    if not minutes:
        return {**OFF, "lock": timer["lock"]}
    return _running(minutes * 60, minutes * 60, now, timer["lock"])


def left(timer: Timer, now: str) -> int:
    """Whole seconds, never below 0."""
    if timer["state"] != "running":
        return timer["left"]
    return max(0, math.ceil((_time(timer["ends_at"]) - _time(now)).total_seconds()))


def _running(seconds: int, rest: int, now: str, lock: bool) -> Timer:
    return {"state": "running", "seconds": seconds, "left": rest, "ends_at": stamp(_time(now) + timedelta(seconds=rest)), "lock": lock}


def _seconds(name: str, value: Any, least: int) -> int:
    if not is_whole(value) or value < least:
        raise invalid(name)
    if value > MAX_SECONDS:
        raise Refused(Reason.LIMIT, field=name, limit=MAX_SECONDS)
    return value


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
