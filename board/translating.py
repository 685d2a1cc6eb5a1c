"""Suggests a translation by the host's LibreTranslate-compatible address, where the host has switched that on.

What goes there is the text of one note that everybody on the board sees, asked for by somebody who may translate it; no name, no
title, no text that a client sent. Nothing is asked by itself, asked again, or kept.
"""
from __future__ import annotations

import logging
import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
from sqlalchemy.engine import Connection

from config import LOOPBACK, Settings

from . import access, metrics
from .cldr import base_of
from .concurrency import Concurrency, ProcessFailed
from .protocol import Reason, Refused, now
from .rates import Bucket
from .records import fields
from .records.translation import MAX_TEXT, require_translate
from .records.type import Context, Record
from .working_set import WorkingSet

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).parent / "libretranslate.py"
LONGEST = 30            # seconds that asking may take in all
AT_ONCE = 3             # asked of one process of ours at the same time
A_SEAT, A_BOARD = (60, 30), (300, 120)      # a minute, and at once
KNOWN = 600             # seconds that its languages are believed
PAUSE = 10              # seconds in which it is left alone after it did not answer
TROUBLE = {"down", "slow", "busy"}        # that would meet everybody, and may be over later
Clock = Callable[[], float]


class Translating:
    """One for each process. `languages` and `translate` raise Refused; `why` in it says what the matter is."""

    def __init__(self, concurrency: Concurrency, settings: Settings, clock: Clock = time.monotonic) -> None:
        self._concurrency, self._settings, self._clock = concurrency, settings, clock
        self.on = settings.translator == "server"
        self._lock = concurrency.lock()
        self._codes: dict[str, str] = {}        # our language -> what it is called there
        self._pairs: dict[str, list[str]] = {}
        self._known_until = 0.0
        self._left_alone_until, self._trouble = 0.0, ""
        self._busy = 0
        self._buckets: dict[tuple[str, ...], Bucket] = {}

    def languages(self) -> dict[str, list[str]]:
        """From which language it translates into which; a language stands for all its countries."""
        with self._lock:
            if self._clock() >= self._known_until:
                self._learn(self._ask({"ask": "languages"})["languages"])
        return self._pairs

    def translate(self, text: str, source: str, target: str) -> str:
        """`source` "": it is left to guess."""
        pairs = self.languages()
        known, wanted = base_of(source), base_of(target)
        if wanted not in (pairs.get(known, ()) if known else self._codes):
            raise Refused(Reason.INVALID, field="language", why="language")
        started = self._clock()
        found = self._ask({"ask": "translate", "text": text, "source": self._their(source) if known else "auto",
                           "target": self._their(target)})["text"]
        try:
            found = fields.text(MAX_TEXT, 1)("text", found.replace("\r\n", "\n").strip())
        except Refused:
            raise self._failure("garbage") from None
        metrics.machine_translations.labels("made").inc()
        log.info("translated by machine: %s to %s, %d characters, %.1f s", known or "auto", wanted, len(text), self._clock() - started)
        return str(found)

    def require_rate(self, board_id: str, seat_id: str) -> None:
        """Raise Refused `too_fast` when the seat or the board has to wait."""
        if len(self._buckets) > 10_000:
            self._buckets = {key: bucket for key, bucket in self._buckets.items() if not bucket.full}
        for key, (a_minute, burst) in (((board_id, seat_id), A_SEAT), ((board_id,), A_BOARD)):
            bucket = self._buckets.setdefault(key, Bucket(a_minute / 60, burst, self._clock))
            wait = bucket.take()
            if wait:
                raise Refused(Reason.TOO_FAST, retry_after=math.ceil(wait * 10) / 10)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        at = self._clock()
        if at < self._left_alone_until:
            raise Refused(Reason.UNAVAILABLE, why=self._trouble, retry_after=math.ceil(self._left_alone_until - at))
        given = orjson.dumps({**question, "url": self._settings.translate_url, "key": self._settings.translate_key})
        with self._place():
            try:
                answer = orjson.loads(self._concurrency.process([sys.executable, "-I", str(PROGRAM)], given, LONGEST))
            except ProcessFailed as error:
                answer = {"why": "slow" if error.status is None else "failed"}
        if "why" in answer:
            raise self._failure(answer["why"], answer.get("after", 0))
        return dict(answer)

    @contextmanager
    def _place(self) -> Iterator[None]:
        """Who finds none is told to come again, rather than wait with a thread in hand."""
        if self._busy >= AT_ONCE:
            raise Refused(Reason.TOO_FAST, retry_after=1)
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1

    def _failure(self, why: str, after: float = 0) -> Refused:
        metrics.machine_translations.labels(why).inc()
        log.warning("the translator did not translate: %s", why)
        if why == "language":
            return Refused(Reason.INVALID, field="language", why=why)
        if why == "long":
            return Refused(Reason.LIMIT, field="text", why=why)
        if why not in TROUBLE:
            return Refused(Reason.UNAVAILABLE, why=why)
        pause = max(PAUSE, after)
        self._left_alone_until, self._trouble = self._clock() + pause, why
        return Refused(Reason.UNAVAILABLE, why=why, retry_after=math.ceil(pause))

    def _learn(self, found: dict[str, list[str] | None]) -> None:
        codes = {*found, *(each for targets in found.values() for each in targets or ())}
        self._codes = {code.lower(): code for code in codes}
        for code in sorted(codes, key=lambda each: (len(each), each)):
            self._codes.setdefault(base_of(code), code)
        pairs: dict[str, set[str]] = {}
        for code, targets in found.items():
            into = {base_of(each) for each in (found if targets is None else targets)}
            pairs.setdefault(base_of(code), set()).update(into - {base_of(code)})
        self._pairs = {code: sorted(into) for code, into in sorted(pairs.items())}
        self._known_until = self._clock() + KNOWN

    def _their(self, code: str) -> str:
        return self._codes.get(code.lower()) or self._codes[base_of(code)]


def translator_host(settings: Settings) -> str:
    """Where texts go, for people to read; "" is this machine itself, or nowhere."""
    host = urlsplit(settings.translate_url).hostname or ""
    return "" if settings.translator != "server" or host in LOOPBACK else host


def read_note(connection: Connection, board_id: str, seat: Record, note_id: str) -> Record:
    """The note, if everybody sees it and this seat may translate it now: the same rule as for writing a translation."""
    work = WorkingSet(connection, access.board_row(connection, board_id))
    return require_translate(Context(work=work, seat=seat, now=now(), limits={}), note_id)
