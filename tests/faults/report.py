"""Results as the tables of docs/reliability.md."""
from __future__ import annotations

from typing import Any

from .registry import SCENARIOS

COLUMNS = {"Sent": "sent", "Lost": "lost", "Twice": "twice", "All alike after s": "converged_s", "p95 before ms": "p95_calm_ms",
           "p95 meanwhile ms": "p95_fault_ms"}
SHOWN = {*COLUMNS.values(), "name", "at", "quick", "result", "why", "log", "seconds", "acknowledged", "back"}


def tables(results: list[dict[str, Any]]) -> str:
    groups: dict[str, list[dict[str, Any]]] = {}
    for result in results:
        groups.setdefault(SCENARIOS[result["name"]].group, []).append(result)
    return "\n\n".join(f"### {group}\n\n{_table(found)}" for group, found in groups.items())


def _table(results: list[dict[str, Any]]) -> str:
    head = ["Scenario", "What is done", "What is asserted", *COLUMNS, "Further figures", "Result"]
    rows = [head, ["---"] * 3 + ["---:"] * len(COLUMNS) + ["---"] * 2]
    for result in results:
        scenario = SCENARIOS[result["name"]]
        further = ", ".join(f"{name.replace('_', ' ')} {_number(value)}" for name, value in result.items() if name not in SHOWN)
        why = result.get("why", "")[:120] if result["result"] not in ("good", "caught") else ""
        verdict = result["result"] + (" (quick)" if result["quick"] else "") + (f": {why}" if why else "")
        rows.append([f"`{scenario.name}`", scenario.done, scenario.asserted, *(_number(result.get(each)) for each in COLUMNS.values()),
                     further, verdict.replace("|", "/").replace("\n", " ")])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else "" if value is None else str(value)
