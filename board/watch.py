"""What follows from committed changes besides sending them: signals kept back, people put out, counts, live totals."""
from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from . import access
from .app_parts import Parts
from .protocol import Refused
from .records import Context
from .records.round import count
from .rows import TABLES
from .sync import Submission

log = logging.getLogger(__name__)
TICK = 1.0          # seconds between counts, and between live totals
Change = dict[str, Any]


class Watch:
    def __init__(self, parts: Parts, send: Callable[[str, str, Any], None], put_out: Callable[[str, str], None]) -> None:
        self._parts, self._send, self._put_out = parts, send, put_out
        self._boards: dict[str, dict[str, Any]] = {}        # the settings that matter here, of boards in use
        self._due: set[tuple[str, str]] = set()

    def remember(self, board_id: str, settings: Any) -> None:
        """How the board is set, as somebody joins."""
        self._set(board_id, {name: settings[name] for name in ("private", "authors", "leader")})

    def follow(self, board_id: str, changes: list[Change]) -> None:
        """Changes that are sent to people here, whichever process committed them."""
        for change in changes:
            for step in change["steps"]:
                self._follow(board_id, step)
            if change["tags"] is not None:
                types = {step[1] for step, tag in zip(change["steps"], change["tags"], strict=True) if tag}
                if "note" in types and self._boards.get(board_id, {}).get("private"):
                    self._soon("counts", board_id, self._tell_counts)

    def count(self, board_id: str, changes: list[Change]) -> None:
        """Changes that this process committed: one process counts, and all send what it counted."""
        if any(tag and step[1] == "vote" for change in changes if change["tags"] is not None
               for step, tag in zip(change["steps"], change["tags"], strict=True)):
            self._soon("totals", board_id, self._count_votes)

    def _follow(self, board_id: str, step: list[Any]) -> None:
        if step[:2] == ["set", "board"] and {"private", "authors", "leader"} & set(step[3]):
            before = self._boards.get(board_id, {})
            self._set(board_id, {**before, **{name: step[3][name] for name in ("private", "authors", "leader") if name in step[3]}})
            if step[3].get("private") is False and before.get("private"):
                self._send(board_id, "counts", {"private": {}})
        elif step[:2] == ["set", "seat"] and step[3].get("blocked") or step[:2] == ["remove", "seat"]:
            self._put_out(board_id, step[2])

    def _set(self, board_id: str, settings: dict[str, Any]) -> None:
        self._boards[board_id] = settings
        secret = bool(settings.get("private")) or settings.get("authors", "named") != "named"
        self._parts.presence.mute(board_id, signals=secret, leader=settings.get("leader", ""))
        if len(self._boards) > 10_000:      # boards nobody is on any more
            here = set(self._parts.presence.boards())
            self._boards = {each: value for each, value in self._boards.items() if each in here}

    def _soon(self, what: str, board_id: str, act: Callable[[str], None]) -> None:
        if (what, board_id) in self._due:
            return
        self._due.add((what, board_id))

        def run() -> None:
            self._parts.concurrency.sleep(TICK)
            self._due.discard((what, board_id))
            try:
                act(board_id)
            except (Refused, SQLAlchemyError) as error:     # the next one will tell
                log.warning("no %s: %s", what, type(error).__name__)
        self._parts.concurrency.spawn(run)

    def _tell_counts(self, board_id: str) -> None:
        self._send(board_id, "counts", {"private": self._parts.database.read(count_private, board_id)})

    def _count_votes(self, board_id: str) -> None:
        if not self._parts.database.read(_has_live_round, board_id):
            return

        def act(context: Context) -> None:
            for each in context.work.find("round", state="open", live=True):
                results = count(context.work, each)
                if results != each["results"]:
                    context.work.put("round", {**each, "results": results})
                    context.send(["set", "round", each["id"], {"results": results}])
            if not context.steps:       # a change says something
                context.send(["set", "board", board_id, {"title": context.board["title"]}])
        self._parts.queues.submit(board_id, Submission("", "totals-" + access.new_id(), [], lambda outcome: None, act))


def count_private(connection: Connection, board_id: str) -> dict[str, int]:
    """How many private notes each theme holds."""
    notes = TABLES["note"]
    query = sa.select(notes.c.theme, sa.func.count()).where(
        notes.c.board_id == board_id, notes.c.private, notes.c.deleted_at.is_(None)).group_by(notes.c.theme)
    return {row.theme: row[1] for row in connection.execute(query)}


def _has_live_round(connection: Connection, board_id: str) -> bool:
    rounds = TABLES["round"]
    return connection.execute(sa.select(rounds.c.id).where(
        rounds.c.board_id == board_id, rounds.c.state == "open", rounds.c.live)).first() is not None
