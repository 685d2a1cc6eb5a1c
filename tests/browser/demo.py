"""The demo workshop on a server of its own, for pictures: who opens it, and in which language its board is."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.server import Server
from browser.words import say
from playwright.sync_api import BrowserContext

STEPS = ("welcome", "challenges", "read", "solutions", "vote", "present")
THEMES = ("political-will", "data", "capacity", "national-support", "representativeness")


class Demo:
    """`facilitator` and `participant` are the keys of its links."""

    def __init__(self, folder: Path) -> None:
        self.server = Server(folder, "--demo")
        self.board = self.facilitator = self.participant = self._token = ""
        self._seats: dict[tuple[str, str], list[Any]] = {}
        self._changes = 0

    def __enter__(self) -> Demo:
        self.server.start()
        found = re.findall(r"/join/(\w+)#(\S+)", self.server.log())
        self.board, self.facilitator, self.participant = found[0][0], found[0][1], found[1][1]
        self._token = self._post(f"/api/boards/{self.board}/seats", {"key": self.facilitator, "name": "Host"})["token"]
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop()

    @contextmanager
    def voting(self) -> Iterator[None]:
        """Meanwhile a round is open."""
        self._change(["add", "round", {"id": "shown", "title": "2024", "votes": 5, "most": 0, "state": "open", "live": True}])
        try:
            yield
        finally:
            self._change(["remove", "round", "shown"])

    def speaks(self, language: str) -> None:
        """Its themes and the steps of its agenda are called as a new board of that language calls them."""
        self._change(["set", "board", self.board, {"language": language}],
                     *(["set", "theme", theme, {"title": say(f"theme.default.{theme}", language)}] for theme in THEMES),
                     *(["set", "step", f"step-{at}", {"title": say(f"agenda.vsr_{step}", language),
                                                      "task": say(f"agenda.vsr_{step}_task", language)}]
                       for at, step in enumerate(STEPS, 1)))

    def sits(self, context: BrowserContext, key: str, language: str) -> None:
        """The same seat each time, so that the people on the board stay few."""
        known = self._seats.get((key, language))
        if known:
            context.add_cookies(known)
            return
        answer = context.request.post(f"/api/boards/{self.board}/seats", data={
            "key": getattr(self, key), "name": "Zanele", "association": "SALGA", "language": language})
        assert answer.ok, answer.text()
        self._seats[key, language] = context.cookies()

    def _change(self, *steps: Any) -> None:
        self._changes += 1
        self._post(f"/api/boards/{self.board}/changes", {"change_id": f"shown-{self._changes}", "steps": steps})

    def _post(self, path: str, body: Any) -> Any:
        request = urllib.request.Request(self.server.url + path, json.dumps(body).encode(), {
            "Content-Type": "application/json", **({"Authorization": f"Bearer {self._token}"} if self._token else {})})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
