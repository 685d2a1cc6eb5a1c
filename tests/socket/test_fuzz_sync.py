"""Seeded runs of two to six people against the real server core; see tests/fuzz. What is broken on purpose is noticed."""
from __future__ import annotations

import concurrent.futures
import multiprocessing
import os

import pytest

from fuzz.breaks import BREAKS
from fuzz.runs import CLIENT_BREAKS, Runner, kept_seeds, run_seeds

SEEDS = int(os.environ.get("BOARD_TEST_SEEDS", "120"))
FIRST = int(os.environ.get("BOARD_TEST_FIRST_SEED", "0"))
PROCESSES = 2


def test_seeds_that_failed_once_are_good():
    assert run_seeds(kept_seeds()) == {}


def test_everybody_sees_the_same_and_nothing_is_lost():
    seeds = range(FIRST, FIRST + SEEDS)
    failed: dict[int, list[str]] = {}
    with concurrent.futures.ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(run_seeds, [seeds[start::PROCESSES] for start in range(PROCESSES)]):
            failed |= found
    assert not failed, f"run again: python -m fuzz.runs {' '.join(map(str, failed))}\n{failed}"


@pytest.mark.parametrize("broken", [*sorted(CLIENT_BREAKS), "early", *BREAKS])
def test_a_missing_safeguard_is_noticed(broken):
    with Runner([broken]) as runner:
        assert any(runner.catches(seed) for seed in range(40))
