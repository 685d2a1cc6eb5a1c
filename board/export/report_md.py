"""The report in Markdown. What people wrote stands in it as they wrote it: nothing of it is taken for Markdown or HTML, and
its line breaks stay inside the list item or the cell."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from . import telling
from .job import Job
from .model import Record
from .series_chapter import chapter
from .support import Support
from .telling import DOT

INDENT = "    "         # so much that every reader of Markdown takes it for inside
_BREAK = "  \n"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}      # a backslash does not help with all readers
# Signs that mean something wherever they stand; some do in one dialect only: TeX, footnotes, attributes, marks, mentions.
_ANYWHERE = re.compile(
    r"[\\`*_{}\[\]#|~^$&<>]|@(?=\w)|:(?=//|[\w+-]+:)|(?<=\bwww)\.|([%+=])(?=\1)|(?<=%)%|(?<=\+)\+|(?<==)=", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]+")
# Signs that begin a list, a rule, a definition, a box or a line under a heading.
_FIRST = re.compile(r"[-+=:!/?%.]|\(?(?:[0-9]{1,9}|[A-Za-z]|[IVXLCDMivxlcdm]{1,9})[.)](?=\s|$)")


def write(job: Job) -> bytes:
    return "\n\n".join(block for block in _Report(job).blocks() if block).encode() + b"\n"


def escape(text: str) -> str:
    """The text for inside a line, its own lines joined."""
    return " ".join(_line(each) for each in _lines(text))


def escape_lines(text: str, indent: str = "") -> str:
    """The text with its line breaks, each line after the first one indented."""
    return (_BREAK + indent).join(_line(each) for each in _lines(text))


def _lines(text: str) -> list[str]:
    """Without blank lines, which would end a list item, and blanks at the beginning, which would make code."""
    return [_BLANKS.sub(" ", each).strip(" ") for each in text.split("\n") if each.strip()]


def _line(line: str) -> str:
    safe = _ANYWHERE.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), line)
    first = _FIRST.match(line)
    if first is None or safe.startswith("\\"):
        return safe
    at = first.end() - 1        # nothing in what was found is one of the signs above
    return safe[:at] + "\\" + safe[at:]


class _Report:
    def __init__(self, job: Job) -> None:
        self._model, self._words = job.model, job.words
        self._support = Support(job.model, job.words)

    def blocks(self) -> Iterator[str]:
        """Headings, paragraphs, lists and tables; blank lines go between them."""
        model, words = self._model, self._words
        yield "# " + (escape(model["title"]) or words("report.report"))
        part = telling.part_of(model, words, escape(model["scope"]["title"]))
        yield DOT.join(each for each in (f"**{words('report.report')}**", escape(model["date"]), part) if each)
        if model["purpose"].strip():
            yield f"## {words('report.purpose')}"
            yield escape_lines(model["purpose"])
        if not model["notes"]:
            yield words("report.no_notes")
        else:
            yield f"## {words('report.figures')}"
            yield "\n".join(f"- {words(f'count.{name}', count=number)}" for name, number in telling.figures(model))
        yield from self._took_part()
        yield from self._series()
        if model["notes"]:
            yield from self._results()
            for theme in model["themes"]:
                yield from self._theme(theme)
            yield from self._unanswered()
            yield from self._matrix()
            yield from self._appendix()

    def _took_part(self) -> Iterator[str]:
        model, words = self._model, self._words
        if not model["associations"] and not telling.people(model):
            return
        yield f"## {words('report.took_part')}"
        if model["associations"]:
            names = ("report.association", "report.country", "report.people", "kind.challenges", "kind.solutions")
            yield self._table([words(name) for name in names], "--rrr", (
                [escape(each["name"]), escape(each["country"]), *map(words.number, (each["people"], each["challenges"], each["solutions"]))]
                for each in model["associations"]))
        if people := telling.people(model):
            yield f"### {words('report.participants')}"
            yield "\n".join(f"- {DOT.join(map(escape, each))}" for each in people)

    def _series(self) -> Iterator[str]:
        found = chapter(self._model, self._words)
        if found is None:
            return
        yield f"## {found['title']}"
        yield self._table(found["boards_head"], "--rrrr", ([escape(each) for each in row] for row in found["boards"]))
        for part in found["parts"]:
            yield f"### {escape(part['title'])}{DOT}{escape(part['date'])}"
            yield self._table(found["head"], "----", ([
                DOT.join(each for each in (escape(row["text"]), escape(row["association"])) if each), row["was"], row["now"],
                "; ".join(f"{escape(each['text'])} ({escape(each['association'])})" if each["association"] else escape(each["text"])
                          for each in row["answers"])] for row in part["rows"]))
            yield part["more"]

    def _results(self) -> Iterator[str]:
        words = self._words
        rounds = self._model["rounds"]
        if rounds:
            yield f"## {words('report.results')}"
        for round_ in rounds:
            yield f"### {escape(round_['title']) or words('report.votes')}"
            yield words("count.people", count=round_["voters"]) + DOT + words("count.associations", count=round_["associations"])
            unnamed = words("report.untitled" if round_["on"] == "clusters" else "report.no_text")
            yield "\n".join(
                f"{number}. {escape_lines(row['text'], INDENT) or unnamed}{_BREAK}{INDENT}"
                + DOT.join(telling.row_support(self._support, words, row, round_["associations"]))
                for number, row in enumerate(round_["rows"], 1)) or words("report.none")

    def _theme(self, theme: Record) -> Iterator[str]:
        words = self._words
        yield f"## {escape(theme['title']) or words('report.theme')}"
        if not theme["groups"]:
            yield words("report.none")
            return
        yield DOT.join(words(f"count.{kind}", count=theme[kind]) for kind in ("challenges", "solutions"))
        for group in theme["groups"]:
            yield from self._cluster(group["cluster"], alone=len(theme["groups"]) == 1)
            rest = telling.further(self._model, group)
            for key, notes, under in (("kind.challenges", group["challenges"], "report.answered_by"),
                                      ("report.further_solutions" if group["challenges"] else "kind.solutions", rest, "report.answers")):
                if notes:
                    yield f"#### {words(key)}"
                    yield "\n".join(line for each in notes for line in self._note(self._model["notes"][each], under))

    def _cluster(self, cluster: Record | None, *, alone: bool) -> Iterator[str]:
        if cluster is None:
            if not alone:
                yield f"### {self._words('report.unclustered')}"
            return
        yield f"### {escape(cluster['title']) or self._words('report.untitled')}"
        yield DOT.join(self._support.phrases(cluster))

    def _unanswered(self) -> Iterator[str]:
        words, notes = self._words, self._model["notes"]
        yield f"## {words('report.unanswered')}"
        if self._model["unanswered"]:
            yield "\n".join(line for each in map(notes.__getitem__, self._model["unanswered"])
                            for line in self._item("", self._head(each), each["text"]))
        else:
            yield words("report.all_answered" if self._model["figures"]["challenges"] else "report.none")

    def _matrix(self) -> Iterator[str]:
        model, words = self._model, self._words
        rows = model["matrix"]["rows"]
        if not rows:
            return

        def cell(counts: Record) -> str:
            both = [words.number(counts[kind]) for kind in ("challenges", "solutions")]
            return " / ".join(both) if any(counts.values()) else "–"
        yield f"## {words('report.matrix')}"
        yield words("report.matrix_hint")
        titles = [escape(theme["title"]) or words("report.theme") for theme in model["themes"]]
        yield self._table([words("report.association"), *titles, words("report.total")], "-" + "c" * (len(titles) + 1), (
            [escape(row["association"]), *map(cell, row["cells"]), cell(telling.altogether(row["cells"]))] for row in rows))

    def _appendix(self) -> Iterator[str]:
        """The notes once more, in order of their numbers, each in a line."""
        model, words = self._model, self._words
        themes = {each["id"]: each["title"] for each in model["themes"]}
        clusters = {each["id"]: each["title"] or words("report.untitled") for each in model["clusters"]}
        names = ("column.number", "column.kind", "column.text", "report.association", "report.theme", "report.cluster", "column.status",
                 "report.votes")
        yield f"## {words('report.appendix')}"
        yield self._table([words(name) for name in names], "r------r", (
            [words.number(note["number"]), words(f"kind.{note['kind']}"), escape(note["text"]) or words("report.no_text"),
             escape(note["association"]), escape(themes.get(note["theme"], "")), escape(clusters.get(note["cluster"], "")),
             escape(words(f"status.{note['status']}")), words.number(note["votes"])] for note in model["notes"].values()))

    def _note(self, note: Record, under: str) -> Iterator[str]:
        """A list item with what hangs on the note as lists in it; `under` is the word for what is linked to it."""
        words = self._words
        yield from self._item("", self._head(note), note["text"])
        linked = [(self._head(other), other["text"]) for other in map(self._model["notes"].__getitem__, note["linked"])]
        linked += [(self._by(other), other["text"]) for other in note["linked_elsewhere"]]
        talk = [(self._by(each), each["text"]) for each in note["comments"]] if self._model["comments"] else []
        merged = [(self._by(each), each["text"]) for each in note["merged"]]
        for key, found in (("report.merged", merged), (under, linked), ("report.comments", talk)):
            if found:
                yield f"{INDENT}- {words(key)}"
                for head, text in found:
                    yield from self._item(2 * INDENT, head, text)

    def _item(self, indent: str, head: str, text: str) -> Iterator[str]:
        inside = indent + INDENT
        yield f"{indent}- " + f"{_BREAK}{inside}".join(
            each for each in (head, escape_lines(text, inside) or self._words("report.no_text")) if each)

    def _head(self, note: Record) -> str:
        """Kind and number, who wrote it, and what is said about it."""
        words = self._words
        said: list[str] = [f"**{words('kind.' + note['kind'])} {words.number(note['number'])}**"]
        if by := self._by(note):
            said.append(by)
        if note["status"] != "open":
            said.append(escape(words(f"status.{note['status']}")))
        said += [words("report.sdg", number=number) for number in note["sdgs"]]
        if note["origin"]:
            said.append(words("report.from_board", title=escape(note["origin"]["title"])))
        return DOT.join(said + self._support.phrases(note))

    @staticmethod
    def _by(written: Record) -> str:
        return DOT.join(escape(each) for each in (written.get("author", ""), written["association"]) if each.strip())

    @staticmethod
    def _table(head: list[str], columns: str, rows: Iterable[list[str]]) -> str:
        """`columns`: one letter for each, `r` for numbers, `c` for the middle."""
        rule = ["--:" if each == "r" else ":-:" if each == "c" else "---" for each in columns]
        return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))
