"""Suggestions of clusters: groups of notes that seem to be about the same thing, for people to accept or reject.

Pure Python without the rest of the board, so that it starts quickly in a process of its own. How the method was chosen
and how good it is: docs/clustering.md.
"""
from __future__ import annotations

from .suggestions import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
