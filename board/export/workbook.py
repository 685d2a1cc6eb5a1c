"""The board as a workbook (XLSX) for those who count: a sheet for each kind of thing, to filter, sort and print."""
from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from . import translated
from .job import Job
from .model import Record
from .workbook_sheet import Book, Column, Series

Row = Sequence[Any]
_FEW, _SHORT, _NAME, _TEXT = 10, 14, 25, 58         # widths
_NUMBERS = {"column.number", "kind.challenges", "kind.solutions", "report.votes", "report.proxy_votes", "report.supporters",
            "report.unanswered", "report.people", "report.comments", "column.merged_into", "column.place",
            "column.voters", "column.voting_associations"}
_MOST_BARS = 40


def write(job: Job) -> bytes:
    """Every text is a text, whatever it begins with."""
    out = io.BytesIO()
    book = Book(out, job.words, " ".join(job.model["title"].split()) or job.words("report.report"))
    _Content(job, book).add()
    book.close()
    return out.getvalue()


class _Content:
    def __init__(self, job: Job, book: Book) -> None:
        self.model, self.words, self.book = job.model, job.words, book
        self.notes: dict[str, Record] = self.model["notes"]
        self.named = self.model["named"]
        self.translations = translated.Columns(job.content)
        self.carried = any(each["origin"] for each in self.notes.values())

    def add(self) -> None:
        model, words = self.model, self.words
        self.book.add(words("report.appendix"), self._note_columns(), self._notes())
        self.book.add(words("report.clusters"), self._cluster_columns(), self._clusters())
        self.book.add(words("sheet.answers"), self._answer_columns(), self._answers())
        self.book.add(words("report.results"), self._vote_columns(), self._votes())
        took_part = (("report.association", _NAME), ("report.country", _NAME), ("report.people", _FEW), ("kind.challenges", _SHORT),
                     ("kind.solutions", _SHORT))
        self.book.add(words("report.took_part"), self._columns(*took_part), [
            (each["name"], each["country"], each["people"], each["challenges"], each["solutions"]) for each in model["associations"]])
        if model["people"]:
            names = self._columns(("column.name", _NAME), ("report.role", _NAME), ("report.association", _NAME))
            self.book.add(words("report.participants"), names, [
                (each["name"], each["role_title"], each["association"]) for each in model["people"]])
        if model["comments"]:
            self.book.add(words("report.comments"), self._comment_columns(), self._comments())
        self._add_matrix()

    def _columns(self, *given: tuple[str, int]) -> list[Column]:
        return [Column(self.words(key), width, prose=width == _TEXT, numbers=key in _NUMBERS) for key, width in given]

    def _note_columns(self) -> list[Column]:
        author = [("column.author", _NAME)] if self.named else []
        origin = [("column.origin", _NAME)] if self.carried else []
        return [*self._columns(
            ("column.number", _FEW), ("column.kind", _SHORT), ("report.theme", _NAME), ("report.cluster", _NAME), ("column.text", _TEXT),
            ("report.association", _SHORT), *author, ("report.country", _SHORT), ("column.language", _FEW), ("column.sdgs", _FEW),
            ("column.status", _SHORT), ("report.votes", _FEW), ("report.proxy_votes", _FEW), ("report.supporters", _SHORT),
            ("column.linked_numbers", _SHORT), ("column.merged_into", _FEW), ("report.comments", _SHORT), *origin,
            ("column.created_at", 18), ("column.id", _SHORT)), *(
                Column(name, _FEW if flag else _TEXT, prose=not flag)
                for name in self.translations.names for flag in [name.endswith(("_machine", "_earlier"))])]

    def _notes(self) -> Iterator[Row]:
        """All that were written. One that was merged into another follows it and has no number: those with one are the notes that
        are counted everywhere."""
        words = self.words
        themes, clusters = ({each["id"]: each["title"] for each in self.model[name]} for name in ("themes", "clusters"))
        for note in self.notes.values():
            cluster = clusters[note["cluster"]] or words("report.untitled") if note["cluster"] in clusters else ""
            place = words(f"kind.{note['kind']}"), themes.get(note["theme"], ""), cluster
            linked = sorted(self.notes[each]["number"] for each in note["linked"])
            yield (note["number"], *place, note["text"], note["association"], *([note["author"]] if self.named else ()),
                   words.country(note["country"]), note["language"], ", ".join(map(str, note["sdgs"])), words(f"status.{note['status']}"),
                   note["votes"], note["proxy"], note["vote_associations"], ", ".join(map(str, linked)), "", len(note["comments"]),
                   *([note["origin"]["title"] if note["origin"] else ""] if self.carried else ()), _time(note["created_at"]), note["id"],
                   *self.translations.cells(note["id"]))
            for each in note["merged"]:
                yield ("", *place, each["text"], each["association"], *([""] if self.named else ()), "",
                       each["language"], *[""] * 6, note["number"],
                       "", *([""] if self.carried else ()), "", "", *self.translations.cells(each["id"]))

    def _cluster_columns(self) -> list[Column]:
        return self._columns(
            ("report.cluster", 44), ("report.theme", 36), ("kind.challenges", _SHORT), ("kind.solutions", _SHORT),
            ("report.unanswered", _SHORT), ("report.votes", _FEW), ("report.proxy_votes", _FEW), ("report.supporters", _SHORT))

    def _clusters(self) -> Iterator[Row]:
        """With the notes in none, theme by theme, so that the sums are the board's."""
        unanswered = set(self.model["unanswered"])
        for theme in self.model["themes"]:
            for group in theme["groups"]:
                cluster, missing = group["cluster"], sum(each in unanswered for each in group["challenges"])
                title = (cluster["title"] or self.words("report.untitled")) if cluster else self.words("report.unclustered")
                votes = [cluster[name] for name in ("votes", "proxy", "associations")] if cluster else []
                yield title, theme["title"], len(group["challenges"]), len(group["solutions"]), missing, *votes

    def _answer_columns(self) -> list[Column]:
        return self._columns(*((key, width) for kind in ("kind.challenge", "kind.solution")
                               for key, width in (("column.number", _FEW), (kind, _TEXT), ("report.association", _SHORT))))

    def _answers(self) -> Iterator[Row]:
        """A row for each link. What is not in this part of the board has no number."""
        for note in self.notes.values():
            own = note["number"], note["text"], note["association"]
            if note["kind"] == "challenge":
                for other in map(self.notes.__getitem__, note["linked"]):
                    yield *own, other["number"], other["text"], other["association"]
            for each in note["linked_elsewhere"]:
                there = "", each["text"], each["association"]
                yield (*own, *there) if note["kind"] == "challenge" else (*there, *own)

    def _vote_columns(self) -> list[Column]:
        return self._columns(
            ("column.round", _NAME), ("column.place", _FEW), ("column.number", _FEW), ("report.voted_on", _TEXT), ("report.votes", _FEW),
            ("report.proxy_votes", _FEW), ("report.supporters", _SHORT), ("column.voting_associations", _SHORT), ("column.voters", _SHORT))

    def _votes(self) -> Iterator[Row]:
        """Of closed rounds; those by proxy are among the votes. A cluster has no number."""
        for round_ in self.model["rounds"]:
            rows = sorted(round_["rows"], key=lambda row: -row["votes"] - row["proxy"])
            for place, row in enumerate(rows, 1):
                number = self.notes[row["target"]]["number"] if row["target"] in self.notes else ""
                text = row["text"] or self.words("report.no_text" if number else "report.untitled")
                yield (round_["title"], place, number, text, row["votes"] + row["proxy"], row["proxy"], row["associations"],
                       round_["associations"], round_["voters"])

    def _comment_columns(self) -> list[Column]:
        author = [("column.author", _NAME)] if self.named else []
        return self._columns(
            ("column.number", _FEW), ("column.text", _TEXT), ("report.comment", _TEXT), ("report.association", _SHORT), *author)

    def _comments(self) -> Iterator[Row]:
        for note in self.notes.values():
            for each in note["comments"]:
                yield note["number"], note["text"], each["text"], each["association"], *([each["author"]] if self.named else ())

    def _add_matrix(self) -> None:
        """A chart below it has a bar for each association, made of its notes in each theme."""
        words, matrix = self.words, self.model["matrix"]
        themes = [each for each in self.model["themes"] if each["id"] in matrix["themes"]]
        kinds = ("challenges", "solutions")
        columns = [Column(words("report.association"), _NAME)] + [
            Column(f"{' '.join(theme['title'].split())[:120]}\n{words(f'kind.{kind}')}", 18, numbers=True)
            for theme in themes for kind in kinds]
        rows = [(row["association"], *(cell[kind] for cell in row["cells"] for kind in kinds),
                 sum(cell[kind] for cell in row["cells"] for kind in kinds)) for row in matrix["rows"]]
        sheet = self.book.add(words("report.matrix"), [*columns, Column(words("report.total"), _FEW, numbers=True)], rows)
        series = [Series(column, theme["color"], solid=kind == "challenges")
                  for column, (theme, kind) in enumerate(((theme, kind) for theme in themes for kind in kinds), 1)]
        if rows and series:
            self.book.add_bars(sheet, words("report.matrix"), series, min(len(rows), _MOST_BARS))


def _time(at: str) -> datetime | str:
    """As spreadsheets count it: without a zone (UTC), and not before 1900."""
    try:
        time = datetime.fromisoformat(at).replace(tzinfo=None)
    except ValueError:
        return at
    return time if time.year >= 1900 else at
