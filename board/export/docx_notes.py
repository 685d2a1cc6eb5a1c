"""How a note stands in a Word document: what it is and whose in small letters, its text as a paragraph of its own, to be copied
as it is, and under it what others wrote to it."""
from __future__ import annotations

from .docx_file import WordFile
from .docx_text import Piece, one_line
from .model import Record
from .words import Words

_LABELS = {"challenge": ("ChallengeLabel", "ChallengeWord"), "solution": ("SolutionLabel", "SolutionWord")}
_TEXTS = {"challenge": "Challenge", "solution": "Solution"}
_DETAILS = {"challenge": "NoteDetail", "solution": "SolutionDetail"}


class Notes:
    """`kind` is `challenge` or `solution`; solutions are set in, under their challenge."""

    def __init__(self, file: WordFile, words: Words) -> None:
        self.file, self.typing, self.words = file, file.typing, words

    def label(self, kind: str, name: str, about: list[Piece]) -> None:
        style, word = _LABELS[kind]
        line = [Piece(name, word)]
        for each in about:
            line += [Piece(" · "), each] if each.text else []
        self.file.add(self.typing.paragraph(style, *line, keep=True))

    def text(self, kind: str, text: str, language: str) -> None:
        if text.strip():
            self.file.add(self.typing.theirs(_TEXTS[kind], text, language))
        else:
            self.file.say(_TEXTS[kind], Piece(self.words("report.no_text"), "Faint"))

    def beside(self, kind: str, what: str, given: Record) -> None:
        """Another's text that belongs to a note, with who wrote it."""
        by = " · ".join(self.typing.inside(each) for each in (given.get("author", ""), given["association"]) if each)
        self.file.add(self.typing.theirs(_DETAILS[kind], given["text"], given.get("language", ""), what, by))

    def remark(self, kind: str, text: str) -> None:
        self.file.say(_DETAILS[kind], Piece(text))


def theirs(text: str) -> Piece:
    """A name that somebody wrote, for a line of ours."""
    return Piece(one_line(text), language="")
