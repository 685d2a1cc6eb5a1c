"""Who may make boards here: everybody, who knows the passphrase, or who signed in; and how many in an hour.

A device that may is remembered by a signed cookie, which says nothing of the person. It ends when the host changes the
passphrase or whom the provider lets in. People who only take part need none of this.
"""
from __future__ import annotations

from flask import Response, request

from . import security
from .app_parts import parts
from .protocol import Reason, Refused

COOKIE = "creation"
HEADER = "X-Board-Passphrase"
SECONDS = {"passphrase": 90 * 24 * 3600, "oidc": 8 * 3600}
OF_ADDRESS = 20         # as many boards as one device may make: a training room stands behind one address


def may_create() -> bool:
    """Is this device let in already?"""
    mode = parts().settings.creation
    if mode == "open":
        return True
    claims = parts().signer.read_ticket("creation", security.read_cookie(COOKIE)) or {}
    return parts().signer.holds("policy", _policy(), str(claims.get("policy", "")))


def require_creation(passphrase: object = None) -> None:
    """`passphrase` is what the request's body says, beside the header. Raises Refused `forbidden` with the field `creation`, or
    `passphrase` for a wrong one; `too_fast` after several wrong ones."""
    # A header's UTF-8 arrives as Latin-1 (PEP 3333).
    given = request.headers.get(HEADER, "").encode("latin-1", "replace").decode("utf-8", "replace") or passphrase
    if parts().settings.creation == "passphrase" and given:
        check_passphrase(given)
    elif not may_create():
        raise Refused(Reason.FORBIDDEN, field="creation")


def check_passphrase(given: object) -> None:
    if not isinstance(given, str) or len(given) > 200:
        raise Refused(Reason.INVALID, field="passphrase")
    security.check_secret("passphrase", given.strip(), parts().settings.creation_passphrase)


def count_board() -> None:
    """One more board. Raises Refused `too_fast`."""
    limit = parts().settings.rate_boards
    device = security.device()
    who = [(f"address {request.remote_addr}", limit * OF_ADDRESS), *([(device, limit)] if device.startswith("device ") else [])]
    parts().new_boards.require(who)


def remember(response: Response) -> None:
    """This device may make boards for a while."""
    seconds = SECONDS[parts().settings.creation]
    ticket = parts().signer.ticket("creation", seconds, policy=parts().signer.sign("policy", _policy()))
    security.set_cookie(response, COOKIE, ticket, seconds=seconds)


def forget(response: Response) -> None:
    security.forget_cookie(response, COOKIE)


def _policy() -> str:
    """All that decides who is let in: with a change of it everybody has to come anew."""
    settings = parts().settings
    if settings.creation == "passphrase":
        return "passphrase " + settings.creation_passphrase
    return repr(("oidc", settings.oidc_issuer, settings.oidc_client_id, settings.oidc_domains, settings.oidc_groups))
