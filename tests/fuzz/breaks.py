"""What a broken server does: each takes out one of the things that keep secrets or keep views alike. Runs must notice."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest import mock

from board import secrecy, snapshot, snapshot_body, sync
from board.records import hangers, note
from board.rows import TABLES

Patches = list[Any]
NOTES = TABLES["note"]
_for_everybody, _message, _turn, _tell = secrecy.for_everybody, secrecy._message, note._turn, hangers.tell


def _drops_a_step(change: Any) -> Any:
    seen = _for_everybody(change)
    return seen and {**seen, "steps": seen["steps"][:-1] if len(seen["steps"]) > 1 else seen["steps"]}


def _shows_everything(change: Any) -> Any:
    return secrecy._message(change, change["steps"], True)


def _forgets_the_first() -> Any:
    """A reveal that leaves one note private."""
    def turn(context: Any, before: Any, after: Any, values: Any) -> None:
        left = context.__dict__.setdefault("left_behind", before["id"])
        if values != {"private": False} or left != before["id"]:
            _turn(context, before, after, values)
    return turn


def _always_named(change: Any, steps: Any, _named: bool) -> Any:
    return _message(change, steps, True)


BREAKS: dict[str, Callable[[], Patches]] = {
    "forgets": lambda: [mock.patch.object(sync, "_known_outcomes", lambda connection, board_id, waiting: {})],
    "drops": lambda: [mock.patch.object(secrecy, "for_everybody", _drops_a_step)],
    "shows all": lambda: [mock.patch.object(secrecy, "for_everybody", _shows_everything)],
    "shows each": lambda: [mock.patch.object(secrecy, "for_seat", lambda change, seat_id: _shows_everything(change))],
    "names": lambda: [mock.patch.object(module, "blank", lambda record, seat_id=None: record) for module in (note, hangers, snapshot)],
    "signs": lambda: [mock.patch.object(secrecy, "_message", _always_named)],
    "half a reveal": lambda: [mock.patch.object(note, "_turn", _forgets_the_first())],
    "bare reveal": lambda: [mock.patch.object(hangers, "tell", lambda context, before: None)],
    "open snapshot": lambda: [
        mock.patch.dict(snapshot.SHARED, note=snapshot._query("note", NOTES.c.deleted_at.is_(None))),
        mock.patch.dict(snapshot._AMONG, note=snapshot._query("note", NOTES.c.id.in_(snapshot._IDS), NOTES.c.deleted_at.is_(None)))],
    "no own": lambda: [mock.patch.object(snapshot_body, "read_own", lambda connection, board_id, seat_id: {})],
}
