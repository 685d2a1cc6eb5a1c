"""What a process does about the others that serve the same boards: follow the database, say and hear hints, pass on who is
here. Wiring of `feed`, `bus` and `neighbours`, and the look into the database every two seconds on which all rests."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from .access import SEATS, TOKENS
from .app_parts import Parts
from .bus import NullBus, RedisBus
from .feed import POLL, Change, Feed
from .neighbours import Neighbours
from .sync import BOARDS

log = logging.getLogger(__name__)
LOOKS_BETWEEN_CHECKS = 5        # while hints arrive; else seats are checked at every look
SEATS_AT_ONCE = 500


@dataclass
class Here:
    """What is done for the people of a board on this process."""
    publish: Callable[[str, list[Change]], None]
    announce: Callable[[str, int], None]                # its number, without changes
    remember: Callable[[str, Any], None]                # its settings
    put_out: Callable[[str, str], None]                 # a seat, for good
    come_again: Callable[[str], None]                   # everybody


class Processes:
    def __init__(self, parts: Parts, here: Here) -> None:
        self._parts, self._here = parts, here
        self.bus = RedisBus(parts.settings.redis_url, parts.concurrency) if parts.settings.redis_url else NullBus()
        self.feed = Feed(parts.database, parts.concurrency, here.publish)
        self.feed.skip, self.feed.gone = self._skipped, self._went
        self.neighbours = Neighbours(self.bus, parts.presence, lambda *message: parts.send(*message))
        self.neighbours.hint, self.neighbours.seats_changed = self.feed.hint, self._seats_changed
        self._looks = 0

    def start(self) -> None:
        self.bus.start()
        self._parts.concurrency.spawn(self._run)

    def open(self, board_id: str) -> None:
        """Somebody is about to be told of this board. Raises Refused."""
        if self.feed.open(board_id):
            self.bus.open(board_id)

    def own(self, board_id: str, changes: list[Change]) -> None:
        """This process has committed changes."""
        self.feed.own(board_id, changes)
        self.bus.publish(board_id, {"seq": changes[-1]["seq"]})

    def put_out(self, board_id: str, seat_id: str) -> None:
        """A seat was removed: close its connections, wherever they are."""
        self._here.put_out(board_id, seat_id)
        self.bus.publish(board_id, {"seats": True})

    def look(self) -> None:
        """What the bus may have missed. Raises what the database raises."""
        self.neighbours.look()
        for board_id in self.feed.close_unused(set(self._parts.presence.boards())):
            self.bus.close(board_id)
        self.feed.poll()
        self._looks += 1
        if not self.bus.up and self._parts.settings.redis_url or self._looks % LOOKS_BETWEEN_CHECKS == 0:
            for board_id in self._parts.presence.boards():
                self._check_seats(board_id)

    def _run(self) -> None:
        while True:
            self._parts.concurrency.sleep(POLL)
            try:
                self.look()
            except SQLAlchemyError as error:
                log.warning("the boards' numbers cannot be read: %s", type(error).__name__)
            except Exception:       # nobody else would look
                log.exception("a look failed")

    def _seats_changed(self, board_id: str) -> None:
        def check() -> None:
            try:
                self._check_seats(board_id)
            except SQLAlchemyError as error:        # the next look will
                log.warning("seats could not be checked: %s", type(error).__name__)
        self._parts.concurrency.spawn(check)

    def _check_seats(self, board_id: str) -> None:
        """Put out who is here and has no seat any more."""
        here = self._parts.presence.here(board_id)
        for start in range(0, len(here), SEATS_AT_ONCE):
            part = here[start:start + SEATS_AT_ONCE]
            for seat_id in set(part) - self._parts.database.read(_seated, board_id, part):
                self._here.put_out(board_id, seat_id)

    def _skipped(self, board_id: str, seq: int) -> None:
        """People fetch the board anew; what follows from changes that nobody here has seen is looked up."""
        settings = self._parts.database.read(_settings, board_id)
        if settings is not None:
            self._here.remember(board_id, settings)
        self._here.announce(board_id, seq)
        self._check_seats(board_id)

    def _went(self, board_id: str) -> None:
        self._check_seats(board_id)         # of a board that is gone, nobody has one
        self._here.come_again(board_id)


def _seated(connection: Connection, board_id: str, seats: list[str]) -> set[str]:
    """Those of the seats that are there, not blocked, and have a device."""
    query = sa.select(SEATS.c.id).where(SEATS.c.board_id == board_id, SEATS.c.id.in_(seats), ~SEATS.c.blocked, sa.exists().where(
        TOKENS.c.board_id == SEATS.c.board_id, TOKENS.c.seat_id == SEATS.c.id))
    return set(connection.execute(query).scalars())


def _settings(connection: Connection, board_id: str) -> Any:
    return connection.execute(sa.select(BOARDS.c.private, BOARDS.c.authors, BOARDS.c.leader).where(
        BOARDS.c.id == board_id)).mappings().one_or_none()
