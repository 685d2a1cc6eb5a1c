"""Working sets kept from one transaction to the next, so that a change reads nothing that this process knows already.

A set is good only while the board stands where it left it: `sync.commit_group` compares the numbers under the board's
lock. So several processes may write to one board; whoever comes second reads anew.
"""
from __future__ import annotations

from .working_set import WorkingSet

MOST_RECORDS = 30_000      # of all boards together, some 40 MB


class KeptSets:
    """`take` gives a set away until `keep` brings it back. For one thread at a time: whoever shares it holds a lock."""

    def __init__(self, most: int = MOST_RECORDS) -> None:
        self._most, self._size = most, 0
        self._sets: dict[str, tuple[WorkingSet, int]] = {}

    def take(self, board_id: str) -> WorkingSet | None:
        """The board's set, or None when it has to be read."""
        found, size = self._sets.pop(board_id, (None, 0))
        self._size -= size
        return found

    def keep(self, board_id: str, work: WorkingSet | None) -> None:
        """Keep a set whose transaction was committed; those used longest ago make room."""
        self.take(board_id)
        if work is None or (size := work.size()) > self._most:
            return
        self._sets[board_id] = (work, size)
        self._size += size
        while self._size > self._most:
            self.take(next(iter(self._sets)))
