"""The check-up: how this server is set up, for its operator. As a page and for programs."""
from __future__ import annotations

from flask import Response

from .. import checkup
from ..operator_door import require_operator
from . import blueprint, json_response
from .admin import is_in, page, sign_in_page


@blueprint.get("/checkup")
def get_checkup() -> Response:
    if not is_in():
        return sign_in_page("checkup")
    lines = checkup.check_all()
    counts = {state: sum(line["state"] == state for line in lines) for state in reversed(checkup.STATES)}
    ordered = sorted(lines, key=lambda line: -checkup.STATES.index(line["state"]))
    return page("checkup.html", lines=ordered, counts=counts)


@blueprint.get("/api/admin/checkup")
def get_checkup_lines() -> Response:
    require_operator()
    lines = checkup.check_all()
    return json_response({"state": checkup.worst(line["state"] for line in lines), "lines": lines})
