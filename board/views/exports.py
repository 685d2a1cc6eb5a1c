"""Files to take home: at once, or made while the person goes on, with the last ones to look up."""
from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import quote

from flask import Response, g, request

from .. import audit, exports
from ..app_parts import parts
from ..export.formats import FORMATS
from ..export.part import counted
from ..export.wish import Wish, parse
from ..export.words import Words
from ..protocol import Reason, Refused
from . import blueprint, json_response, payload, take_seat

MOST_OF_ONE = 5         # waiting files of one seat
_FLAGS = {"0": False, "1": True}
_waiting: dict[tuple[str, str], int] = {}


@blueprint.get("/api/boards/<board_id>/export/<name>")
def get_export(board_id: str, name: str) -> Response:
    """For programs and plain links: the file as the answer."""
    seat = take_seat(board_id)
    if name not in FORMATS:
        raise Refused(Reason.NOT_FOUND)
    given: dict[str, Any] = {"format": name, **{key: request.args[key] for key in ("language", "separator", "theme", "association")
                                                if key in request.args}}
    for key in ("names", "comments", "series"):
        wish = request.args.get(key, "0")
        if wish not in _FLAGS:
            raise Refused(Reason.MALFORMED, field=key)
        given[key] = _FLAGS[wish]
    wanted = _allowed(parse(given, g.language), seat)
    _, content = parts().database.read(exports.read_for, board_id, wanted, seat["role"])
    _require_part(content, wanted)
    with _of_seat(board_id, seat):
        made = parts().exporting.make(content, wanted)
    if wanted.names:
        parts().database.write(audit.told, _told(board_id, seat, wanted), lambda connection: None)
    return _file(made.body, exports.name_of(content, wanted), wanted.format)


@blueprint.post("/api/boards/<board_id>/exports")
def post_export(board_id: str) -> Response:
    seat = take_seat(board_id)
    wanted = _allowed(parse(payload(1_000_000), g.language), seat)
    if wanted.scope.kind in ("theme", "association"):
        _require_part(parts().database.read(exports.read_for, board_id, wanted, seat["role"])[1], wanted)
    if _waiting.get((board_id, seat["id"]), 0) >= MOST_OF_ONE:
        raise Refused(Reason.TOO_FAST, retry_after=5)
    if wanted.names:
        made = parts().database.write(audit.told, _told(board_id, seat, wanted), exports.begin, board_id, seat["id"], wanted)
    else:
        made = parts().database.write(exports.begin, board_id, seat["id"], wanted)
    here = parts()
    here.concurrency.spawn(_make, here, board_id, seat, made, wanted)
    return json_response({"id": made}, 202)


@blueprint.post("/api/boards/<board_id>/exports/preview")
def post_export_preview(board_id: str) -> Response:
    seat = take_seat(board_id)
    wanted = _allowed(parse(payload(1_000_000), g.language), seat)
    _, content = parts().database.read(exports.read_for, board_id, wanted, seat["role"])
    _require_part(content, wanted)
    return json_response(counted(content, wanted.scope))


@blueprint.get("/api/boards/<board_id>/exports")
def get_exports(board_id: str) -> Response:
    seat = take_seat(board_id)
    words = Words(g.language)
    found = parts().database.read(exports.read_exports, board_id, seat)
    kept = parts().kept
    for each in found:
        each["remarks"] = [words(key, **values) for key, values in each["remarks"]]
        each["kept"] = each["state"] == "ready" and each["seat"] == seat["id"] and kept.has(each["id"])
    return json_response({"exports": found, "waiting": parts().exporting.waiting})


@blueprint.get("/api/boards/<board_id>/exports/<export_id>/file")
def get_export_file(board_id: str, export_id: str) -> Response:
    seat = take_seat(board_id)
    row = parts().database.read(exports.require_export, board_id, export_id, seat)
    return _file(parts().kept.read(export_id), row["name"], row["format"])


def _make(here: Any, board_id: str, seat: dict[str, Any], export_id: str, wish: Wish) -> None:
    """In the background; what became of it is in the list."""
    began = time.monotonic()
    values: dict[str, Any]
    try:
        with _of_seat(board_id, seat):
            seq, content = here.database.read(exports.read_for, board_id, wish, seat["role"])
            made = here.exporting.make(content, wish)
        here.concurrency.offload(here.kept.keep, export_id, made.body)
        values = {"state": "ready", "size": len(made.body), "seq": seq, "name": exports.name_of(content, wish), "remarks": made.remarks}
    except Refused as refused:
        values = {"state": "failed", "reason": refused.details.get("field", refused.reason.value)}
    except OSError:
        values = {"state": "failed", "reason": "storage"}
    here.database.write(exports.finish, board_id, export_id, {**values, "seconds": round(time.monotonic() - began, 2)})


def _allowed(wish: Wish, seat: dict[str, Any]) -> Wish:
    if wish.names and seat["role"] != "facilitator":
        raise Refused(Reason.FORBIDDEN)
    return wish


def _told(board_id: str, seat: dict[str, Any], wish: Wish) -> audit.Row:
    """The entry for a file with people's names in it."""
    return audit.entry(board_id, seat["id"], "export", format=wish.format)


def _require_part(content: dict[str, Any], wish: Wish) -> None:
    """Raise Refused unless there is such a theme or association."""
    kind, value = wish.scope.kind, wish.scope.value
    there = {"theme": lambda: any(each["id"] == value for each in content["themes"]),
             "association": lambda: any(each["association"] == value for part in ("notes", "seats") for each in content[part])}
    if kind in there and not there[kind]():
        raise Refused(Reason.INVALID, field=kind)


class _of_seat:
    """Counts what a seat has waiting."""

    def __init__(self, board_id: str, seat: dict[str, Any]) -> None:
        self._key = board_id, seat["id"]

    def __enter__(self) -> None:
        if _waiting.get(self._key, 0) >= MOST_OF_ONE:
            raise Refused(Reason.TOO_FAST, retry_after=5)
        _waiting[self._key] = _waiting.get(self._key, 0) + 1

    def __exit__(self, *_: Any) -> None:
        _waiting[self._key] -= 1
        if not _waiting[self._key]:
            del _waiting[self._key]


def _file(body: bytes, name: str, format_name: str) -> Response:
    """A picture or page of ours runs nothing, also when it is opened by its address."""
    response = Response(body, mimetype=FORMATS[format_name].mimetype)
    response.headers["Content-Disposition"] = disposition(name)
    if format_name in ("html", "board-svg"):
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return response


def disposition(name: str) -> str:
    """Also for clients that know ASCII only (RFC 6266)."""
    stem, ending = name.rsplit(".", 1)
    plain = " ".join(re.sub(r"[^A-Za-z0-9 ._-]+", "", stem).split()) or "board"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name)}"
