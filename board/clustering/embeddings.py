"""Similarity by a host's own embedding model, joined with that of words. Uses numpy, which such models bring along, where
it is there.

Embeddings of one subject field all point one way, and notes of one language lie together. Taking away the mean of each
language (where there are enough notes to know it) leaves what notes are about; "all but the top" (Mu, Bhat and Viswanath
2018) takes the mean away for the same reason.
"""
from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import mul, sub

from .features import Note
from .providers import Provider
from .similarity import FLOOR, Pairs

SHARE = 0.5             # of the model in the joined similarity, the rest is that of words
NEAREST = 20            # neighbours of a note by the model that are looked at
ENOUGH = 8              # notes of a language from which its mean is known
BLOCK = 256             # rows multiplied at once: bounds memory at 10,000 notes
Rows = Sequence[list[float]]


def vectors(notes: list[Note], provider: Provider) -> Rows:
    """A row of length 1 for each note, all zeros for a note without words. Raises ValueError when the provider's answer
    does not fit."""
    raw = [[float(value) for value in row] for row in provider.embed([note.text for note in notes])]
    finite = all(math.isfinite(value) for row in raw for value in row)
    if len(raw) != len(notes) or len({len(row) for row in raw}) != 1 or not finite:
        raise ValueError("the embedding model did not answer with one finite vector of one length for each text")
    rows = [_unit(row) for row in raw]
    places: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        places[note.language].append(at)
    common = _mean(rows)
    for own in places.values():
        mean = _mean([rows[at] for at in own]) if len(own) >= ENOUGH else common
        for at in own:
            away = map(sub, rows[at], mean)
            rows[at] = _unit(list(away)) if notes[at].words else [0.0] * len(mean)
    return rows


def joined(notes: list[Note], rows: Rows, by_words: Pairs, share: float = SHARE) -> Pairs:
    """Pairs of one theme by `order`: the weighted mean of both similarities, `share` that of the model. `rows` belong to
    `notes`, which are sorted by `order`."""
    place = {note.order: at for at, note in enumerate(notes)}
    wanted = {pair: sum(map(mul, rows[place[pair[0]]], rows[place[pair[1]]])) for pair in by_words}
    for at, products in enumerate(_products(rows)):
        products[at] = -1.0
        for other in heapq.nlargest(NEAREST, range(len(notes)), key=products.__getitem__):
            if other != at:
                wanted[notes[min(at, other)].order, notes[max(at, other)].order] = products[other]
    result: Pairs = {}
    for pair in sorted(wanted):
        alike = share * max(0.0, wanted[pair]) + (1 - share) * by_words.get(pair, 0.0)
        if alike >= FLOOR:
            result[pair] = alike
    return result


def _products(rows: Rows) -> Iterator[list[float]]:
    """Each row's scalar products with all rows."""
    try:
        import numpy as np
    except ImportError:
        yield from ([sum(map(mul, row, other)) for other in rows] for row in rows)
        return
    table = np.asarray(rows, dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        yield from (table[start:start + BLOCK] @ table.T).tolist()


def _mean(rows: Rows) -> list[float]:
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


def _unit(row: list[float]) -> list[float]:
    length = math.sqrt(sum(map(mul, row, row)))
    return [value / length for value in row] if length else row
