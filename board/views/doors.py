"""Joining: what a link or code opens, and taking a seat."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import Response

from .. import access, audit, security
from ..app_parts import parts
from ..keeping.retention import kept_until
from ..models import Token
from ..protocol import ParsedChange, Reason, Refused, now
from ..records import TYPES, Context, view
from . import blueprint, json_response, payload, take_seat

PROFILE = ("name", "association", "country", "language", "role_title")


@blueprint.post("/api/door")
def post_door() -> Response:
    """What is behind this key or code: enough to greet with, nothing of the board's content."""
    given = _closed(payload(), {"key", "code", "board"})
    door = _open(given, given.get("board", ""))
    board_id = door.board["id"]
    return json_response({
        "board": board_id, "title": door.board["title"], "language": door.board["language"], "role": door.role,
        "associations": parts().database.read(access.associations, board_id), "seat": _seat_here(board_id)})


@blueprint.post("/api/boards/<board_id>/seats")
def post_seat(board_id: str) -> Response:
    given = _closed(payload(), {"key", "code", *PROFILE})
    door = _open(given, board_id)
    if door.board["id"] != board_id:
        raise Refused(Reason.NOT_FOUND)
    seat = _seat_here(board_id)
    profile = {name: TYPES["seat"].check(name, given[name]) for name in PROFILE if name in given}
    if seat is None:
        return _new_seat(board_id, door, profile)
    values = {name: value for name, value in profile.items() if seat[name] != value}
    role = access.greater_role(seat["role"], door.role)
    if role != seat["role"]:
        values["role"] = role
    if values:
        _commit(board_id, seat["id"], lambda context: _put(context, {**context.seat, **values}, ["set", "seat", seat["id"], values]),
                _recovered(door, seat["id"]) if "role" in values else ())
    token = security.seat_token(board_id)
    response = json_response({"seat": seat["id"], "role": role, "token": token})
    security.remember_seat(response, board_id, token)
    return response


@blueprint.post("/api/boards/<board_id>/seats/<seat_id>/remove")
def post_remove_seat(board_id: str, seat_id: str) -> Response:
    seat = take_seat(board_id, "facilitator")
    parts().database.write(audit.told, audit.entry(board_id, seat["id"], "remove", seat_id), access.remove_seat, board_id, seat_id)
    parts().put_out(board_id, seat_id)
    return json_response({})


@blueprint.get("/api/boards/<board_id>/me")
def get_me(board_id: str) -> Response:
    seat = take_seat(board_id)
    me: dict[str, Any] = {"seat": view("seat", seat), "role": seat["role"]}
    if seat["role"] != "viewer":
        me["code"] = parts().database.read(access.board_row, board_id)["code"]
    if seat["role"] == "facilitator":
        me["kept_until"] = parts().database.read(kept_until, board_id, parts().settings.keep_days)
    return json_response(me)


def _new_seat(board_id: str, door: access.Door, profile: dict[str, Any]) -> Response:
    role = door.role
    if "name" not in profile:
        raise Refused(Reason.INVALID, field="name")
    limit = parts().settings.max_seats
    if parts().database.read(access.count_seats, board_id) >= limit:
        raise Refused(Reason.LIMIT, limit=limit)
    seat = {"id": access.new_id(), "name": "", "association": "", "country": "", "language": "", "role_title": "",
            **profile, "role": role, "hand": False, "hand_at": "", "done_for": "", "blocked": False, "interpreter": False,
            "created_at": now()}
    token, row = access.new_token(board_id, seat["id"])
    _commit(board_id, seat["id"], lambda context: _put(context, seat, ["add", "seat", seat]),
            [(Token.__table__, row), *_recovered(door, seat["id"])])
    response = json_response({"seat": seat["id"], "role": role, "token": token}, 201)
    security.remember_seat(response, board_id, token)
    return response


def _recovered(door: access.Door, seat_id: str) -> list[tuple[Any, dict[str, Any]]]:
    """The entry for other facilitators that somebody came in by the recovery link."""
    return [(audit.TABLE, audit.entry(door.board["id"], seat_id, "recovery"))] if door.purpose == "recovery" else []


def _put(context: Context, seat: dict[str, Any], step: list[Any]) -> None:
    context.work.put("seat", seat)
    context.send(step)


def _commit(board_id: str, seat_id: str, act: Callable[[Context], None], inserts: Sequence[Any] = ()) -> None:
    change = ParsedChange("door-" + access.new_id(), [])
    outcome = parts().queues.submit_and_wait(board_id, seat_id, change, act=act, inserts=list(inserts))
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), retry_after=outcome.get("retry_after", 2))


def _open(given: dict[str, Any], board_id: str) -> access.Door:
    """The door, counting failed guesses of the device. Keys of 192 bits need no such limit but share the answer."""
    key, code = given.get("key", ""), given.get("code", "")
    if bool(key) == bool(code):
        raise Refused(Reason.MALFORMED)
    guesses, device = parts().guesses, security.device()
    guesses.require(device)
    try:
        return parts().database.read(access.open_door, key=key, code=code, board_id=board_id)
    except Refused:
        guesses.failed(device)
        raise


def _seat_here(board_id: str) -> dict[str, Any] | None:
    try:
        return view("seat", take_seat(board_id))
    except Refused as refused:
        if refused.reason == Reason.FORBIDDEN:      # this device's seat is blocked
            raise
        return None


def _closed(given: Any, names: set[str]) -> dict[str, Any]:
    """The body if it is an object of these names with texts of a sensible length."""
    if not isinstance(given, dict) or set(given) - names:
        raise Refused(Reason.MALFORMED)
    for name in ("key", "code", "board"):
        if name in given and (not isinstance(given[name], str) or len(given[name]) > 200):
            raise Refused(Reason.MALFORMED, field=name)
    return given
