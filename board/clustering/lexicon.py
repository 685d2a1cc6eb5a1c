"""Concepts of the field: which words of seven languages point to the same thing, and what it is called.

Not here: how much a concept weighs on one board (`features`).
"""
from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

from .words import LANGUAGES, fold, variants

Match = tuple[str, int, int]        # concept, first token, number of tokens


class Words:
    """What one language's words point to. Words ending in `*` are beginnings, those starting with `*` endings."""

    def __init__(self) -> None:
        self.exact: dict[str, set[str]] = defaultdict(set)
        self.starts: dict[str, set[str]] = defaultdict(set)
        self.ends: dict[str, set[str]] = defaultdict(set)
        self.inside: dict[str, set[str]] = defaultdict(set)
        self.phrases: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        self.known: dict[str, frozenset[str]] = {}

    def add(self, entry: str, concept: str) -> None:
        """One entry of the lexicon, as its `about` explains."""
        if "|" in entry:
            entry = entry.split("|")[0] + "*"
        before, after = entry.startswith("*"), entry.endswith("*")
        parts = fold(entry).replace("*", "").split()
        if len(parts) > 1:
            self.phrases[parts[0]].append((parts, concept))
        elif parts:
            kind = self.inside if before and after else self.ends if before else self.starts if after else self.exact
            kind[parts[0]].add(concept)

    def of(self, word: str, language: str) -> frozenset[str]:
        """Concepts of one word; the longest beginning wins, so that `municipal` is not `muni`."""
        if word not in self.known:
            found: set[str] = set()
            for form in variants(word, language):
                found = set(self.exact.get(form, ())) or self._by_part(form)
                if found:
                    break
            self.known[word] = frozenset(found)
        return self.known[word]

    def _by_part(self, form: str) -> set[str]:
        found: set[str] = set()
        for size in range(len(form), 1, -1):
            if form[:size] in self.starts:
                found |= self.starts[form[:size]]
                break
        for start in range(1, len(form) - 2):
            found |= self.ends.get(form[start:], set())
        if self.inside and len(form) > 5:
            found |= {concept for part, concepts in self.inside.items() if part in form for concept in concepts}
        return found


class Lexicon:
    """The concepts. Nothing in it changes after loading, but for what it remembers of words it has seen."""

    def __init__(self, path: Path) -> None:
        stored = json.loads(path.read_text("utf-8"))["concepts"]
        self.kinds: dict[str, str] = {}
        self.names: dict[str, dict[str, str]] = {}
        self.words = {language: Words() for language in (*LANGUAGES, "")}
        for concept, entry in stored.items():
            self.kinds[concept] = entry["kind"]
            self.names[concept] = {language: entry[language][0].replace("|", "") for language in LANGUAGES}
            for language in LANGUAGES:
                for word in entry[language]:
                    self.words[language].add(word, concept)
                    if len(word.strip("*")) >= 5:       # short words mean too much when the language is unknown
                        self.words[""].add(word, concept)

    def find(self, text_tokens: list[str], language: str) -> list[Match]:
        """Concepts in a note, phrases before the single words they consist of."""
        words = self.words.get(language, self.words[""])
        matches: list[Match] = []
        taken: set[int] = set()
        for at, token in enumerate(text_tokens):
            for parts, concept in words.phrases.get(token, ()):
                there = text_tokens[at:at + len(parts)]
                if len(there) == len(parts) and there[:-1] == parts[:-1] and there[-1].startswith(parts[-1]):
                    matches.append((concept, at, len(parts)))
                    taken.update(range(at, at + len(parts)))
        for at, token in enumerate(text_tokens):
            if at not in taken:
                matches.extend((concept, at, 1) for concept in sorted(words.of(token, language)))
        return matches

    def name(self, concept: str, language: str) -> str:
        """What a concept is called; in English where the language is not ours."""
        names = self.names[concept]
        return names.get(language) or names["en"]


@cache
def lexicon() -> Lexicon:
    """The one lexicon, read when first asked for (about 20 ms)."""
    return Lexicon(Path(__file__).parent / "lexicon.json")
