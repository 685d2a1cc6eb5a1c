"""What a link or code opens, and taking a seat."""
from __future__ import annotations

from .records import FIELDS, role
from .words import answer, board_id, closed, either, listed, operation, or_null, record_id, ref, text, time_or_none, wish

_key = {"key": text(200, 1)}
_code = {"code": text(200, 1)}
_profile = {name: FIELDS["seat"][name] for name in ("name", "association", "country", "language", "role_title")}
_seat = closed({"seat": record_id, "role": role, "token": text(200, 1)})
PATHS = {
    "/api/door": {"post": operation(
        "What is behind a key or code: enough to greet with.",
        {200: answer("The board, and this device's seat on it.", closed({
            "board": board_id, "title": text(120), "language": text(30), "role": role, "associations": listed(text(60)),
            "seat": or_null(ref("Seat"))}))},
        body=either(wish(_key, {"board": text(200)}), wish(_code, {"board": text(200)})), refused=(404, 429))},
    "/api/boards/{board_id}/seats": {"post": operation(
        "Take a seat, or come back to it with a greater role.",
        {201: answer("A new seat; the cookie is set too.", _seat), 200: answer("The seat this device had.", _seat)},
        body=either(wish({**_key, "name": _profile["name"]}, _profile), wish({**_code, "name": _profile["name"]}, _profile)),
        refused=(404, 429))},
    "/api/boards/{board_id}/seats/{seat_id}/remove": {"post": operation(
        "Put somebody out; they may come back with a link as somebody new.", {200: answer("Done.", closed({}))}, who="facilitator",
        refused=(400,))},
    "/api/boards/{board_id}/me": {"get": operation(
        "One's own seat.", {200: answer("The seat; the code too, unless it is a viewer's.",
                                        closed({"seat": ref("Seat"), "role": role, "code": text(8, 8), "kept_until": time_or_none},
                                               ("code", "kept_until")))}, who="viewer")},
}
