"""The interface's description, for programs."""
from __future__ import annotations

from flask import Response

from .. import openapi
from ..app_parts import parts
from . import blueprint, json_response


@blueprint.get("/api/openapi.json")
def get_openapi() -> Response:
    response = json_response(openapi.document(parts().version))
    response.headers["Cache-Control"] = "no-cache"
    return response
