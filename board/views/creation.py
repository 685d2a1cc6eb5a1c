"""Getting let in to make boards: by the passphrase, or by signing in elsewhere and coming back. Only ever back to the landing page."""
from __future__ import annotations

import logging

from flask import Response, make_response, redirect, request

from .. import creation, security
from ..app_parts import parts
from ..oidc import SignInFailed
from ..protocol import Reason, Refused
from . import address, blueprint, json_response, payload

log = logging.getLogger(__name__)
COOKIE, MINUTES = "sign-in", 10
BACK = "/sign-in/back"


@blueprint.get("/api/creation")
def get_creation() -> Response:
    return json_response({"mode": parts().settings.creation, "may": creation.may_create()})


@blueprint.post("/api/creation")
def post_creation() -> Response:
    """The passphrase, to be remembered on this device."""
    if parts().settings.creation != "passphrase":
        raise Refused(Reason.NOT_FOUND)
    given = payload()
    if not isinstance(given, dict) or set(given) != {"passphrase"}:
        raise Refused(Reason.MALFORMED)
    creation.check_passphrase(given["passphrase"])
    response = json_response({"mode": "passphrase", "may": True})
    creation.remember(response)
    return response


@blueprint.post("/api/creation/forget")
def post_creation_forget() -> Response:
    """For a device that others use too."""
    response = json_response({})
    creation.forget(response)
    return response


@blueprint.get("/sign-in")
def sign_in() -> Response:
    _require_oidc()
    try:
        there, kept = parts().provider.begin(address(BACK))
    except SignInFailed as failed:
        return _home(failed)
    response = make_response(redirect(there, 303))
    security.set_cookie(response, COOKIE, parts().signer.ticket("sign-in", MINUTES * 60, **kept), seconds=MINUTES * 60)
    return response


@blueprint.get(BACK)
def sign_in_back() -> Response:
    _require_oidc()
    kept = parts().signer.read_ticket("sign-in", security.read_cookie(COOKIE))
    try:
        parts().provider.finish(address(BACK), kept, dict(request.args.items()))
    except SignInFailed as failed:
        return _home(failed)
    response = _home()
    creation.remember(response)
    return response


def _home(failed: SignInFailed | None = None) -> Response:
    """To the landing page, which says why not. What was remembered of this sign-in is used up."""
    if failed:
        log.warning("a sign-in ended: %s %s", failed.why, failed.detail.encode("unicode_escape").decode())
    response = make_response(redirect(f"/?sign-in={failed.why}" if failed else "/", 303))
    security.forget_cookie(response, COOKIE)
    return response


def _require_oidc() -> None:
    if parts().settings.creation != "oidc":
        raise Refused(Reason.NOT_FOUND)
