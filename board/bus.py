"""Hints between processes that serve the same boards: "this board has reached that number", who is here, cursors.

Nothing rests on them. A hint that is lost costs at most the time to the next look into the database (`feed`), so they are
never sent from the path of a change: they wait in a short line of their own, and a Redis that is away or hangs is left alone
for a moment.
"""
from __future__ import annotations

import logging
import secrets
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import orjson
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from .concurrency import Concurrency

log = logging.getLogger(__name__)
CONNECT_TIMEOUT, TIMEOUT = 0.5, 1.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0     # seconds Redis is left alone after it failed
MOST_WAITING = 1000
LONGEST = 200_000               # bytes of a hint; longer ones are none of ours
PREFIX = "board:"
LOOK = 0.2                      # seconds between looks at what is to be listened to
PING, SILENCE = 3.0, 7.0        # seconds: when we ask whether Redis is still there, when we take it for dead
FAILURES = (redis.RedisError, OSError, ValueError)      # ValueError: an answer that is none of Redis's

Message = dict[str, Any]
Hear = Callable[[str, Message], None]


class NullBus:
    """For one process: nobody to tell. Several without Redis look into the database."""

    up = False

    def __init__(self) -> None:
        self.process = secrets.token_hex(4)
        self.hear: Hear = lambda board_id, message: None
        self.listening: Callable[[str], None] = lambda board_id: None

    def publish(self, board_id: str, message: Message) -> None:
        """Tell the other processes; those that do not listen do not hear."""

    def open(self, board_id: str) -> None:
        """Listen for this board."""

    def close(self, board_id: str) -> None:
        """Do not any more."""

    def start(self) -> None:
        """Begin to send and to listen."""


class RedisBus(NullBus):
    """Redis or Valkey, one channel a board. `hear(board_id, message)` is called for what others say; `listening(board_id)`
    once they are heard, again after each time the line was cut."""

    def __init__(self, url: str, concurrency: Concurrency) -> None:
        super().__init__()
        self._concurrency = concurrency
        self._client = redis.Redis.from_url(url, socket_connect_timeout=CONNECT_TIMEOUT, socket_timeout=TIMEOUT,
                                            retry=Retry(NoBackoff(), 0), health_check_interval=0)
        self._open: set[str] = set()
        self._numbers: dict[str, Message] = {}      # only a board's last one is of interest
        self._rest: deque[tuple[str, Message]] = deque(maxlen=MOST_WAITING)
        self._wake = concurrency.event()
        self._sending, self._hearing = True, False

    @property
    def up(self) -> bool:       # type: ignore[override]
        """Whether the last that was tried went well."""
        return self._sending and self._hearing

    def publish(self, board_id: str, message: Message) -> None:
        if "seq" in message:
            self._numbers[board_id] = message
        else:
            self._rest.append((board_id, message))
        self._wake.set()

    def open(self, board_id: str) -> None:
        self._open.add(board_id)

    def close(self, board_id: str) -> None:
        self._open.discard(board_id)

    def start(self) -> None:
        self._concurrency.spawn(self._repeat, "send", self._send)
        self._concurrency.spawn(self._repeat, "hear", self._listen)

    def _repeat(self, what: str, work: Callable[[Callable[[], None]], None]) -> None:
        """Do the work for ever; after a failure pause, each time longer until it went well again."""
        pause = FIRST_PAUSE

        def well() -> None:
            nonlocal pause
            if pause > FIRST_PAUSE:
                log.info("Redis is back (%s)", what)
            pause = FIRST_PAUSE
        while True:
            try:
                work(well)
            except FAILURES as error:
                if pause == FIRST_PAUSE:
                    log.warning("no Redis (%s): %s; the database is looked at instead", what, type(error).__name__)
            except Exception:
                log.exception("the bus stumbled (%s)", what)
            self._concurrency.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _send(self, well: Callable[[], None]) -> None:
        self._numbers.clear()       # what was to be said while nobody could hear it
        self._rest.clear()
        while True:
            self._wake.wait()
            self._wake.clear()
            numbers, self._numbers = self._numbers, {}
            messages = [*numbers.items(), *(self._rest.popleft() for _ in range(len(self._rest)))]
            if not messages:        # an empty line tells nothing of Redis
                continue
            try:
                with self._client.pipeline(transaction=False) as line:
                    for board_id, message in messages:
                        line.publish(PREFIX + board_id, orjson.dumps({**message, "process": self.process}))
                    line.execute()
                self._sending = True
            except BaseException:
                self._sending = False
                raise
            well()

    def _listen(self, well: Callable[[], None]) -> None:
        heard = asked = time.monotonic()
        following: set[str] = set()
        with self._client.pubsub() as line:
            line.subscribe(PREFIX)        # nothing comes there; it keeps the line open
            try:
                while True:
                    wanted = set(self._open)
                    if wanted - following:
                        line.subscribe(*(PREFIX + each for each in wanted - following))
                    if following - wanted:
                        line.unsubscribe(*(PREFIX + each for each in following - wanted))
                    following = wanted
                    message = line.get_message(timeout=LOOK)
                    now = time.monotonic()
                    if message is not None:
                        heard, self._hearing = now, True
                        well()
                        self._take(message)
                    elif now - heard > SILENCE:
                        raise redis.ConnectionError("silent")
                    elif now - max(heard, asked) > PING:
                        asked = now
                        line.ping()
            finally:
                self._hearing = False

    def _take(self, message: Message) -> None:
        channel = message.get("channel")
        board_id = channel.decode().removeprefix(PREFIX) if isinstance(channel, bytes) else ""
        if not board_id:
            return
        if message["type"] == "subscribe":
            self.listening(board_id)
        elif message["type"] == "message" and len(message["data"]) <= LONGEST:
            try:
                told = orjson.loads(message["data"])
            except orjson.JSONDecodeError:
                return
            if isinstance(told, dict) and isinstance(told.get("process"), str) and told["process"] != self.process:
                self.hear(board_id, told)
