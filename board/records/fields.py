"""Checks of single values: each takes what a client sent and returns it, or raises Refused naming the field."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..protocol import Reason, Refused, is_record_id, is_storable, is_whole

Check = Callable[[str, Any], Any]
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
CONTROL_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")     # line break and tab are text
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z")


@dataclass(frozen=True)
class Field:
    """One field of a record type. `check` judges a value, `right` names the Right that may set it (None: the server
    only), `default` is taken when an `add` leaves it out, `required` forbids leaving it out."""
    check: Check
    right: str | None = None
    default: Any = None
    required: bool = False


def invalid(name: str) -> Refused:
    return Refused(Reason.INVALID, field=name)


def line(least: int, most: int) -> Check:
    """One line of text of `least` to `most` characters, outer blanks trimmed."""
    def check(name: str, value: Any) -> str:
        if not isinstance(value, str) or not is_storable(value) or CONTROL.search(value):
            raise invalid(name)
        value = value.strip()
        if len(value) > most:
            raise Refused(Reason.LIMIT, field=name, limit=most)
        if len(value) < least:
            raise invalid(name)
        return value
    return check


def text(most: int, least: int = 0) -> Check:
    """Text of several lines; of `least` characters that are not blank."""
    def check(name: str, value: Any) -> str:
        if not isinstance(value, str) or not is_storable(value) or CONTROL_IN_TEXT.search(value):
            raise invalid(name)
        if len(value) > most:
            raise Refused(Reason.LIMIT, field=name, limit=most)
        if len(value.strip()) < least:
            raise invalid(name)
        return value
    return check


def one_of(*choices: str) -> Check:
    def check(name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            raise invalid(name)
        return value
    return check


def language(name: str, value: Any) -> str:
    """A BCP 47 tag of the common shape, or "" for unknown."""
    if not isinstance(value, str) or value and not LANGUAGE.match(value):
        raise invalid(name)
    return value


def known_language(name: str, value: Any) -> str:
    if not language(name, value):
        raise invalid(name)
    return value


def country(name: str, value: Any) -> str:
    if not isinstance(value, str) or value and not re.fullmatch("[A-Z]{2}", value):
        raise invalid(name)
    return value


def boolean(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise invalid(name)
    return value


def number(bound: float) -> Check:
    """A finite number within ±bound, kept to a hundredth."""
    def check(name: str, value: Any) -> float | int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= bound:
            raise invalid(name)
        value = round(value, 2)
        return int(value) if value == int(value) else value
    return check


def whole(bound: int) -> Check:
    def check(name: str, value: Any) -> int:
        if not is_whole(value) or abs(value) > bound:
            raise invalid(name)
        return value
    return check


def sdgs(name: str, value: Any) -> list[int]:
    if not isinstance(value, list) or any(not is_whole(each) or not 1 <= each <= 17 for each in value):
        raise invalid(name)
    if value != sorted(set(value)):
        raise invalid(name)
    return value


def identifier(name: str, value: Any) -> str:
    if not is_record_id(value):
        raise invalid(name)
    return value


def theirs(name: str, value: Any) -> Any:
    """For fields only the server fills in."""
    raise invalid(name)


def choices(*known: str) -> Check:
    """A list of distinct ones of these, in their order here."""
    def check(name: str, value: Any) -> list[str]:
        if not isinstance(value, list) or any(not isinstance(each, str) or each not in known for each in value):
            raise invalid(name)
        if len(set(value)) < len(value):
            raise invalid(name)
        return [each for each in known if each in value]
    return check


def identifiers(most: int) -> Check:
    def check(name: str, value: Any) -> list[str]:
        if not isinstance(value, list) or any(not is_record_id(each) for each in value) or len(set(value)) < len(value):
            raise invalid(name)
        if len(value) > most:
            raise Refused(Reason.LIMIT, field=name, limit=most)
        return value
    return check


def identifier_or_none(name: str, value: Any) -> str:
    """The id of a record, or "" for none."""
    return value if value == "" and isinstance(value, str) else identifier(name, value)


def between(least: int, most: int) -> Check:
    """A whole number."""
    def check(name: str, value: Any) -> int:
        if not is_whole(value) or value < least:
            raise invalid(name)
        if value > most:
            raise Refused(Reason.LIMIT, field=name, limit=most)
        return value
    return check


def positive(bound: float) -> Check:
    """A number above 0, kept to a hundredth."""
    def check(name: str, value: Any) -> float | int:
        value = number(bound)(name, value)
        if value <= 0:
            raise invalid(name)
        return value
    return check
