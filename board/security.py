"""Headers, cookies and the check of where a request comes from."""
from __future__ import annotations

import gzip
import hashlib
import hmac
import re
import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, request

from .app_parts import parts
from .protocol import Reason, Refused

YEAR = 365 * 24 * 3600
COMPRESS_FROM = 1400       # bytes; less fits a packet anyway
_SEAT_COOKIE = re.compile(r"(?:__Host-)?seat-([a-z0-9]{12})\Z")


def init_app(app: Flask, frame_ancestors: str) -> None:
    policy = "; ".join((
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "object-src 'none'",
        f"frame-ancestors {frame_ancestors}"))

    @app.before_request
    def _without_nul() -> None:
        """No text of ours holds one, and PostgreSQL would choke on it."""
        if "\0" in request.path:
            raise Refused(Reason.NOT_FOUND)
        if any("\0" in value for value in request.args.values()):
            raise Refused(Reason.MALFORMED)

    @app.before_request
    def _same_origin() -> None:
        if request.method not in ("GET", "HEAD", "OPTIONS") and not _is_own(request.headers.get("Origin")):
            raise Refused(Reason.FORBIDDEN)

    @app.after_request
    def _headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers["X-Content-Type-Options"] = "nosniff"
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if frame_ancestors == "'none'":
            headers["X-Frame-Options"] = "DENY"
        if request.is_secure:
            headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        headers.setdefault("Cache-Control", "no-store")
        if not request.path.startswith("/static/"):
            response.vary.add("Cookie")
        return _compressed(response)


def _compressed(response: Response) -> Response:
    """Pages and answers of some size gzipped, for phones on a bad line. Nothing secret is in them: keys and tokens are
    only in the few small answers that make them."""
    if (response.mimetype in ("text/html", "application/json", "text/csv") and not response.direct_passthrough
            and "Content-Encoding" not in response.headers and response.status_code == 200
            and request.accept_encodings["gzip"] > 0):
        body = response.get_data()
        if len(body) > COMPRESS_FROM:
            response.set_data(gzip.compress(body, 6, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        response.vary.add("Accept-Encoding")
    return response


def _is_own(origin: str | None) -> bool:
    """No Origin: not a browser's cross-site request (browsers send it with every POST), so the seat decides."""
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
    settings = parts().settings
    if origin in settings.allowed_origins or settings.public_url and origin == settings.public_url.rstrip("/"):
        return True
    return urlsplit(origin).netloc == request.host and urlsplit(origin).scheme == request.scheme


def cookie_board(name: str) -> str:
    """The board a seat cookie's name belongs to, or ""."""
    match = _SEAT_COOKIE.match(name)
    return match[1] if match else ""


def seat_token(board_id: str) -> str:
    """The token this request shows for the board: `Authorization: Bearer`, else the board's own cookie."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    return read_cookie(f"seat-{board_id}")


def remember_seat(response: Response, board_id: str, token: str) -> None:
    set_cookie(response, f"seat-{board_id}", token)


def read_cookie(name: str) -> str:
    return request.cookies.get(f"__Host-{name}") or request.cookies.get(name) or ""


def set_cookie(response: Response, name: str, value: str, *, seconds: int = YEAR // 2, samesite: str = "Lax") -> None:
    """A cookie no script can read; behind TLS one that no other host can set either."""
    _set(response, ("__Host-" if request.is_secure else "") + name, value, seconds=seconds, samesite=samesite)


def forget_cookie(response: Response, name: str) -> None:
    for each in (name, f"__Host-{name}"):
        response.delete_cookie(each, path="/", secure=each != name, httponly=True)


def check_secret(what: str, given: str, expected: str) -> None:
    """Is this the secret that all who may share? Failed guesses count for the device, and for its address, as anybody may come
    as a new device. Raises Refused `too_fast` or `forbidden`."""
    limits = ((parts().guesses, f"{what}: {device()}"), (parts().address_guesses, f"{what}: {request.remote_addr}"))
    for guesses, who in limits:
        guesses.require(who)
    if not hmac.compare_digest(*(hashlib.sha256(each.encode(errors="surrogatepass")).digest() for each in (given, expected))):
        for guesses, who in limits:
            guesses.failed(who)
        raise Refused(Reason.FORBIDDEN, field=what)


def forget_seat(response: Response, board_id: str) -> None:
    for name in (f"__Host-seat-{board_id}", f"seat-{board_id}"):
        response.delete_cookie(name, path="/", secure=request.is_secure, httponly=True, samesite="Lax")


def device() -> str:
    """Who is guessing: the device by its signed cookie, else the address."""
    value = request.cookies.get("device", "")
    made, _, signature = value.partition(".")
    if made and parts().signer.holds("device", made, signature):
        return "device " + made
    return "address " + (request.remote_addr or "")


def mark_device(response: Response) -> None:
    """Give the device a signed name of its own, at the first page it opens."""
    if not device().startswith("device "):
        made = secrets.token_urlsafe(12)
        _set(response, "device", f"{made}.{parts().signer.sign('device', made)}")


def _set(response: Response, name: str, value: str, *, seconds: int = YEAR // 2, samesite: str = "Lax") -> None:
    response.set_cookie(name, value, max_age=seconds, secure=request.is_secure, httponly=True, samesite=samesite, path="/")
