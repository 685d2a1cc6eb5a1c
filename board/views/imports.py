"""Files brought in, onto an open board or as a new one: first looked at, then brought as the person has mapped them.

Nothing is kept between the two: the file is sent again, read again, and what is stored is what was read.
"""
from __future__ import annotations

from typing import Any

import orjson
from flask import Response, g, request

from .. import access, audit, creation
from ..app_parts import parts
from ..boards import check_new_board, create_board, default_themes
from ..imports.bring import bring, check_room
from ..imports.plan import plan
from ..protocol import CHANGE_ID, ParsedChange, Reason, Refused, is_whole, now
from ..records import Context
from ..sync import read_changes
from . import blueprint, json_response, take_seat
from .boards import links_of

MOST_OPTIONS = 400_000      # bytes
READ_WITH = {"encoding", "separator", "header", "sheet", "source", "columns", "kinds", "themes", "clusters", "colors", "default_kind",
             "default_theme", "split", "cut"}
OURS = {"title", "language", "skip", "change_id"}


@blueprint.post("/api/boards/<board_id>/imports/preview")
def post_import_preview(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    body, name, options, _ = _sent()
    return json_response(_read(body, name, options, _themes_of(board_id)))


@blueprint.post("/api/imports/preview")
def post_new_preview() -> Response:
    """The same for a board that is not there yet: the themes offered are those of a new one in the wanted language."""
    creation.require_creation(request.form.get("passphrase"))
    body, name, options, more = _sent()
    return json_response(_read(body, name, options, default_themes(more.get("language", g.language), parts().catalogues.text)))


@blueprint.post("/api/boards/<board_id>/imports")
def post_import(board_id: str) -> Response:
    seat = take_seat(board_id, "facilitator")
    body, name, options, more = _sent()
    rows = _wanted(_read(body, name, options, _themes_of(board_id)), more)
    return json_response(bring_rows(board_id, seat["id"], rows, more.get("change_id", "")), 201)


@blueprint.post("/api/imports")
def post_new_import() -> Response:
    """A new board of a table's rows: the default themes that are used, or the file's own."""
    creation.require_creation(request.form.get("passphrase"))
    body, name, options, more = _sent()
    title, language = more.get("title") or name.rsplit(".", 1)[0].strip()[:120] or "…", more.get("language", g.language)
    defaults = default_themes(language, parts().catalogues.text)
    rows = _wanted(_read(body, name, options, defaults), more)
    board, themes = check_new_board({"title": title, "language": language}, parts().catalogues.text)
    used = any(not row["skip"] and not row["theme"].startswith("+") for row in rows)
    there = {"theme": themes if used else [], "cluster": [], "note": []}
    found = plan(rows, there, now(), round_title=_round_title())
    check_room({**found, "theme": [*there["theme"], *found["theme"]]}, parts().settings.max_notes)
    found["theme"] = [*there["theme"], *found["theme"]]
    creation.count_board()
    return json_response(links_of(parts().database.write(create_board, board, found)), 201)


def bring_rows(board_id: str, seat_id: str, rows: list[dict[str, Any]], change_id: str = "") -> dict[str, Any]:
    """`{seq, change_id, added: {type: [id]}}`; for a `change_id` that was there before what it brought then. Raises Refused."""
    change = ParsedChange(change_id or f"import-{access.new_id()}", [])
    added: dict[str, list[str]] = {}

    def act(context: Context) -> None:
        found = bring(context, rows, title)
        added.update({name: [each["id"] for each in records] for name, records in found.items()})
    title = _round_title()
    outcome = parts().queues.submit_and_wait(board_id, seat_id, change, act=act, timeout=60,
                                              inserts=[(audit.TABLE, audit.entry(board_id, seat_id, "import", rows=len(rows)))])
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), **{key: outcome[key] for key in ("field", "limit", "retry_after") if key in outcome})
    if not added:
        before, = parts().database.read(read_changes, board_id, outcome["seq"] - 1, outcome["seq"])
        for step in before["steps"]:
            added.setdefault(step[1], []).append(step[2]["id"])
    return {"seq": outcome["seq"], "change_id": change.change_id, "added": added}


def _sent() -> tuple[bytes, str, dict[str, Any], dict[str, Any]]:
    """The file, its name, how to read it, and what is ours of the options. Raises Refused."""
    sent = request.files.get("file")
    given = request.form.get("options", "{}")
    if sent is None or len(given) > MOST_OPTIONS:
        raise Refused(Reason.MALFORMED, field="file" if sent is None else "options")
    try:
        options = orjson.loads(given)
    except orjson.JSONDecodeError:
        raise Refused(Reason.MALFORMED, field="options") from None
    if not isinstance(options, dict) or set(options) - READ_WITH - OURS:
        raise Refused(Reason.MALFORMED, field="options")
    skip = options.get("skip", [])
    if not isinstance(skip, list) or not all(is_whole(each) for each in skip):
        raise Refused(Reason.INVALID, field="skip")
    if "change_id" in options and (not isinstance(options["change_id"], str) or not CHANGE_ID.match(options["change_id"])):
        raise Refused(Reason.INVALID, field="change_id")
    if not isinstance(options.get("language", ""), str) or not isinstance(options.get("title", ""), str):
        raise Refused(Reason.INVALID, field="title")
    return (sent.read(), (sent.filename or "")[:200], {key: value for key, value in options.items() if key in READ_WITH},
            {key: value for key, value in options.items() if key in OURS})


def _read(body: bytes, name: str, options: dict[str, Any], themes: list[dict[str, Any]]) -> dict[str, Any]:
    """The proposal. Raises Refused `invalid` with the field `file`, `why` (see `imports.reader`) and its details."""
    board = {"themes": [{"id": each["id"], "title": each["title"]} for each in themes]}
    answer = parts().exporting.read(body, name, {**options, "board": board})
    if "error" in answer:
        details = {key: value for key, value in answer["error"].items() if key != "reason"}
        raise Refused(Reason.INVALID, field="file", why=answer["error"]["reason"], **details)
    proposal: dict[str, Any] = answer["proposal"]
    return proposal


def _wanted(proposal: dict[str, Any], more: dict[str, Any]) -> list[dict[str, Any]]:
    skip = set(more.get("skip", ()))
    return [{**row, "skip": row["skip"] or ("chosen" if row["row"] in skip else "")} for row in proposal["rows"]]


def _themes_of(board_id: str) -> list[dict[str, Any]]:
    return parts().database.read(access.read_themes, board_id)


def _round_title() -> str:
    return parts().catalogues.text("import.round", g.language)
