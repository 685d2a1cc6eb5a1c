"""Bandit runs with `make lint`. What it is told to leave alone has its rule and its reason beside it."""
from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECKED = ("board", "run.py", "config.py", "keyfile.py")


def test_lint_asks_bandit_about_everything_that_serves():
    assert f"-r {' '.join(CHECKED)}\n" in (ROOT / "Makefile").read_text("utf-8")


def test_every_exception_names_its_rule_and_reason():
    files = [path for name in CHECKED for path in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*.py"))]
    lines = [line for path in files for line in path.read_text("utf-8").splitlines() if "nosec" in line]
    assert lines and all(re.search(r"# nosec B\d{3}  # \w+ \w+", line) for line in lines), lines
