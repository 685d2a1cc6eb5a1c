"""The Socket.IO events: parse, check the pace, queue; every event gets an answer. No rules about records live here.

Handlers are registered on the library's own server, without a Flask request around each event, which costs half.
"""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

import sqlalchemy as sa
from flask_socketio import SocketIO
from sqlalchemy.exc import SQLAlchemyError

from . import access, logs, metrics, wire
from .app_parts import Parts
from .broadcast import Broadcast, listed, seat_room
from .low_data import LowData
from .presence import clean_signal
from .processes import Here, Processes
from .protocol import NOT_REMEMBERED, ParsedChange, Reason, Refused, is_storable, is_whole, now, parse_change
from .rates import Bucket
from .sync import BOARDS, Submission, changes_since
from .watch import Watch, count_private

log = logging.getLogger(__name__)
HEARTBEAT = 5.0
SIGNALS_A_SECOND = 40
REFUSALS_A_SECOND, REFUSALS_AT_ONCE = 100, 200     # of one connection; beyond that it is read more slowly
TIME_TO_RETRY = 5.0     # seconds; a client that gave a change up must not wait longer for its next
MOST_SENT_BACK = 1000
_SETTINGS = sa.select(BOARDS.c.private, BOARDS.c.authors, BOARDS.c.leader, BOARDS.c.seq).where(BOARDS.c.id == sa.bindparam("board"))
EVENTS = ("connect", "disconnect", "join", "change", "signal", wire.MALFORMED_EVENT)


@dataclass
class Line:
    """Keeps a client's changes in their order (S9) when one has to be sent again: what the client had sent behind it
    before it heard of that is answered alike, until the client begins again or has had the time to."""
    sent_back: set[str] = field(default_factory=set)
    answer: dict[str, Any] = field(default_factory=dict)
    until: float = 0.0

    def stop(self, change_id: str, outcome: dict[str, Any]) -> None:
        """`change_id` was answered "try again"."""
        if not self.sent_back:
            self.answer = {name: outcome[name] for name in ("reason", "retry_after") if name in outcome}
            self.until = time.monotonic() + TIME_TO_RETRY
        if len(self.sent_back) < MOST_SENT_BACK:
            self.sent_back.add(change_id)

    def require(self, change_id: str) -> None:
        """Raise Refused when the change is behind one that has to come first."""
        if self.sent_back and change_id not in self.sent_back and time.monotonic() < self.until:
            # Soon, not when the first one may come: a client that knows this one to be independent need not wait for it.
            raise Refused(Reason(self.answer["reason"]), retry_after=min(1, self.answer.get("retry_after", 1)))
        self.sent_back.clear()


@dataclass
class Connection:
    """One open socket: the tokens it showed, and the seat it took with `join`."""
    tokens: dict[str, str]          # board -> token, "" -> the one given in `auth`
    board_id: str = ""
    seat_id: str = ""
    line: Line = field(default_factory=Line)
    signals: Bucket = field(default_factory=lambda: Bucket(SIGNALS_A_SECOND, SIGNALS_A_SECOND))
    refusals: Bucket = field(default_factory=lambda: Bucket(REFUSALS_A_SECOND, REFUSALS_AT_ONCE))


