"""The figures for Prometheus: for who shows the token; without one set, for this machine alone."""
from __future__ import annotations

import hmac
import ipaddress

from flask import Response, request

from .. import metrics
from ..app_parts import parts
from ..protocol import Reason, Refused
from . import blueprint

FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded")


@blueprint.get("/metrics")
def get_metrics() -> Response:
    if not _may_read(parts().settings.metrics_token):
        raise Refused(Reason.NOT_FOUND)
    parts().pulse.look()
    body, content_type = metrics.exposition()
    return Response(body, content_type=content_type)


def _may_read(token: str) -> bool:
    if token:
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
    # What a proxy passes on comes from this machine too, but not from somebody on it.
    return _is_this_machine() and not any(name in request.headers for name in FORWARDED)


def _is_this_machine() -> bool:
    """The connection itself, whatever the headers that BOARD_PROXIES trusts say."""
    environ = request.environ.get("werkzeug.proxy_fix.orig", request.environ)
    try:
        return ipaddress.ip_address(environ.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
