"""What a note is about: concepts and remaining words, and how much each weighs on this board.

Not here: comparing notes (`similarity`, `duplicates`).
"""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .lexicon import lexicon
from .words import cut, fold, language_of, negations, stem, stop_words

# Set on the development part of tests/bench/clustering/labelled.json, see docs/clustering.md.
KIND_WEIGHT = {"specific": 1.0, "frame": 0.2, "amount": 0.35}
WORD_WEIGHT = 0.8
NUMBER_WEIGHT = 0.3
REST = 0.3              # how much words that no concept covers count in a note's length: another language could not share them
USUAL = 5               # features of a short note; a longer one says more than one thing, and each would seem to count less
LONG = 20               # features from which a note is no longer helped: it is an essay
MOST = 24               # features kept of a note, the heaviest: bounds the work for texts of 2,000 characters
LENIENT = 0.4           # how much of that is made good: 0 is the cosine, 0.5 its opposite


@dataclass(slots=True)
class Note:
    """A note as the comparison sees it. `order` is its place among all notes sorted by text and id, so that results do
    not depend on the order they came in; `weights` maps features (`c:` concepts, `w:` stems, `n:` numbers) to weights."""
    id: str
    theme: str
    place: int
    text: str
    language: str
    words: list[str]
    features: dict[str, float]
    surfaces: dict[str, str]
    negated: bool
    order: int = 0
    weights: dict[str, float] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()   # features that say something when shared
    length: float = 0.0                     # of the weights, see `_weigh`


def read(notes: Iterable[Mapping[str, Any]]) -> list[Note]:
    """Notes with their features weighed over all of them. `place` is the position in the input."""
    read_notes = [_read(at, note) for at, note in enumerate(notes)]
    for order, note in enumerate(sorted(read_notes, key=lambda note: (fold(note.text), note.text, note.id))):
        note.order = order
    _weigh(read_notes)
    return read_notes


def _read(place: int, note: Mapping[str, Any]) -> Note:
    text = note.get("text") or ""
    written, words = cut(text)
    language = language_of(note.get("language") or "", text, words)
    features: dict[str, float] = {}
    surfaces: dict[str, str] = {}
    inside: set[int] = set()
    here = lexicon()
    matches = [(_turned(concept, start, words, language), start, size) for concept, start, size in here.find(words, language)]
    at_token = Counter(start for _, start, _ in matches)
    for concept, start, size in matches:
        name = f"c:{concept}"
        weight = KIND_WEIGHT[here.kinds[concept]] / math.sqrt(at_token[start])
        features[name] = max(features.get(name, 0.0), weight)
        surfaces.setdefault(name, " ".join(written[start:start + size]))
        inside.update(range(start, start + size))
    stops = stop_words(language)
    for at, word in enumerate(words):
        if at in inside or word in stops or (len(word) < 3 and not word.isdigit()):
            continue
        name = f"n:{word}" if word.isdigit() else f"w:{stem(word, language)}"
        features[name] = NUMBER_WEIGHT if word.isdigit() else WORD_WEIGHT
        surfaces.setdefault(name, written[at])
    negated = any(word in negations(language) for word in words)
    return Note(note["id"], note.get("theme") or "", place, text, language, words, features, surfaces, negated)


def _turned(concept: str, at: int, words: list[str], language: str) -> str:
    """`plenty` for a shortage that is denied ("we do not lack staff"), else the concept itself."""
    if concept != "lack" or words[at] in negations(language):
        return concept
    around = words[max(0, at - 2):at] + words[at + 1:at + 2]
    return "plenty" if any(word in negations(language) for word in around) else concept


def _weigh(notes: list[Note]) -> None:
    """Weights: what few notes of the board say counts more (inverse document frequency)."""
    spread = Counter(name for note in notes for name in note.features)
    total = len(notes)
    for note in notes:
        weighed = ((weight * math.log((total + 4) / (spread[name] + 1)), name) for name, weight in note.features.items())
        note.weights = {name: weight for weight, name in sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:MOST]}
        note.telling = frozenset(name for name in note.weights if _tells(name))
        concepts = sum(weight * weight for name, weight in note.weights.items() if name[0] == "c")
        rest = sum(weight * weight for name, weight in note.weights.items() if name[0] != "c")
        lenience = (USUAL / min(LONG, max(USUAL, len(note.weights)))) ** LENIENT
        note.length = math.sqrt(concepts + REST * rest) * lenience


def _tells(name: str) -> bool:
    """A number does not, nor what half the notes say."""
    return name[0] == "w" or (name[0] == "c" and lexicon().kinds[name[2:]] == "specific")
