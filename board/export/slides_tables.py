"""Slides that are lists: who took part, unanswered challenges, which association wrote on which theme."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from .model import Model, Record
from .slides_deck import BODY, BOTTOM, INNER, MARGIN, SMALL, TOP, Deck
from .slides_markup import COLORS, Box, Cell
from .slides_text import MUTED, WHITE, Line, fit, height_of, line_height
from .telling import DOT

Draw = Callable[[], int]        # a slide; how many texts are shortened on it
_PAD = 16                       # beside the text of a cell, both sides
_LOWEST, _MOST_LINES = 34, 4     # of a row
_MOST_COLUMNS = 7


@dataclass
class Section:
    """Slides to come, the notes on them, rows shown, and what has no room: `(title, how many)`."""
    slides: list[Draw] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    more: list[tuple[str, int]] = field(default_factory=list)
    shown: int = 0


@dataclass(frozen=True)
class _Table:
    title: str
    hint: str
    head: Sequence[Line]
    widths: Sequence[float]


@dataclass(frozen=True)
class _Row:
    """`whole` are the texts that are shortened in it, for the speaker."""
    height: float
    cells: Sequence[Cell]
    whole: Sequence[Line] = ()


def took_part(deck: Deck, model: Model, most: int) -> Section:
    words, figures = deck.words, model["figures"]
    hint = DOT.join(words(f"count.{name}", count=count) for name, count in (
        ("associations", figures["associations"]), ("countries", figures["countries"]),
        ("people", sum(each["people"] for each in model["associations"]))) if count)
    head = [_said(deck, "report.association"), _said(deck, "report.country"), *(
        _said(deck, each, "center") for each in ("report.people", "kind.challenges", "kind.solutions"))]
    rows = [[deck.quote(each["name"], SMALL, bold=True), deck.say(each["country"], SMALL), *(
        _number(deck, each[name]) for name in ("people", "challenges", "solutions"))] for each in model["associations"]]
    return _section(deck, _Table(words("report.took_part"), hint, head, (448, 270, 150, 150, 150)), rows, most)


def participants(deck: Deck, model: Model, most: int) -> Section:
    people = model["people"]
    rows = [[deck.quote(each[name], SMALL, bold=name == "name") for name in ("name", "role_title", "association")] for each in people]
    head = [_said(deck, each) for each in ("column.name", "report.role", "report.association")]
    hint = deck.words("count.people", count=len(people))
    return _section(deck, _Table(deck.words("report.participants"), hint, head, (448, 420, 300)), rows, most)


def unanswered(deck: Deck, model: Model, most: int) -> Section:
    words, titles = deck.words, {each["id"]: each["title"] for each in model["themes"]}
    ids = sorted(model["unanswered"], key=lambda each: -model["notes"][each]["votes"])
    head = [_said(deck, "column.number", "center"), _said(deck, "kind.challenge"), _said(deck, "report.association"),
            _said(deck, "report.theme"), _said(deck, "report.votes", "center")]

    def row(note: Record) -> list[Line]:
        text = note["text"] or words("report.no_text")
        return [_number(deck, note["number"]), deck.quote(text, SMALL, note["language"], align=""), deck.quote(note["association"], SMALL),
                replace(deck.quote(titles.get(note["theme"], ""), SMALL), color=MUTED), _number(deck, note["votes"])]
    form = _Table(words("report.unanswered"), words("count.unanswered", count=len(ids)), head, (80, 562, 180, 256, 90))
    section = _section(deck, form, [row(model["notes"][each]) for each in ids], most)
    section.notes = set(ids[:section.shown])
    if not ids and model["figures"]["challenges"]:
        section.slides.append(partial(_say, deck, form.title, words("report.all_answered")))
    return section


def matrix(deck: Deck, model: Model, most: int) -> Section:
    """Cells without notes stay white, so that gaps are seen."""
    words, themes = deck.words, {each["id"]: each for each in model["themes"]}
    columns = [themes[each] for each in model["matrix"]["themes"]]
    blocks = -(-len(columns) // _MOST_COLUMNS)
    hint = f"{words('report.matrix_hint')}. {words('report.matrix_cells')}"
    section = Section()
    for start in range(0, len(columns), _MOST_COLUMNS):
        part = columns[start:start + _MOST_COLUMNS]
        head = [_said(deck, "report.association"), *(deck.quote(each["title"], SMALL, align="center", bold=True) for each in part)]
        rows = [[deck.quote(row["association"], SMALL, bold=True), *(
            _covered(deck, cell, theme) for cell, theme in zip(row["cells"][start:], part, strict=False))]
            for row in model["matrix"]["rows"]]
        form = _Table(words("report.matrix"), hint, head, (220, *[(INNER - 220) / len(part)] * len(part)))
        block = _section(deck, form, rows, max(1, most // blocks))
        section.slides += block.slides
        section.more = block.more
    return section


def _covered(deck: Deck, cell: Record, theme: Record) -> Cell:
    if not cell["challenges"] + cell["solutions"]:
        return Cell([deck.say("–", SMALL, align="center", color=MUTED)], WHITE)
    text = f"{deck.words.number(cell['challenges'])} / {deck.words.number(cell['solutions'])}"
    return Cell([deck.say(text, SMALL, align="center")], COLORS[theme["color"]][0])


def _number(deck: Deck, value: int) -> Line:
    return deck.say(deck.words.number(value) if value else "–", SMALL, align="center")


def _said(deck: Deck, key: str, align: str = "start") -> Line:
    return deck.say(deck.words(key), SMALL, align=align, bold=True)


def _section(deck: Deck, form: _Table, rows: Sequence[Sequence[Line | Cell]], most: int) -> Section:
    """The table on as many slides as it takes, with its head on each."""
    if not rows:
        return Section()
    head = _row(form.head, form.widths)
    pages: list[list[_Row]] = [[]]
    left, shown = BOTTOM - TOP - head.height, 0
    for each in rows:
        row = _row(each, form.widths)
        if row.height > left and pages[-1]:
            if len(pages) == most:
                break
            pages.append([])
            left = BOTTOM - TOP - head.height
        pages[-1].append(row)
        left -= row.height
        shown += 1
    section = Section([partial(_draw, deck, form, [head, *page], number) for number, page in enumerate(pages, 1)], shown=shown)
    if shown < len(rows):
        section.more.append((form.title, len(rows) - shown))
    return section


def _row(cells: Sequence[Line | Cell], widths: Sequence[float]) -> _Row:
    fitted, whole, height = [], [], 0.0
    for given, width in zip(cells, widths, strict=True):
        cell = given if isinstance(given, Cell) else Cell([given])
        line = cell.lines[0]
        text = fit(line.text, width - _PAD, _MOST_LINES * line.size * line_height(line.text), (line.size,), bold=line.bold)
        fitted.append(replace(cell, lines=[replace(line, text=text.text)]))
        if text.cut:
            whole.append(line)
        height = max(height, height_of(text.text, width - _PAD, line.size, bold=line.bold))
    return _Row(max(_LOWEST, height + 14), fitted, whole)


def _draw(deck: Deck, form: _Table, rows: Sequence[_Row], number: int) -> int:
    sheet = deck.sheet(form.title if number == 1 else f"{form.title} ({deck.words.number(number)})")
    sheet.text(Box(MARGIN, 112, INNER, 22), [deck.say(form.hint, SMALL, color=MUTED)], "Figures")
    box = Box(MARGIN, TOP, INNER, sum(row.height for row in rows))
    sheet.table(box, form.title, form.widths, [(row.height, row.cells) for row in rows])
    sheet.notes = [line for row in rows for line in row.whole]
    sheet.close()
    return len(sheet.notes)


def _say(deck: Deck, title: str, text: str) -> int:
    sheet = deck.sheet(title)
    sheet.text(Box(MARGIN, TOP + 8, INNER, 60), [deck.say(text, BODY)], title)
    sheet.close()
    return 0
