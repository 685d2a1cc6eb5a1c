"""How much two notes are about the same thing: 0 to 1, for the pairs of a theme that share anything worth it.

Nearly the cosine of weighted concepts and words; what differs is the length of a note (`features`): words that no concept
covers count little in it, or notes of one language would always be nearer to each other than to those of another.
"""
from __future__ import annotations

from collections import defaultdict

from .features import Note

FLOOR = 0.12                # pairs below this are not kept: they never decide anything
POSTING = 100               # notes: features on more notes than that look for no pairs, only add to those found
ONE_SHARED = 0.7            # a pair with one telling feature in common keeps this part of its similarity
CONTRARY = 0.3              # and so does one where the one lacks what the other has enough of
Pairs = dict[tuple[int, int], float]


def pairs(notes: list[Note]) -> Pairs:
    """Similar pairs of one theme's notes by `order`, the smaller first."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        for name in note.weights:
            index[name].append(at)
    telling = frozenset().union(*(note.telling for note in notes))
    postings = {name: found for name, found in index.items() if 1 < len(found) <= POSTING and name in telling}
    found: Pairs = {}
    for at, note in enumerate(notes):
        near = {other for name in note.weights if name in postings for other in postings[name] if other > at}
        for other in near:
            alike = compare(note, notes[other])
            if alike >= FLOOR:
                found[_pair(note, notes[other])] = alike
    return found


def compare(one: Note, other: Note) -> float:
    """Similarity of two notes."""
    telling = len(one.telling & other.telling)
    if not telling:
        return 0.0
    first, second = one.weights, other.weights
    dot = sum([first[name] * second[name] for name in sorted(first.keys() & second.keys())])
    alike = min(1.0, dot / (one.length * other.length))
    if telling == 1 and min(len(first), len(second)) > 1:
        alike *= ONE_SHARED
    return alike * CONTRARY if _contrary(one, other) else alike


def _contrary(one: Note, other: Note) -> bool:
    """One says there is too little, the other that there is enough."""
    plenty = "c:plenty" in one.weights
    return plenty != ("c:plenty" in other.weights) and "c:lack" in (other if plenty else one).weights


def _pair(one: Note, other: Note) -> tuple[int, int]:
    return (one.order, other.order) if one.order < other.order else (other.order, one.order)
