"""What counting costs: microseconds a group of changes, a message to a room and a beat, alone and with several processes.

    .venv/bin/python tests/bench/watching.py
"""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMES = 50_000


def measure() -> None:
    sys.path.insert(0, str(ROOT))
    from board import metrics

    one = [{"change_id": "c", "ok": True, "seq": 1}]
    calls = {
        "a group of 1": lambda: (metrics.committed(one, 1, .002), metrics.change_seconds.observe(.003)),
        "a group of 20": lambda: (metrics.committed(one * 20, 20, .004), metrics.change_seconds.observe(.006)),
        "a message to a room": lambda: metrics.sent(direct=400, queued=1),
        "a beat": lambda: metrics.lateness.observe(.0004),
    }
    for name, call in calls.items():
        rounds = []
        for _ in range(5):
            began = time.process_time()
            for _ in range(TIMES):
                call()
            rounds.append((time.process_time() - began) / TIMES * 1e6)
        print(f"  {name:22} {min(rounds):6.1f} µs")
    began = time.process_time()
    for _ in range(20):
        metrics.exposition()
    print(f"  {'an answer to /metrics':22} {(time.process_time() - began) / 20 * 1e6:6.0f} µs")


def main() -> None:
    if "--measure" in sys.argv:
        measure()
        return
    plain = {name: value for name, value in os.environ.items() if name != "PROMETHEUS_MULTIPROC_DIR"}
    with tempfile.TemporaryDirectory() as folder:
        for title, more in (("one process", {}), ("several processes", {"PROMETHEUS_MULTIPROC_DIR": folder})):
            print(title, flush=True)
            subprocess.run([sys.executable, __file__, "--measure"], env={**plain, **more}, check=True)


if __name__ == "__main__":
    main()
