"""Similarity by a host's own embedding model, joined with that of words. Needs numpy, which every such model brings along.

Embeddings of one subject field all point one way, and notes of one language lie together. Taking away the mean of each
language (where there are enough notes to know it) leaves what notes are about; "all but the top" (Mu, Bhat and Viswanath
2018) takes the mean away for the same reason.
"""
from __future__ import annotations

from collections import defaultdict
from typing import Any

from .features import Note
from .providers import Provider
from .similarity import FLOOR, Pairs

SHARE = 0.5             # of the model in the joined similarity, the rest is that of words
NEAREST = 20            # neighbours of a note by the model that are looked at
ENOUGH = 8              # notes of a language from which its mean is known
BLOCK = 512             # rows multiplied at once: bounds memory at 10,000 notes


def vectors(notes: list[Note], provider: Provider) -> Any:
    """One row of length 1 for each note (all zeros for a note without words). Raises ValueError when the provider's
    answer does not fit."""
    import numpy as np
    raw = np.asarray(provider.embed([note.text for note in notes]), dtype=np.float32)
    if raw.ndim != 2 or raw.shape[0] != len(notes) or not np.isfinite(raw).all():
        raise ValueError("the embedding model did not answer with one finite vector for each text")
    raw = _unit(raw)
    mean = raw.mean(axis=0)
    centre = np.repeat(mean[None, :], len(notes), axis=0)
    places: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        places[note.language].append(at)
    for own in places.values():
        if len(own) >= ENOUGH:
            centre[own] = raw[own].mean(axis=0)
    centred = _unit(raw - centre) if len(notes) > 2 else raw
    centred[[at for at, note in enumerate(notes) if not note.words]] = 0.0
    return centred


def joined(notes: list[Note], rows: Any, by_words: Pairs, share: float = SHARE) -> Pairs:
    """Pairs of one theme by `order`: the weighted mean of both similarities. `rows` are the vectors of `notes`."""
    place = {note.order: at for at, note in enumerate(notes)}
    wanted = {pair: max(0.0, float(rows[place[pair[0]]] @ rows[place[pair[1]]])) for pair in by_words}
    wanted.update(_nearest(notes, rows))
    result: Pairs = {}
    for pair in sorted(wanted):
        alike = share * wanted[pair] + (1 - share) * by_words.get(pair, 0.0)
        if alike >= FLOOR:
            result[pair] = alike
    return result


def _nearest(notes: list[Note], rows: Any) -> Pairs:
    import numpy as np
    found: Pairs = {}
    count = min(NEAREST, len(notes) - 1)
    for start in range(0, len(notes) if count > 0 else 0, BLOCK):
        alike = rows[start:start + BLOCK] @ rows.T
        for row, values in enumerate(alike):
            values[start + row] = -1.0
            for other in np.argpartition(-values, count - 1)[:count]:
                if values[other] > 0:
                    one, two = notes[start + row].order, notes[int(other)].order
                    found[min(one, two), max(one, two)] = float(values[other])
    return found


def _unit(rows: Any) -> Any:
    import numpy as np
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1.0)
