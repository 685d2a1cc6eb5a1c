"""The simplest table of records: applies steps as the server sends them (rule C6)."""
from __future__ import annotations

from typing import Any

from board import text as texts
from board.records import TYPES

Records = dict[str, dict[str, dict[str, Any]]]


def index(snapshot: dict[str, Any]) -> Records:
    """What a seat sees: the records, and in their place what it alone sees."""
    state: Records = {name: {} for name in TYPES}
    for part in (snapshot["records"], snapshot.get("own", {})):
        for name, found in part.items():
            state[name].update((each["id"], each) for each in found)
    return state


def apply_step(state: Records, step: list[Any]) -> None:
    verb, table = step[0], state[step[1]]
    if verb == "add":
        table[step[2]["id"]] = dict(step[2])
    elif verb == "set":
        table[step[2]] = {**table[step[2]], **step[3]}
    elif verb == "remove":
        del table[step[2]]
    else:
        note = table[step[2]]
        table[step[2]] = {**note, "text": texts.apply(note["text"], step[4]), "text_rev": step[3]}


def guess_step(state: Records, step: list[Any]) -> None:
    """The same for a change of mine that is not confirmed; what does not fit any more is left out."""
    verb, table = step[0], state[step[1]]
    if verb == "add":
        if step[2]["id"] not in table:
            table[step[2]["id"]] = {"text": "", "text_rev": 0, "x": 0, "y": 0, **step[2]}
    elif step[2] in table:
        if verb == "text":
            table[step[2]] = {**table[step[2]], "text": texts.apply(table[step[2]]["text"], step[4])}
        else:
            apply_step(state, step)
