"""A person's own: all that is kept about them as a file, and their seat erased."""
from __future__ import annotations

import orjson
from flask import Response, request

from .. import access, security
from ..app_parts import parts
from ..export.clean import filename
from ..forgetting import Forgotten
from ..keeping.erased import erase
from ..own_data import read_own_data
from ..protocol import Reason, Refused, is_record_id
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
    forgotten = Forgotten(erased, access.new_id(), delete=NOTES[wish], whole=mine)
    erase(parts(), board_id, forgotten, "" if mine else seat["id"])
    parts().put_out(board_id, erased)
    response = json_response({})
    if mine:
        security.forget_seat(response, board_id)
    return response
