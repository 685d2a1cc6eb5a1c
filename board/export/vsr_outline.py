"""What a board says to a Voluntary Subnational Review, in the order of its chapters, before any format.

An association's own notes are in its own words, also where they were merged into another's note; what others wrote has their
association with it.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .job import Job
from .model import Record
from .support import Support

CHAPTERS = {"political-will": "policy", "data": "methodology", "capacity": "means", "national-support": "governance",
            "representativeness": "representativeness"}
REPLIES = 12            # under one challenge; further solutions stand by themselves
_MOST_SUPPORTED = 5
_ORDER = ("solved", "in_progress", "open")


@dataclass(frozen=True)
class Entry:
    """A text that somebody wrote. `about` is short phrases: status, support. `others` says the same in other words; `replies` answer
    it and `answers` are what it answers."""
    kind: str
    text: str
    language: str = ""
    association: str = ""
    about: list[str] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)
    replies: list[Entry] = field(default_factory=list)
    answers: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Chapter:
    """`name` is that of its words. `theme` is how the board calls it, which may be nothing. `parts` have a heading each."""
    name: str
    theme: str
    challenges: int = 0
    solutions: int = 0
    parts: list[tuple[str, list[Entry]]] = field(default_factory=list)


class VsrOutline:
    def __init__(self, job: Job) -> None:
        self._job, self._words, self._model = job, job.words, job.model
        self._support = Support(job.model, job.words)
        self._unanswered = set(job.model["unanswered"])
        self.association = job.model["scope"]["title"] if job.scope.kind == "association" else ""

    def title(self, association: str) -> str:
        """`association` as the format writes it."""
        return self._words("vsr.title_of", association=association) if association else self._words("vsr.title")

    def chapters(self) -> list[Chapter]:
        """Those of the usual themes come first, in the order of a review, and are there without a note too."""
        themes = {each["id"]: each for each in self._model["themes"]}
        on_board = {each["id"] for each in self._job.content["themes"]}
        usual = [each for each in CHAPTERS if each in themes or each in on_board and self._job.scope.kind != "theme"]
        others = [theme for name, theme in themes.items() if name not in CHAPTERS and theme["groups"]]
        return [self._chapter(CHAPTERS[each], themes.get(each)) for each in usual] + [self._chapter("other", each) for each in others]

    def next_steps(self) -> list[Entry]:
        """Key messages, what was most supported, then what is under way and what is open; each once."""
        notes = self._model["notes"].values()
        challenges = [each for each in notes if each["kind"] == "challenge"]
        voted = sorted((each for each in (*notes, *self._model["clusters"]) if each["votes"]), key=lambda each: -each["votes"])
        wanted = [*(each for each in notes if each["status"] == "key_message"), *voted[:_MOST_SUPPORTED],
                  *(each for status in ("in_progress", "open") for each in challenges if each["status"] == status)]
        return [self._step(each) for each in {each["id"]: each for each in wanted}.values()]

    def _chapter(self, name: str, theme: Record | None) -> Chapter:
        if theme is None:
            return Chapter(name, "")
        inside = [each for group in theme["groups"] for each in (*group["challenges"], *group["solutions"])]
        notes = [self._model["notes"][each] for each in inside]
        messages = [each for each in notes if each["status"] == "key_message"]
        challenges = [each for status in _ORDER for each in notes if each["kind"] == "challenge" and each["status"] == status]
        there = {reply for each in notes if each["kind"] == "challenge" for reply in each["linked"][:REPLIES]}
        apart = there | {each["id"] for each in messages}
        solutions = [each for each in notes if each["kind"] == "solution" and each["id"] not in apart]
        parts = [("vsr.key_messages", messages), ("vsr.challenges", challenges),
                 ("report.further_solutions" if challenges else "kind.solutions", solutions)]
        return Chapter(name, theme["title"], theme["challenges"], theme["solutions"],
                       [(self._words(key), [self._entry(each) for each in found]) for key, found in parts if found])

    def _entry(self, note: Record) -> Entry:
        kind, name = ("solution", "replies") if note["kind"] == "challenge" else ("challenge", "answers")
        linked = [self._short(self._model["notes"][each]) for each in note["linked"][:REPLIES]]
        linked += [Entry(kind, each["text"], each.get("language", ""), each["association"]) for each in note["linked_elsewhere"]]
        return replace(self._short(note), **{name: linked})

    def _short(self, note: Record) -> Entry:
        one, *others = self._wordings(note)
        return replace(one, about=self._about(note), others=others)

    def _step(self, record: Record) -> Entry:
        if "kind" not in record:
            return Entry("", record["title"].strip() or self._words("report.untitled"), about=self._support.phrases(record))
        short = self._short(record)
        is_open = record["status"] == "open" and record["kind"] == "challenge"
        return replace(short, about=[self._words("status.open"), *short.about]) if is_open else short

    def _about(self, note: Record) -> list[str]:
        status = [self._words(f"status.{note['status']}")] if note["status"] != "open" else []
        return status + self._support.phrases(note)

    def _wordings(self, note: Record) -> Iterator[Entry]:
        """All of what was merged, the association's own first."""
        every = [Entry(note["kind"], each["text"], each.get("language", ""), each["association"]) for each in (note, *note["merged"])]
        own = [each for each in every if self.association and each.association == self.association]
        for each in own or every[:1]:
            yield replace(each, association="") if own else each
        yield from (each for each in every if each not in (own or every[:1]))
