"""How much support a note or a cluster had in the votes, as phrases."""
from __future__ import annotations

from .model import Model, Record
from .words import Words


class Support:
    """Of the last closed round in which there were votes for it, as in the model's notes and clusters."""

    def __init__(self, model: Model, words: Words) -> None:
        self._words = words
        self._voted = {row["target"]: round_["associations"] for round_ in model["rounds"] for row in round_["rows"]}

    def phrases(self, record: Record) -> list[str]:
        """Of a note or a cluster of the model."""
        supporters = record.get("vote_associations", record.get("associations", 0))
        if not record["votes"]:
            return []
        phrases = [self._words("count.votes", count=record["votes"])]
        if record["proxy"]:
            phrases.append(self._words("count.proxy", count=record["proxy"]))
        return phrases + self.by_associations(supporters, self._voted.get(record["id"], 0))

    def by_associations(self, supporters: int, voted: int) -> list[str]:
        return [self._words("count.supported", count=supporters, of=max(voted, supporters))] if supporters else []
