"""The operator's pages: sign in with the key, all boards, one board with what can be done to it. Nothing here shows a note."""
from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template, request

from .. import cldr, hosting, operating, operator_door, security
from ..access import board_row
from ..app_parts import parts
from ..keeping.purge import purge
from ..keeping.retention import days_of
from ..protocol import STATUS, Refused
from . import blueprint
from .admin_api import asked, checked
from .boards import join_link

PAGES = {"admin": "/admin", "checkup": "/checkup"}       # where signing in may lead to


@blueprint.get("/admin")
def admin() -> Response:
    if not is_in():
        return sign_in_page("admin")
    wanted = asked()
    found = parts().database.read(hosting.read_boards, wanted)
    return page("admin.html", found=found, asked=wanted, sorts=hosting.SORTS, totals=operating.totals(),
                deleted=request.args.get("deleted") == "1", purged=request.args.get("purged", ""))


@blueprint.post("/admin/sign-in")
def post_sign_in() -> Response:
    to = request.form.get("to", "admin")
    try:
        operator_door.check_key(request.form.get("key", "")[:200].strip())
    except Refused as refused:
        if refused.reason == "not_found":
            raise
        return sign_in_page(to, refused)
    response = go(PAGES.get(to, "/admin"))
    operator_door.sign_in(response)
    return response


@blueprint.post("/admin/sign-out")
def post_sign_out() -> Response:
    operator_door.require_operator()
    response = go("/admin")
    operator_door.sign_out(response)
    return response


@blueprint.post("/admin/purge")
def post_purge() -> Response:
    """What is done daily, now."""
    operator_door.require_operator()
    return go(f"/admin?purged={len(purge(parts()).boards)}")


@blueprint.get("/admin/boards/<board_id>")
def admin_board(board_id: str) -> Response:
    return board_page(checked(board_id)) if is_in() else sign_in_page("admin")


@blueprint.post("/admin/boards/<board_id>/delete")
def post_admin_delete(board_id: str) -> Response:
    operator_door.require_operator()
    row = parts().database.read(board_row, checked(board_id))
    if not hosting.matches(row, row["code"], request.form.get("confirm", "")):
        return board_page(board_id, wrong=True)
    operating.remove_board(board_id)
    return go("/admin?deleted=1")


@blueprint.post("/admin/boards/<board_id>/link")
def post_admin_page_link(board_id: str) -> Response:
    operator_door.require_operator()
    purpose = request.form.get("purpose", "facilitator")
    return board_page(board_id, purpose=purpose, link=join_link(board_id, operating.make_link(checked(board_id), purpose)))


def is_in() -> bool:
    """Is the operator signed in? Raises Refused `not_found` where there is none."""
    try:
        operator_door.require_operator()
    except Refused as refused:
        if refused.reason == "not_found" or operator_door.shows_key():
            raise
        return False
    return True


def sign_in_page(to: str, refused: Refused | None = None) -> Response:
    response = page("admin_sign_in.html", to=to if to in PAGES else "admin", refused=refused)
    if refused:
        response.status_code = STATUS[refused.reason]
    return response


def board_page(board_id: str, *, wrong: bool = False, link: str = "", purpose: str = "") -> Response:
    board = parts().database.read(hosting.read_board, board_id)
    response = page("admin_board.html", board=board, wrong=wrong, link=link, purpose=purpose, purposes=hosting.OPERATOR_LINKS)
    if wrong:
        response.status_code = 400
    return response


def page(template: str, **context: Any) -> Response:
    """A page of the operator's. Its forms tell where they come from, for the check of that."""
    language = g.language
    response = make_response(render_template(
        template, **context, whole=lambda number: cldr.whole(number, language), size=lambda number: cldr.size(number, language),
        moment=lambda at: cldr.moment(at, language), kept=lambda board: days_of(board, parts().settings.keep_days)))
    response.headers["Referrer-Policy"] = "same-origin"
    security.mark_device(response)
    return response


def go(path: str) -> Response:
    response = make_response(redirect(path, 303))
    response.headers["Referrer-Policy"] = "same-origin"
    return response
