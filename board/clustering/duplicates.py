"""Notes that say the same in nearly the same letters.

Jaccard similarity of four-letter pieces; candidates by prefix filtering (the rarest pieces first), as in all-pairs
similarity search (Bayardo, Ma and Srikant 2007).
"""
from __future__ import annotations

from collections import Counter, defaultdict

from . import grouping
from .features import Note
from .similarity import Pairs

PIECE = 4                   # letters
LOOKED_AT = 600             # letters of a text that are compared; of longer ones the number of words has to fit, too
NEAR = 0.62                 # share of pieces in common from which two texts are near-identical
MOST_CANDIDATES = 40        # compared with one note; more share a piece only where texts are made from a mould


def key(note: Note) -> str:
    """Texts with the same key are the same text; "" for a text without a word, which equals nothing."""
    return " ".join(note.words)


def groups(notes: list[Note]) -> list[list[Note]]:
    """Near-identical notes of one theme, each group in the order of `Note.order`, none larger than `grouping.LARGEST`."""
    same: dict[str, list[Note]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: note.order):
        if key(note):
            same[key(note)].append(note)
    kinds = list(same.values())
    near = grouping.groups(_near([kind[0] for kind in kinds]), threshold=NEAR)
    near_ones = {at for group in near for at in group}
    alone = [[at] for at in range(len(kinds)) if at not in near_ones and len(kinds[at]) > 1]
    found = (sorted((note for at in group for note in kinds[at]), key=lambda note: note.order) for group in (*near, *alone))
    return [part for group in found for part in grouping.portions(group)]


def _near(notes: list[Note]) -> Pairs:
    """Near-identical pairs among different texts, by their places in `notes`."""
    pieces = [_pieces(note) for note in notes]
    spread = Counter(piece for own in pieces for piece in own)
    index: dict[str, list[int]] = defaultdict(list)
    found: Pairs = {}
    for at, own in enumerate(pieces):
        rare_first = sorted(own, key=lambda piece: (spread[piece], piece))
        tried: set[int] = set()
        for piece in rare_first[:len(own) - int(NEAR * len(own)) + 1]:
            if len(tried) < MOST_CANDIDATES:
                tried.update(index[piece][-MOST_CANDIDATES:])
            index[piece].append(at)
        for other in tried:
            if not NEAR <= len(notes[at].words) / len(notes[other].words) <= 1 / NEAR:
                continue
            shared = len(own & pieces[other])
            alike = shared / (len(own) + len(pieces[other]) - shared)
            if alike >= NEAR and _agree(notes[at], notes[other]):
                found[other, at] = alike
    return found


def _pieces(note: Note) -> frozenset[str]:
    padded = f" {key(note)[:LOOKED_AT]} "
    return frozenset(padded[at:at + PIECE] for at in range(max(1, len(padded) - PIECE + 1))) if note.words else frozenset()


def _agree(one: Note, other: Note) -> bool:
    """Not one denying what the other says, nor both with figures of their own: `12 of 40` is not `13 of 40`."""
    numbers = [{word for word in note.words if word.isdigit()} for note in (one, other)]
    return one.negated == other.negated and (not all(numbers) or numbers[0] == numbers[1])


def likeness(group: list[Note]) -> float:
    """How alike the texts of a group are, on average, to its first: 1 for identical ones."""
    pieces = [_pieces(note) for note in group]
    return sum(len(pieces[0] & own) / len(pieces[0] | own) for own in pieces[1:]) / (len(group) - 1)
