"""How much two notes are about the same thing: 0 to 1, for the pairs of a theme that share anything worth it.

Cosine over weighted concepts and words. Between languages the words that no concept covers count for less in the
length of a note: another language could not have shared them.
"""
from __future__ import annotations

import math
from collections import defaultdict

from .features import Note
from .lexicon import lexicon

FOREIGN_WORDS = 0.4         # how much unshareable words count in a note's length when compared across languages
FLOOR = 0.12                # pairs below this are not kept: they never decide anything
POSTING = 250               # notes: features on more notes than that look for no pairs, only add to those found
ONE_SHARED = 0.75           # a pair with one shared feature keeps this part of its similarity
Pairs = dict[tuple[int, int], float]


def pairs(notes: list[Note]) -> Pairs:
    """Similar pairs of one theme's notes by `order`, the smaller first."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        for name in note.weights:
            index[name].append(at)
    postings = {name: found for name, found in index.items() if 1 < len(found) <= POSTING and _weighty(name)}
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
    first, second = one.weights, other.weights
    if len(first) > len(second):
        first, second = second, first
    shared = [name for name in first if name in second]
    weighty = sum(_weighty(name) for name in shared)
    if not weighty:
        return 0.0
    dot = sum(first[name] * second[name] for name in shared)
    lengths = math.prod(_length(note, foreign=one.language != other.language) for note in (one, other))
    alike = min(1.0, dot / lengths) if lengths else 0.0
    if weighty == 1 and min(len(first), len(second)) > 1:
        alike *= ONE_SHARED
    if _contrary(one, other):
        alike *= 0.3
    return alike


def _length(note: Note, *, foreign: bool) -> float:
    if not foreign:
        return note.length
    own = note.concept_length ** 2
    return math.sqrt(own + FOREIGN_WORDS * (note.length ** 2 - own))


def _weighty(name: str) -> bool:
    return name[0] != "c" or lexicon().kinds[name[2:]] == "specific"


def _contrary(one: Note, other: Note) -> bool:
    """One says there is too little, the other that there is enough."""
    return any("c:plenty" in a.features and "c:plenty" not in b.features and "c:lack" in b.features for a, b in ((one, other), (other, one)))


def _pair(one: Note, other: Note) -> tuple[int, int]:
    return (one.order, other.order) if one.order < other.order else (other.order, one.order)
