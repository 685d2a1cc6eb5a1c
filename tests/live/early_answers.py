"""A server broken on purpose: it answers before it commits, some 50 ms later. The kill test must notice."""
from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
import eventlet

eventlet.monkey_patch()      # as run.py does when it is the program

import run
from board import queues, sync


class _RolledBack(Exception):
    pass


def _commit_later(self: Any, board_id: str, group: list[Any]) -> Any:
    late = self.__dict__.setdefault("_late", set())
    while board_id in late:
        self._concurrency.sleep(0.005)
    rehearsed = []

    def rehearse(connection: Any, *arguments: Any) -> None:
        rehearsed.append(sync.commit_group(connection, *arguments))
        raise _RolledBack

    def commit() -> None:
        self._concurrency.sleep(0.05)
        try:
            self._database.write(sync.commit_group, board_id, group, self._limits)
        finally:
            late.discard(board_id)
    try:
        self._database.write(rehearse, board_id, group, self._limits)
    except _RolledBack:
        pass
    late.add(board_id)
    self._concurrency.spawn(commit)
    return rehearsed[0]


queues.BoardQueues._commit = _commit_later    # type: ignore[method-assign]

if __name__ == "__main__":
    raise SystemExit(run.main())
