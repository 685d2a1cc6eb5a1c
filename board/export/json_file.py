"""JSON: everything on the board, in a documented shape that `imports.json_file` reads back without loss."""
from __future__ import annotations

from typing import Any

import orjson

from ..records import TYPES
from .job import Job
from .part import narrowed

FORMAT, VERSION = "board", 4
PARTS = {"themes": "theme", "clusters": "cluster", "seats": "seat", "notes": "note", "answers": "answer", "comments": "comment",
         "reactions": "reaction", "translations": "translation", "steps": "step", "rounds": "round"}
# What is of the moment only, or the same in every file: nothing private or hidden is in one.
LEFT_OUT = {"board": ("id", "timer", "leader", "bring", "stage", "collecting", "archived", "keep_days"), "note": ("private", "hidden"),
            "seat": ("hand", "hand_at", "done_for", "blocked")}


def fields_of(name: str) -> list[str]:
    """The fields that a record of this type has in a file."""
    return [field for field in TYPES[name].fields if field not in LEFT_OUT.get(name, ())]


def write(job: Job) -> bytes:
    """The whole, or the part of it that hangs together when only some notes are wanted."""
    content = narrowed(job.content, job.scope)
    file = {"format": FORMAT, "version": VERSION, "board": _kept("board", content["board"]),
            **{part: [_kept(name, each) for each in content[part]] for part, name in PARTS.items()}}
    return orjson.dumps(file, option=orjson.OPT_INDENT_2) + b"\n"


def _kept(name: str, record: dict[str, Any]) -> dict[str, Any]:
    return {field: record[field] for field in fields_of(name)}
