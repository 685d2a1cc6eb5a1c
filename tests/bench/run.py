"""The board's figures beside two peers, measured in one run: `make bench`, or `run.py --help`.

Every measurement gets a fresh server, held to the first core; the clients are one Node process on another. The servers
take turns, so that a busy minute of the machine touches them alike. Prints Markdown tables; raw results go to a file.
"""

import argparse
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = HERE / "node_modules"
CORES = sorted(os.sched_getaffinity(0))


def command(server: str, port: int, folder: str) -> tuple[list[str], dict[str, str]]:
    """How a server is started, and with which environment."""
    match server:
        case "board":
            unlimited = {"BOARD_RATE_CHANGES": "0", "BOARD_RATE_NOTES": "0", "BOARD_RATE_BOARDS": "0", "BOARD_MAX_NOTES": "1000000"}
            place = {"HOST": "127.0.0.1", "PORT": str(port), "BOARD_DATA": folder, "BOARD_LOG_LEVEL": "WARNING"}
            return [sys.executable, str(ROOT / "run.py")], place | unlimited
        case "bare":
            return [sys.executable, str(HERE / "peers/bare.py"), str(port)], {}
        case "y-websocket":
            place = {"HOST": "127.0.0.1", "PORT": str(port), "YPERSISTENCE": folder}
            return ["node", str(MODULES / "y-websocket/bin/server.js")], place
    raise ValueError(server)


def settle(cores: list[int], first: bool) -> None:
    """In the new process: keep to these cores; with `--first`, go before everything else on the machine."""
    os.sched_setaffinity(0, cores)
    if first:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(20))


