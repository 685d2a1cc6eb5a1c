"""What is counted while the board runs, for `/metrics`. Nothing here tells of a board, a person or what they wrote.

Counted once a group of changes or once a message to a room, never once a receiver. Only from the thread that serves
people: the library's locks are green there and must not be shared with the threads of the database.
With `PROMETHEUS_MULTIPROC_DIR` in the environment each process writes its figures to a file in that folder, and any of
them answers for all.
"""
from __future__ import annotations

import os
import platform
from collections import Counter as count
from collections.abc import Iterable
from typing import Any

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

SECONDS = (.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
FILE_SECONDS = (.1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300)
SIZES = (1, 2, 5, 10, 20, 50, 100, 200)


def _gauge(name: str, sentence: str, *labels: str, mode: Any = "livesum") -> Gauge:
    return Gauge(name, sentence, labels, multiprocess_mode=mode)


build_info = _gauge("board_build_info", "1; the labels say which version runs.", "version", "python", mode="livemax")
connections = _gauge("board_connections", "Open connections of people who have joined a board.")
seats = _gauge("board_seats_connected", "People who are on a board now; who has it open twice counts once.")
boards = _gauge("board_boards_in_use", "Boards with somebody on them.")
resident = _gauge("board_resident_bytes", "Memory of the processes.")
cpu = Counter("board_cpu_seconds_total", "Computing time of the processes.")

changes = Counter("board_changes_total", "Changes by outcome: applied, repeat, or the reason of the refusal.", ["outcome"])
group_size = Histogram("board_group_size", "Changes committed in one transaction.", buckets=SIZES)
commit_seconds = Histogram("board_commit_seconds", "From taking a group of changes to its being durable.", buckets=SECONDS)
change_seconds = Histogram(
    "board_change_seconds", "From receiving a change to having sent it to everybody; of each group the one that waited longest.",
    buckets=SECONDS)
messages = Counter("board_messages_total", "Messages to one receiver: written directly, or through its queue.", ["how"])
slow_readers = Counter("board_slow_readers_dropped_total", "Connections closed because too much waited for them.")
lateness = Histogram("board_hub_lateness_seconds", "How late a timer is that should run now: how long everybody waits.", buckets=SECONDS)

joins = Counter("board_joins_total", "Answers to `join`: caught_up, reload (with a snapshot), or the reason of the refusal.", ["outcome"])
snapshots = Counter("board_snapshots_total", "Snapshots given out: made anew, or shared with others at the same number.", ["how"])
files_waiting = _gauge("board_files_waiting", "Files that are being made or read, or wait for that.")
files = Counter("board_files_total", "Files by what was done (export, import) and how it went: made, failed, refused (too many waited).",
                ["work", "outcome"])
file_seconds = Histogram("board_file_seconds", "Seconds to make or read a file, the wait included.", ["work"], buckets=FILE_SECONDS)
machine_translations = Counter(
    "board_machine_translations_total", "Translations suggested by the host's translator by outcome: made, or why not.", ["outcome"])
wrong_codes = Counter("board_wrong_codes_total", "Wrong codes and links at the door.")
requests = Histogram("board_request_seconds", "HTTP requests by endpoint and class of status.", ["endpoint", "status"], buckets=SECONDS)
database_errors = Counter("board_database_errors_total", "Errors of the database by sort.", ["sort"])
log_lines_left_out = Counter("board_log_lines_left_out_total", "Lines of the log left out because there were too many of a sort.")

_direct, _queued = messages.labels("direct"), messages.labels("queued")


def built(version: str) -> None:
    build_info.labels(version, platform.python_version()).set(1)


def committed(outcomes: Iterable[dict[str, Any]], size: int, seconds: float) -> None:
    """A group was decided in so many seconds."""
    group_size.observe(size)
    commit_seconds.observe(seconds)
    for outcome, number in count(map(outcome_of, outcomes)).items():
        changes.labels(outcome).inc(number)


def outcome_of(outcome: dict[str, Any]) -> str:
    """The word an outcome is counted under."""
    if outcome.get("repeat"):
        return "repeat"
    return "applied" if outcome["ok"] else str(outcome["reason"])


def sent(*, direct: int = 0, queued: int = 0) -> None:
    """A message went to so many."""
    if direct:
        _direct.inc(direct)
    if queued:
        _queued.inc(queued)


def exposition() -> tuple[bytes, str]:
    """All figures as Prometheus reads them, and their content type."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY), CONTENT_TYPE_PLAIN_0_0_4
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    return generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4
