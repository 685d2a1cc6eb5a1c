"""Erasing people, and remembering by random ids alone who was, so that a restored backup forgets them again."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from .. import access, audit
from ..app_parts import Parts
from ..erasure import Erasure
from ..forgetting import Forgotten
from ..protocol import ParsedChange, Reason, Refused, now

FILE = "erased"         # in the data folder and in backups: a line of JSON each


def erase(parts: Parts, board_id: str, forgotten: Forgotten, asked_by: str) -> None:
    """`asked_by`: the facilitator, "" for the person's own doing; nothing is left of who it was in either case. Raises Refused.
    It is remembered before it is committed: somebody too many is harmless, somebody forgotten is not."""
    line = {"at": now(), "board": board_id, "seat": forgotten.seat, "delete": forgotten.delete, "whole": forgotten.whole}
    _carry_out(parts, board_id, forgotten, asked_by, lambda: _append(parts.settings.data / FILE, [orjson.dumps(line)]))


def repeat(parts: Parts) -> tuple[int, list[tuple[str, str, Refused]]]:
    """Erase once more whoever a restored backup brought back; how many, and who could not be: `(board, seat, why)`."""
    done, refusals = 0, []
    for line in _lines(parts.settings.data / FILE):
        each = orjson.loads(line)
        try:
            _carry_out(parts, each["board"], Forgotten(each["seat"], access.new_id(), each["delete"], each["whole"]), "", lambda: None)
            done += 1
        except Refused as refused:
            if refused.reason != Reason.NOT_FOUND:
                refusals.append((each["board"], each["seat"], refused))
    return done, refusals


def merge(data: Path, from_backup: Path) -> None:
    """Remember also who had been erased when a backup was made, for the next time that an older one is restored."""
    known = _lines(data / FILE)
    _append(data / FILE, [line for line in _lines(from_backup) if line not in known])


def _carry_out(parts: Parts, board_id: str, forgotten: Forgotten, asked_by: str, remember: Callable[[], None]) -> None:
    erasure = Erasure(board_id, forgotten, [], by_other=bool(asked_by), remember=remember)
    told: list[Any] = [(audit.TABLE, audit.entry(board_id, asked_by, "erase", notes="deleted" if forgotten.delete else "kept"))]
    outcome = parts.queues.submit_and_wait(board_id, "", ParsedChange(f"erase-{access.new_id()}", []), timeout=60, act=erasure.act,
                                           beside=erasure.beside, inserts=told)
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), **{key: outcome[key] for key in ("field", "retry_after") if key in outcome})
    parts.database.empty_log()
    parts.concurrency.offload(parts.kept.remove, erasure.files)


def _lines(path: Path) -> list[bytes]:
    """Those that are whole: of one that was cut off the erasure did not happen."""
    return [line for line in path.read_bytes().split(b"\n") if line.endswith(b"}")] if path.exists() else []


def _append(path: Path, lines: list[bytes]) -> None:
    """Each begins with a line's end too: the last that is there may have been cut off."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(b"".join(b"\n" + line + b"\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
