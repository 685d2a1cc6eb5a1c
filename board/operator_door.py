"""The operator's door: the key of the settings, shown at each request or once for a session of some hours.

The session is a signed cookie that also ends when the operator's key is changed. Without a key in the settings nothing is here.
"""
from __future__ import annotations

from flask import Response, request

from . import security
from .app_parts import parts
from .protocol import Reason, Refused

HOURS = 8
COOKIE = "operator"


def require_operator() -> None:
    """Raises Refused: `not_found` where there is no operator, `forbidden`, `too_fast` after wrong keys."""
    if not parts().settings.operator_key:
        raise Refused(Reason.NOT_FOUND)
    if shows_key():
        check_key(request.headers["Authorization"].partition(" ")[2].strip())
    elif not signed_in():
        raise Refused(Reason.FORBIDDEN)


def shows_key() -> bool:
    """Whether the request brings a key itself; a proxy may have asked for a password of its own."""
    return request.headers.get("Authorization", "").partition(" ")[0].lower() == "bearer"


def check_key(given: str) -> None:
    if not parts().settings.operator_key:
        raise Refused(Reason.NOT_FOUND)
    security.check_secret("operator", given, parts().settings.operator_key)


def signed_in() -> bool:
    key = parts().settings.operator_key
    claims = parts().signer.read_ticket("operator", security.read_cookie(COOKIE)) if key else None
    return claims is not None and parts().signer.holds("operator-key", key, str(claims.get("key", "")))


def sign_in(response: Response) -> None:
    ticket = parts().signer.ticket("operator", HOURS * 3600, key=parts().signer.sign("operator-key", parts().settings.operator_key))
    security.set_cookie(response, COOKIE, ticket, seconds=HOURS * 3600, samesite="Strict")


def sign_out(response: Response) -> None:
    security.forget_cookie(response, COOKIE)
