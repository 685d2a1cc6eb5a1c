"""For operators: is the process alive, may it be sent people."""
from __future__ import annotations

import sqlalchemy as sa
from flask import Response
from sqlalchemy.exc import SQLAlchemyError

from ..app_parts import parts
from . import blueprint, json_response


@blueprint.get("/healthz")
def get_health() -> Response:
    return json_response({"ok": True})


@blueprint.get("/readyz")
def get_ready() -> Response:
    if parts().queues.closed:
        return json_response({"ok": False, "why": "draining"}, 503)
    try:
        parts().database.read(lambda connection: connection.execute(sa.text("select 1")).scalar_one())
    except SQLAlchemyError:
        return json_response({"ok": False, "why": "database"}, 503)
    return json_response({"ok": True, "connections": parts().presence.count()})
