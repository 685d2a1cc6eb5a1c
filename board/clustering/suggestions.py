"""Suggestions of clusters: the parts put together. Proposes only; nothing here moves a note."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from . import duplicates, embeddings, grouping, similarity, titles
from .features import Note, read
from .providers import Provider

THRESHOLD = 0.34            # average similarity in a group, by words
THRESHOLD_JOINED = 0.22     # the same with an embedding model


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A group to propose. `notes` are ids in the order of the input; `score` is 0 to 1, near-identical texts near 1."""
    theme: str
    notes: list[str]
    title: str
    words: list[str]
    duplicates: bool
    score: float

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def suggest(notes: Iterable[Mapping[str, Any]], *, provider: Provider | None = None, language: str = "en") -> list[Suggestion]:
    """Groups of two or more notes of one theme, near-identical texts first, then the surest first; no note is in two.

    A note is a mapping with `id`, `theme`, `text` and `language` ("" when unknown). `language` is that of the titles.
    `provider` adds an embedding model. Raises ValueError when that model's answer does not fit the texts.
    """
    known = read(notes)
    rows = embeddings.vectors(known, provider) if provider is not None and known else None
    themes: dict[str, list[Note]] = defaultdict(list)
    for note in sorted(known, key=lambda note: note.order):
        themes[note.theme].append(note)
    found: list[tuple[list[Note], bool, float]] = []
    for theme in sorted(themes):
        same = duplicates.groups(themes[theme])
        found.extend((group, True, duplicates.likeness(group)) for group in same)
        taken = {note.order for group in same for note in group}
        rest = [note for note in themes[theme] if note.order not in taken]
        found.extend((group, False, score) for group, score in _alike(rest, rows))
    made = [_suggestion(group, language, same=same, score=score) for group, same, score in found]
    return sorted(made, key=lambda made: (not made.duplicates, -made.score, -len(made.notes), made.theme, made.title, sorted(made.notes)))


def _alike(notes: list[Note], rows: embeddings.Rows | None) -> list[tuple[list[Note], float]]:
    """Groups of one theme about the same thing, with their average similarity."""
    pairs = similarity.pairs(notes)
    if rows is not None:
        pairs = embeddings.joined(notes, [rows[note.place] for note in notes], pairs)
    by_order = {note.order: note for note in notes}
    threshold = THRESHOLD if rows is None else THRESHOLD_JOINED
    return [([by_order[order] for order in group], grouping.cohesion(group, pairs))
            for group in grouping.groups(pairs, threshold=threshold)]


def _suggestion(group: list[Note], language: str, *, same: bool, score: float) -> Suggestion:
    in_order = [note.id for note in sorted(group, key=lambda note: note.place)]
    return Suggestion(group[0].theme, in_order, titles.title(group, language), titles.words(group), same, round(min(1.0, score), 3))
