"""Votes: dots in a round. Nobody but the caster is ever sent one; what counts is counted by the round."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right
from ..secrecy import is_open, only
from . import fields
from .fields import Field
from .note import TYPE as NOTE
from .type import Context, Record, RecordType

MAX_VOTES = 100_000
_VOTE = Right.VOTE_OWN.value


class VoteType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        context.require(Right.VOTE)
        record = self.check_new(given)
        if not record["proxy"] and "association" in given:
            raise Refused(Reason.INVALID, field="association")
        if record["proxy"] and not context.facilitates:
            raise Refused(Reason.FORBIDDEN)
        round_ = _open_round(context, record["round"])
        _require_target(context, round_, record["target"])
        if not record["proxy"]:
            _require_left(context, round_, record["target"])
            record["association"] = context.seat["association"]
        self.require_new(context, record["id"], MAX_VOTES)
        record["seat"] = context.seat["id"]
        context.work.put("vote", record)
        context.send(["add", "vote", record], only(record["seat"]))

    def set(self, context: Context, record_id: str, values: Record) -> None:
        self.find(context, record_id)
        raise Refused(Reason.INVALID, field=next(iter(values)))

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id)
        context.require(Right.VOTE_OWN, record)
        _open_round(context, record["round"])
        context.work.drop("vote", record_id)
        context.send(["remove", "vote", record_id], only(record["seat"]))

    def find(self, context: Context, record_id: str) -> Record:
        record = super().find(context, record_id)
        if record["seat"] != context.seat["id"]:
            raise Refused(Reason.NOT_FOUND, record=["vote", record_id])
        return record


TYPE = VoteType("vote", {
    "id": Field(fields.identifier, required=True),
    "round": Field(fields.identifier, _VOTE, required=True),
    "target": Field(fields.identifier, _VOTE, required=True),
    "proxy": Field(fields.boolean, _VOTE, default=False),
    "association": Field(fields.line(0, 60), _VOTE, default=""),
    "seat": Field(fields.theirs),
})


def _open_round(context: Context, round_id: str) -> Record:
    found = context.work.get("round", round_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND, record=["round", round_id])
    if found["state"] != "open":
        raise Refused(Reason.CLOSED, record=["round", round_id])
    return found


def _require_target(context: Context, round_: Record, target: str) -> None:
    """Raise Refused unless this is something to vote for in the round."""
    if round_["on"] == "clusters":
        found = context.work.get("cluster", target)
        if found is None:
            raise Refused(Reason.GONE, record=["cluster", target])
    else:
        found = NOTE.find(context, target)
        if not is_open(found) or found["merged_into"] or round_["kinds"] and found["kind"] not in round_["kinds"]:
            raise Refused(Reason.INVALID, field="target")
    if round_["themes"] and found["theme"] not in round_["themes"]:
        raise Refused(Reason.INVALID, field="target")


def _require_left(context: Context, round_: Record, target: str) -> None:
    mine = [each for each in context.work.find("vote", round=round_["id"], seat=context.seat["id"]) if not each["proxy"]]
    if len(mine) >= round_["votes"]:
        raise Refused(Reason.LIMIT, field="round", limit=round_["votes"])
    if round_["most"] and sum(each["target"] == target for each in mine) >= round_["most"]:
        raise Refused(Reason.LIMIT, field="target", limit=round_["most"])
