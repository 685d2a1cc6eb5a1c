"""A small translator that speaks like LibreTranslate, for tests, on a port of this machine: honest, until told what to get wrong."""
from __future__ import annotations

import json
import threading
from typing import Any

from flask import Flask, Response, request
from werkzeug.serving import make_server

PAIRS = {"en": ["ar", "en", "es", "fr", "nb"], "es": ["en", "es", "fr"], "fr": ["en"], "ar": ["en"], "nb": ["en"], "pt-BR": ["en"]}


class Libre:
    """`asked` holds what came to /translate. `instead` is answered in its place: a status, a body and headers. While `gate` is not set
    nothing is answered."""

    def __init__(self, key: str = "") -> None:
        self.key, self.asked, self.visits = key, [], []     # type: ignore[var-annotated]
        self.languages: Any = [{"code": code, "name": code, "targets": targets} for code, targets in PAIRS.items()]
        self.instead: tuple[int, str | bytes, dict[str, str]] | None = None
        self.words: dict[str, str] = {}         # text -> its translation, whatever the language
        self.gate = threading.Event()
        self.gate.set()
        self._server = make_server("127.0.0.1", 0, self._app(), threaded=True)
        self.url = f"http://127.0.0.1:{self._server.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self.gate.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def settings(self) -> dict[str, str]:
        return {"translator": "server", "translate_url": self.url, "translate_key": self.key}

    def _app(self) -> Flask:
        app = Flask("libre")

        @app.before_request
        def visited() -> None:
            self.visits.append(f"{request.method} {request.path}")

        @app.get("/languages")
        def languages() -> Any:
            return Response(json.dumps(self.languages), mimetype="application/json")

        @app.post("/translate")
        def translate() -> Any:
            asked = request.get_json()
            self.asked.append({**asked, "headers": dict(request.headers)})
            self.gate.wait(60)
            if self.instead:
                status, body, headers = self.instead
                return Response(body, status, headers)
            if self.key and asked.get("api_key") != self.key:
                return {"error": "Invalid API key"}, 403
            known = {each["code"] for each in self.languages}
            if asked["target"] not in known or asked["source"] not in {*known, "auto"}:
                return {"error": f"{asked['target']} is not supported"}, 400
            return {"translatedText": self.words.get(asked["q"], f"[{asked['target']}] {asked['q']}")}

        @app.route("/elsewhere", methods=["GET", "POST"])
        def elsewhere() -> Any:
            return {"translatedText": "from elsewhere"}
        return app
