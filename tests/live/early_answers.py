"""A server broken on purpose: it answers before it commits, some 50 ms later. The kill test must notice."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import run  # first: it patches what must be patched before anything else
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
        self._database.write(sync.commit_group, board_id, group, self._limits)
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
