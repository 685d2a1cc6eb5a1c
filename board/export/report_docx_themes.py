"""The chapters of the Word report with the notes: theme, cluster, challenge, and under it the solutions that answer it."""
from __future__ import annotations

from .docx_file import WordFile
from .docx_notes import Notes, theirs
from .docx_styles import SIGNS
from .docx_text import Piece, one_line
from .job import Job
from .model import Record
from .support import Support

LINKS = 12          # solutions written out under one challenge; of more, the numbers
_AGAIN = 160        # characters of a solution that stands in full elsewhere


class ThemeChapters:
    def __init__(self, file: WordFile, job: Job, support: Support) -> None:
        self.file, self.words, self.model, self._support = file, job.words, job.model, support
        self._notes = Notes(file, job.words)
        self._written: set[str] = set()
        self._unanswered = set(job.model["unanswered"])

    def write(self, titles: dict[str, str]) -> None:
        self.file.heading(1, self.words("report.themes"))
        for theme in self.model["themes"]:
            self.file.heading(2, titles[theme["id"]], "")
            counted = [self.words(f"count.{kind}", count=theme[kind]) for kind in ("challenges", "solutions")]
            sign = Piece(SIGNS.get(theme["sign"], "●") + " ", f"Sign{theme['color'].capitalize()}")
            self.file.say("Lead", sign, Piece(" · ".join(counted)))
            for group in theme["groups"]:
                self._group(group, alone=len(theme["groups"]) == 1)

    def _group(self, group: Record, *, alone: bool) -> None:
        cluster = group["cluster"]
        if cluster:
            title = one_line(cluster["title"])
            self.file.heading(3, title or self.words("report.untitled"), "" if title else None)
            if support := self._support.phrases(cluster):
                self.file.say("Lead", Piece(" · ".join(support)))
        elif not alone:
            self.file.heading(3, self.words("report.unclustered"))
        for each in group["challenges"]:
            self._challenge(each)
        there = {answer for each in group["challenges"] for answer in self.model["notes"][each]["linked"]}
        further = [each for each in group["solutions"] if each not in there]
        if further and group["challenges"]:
            self.file.say("Subhead", Piece(self.words("report.further_solutions")))
        for each in further:
            self._solution(each)
            self._answered(each)

    def _challenge(self, note_id: str) -> None:
        note = self.model["notes"][note_id]
        self._note(note)
        for each in note["linked"][:LINKS]:
            self._solution(each)
        if more := note["linked"][LINKS:]:
            self._notes.remark("solution", f"{self.words('kind.solutions')}: {self._numbers(more)}")
        for each in note["linked_elsewhere"]:
            self._notes.label("solution", self.words("kind.solution"), [theirs(each["association"])])
            self._notes.text("solution", each["text"], each.get("language", ""))
        if note_id in self._unanswered:
            self._notes.remark("solution", self.words("report.no_solution"))

    def _solution(self, note_id: str) -> None:
        note = self.model["notes"][note_id]
        if note_id not in self._written:
            self._written.add(note_id)
            self._note(note)
            return
        text = note["text"] if len(note["text"]) <= _AGAIN else note["text"][:_AGAIN].rstrip("\u200d") + "…"
        self._notes.label("solution", self._name(note), [theirs(note["association"])])
        self._notes.text("solution", text, note["language"])

    def _answered(self, note_id: str) -> None:
        """Which challenges it answers that do not stand above it."""
        note = self.model["notes"][note_id]
        if note["linked"]:
            self._notes.remark("solution", f"{self.words('report.answers')}: {self._numbers(note['linked'])}")
        for each in note["linked_elsewhere"]:
            self._notes.beside("solution", self.words("report.answers"), each)

    def _note(self, note: Record) -> None:
        words, kind = self.words, note["kind"]
        about = [theirs(note["association"]), theirs(note["author"]), *(Piece(words("report.sdg", number=each)) for each in note["sdgs"])]
        about += [Piece(words(f"status.{note['status']}"))] if note["status"] != "open" else []
        about += [Piece(each) for each in self._support.phrases(note)]
        if note["origin"]:
            about.append(Piece(words("report.from_board", title=self.file.typing.inside(note["origin"]["title"]))))
        self._notes.label(kind, self._name(note), about)
        self._notes.text(kind, note["text"], note["language"])
        for each in note["merged"]:
            self._notes.beside(kind, words("report.merged"), each)
        for each in note["comments"] if self.model["comments"] else ():
            self._notes.beside(kind, words("report.comment"), each)

    def _name(self, note: Record) -> str:
        return f"{self.words('kind.' + note['kind'])} {self.words.number(note['number'])}"

    def _numbers(self, note_ids: list[str]) -> str:
        return ", ".join(self.words.number(self.model["notes"][each]["number"]) for each in note_ids)
