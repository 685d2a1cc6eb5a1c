"""Lists and figures for facilitators: what waits for moderation, how far a vote is, who takes part, suggestions for
clusters."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import Response, g
from sqlalchemy.engine import Connection

from ..app_parts import parts
from ..participation import read_participation
from ..protocol import Reason, Refused, is_record_id
from ..rows import TABLES
from ..suggesting import read_loose_notes
from . import blueprint, json_response, payload, take_seat


@blueprint.get("/api/boards/<board_id>/moderation")
def get_moderation(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response(parts().database.read(_moderation, board_id))


@blueprint.get("/api/boards/<board_id>/rounds/<round_id>/progress")
def get_progress(board_id: str, round_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response(parts().database.read(_progress, board_id, round_id))


@blueprint.get("/api/boards/<board_id>/participation")
def get_participation(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response(parts().database.read(read_participation, board_id))


@blueprint.post("/api/boards/<board_id>/suggestions")
def post_suggestions(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    given = payload()
    if not isinstance(given, dict) or set(given) - {"theme"}:
        raise Refused(Reason.MALFORMED)
    theme = given.get("theme")
    if theme is not None and not is_record_id(theme):
        raise Refused(Reason.INVALID, field="theme")
    notes = parts().database.read(read_loose_notes, board_id, theme)
    return json_response({"suggestions": parts().suggesting.suggest(notes, g.language)})


def _moderation(connection: Connection, board_id: str) -> dict[str, Any]:
    """Text without author, in an order that says nothing of when it was written."""
    notes, boards = TABLES["note"], TABLES["board"]
    moderate = connection.execute(sa.select(boards.c.moderate).where(boards.c.id == board_id)).scalar_one()
    fields = [notes.c[name] for name in ("id", "kind", "theme", "text", "language")]
    live = sa.and_(notes.c.board_id == board_id, notes.c.deleted_at.is_(None))
    private = sa.select(*fields).where(live, notes.c.private, notes.c.hidden == "").order_by(notes.c.id)
    hidden = sa.select(*fields, notes.c.hidden).where(live, notes.c.hidden != "").order_by(notes.c.id)
    if not moderate:
        hidden = hidden.where(~notes.c.private)
    return {"private": [dict(row) for row in connection.execute(private).mappings()] if moderate else [],
            "hidden": [dict(row) for row in connection.execute(hidden).mappings()]}


def _progress(connection: Connection, board_id: str, round_id: str) -> dict[str, int]:
    """How many may vote, have voted, and have finished: used all their votes or said that they are done."""
    rounds, votes, seats = (TABLES[name] for name in ("round", "vote", "seat"))
    allowed = connection.execute(sa.select(rounds.c.votes).where(
        rounds.c.board_id == board_id, rounds.c.id == round_id)).scalar_one_or_none()
    if allowed is None:
        raise Refused(Reason.NOT_FOUND)
    cast = {row.seat: row[1] for row in connection.execute(sa.select(votes.c.seat, sa.func.count()).where(
        votes.c.board_id == board_id, votes.c.round == round_id, ~votes.c.proxy).group_by(votes.c.seat))}
    people = connection.execute(sa.select(seats.c.id, seats.c.done_for).where(
        seats.c.board_id == board_id, seats.c.role == "participant", ~seats.c.blocked)).all()
    finished = {seat for seat, count in cast.items() if count >= allowed} | {row.id for row in people if row.done_for == round_id}
    return {"people": len({row.id for row in people} | set(cast)), "voted": len(cast), "finished": len(finished)}
