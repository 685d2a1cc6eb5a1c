"""Each HTTP request: its id, in its answer and in every line logged meanwhile, and the figures about it."""
from __future__ import annotations

import logging
import re
import secrets
import time

from flask import Flask, Response, g, request

from . import logs, metrics

log = logging.getLogger(__name__)
HEADER = "X-Request-Id"
_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}\Z")


def init_app(app: Flask) -> None:
    """Before all that may refuse a request."""

    @app.before_request
    def begin() -> None:
        given = request.headers.get(HEADER, "")
        g.began, g.request_id = time.perf_counter(), given if _WELL_FORMED.match(given) else secrets.token_hex(8)
        logs.about.set({})
        logs.add(request_id=g.request_id, board=(request.view_args or {}).get("board_id"))

    @app.after_request
    def end(response: Response) -> Response:
        seconds = time.perf_counter() - g.began
        endpoint = request.endpoint or "none"
        metrics.requests.labels(endpoint, f"{response.status_code // 100}xx").observe(seconds)
        response.headers[HEADER] = g.request_id
        log.debug("answered", extra=logs.fields(
            method=request.method if request.method.isalpha() else "", endpoint=endpoint, status=response.status_code,
            milliseconds=round(seconds * 1000, 1)))
        return response

    @app.teardown_request
    def forget(error: BaseException | None) -> None:
        logs.about.set({})
