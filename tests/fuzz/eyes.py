"""What a seat may see of the truth (rules P1 to P6), said once more and simply: records in, records out, nothing remembered."""
from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from board.records import TYPES

from .records import Records, apply_step

UNKNOWN = {"named": "", "association": "name", "nobody": "all"}


class Truth:
    """Everything on a board, change by change, as it happened. Reactions remember whether they are anonymous."""

    def __init__(self, records: dict[str, list[dict[str, Any]]]) -> None:
        self.state: Records = {name: {each["id"]: dict(each) for each in records[name]} for name in TYPES}

    def happens(self, steps: list[Any]) -> None:
        for step in steps:
            known = step[:2] == ["add", "reaction"] and self.state["reaction"].get(step[2]["id"])
            apply_step(self.state, step)
            if step[:2] == ["add", "reaction"]:
                authors = next(iter(self.state["board"].values()))["authors"]
                self.state["reaction"][step[2]["id"]]["anonymous"] = known["anonymous"] if known else UNKNOWN[authors]

    def records(self) -> Records:
        """As they would be read from the database."""
        return copy.deepcopy(self.state)

    def seen_by(self, seat: str) -> Records:
        return {name: {record["id"]: record for record in self._seen(name, seat)} for name in TYPES}

    def _seen(self, name: str, seat: str) -> Iterator[dict[str, Any]]:
        for record in self.state[name].values():
            if name == "note":
                may = not record["private"] and not record["hidden"] or record["seat"] == seat
            elif name == "answer":
                ends = [self.state["note"].get(record[end]) for end in ("solution", "challenge")]
                may = all(note and not note["hidden"] and (not note["private"] or note["seat"] == seat) for note in ends)
            elif name in ("comment", "reaction", "translation"):
                note = self.state["note"].get(record["note"])
                may = bool(note) and not note["private"] and not note["hidden"]
            else:
                may = name != "vote" or record["seat"] == seat
            if may:
                yield self._without_author(name, record, seat)

    @staticmethod
    def _without_author(name: str, record: dict[str, Any], seat: str) -> dict[str, Any]:
        seen = {field: record[field] for field in TYPES[name].fields}
        if record.get("anonymous") and record["seat"] != seat:
            seen["seat"] = ""
            if record["anonymous"] == "all" and "association" in seen:
                seen["association"] = ""
        return seen
