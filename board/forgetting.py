"""A seat taken out of what is remembered: steps of old changes and whole records rewritten so that they say nothing of it. Pure."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .secrecy import NOBODY, Step, Tag, only

Record = dict[str, Any]
WRITTEN = ("note", "comment", "reaction", "translation", "vote")       # types of records that say whose they are
HANGING = {"answer": ("solution", "challenge"), "comment": ("note",), "reaction": ("note",), "translation": ("note",)}


@dataclass
class Forgotten:
    """Who is forgotten, and by type which records go with it. What stays says nothing of the seat any more; votes, which are
    counted by person, say `stand_in` instead. `whole`: everything it wrote goes, not only what had a name to it."""
    seat: str
    stand_in: str
    delete: bool
    whole: bool
    gone: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in (*WRITTEN, "answer")})

    def goes(self, name: str, record: Record) -> bool:
        """Whether a record of the seat's own goes. A reaction is nothing without who gave it."""
        named = not record.get("anonymous")
        if name == "reaction":
            return named or self.delete and self.whole
        return name != "vote" and self.delete and (self.whole or named)

    def learn(self, steps: Iterable[tuple[Step, Tag]]) -> None:
        """Note which records of an old change go: the seat's own, and what hangs on them. In the order they were made."""
        for step, tag in steps:
            if step[0] == "add":
                how = {"anonymous": "name"} if step[1] == "reaction" and tag == only(self.seat) else {}     # no field of its own says so
                self.learn_record(step[1], {**step[2], **how})

    def learn_record(self, name: str, record: Record) -> None:
        if name in WRITTEN and record.get("seat") == self.seat and self.goes(name, record):
            self.gone[name].add(record["id"])
        if any(record[end] in self.gone["note"] for end in HANGING.get(name, ())):
            self.gone[name].add(record["id"])

    def steps(self, steps: Iterable[tuple[Step, Tag]]) -> list[tuple[Step, Tag]]:
        """What is left of a change."""
        left = []
        for step, tag in steps:
            name, record_id = step[1], step[2]["id"] if step[0] == "add" else step[2]
            if name == "seat" and record_id == self.seat or record_id in self.gone.get(name, ()):
                continue
            if step[0] == "add":
                step = ["add", name, self.record(name, step[2])]
            elif step[0] == "set":
                step = ["set", name, record_id, self._values(name, step[3])]
            left.append((step, NOBODY if tag == only(self.seat) else tag))
        return left

    def records(self, found: dict[str, list[Record]]) -> dict[str, list[Record]]:
        """What is left of all records, as the history begins with them."""
        return {name: [self.record(name, each) for each in records
                       if each["id"] not in self.gone.get(name, ()) and (name, each["id"]) != ("seat", self.seat)]
                for name, records in found.items()}

    def record(self, name: str, record: Record) -> Record:
        """The record without the seat. What had its name has nobody's now, like what was brought from a file (F3)."""
        left = self._values(name, record)
        if name not in WRITTEN or record.get("seat") != self.seat:
            return left
        if name in ("vote", "reaction"):
            return {**left, "seat": record["id"] if name == "reaction" else "" if record["proxy"] else self.stand_in}
        how = record.get("anonymous") or "name"
        unnamed = {**left, "seat": "", "anonymous": how}
        return {**unnamed, "association": ""} if how == "all" and "association" in left else unnamed

    def _values(self, name: str, values: Record) -> Record:
        """Fields that name the seat, or a note that goes."""
        changed: Record = {}
        if values.get("merged_into") in self.gone["note"]:
            changed["merged_into"] = ""
        if values.get("deleted_by") == self.seat:
            changed["deleted_by"] = ""
        if name == "board":
            if values.get("leader") == self.seat:
                changed["leader"] = ""
            changed.update({part: None for part in ("bring", "stage") if (values.get(part) or {}).get("seat") == self.seat})
        return {**values, **changed} if changed else values
