"""`make faults`: every scenario, or those that are named. Prints tables, and keeps the raw results as JSON lines."""
from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import resource
import shutil
import signal
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import leftovers
import pytest

from . import SCENARIOS, Impossible, Scenario, Stage
from .plots import plots
from .report import tables

ROOT = Path(__file__).parent.parent.parent


async def play(scenario: Scenario, quick: bool) -> dict[str, Any]:
    """One scenario's result, good or not."""
    folder = leftovers.folder("faults")
    began = time.monotonic()
    result: dict[str, Any] = {"name": scenario.name, "at": datetime.now(UTC).isoformat(timespec="seconds"), "quick": quick}
    async with Stage(folder, quick) as stage:
        try:
            await scenario.play(stage)
            result["result"] = "missed" if scenario.control else "good"
        except (Impossible, pytest.skip.Exception) as error:
            result |= {"result": "skipped", "why": str(error)}
        except AssertionError as error:
            caught = scenario.control and scenario.control in str(error)
            result |= {"result": "caught" if caught else "failed", "why": str(error)[:600]}
        except Exception:      # a fault of the harness; the others are played nevertheless
            result |= {"result": "broken", "why": traceback.format_exc()[-1500:]}
        result |= stage.figures
    logs = "".join(path.read_text(errors="replace")[-3000:] for path in folder.glob("*/server.log"))
    if result["result"] in ("failed", "broken", "missed"):
        result["log"] = logs[-3000:]
    shutil.rmtree(folder, ignore_errors=True)
    return {**result, "seconds": round(time.monotonic() - began, 1)}


def chosen(options: argparse.Namespace) -> list[Scenario]:
    unknown = set(options.names) - set(SCENARIOS)
    if unknown:
        sys.exit(f"No such scenario: {', '.join(sorted(unknown))}. There are: {', '.join(SCENARIOS)}")
    return [each for each in SCENARIOS.values()
            if (each.name in options.names if options.names else bool(each.control) == options.control)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", help="scenarios; none means all")
    parser.add_argument("--quick", action="store_true", help="fewer repeats: does it work at all")
    parser.add_argument("--control", action="store_true", help="builds broken on purpose, which the checker must find out")
    parser.add_argument("--list", action="store_true", help="names, and what is done")
    parser.add_argument("--tables", type=Path, help="print the tables of kept results: of each scenario the last")
    parser.add_argument("--plots", type=Path, help="folder for pictures of the figures")
    parser.add_argument("--out", type=Path, default=ROOT / "test-results/faults.jsonl", help="raw results")
    options = parser.parse_args()
    if options.list:
        for each in SCENARIOS.values():
            print(f"{each.name:20} {each.done}")
        return 0
    if options.tables:
        kept = {each["name"]: each for each in map(json.loads, options.tables.read_text().splitlines())}
        print(tables([kept[name] for name in SCENARIOS if name in kept]))
        return 0
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard if soft < hard < 100_000 else max(soft, min(hard, 65_536)), hard))
    for ending in (signal.SIGINT, signal.SIGTERM):      # servers are cleared away in any case
        signal.signal(ending, signal.default_int_handler)
    results = []
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("a", encoding="utf-8") as out:
        for scenario in chosen(options):
            result = asyncio.run(play(scenario, options.quick))
            results.append(result)
            print(f"{scenario.name:20} {result['result']:8} {result['seconds']:6.1f} s  {result.get('why', '')}",
                  file=sys.stderr, flush=True)
            out.write(json.dumps(result) + "\n")
            out.flush()
    print(f"{datetime.now(UTC):%d %B %Y}, Python {platform.python_version()}, Linux {platform.release().split('-')[0]}, "
          f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; `python -m tests.faults {' '.join(sys.argv[1:])}`\n")
    print(tables(results))
    if options.plots:
        options.plots.mkdir(parents=True, exist_ok=True)
        for name, picture in plots(results).items():
            (options.plots / f"{name}.svg").write_text(picture)
    return int(any(result["result"] in ("failed", "broken", "missed") for result in results))


if __name__ == "__main__":
    raise SystemExit(main())
