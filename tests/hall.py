"""A workshop hall for tests: boards, people and what they do, in the words of the product."""
from __future__ import annotations

import base64
import gzip
import itertools
import json
from typing import Any

from board import socketio_of

_numbers = itertools.count(1)


def unpacked(message: Any) -> Any:
    """A message with its long list of changes as a list (PROTOCOL.md, S10)."""
    if not isinstance(message, dict) or "packed" not in message:
        return message
    rest = {name: value for name, value in message.items() if name != "packed"}
    return {**rest, "changes": json.loads(gzip.decompress(base64.b64decode(message["packed"])))}


class Hall:
    """An application with its boards. Everything happens at once, on the test's own thread."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.parts = app.extensions["board"]

    def http(self) -> Any:
        return self.app.test_client()

    def makes_board(self, title: str = "Getting our reviews ready", **more: Any) -> BoardInHall:
        answer = self.http().post("/api/boards", json={"title": title, **more})
        assert answer.status_code == 201, answer.json
        return BoardInHall(self, answer.json)

    def imports_board(self, file: dict[str, Any]) -> BoardInHall:
        answer = self.http().post("/api/boards/import", data=json.dumps(file), content_type="application/json")
        assert answer.status_code == 201, answer.json
        return BoardInHall(self, answer.json)


class BoardInHall:
    def __init__(self, hall: Hall, made: dict[str, Any]) -> None:
        self.hall, self.id, self.code, self.links = hall, made["board"], made["code"], made["links"]

    def key(self, purpose: str) -> str:
        return self.links[purpose].split("#")[1]

    def seats(self, name: str, association: str = "UNGL", *, role: str = "participant", joins: bool = True) -> Person:
        http = self.hall.http()
        answer = http.post(f"/api/boards/{self.id}/seats", json={"key": self.key(role), "name": name, "association": association})
        assert answer.status_code == 201, answer.json
        person = Person(self, http, answer.json)
        if joins:
            person.joins()
        return person


class Person:
    """Somebody with a seat: an HTTP client with its cookie, and a socket."""

    def __init__(self, board: BoardInHall, http: Any, made: dict[str, Any]) -> None:
        self.board, self.http = board, http
        self.seat, self.token, self.role = made["seat"], made["token"], made["role"]
        self.socket: Any = None

    def connects(self) -> None:
        self.socket = socketio_of(self.board.hall.app).test_client(self.board.hall.app, auth={"token": self.token})

    def joins(self, since: int | None = None, *, low: bool | None = None) -> dict[str, Any]:
        if self.socket is None or not self.socket.is_connected():
            self.connects()
        answer = self.emits("join", {"board": self.board.id, **({} if since is None else {"since": since}),
                                     **({} if low is None else {"low": low})}, ack=True)
        assert answer["ok"], answer
        self.heard()
        return answer

    def leaves(self) -> None:
        self.socket.disconnect()

    def emits(self, event: str, payload: Any, *, ack: bool = False) -> Any:
        return self.socket.emit(event, payload, callback=ack)

    def heard(self, event: str | None = None) -> list[Any]:
        """What came since last asked: `[(event, message)]`, or the messages of one event."""
        got = [(each["name"], unpacked(each["args"][0])) for each in self.socket.get_received()]
        return [message for name, message in got if name == event] if event else got

    def changes(self, *steps: Any, change_id: str | None = None) -> dict[str, Any]:
        """Send a change over the socket; its outcome as the author learns it."""
        change_id = change_id or f"c{next(_numbers)}"
        self.socket.get_received()
        self.emits("change", {"change_id": change_id, "steps": list(steps)})
        for name, message in self.heard():
            if name == "changes":
                for change in message["changes"]:
                    if change["change_id"] == change_id:
                        return {"ok": True, **change}
            if name == "outcome" and message["change_id"] == change_id:
                return message
        raise AssertionError("no answer")

    def adds_note(self, text: str = "", **fields: Any) -> dict[str, Any]:
        """The note as it was added."""
        given = {"id": f"n{next(_numbers)}", "kind": "challenge", "theme": "data", "text": text, **fields}
        outcome = self.changes(["add", "note", given])
        assert outcome["ok"], outcome
        return outcome["steps"][0][2]

    def get(self, path: str, **more: Any) -> Any:
        return self.http.get(f"/api/boards/{self.board.id}/{path}", **more)

    def post(self, path: str, **more: Any) -> Any:
        return self.http.post(f"/api/boards/{self.board.id}/{path}", **more)

    def snapshot(self) -> dict[str, Any]:
        return self.get("snapshot").json

    def sees_note(self, note_id: str) -> dict[str, Any] | None:
        return next((note for note in self.snapshot()["records"]["note"] if note["id"] == note_id), None)


def does(person: Person, *steps: Any) -> dict[str, Any]:
    """A change that has to be accepted."""
    outcome = person.changes(*steps)
    assert outcome["ok"], outcome
    return outcome
