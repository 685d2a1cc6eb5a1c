"""Makes files in a process of their own: it is all computing, and what people write can end a typesetter.

The process has bounds of memory and time and may die; the board goes on. Further wishes wait in line.
"""
from __future__ import annotations

import logging
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from . import metrics
from .concurrency import Concurrency, ProcessFailed
from .export.formats import FORMATS
from .export.job import Job
from .export.wish import Wish
from .export.words import Words
from .protocol import Reason, Refused

if TYPE_CHECKING:
    from config import Settings

log = logging.getLogger(__name__)
ENTRY = Path(__file__).parent / "export" / "__main__.py"
READING = Path(__file__).parent / "imports" / "__main__.py"
BAD_FILE = 2            # of the reading process: it says what is wrong
NO_MEMORY = 3           # the process's own word for it; typesetters abort instead
READING_SECONDS = 30
MOST_WAITING = 30
AT_ONCE = ("json",)     # nothing is worked on: quicker than to start a process


@dataclass(frozen=True)
class Made:
    """A file and what its reader should know: `[key of a word, values]`."""
    body: bytes
    remarks: list[tuple[str, dict[str, Any]]]


class Exporting:
    """`make` a file of a board's content; `read` a file that somebody brings."""

    def __init__(self, concurrency: Concurrency, settings: Settings) -> None:
        self._concurrency, self._settings = concurrency, settings
        self._lines = [concurrency.lock() for _ in range(settings.export_processes)]
        self._waiting: list[int] = [0] * settings.export_processes
        self._guard = concurrency.lock()

    def make(self, content: dict[str, Any], wish: Wish) -> Made:
        """Raises Refused `unavailable` with the field `memory`, `time` or `failed`, or `too_fast` when too many wait."""
        settings = self._settings
        if wish.format in AT_ONCE:
            return Made(self._concurrency.offload(FORMATS[wish.format].write, Job(content, Words(wish.language), wish.scope)), [])
        asked = orjson.dumps({
            "format": wish.format, "content": content, "language": wish.language, "scope": [wish.scope.kind, wish.scope.value],
            "options": {**wish.options(), "fonts": list(settings.export_fonts)},
            "memory": settings.export_memory * 1_000_000, "seconds": settings.export_seconds})
        try:
            head, body = self._run(ENTRY, asked, settings.export_seconds).split(b"\n", 1)
        except ProcessFailed as failed:
            raise _refused(failed) from failed
        return Made(body, orjson.loads(head)["remarks"])

    def read(self, body: bytes, filename: str, options: dict[str, Any]) -> dict[str, Any]:
        """What the file would bring, see `imports.reader`, or `{"error": {reason, …}}`. Raises Refused as `make` does."""
        head = orjson.dumps({"filename": filename, "options": options, "memory": self._settings.export_memory * 1_000_000,
                             "seconds": READING_SECONDS})
        try:
            found = self._run(READING, head + b"\n" + body, READING_SECONDS)
        except ProcessFailed as failed:
            if failed.status != BAD_FILE:
                raise _refused(failed) from failed
            found = failed.output
        answer: dict[str, Any] = orjson.loads(found)
        return answer

    @property
    def waiting(self) -> int:
        return sum(self._waiting)

    def _run(self, entry: Path, given: bytes, seconds: int) -> bytes:
        work = "export" if entry is ENTRY else "import"
        with self._guard:
            if self.waiting >= MOST_WAITING:
                metrics.files.labels(work, "refused").inc()
                raise Refused(Reason.TOO_FAST, retry_after=10)
            line = self._waiting.index(min(self._waiting))
            self._waiting[line] += 1
        outcome = "failed"
        try:
            with self._lines[line], metrics.file_seconds.labels(work).time():
                made = self._concurrency.process([sys.executable, "-I", str(entry)], given, seconds)
            outcome = "made"
            return made
        except ProcessFailed as failed:
            outcome = "made" if entry is READING and failed.status == BAD_FILE else "failed"     # it was read: it is no good
            raise
        finally:
            metrics.files.labels(work, outcome).inc()
            with self._guard:
                self._waiting[line] -= 1


def _refused(failed: ProcessFailed) -> Refused:
    """Out of memory ends Python with its own status and Rust with an abort; out of computing time with a signal."""
    log.error("a file was not made: status %s", failed.status)     # what it wrote may quote a note
    if failed.status is None or failed.status == -signal.SIGXCPU:
        why = "time"
    elif failed.status in (NO_MEMORY, -signal.SIGABRT, -signal.SIGKILL, -signal.SIGSEGV):
        why = "memory"
    else:
        why = "failed"
    return Refused(Reason.UNAVAILABLE, field=why, retry_after=5)
