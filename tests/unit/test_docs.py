"""What the documents name is there: links and their headings, files, make targets, settings, commands and routes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from config import Settings

ROOT = Path(__file__).parents[2]
DOCS = sorted(path for place in ("", "board/", "docs/", "deploy/") for path in ROOT.glob(f"{place}*.md"))
PLACES = ("board", "deploy", "docs", "static", "templates", "tests", ".ci")
UNTRACKED = {"static/bundle", "static/vendor/node_modules", "test-results"}      # there once they are made
HEADING = re.compile(r"^#+ +(.+?)\s*$", re.M)
FENCED = re.compile(r"^```.*?^```", re.M | re.S)


def slug(heading: str) -> str:
    """The anchor that is made of a heading."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", plain.lower()))


def links(text: str) -> Iterator[str]:
    yield from re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", FENCED.sub("", text))


@pytest.fixture(params=DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def doc(request: pytest.FixtureRequest) -> tuple[Path, str]:
    return request.param, request.param.read_text("utf-8")


def test_every_link_leads_somewhere(doc: tuple[Path, str]) -> None:
    path, text = doc
    for link in links(text):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        if anchor:
            assert anchor in {slug(each) for each in HEADING.findall(FENCED.sub("", target.read_text("utf-8")))}, link


def test_every_file_that_is_named_is_there(doc: tuple[Path, str]) -> None:
    for said in re.findall(r"`([^`\n]+)`", FENCED.sub("", doc[1])):
        for name in re.findall(rf"(?:^|\s)((?:{'|'.join(map(re.escape, PLACES))})/[\w./-]+)", said):
            name = name.rstrip("./")
            assert (ROOT / name).exists() or list(ROOT.glob(f"{name}.*")) or name in UNTRACKED, name


def test_every_make_target_that_is_named_is_one(doc: tuple[Path, str]) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    code = re.findall(r"`([^`\n]+)`", doc[1]) + FENCED.findall(doc[1])
    assert {name for each in code for name in re.findall(r"\bmake ([a-z-]+)", each)} - targets == set()


def test_every_setting_that_is_named_is_one(doc: tuple[Path, str]) -> None:
    known = {f"BOARD_{each.name.upper()}" for each in fields(Settings)}
    named = {name for name in re.findall(r"\bBOARD_[A-Z_]*[A-Z]\b", doc[1]) if not name.startswith("BOARD_TEST")}
    assert {name for name in named if name not in known and not any(one.startswith(name + "_") for one in known)} == set()


def test_every_route_that_is_named_is_one(doc: tuple[Path, str], open_hall) -> None:     # noqa: ANN001
    def shape(path: str) -> str:
        return re.sub(r"<[^>]*>", "<>", path).rstrip("/")
    rules = {shape(rule.rule) for rule in open_hall().app.url_map.iter_rules()}
    named = {shape(path) for path in re.findall(r"`(?:GET|POST|DELETE)? ?(/api/[^\s`?{]+)", doc[1])}
    assert {path for path in named if not any(_fits(path, rule) for rule in rules)} == set()


def _fits(path: str, rule: str) -> bool:
    """Also where the document names one of several that a rule is for, or only the beginning of them."""
    if path.endswith("…"):
        return rule.startswith(path.rstrip("…"))
    return re.fullmatch(re.sub("<>", "[^/]+", rule), path) is not None
