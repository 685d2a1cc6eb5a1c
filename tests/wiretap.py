"""Everything that people receive, byte for byte, and what in it they must not know. Secrets are words that occur nowhere else."""
from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hall import Person, unpacked

WORD = re.compile(r"canary[a-z]+\d+x")
_numbers = itertools.count(1)


class Secrets:
    """Words, each with the names of those who may know it. A word stays known to whom it was shown while it was open."""

    def __init__(self) -> None:
        self.may: dict[str, set[str]] = {}
        self.authors: dict[str, str] = {}       # records whose author nobody else may know: id -> the author's seat
        self.deleters: dict[str, str] = {}      # notes of which nobody else may know who deleted them -> that seat
        self.unsigned: dict[str, str] = {}      # words in changes of which nobody else may know who made them -> that seat

    def word(self, what: str, *who: str) -> str:
        word = f"canary{what}{next(_numbers)}x"
        self.may[word] = set(who)
        return word

    def open(self, word: str, who: Iterable[str]) -> None:
        self.may[word] |= set(who)

    def sign_off(self, record: str, author: str) -> None:
        self.authors[record] = author

    def unsigned_word(self, author: str) -> str:
        word = f"unsigned{next(_numbers)}x"
        self.unsigned[word] = author
        return word

    def told(self, who: str, text: str) -> list[str]:
        """What this person must not have heard."""
        return sorted({word for word in WORD.findall(text) if who not in self.may[word]})

    def betrayed(self, seat: str, value: Any) -> Iterator[str]:
        """Where it can be told of something anonymous whose it is."""
        for each in _objects(value):
            author = self.authors.get(each.get("id", "")) if isinstance(each.get("id"), str) else None
            if author and author != seat and author in (each.get("seat"), each.get("deleted_by")):
                yield f"{each['id']} is said to be {author}'s"
            deleter = self.deleters.get(each["id"]) if isinstance(each.get("id"), str) else None
            if deleter and deleter != seat and deleter == each.get("deleted_by"):
                yield f"{each['id']} is said to be deleted by {deleter}"
            if "steps" in each:
                touched = {self.authors[record] for record in self.authors if f"'{record}'" in str(each["steps"])}
                touched |= {self.unsigned[word] for word in self.unsigned if word in str(each["steps"])}
                if touched and seat != each.get("seat") and (each.get("seat") or each.get("change_id")):
                    yield f"a change of what is anonymous is signed: {each['seat']} {each['change_id']}"


class Tap:
    """One person's line. `came` holds (what was asked, what came as text, the same parsed) since it was last looked at."""

    def __init__(self, name: str, person: Person) -> None:
        self.name, self.person = name, person
        self.came: list[tuple[str, str, Any]] = []
        self.asks = ""                     # what is not to be held against an answer that repeats it
        self._open, self._connects, self._emits = person.http.open, person.connects, person.emits
        person.http.open, person.connects, person.emits = self._asks, self._goes_online, self._says       # type: ignore[method-assign]
        if person.socket is not None:
            self._listen()

    def look(self) -> list[tuple[str, str, Any]]:
        if self.person.socket is not None:
            self._take(self.person.socket.queue)
            self.person.socket.queue = []
        came, self.came = self.came, []
        return came

    def _asks(self, *arguments: Any, **named: Any) -> Any:
        answer = self._open(*arguments, **named)
        body = answer.get_data()
        if answer.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        text = body.decode(errors="replace") + "\n" + str(answer.headers)
        path = arguments[0] if arguments and isinstance(arguments[0], str) else named.get("path", "?")
        self._note(f"{named.get('method', 'GET')} {path}", text, json.loads(body) if answer.mimetype == "application/json" else None)
        return answer

    def _says(self, event: str, payload: Any, *, ack: bool = False) -> Any:
        answer = self._emits(event, payload, ack=ack)
        if ack:
            self._note(f"answer to {event}", json.dumps(unpacked(answer)), unpacked(answer))
        return answer

    def _goes_online(self) -> None:
        if self.person.socket is not None:
            self._take(self.person.socket.queue)
        self._connects()
        self._listen()

    def _listen(self) -> None:
        socket = self.person.socket
        receive = socket.get_received

        def listen(*arguments: Any) -> Any:
            self._take(socket.queue)
            return receive(*arguments)
        socket.get_received = listen

    def _take(self, queue: list[Any]) -> None:
        for each in queue:
            message = unpacked(each["args"][0])
            self._note(f"event {each['name']}", json.dumps(message), message)

    def _note(self, what: str, text: str, parsed: Any) -> None:
        if self.asks:
            text = text.replace(self.asks, "")
        self.came.append((what, text, parsed))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each)


def leaks(secrets: Secrets, taps: Iterable[Tap], more: Callable[[Tap, Any], Iterator[str]] = lambda tap, value: iter(())) -> list[str]:
    """What came to people since the last look and should not have."""
    found = []
    for tap in taps:
        for what, text, parsed in tap.look():
            found += [f"{tap.name}, {what}: {word}" for word in secrets.told(tap.name, text)]
            if parsed is not None:
                found += [f"{tap.name}, {what}: {why}" for why in (*secrets.betrayed(tap.person.seat, parsed), *more(tap, parsed))]
    return found
