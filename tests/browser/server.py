"""A real server for browser tests: `run.py` in a process of its own, which can be killed and started again."""

from __future__ import annotations

import functools
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import leftovers

from board.bundle import read_bundle
from live.process import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 120      # seconds for a server to start; on a busy machine more than thirty were needed


@functools.cache
def bundle() -> str:
    """A bundle of the files as they are: pages open in half the time. It is the committed one while that fits, else made now where
    esbuild is at hand (`npm ci` in static/vendor), else "", and the modules are served."""
    committed = ROOT / "static" / "bundle"
    if read_bundle(ROOT / "static", committed).state == "used":
        return str(committed)
    node = shutil.which("node")
    if not node:
        return ""
    folder = str(leftovers.folder("bundle"))
    made = subprocess.run([node, "static/vendor/bundle.mjs", "--into", folder], cwd=ROOT, capture_output=True, text=True, check=False)
    if made.returncode and "Cannot find package 'esbuild'" not in made.stderr:
        raise RuntimeError("the browser's files make no bundle:\n" + made.stderr)
    return "" if made.returncode else folder


class Server:
    def __init__(self, folder: Path, *arguments: str, **settings: str) -> None:
        self.folder, self.arguments, self.settings = folder, arguments, settings
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> Server:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
        place = {"HOST": "127.0.0.1", "PORT": str(self.port), "BOARD_DATA": str(self.folder), "BOARD_BUNDLE": bundle()}
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "run.py", *self.arguments], cwd=ROOT, env=plain | place | self.settings, stdout=log, stderr=log,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()         # left to run it would be the next test's fault
                raise RuntimeError("the server did not start:\n" + self.log())
            time.sleep(0.05)
        return self

    def kill(self) -> None:
        """Like a power cut: kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def log(self) -> str:
        return (self.folder / "server.log").read_text()[-4000:]

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/healthz", timeout=1) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None
