"""Asks for cluster suggestions in a process of its own: the work is all computing, and here it would hold up everybody."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy.engine import Connection

from .concurrency import Concurrency, ProcessFailed
from .protocol import Reason, Refused
from .snapshot import read_records

ENTRY = Path(__file__).parent / "clustering" / "__main__.py"
LONGEST = 60            # seconds; 5,000 notes take a few


class Suggesting:
    """One process at a time; `model` is the directory of an embedding model, or ""."""

    def __init__(self, concurrency: Concurrency, model: str) -> None:
        self._concurrency, self._model = concurrency, model
        self._lock = concurrency.lock()

    def suggest(self, notes: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
        """The suggestions, see `clustering`. Raises Refused `unavailable`."""
        asked = orjson.dumps({"notes": notes, "language": language, "model": self._model or None})
        with self._lock:
            try:
                answer = self._concurrency.process([sys.executable, "-I", str(ENTRY)], asked, LONGEST)
            except ProcessFailed as error:
                raise Refused(Reason.UNAVAILABLE, retry_after=5) from error
        found: list[dict[str, Any]] = orjson.loads(answer)["suggestions"]
        return found


def read_loose_notes(connection: Connection, board_id: str, theme: str | None) -> list[dict[str, Any]]:
    """The notes that could be put into clusters: everybody sees them, they stand for themselves and in none yet."""
    return [{name: note[name] for name in ("id", "theme", "kind", "text", "language")}
            for note in read_records(connection, board_id)["note"]
            if not note["cluster"] and not note["merged_into"] and theme in (None, note["theme"])]
