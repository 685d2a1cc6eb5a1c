"""Vectors shared with the browser's modules: {before, step, after | refused}, run here and by node."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from mirror import Unfit, apply_step, index

from board import layout, text

VECTORS = Path(__file__).parent.parent / "vectors"


def vectors(name):
    found = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))
    return [pytest.param(each, id=each["name"]) for each in found]


def does(call, before, step):
    if call == "apply":
        return text.apply(before, text.check(step))
    if call == "compose":
        return text.compose(*step)
    if call == "transform":
        return text.transform(*step)
    return text.splice(before, step)


@pytest.mark.parametrize("vector", vectors("text"))
def test_texts_are_treated_as_the_browser_treats_them(vector):
    if "refused" in vector:
        with pytest.raises(text.BadDelta):
            does(vector["call"], vector["before"], vector["step"])
    else:
        assert does(vector["call"], vector["before"], vector["step"]) == vector["after"]


@pytest.mark.parametrize("vector", vectors("layout"))
def test_places_are_found_as_the_browser_finds_them(vector):
    assert layout.free_place(vector["before"]) == vector["after"]


@pytest.mark.parametrize("vector", vectors("apply"))
def test_c6_a_step_that_comes_back_is_all_a_client_needs(vector):
    tables = index(vector["before"])
    if "refused" in vector:
        with pytest.raises(Unfit, match=vector["refused"]):
            apply_step(tables, vector["step"])
    else:
        apply_step(tables, vector["step"])
        assert tables == index(vector["after"])