@contextmanager
def serving(server: str, port: int, first: bool):
    """The server's process id, while it accepts connections."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, tempfile.TemporaryFile() as log:
        words, environment = command(server, port, folder)
        process = subprocess.Popen(
            words, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log,
            preexec_fn=lambda: settle(CORES[:1], first),
        )
        try:
            wait_for(port, process, log)
            yield process.pid
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for(port: int, process: subprocess.Popen, log) -> None:
    for _ in range(300):
        if process.poll() is not None:
            log.seek(0)
            raise RuntimeError(f"the server stopped at once:\n{log.read().decode()[-2000:]}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not open its port")


def measure(server: str, chosen: argparse.Namespace, work: str, *sizes: int) -> dict:
    port, first = chosen.port, chosen.first
    with serving(server, port, first) as pid:
        done = subprocess.run(
            ["node", str(HERE / "load/main.mjs"), server, str(port), str(pid), work, *map(str, sizes)],
            capture_output=True, text=True, timeout=300, check=False,
            preexec_fn=lambda: settle(CORES[1:] or CORES, first),
        )
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[-1:] or done.returncode, "stderr": done.stderr[-1500:]}
    return json.loads(done.stdout)


TABLES = {
    "live": (
        "20 editors, 2 edits a second each, everybody on one board",
        {"Clients": "clients", "Server": "server", "p50 ms": "p50", "p95 ms": "p95", "p99 ms": "p99", "Lost": "lost",
         "CPU ms per 1,000 deliveries": "cpuPerThousand", "Bytes a delivery": "bytesPerDelivery", "Memory MB": "memory"},
    ),
    "drag": (
        "Notes in flight: 20 people drag at 20 positions a second before 100",
        {"Server": "server", "p50 ms": "p50", "p95 ms": "p95", "CPU ms per 1,000 deliveries": "cpuPerThousand", "Left out": "lost"},
    ),
    "size": (
        "The same live workshop with 200 clients on a board that holds notes already",
        {"Notes": "notes", "Server": "server", "p50 ms": "p50", "p95 ms": "p95", "Lost": "lost",
         "CPU ms per 1,000 deliveries": "cpuPerThousand"},
    ),
    "rooms": (
        "Many boards in one process, 10 people on each, every one of them edits twice in ten seconds",
        {"Boards": "boards", "Server": "server", "p50 ms": "p50", "p95 ms": "p95", "Lost": "lost", "CPU ms an edit": "cpuPerEdit",
         "% of a core": "busy", "Memory MB": "memory"},
    ),
    "burst": (
        "A hundred who join at once",
        {"Notes": "notes", "Server": "server", "p50 ms": "p50", "last one in, ms": "last", "KB": "kilobytes",
         "Server CPU ms": "cpuPerJoin"},
    ),
    "join": (
        "Joining late",
        {"Notes": "notes", "Server": "server", "p50 ms": "p50", "p95 ms": "p95", "KB": "kilobytes",
         "Server CPU ms": "cpuPerJoin"},
    ),
    "most": (
        "Most changes a second, all delivered, p95 ≤ 100 ms (10 clients)",
        {"Server": "server", "Changes a second": "changesPerSecond", "p95 ms": "p95"},
    ),
}


SIZES = {"live": ("clients", "seconds"), "drag": ("seconds",), "join": ("notes",), "burst": ("notes",), "most": (),
         "size": ("clients", "seconds", "notes"), "rooms": ("boards", "people", "seconds")}
WORK = {"size": "live"}             # where the generator calls it something else
NOT_OF_ALL = {"join": ("board", "y-websocket"), "burst": ("board", "y-websocket"),       # the bare one keeps no state
              "drag": ("board", "y-websocket"), "size": ("board",), "rooms": ("board",)}


def table(work: str, results: list[dict]) -> str:
    title, columns = TABLES[work]
    rows = [[cell(result, field) for field in columns.values()] for result in results if result["work"] == work]
    lines = [f"### {title}", "", " | ".join(columns), " | ".join("---:" for _ in columns), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" if " | " in line else line for line in lines) + "\n"


def cell(result: dict, field: str) -> str:
    value = result.get(field, "failed" if "error" in result else "")
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def peers_ready() -> None:
    if not (MODULES / "y-websocket").exists():
        if not shutil.which("npm"):
            sys.exit("npm is needed to install y-websocket; or leave the peer out: --only board,bare")
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)


def options() -> argparse.Namespace:
    def numbers(text):
        return [int(part) for part in text.split(",")]

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="board,bare,y-websocket", help="servers (%(default)s)")
    parser.add_argument("--work", default="live,drag,join,burst,most,size,rooms", help="measurements (%(default)s)")
    parser.add_argument("--clients", type=numbers, default="50,100,200,400,1000", help="live: clients (%(default)s)")
    parser.add_argument("--seconds", type=int, default=20, help="live: length (%(default)s)")
    parser.add_argument("--notes", type=numbers, default="1000,5000,10000", help="join: notes (%(default)s)")
    parser.add_argument("--rooms", type=numbers, default="1,10,50,100", help="rooms: boards (%(default)s)")
    parser.add_argument("--port", type=int, default=7540, help="port to use (%(default)s)")
    parser.add_argument("--first", action="store_true", help="before other programs: for a busy machine, needs root")
    parser.add_argument("--out", type=Path, default=ROOT / "test-results/bench.jsonl", help="raw results")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    servers = chosen.only.split(",")
    if chosen.first and os.geteuid():
        sys.exit("--first needs root")
    if "y-websocket" in servers:
        peers_ready()
    plan = {
        "live": [(clients, chosen.seconds) for clients in chosen.clients],
        "drag": [(chosen.seconds,)],
        "join": [(notes,) for notes in chosen.notes],
        "burst": [(max(chosen.notes),)],
        "most": [()],
        "size": [(200, chosen.seconds, notes) for notes in [0, *chosen.notes]],
        "rooms": [(boards, 10, chosen.seconds) for boards in chosen.rooms],
    }
    results = []
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    with chosen.out.open("a", encoding="utf-8") as out:
        for work in chosen.work.split(","):
            for sizes in plan[work]:
                for server in servers:
                    if work in NOT_OF_ALL and server not in NOT_OF_ALL[work]:
                        continue
                    print(f"{server}: {work} {sizes[-1] if sizes else ''}", file=sys.stderr)
                    named = dict(zip(SIZES[work], sizes, strict=True))
                    result = {"server": server, "work": work, **named, **measure(server, chosen, WORK.get(work, work), *sizes)}
                    results.append(result)
                    out.write(json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **result}) + "\n")
                    out.flush()
    versions = f"Python {platform.python_version()}, Linux {platform.release().split('-')[0]}, {len(CORES)} cores"
    print(f"{datetime.now(UTC):%d %B %Y}, {versions}, load {os.getloadavg()[0]:.1f}\n")
    for work in chosen.work.split(","):
        print(table(work, results))
    if any("error" in result for result in results):
        sys.exit("Some measurements failed; see " + str(chosen.out))


if __name__ == "__main__":
    main()
