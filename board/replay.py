"""Files that never change are answered once by the application and from then on before it: a page of the board loads a hundred and
fifty of them, and a plenary opens it all at once."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from . import metrics

MOST = 2000             # answers kept; a sender chooses the encodings it names, but not how much is kept
NOT_KEPT = ("x-request-id", "date")
Headers = list[tuple[str, str]]


class Replay:
    """WSGI around the application, within what tells it the address that was asked for. `prefix`: the paths, with their version;
    `endpoint`: what answers them, for the figures."""

    def __init__(self, app: Callable[..., Iterable[bytes]], prefix: str, endpoint: str) -> None:
        self._app, self._prefix = app, prefix
        self._kept: dict[tuple[str, str, str], tuple[Headers, bytes]] = {}
        self._seconds = metrics.requests.labels(endpoint, "2xx")

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        began, path = time.perf_counter(), environ["PATH_INFO"]
        if not path.startswith(self._prefix) or environ["REQUEST_METHOD"] != "GET":
            return self._app(environ, start_response)
        key = (path, environ.get("HTTP_ACCEPT_ENCODING", ""), environ["wsgi.url_scheme"])
        kept = self._kept.get(key)
        if kept is None:
            return self._ask(key, environ, start_response)
        start_response("200 OK", list(kept[0]))
        self._seconds.observe(time.perf_counter() - began)
        return [kept[1]]

    def _ask(self, key: tuple[str, str, str], environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told: list[Any] = []

        def note(status: str, headers: Headers, *more: Any) -> Any:
            told[:] = [status, headers]
            return start_response(status, headers, *more)
        answer = self._app(environ, note)
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        status, headers = told
        if status.startswith("200 ") and len(self._kept) < MOST and not any(name.lower() == "set-cookie" for name, _ in headers):
            self._kept[key] = ([each for each in headers if each[0].lower() not in NOT_KEPT], body)
        return [body]
