"""Vectors that say what the browser's twins of rights and layout say: see tests/js/vectors.test.js."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from board.layout import Occupancy
from board.protocol import Refused
from board.records import timer
from board.records.theme import COLORS, SIGNS
from board.rights import ACTIONS, TABLE, Right, require

VECTORS = Path(__file__).parent.parent / "vectors"
RIGHTS = json.loads((VECTORS / "rights.json").read_text("utf-8"))
CLUSTERS = json.loads((VECTORS / "clusters.json").read_text("utf-8"))
BOARD = {"locked": False, "may": list(ACTIONS), "edit_right": "own", "timer": timer.OFF}


@pytest.mark.parametrize("right", list(TABLE))
def test_who_may_do_what_is_what_the_browser_offers(right):
    cases = [each for each in RIGHTS["cases"] if each[0] == right.value]
    assert cases, "a right without a vector"
    for _, role, board, record, locked, now, refused in cases:
        interpreter = role == "interpreter"
        seat = {"id": "me", "association": "NOC", "role": "participant" if interpreter else role, "interpreter": interpreter}
        try:
            require(Right(right), seat, {**BOARD, **RIGHTS["boards"][board]}, RIGHTS["records"][record],
                    within=[{"locked": bool(locked)}, None], now=now)
            answer = None
        except Refused as refusal:
            answer = refusal.reason.value
        assert answer == refused, (right, role, board, record, locked, now)


@pytest.mark.parametrize("vector", [pytest.param(each, id=each["name"]) for each in CLUSTERS])
def test_c10_a_free_place_is_beside_clusters(vector):
    zone = Occupancy()
    for note in vector["before"]["notes"]:
        zone.cover("note", note)
    for cluster in vector["before"]["clusters"]:
        zone.cover("cluster", cluster)
    assert zone.free_place() == (vector["after"]["x"], vector["after"]["y"])


def test_the_browser_draws_every_sign_and_knows_every_colour():
    source = (VECTORS.parents[1] / "static" / "js" / "core" / "signs.js").read_text("utf-8")
    assert tuple(re.findall(r"^  (\w+): \"M", source, re.M)) == SIGNS
    assert json.loads(re.search(r"COLORS = (\[.*?\])", source)[1]) == list(COLORS)
