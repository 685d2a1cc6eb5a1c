"""The operator's boards for programs: all of them by page, one, deleting it, new links. With the operator's key or session."""
from __future__ import annotations

from typing import Any

from flask import Response, request

from .. import access, hosting, operating
from ..app_parts import parts
from ..operator_door import require_operator
from ..protocol import Reason, Refused
from . import blueprint, json_response, payload
from .boards import join_link

MOST_PAGE = 1_000_000


@blueprint.get("/api/admin/boards")
def get_admin_boards() -> Response:
    require_operator()
    return json_response({**parts().database.read(hosting.read_boards, asked()), "totals": operating.totals()})


@blueprint.get("/api/admin/boards/<board_id>")
def get_admin_board(board_id: str) -> Response:
    require_operator()
    return json_response(parts().database.read(hosting.read_board, checked(board_id)))


@blueprint.delete("/api/admin/boards/<board_id>")
def delete_admin_board(board_id: str) -> Response:
    require_operator()
    return json_response(operating.remove_board(checked(board_id)))


@blueprint.post("/api/admin/boards/<board_id>/links")
def post_admin_link(board_id: str) -> Response:
    require_operator()
    given = payload()
    if not isinstance(given, dict) or set(given) - {"purpose"}:
        raise Refused(Reason.MALFORMED)
    key = operating.make_link(checked(board_id), given.get("purpose", "facilitator"))
    return json_response({"link": join_link(board_id, key)}, 201)


def asked() -> hosting.Asked:
    """Which boards, of the address. Raises Refused."""
    given: dict[str, Any] = dict(request.args.items())
    sort = given.get("sort", "used")
    if sort not in hosting.SORTS:
        raise Refused(Reason.INVALID, field="sort")
    order = given.get("order") or hosting.SORTS[sort]
    if order not in ("asc", "desc"):
        raise Refused(Reason.INVALID, field="order")
    search = given.get("q", "").strip()
    if len(search) > hosting.MOST_SEARCH:
        raise Refused(Reason.INVALID, field="q")
    page = given.get("page", "1")
    if not (page.isascii() and page.isdigit() and 1 <= int(page[:9]) <= MOST_PAGE):
        raise Refused(Reason.INVALID, field="page")
    return hosting.Asked(search, sort, order, int(page))


def checked(board_id: str) -> str:
    if not access.BOARD_ID.match(board_id):
        raise Refused(Reason.NOT_FOUND)
    return board_id
