"""Making a board, its links, its QR code."""
from __future__ import annotations

import io
from typing import Any
from urllib.parse import urlsplit

import segno
from flask import Response

from .. import access, audit, creation
from ..app_parts import parts
from ..boards import agenda_of, check_new_board, create_board
from ..imports.json_file import check_export
from ..protocol import Reason, Refused
from . import address, blueprint, json_response, payload, take_seat


@blueprint.post("/api/boards")
def post_board() -> Response:
    given = payload()
    creation.require_creation(given.pop("passphrase", None) if isinstance(given, dict) else None)
    words = parts().catalogues.text
    board, themes = check_new_board(given, words)
    records = {"theme": themes, "step": agenda_of(given, board["language"], words)}
    creation.count_board()
    return json_response(links_of(parts().database.write(create_board, board, records)), 201)


@blueprint.post("/api/boards/import")
def import_board() -> Response:
    creation.require_creation()
    settings = parts().settings
    board, records = check_export(payload(settings.max_import), max_notes=settings.max_notes, max_seats=settings.max_seats)
    creation.count_board()
    return json_response(links_of(parts().database.write(create_board, board, records)), 201)


@blueprint.post("/api/boards/<board_id>/links/<purpose>")
def post_link(board_id: str, purpose: str) -> Response:
    seat = take_seat(board_id, "facilitator")
    told = audit.entry(board_id, seat["id"], "code" if purpose == "code" else "link", purpose=purpose)
    if purpose == "code":
        code = parts().database.write(audit.told, told, access.replace_code, board_id)
        return json_response({"code": code, "link": join_link(board_id, code)}, 201)
    if purpose == access.FORM:
        key = parts().database.write(audit.told, told, access.replace_link, board_id, purpose)
        return json_response({"link": address(f"/form/{board_id}#{key}")}, 201)
    if purpose not in access.PURPOSES:
        raise Refused(Reason.NOT_FOUND)
    key = parts().database.write(audit.told, told, access.replace_link, board_id, purpose)
    return json_response({"link": join_link(board_id, key)}, 201)


@blueprint.get("/api/boards/<board_id>/qr.svg")
def get_qr(board_id: str) -> Response:
    take_seat(board_id, "participant")
    board = parts().database.read(access.board_row, board_id)
    return _qr(join_link(board_id, board["code"]))


@blueprint.post("/api/qr")
def post_qr() -> Response:
    """A join link of this site as a QR code, for the moment after a board is made."""
    given = payload()
    link = given.get("link") if isinstance(given, dict) and set(given) == {"link"} else None
    if not isinstance(link, str) or len(link) > 300 or not _is_join_link(link):
        raise Refused(Reason.INVALID, field="link")
    return _qr(link)


def join_link(board_id: str, secret: str) -> str:
    return address(f"/join/{board_id}#{secret}")


def _is_join_link(link: str) -> bool:
    own, given = urlsplit(address("/join/")), urlsplit(link)
    return (given.scheme, given.netloc) == (own.scheme, own.netloc) and given.path.startswith(own.path)


def links_of(made: dict[str, Any]) -> dict[str, Any]:
    """What the one who makes a board is given."""
    return {"board": made["board"], "code": made["code"],
            "links": {purpose: join_link(made["board"], key) for purpose, key in made["keys"].items()}}


def _qr(text: str) -> Response:
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", scale=8, border=4, xmldecl=False, omitsize=True, nl=False)
    return Response(out.getvalue(), mimetype="image/svg+xml")