class Sockets:
    def __init__(self, socketio: SocketIO, parts: Parts) -> None:
        self._socketio, self._parts = socketio, parts
        self._connections: dict[str, Connection] = {}
        for event in EVENTS:
            socketio.server.on(event, getattr(self, f"on_{event}"))
        self._broadcast = Broadcast(parts.concurrency, self.send)
        self._low_data = LowData(parts.concurrency, self.send_one)
        self._watch = Watch(parts, self.send, self.put_out)
        self.processes = Processes(parts, Here(self.publish, self._announce, self._watch.remember, self.put_out, self._come_again))
        parts.queues.publish = self.committed
        parts.send, parts.put_out = self.send, self.processes.put_out

    def start(self) -> None:
        """Begin what is done again and again."""
        self.processes.start()
        self._parts.concurrency.spawn(self.beat)

    def committed(self, board_id: str, changes: list[dict[str, Any]]) -> None:
        """Changes that this process has committed: sent after those of other processes before them."""
        self.processes.own(board_id, changes)
        self._watch.count(board_id, changes)

    def publish(self, board_id: str, changes: list[dict[str, Any]]) -> None:
        """Committed changes, ours or another process's, go to everybody, and their consequences follow."""
        self._broadcast.publish(board_id, changes)
        self._watch.follow(board_id, changes)

    def send(self, board_id: str, event: str, message: Any) -> None:
        self._low_data.hear(board_id, event, message)
        wire.send(self._socketio, event, message, to=board_id)

    def send_one(self, connection_id: str, event: str, message: Any) -> None:
        wire.send(self._socketio, event, message, to=connection_id)

    def on_connect(self, connection_id: str, environ: dict[str, Any], auth: Any = None) -> None:
        tokens = _cookie_tokens(environ)
        if isinstance(auth, dict) and isinstance(auth.get("token"), str):
            tokens[""] = auth["token"]
        self._connections[connection_id] = Connection(tokens)

    def on_disconnect(self, connection_id: str, *_reason: Any) -> None:
        connection = self._connections.pop(connection_id, None)
        if connection and connection.seat_id:
            self._low_data.leave(connection.board_id, connection_id)
            self._parts.presence.leave(connection.board_id, connection.seat_id, connection_id)

    def on_join(self, connection_id: str, payload: Any = None, *_more: Any) -> dict[str, Any]:
        answer = _answered(lambda: self._join(connection_id, payload))
        metrics.joins.labels(answer.get("reason") or ("reload" if "reload" in answer else "caught_up")).inc()
        if not answer["ok"]:
            self._slow_down(connection_id)
        return answer

    def on_change(self, connection_id: str, payload: Any = None, *_more: Any) -> None:
        """Check the shape and queue; the outcome comes after the commit."""
        change_id = payload.get("change_id") if isinstance(payload, dict) else None
        change_id = change_id if isinstance(change_id, str) and is_storable(change_id) else None
        connection = self._connections.get(connection_id)

        def about() -> dict[str, Any]:
            return logs.fields(board=connection and connection.board_id, change_id=change_id)
        answer = _answered(lambda: self._change(connection_id, payload), about)
        if not answer["ok"]:
            metrics.changes.labels(answer["reason"]).inc()
            log.debug("refused: %s", answer["reason"], extra=about())
            if change_id and connection and answer["reason"] in NOT_REMEMBERED:
                connection.line.stop(change_id, answer)
            wire.send(self._socketio, "outcome", {"change_id": change_id, **answer}, to=connection_id)
            self._slow_down(connection_id)

    def on_signal(self, connection_id: str, payload: Any = None, *_more: Any) -> None:
        connection = self._connections.get(connection_id)
        if connection is None or not connection.seat_id or connection.signals.take():
            return
        signal = clean_signal(payload)
        if signal is not None:
            self._parts.presence.signal(connection.board_id, connection.seat_id, signal)

    def on_malformed(self, connection_id: str, *_payload: Any) -> dict[str, Any]:
        """What was no JSON at all, see `wire.Json`."""
        outcome = {"change_id": None, "ok": False, "reason": Reason.MALFORMED.value}
        wire.send(self._socketio, "outcome", outcome, to=connection_id)
        self._slow_down(connection_id)
        return outcome

    def heartbeat(self) -> None:
        """Tell every board in use its number, so that nobody stays behind unknowingly; drop who reads no more."""
        wire.drop_slow(self._socketio)
        try:
            self.processes.feed.poll()
        finally:        # what was sent is true also when the database does not answer
            for board_id in self._parts.presence.boards():
                self.processes.feed.tell(board_id, self._announce)

    def _announce(self, board_id: str, seq: int) -> None:
        """Everybody's number, after all that was held back below it."""
        self._broadcast.flush(board_id)
        self.send(board_id, "changes", {"after": seq, "seq": seq, "changes": [], "now": now()})

    def beat(self) -> None:
        """The heartbeat's loop."""
        while True:
            self._parts.concurrency.sleep(HEARTBEAT)
            try:
                self.heartbeat()
            except Exception as error:     # an unwell database must not stop the heart
                log.warning("no heartbeat: %s", type(error).__name__)

    def _join(self, connection_id: str, payload: Any) -> dict[str, Any]:
        if not isinstance(payload, dict) or set(payload) - {"board", "since", "low"} or not isinstance(payload.get("board"), str):
            raise Refused(Reason.MALFORMED)
        since, board_id, low = payload.get("since"), payload["board"], payload.get("low", False)
        if not isinstance(low, bool):
            raise Refused(Reason.MALFORMED, field="low")
        if since is not None and (not is_whole(since) or since < 0):
            raise Refused(Reason.MALFORMED, field="since")
        connection = self._connections.get(connection_id)
        if connection is None:
            raise Refused(Reason.NOT_FOUND)
        token = connection.tokens.get("") or connection.tokens.get(board_id, "")
        seat = self._parts.database.read(access.take_seat, board_id, token)
        if connection.seat_id and (connection.board_id, connection.seat_id) != (board_id, seat["id"]):
            raise Refused(Reason.FORBIDDEN)     # one connection, one board
        self.processes.open(board_id)
        # Into the rooms first, then read: what is committed in between comes twice rather than never. The seat's own
        # before the board's: whoever hears what everybody does takes it for all that there is.
        rooms = (seat_room(board_id, seat["id"]),) if low else (seat_room(board_id, seat["id"]), board_id)
        self._low_data.leave(board_id, connection_id)
        try:
            if low:
                self._socketio.server.leave_room(connection_id, board_id)
                self._low_data.enter(board_id, connection_id, seat["id"])
            for room in rooms:
                self._socketio.server.enter_room(connection_id, room)
            caught_up = self._parts.database.read(_catch_up, board_id, since, seat["id"])
            if connection_id not in self._connections:      # gone meanwhile
                raise Refused(Reason.NOT_FOUND)
        except BaseException:
            self._low_data.leave(board_id, connection_id)
            for room in rooms:
                self._socketio.server.leave_room(connection_id, room)
            raise
        connection.board_id, connection.seat_id = board_id, seat["id"]
        self._parts.presence.enter(board_id, seat["id"], connection_id)
        self._watch.remember(board_id, caught_up.pop("board"))
        return {"seat": seat["id"], "role": seat["role"], "here": self.processes.neighbours.here(board_id), "now": now(), **caught_up}

    def put_out(self, board_id: str, seat_id: str) -> None:
        """Close a seat's connections for good."""
        gone = [each for each, connection in self._connections.items()
                if (connection.board_id, connection.seat_id) == (board_id, seat_id)]
        for connection_id in gone:
            wire.send(self._socketio, "notice", {"kind": "put_out"}, to=connection_id)
            self._socketio.server.disconnect(connection_id)

    def _come_again(self, board_id: str) -> None:
        """Close everybody's connection so that they come back and fetch the board anew."""
        for connection_id, connection in list(self._connections.items()):
            if connection.board_id == board_id:
                wire.close(self._socketio, connection_id)

    def _slow_down(self, connection_id: str) -> None:
        """Who sends much that is refused waits: nothing more is read from that connection meanwhile, and nobody else is
        held up by it."""
        connection = self._connections.get(connection_id)
        if connection is not None and (wait := connection.refusals.take()):
            self._parts.concurrency.sleep(wait)

    def _change(self, connection_id: str, payload: Any) -> dict[str, Any]:
        change = parse_change(payload)
        connection = self._connections.get(connection_id)
        if connection is None or not connection.seat_id:
            raise Refused(Reason.NOT_FOUND)
        connection.line.require(change.change_id)
        self._parts.rates.require(connection.board_id, connection.seat_id, new_notes(change))

        def answer(outcome: dict[str, Any]) -> None:
            repeat = outcome.pop("repeat", False)
            if outcome.get("reason") in NOT_REMEMBERED:
                connection.line.stop(change.change_id, outcome)
            if repeat or not outcome["ok"]:
                wire.send(self._socketio, "outcome", outcome, to=connection_id)
        self._parts.queues.submit(connection.board_id, Submission(connection.seat_id, change.change_id, change.steps, answer))
        return {}


