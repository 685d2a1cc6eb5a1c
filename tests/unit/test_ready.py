"""Boards ready to begin with: the agendas are those that the browser offers later, and the drawings fit their frame."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from board import ready

SOURCE = (Path(__file__).parents[2] / "static/js/core/agenda_templates.js").read_text("utf-8")
STEP = re.compile(r"\{ name: \"(\w+)\", minutes: (\d+), may: (\[[^\]]*\]), private: (true|false) \}")


@pytest.mark.parametrize("name, steps", [("vsr", ready.VSR), ("solutions", ready.SOLUTIONS)])
def test_an_agenda_is_the_same_here_and_in_the_browser(name, steps):
    part = SOURCE.split(f'name: "{name}",\n')[1].split("],\n  },")[0]
    found = tuple((f"agenda.{name}_{step}", int(minutes), tuple(json.loads(may)), private == "true")
                  for step, minutes, may, private in STEP.findall(part))
    assert found == steps


@pytest.mark.parametrize("zones", sorted({len(each.themes) for each in ready.READY.values()}))
def test_a_drawing_stays_in_its_frame(zones):
    drawn = ready.picture(zones)
    assert len(drawn) == zones
    for zone in drawn:
        assert zone["x"] >= 0 and zone["y"] >= 0 and zone["x"] + zone["w"] <= 92.2 and zone["y"] + zone["h"] <= 60.2
        for note in zone["notes"]:
            assert note["x"] + 7.5 <= zone["x"] + zone["w"] and note["y"] + 7.5 <= zone["y"] + zone["h"]
