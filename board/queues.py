"""Changes wait here for their board; a drainer commits all that wait in one transaction and then sends them.

Group commit: a durable commit costs about the same whatever its size. Where more came while a group was sent, the board
pauses for as long as the sending took (at most 50 ms) so that a batch gathers: a large room that is busy costs batches, any
other is served at once.
"""
from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from . import logs, metrics, sync
from .concurrency import Concurrency
from .db import Database
from .kept_sets import KeptSets
from .protocol import ParsedChange, Reason, Refused

log = logging.getLogger(__name__)
GROUP = 200             # changes in one transaction
MAX_WAITING = 5000      # on one board; beyond that the server is not keeping up and says so
GROUP_WORTH_SENDING = 20  # with so many waiting, a pause would gain nothing
LONGEST_PAUSE = 0.05

Publish = Callable[[str, list[dict[str, Any]]], None]


class BoardQueues:
    """One queue for each board in use. `publish(board_id, changes)` sends committed changes to all who are there."""

    def __init__(self, database: Database, concurrency: Concurrency, limits: dict[str, int]) -> None:
        self._database, self._concurrency, self._limits = database, concurrency, limits
        self._waiting: dict[str, deque[sync.Submission]] = {}
        self._draining: set[str] = set()
        self._guard = concurrency.lock()
        self._kept = KeptSets()
        self.publish: Publish = lambda board_id, changes: None
        self.closed = False

    def submit(self, board_id: str, submission: sync.Submission) -> None:
        """Put the change in its board's line; `submission.answer` is called when it is decided. Raises Refused."""
        if self.closed:
            raise Refused(Reason.UNAVAILABLE, retry_after=3)
        with self._guard:
            waiting = self._waiting.setdefault(board_id, deque())
            if len(waiting) >= MAX_WAITING:
                raise Refused(Reason.UNAVAILABLE, retry_after=2)
            waiting.append(submission)
            if board_id in self._draining:
                return
            self._draining.add(board_id)
        self._concurrency.spawn(self._drain, board_id)

    def submit_and_wait(self, board_id: str, seat_id: str, change: ParsedChange, *, timeout: float = 15, **more: Any) -> sync.Outcome:
        """For HTTP: the outcome, once it is durable. Raises Refused `unavailable` when that takes too long."""
        decided, outcome = self._concurrency.event(), {}

        def answer(result: sync.Outcome) -> None:
            outcome.update(result)
            decided.set()
        self.submit(board_id, sync.Submission(seat_id, change.change_id, change.steps, answer, request_id=logs.request_id(), **more))
        if not decided.wait(timeout):
            raise Refused(Reason.UNAVAILABLE, retry_after=2)
        return outcome

    def is_empty(self) -> bool:
        return not self._draining

    def _drain(self, board_id: str) -> None:
        while True:
            with self._guard:
                waiting = self._waiting[board_id]
                group = [waiting.popleft() for _ in range(min(len(waiting), GROUP))]
                if not group:
                    self._draining.discard(board_id)
                    del self._waiting[board_id]
                    return
            started = time.monotonic()
            try:
                committed = self._commit(board_id, group)
                metrics.committed(committed.outcomes, len(group), time.monotonic() - started)
                started = time.monotonic()
                self._send(board_id, group, committed)
                metrics.change_seconds.observe(time.monotonic() - group[0].received)
                if any(outcome.get("reason") == Reason.STORAGE for outcome in committed.outcomes):
                    self._refuse_waiting(board_id)
            except Exception:
                log.exception("a group of %d changes failed", len(group), extra=sync.about(board_id, group[0]))
                for each in group:
                    _tell(each, sync.storage_outcome(each))
            if waiting and len(waiting) < GROUP_WORTH_SENDING:
                self._concurrency.sleep(min(time.monotonic() - started, LONGEST_PAUSE))

    def _refuse_waiting(self, board_id: str) -> None:
        """What waits behind changes that could not be stored must come again as they must, or it would overtake them."""
        with self._guard:
            waiting = self._waiting[board_id]
            behind = [waiting.popleft() for _ in range(len(waiting))]
        for each in behind:
            _tell(each, sync.storage_outcome(each))

    def _commit(self, board_id: str, group: list[sync.Submission]) -> sync.Committed:
        try:
            with self._guard:
                kept = self._kept.take(board_id)
            committed = self._database.write(sync.commit_group, board_id, group, self._limits, kept)
            with self._guard:
                self._kept.keep(board_id, committed.work)
            return committed
        except DBAPIError as error:
            if len(group) == 1 or not sync.is_about_data(error):
                log.error("not stored: %s", logs.sort_of(error), extra=sync.about(board_id, group[0]))
                return sync.Committed([], [sync.storage_outcome(each) for each in group], 0)
        except SQLAlchemyError as error:       # no connection could be had
            log.error("not stored: %s", logs.sort_of(error), extra=sync.about(board_id, group[0]))
            return sync.Committed([], [sync.storage_outcome(each) for each in group], 0)
        # One change spoils the group: run them one by one, so that only that one fails.
        parts = [self._commit(board_id, [each]) for each in group]
        return sync.Committed([c for part in parts for c in part.changes], [o for part in parts for o in part.outcomes],
                              max(part.seq for part in parts))

    def _send(self, board_id: str, group: list[sync.Submission], committed: sync.Committed) -> None:
        if committed.changes:
            self.publish(board_id, committed.changes)
        for submission, outcome in zip(group, committed.outcomes, strict=True):
            _tell(submission, outcome)
        if log.isEnabledFor(logging.DEBUG):
            for submission, outcome in zip(group, committed.outcomes, strict=True):
                _log_outcome(board_id, submission, outcome)


def _log_outcome(board_id: str, submission: sync.Submission, outcome: sync.Outcome) -> None:
    extra = sync.about(board_id, submission)
    extra["fields"].update({name: outcome[name] for name in ("seq", "reason", "field") if name in outcome})
    log.debug(metrics.outcome_of(outcome) if outcome["ok"] else "refused", extra=extra)


def _tell(submission: sync.Submission, outcome: sync.Outcome) -> None:
    try:
        submission.answer(outcome)
    except Exception:
        log.exception("an outcome could not be told", extra=logs.fields(change_id=submission.change_id))
