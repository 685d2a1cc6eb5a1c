"""What a group is called, and which words it shares. Pure."""
from __future__ import annotations

from collections import Counter

from .features import Note
from .lexicon import lexicon

LONGEST = 60        # characters in a title
PARTS = 3           # things named in a title
WORDS = 5           # shared words shown


def shared(group: list[Note]) -> list[str]:
    """Features on at least two of the notes and on at least half, the most telling first."""
    spread = Counter(name for note in group for name in note.weights)
    weight: Counter[str] = Counter()
    for note in group:
        for name, own in note.weights.items():
            weight[name] += own     # type: ignore[assignment]
    common = [name for name, count in spread.items() if count >= 2 and 2 * count >= len(group)]
    return sorted(common, key=lambda name: (_rank(name), -weight[name] * spread[name], name))


def title(group: list[Note], language: str) -> str:
    """A working title of at most LONGEST characters: names of shared concepts in `language`, else words of the notes."""
    names = shared(group)
    concepts = [lexicon().name(name[2:], language) for name in names if name[0] == "c"]
    words = [_forms(name, group)[0] for name in names if name[0] == "w"]
    parts = (concepts[:PARTS] if len(concepts) > 1 else [*concepts, *words][:PARTS]) or [_beginning(group[0])]
    while len(parts) > 1 and len(" · ".join(parts)) > LONGEST:
        parts.pop()
    made = " · ".join(parts)
    return _short(made[:1].upper() + made[1:])


def words(group: list[Note]) -> list[str]:
    """Up to WORDS words the notes share, as written in them: of a concept its commonest word, and for a group of several
    languages the commonest word of another language too."""
    found: list[str] = []
    names = [name for name in shared(group) if _rank(name) < 2] or shared(group)
    several = len({note.language for note in group}) > 1
    for name in names:
        for word in _forms(name, group)[:2 if several else 1]:
            if word not in found:
                found.append(word)
    return found[:WORDS]


def _rank(name: str) -> int:
    """Concepts of the field and words before shortage and plenty, those before what every other note says and numbers."""
    return {"w": 0, "n": 2}[name[0]] if name[0] != "c" else {"specific": 0, "amount": 1, "frame": 2}[lexicon().kinds[name[2:]]]


def _forms(name: str, group: list[Note]) -> list[str]:
    counts = Counter(note.surfaces[name].lower() for note in group if name in note.surfaces)
    return sorted(counts, key=lambda word: (-counts[word], word))


def _beginning(note: Note) -> str:
    return " ".join(note.text.split())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST - 1].rstrip() + "…"
