"""Rounds: voting sessions. Results are counted when a round closes, or as it goes when it is live."""
from __future__ import annotations

from typing import Any

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import is_open
from ..working_set import WorkingSet
from . import fields
from .fields import Field
from .type import Context, Record, RecordType

MAX_ROUNDS = 100
_CHANGE = Right.ROUND_CHANGE.value
_DRAFT_ONLY = ("votes", "most", "on", "kinds", "themes")


class RoundType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.ROUND_CHANGE)
        record = self.check_new(given)
        self.require_new(context, record["id"], MAX_ROUNDS)
        record.update(results=None, opened_at="", closed_at="", created_at=context.now)
        self._turn(context, record, "draft")
        context.work.put("round", record)
        context.send(["add", "round", record])

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        fixed = [name for name in _DRAFT_ONLY if name in clean and clean[name] != record[name]]
        if fixed and record["state"] != "draft":
            raise Refused(Reason.CLOSED, field=fixed[0])
        after = {**record, **clean}
        self._turn(context, after, record["state"])
        context.work.put("round", after)
        context.send(["set", "round", record["id"], {name: value for name, value in after.items()
                                                     if name in clean or value != record[name]}])

    def remove(self, context: Context, record_id: str) -> None:
        context.require(Right.ROUND_CHANGE)
        self.find(context, record_id)
        for vote in context.work.find("vote", round=record_id):
            context.work.drop("vote", vote["id"])
            context.send(["remove", "vote", vote["id"]], "=" + vote["seat"])
        context.work.drop("round", record_id)
        context.send(["remove", "round", record_id])

    def _turn(self, context: Context, record: Record, was: str) -> None:
        """Fill in what follows from the state the round turns to. One round is open at a time."""
        state = record["state"]
        if state == "draft" and was != "draft" and context.work.find("vote", round=record["id"]):
            raise Refused(Reason.INVALID, field="state")
        if state == "open" and was != "open":
            if any(each["state"] == "open" and each["id"] != record["id"] for each in context.work.find("round")):
                raise Refused(Reason.INVALID, field="state")
            record.update(opened_at=context.now, closed_at="")
        if state == "closed" and was != "closed":
            record["closed_at"] = context.now
        if not state == was == "closed":    # what was counted stays, also where the votes are no longer, or never were
            shown = state == "closed" or state == "open" and record["live"]
            record["results"] = count(context.work, record) if shown else None


TYPE = RoundType("round", {
    "id": Field(fields.identifier, required=True),
    "title": Field(fields.line(1, 80), _CHANGE, required=True),
    "votes": Field(fields.between(1, 99), _CHANGE, default=5),
    "most": Field(fields.between(0, 99), _CHANGE, default=0),
    "on": Field(fields.one_of("notes", "clusters"), _CHANGE, default="notes"),
    "kinds": Field(fields.choices("challenge", "solution"), _CHANGE, default=[]),
    "themes": Field(fields.identifiers(20), _CHANGE, default=[]),
    "live": Field(fields.boolean, _CHANGE, default=False),
    "state": Field(fields.one_of("draft", "open", "closed"), _CHANGE, default="draft"),
    "results": Field(fields.theirs),
    "opened_at": Field(fields.theirs),
    "closed_at": Field(fields.theirs),
    "created_at": Field(fields.theirs),
})


def count(work: WorkingSet, record: Record) -> dict[str, Any]:
    """The round's results as PROTOCOL.md has them. A merged note's votes are its root's; what is gone or hidden is left
    out. A proxy vote counts for the association it was cast for."""
    votes = work.find("vote", round=record["id"])
    tallies: dict[str, dict[str, Any]] = {}
    everybody: set[str] = set()
    for vote in votes:
        target = _counted_for(work, record["on"], vote["target"])
        if target is None:
            continue
        tally = tallies.setdefault(target, {"votes": 0, "proxy": 0, "associations": set()})
        tally["proxy" if vote["proxy"] else "votes"] += 1
        if vote["association"]:
            tally["associations"].add(vote["association"])
            everybody.add(vote["association"])
    targets = [[target, tally["votes"], tally["proxy"], len(tally["associations"])] for target, tally in tallies.items()]
    targets.sort(key=lambda each: (-each[1] - each[2], -each[3], each[0]))
    return {"voters": len({vote["seat"] for vote in votes if not vote["proxy"]}), "associations": len(everybody), "targets": targets}


def _counted_for(work: WorkingSet, on: str, target: str) -> str | None:
    if on == "clusters":
        return target if work.get("cluster", target) else None
    note = work.get("note", target)
    if not is_open(note):
        return None
    root = work.get("note", note["merged_into"])     # type: ignore[index]
    return root["id"] if root is not None and is_open(root) else target
