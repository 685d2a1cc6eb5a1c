"""The rules of PROTOCOL.md and the tests that carry their numbers, compared both ways."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROTOCOL = (ROOT / "board" / "PROTOCOL.md").read_text("utf-8")
RULES = set(re.findall(r"^- \*\*([A-Z]\d+)\*\*", PROTOCOL, re.M))
RULE = re.compile(r"[cstderpfkm]\d{1,2}", re.I)


def in_python():
    found = set()
    for folder in ("unit", "http", "socket", "live", "browser"):
        for path in sorted((ROOT / "tests" / folder).rglob("test_*.py")):
            for name in re.findall(r"^\s*(?:async )?def test_(\w+)", path.read_text("utf-8"), re.M):
                for word in name.split("_"):
                    if not RULE.fullmatch(word):
                        break
                    found.add(word.upper())
    return found


def in_javascript():
    found = set()
    for path in sorted((ROOT / "tests" / "js").glob("*.test.js")):
        for name in re.findall(r"""\b(?:test|it|describe)\(\s*["'`]((?:[A-Z]\d{1,2}[ ,]*)+):""", path.read_text("utf-8")):
            found.update(RULE.findall(name))
    return found


def test_the_document_numbers_its_rules_without_holes():
    for letter in {rule[0] for rule in RULES}:
        numbers = sorted(int(rule[1:]) for rule in RULES if rule[0] == letter)
        assert numbers == list(range(1, len(numbers) + 1)), letter


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_a_test_that_carries_its_number(rule):
    assert rule in in_python() | in_javascript()


def test_no_test_carries_the_number_of_a_rule_there_is_not():
    assert (in_python() | in_javascript()) - RULES == set()


def test_every_reason_is_in_the_document_and_no_other():
    from board.protocol import Reason
    section = PROTOCOL[PROTOCOL.index("## Refusals"):PROTOCOL.index("- **R1**")]
    named = set(re.findall(r"`([a-z_]+)`", section)) - {"field", "limit", "record", "retry_after"}
    assert named | {"limit"} == {each.value for each in Reason}


def test_every_record_field_is_in_the_document_and_no_other():
    from board.records import TYPES
    table, found, kind = PROTOCOL[PROTOCOL.index("## Records"):], {}, ""
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 6 or cells[1] == "type" or cells[1].startswith("-"):
            continue
        kind = cells[1] or kind
        found.setdefault(kind, set()).update(re.findall(r"`(\w+)`", cells[2]))
    assert found == {name: set(each.fields) for name, each in TYPES.items()}


def test_every_event_is_in_the_document_and_no_other():
    from board.sockets import EVENTS
    section = PROTOCOL[PROTOCOL.index("## Socket"):PROTOCOL.index("- **E1**")]
    assert set(re.findall(r"^\| → `(\w+)`", section, re.M)) == set(EVENTS) - {"connect", "disconnect", "malformed"}


def test_every_call_is_in_the_document(hall):
    section = PROTOCOL[PROTOCOL.index("## HTTP"):PROTOCOL.index("## Socket")]
    named = set(re.findall(r"`(?:GET|POST|DELETE) (/[^`?{]*?)[ ?`]*(?:[{?][^`]*)?`", section))
    named = {re.sub(r"<[^>]*>", "<>", path) for path in named}
    served = {re.sub(r"<[^>]*>", "<>", rule.rule) for rule in hall.app.url_map.iter_rules() if rule.rule.startswith(("/api/", "/healthz",
    "/readyz", "/metrics"))}
    assert served - named == set() and named - served == set()
