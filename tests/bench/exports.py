"""What a file to take home costs: `make bench-exports`, or `python tests/bench/exports.py --help`.

Each file is made as the server makes it, in a process of its own, one after the other. With `--beside` the server is measured
instead: how soon people in a full room see an edit while files of a board with 1,000 notes are made the whole time, and while
none are. The server and the processes it starts share the first core, as on a small host. Prints Markdown.
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import requests  # noqa: E402
from samples import multiplied  # noqa: E402

from board.export.formats import FORMATS  # noqa: E402
from run import CORES, serving, settle  # noqa: E402

ENTRY = HERE.parents[1] / "board/export/__main__.py"
MEMORY, SECONDS = 2_000_000_000, 120        # as the server gives it, when it is not told otherwise
TIME_SIGNAL, NO_MEMORY = 24, 3
ROTATION = ("pdf", "board-png", "xlsx", "pptx", "docx")
BATCH = 100
# A process that is forked counts its parent's memory as its own, so the parent is one that has next to none.
WATCH = """
import json, os, sys, time
began = time.perf_counter()
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ), 0)
wall = time.perf_counter() - began
print(json.dumps([os.waitstatus_to_exitcode(status), wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]), file=sys.stderr)
"""


# ---- one file after the other

def alone(chosen: argparse.Namespace) -> None:
    print("| Notes | Format | seconds | CPU seconds | Memory MB | KB |\n| ---: | --- | ---: | ---: | ---: | ---: |")
    for count in chosen.notes:
        content = multiplied(count)
        for name in chosen.formats:
            print(f"| {count:,} | {name} | {cost(name, content)} |", flush=True)


def cost(name: str, content: dict) -> str:
    """The cells of a line, or what became of the process."""
    asked = {"format": name, "content": content, "language": "en", "scope": ["board", ""], "memory": MEMORY, "seconds": SECONDS,
             "options": {"comments": False, "separator": "", "fonts": []}}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made, tempfile.TemporaryFile() as said:
        given.write(json.dumps(asked).encode())
        given.seek(0)
        subprocess.run([sys.executable, "-I", "-S", "-c", WATCH, sys.executable, "-I", str(ENTRY)], stdin=given, stdout=made, stderr=said,
                       check=True)
        said.seek(0)
        *errors, told = said.read().decode(errors="replace").strip().splitlines()
        status, wall, computed, memory = json.loads(told)
        spent = f"{wall:.1f} | {computed:.1f} | {memory:.0f}"
        if status:
            why = {-TIME_SIGNAL: f"more than {SECONDS} s", NO_MEMORY: "more memory than it may take"}.get(status, (errors or [""])[-1][:80])
            return f"{spent} | none: {why}"
        made.seek(0)
        made.readline()     # the remarks
        size = len(made.read())
    return f"{spent} | {size / 1000:,.0f}"


# ---- beside people at work

@dataclass
class Exports:
    """The files made meanwhile, asked for over HTTP without a pause."""
    url: str
    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _board: str = ""
    _headers: dict[str, str] = field(default_factory=dict)

    def fill(self, count: int) -> None:
        made = self._post("/api/boards", {"title": "To take home"})
        self._board = f"/api/boards/{made['board']}"
        key = made["links"]["facilitator"].split("#")[1]
        self._headers = {"Authorization": "Bearer " + self._post(self._board + "/seats", {"key": key, "name": "Zanele"})["token"]}
        content = multiplied(count)
        steps = [["add", "note", {name: each[name] for name in ("id", "kind", "theme", "text", "language", "sdgs", "x", "y")}]
                 for each in content["notes"]]
        steps += [["add", "answer", {name: each[name] for name in ("id", "solution", "challenge")}] for each in content["answers"]]
        for start in range(0, len(steps), BATCH):
            self._post(self._board + "/changes", {"change_id": f"fill-{start}", "steps": steps[start:start + BATCH]})

    @contextmanager
    def going_on(self):
        """Until the block ends; the first file is being made when it begins."""
        begun, over = threading.Event(), threading.Event()

        def work() -> None:
            for name in cycle(ROTATION):
                if over.is_set():
                    return
                began = time.perf_counter()
                begun.set()
                answer = requests.get(f"{self.url}{self._board}/export/{name}", headers=self._headers, timeout=180)
                self.seconds.append(time.perf_counter() - began)
                if not answer.ok:
                    self.faults.append(f"{name}: {answer.status_code} {answer.text[:100]}")
        thread = threading.Thread(target=work)
        thread.start()
        begun.wait()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _post(self, path: str, body: dict) -> dict:
        answer = requests.post(self.url + path, json=body, headers=self._headers, timeout=60)
        if not answer.ok:
            raise RuntimeError(f"{path}: {answer.status_code} {answer.text[:300]}")
        return answer.json()


def beside(chosen: argparse.Namespace) -> None:
    print(f"{chosen.clients} clients, 20 of them editing, for {chosen.seconds} s\n\n"
          "| Exports | p50 ms | p95 ms | p99 ms | Lost | Files | seconds a file |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    found: dict[bool, list[dict]] = {False: [], True: []}
    for _ in range(chosen.turns):
        for busy in (False, True):
            result, exports = room(chosen, busy)
            found[busy].append(result)
            times = exports.seconds
            each = f"{sum(times) / len(times):.1f}" if times else ""
            print(f"| {'one after the other' if busy else 'none'} | {result['p50']} | {result['p95']} | {result['p99']} | {result['lost']} "
                  f"| {len(times)} | {each} |", flush=True)
            for fault in exports.faults[:3]:
                print(fault, file=sys.stderr)
    ratios = {name: min(each[name] for each in found[True]) / min(each[name] for each in found[False]) for name in ("p50", "p95")}
    print(f"\nOf the better turns: p50 × {ratios['p50']:.2f}, p95 × {ratios['p95']:.2f}")


def room(chosen: argparse.Namespace, busy: bool) -> tuple[dict, Exports]:
    """The live load of `run.py` on a fresh server, which has the board to take home in any case."""
    with serving("board", chosen.port, False) as pid:
        exports = Exports(f"http://127.0.0.1:{chosen.port}")
        exports.fill(chosen.board)
        if not busy:
            return load(chosen, pid), exports
        with exports.going_on():
            return load(chosen, pid), exports


def load(chosen: argparse.Namespace, pid: int) -> dict:
    words = ["node", HERE / "load/main.mjs", "board", chosen.port, pid, "live", chosen.clients, chosen.seconds]
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, timeout=300,
                          preexec_fn=lambda: settle(CORES[1:] or CORES, False))
    if done.returncode:
        sys.exit(done.stderr[-1500:])
    return json.loads(done.stdout)


def options() -> argparse.Namespace:
    made_apart = [name for name in FORMATS if name != "json"]      # that the server writes itself
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=lambda text: [int(each) for each in text.split(",")], default="100,1000,5000", help="(%(default)s)")
    parser.add_argument("--formats", type=lambda text: text.split(","), default=made_apart, help="comma-separated (all but json)")
    parser.add_argument("--beside", action="store_true", help="measure people at work beside exports instead")
    parser.add_argument("--clients", type=int, default=200, help="beside: people (%(default)s)")
    parser.add_argument("--seconds", type=int, default=20, help="beside: length (%(default)s)")
    parser.add_argument("--turns", type=int, default=2, help="beside: each of both so often (%(default)s)")
    parser.add_argument("--board", type=int, default=1000, help="beside: notes on the board taken home (%(default)s)")
    parser.add_argument("--port", type=int, default=7541, help="beside: port to use (%(default)s)")
    chosen = parser.parse_args()
    if unknown := set(chosen.formats) - set(made_apart):
        parser.error(f"no such format: {', '.join(sorted(unknown))}")
    return chosen


if __name__ == "__main__":
    wanted = options()
    beside(wanted) if wanted.beside else alone(wanted)