def new_notes(change: ParsedChange) -> int:
    return sum(1 for step in change.steps if step[0] == "add" and step[1] == "note")


def _answered(work: Callable[[], dict[str, Any]], about: Callable[[], dict[str, Any] | None] = lambda: None) -> dict[str, Any]:
    """`about`: for the lines of the log, of which there are few."""
    try:
        return {"ok": True, **work()}
    except Refused as refused:
        return {"ok": False, **refused.answer()}
    except SQLAlchemyError as error:
        log.error("the database did not answer: %s", logs.sort_of(error), extra=about())
        return {"ok": False, "reason": Reason.STORAGE.value, "retry_after": 2}
    except Exception:
        log.exception("an event failed", extra=about())
        return {"ok": False, "reason": Reason.UNAVAILABLE.value, "retry_after": 5}


def _catch_up(connection: Any, board_id: str, since: int | None, seat_id: str) -> dict[str, Any]:
    board = connection.execute(_SETTINGS, {"board": board_id}).mappings().one()
    more = {"board": board, "private": count_private(connection, board_id) if board["private"] else {}}
    try:
        if since is not None:
            found = changes_since(connection, board_id, since, seat_id)
            return {"seq": found["seq"], **listed(found["changes"]), **more}
    except Refused:
        pass
    return {"seq": board["seq"], "reload": True, **more}


def _cookie_tokens(environ: dict[str, Any]) -> dict[str, str]:
    from .security import cookie_board
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return {}
    found = ((cookie_board(name), morsel.value) for name, morsel in cookies.items())
    return {board: token for board, token in found if board}
