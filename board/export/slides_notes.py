"""Slides of sticky notes: which stand on a slide together, how large, and what answers what."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .model import Model, Record
from .slides_deck import BOTTOM, INNER, MARGIN, TOP, WIDTH, Deck, Sheet
from .slides_markup import COLORS, SIGNS, Box, Look, Shape
from .slides_text import MUTED, WHITE, fit, height_of, line_height, on_a_line, shortened, width_of
from .support import Support
from .telling import DOT

SIZES = tuple(points / .75 for points in (18, 16, 14, 12, 11, 10))
_WIDTH = 520                    # of a note; between two of them, arrows
_FIRST, _GAP, _MOST = TOP + 28, 12, 5
_PAD = (14, 10)
_WORD = 11 / .75
_AFTER = (9, 6)                 # the word, and the text
_EASY, _CLOSE = SIZES[3:5]      # the size for which a slide is filled; then it becomes as large as there is room for


@dataclass(frozen=True)
class Page:
    """`part` is 2 for the second slide of a group, and so on."""
    theme: Record
    group: Record
    part: int
    columns: tuple[list[str], list[str]]


def pages(deck: Deck, model: Model, theme: Record, group: Record) -> Iterator[Page]:
    """The slides of a cluster, or of the notes in none: challenges with what answers them, those with most votes first."""
    notes, part, around = model["notes"], 1, _around(deck)
    challenges, solutions = (sorted(group[kind], key=lambda each: -notes[each]["votes"]) for kind in ("challenges", "solutions"))
    while challenges or solutions:
        first = _column(notes, around, challenges)
        here, later = set(first), set(challenges)
        answering = [each for each in solutions if here & set(notes[each]["linked"])]
        free = [each for each in solutions if not (here | later) & set(notes[each]["linked"])]
        second = _column(notes, around, answering + free)
        solutions = [each for each in solutions if each not in second]
        if not first:
            first, second = second, _column(notes, around, solutions)
        elif not second:
            second = _column(notes, around, challenges)
        yield Page(theme, group, part, (first, second))
        part += 1


def draw(deck: Deck, model: Model, page: Page) -> int:
    """How many of its texts are shortened."""
    return _Wall(deck, model, page).draw()


def eyebrow(deck: Deck, sheet: Sheet, theme: Record, text: str, *, quoted: bool) -> None:
    """Above a slide's title: the theme's sign, and its title or what this is."""
    accent = COLORS[theme["color"]][1]
    sheet.draw(Shape(Box(MARGIN, 25, 16, 16), [], Look(fill=accent, form=SIGNS[theme["sign"]]), "Theme sign"))
    text = on_a_line(text, INNER - 24, _WORD, bold=True)
    line = deck.quote(text, _WORD, bold=True) if quoted else deck.say(text, _WORD, bold=True)
    sheet.text(Box(MARGIN + 24, 22, INNER - 24, 22), [replace(line, color=accent)], "Theme", anchor="ctr")


def _around(deck: Deck) -> float:
    """What a note takes besides its text: the word above it, who wrote it below."""
    return 2 * _PAD[1] + sum(_AFTER) + _WORD * (line_height(deck.words("kind.challenge")) + 1.3)


def _column(notes: dict[str, Record], around: float, waiting: list[str]) -> list[str]:
    """The first ones, taken out, that have room below each other; all, if they have it when they are a little smaller."""
    def needed(size: float, count: int) -> float:
        texts = (notes[each]["text"] for each in waiting[:count])
        return _GAP * (count - 1) + sum(around + height_of(each, _WIDTH - 2 * _PAD[0], size, most=30) for each in texts)
    room, most = BOTTOM - _FIRST, min(len(waiting), _MOST)
    if len(waiting) == most and needed(_CLOSE, most) <= room:
        taken = most
    else:
        taken = next((count for count in range(most, 1, -1) if needed(_EASY, count) <= room), min(most, 1))
    found = waiting[:taken]
    del waiting[:taken]
    return found


class _Wall:
    def __init__(self, deck: Deck, model: Model, page: Page) -> None:
        self.deck, self.words, self.page, self.notes = deck, deck.words, page, model["notes"]
        self.comments, self.around = model["comments"], _around(deck)
        self.tint, self.accent = COLORS[page.theme["color"]]
        self.support = Support(model, deck.words)
        self.here = {each for column in page.columns for each in column}

    def draw(self) -> int:
        sheet = self._sheet()
        size = next((each for each in SIZES if self._has_room(each)), SIZES[-1])
        placed: dict[str, tuple[int, Box]] = {}
        cut = 0
        for column, x in zip(self.page.columns, (MARGIN, WIDTH - MARGIN - _WIDTH), strict=True):
            if not column:
                continue
            self._head(sheet, column, x)
            y = float(_FIRST)
            for note_id, height in zip(column, self._heights(column, size), strict=True):
                box = Box(x, y, _WIDTH, height)
                number, shorter = self._sticky(sheet, self.notes[note_id], box, size)
                placed[note_id] = number, box
                cut += shorter
                y += height + _GAP
        self._join(sheet, placed)
        sheet.close()
        return cut

    def _sheet(self) -> Sheet:
        cluster, words, group = self.page.group["cluster"], self.words, self.page.group
        title = (cluster["title"] or words("report.untitled")) if cluster else words("report.unclustered") + DOT + self.page.theme["title"]
        sheet = self.deck.sheet(title if self.page.part == 1 else f"{title} ({words.number(self.page.part)})")
        eyebrow(self.deck, sheet, self.page.theme, self.page.theme["title"], quoted=True)
        told = [words(f"count.{kind}", count=len(group[kind])) for kind in ("challenges", "solutions") if group[kind]]
        if cluster:
            told += self.support.phrases(cluster)
        sheet.text(Box(MARGIN, 112, INNER, 22), [self.deck.say(DOT.join(told), _WORD, color=MUTED)], "Figures")
        return sheet

    def _head(self, sheet: Sheet, column: list[str], x: float) -> None:
        kind = self.notes[column[0]]["kind"]
        if column is self.page.columns[0] or kind != self.notes[self.page.columns[0][0]]["kind"]:
            sheet.text(Box(x, TOP, _WIDTH, 22), [self.deck.say(self.words(f"kind.{kind}s"), _WORD, bold=True)], "Heading")

    def _has_room(self, size: float) -> bool:
        return all(sum(self._needs(column, size)) <= self._room(column) for column in self.page.columns)

    def _room(self, column: list[str]) -> float:
        return BOTTOM - _FIRST - _GAP * (len(column) - 1)

    def _needs(self, column: list[str], size: float) -> list[float]:
        return [self.around + height_of(self.notes[each]["text"], _WIDTH - 2 * _PAD[0], size, most=100) for each in column]

    def _heights(self, column: list[str], size: float) -> list[float]:
        """What each needs and a little of what is left. Where that is too much, the longest give way."""
        needs, room = self._needs(column, size), self._room(column)
        over = sum(needs) - room
        if over <= 0:
            return [each + min(40, -over / len(needs)) for each in needs]
        left, found = room, dict.fromkeys(range(len(needs)), 0.0)
        for rank, index in enumerate(sorted(found, key=needs.__getitem__)):
            found[index] = min(needs[index], left / (len(needs) - rank))
            left -= found[index]
        return [found[index] for index in range(len(needs))]

    def _sticky(self, sheet: Sheet, note: Record, box: Box, size: float) -> tuple[int, bool]:
        """Its number, and whether its text is shortened."""
        words, challenge = self.words, note["kind"] == "challenge"
        text = note["text"] or words("report.no_text")
        inner = box.w - 2 * _PAD[0]
        fitted = fit(text, inner, box.h - self.around + 1, (size,))
        word = words(f"kind.{note['kind']}")
        top = DOT.join([f"{words.number(note['number'])}{DOT}{word}", *self._elsewhere(note)])
        lines = [replace(self.deck.say(on_a_line(top, inner - 90, _WORD, bold=True), _WORD, bold=True, color=self.accent), after=_AFTER[0]),
                 replace(self.deck.quote(fitted.text, size, note["language"], align=""), after=_AFTER[1])]
        if by := _signed(note):
            lines.append(self.deck.quote(on_a_line(by, inner, _WORD), _WORD))
        look = Look(self.tint, pad=_PAD) if challenge else Look(WHITE, (self.accent, 2.5), round=14, pad=_PAD)
        shapes = [Shape(box, lines, look, f"{word} {note['number']}", self._alt(note, word))]
        if fitted.cut or note["merged"] or self.comments and note["comments"]:
            self._tell(sheet, note, text if fitted.cut else "")
        if not note["votes"]:
            return sheet.draw(shapes[0]), fitted.cut
        shapes.append(self._badge(note, box))
        return sheet.draw_group(box, shapes[0].name, shapes), fitted.cut

    def _badge(self, note: Record, box: Box) -> Shape:
        label, size = self.words("count.votes", count=note["votes"]), 10 / .75
        width = width_of(label, size, bold=True) + 18
        line = self.deck.say(label, size, align="center", bold=True, color=WHITE)
        place = Box(box.x + box.w - width - 10, box.y + 7, width, 20)
        return Shape(place, [line], Look(self.accent, round=10, anchor="ctr"), f"{self.words('report.votes')} {note['number']}", label)

    def _elsewhere(self, note: Record) -> list[str]:
        """What it has to do with that is on another slide: without that, a challenge would look unanswered."""
        others = [self.notes[each]["number"] for each in note["linked"] if each not in self.here]
        if not others:
            return []
        key = "report.answered_by" if note["kind"] == "challenge" else "report.answers"
        return [f"{self.words(key)} {', '.join(map(self.words.number, others[:8]))}{'…' if len(others) > 8 else ''}"]

    def _alt(self, note: Record, word: str) -> str:
        told = [f"{word} {note['number']}: {shortened(note['text'] or self.words('report.no_text'), 300)}", _signed(note),
                *self.support.phrases(note)]
        return DOT.join(each for each in told if each)

    def _tell(self, sheet: Sheet, note: Record, text: str) -> None:
        """The speaker what is not on the slide."""
        said, quote = self.deck.say, self.deck.quote
        sheet.notes.append(said(f"{self.words('column.number')} {self.words.number(note['number'])}", _WORD, bold=True))
        if text:
            sheet.notes.append(quote(text, _WORD, note["language"]))
        for heading, told in (("report.merged", note["merged"]), ("report.comments", note["comments"] if self.comments else [])):
            if told:
                sheet.notes.append(said(self.words(heading), _WORD))
                sheet.notes += [quote(DOT.join(filter(None, (each["text"], each.get("author"), each["association"]))), _WORD)
                                for each in told]

    def _join(self, sheet: Sheet, placed: dict[str, tuple[int, Box]]) -> None:
        for note_id, start in placed.items():
            note = self.notes[note_id]
            for other in note["linked"] if note["kind"] == "solution" else ():
                if other in placed and placed[other][1].x != start[1].x:
                    one, two = (self.words.number(each["number"]) for each in (note, self.notes[other]))
                    alt = f"{self.words('kind.solution')} {one} → {self.words('kind.challenge')} {two}"
                    sheet.join(start, placed[other], Shape(start[1], [], Look(self.accent), f"{one} → {two}", alt))


def _signed(note: Record) -> str:
    """Who wrote it, and with it the associations that wrote what was merged into it."""
    associations = dict.fromkeys(each for each in (note["association"], *(each["association"] for each in note["merged"])) if each)
    return DOT.join([note["author"], *associations] if note["author"] else associations)
