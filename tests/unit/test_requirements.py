"""What the board stands on: versions that have their holes mended, files of others that are what they claim to be."""
from __future__ import annotations

import hashlib
import json
import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.version import Version

from board import floors

ROOT = Path(__file__).parents[2]
PINNED = dict(line.split("==") for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if "==" in line)
VENDOR = ROOT / "static" / "vendor" / "VENDOR.json"
PARTS = json.loads(VENDOR.read_text("utf-8")) if VENDOR.exists() else []


@pytest.mark.parametrize("floor", floors.PACKAGES, ids=lambda floor: floor.name)
def test_a_package_with_known_holes_is_new_enough(floor):
    """Installed and pinned, with the comparison of the check-up and with the one of packaging."""
    installed = metadata.version(floor.name)
    assert floors.below(floor.name, installed) is None
    assert Version(installed) >= Version(floor.version) <= Version(PINNED[floor.name])


@pytest.mark.parametrize(("version", "under"), [("3.1.2", True), ("3.1.3", False), ("3.1.10", False), ("3.2", False), ("3", True),
                                                ("4.0.0rc1", False), ("2.9.9", True), ("2026.10.19.post1", False)])
def test_versions_are_compared_by_number(version, under):
    assert bool(floors.below("flask", version)) == under


def test_every_floor_says_what_it_is_for():
    for floor in (*floors.PACKAGES, *floors.SERVERS):
        assert floor.why and Version(floor.version) and len(floor.why) < 140


@pytest.mark.parametrize("path", ["requirements.txt", "tests/requirements.txt"])
def test_every_requirement_is_pinned(path):
    lines = [line for line in (ROOT / path).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*(\s*;.*)?", line)] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["file"])
def test_a_file_of_others_is_what_was_fetched(part):
    assert hashlib.sha256((ROOT / "static" / part["file"]).read_bytes()).hexdigest() == part["sha256"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["file"])
def test_a_file_of_others_comes_with_its_licence(part):
    assert part["packages"]
    for package in part["packages"]:
        assert package["licence"] and (ROOT / "static" / package["text"]).read_text("utf-8").strip()


def test_no_file_of_others_came_along_unnoticed():
    found = {path.relative_to(ROOT / "static").as_posix() for folder, pattern in (("vendor", "*.js"), ("fonts", "*.woff2"))
             for path in (ROOT / "static" / folder).glob(pattern)}
    assert found == {part["file"] for part in PARTS if part["file"].endswith((".js", ".woff2"))}


def test_no_secret_is_in_the_code():
    suspicious = re.compile(r"BEGIN [A-Z ]*PRIVATE KEY|secret_key\s*=\s*[\"'][^\"']{8}", re.I)
    files = [path for folder in ("board", "templates") for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".html")]
    assert [path.name for path in [*files, ROOT / "config.py", ROOT / "run.py"] if suspicious.search(path.read_text("utf-8"))] == []
