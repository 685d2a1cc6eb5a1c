"""The simplest client there can be: a snapshot and the steps that came after it. The browser's is core/apply.js."""
from __future__ import annotations

from typing import Any

from board import text
from hall import unpacked

Tables = dict[str, dict[str, dict[str, Any]]]


class Unfit(Exception):
    """A step that does not fit the records."""


def index(records: dict[str, list[dict[str, Any]]], own: dict[str, list[dict[str, Any]]] | None = None) -> Tables:
    """`own` takes the place of records of the same id."""
    tables: Tables = {name: {each["id"]: each for each in found} for name, found in records.items()}
    for name, found in (own or {}).items():
        tables.setdefault(name, {}).update((each["id"], each) for each in found)
    return tables


def apply_step(tables: Tables, step: list[Any]) -> None:
    verb, name = step[:2]
    table = tables.setdefault(name, {})
    if verb == "add":
        table[step[2]["id"]] = step[2]
        return
    if verb not in ("set", "remove", "text") or (verb == "text" and name != "note" and step[2] in table):
        raise Unfit("malformed")
    if step[2] not in table:
        raise Unfit("gone")
    record = table[step[2]]
    if verb == "set":
        table[step[2]] = {**record, **step[3]}
    elif verb == "remove":
        del table[step[2]]
    else:
        try:
            table[step[2]] = {**record, "text": text.apply(record["text"], text.check(step[4])), "text_rev": step[3]}
        except text.BadDelta:
            raise Unfit("invalid") from None


def after(records: dict[str, list[dict[str, Any]]], changes: list[dict[str, Any]]) -> Tables:
    """What somebody sees who had `records` and heard `changes`."""
    tables = index(records)
    for change in changes:
        for step in change["steps"]:
            apply_step(tables, step)
    return tables


class Screen:
    """What one person's browser shows: a snapshot, and every message that the socket heard since. Raises Unfit when a number
    is missing or a step does not fit."""

    def __init__(self, person: Any) -> None:
        self.person = person
        person.heard()
        self._came: list[dict[str, Any]] = []
        receive = person.socket.get_received

        def listen(*arguments: Any) -> list[dict[str, Any]]:
            """Whoever asks what came, it comes here too."""
            came = receive(*arguments)
            self._came += came
            return came
        person.socket.get_received = listen
        snapshot = person.snapshot()
        self.tables, self.last = index(snapshot["records"], snapshot["own"]), snapshot["seq"]

    def hears(self) -> Screen:
        self.person.socket.get_received()
        came, self._came = self._came, []
        for message in (unpacked(each["args"][0]) for each in came if each["name"] == "changes"):
            if message["after"] > self.last:
                raise Unfit("gap")
            for change in message["changes"]:
                if change["seq"] > self.last:
                    for step in change["steps"]:
                        self._apply(step)
            self.last = max(self.last, message["seq"])
        return self

    def shows(self, name: str, record_id: str) -> dict[str, Any] | None:
        return self.hears().tables.get(name, {}).get(record_id)

    def is_right(self) -> bool:
        """Whether somebody who loads the board anew sees the same (S8)."""
        self.hears()
        snapshot = self.person.snapshot()
        fresh = index(snapshot["records"], snapshot["own"])
        names = {*fresh, *self.tables}
        return self.last == snapshot["seq"] and all(fresh.get(name, {}) == self.tables.get(name, {}) for name in names)

    def _apply(self, step: list[Any]) -> None:
        """Mine stays mine when it comes without author (P4)."""
        if step[0] == "add" and step[2].get("seat") == "":
            held = self.tables.get(step[1], {}).get(step[2]["id"])
            if held and held["seat"] == self.person.seat:
                step = ["add", step[1], {**step[2], **{name: held[name] for name in ("seat", "association") if name in held}}]
        apply_step(self.tables, step)
