"""A person's own: all that is kept about them as a file, and their seat erased."""
from __future__ import annotations

from typing import Any

import orjson
from flask import Response, request

from .. import access, audit, security
from ..app_parts import parts
from ..erasure import Erasure
from ..export.clean import filename
from ..exports import Kept
from ..forgetting import Forgotten
from ..own_data import read_own_data
from ..protocol import ParsedChange, Reason, Refused, is_record_id
from . import blueprint, json_response, take_seat
from .exports import disposition

ME = "me"
NOTES = {"keep": False, "delete": True}


@blueprint.get("/api/boards/<board_id>/seats/me/data")
def get_own_data(board_id: str) -> Response:
    seat = take_seat(board_id)
    found = parts().database.read(read_own_data, board_id, seat)
    response = Response(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n", mimetype="application/json")
    response.headers["Content-Disposition"] = disposition(filename(f"{found['board']['title']} - {seat['name']}", "json"))
    return response


@blueprint.delete("/api/boards/<board_id>/seats/<seat_id>")
def delete_seat(board_id: str, seat_id: str) -> Response:
    """One's own, or as a facilitator that of somebody who asked for it."""
    seat = take_seat(board_id, "viewer" if seat_id == ME else "facilitator")
    wish = request.args.get("notes", "")
    if wish not in NOTES or set(request.args) != {"notes"}:
        raise Refused(Reason.INVALID, field="notes")
    if seat_id != ME and not is_record_id(seat_id):
        raise Refused(Reason.NOT_FOUND)
    mine = seat_id in (ME, seat["id"])
    erased = seat["id"] if mine else seat_id
    _erase(board_id, Forgotten(erased, access.new_id(), delete=NOTES[wish], whole=mine), "" if mine else seat["id"])
    parts().put_out(board_id, erased)
    response = json_response({})
    if mine:
        security.forget_seat(response, board_id)
    return response


def _erase(board_id: str, forgotten: Forgotten, asked_by: str) -> None:
    """`asked_by`: the facilitator, "" for the person's own doing; nothing is left of who it was in either case."""
    erasure = Erasure(board_id, forgotten, [], by_other=bool(asked_by))
    told: list[Any] = [(audit.TABLE, audit.entry(board_id, asked_by, "erase", notes="deleted" if forgotten.delete else "kept"))]
    outcome = parts().queues.submit_and_wait(board_id, "", ParsedChange(f"erase-{access.new_id()}", []), timeout=60, act=erasure.act,
                                             beside=erasure.beside, inserts=told)
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), **{key: outcome[key] for key in ("field", "retry_after") if key in outcome})
    parts().database.empty_log()
    parts().concurrency.offload(Kept(parts().settings.data / "exports").remove, erasure.files)
