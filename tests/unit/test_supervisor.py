"""The supervisor: what ends is started again, later each time; what cannot start ends all; replacing waits for the others."""
from __future__ import annotations

import signal
import sys
import threading

import pytest

from board import supervisor
from board.supervisor import SETTLE, Supervisor, Worker, supervise
from config import SettingError, Settings
from live.process import free_port, until

SERVES = """
import http.server, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Ready).serve_forever()
"""

DEAF = "import signal; signal.signal(15, signal.SIG_IGN); signal.pause()"


def serving(number=1):
    port = free_port()
    return Worker(number, [sys.executable, "-c", SERVES, str(port)], {}, ("127.0.0.1", port))


def ending(status):
    return Worker(1, [sys.executable, "-c", f"raise SystemExit({status})"], {}, ("127.0.0.1", free_port()))


class Clock:
    """Time that passes only when it is said to."""

    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds
        threading.Event().wait(0.01)        # the processes are real


def ended(worker, now):
    return until(lambda: worker.look(now), "it has ended")


def test_what_ends_is_started_again_later_each_time(tmp_path):
    worker, now, pauses = ending(3), 1000.0, []
    worker.was_ready = True
    for _ in range(8):
        worker.look(now)
        pid = worker.process.pid
        assert ended(worker, now) == pid and worker.status == 3
        pauses.append(worker._due - now)
        assert worker.look(worker._due - 0.01) is None and worker.process is None
        now = worker._due
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_an_end_after_a_good_life_is_not_held_against_it():
    worker = ending(1)
    worker.was_ready, worker._pause = True, 16.0
    worker.look(1000.0)
    ended(worker, 1000.0 + supervisor.LIVES_WELL + 1)
    assert worker._due == 1000.0 + supervisor.LIVES_WELL + 1 + supervisor.FIRST_PAUSE


@pytest.mark.parametrize("status", [1, 2])
def test_what_cannot_start_ends_all_with_its_status(tmp_path, monkeypatch, status):
    monkeypatch.setattr(supervisor.signal, "signal", lambda *_: None)
    other = serving(2)
    assert Supervisor([ending(status), other], tmp_path).run() == status
    assert other.process is None


def test_processes_are_replaced_one_after_another(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor.signal, "signal", lambda *_: None)
    workers = [serving(1), serving(2)]
    group, first, seen, done = Supervisor(workers, tmp_path), {}, [], []
    clock = Clock()
    monkeypatch.setattr(supervisor, "time", clock)
    real_sleep = clock.sleep

    def sleep(seconds):
        real_sleep(seconds)
        states = [worker.state for worker in workers]
        if states == ["ready", "ready"] and not first:
            first.update({worker.number: worker.process.pid for worker in workers})
            group._take(signal.SIGHUP, None)
        if not done:
            seen.append(sum(state == "ready" for state in states))
        if first and not group._to_replace and states == ["ready", "ready"] and not _old(workers, first):
            done.append(True)
            group._take(signal.SIGTERM, None)
    clock.sleep = sleep
    assert group.run() == 0
    assert 0 not in seen[seen.index(2):] and 1 in seen[seen.index(2):], "one of them always serves"
    assert all(worker.process is None for worker in workers)


def _old(workers, first):
    return [worker for worker in workers if worker.process and worker.process.pid == first[worker.number]]


def test_the_next_waits_until_whoever_sends_people_has_noticed():
    worker = serving()
    worker.state, worker._ready = "ready", 1000.0
    assert not worker.serves(1000.0 + SETTLE - 0.1) and worker.serves(1000.0 + SETTLE)


def test_what_does_not_end_is_killed():
    worker = Worker(1, [sys.executable, "-c", DEAF], {}, ("127.0.0.1", free_port()))
    worker.look(1000.0)
    worker.stop(1000.0)
    until(lambda: worker.look(1000.0 + supervisor.STOP_WITHIN + 1), "it was killed")
    assert worker.status in (-signal.SIGKILL, -signal.SIGTERM)


@pytest.mark.parametrize(("port", "count"), [(0, 2), (65535, 2)])
def test_there_must_be_a_port_for_each(tmp_path, port, count):
    with pytest.raises(SettingError, match="PORT"):
        supervise(Settings(data=tmp_path, port=port, workers=count), "run.py", [])
