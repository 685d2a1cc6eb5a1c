"""The record types and how a step acts on them. One declaration per type gives validation, rights, view and export."""
from __future__ import annotations

from typing import Any

from ..protocol import Reason, Refused, Step
from ..secrecy import UNKNOWN
from ..working_set import WorkingSet
from . import answer, board, cluster, comment, note, note_text, reaction, round, seat, step, theme, translation, vote
from .type import Context, RecordType

TYPES: dict[str, RecordType] = {each.TYPE.name: each.TYPE for each in (
    board, theme, cluster, note, answer, comment, reaction, translation, step, round, vote, seat)}
# What people write and arrange. Who of them does it is not told while the board's authors are not named (P5).
_TOGETHER = {"note", "cluster", "answer", "comment", "reaction", "translation"}


def apply_step(context: Context, step: Step) -> None:
    """Apply one step to the working set; what it became is in the context's `steps`. Raises Refused."""
    verb, name = step[0], step[1]
    kind = TYPES.get(name)
    if kind is None:
        raise Refused(Reason.MALFORMED, field="type")
    context.quiet = context.quiet or name in _TOGETHER and bool(UNKNOWN[context.board["authors"]])
    if verb == "add":
        kind.add(context, step[2])
    elif verb == "set":
        kind.set(context, step[2], step[3])
    elif verb == "remove":
        kind.remove(context, step[2])
    elif name == "note":
        note_text.merge(context, step[2], step[3], step[4])
    else:
        raise Refused(Reason.MALFORMED, field="type")


def view(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record's fields, without what is only kept."""
    return TYPES[name].view(record)


__all__ = ["TYPES", "Context", "RecordType", "WorkingSet", "apply_step", "view"]
