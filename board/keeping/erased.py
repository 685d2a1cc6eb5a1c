"""Erasing people, and remembering by random ids alone who was, so that a restored backup forgets them again."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson

from .. import access, audit
from ..app_parts import Parts
from ..erasure import Erasure
from ..exports import Kept
from ..forgetting import Forgotten
from ..protocol import ParsedChange, Reason, Refused, now

FILE = "erased"         # in the data folder: a line of JSON each


def erase(parts: Parts, board_id: str, forgotten: Forgotten, asked_by: str) -> None:
    """`asked_by`: the facilitator, "" for the person's own doing; nothing is left of who it was in either case. Raises Refused."""
    _carry_out(parts, board_id, forgotten, asked_by)
    line = {"at": now(), "board": board_id, "seat": forgotten.seat, "delete": forgotten.delete, "whole": forgotten.whole}
    parts.concurrency.offload(_append, parts.settings.data / FILE, orjson.dumps(line) + b"\n")


def repeat(parts: Parts) -> tuple[int, int]:
    """Erase once more whoever a restored backup brought back; how many, and how many could not be."""
    done = failed = 0
    path = parts.settings.data / FILE
    for line in path.read_bytes().splitlines() if path.exists() else ():
        each = orjson.loads(line)
        try:
            _carry_out(parts, each["board"], Forgotten(each["seat"], access.new_id(), each["delete"], each["whole"]), "")
            done += 1
        except Refused as refused:
            failed += refused.reason != Reason.NOT_FOUND
    return done, failed


def _carry_out(parts: Parts, board_id: str, forgotten: Forgotten, asked_by: str) -> None:
    erasure = Erasure(board_id, forgotten, [], by_other=bool(asked_by))
    told: list[Any] = [(audit.TABLE, audit.entry(board_id, asked_by, "erase", notes="deleted" if forgotten.delete else "kept"))]
    outcome = parts.queues.submit_and_wait(board_id, "", ParsedChange(f"erase-{access.new_id()}", []), timeout=60, act=erasure.act,
                                           beside=erasure.beside, inserts=told)
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), **{key: outcome[key] for key in ("field", "retry_after") if key in outcome})
    parts.database.empty_log()
    parts.concurrency.offload(Kept(parts.settings.data / "exports").remove, erasure.files)


def _append(path: Path, line: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
