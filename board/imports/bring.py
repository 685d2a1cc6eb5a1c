"""New records brought onto an open board by one change of the server's own, which can be undone like any other."""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..records import TYPES, Context
from ..records.answer import MAX_ANSWERS
from ..records.cluster import MAX_CLUSTERS
from ..records.round import MAX_ROUNDS
from ..records.theme import MAX_THEMES
from ..records.translation import MAX_TRANSLATIONS
from .plan import Record, Records, plan

MOST = {"theme": MAX_THEMES, "cluster": MAX_CLUSTERS, "answer": MAX_ANSWERS, "translation": MAX_TRANSLATIONS, "round": MAX_ROUNDS}


def bring(context: Context, rows: list[Record], round_title: str) -> Records:
    """Add what the rows say to the board as it is now; the records. Raises Refused: `closed` while notes are private (nobody
    would see them), `limit`, `invalid` with the field `rows` when none is left."""
    if not context.facilitates:
        raise Refused(Reason.FORBIDDEN)
    if context.board["archived"]:
        raise Refused(Reason.LOCKED)
    if context.board["private"]:
        raise Refused(Reason.CLOSED, field="private")
    work = context.work
    there = {"theme": work.themes(), "cluster": work.find("cluster"), "note": work.live("note")}
    rows = [row for row in rows if work.get("note", row.get("id", "")) is None]       # not twice, from two people at once
    found = plan(rows, there, context.now, round_title=round_title)
    if not found["note"]:
        raise Refused(Reason.INVALID, field="rows")
    for name, most in {**MOST, "note": context.limits["notes"]}.items():
        if found[name] and work.count(name) + len(found[name]) > most:
            raise Refused(Reason.LIMIT, field=f"{name}s", limit=most)
    for name in ("theme", "cluster", "note", "answer", "translation", "round"):
        for record in found[name]:
            work.put(name, record)
            context.send(["add", name, TYPES[name].view(record)])
    context.mark = "import"
    return found


def check_room(found: Records, max_notes: int) -> None:
    """The same bounds for a board that is made of the records. Raises Refused."""
    for name, most in {**MOST, "note": max_notes}.items():
        if len(found.get(name, ())) > most:
            raise Refused(Reason.LIMIT, field=f"{name}s", limit=most)
