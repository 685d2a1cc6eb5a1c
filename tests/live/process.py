"""A live server in its own process: start, kill, stop, and the door to it over HTTP."""
from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120.0    # seconds a state may take to come; on a busy machine a server alone takes more than forty to start


def until(state: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """Wait for a state; what it returned once that is true."""
    end = time.monotonic() + seconds
    while True:
        found = state()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:g} s: {what}")
        time.sleep(0.02)


def free_port() -> int:
    return free_ports(1)


def free_ports(count: int) -> int:
    """The first of so many free ports in a row: none that the system gives to outgoing connections, which could take one
    before its server does."""
    while True:
        first = 20_000 + secrets.randbelow(12_000)      # not `random`, which tests seed alike in every process
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        return first


class LiveServer:
    """`script` stands for run.py when something is to be broken on purpose; `workers`: it is several processes."""

    def __init__(self, folder: Path, script: Path = ROOT / "run.py", workers: int = 1, **settings: Any) -> None:
        self.folder, self._script, self.port = folder, script, free_ports(workers)
        self._arguments = ["--workers", str(workers)] if workers > 1 else []
        self.url = f"http://127.0.0.1:{self.port}"
        given = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
        self._environment = {**given, "HOST": "127.0.0.1", "PORT": str(self.port), "BOARD_DATA": str(folder), "BOARD_RATE_CHANGES": "0",
                             "BOARD_RATE_NOTES": "0", "BOARD_RATE_BOARDS": "0",
                             "BOARD_MAX_NOTES": "1000000", **{k: str(v) for k, v in settings.items()}}
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "server.log"

    def __enter__(self) -> LiveServer:
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "ignore", str(self._script), *self._arguments], cwd=ROOT, env=self._environment,
                stdout=log, stderr=log)
        until(self.is_up, f"the server answers; its log: {self.log}")

    def is_up(self) -> bool:
        assert self.process and self.process.poll() is None, f"the server ended: {self.log.read_text()[-2000:]}"
        try:
            return requests.get(self.url + "/healthz", timeout=2).ok
        except requests.RequestException:
            return False

    def kill(self) -> None:
        """As the power goes."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def stop(self, seconds: float) -> int:
        """As an operator stops it; the exit status."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    # --- over HTTP

    def makes_board(self) -> dict[str, Any]:
        answer = requests.post(self.url + "/api/boards", json={"title": "Live"}, timeout=PATIENCE)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def seats(self, board: dict[str, Any], name: str, role: str = "participant") -> dict[str, Any]:
        """`{board, seat, token, url}`: all that a client needs."""
        key = board["links"][role].split("#")[1]
        answer = requests.post(f"{self.url}/api/boards/{board['board']}/seats", json={"key": key, "name": name}, timeout=PATIENCE)
        assert answer.status_code == 201, answer.text
        return {"board": board["board"], "url": self.url, **answer.json()}

    def get(self, seat: dict[str, Any], path: str, timeout: float = PATIENCE) -> Any:
        answer = requests.get(f"{self.url}/api/boards/{seat['board']}/{path}", timeout=timeout,
                              headers={"Authorization": f"Bearer {seat['token']}"})
        assert answer.ok, answer.text
        return answer.json()

    def notes(self, seat: dict[str, Any]) -> dict[str, Any]:
        return {note["id"]: note for note in self.get(seat, "snapshot")["records"]["note"]}
