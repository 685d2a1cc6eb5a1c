"""The form that collects notes before a session, and the tray they land in."""
from __future__ import annotations

from typing import Any

from flask import Response

from .. import access, security, tray
from ..app_parts import parts
from ..protocol import Reason, Refused, is_record_id, is_storable
from . import blueprint, json_response, payload, take_seat
from .imports import bring_rows
from .pages import _page


@blueprint.post("/api/boards/<board_id>/form")
def post_form(board_id: str) -> Response:
    """What the form asks: for who has its key."""
    board = _open(board_id, payload(), {"key"})
    themes = parts().database.read(access.read_themes, board_id)
    return json_response({"title": board["title"], "language": board["language"], "question": board["question"],
                          "associations": parts().database.read(access.associations, board_id),
                          "themes": [{name: each[name] for name in ("id", "title", "color", "sign")} for each in themes]})


@blueprint.post("/api/boards/<board_id>/form/notes")
def post_form_notes(board_id: str) -> Response:
    given = payload()
    _open(board_id, given, {"key", "notes", "language", "association"})
    themes = {each["id"] for each in parts().database.read(access.read_themes, board_id)}
    notes = tray.check({name: value for name, value in given.items() if name != "key"}, themes)
    parts().form_rates.require(board_id, security.device(), len(notes))
    return json_response(parts().database.write(tray.add, board_id, notes), 201)


@blueprint.post("/api/boards/<board_id>/form/take_back")
def post_form_take_back(board_id: str) -> Response:
    """Also when the form is closed by now: what one has written stays one's own until it is on the board."""
    given = payload()
    if not isinstance(given, dict) or set(given) != {"batch", "secret"} or not all(isinstance(each, str) for each in given.values()):
        raise Refused(Reason.MALFORMED)
    done = is_record_id(given["batch"]) and is_storable(given["secret"]) and parts().database.write(
        tray.take_back, board_id, given["batch"], given["secret"][:100])
    if not done:
        raise Refused(Reason.NOT_FOUND)
    return json_response({"taken_back": done})


@blueprint.get("/api/boards/<board_id>/tray")
def get_tray(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response({"notes": parts().database.read(tray.read_tray, board_id)})


@blueprint.post("/api/boards/<board_id>/tray/bring")
def post_tray_bring(board_id: str) -> Response:
    """Onto the board, as one change that can be undone."""
    seat = take_seat(board_id, "facilitator")
    found = parts().database.read(tray.read_tray, board_id, _ids(payload(1_000_000)))
    if not found:
        raise Refused(Reason.NOT_FOUND)
    authors = parts().database.read(access.board_row, board_id)["authors"]
    try:
        answer = bring_rows(board_id, seat["id"], tray.rows_of(found, authors))
    except Refused as refused:
        if refused.details.get("field") != "rows":      # they are all on the board by now
            raise
        raise Refused(Reason.NOT_FOUND) from None
    parts().database.write(tray.remove, board_id, [each["id"] for each in found])
    return json_response(answer, 201)


@blueprint.post("/api/boards/<board_id>/tray/remove")
def post_tray_remove(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response({"removed": parts().database.write(tray.remove, board_id, _ids(payload(1_000_000)))})


def _open(board_id: str, given: Any, names: set[str]) -> dict[str, Any]:
    """The board of the form, counting failed guesses of the device as at the other doors."""
    if not isinstance(given, dict) or set(given) - names or not isinstance(given.get("key"), str) or len(given["key"]) > 200:
        raise Refused(Reason.MALFORMED)
    guesses, device = parts().guesses, security.device()
    guesses.require(device)
    try:
        return parts().database.read(access.open_form, board_id, given["key"])
    except Refused as refused:
        if refused.reason == Reason.NOT_FOUND:
            guesses.failed(device)
        raise


def _ids(given: Any) -> list[str]:
    ids = given.get("ids") if isinstance(given, dict) and set(given) == {"ids"} else None
    if not isinstance(ids, list) or not all(map(is_record_id, ids)):
        raise Refused(Reason.MALFORMED)
    return ids


@blueprint.get("/form/<board_id>")
def form(board_id: str) -> Response:
    """For anybody: what is asked comes only with the key, which the address keeps from the server."""
    return _page("form.html", page={"board": board_id})
