"""What this server answers: asked as a browser asks, through everything that stands before the views."""
from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, has_request_context, request
from werkzeug.datastructures import Headers

from config import LOOPBACK

from ..app_parts import parts
from .line import Line, judged

ELSEWHERE = "https://elsewhere.invalid"
WANTED = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
          "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=", "Cache-Control": "no-store", "Vary": "Cookie"}
SECONDS = 3         # to be answered by our own address from outside


def check_headers() -> Line:
    return judged([("bad", each) for each in missing_headers(_ask("/").headers)], "all sent")


def check_cookies() -> Line:
    """The device's cookie stands for all: one function makes them."""
    lines = _ask("/").headers.getlist("Set-Cookie")
    wanted = ["httponly", "samesite=", "path=/", *(["secure"] if _is_safe() else [])]
    problems = [("bad", f"no {each}") for each in wanted if not lines or each not in lines[0].lower()]
    if lines and not _is_safe() and not only_here():
        problems.append(("warn", "without Secure: the address is http://"))
    return judged(problems, "HttpOnly, SameSite, Path=/" + (", Secure" if _is_safe() else ""))


def check_origin() -> Line:
    """A page of elsewhere may open no socket and change nothing."""
    socket = _ask("/socket.io/?EIO=4&transport=polling", Origin=ELSEWHERE)
    change = _ask("/api/door", "POST", Origin=ELSEWHERE)
    problems = [("bad", f"{what} from {ELSEWHERE}: {answer.status_code}")
                for what, answer, wanted in (("socket", socket, 400), ("change", change, 403)) if answer.status_code != wanted]
    allowed = parts().settings.allowed_origins
    return judged(problems, "refused" + (f"; allowed: {', '.join(allowed)}" if allowed else ""))


def check_address() -> Line:
    settings = parts().settings
    address = settings.public_url or f"http://{settings.host}:{settings.port}"
    if _is_safe():
        return Line("ok", address)
    if not settings.public_url and not only_here():
        return Line("warn", f"{address}, no BOARD_PUBLIC_URL")
    return Line("ok" if only_here() else "warn", f"{address}, no TLS")


def check_proxies() -> Line:
    """What stands before us says who asks and whether by TLS. To believe it when nothing does lets anybody claim both."""
    settings = parts().settings
    if not has_request_context():
        return Line("ok", f"BOARD_PROXIES={settings.proxies}; look at the page to compare it with what arrives")
    sent = len(re.findall(r"[^,\s]+", request.headers.get("X-Forwarded-For", "")))
    problems = []
    if sent and not settings.proxies:
        problems.append(("bad", f"X-Forwarded-For arrives with {sent} address(es), BOARD_PROXIES=0"))
    if settings.proxies and not sent:
        problems.append(("bad", f"BOARD_PROXIES={settings.proxies}, and no X-Forwarded-For arrives: anybody may send one"))
    if sent > settings.proxies > 0:
        problems.append(("warn", f"{sent} addresses in X-Forwarded-For, BOARD_PROXIES={settings.proxies}"))
    if settings.public_url.startswith("https://") and not request.is_secure:
        problems.append(("bad", "this request came by http, BOARD_PUBLIC_URL is https"))
    return judged(problems, f"BOARD_PROXIES={settings.proxies}, this request by {request.scheme} from {request.remote_addr}")


def check_from_outside() -> Line:
    """Our own address as people reach it: its certificate and what a proxy makes of our headers."""
    import requests  # here, because a process that only serves boards has no use for it
    settings = parts().settings
    if not settings.public_url:
        return Line("ok", "no BOARD_PUBLIC_URL")
    try:
        answer = requests.get(settings.public_url.rstrip("/") + "/healthz", timeout=SECONDS, allow_redirects=False)
    except requests.exceptions.SSLError as error:
        return Line("bad", f"certificate: {type(error).__name__}")
    except requests.RequestException as error:
        return Line("warn", f"not reached from here: {type(error).__name__}")
    problems = [("bad", each) for each in missing_headers(Headers(answer.headers.items()))]
    if answer.status_code != 200:
        problems.append(("bad", f"/healthz answers {answer.status_code}"))
    if _is_safe() and "Strict-Transport-Security" not in answer.headers:
        problems.append(("bad", "no Strict-Transport-Security"))
    return judged(problems, "reached" + (", with Strict-Transport-Security" if _is_safe() else ""))


def missing_headers(headers: Headers) -> list[str]:
    """What is not sent, or sent as something else."""
    found = [f"{name}: {headers.get(name)}" for name, wanted in WANTED.items() if wanted.lower() not in headers.get(name, "").lower()]
    policy = headers.get("Content-Security-Policy", "")
    found += [f"Content-Security-Policy without {each}" for each in ("default-src 'none'", "frame-ancestors", "object-src 'none'")
              if each not in policy]
    if "unsafe-" in policy:
        found.append("Content-Security-Policy with unsafe-…")
    return found


def _ask(path: str, method: str = "GET", **headers: str) -> Any:
    """Our own answer to a browser that was never here. We speak http ourselves; that it was TLS is what the proxies say."""
    with current_app.app_context():     # of its own: else this request would take over its language
        return current_app.test_client(use_cookies=False).open(path, method=method, headers={**_forwarded(), **headers})


def _forwarded() -> dict[str, str]:
    """As the proxies would add them."""
    settings = parts().settings
    if not settings.proxies:
        return {}
    scheme = urlsplit(settings.public_url).scheme or "http"
    given = {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": scheme}
    return {name: ", ".join([value] * settings.proxies) for name, value in given.items()}


def _is_safe() -> bool:
    return parts().settings.public_url.startswith("https://")


def only_here() -> bool:
    settings = parts().settings
    return (urlsplit(settings.public_url).hostname or settings.host) in LOOPBACK
