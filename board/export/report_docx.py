"""The workshop report as a Word document that can be edited: real headings, styles and tables. The themes with their notes are
in `report_docx_themes`."""
from __future__ import annotations

from collections.abc import Iterable

from .docx_file import WIDE, WIDTH, WordFile
from .docx_table import Cell, table
from .docx_text import Piece, one_line
from .job import Job
from .model import Record
from .report_docx_themes import LINKS, ThemeChapters
from .series_chapter import chapter
from .support import Support

MOST_IN_APPENDIX = 1_500    # notes: with a longer table the usual programs take minutes to open the file
MOST_RESULTS = 50           # of a round; what others got stands with them
_ABREAST, _UPRIGHT = 8, 4   # themes in one table of the matrix, and on an upright page
_TINT = (0xCF, 0xE0, 0xFC)


def write(job: Job) -> bytes:
    return _Report(job).body()


class _Report:
    def __init__(self, job: Job) -> None:
        self.job, self.words, self.model = job, job.words, job.model
        self.file = WordFile(job.words, job.model["title"] or job.words("report.report"))
        self.typing = self.file.typing
        self.support = Support(job.model, job.words)
        self._themes = {each["id"]: one_line(each["title"]) or job.words("report.theme") for each in job.model["themes"]}

    def body(self) -> bytes:
        self._title()
        if not self.model["notes"]:
            self.file.say("Normal", Piece(self.words("report.no_notes")))
        else:
            self.file.contents(self.words("report.contents"))
        self._figures()
        self._took_part()
        self._series()
        self._results()
        if self.model["notes"]:
            ThemeChapters(self.file, self.job, self.support).write(self._themes)
            self._unanswered()
            self._matrix()
            self._appendix()
        return self.file.body()

    def _title(self) -> None:
        words, model = self.words, self.model
        scope = model["scope"]
        self.file.say("Subtitle", Piece(words("report.report")))
        self.file.say("Title", Piece(one_line(model["title"]) or words("report.report"), language=""))
        about = [model["date"]] if model["date"] else []
        if scope["kind"] == "notes":
            about.append(words("report.scope_notes"))
        elif scope["kind"] != "board":
            about.append(words(f"report.scope_{scope['kind']}", title=self.typing.inside(scope["title"])))
        if about:
            self.file.say("Subtitle", Piece(" · ".join(about)))
        if model["purpose"].strip():
            self.file.add(self.typing.theirs("Normal", model["purpose"], ""))

    def _figures(self) -> None:
        """The numbers in one row, and by theme."""
        words, counts = self.words, self.model["figures"]
        shown = [("kind.challenges", "challenges"), ("kind.solutions", "solutions"), ("report.unanswered", "unanswered"),
                 ("report.clusters", "clusters"), ("report.associations", "associations"), ("report.countries", "countries")]
        if self.model["comments"]:
            shown.append(("report.comments", "comments"))
        self.file.heading(1, words("report.figures"))
        self.file.add(self._table([(words(key), 1) for key, _ in shown], [[self._number(counts[name], "TableFigure") for _, name in shown]],
                                  centered=len(shown)))
        if len(self.model["themes"]) > 1:
            open_in = [self.model["notes"][each]["theme"] for each in self.model["unanswered"]]
            self.file.say("Caption", Piece(words("report.themes")))
            self.file.add(self._table(
                [(words("report.theme"), 5), (words("kind.challenges"), 2), (words("kind.solutions"), 2), (words("report.unanswered"), 2)],
                [[self._theirs(self._themes[each["id"]]), self._number(each["challenges"]), self._number(each["solutions"]),
                  self._number(open_in.count(each["id"]))] for each in self.model["themes"]], centered=3))

    def _took_part(self) -> None:
        words, model = self.words, self.model
        self.file.heading(1, words("report.took_part"))
        if not model["associations"]:
            self.file.say("Quiet", Piece(words("report.none")))
            return
        counted = [("report.people", "people"), ("kind.challenges", "challenges"), ("kind.solutions", "solutions")]
        self.file.add(self._table(
            [(words("report.association"), 5), (words("report.country"), 4), *((words(key), 2) for key, _ in counted)],
            [[self._theirs(each["name"]), self._ours(each["country"]), *(self._number(each[name]) for _, name in counted)]
             for each in model["associations"]], centered=3))
        if model["named"] and model["people"]:
            self.file.say("Caption", Piece(words("report.participants")))
            self.file.add(self._table(
                [(words("report.people"), 1), (words("report.role"), 1), (words("report.association"), 1)],
                [[self._theirs(each[name]) for name in ("name", "role_title", "association")] for each in model["people"]]))

    def _series(self) -> None:
        found = chapter(self.model, self.words)
        if found is None:
            return
        self.file.heading(1, found["title"])
        self.file.add(self._table(list(zip(found["boards_head"], (6, 4, 2, 2, 2, 2), strict=True)), [
            [self._theirs(row[0]), self._ours(row[1]), *(Cell(self.typing.paragraph("TableNumber", Piece(each))) for each in row[2:])]
            for row in found["boards"]], centered=4))
        for part in found["parts"]:
            self.file.heading(2, part["title"], "")
            self.file.say("Caption", Piece(part["date"]))
            self.file.add(self._table(list(zip(found["head"], (8, 3, 3, 8), strict=True)), [
                [self._said(row), self._ours(row["was"]), self._ours(row["now"]),
                 Cell("".join(self._said(each).body for each in row["answers"]) or self.typing.paragraph("TableText", Piece("–")))]
                for row in part["rows"]]))
            if part["more"]:
                self.file.say("Caption", Piece(part["more"]))

    def _said(self, each: Record) -> Cell:
        body = self._written(each["text"], each["language"], self.words("report.no_text"))
        by = one_line(each["association"])
        return Cell(body + (self.typing.paragraph("TableDetail", Piece(by, language="")) if by else ""))

    def _results(self) -> None:
        if not self.model["rounds"]:
            return
        self.file.heading(1, self.words("report.results"))
        for each in self.model["rounds"]:
            self.file.heading(2, each["title"] or self.words("report.votes"), "")
            self._round(each)

    def _round(self, given: Record) -> None:
        words = self.words
        took_part = words("count.people", count=given["voters"]), words("count.associations", count=given["associations"])
        self.file.say("Lead", Piece(" · ".join(took_part)))
        rows = sorted(given["rows"], key=lambda row: -row["votes"] - row["proxy"])
        if not rows:
            self.file.say("Quiet", Piece(words("report.none")))
            return
        self.file.add(self._table([(words("report.voted_on"), 9), (words("report.votes"), 3), (words("report.supporters"), 5)],
                                  [[self._target(row), self._votes(row), self._supporters(row, given)] for row in rows[:MOST_RESULTS]]))
        if len(rows) > MOST_RESULTS:
            self.file.say("Caption", Piece(words("count.more_results", count=len(rows) - MOST_RESULTS)))

    def _target(self, row: Record) -> Cell:
        note = self.model["notes"].get(row["target"])
        kind = self.words(f"kind.{note['kind']}") if note else self.words("report.cluster")
        empty = self.words("report.no_text" if note else "report.untitled")
        return Cell(self._written(row["text"], note["language"] if note else "", empty) + self.typing.paragraph("TableDetail", Piece(kind)))

    def _votes(self, row: Record) -> Cell:
        votes = self.typing.paragraph("TableText", Piece(self.words.number(row["votes"] + row["proxy"]), "Strong"))
        proxy = self.typing.paragraph("TableDetail", Piece(self.words("count.proxy", count=row["proxy"]))) if row["proxy"] else ""
        return Cell(votes + proxy)

    def _supporters(self, row: Record, given: Record) -> Cell:
        return self._ours(", ".join(self.support.by_associations(row["associations"], given["associations"])))

    def _unanswered(self) -> None:
        words, model = self.words, self.model
        if not model["figures"]["challenges"]:
            return
        self.file.heading(1, words("report.unanswered"))
        if not model["unanswered"]:
            self.file.say("Normal", Piece(words("report.all_answered")))
            return
        notes = [model["notes"][each] for each in model["unanswered"]]
        self.file.add(self._table(
            [(words("column.number"), 2), (words("kind.challenge"), 10), (words("report.theme"), 5), (words("report.association"), 4)],
            [[self._ours(words.number(note["number"])), Cell(self._written(note["text"], note["language"], words("report.no_text"))),
              self._theirs(self._themes[note["theme"]]), self._theirs(note["association"])] for note in notes]))

    def _matrix(self) -> None:
        """On a page that lies when there are many themes."""
        matrix = self.model["matrix"]
        if not matrix["rows"]:
            return
        lies = len(matrix["themes"]) > _UPRIGHT
        if lies:
            self.file.turn_page(lies=False)
        self.file.heading(1, self.words("report.matrix"))
        largest = max(sum(cell.values()) for row in matrix["rows"] for cell in row["cells"])
        for start in range(0, len(matrix["themes"]), _ABREAST):
            self.file.say("Caption", Piece(self.words("report.matrix_cells")))
            self.file.add(self._matrix_table(slice(start, start + _ABREAST), largest, WIDE if lies else WIDTH))
        if lies:
            self.file.turn_page(lies=True)

    def _matrix_table(self, part: slice, largest: int, width: int) -> str:
        words, matrix = self.words, self.model["matrix"]
        ends = part.stop >= len(matrix["themes"])
        total = [(Piece(words("report.total")), 2)] if ends else []
        rows = []
        for row in matrix["rows"]:
            cells = [Cell(self._pair(cell), _tint(sum(cell.values()), largest)) for cell in row["cells"][part]]
            every = {kind: sum(cell[kind] for cell in row["cells"]) for kind in ("challenges", "solutions")}
            rows.append([self._theirs(row["association"]), *cells, *([Cell(self._pair(every))] if ends else [])])
        themes = [(Piece(self._themes[each], language=""), 3) for each in matrix["themes"][part]]
        columns = [(Piece(words("report.association")), 4), *themes, *total]
        return table(self.typing, _spread(columns, width), rows, centered=len(columns) - 1, description=words("report.matrix_hint"))

    def _pair(self, cell: Record) -> str:
        number = self.words.number
        text = f"{number(cell['challenges'])} / {number(cell['solutions'])}" if any(cell.values()) else "–"
        return self.typing.paragraph("TableNumber", Piece(text))

    def _appendix(self) -> None:
        """A table for each theme: long ones take programs much longer to lay out than several short ones."""
        words, notes = self.words, self.model["notes"]
        if len(notes) > MOST_IN_APPENDIX:
            self.job.remark("remark.no_appendix", count=len(notes), most=MOST_IN_APPENDIX)
            return
        self.file.heading(1, words("report.appendix"))
        columns = [(words("column.number"), 2), (words("column.kind"), 4), (words("column.text"), 15), (words("report.association"), 4)]
        for theme, title in self._themes.items():
            rows = [[self._ours(words.number(note["number"])), self._kind(note), self._note(note), self._by(note)]
                    for note in notes.values() if note["theme"] == theme]
            if rows:
                self.file.say("Caption", Piece(title, language=""))
                self.file.add(self._table(columns, rows))

    def _kind(self, note: Record) -> Cell:
        more = [self.words(f"status.{note['status']}")] if note["status"] != "open" else []
        more += self.support.phrases(note)[:1]
        return Cell(self.typing.paragraph("TableText", Piece(self.words(f"kind.{note['kind']}")))
                    + "".join(self.typing.paragraph("TableDetail", Piece(each)) for each in more))

    def _note(self, note: Record) -> Cell:
        body = self._written(note["text"], note["language"], self.words("report.no_text"))
        if note["linked"]:
            numbers = [self.words.number(self.model["notes"][each]["number"]) for each in note["linked"]]
            key = "report.answered_by" if note["kind"] == "challenge" else "report.answers"
            more = " …" if len(numbers) > LINKS else ""
            body += self.typing.paragraph("TableDetail", Piece(f"{self.words(key)}: {', '.join(numbers[:LINKS])}{more}"))
        return Cell(body)

    def _by(self, note: Record) -> Cell:
        body = self.typing.paragraph("TableText", Piece(one_line(note["association"]), language=""))
        return Cell(body + (self.typing.paragraph("TableDetail", Piece(one_line(note["author"]), language="")) if note["author"] else ""))

    def _written(self, text: str, language: str, empty: str) -> str:
        return self.typing.theirs("TableText", text, language) if text.strip() else self.typing.paragraph("TableDetail", Piece(empty))

    def _theirs(self, text: str) -> Cell:
        return Cell(self.typing.paragraph("TableText", Piece(one_line(text), language="")))

    def _ours(self, text: str) -> Cell:
        return Cell(self.typing.paragraph("TableText", Piece(text)))

    def _number(self, count: int, style: str = "TableNumber") -> Cell:
        return Cell(self.typing.paragraph(style, Piece(self.words.number(count))))

    def _table(self, columns: list[tuple[str, int]], rows: Iterable[list[Cell]], *, centered: int = 0) -> str:
        """`columns` with their share of the width."""
        return table(self.typing, _spread([(Piece(title), share) for title, share in columns], WIDTH), rows, centered=centered)


def _spread(columns: list[tuple[Piece, int]], width: int) -> list[tuple[Piece, int]]:
    every = sum(share for _, share in columns)
    return [(piece, width * share // every) for piece, share in columns]


def _tint(value: int, largest: int) -> str:
    """From white to the lightest blue that can still be told from it, and on."""
    if not value:
        return ""
    part = 0.25 + 0.75 * value / largest
    return "".join(f"{round(255 - (255 - channel) * part):02X}" for channel in _TINT)


