"""The chapters of a Voluntary Subnational Review as a Word document, and its next steps as a table to fill in."""
from __future__ import annotations

from .docx_file import WIDTH, WordFile
from .docx_notes import Notes, theirs
from .docx_table import Cell, table
from .docx_text import Piece, one_line
from .job import Job
from .vsr_outline import Chapter, Entry, VsrOutline


class VsrDocument:
    def __init__(self, job: Job) -> None:
        self.words, self.model, self._outline = job.words, job.model, VsrOutline(job)
        self.file = WordFile(job.words, self._outline.title(one_line(self._outline.association)))
        self.typing = self.file.typing
        self._notes = Notes(self.file, job.words)

    def body(self) -> bytes:
        words, model = self.words, self.model
        self.file.say("Title", Piece(self._outline.title(self.typing.inside(self._outline.association))))
        source = words("report.from_board", title=self.typing.inside(model["title"])) if model["title"].strip() else words("report.report")
        self.file.say("Subtitle", Piece(" · ".join([source, *([model["date"]] if model["date"] else ())])))
        if model["scope"]["kind"] == "theme":
            self.file.say("Subtitle", Piece(words("report.scope_theme", title=self.typing.inside(model["scope"]["title"]))))
        elif model["scope"]["kind"] == "notes":
            self.file.say("Subtitle", Piece(words("report.scope_notes")))
        self.file.say("Normal", Piece(words("vsr.intro")))
        self.file.contents(words("report.contents"), levels=1)
        for each in self._outline.chapters():
            self._chapter(each)
        self._next_steps(self._outline.next_steps())
        return self.file.body()

    def _chapter(self, chapter: Chapter) -> None:
        words = self.words
        if chapter.name == "other":
            self.file.heading(1, chapter.theme.strip() or words("report.theme"), "" if chapter.theme.strip() else None)
        else:
            self.file.heading(1, words(f"vsr.{chapter.name}"))
        self.file.say("Normal", Piece(words(f"vsr.{chapter.name}_lead")))
        if not chapter.parts:
            self.file.say("Normal", Piece(words("vsr.nothing")))
            return
        counted = {kind: words(f"count.{kind}", count=getattr(chapter, kind)) for kind in ("challenges", "solutions")}
        self.file.say("Normal", Piece(words("vsr.recorded", **counted)))
        for title, entries in chapter.parts:
            self.file.heading(2, title)
            for each in entries:
                self._entry(each)

    def _entry(self, entry: Entry) -> None:
        self._said(entry)
        for each in entry.answers:
            self._beside(entry.kind, "vsr.answers", each)
        for each in entry.replies:
            self._said(each)
        if entry.kind == "challenge" and not entry.replies:
            self._notes.remark("solution", self.words("report.no_solution"))

    def _said(self, entry: Entry) -> None:
        about = [theirs(entry.association), *(Piece(each) for each in entry.about)]
        self._notes.label(entry.kind, self.words(f"kind.{entry.kind}"), about)
        self._notes.text(entry.kind, entry.text, entry.language)
        for each in entry.others:
            self._beside(entry.kind, "vsr.also", each)

    def _beside(self, kind: str, key: str, entry: Entry) -> None:
        self._notes.beside(kind, self.words(key), {"text": entry.text, "association": entry.association, "language": entry.language})

    def _next_steps(self, steps: list[Entry]) -> None:
        words = self.words
        self.file.heading(1, words("vsr.next_steps"))
        if not steps:
            self.file.say("Normal", Piece(words("vsr.no_next_steps")))
            return
        self.file.say("Normal", Piece(words("vsr.next_steps_lead")))
        shares = {"vsr.point": 42, "vsr.standing": 22, "vsr.responsible": 20, "vsr.by_when": 16}
        self.file.add(table(self.typing, [(Piece(words(key)), WIDTH * share // 100) for key, share in shares.items()],
                            ([self._point(each), Cell("".join(self._small(Piece(phrase)) for phrase in each.about) or self._empty()),
                              Cell(self._empty()), Cell(self._empty())] for each in steps), description=words("vsr.next_steps")))

    def _point(self, entry: Entry) -> Cell:
        if entry.text.strip():
            text = self.typing.theirs("TableText", entry.text, entry.language)
        else:
            text = self._small(Piece(self.words("report.no_text")))
        whose = [Piece(self.words(f"kind.{entry.kind}"))] if entry.kind else []
        whose += [Piece(" · "), theirs(entry.association)] if entry.association.strip() else []
        return Cell(text + (self._small(*whose) if whose else ""))

    def _small(self, *pieces: Piece) -> str:
        return self.typing.paragraph("TableDetail", *pieces)

    def _empty(self) -> str:
        return self.typing.paragraph("TableText")
