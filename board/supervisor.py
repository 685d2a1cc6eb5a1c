"""`run.py --workers N`: starts the serving processes, each on a port of its own, and keeps them running.

    SIGTERM, SIGINT   all of them drain and end
    SIGHUP            one after another is replaced by a new one, the next only when all serve again

Plain Python, without eventlet: the serving processes are programs started anew, never forks.
"""
from __future__ import annotations

import http.client
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from config import SettingError, Settings

from . import db

log = logging.getLogger(__name__)
TICK = 0.1
READY_TICK, READY_WITHIN = 0.25, 1.0        # seconds between looks at one that starts; how long an answer may take
STOP_WITHIN = 25.0          # seconds to drain, then it is killed: longer than `run.py` takes for itself
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0      # seconds before one that ended is started again
SETTLE = 3.0                # seconds between a new process and the end of the next: nginx asks again after two who was away
LIVES_WELL = 30.0           # seconds after which an end is not held against the start
FIGURES = "PROMETHEUS_MULTIPROC_DIR"        # where the processes put what `/metrics` of any of them adds up


class Worker:
    """One serving process: away, then starting, then ready, perhaps stopping, then away again."""

    def __init__(self, number: int, command: list[str], environment: dict[str, str], address: tuple[str, int]) -> None:
        self.number, self._command, self._environment, self._address = number, command, environment, address
        self.process: subprocess.Popen[bytes] | None = None
        self.state = "away"
        self.was_ready, self.status = False, 0
        self._due = self._started = self._looked = self._ready = self._deadline = 0.0
        self._pause = FIRST_PAUSE

    def look(self, now: float) -> int | None:
        """Do what is due; the process's id when it has just ended."""
        if self.process is None:
            if now >= self._due:
                self._start(now)
            return None
        status = self.process.poll()
        if status is not None:
            return self._ended(status, now)
        if self.state == "stopping" and now > self._deadline:
            log.warning("process %d does not end; killed", self.number)
            self.process.kill()
        elif self.state == "starting" and now - self._looked >= READY_TICK:
            self._looked = now
            if self._answers():
                self.state, self.was_ready, self._ready = "ready", True, now
                log.info("process %d is ready (port %d, pid %d)", self.number, self._address[1], self.process.pid)
        return None

    def serves(self, now: float) -> bool:
        """Whether people can be sent to it, and whoever sends them has had the time to notice."""
        return self.state == "ready" and now - self._ready >= SETTLE

    def stop(self, now: float) -> None:
        """Let it drain and end."""
        if self.process is not None and self.state != "stopping":
            self.state, self._deadline = "stopping", now + STOP_WITHIN
            self.process.terminate()

    def _start(self, now: float) -> None:
        self.process = subprocess.Popen(self._command, env=self._environment)     # noqa: S603  # nosec B603  # our own program
        self.state, self._started = "starting", now

    def _ended(self, status: int, now: float) -> int:
        assert self.process     # nosec B101  # for the types: it has just ended
        ended = self.process.pid
        self.process, self.status = None, status
        if self.state == "stopping":
            self._due = now
        else:
            if now - self._started > LIVES_WELL:
                self._pause = FIRST_PAUSE
            self._due = now + self._pause
            how = f"signal {-status}" if status < 0 else f"status {status}"
            if self.was_ready:
                log.error("process %d ended (%s); started again in %.1f s", self.number, how, self._pause)
            else:
                log.error("process %d did not start (%s)", self.number, how)
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        self.state = "away"
        return ended

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(*self._address, timeout=READY_WITHIN)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class Supervisor:
    """Runs `commands`: for each process its command and environment, and where it answers."""

    def __init__(self, workers: list[Worker], figures: Path) -> None:
        self._workers, self._figures = workers, figures
        self._signals: list[int] = []
        self._to_replace: list[Worker] = []

    def run(self) -> int:
        """Until it is told to stop; the exit status."""
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(each, self._take)
        while True:
            now = time.monotonic()
            for worker in self._workers:
                self._look(worker, now)
                if worker.process is None and not worker.was_ready:     # it says itself why, and so would the next
                    self._stop_all()
                    return worker.status
            for each in self._signals[:]:
                self._signals.remove(each)
                if each != signal.SIGHUP:
                    self._stop_all()
                    return 0
                log.info("replacing the processes one after another")
                self._to_replace = list(self._workers)
            if self._to_replace and all(worker.serves(now) for worker in self._workers):
                self._to_replace.pop(0).stop(now)
            time.sleep(TICK)

    def _take(self, number: int, _frame: FrameType | None) -> None:
        self._signals.append(number)

    def _look(self, worker: Worker, now: float) -> None:
        ended = worker.look(now)
        if ended is not None:
            from prometheus_client.multiprocess import mark_process_dead
            mark_process_dead(ended, str(self._figures))

    def _stop_all(self) -> None:
        for worker in self._workers:
            worker.stop(time.monotonic())
        while any(worker.process for worker in self._workers):
            for worker in self._workers:
                if worker.process:
                    self._look(worker, time.monotonic())
            time.sleep(TICK)
        log.info("all processes have ended")


def supervise(settings: Settings, script: str, first: list[str]) -> int:
    """Migrate, then run as many of `script` as the settings say; the arguments `first` are for the first of them. Raises SettingError."""
    last = settings.port + settings.workers - 1
    if not settings.port or last > 65535:
        raise SettingError(f"PORT: {settings.workers} processes need as many ports, from a given one on")
    settings.make_folder()
    settings.keys()         # made once, not by all at the same time
    db.migrate(settings.database)
    if settings.database.startswith("sqlite"):
        log.warning("SQLite has one writer for all %d processes; PostgreSQL lets them write side by side", settings.workers)
    if not settings.redis_url:
        log.warning("without BOARD_REDIS_URL, a board's people on different processes see each other's edits up to 2 s later")
    figures = settings.data / "figures"
    shutil.rmtree(figures, ignore_errors=True)
    figures.mkdir()
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)     # nosec B104  # only compared
    workers = []
    for number in range(settings.workers):
        port = settings.port + number
        command = [sys.executable, *(f"-W{each}" for each in sys.warnoptions), script, "--worker", str(os.getpid()),
                   *([] if number else first)]
        workers.append(Worker(number + 1, command, {**os.environ, "PORT": str(port), FIGURES: str(figures.absolute())}, (host, port)))
    print(f"{settings.workers} processes of the board, at ports {settings.port} to {last} of {settings.host}", flush=True)
    return Supervisor(workers, figures).run()
