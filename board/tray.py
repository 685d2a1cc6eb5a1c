"""The tray: what people sent through the form before the session, until a facilitator puts it on the board or throws it away.
Only facilitators see it, and people their own on the device they wrote it on."""
from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import access
from .models_beside import Contribution
from .protocol import Reason, Refused, now
from .records import TYPES

TRAY: sa.Table = Contribution.__table__     # type: ignore[assignment]
MOST_AT_ONCE = 50
MOST = 5_000            # in one tray
_NOTE = ("kind", "theme", "text")
Record = dict[str, Any]
UNKNOWN = {"named": "name", "association": "name", "nobody": "all"}     # nobody's name is asked


def check(given: Any, themes: set[str]) -> list[Record]:
    """`[{kind, theme, text, language, association}]` of `{notes: [{kind, theme, text}], language?, association?}`. Raises Refused
    naming the field, such as `notes[2].text`."""
    if not isinstance(given, dict) or set(given) - {"notes", "language", "association"} or not isinstance(given.get("notes"), list):
        raise Refused(Reason.MALFORMED)
    notes = given["notes"]
    if len(notes) > MOST_AT_ONCE:
        raise Refused(Reason.LIMIT, field="notes", limit=MOST_AT_ONCE)
    shared = {"language": TYPES["note"].check("language", given.get("language", "")),
              "association": TYPES["seat"].check("association", given.get("association", ""))}
    found = []
    for index, each in enumerate(notes):
        where = f"notes[{index}]"
        if not isinstance(each, dict) or set(each) != set(_NOTE):
            raise Refused(Reason.INVALID, field=where)
        try:
            note = {name: TYPES["note"].check(name, each[name]) for name in _NOTE}
        except Refused as refused:
            raise Refused(refused.reason, **{**refused.details, "field": f"{where}.{refused.details['field']}"}) from None
        if note["theme"] not in themes:
            raise Refused(Reason.INVALID, field=f"{where}.theme")
        if note["text"].strip():
            found.append({**note, "text": note["text"].strip(), **shared})
    if not found:
        raise Refused(Reason.INVALID, field="notes")
    return found


def add(connection: Connection, board_id: str, notes: list[Record]) -> Record:
    """What was sent together, as `{batch, secret}` with which it can be taken back. Raises Refused `limit`."""
    count = connection.execute(sa.select(sa.func.count()).select_from(TRAY).where(TRAY.c.board_id == board_id)).scalar_one()
    if count + len(notes) > MOST:
        raise Refused(Reason.LIMIT, limit=MOST)
    batch, secret = access.new_id(), secrets.token_urlsafe(18)
    at = now()
    connection.execute(TRAY.insert(), [
        {"board_id": board_id, "id": access.new_id(), "batch": batch, **note, "secret_hash": access.digest(secret), "created_at": at}
        for note in notes])
    return {"batch": batch, "secret": secret}


def take_back(connection: Connection, board_id: str, batch: str, secret: str) -> int:
    """How many were still in the tray and are gone now."""
    done = connection.execute(TRAY.delete().where(TRAY.c.board_id == board_id, TRAY.c.batch == batch,
                                                  TRAY.c.secret_hash == access.digest(secret)))
    return done.rowcount


def read_tray(connection: Connection, board_id: str, ids: list[str] | None = None) -> list[Record]:
    """What is in it, in the order it came; only these, when `ids` are given."""
    columns = [TRAY.c[name] for name in ("id", "batch", "kind", "theme", "text", "language", "association", "created_at")]
    found = [dict(row) for row in connection.execute(
        sa.select(*columns).where(TRAY.c.board_id == board_id).order_by(TRAY.c.created_at, TRAY.c.batch, TRAY.c.id)).mappings()]
    wanted = None if ids is None else set(ids)
    return [each for each in found if wanted is None or each["id"] in wanted]


def remove(connection: Connection, board_id: str, ids: list[str]) -> int:
    done = 0
    for start in range(0, len(ids), 500):
        part = ids[start:start + 500]
        done += connection.execute(TRAY.delete().where(TRAY.c.board_id == board_id, TRAY.c.id.in_(part))).rowcount
    return done


def rows_of(found: list[Record], authors: str) -> list[Record]:
    """As rows that can be brought in (see `imports.plan`). `authors`: the board's setting, which decides whether the association
    stays known."""
    how = UNKNOWN[authors]
    return [{"row": number, "id": each["id"], "text": each["text"], "kind": each["kind"], "theme": each["theme"], "cluster": "",
             "association": "" if how == "all" else each["association"], "language": each["language"], "sdgs": [], "status": "open",
             "answers": [], "votes": 0, "skip": "", "anonymous": how} for number, each in enumerate(found, 1)]
