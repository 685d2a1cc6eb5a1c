"""How fast is too fast: changes and new notes of a seat, wrong guesses of a device. Kept in memory."""
from __future__ import annotations

import math
import time
from collections.abc import Callable

from . import metrics
from .protocol import Reason, Refused

Clock = Callable[[], float]


class Bucket:
    """A token bucket: `rate` a second, `burst` at once. `rate` 0 means no limit."""

    def __init__(self, rate: float, burst: float, clock: Clock = time.monotonic) -> None:
        self.rate, self.burst, self._clock = rate, burst, clock
        self._level, self._at = burst, clock()

    def take(self, count: int = 1) -> float:
        """0 when there was room, else the seconds until there will be; nothing is taken then. More than the burst
        at once is let through when the bucket is full, and owed."""
        if not self.rate or not count:
            return 0.0
        at = self._clock()
        self._level = min(self.burst, self._level + (at - self._at) * self.rate)
        self._at = at
        needed = min(count, self.burst)
        if self._level >= needed:
            self._level -= count
            return 0.0
        return (needed - self._level) / self.rate

    @property
    def full(self) -> bool:
        return self._level + (self._clock() - self._at) * self.rate >= self.burst


class SeatRates:
    """The buckets of every seat in use."""

    def __init__(self, changes: int, burst: int, notes_a_minute: int, clock: Clock = time.monotonic) -> None:
        self._changes, self._burst, self._notes, self._clock = changes, burst, notes_a_minute, clock
        self._buckets: dict[tuple[str, str], tuple[Bucket, Bucket]] = {}

    def require(self, board_id: str, seat_id: str, new_notes: int) -> None:
        """Raise Refused `too_fast` when the seat has to wait."""
        key = (board_id, seat_id)
        if key not in self._buckets:
            self._forget()
            self._buckets[key] = (Bucket(self._changes, self._burst, self._clock),
                                  Bucket(self._notes / 60, max(1, self._notes), self._clock))
        changes, notes = self._buckets[key]
        wait = changes.take() or notes.take(new_notes)
        if wait:
            raise Refused(Reason.TOO_FAST, retry_after=math.ceil(wait * 10) / 10)

    def _forget(self) -> None:
        if len(self._buckets) > 20_000:
            self._buckets = {key: pair for key, pair in self._buckets.items() if not all(b.full for b in pair)}


class Guesses:
    """Failed guesses a minute, by device. A right key is never held back by somebody else's wrong ones: a device is
    known by its signed cookie; those without one share the bucket of their address."""

    def __init__(self, a_minute: int, clock: Clock = time.monotonic) -> None:
        self._a_minute, self._clock = a_minute, clock
        self._buckets: dict[str, Bucket] = {}

    def require(self, device: str) -> None:
        bucket = self._buckets.get(device)
        if bucket is None:
            return
        wait = bucket.take()
        if wait:
            raise Refused(Reason.TOO_FAST, retry_after=math.ceil(wait))
        bucket._level += 1      # only looked at: what counts is a failure

    def failed(self, device: str) -> None:
        metrics.wrong_codes.inc()
        if device not in self._buckets:
            if len(self._buckets) > 20_000:
                self._buckets = {key: b for key, b in self._buckets.items() if not b.full}
            self._buckets[device] = Bucket(self._a_minute / 60, self._a_minute, self._clock)
        self._buckets[device].take()


class NewBoards:
    """Boards made in an hour, by whom: `require` names each with its own limit."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, Bucket] = {}

    def require(self, whos: list[tuple[str, int]]) -> None:
        """Count one for each, or raise Refused `too_fast` and count none."""
        if len(self._buckets) > 20_000:
            self._buckets = {key: bucket for key, bucket in self._buckets.items() if not bucket.full}
        buckets = [self._buckets.setdefault(who, Bucket(an_hour / 3600, max(1, an_hour), self._clock)) for who, an_hour in whos]
        taken: list[Bucket] = []
        for bucket in buckets:
            wait = bucket.take()
            if wait:
                for each in taken:
                    each._level += 1
                raise Refused(Reason.TOO_FAST, retry_after=math.ceil(wait))
            taken.append(bucket)
