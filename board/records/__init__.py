"""The record types and how a step acts on them. One declaration per type gives validation, rights, view and export."""
from __future__ import annotations

from typing import Any

from ..protocol import Reason, Refused, Step
from ..working_set import WorkingSet
from . import board, note, seat, theme
from .type import Context, RecordType

TYPES: dict[str, RecordType] = {each.TYPE.name: each.TYPE for each in (board, theme, note, seat)}


def apply_step(context: Context, step: Step) -> list[Step]:
    """Apply one step to the working set; what it became, as it is sent out. Raises Refused."""
    verb, name = step[0], step[1]
    kind = TYPES.get(name)
    if kind is None:
        raise Refused(Reason.MALFORMED, field="type")
    if verb == "add":
        return kind.add(context, step[2])
    if verb == "set":
        return kind.set(context, step[2], step[3])
    if verb == "remove":
        return kind.remove(context, step[2])
    if name != "note":
        raise Refused(Reason.MALFORMED, field="type")
    return note.merge_text(context, step[2], step[3], step[4])


def view(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record as everybody on the board may see it."""
    return {field: record[field] for field in TYPES[name].fields}


__all__ = ["TYPES", "Context", "RecordType", "WorkingSet", "apply_step", "view"]
