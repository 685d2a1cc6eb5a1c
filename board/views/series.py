"""The next workshop from a board, copies of it, and the boards of a series beside each other."""
from __future__ import annotations

from typing import Any

import orjson
from flask import Response, g, redirect
from sqlalchemy.engine import Connection

from .. import access, audit, creation, series
from ..app_parts import parts
from ..boards import check_new_board, create_board
from ..cldr import long_date
from ..export import Content, read_content
from ..export.formats import FORMATS
from ..export.job import Job
from ..export.threads import threads
from ..export.words import Words
from ..imports.bring import check_room
from ..imports.json_file import check_export
from ..imports.plan import plan
from ..protocol import Reason, Refused, now
from ..records import TYPES
from . import blueprint, json_response, payload, take_seat
from .boards import links_of
from .pages import _page

NEXT = {"title", "language", "purpose", "themes", "mapping", "carry", "agenda", "readable"}
SETTINGS = ("edit_right", "may", "authors", "moderate", "purpose")      # that a copy shares with its board


@blueprint.post("/api/boards/<board_id>/next/preview")
def post_next_preview(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    content = parts().database.read(read_content, board_id, names=False)
    found = _next(content, _asked())[1]
    notes = found["note"]
    return json_response({
        "notes": len(notes), "clusters": len(found["cluster"]), "answers": len(found["answer"]),
        "translations": len(found["translation"]),
        **{kind + "s": sum(note["kind"] == kind and not note["merged_into"] for note in notes) for kind in ("challenge", "solution")},
        "themes": [{"id": each["id"], "title": each["title"], "notes": sum(note["theme"] == each["id"] for note in notes)}
                   for each in found["theme"]]})


@blueprint.post("/api/boards/<board_id>/next")
def post_next(board_id: str) -> Response:
    """A new board of the series with what comes along. Who leads a board may go on with it, whoever else may make boards."""
    seat = take_seat(board_id, "facilitator")
    asked = _asked()
    content = parts().database.read(read_content, board_id, names=False)
    board, found = _next(content, asked)
    creation.count_board()
    told = audit.entry(board_id, seat["id"], "next", notes=len(found["note"]))
    made = parts().database.write(audit.told, told, _make_next, board_id, board, found, asked.get("readable", True))
    return json_response({**links_of(made), "carried": len(found["note"])}, 201)


@blueprint.post("/api/boards/<board_id>/copies")
def post_copy(board_id: str) -> Response:
    """The whole board once more, or an empty one of the same shape. That is a new board like any other."""
    seat = take_seat(board_id, "facilitator")
    creation.require_creation()
    asked = payload()
    if not isinstance(asked, dict) or set(asked) - {"title", "notes", "names"}:
        raise Refused(Reason.MALFORMED)
    for name in ("notes", "names"):
        if not isinstance(asked.get(name, False), bool):
            raise Refused(Reason.INVALID, field=name)
    title = TYPES["board"].check("title", asked.get("title", ""))
    content = parts().database.read(read_content, board_id, names=asked.get("names", False))
    if not asked.get("notes"):
        content = {**content, **{name: [] for name in ("seats", "clusters", "notes", "answers", "comments", "reactions", "translations",
                                                    "rounds")}}
        content["board"] = {**content["board"], "step": ""}
    content["board"] = {**content["board"], "title": title, "private": False, "locked": False, "join_open": True, "created_at": now()}
    settings = parts().settings
    file = orjson.loads(FORMATS["json"].write(Job(content, Words("en"))))
    board, records = check_export(file, max_notes=settings.max_notes, max_seats=settings.max_seats)
    creation.count_board()
    told = audit.entry(board_id, seat["id"], "copy", notes=asked.get("notes", False), names=asked.get("names", False))
    return json_response(links_of(parts().database.write(audit.told, told, create_board, board, records)), 201)


@blueprint.get("/api/boards/<board_id>/series")
def get_series(board_id: str) -> Response:
    """The boards in order, and what became of the earlier ones' challenges as far as this seat may read them."""
    seat = take_seat(board_id)
    return json_response(parts().database.read(read_overview, board_id, seat["role"]))


@blueprint.post("/api/boards/<board_id>/series")
def post_series(board_id: str) -> Response:
    """May people of later boards read this one?"""
    seat = take_seat(board_id, "facilitator")
    asked = payload()
    if not isinstance(asked, dict) or set(asked) != {"readable"} or not isinstance(asked["readable"], bool):
        raise Refused(Reason.MALFORMED)
    told = audit.entry(board_id, seat["id"], "readable", readable=asked["readable"])
    parts().database.write(audit.told, told, series.set_readable, board_id, readable=asked["readable"])
    return json_response({})


@blueprint.get("/api/boards/<board_id>/series/<other_id>")
def get_earlier(board_id: str, other_id: str) -> Response:
    """An earlier board to read beside this one, without names."""
    seat = take_seat(board_id)
    content = parts().database.read(series.require_earlier, board_id, other_id, seat["role"])
    return json_response({name: content[name] for name in ("board", "themes", "clusters", "notes", "answers", "translations", "rounds")})


def read_overview(connection: Connection, board_id: str, role: str) -> dict[str, Any]:
    boards = series.read_series(connection, board_id)
    contents = [*series.read_earlier(connection, board_id, role), read_content(connection, board_id, names=False)]
    found = threads(contents)
    return {"series": boards, **found}


def _asked() -> dict[str, Any]:
    asked = payload()
    if not isinstance(asked, dict) or set(asked) - NEXT:
        raise Refused(Reason.MALFORMED)
    for name in ("agenda", "readable"):
        if not isinstance(asked.get(name, False), bool):
            raise Refused(Reason.INVALID, field=name)
    return asked


def _next(content: Content, asked: dict[str, Any]) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """The new board and its records. Raises Refused."""
    old = content["board"]
    themes = asked.get("themes")
    if themes is None:
        themes = [{name: each[name] for name in ("id", "title", "color", "sign")} for each in content["themes"]]
    wanted = {"title": asked.get("title", ""), "language": asked.get("language", old["language"]), "themes": themes}
    board, new_themes = check_new_board(wanted, parts().catalogues.text)
    board.update({name: old[name] for name in SETTINGS}, purpose=TYPES["board"].check("purpose", asked.get("purpose", old["purpose"])))
    ids = {each["id"] for each in new_themes}
    mapping = asked.get("mapping", {})
    if not isinstance(mapping, dict) or any(not isinstance(each, str) or each not in ids for each in mapping.values()):
        raise Refused(Reason.INVALID, field="mapping")
    mapping = {**{each["id"]: each["id"] for each in content["themes"] if each["id"] in ids}, **mapping}
    rows = series.carried(content, series.check_carry(asked.get("carry", {})), mapping)
    found = plan(rows, {"theme": new_themes, "cluster": [], "note": []}, now(), round_title="-")
    check_room(found, parts().settings.max_notes)
    found["theme"] = new_themes
    if asked.get("agenda", True):
        found["step"] = content["steps"]
    return board, found


def _make_next(connection: Connection, board_id: str, board: dict[str, Any], found: dict[str, list[dict[str, Any]]],
               readable: bool) -> dict[str, Any]:
    made = create_board(connection, board, found)
    series.continue_series(connection, board_id, made["board"], board["title"], readable=readable)
    return made


@blueprint.get("/board/<board_id>/series")
def series_page(board_id: str) -> Any:
    """The boards of the series in order, and what became of the challenges, to read and to print; `?status=` shows one status."""
    try:
        seat = take_seat(board_id)
    except Refused:
        return redirect(f"/join/{board_id}" if access.BOARD_ID.match(board_id) else "/")
    found = parts().database.read(read_overview, board_id, seat["role"])
    counted = {each["id"]: each for each in found["boards"]}
    dates = {each["board"]: long_date(counted.get(each["board"], {}).get("at", each["created_at"]), g.language) for each in found["series"]}
    return _page("series.html", board=parts().database.read(access.board_row, board_id), role=seat["role"], found=found, counted=counted,
                 dates=dates)
