"""The HTTP views: one blueprint, one module per noun. Each asks `seat` for the door, then does one thing."""
from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, request

from .. import access
from ..app_parts import parts
from ..protocol import STATUS, Reason, Refused
from ..rights import at_least
from ..security import seat_token

blueprint = Blueprint("board", __name__)


def take_seat(board_id: str, least: str = "viewer") -> dict[str, Any]:
    """The caller's seat on the board, if its role is great enough. Raises Refused."""
    seat = parts().database.read(access.take_seat, board_id, seat_token(board_id))
    if not at_least(seat["role"], least):
        raise Refused(Reason.FORBIDDEN)
    return seat


def payload(limit: int = 100_000) -> Any:
    """The request's JSON body. Raises Refused: `limit` when it is too large, `malformed` when it is not JSON."""
    if request.content_length is None or request.content_length > limit:
        raise Refused(Reason.LIMIT, limit=limit) if request.content_length else Refused(Reason.MALFORMED)
    try:
        return orjson.loads(request.get_data(cache=False))
    except orjson.JSONDecodeError:
        raise Refused(Reason.MALFORMED) from None


def json_response(value: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, mimetype="application/json")


def error_response(refused: Refused) -> Response:
    response = json_response({"error": refused.answer()}, STATUS[refused.reason])
    if "retry_after" in refused.details:
        response.headers["Retry-After"] = str(max(1, round(refused.details["retry_after"])))
    return response


def address(path: str) -> str:
    """A path of ours as a full address, as people reach it."""
    base = parts().settings.public_url or request.host_url
    return base.rstrip("/") + path


from . import (  # noqa: E402,F401
    admin,
    admin_api,
    audit,
    boards,
    changes,
    checkup,
    creation,
    doors,
    exports,
    facilitating,
    health,
    history,
    imports,
    metrics,
    openapi,
    own,
    pages,
    series,
    translating,
    tray,
)
