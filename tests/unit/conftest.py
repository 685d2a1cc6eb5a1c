"""Hypothesis draws the same examples each time and writes nothing: a failure here is one anybody can see again."""
from __future__ import annotations

from hypothesis import settings

settings.register_profile("board", derandomize=True, deadline=None, database=None, max_examples=300)
settings.load_profile("board")
