"""What several processes cost and hold: `.venv/bin/python tests/bench/processes.py`, about five minutes.

The board as `deploy/` describes it: N processes under one supervisor, PostgreSQL, Redis, nginx in front, all on the first
core; the clients on another. So this measures what a change costs with each number of processes, not how many cores add up
to: on one core they share it. Computing time is told for each part, raw results go to a file.
"""
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
import requests  # noqa: E402

from live.process import LiveServer, until  # noqa: E402
from live.servers import Nginx, Postgres, Redis  # noqa: E402
from run import CORES, ROOT, settle  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [each for child in (task / "children").read_text().split() for each in family(int(child))]
    return found


def computing(pid: int) -> float:
    """Seconds of computing of a process and all that it started."""
    total = 0
    for each in family(pid):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12]) + int(fields[13]) + int(fields[14])
    return total / TICK


def measure(count: int, boards: int, people: int, seconds: int, first: bool) -> dict:
    settle(CORES[:1], first)        # what is started from here on is there too
    with (Postgres() as postgres, Redis() as redis, tempfile.TemporaryDirectory(prefix="bench-") as folder,
          LiveServer(Path(folder), workers=count, BOARD_DATABASE_URL=postgres.database("bench"), BOARD_REDIS_URL=redis.url,
                     BOARD_PROXIES=1, BOARD_LOG_LEVEL="WARNING") as server):
        ports = list(range(server.port, server.port + count))
        until(lambda: all(is_ready(port) for port in ports), "the processes are ready")
        with Nginx(ports) as nginx:
            parts = {"board": server.process.pid, "postgresql": postgres.pid, "redis": redis.process.pid, "nginx": nginx.process.pid}
            before = {name: computing(pid) for name, pid in parts.items()}
            done = subprocess.run(
                ["node", str(HERE / "load/main.mjs"), "board", str(nginx.port), str(server.process.pid), "rooms",
                 str(boards), str(people), str(seconds)],
                capture_output=True, text=True, timeout=280, check=False, preexec_fn=lambda: settle(CORES[1:] or CORES, first))
            if done.returncode:
                return {"processes": count, "error": done.stderr[-1500:]}
            spent = {name: round(computing(pid) - before[name], 2) for name, pid in parts.items()}
            return {"processes": count, **json.loads(done.stdout), "computing": spent}


def is_ready(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/readyz", timeout=2).ok
    except requests.RequestException:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--processes", default="1,2,4")
    parser.add_argument("--boards", type=int, default=40)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--first", action="store_true", help="before other programs: for a busy machine, needs root")
    parser.add_argument("--out", type=Path, default=ROOT / "test-results/processes.jsonl")
    chosen = parser.parse_args()
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    print("| Processes | p50 ms | p95 ms | Lost | CPU ms an edit | PostgreSQL, s in all | nginx, s | Redis, s | Memory MB |\n"
          "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in map(int, chosen.processes.split(",")):
        result = measure(count, chosen.boards, chosen.people, chosen.seconds, chosen.first)
        with chosen.out.open("a", encoding="utf-8") as out:
            out.write(json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **result}) + "\n")
        if "error" in result:
            sys.exit(result["error"])
        spent = result["computing"]
        shown = (count, *(result[name] for name in ("p50", "p95", "lost", "cpuPerEdit")),
                 *(spent[name] for name in ("postgresql", "nginx", "redis")), result["memory"])
        print("| " + " | ".join(map(str, shown)) + " |", flush=True)
        time.sleep(1)


if __name__ == "__main__":
    main()
