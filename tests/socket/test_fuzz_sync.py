"""Seeded runs of two to six people against the real server core; see tests/fuzz. What is broken on purpose is noticed, each
break within forty seeds; `make deep` plays thousands."""
from __future__ import annotations

import os

import pytest

from fuzz.breaks import BREAKS
from fuzz.runs import CLIENT_BREAKS, Runner, kept_seeds, run_seeds

SEEDS = int(os.environ.get("BOARD_TEST_SEEDS", "60"))
FIRST = int(os.environ.get("BOARD_TEST_FIRST_SEED", "0"))
PARTS = 4       # that processes side by side can share


def test_seeds_that_failed_once_are_good():
    assert run_seeds(kept_seeds()) == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_everybody_sees_the_same_and_nothing_is_lost(part):
    failed = run_seeds(range(FIRST + part, FIRST + SEEDS, PARTS))
    assert not failed, f"run again: python -m fuzz.runs {' '.join(map(str, failed))}\n{failed}"


@pytest.mark.parametrize("broken", [*sorted(CLIENT_BREAKS), "early", *BREAKS])
def test_a_missing_safeguard_is_noticed(broken):
    with Runner([broken]) as runner:
        assert any(runner.catches(seed) for seed in range(40))
