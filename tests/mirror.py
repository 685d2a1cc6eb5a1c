"""The simplest client there can be: a snapshot and the steps that came after it. The browser's is core/apply.js."""
from __future__ import annotations

from typing import Any

from board import text

Tables = dict[str, dict[str, dict[str, Any]]]


class Unfit(Exception):
    """A step that does not fit the records."""


def index(records: dict[str, list[dict[str, Any]]]) -> Tables:
    return {name: {each["id"]: each for each in found} for name, found in records.items()}


def apply_step(tables: Tables, step: list[Any]) -> None:
    verb, name = step[:2]
    table = tables.setdefault(name, {})
    if verb == "add":
        table[step[2]["id"]] = step[2]
        return
    if verb not in ("set", "remove", "text") or (verb == "text" and name != "note" and step[2] in table):
        raise Unfit("malformed")
    if step[2] not in table:
        raise Unfit("gone")
    record = table[step[2]]
    if verb == "set":
        table[step[2]] = {**record, **step[3]}
    elif verb == "remove":
        del table[step[2]]
    else:
        try:
            table[step[2]] = {**record, "text": text.apply(record["text"], text.check(step[4])), "text_rev": step[3]}
        except text.BadDelta:
            raise Unfit("invalid") from None


def after(records: dict[str, list[dict[str, Any]]], changes: list[dict[str, Any]]) -> Tables:
    """What somebody sees who had `records` and heard `changes`."""
    tables = index(records)
    for change in changes:
        for step in change["steps"]:
            apply_step(tables, step)
    return tables
