"""Who may see what: views of single records, and what of a change is for whom. Pure.

A change is kept as a list of steps with one tag for each:
  None       everybody sees the step, and it happened;
  "=<seat>"  it happened, and only this seat sees it; "=" alone: nobody does;
  "-"        what everybody else is told instead of such steps: seats with a step of their own on that record are not.
A `quiet` change has no author for anybody but its author.
"""
from __future__ import annotations

from typing import Any

Record = dict[str, Any]
Step = list[Any]
Tag = str | None
Target = tuple[str, str]        # type and id of a record

OTHERS = "-"
NOBODY = "="
_WRITTEN = {"text": "", "source": 0}       # a text, and the checksum by which a guess of one could be proved
UNKNOWN = {"named": "", "association": "name", "nobody": "all"}     # a board's `authors` -> a record's `anonymous`


def only(seat_id: str) -> Tag:
    return "=" + seat_id


def is_open(note: Record | None) -> bool:
    """Whether everybody on the board sees this note."""
    return note is not None and note["deleted_at"] is None and not note["private"] and not note["hidden"]


def sees(note: Record | None, seat_id: str) -> bool:
    """Whether this seat sees the note: it is open, or its own."""
    return note is not None and note["deleted_at"] is None and (is_open(note) or note["seat"] == seat_id)


def blank(record: Record, seat_id: str | None = None) -> Record:
    """The record as this seat may see it (None: as everybody may): who wrote it is left out where that is not known."""
    how = record.get("anonymous", "")
    if not how or record["seat"] == seat_id:
        return record
    blanked = {**record, "seat": ""}
    if how == "all" and "association" in record:
        blanked["association"] = ""
    return blanked


def is_plain(change: Record) -> bool:
    """Whether everybody gets this change as it is."""
    return change.get("tags") is None and not change.get("quiet")


def for_everybody(change: Record) -> Record | None:
    """The change as anybody may see it; None when there is nothing to see."""
    if is_plain(change):
        return _message(change, change["steps"], True)
    steps = [step for step, tag in _tagged(change) if tag is None or tag == OTHERS]
    return _message(change, steps, not change.get("quiet")) if steps else None


def for_seat(change: Record, seat_id: str) -> Record | None:
    """The change as this seat may see it; None when there is nothing to see. Its author gets it in any case."""
    if is_plain(change):
        return _message(change, change["steps"], True)
    mine = only(seat_id)
    own = {_target(step) for step, tag in _tagged(change) if tag == mine}
    steps = [step for step, tag in _tagged(change)
             if tag is None or tag == mine or tag == OTHERS and _target(step) not in own]
    author = change["seat"] == seat_id
    if not steps and not author:
        return None
    return _message(change, steps, author or not change.get("quiet"))


def true_tagged(change: Record) -> list[tuple[Step, Tag]]:
    """What happened to the records, whoever may see it."""
    return [(step, tag) for step, tag in _tagged(change) if tag != OTHERS]


def removed(changes: list[Record]) -> set[Target]:
    """The notes, comments and translations that go in these changes."""
    return {(step[1], step[2]) for change in changes for step in change["steps"]
            if step[0] == "remove" and step[1] in ("note", "comment", "translation")}


def without_texts(changes: list[Record], gone: set[Target]) -> list[Record]:
    """The same changes for somebody who was away: what was written in these records before they went for the last time is
    left out, for they may be hidden now."""
    last = {_target(step): (change["seq"], index) for change in changes for index, step in enumerate(change["steps"])
            if step[0] == "remove" and _target(step) in gone}
    left = []
    for change in changes:
        steps = []
        for index, step in enumerate(change["steps"]):
            if (change["seq"], index) < last.get(_target(step), (0, 0)):
                if step[0] == "text":
                    continue
                if step[0] != "remove":
                    step = [*step[:-1], {**step[-1], **{name: left_out for name, left_out in _WRITTEN.items() if name in step[-1]}}]
            steps.append(step)
        left.append({**change, "steps": steps})
    return left


def special_seats(change: Record) -> set[str]:
    """The seats that get something else of this change than everybody does."""
    if is_plain(change):
        return set()
    seats = {tag[1:] for tag in change.get("tags") or () if tag and tag not in (OTHERS, NOBODY)}
    if change.get("quiet") or for_everybody(change) is None:
        seats.add(change["seat"])
    return seats


def _tagged(change: Record) -> list[tuple[Step, Tag]]:
    tags = change.get("tags")
    return list(zip(change["steps"], tags if tags is not None else [None] * len(change["steps"]), strict=True))


def _target(step: Step) -> Target:
    return step[1], step[2]["id"] if step[0] == "add" else step[2]


def _message(change: Record, steps: list[Step], named: bool) -> Record:
    return {"seq": change["seq"], "change_id": change["change_id"] if named else "", "seat": change["seat"] if named else "",
            "at": change["at"], "steps": steps}
