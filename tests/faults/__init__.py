"""Faults made on purpose, people who meet them, and a checker that compares what they were told with what is there."""
import sys
from pathlib import Path

for _place in (Path(__file__).parent.parent, Path(__file__).parent.parent.parent):    # the tests' own words, and the product
    if str(_place) not in sys.path:
        sys.path.insert(0, str(_place))

from . import (  # noqa: F401  (each enters its scenarios)
    clock_faults,
    cluster_faults,
    controls,
    crowd_faults,
    database_faults,
    disk_faults,
    network_faults,
    process_faults,
    upgrade_faults,
)
from .registry import SCENARIOS, Scenario
from .stage import Impossible, Stage

__all__ = ["SCENARIOS", "Impossible", "Scenario", "Stage"]
