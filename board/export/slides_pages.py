"""Slides with one thing each: the title, a theme, what is not there."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import telling
from .model import Model, Record
from .slides_deck import BODY, BOTTOM, INNER, MARGIN, SMALL, TOP, Deck, Sheet
from .slides_markup import BLUE, COLORS, RULE, SIGNS, Box, Look, Shape
from .slides_notes import eyebrow
from .slides_text import MUTED, WHITE, Line, fit, height_of, shortened, width_of
from .support import Support
from .telling import DOT

_CARD = Look(WHITE, (RULE, 1), round=10, pad=(18, 14))
_COLUMNS, _MOST_CARDS, _GAP = 3, 12, 18
_BIG = 40


def title(deck: Deck, model: Model) -> int:
    """Date, purpose, themes and figures."""
    words = deck.words
    sheet = deck.sheet(deck.title, first=True)
    about = DOT.join(each for each in (words("report.report"), model["date"]) if each)
    lines = [deck.say(about, BODY, bold=True, color=BLUE)]
    if part := telling.part_of(model, words, model["scope"]["title"]):
        lines.append(deck.say(shortened(part, 120), BODY, color=MUTED))
    sheet.text(Box(MARGIN, 52, INNER, 54), lines, words("report.report"))
    if model["purpose"]:
        fitted = fit(model["purpose"], 960, 118, (24, 21, 18, SMALL))
        sheet.text(Box(MARGIN, 282, 960, 120), [deck.quote(fitted.text, fitted.size)], words("report.purpose"))
    _figures(deck, sheet, model)
    _themes(deck, sheet, model["themes"])
    sheet.close()
    return 0


def theme(deck: Deck, model: Model, record: Record) -> int:
    """What there is in a theme: its clusters, each with its notes counted and the one with most votes."""
    words, groups = deck.words, record["groups"]
    sheet = deck.sheet(record["title"])
    eyebrow(deck, sheet, record, words("report.theme"), quoted=False)
    missing = sum(note["theme"] == record["id"] for note in map(model["notes"].get, model["unanswered"]) if note)
    told = [words(f"count.{name}", count=record[name]) for name in ("challenges", "solutions")]
    told += [words("count.unanswered", count=missing)] if missing else []
    sheet.text(Box(MARGIN, 112, INNER, 22), [deck.say(DOT.join(told), SMALL, color=MUTED)], "Figures")
    if groups:
        _cards(deck, sheet, model, record)
    else:
        sheet.text(Box(MARGIN, TOP + 8, INNER, 40), [deck.say(words("report.no_notes"), BODY)], "Notes")
    sheet.close()
    return 0


def left_out(deck: Deck, told: Sequence[str]) -> int:
    """What is not on these slides."""
    sheet = deck.sheet(deck.words("slides.left_out"))
    lines = [replace(deck.say(shortened(each, 300), BODY), after=14) for each in told]
    sheet.text(Box(MARGIN, TOP + 8, 1000, BOTTOM - TOP - 8), lines, deck.words("slides.left_out"))
    sheet.close()
    return 0


def _figures(deck: Deck, sheet: Sheet, model: Model) -> None:
    counts, labels = model["figures"], {"challenges": "kind.challenges", "solutions": "kind.solutions"}
    shown = ["challenges", "solutions", *(each for each in ("clusters", "associations", "countries", "unanswered") if counts[each])]
    width = (INNER - 14 * (len(shown) - 1)) / len(shown)
    for index, name in enumerate(shown):
        label = deck.words(labels.get(name, f"report.{name}"))
        fitted = fit(label, width - 36, 42, (BODY, SMALL, 13))
        lines = [deck.say(deck.words.number(counts[name]), _BIG, bold=True), deck.say(fitted.text, fitted.size, color=MUTED)]
        sheet.draw(Shape(Box(MARGIN + index * (width + 14), 418, width, 122), lines, _CARD, label))


def _themes(deck: Deck, sheet: Sheet, themes: Sequence[Record]) -> None:
    """Their signs and titles, two lines of them."""
    x, y, size = float(MARGIN), 570.0, SMALL
    for each in themes:
        text = shortened(each["title"], 60)
        width = 26 + width_of(text, size) + 28
        if x > MARGIN and x + width > MARGIN + INNER:
            x, y = MARGIN, y + 32
        if y > 640:
            break
        line = replace(deck.quote(text, size), color=COLORS[each["color"]][1])
        sheet.draw(Shape(Box(x, y + 4, 15, 15), [], Look(line.color, form=SIGNS[each["sign"]]), "Theme sign"))
        sheet.text(Box(x + 24, y, min(width - 26, INNER), 24), [line], deck.words("report.theme"), anchor="ctr")
        x += width


def _cards(deck: Deck, sheet: Sheet, model: Model, record: Record) -> None:
    """One for each cluster. Those in a row are as high as the fullest, and there are not more than have room."""
    groups = record["groups"]
    shown = groups if len(groups) <= _MOST_CARDS else groups[:_MOST_CARDS - 1]
    rows = -(-min(len(groups), _MOST_CARDS) // _COLUMNS)
    width, most = (INNER - _GAP * (_COLUMNS - 1)) / _COLUMNS, (BOTTOM - TOP - 8 - _GAP * (rows - 1)) / rows
    support, y = Support(model, deck.words), TOP + 8.0
    for row in range(rows):
        here = shown[row * _COLUMNS:(row + 1) * _COLUMNS]
        cards = [(group, *_card(deck, model, (record, group, support), (width, most))) for group in here]
        height = min(most, max((used for _, _, used in cards), default=0) + 16)
        for column, (group, lines, _) in enumerate(cards):
            name = f"{deck.words('report.cluster')}: {shortened(_name(deck, group), 80)}"
            sheet.draw(Shape(Box(MARGIN + column * (width + _GAP), y, width, height), lines, _CARD, name))
        if row == rows - 1 and len(shown) < len(groups):
            line = deck.say(deck.words("slides.more_clusters", count=len(groups) - len(shown)), BODY, color=MUTED)
            box = Box(MARGIN + len(cards) * (width + _GAP), y, width, height)
            sheet.draw(Shape(box, [line], Look(line=(RULE, 1), round=10, pad=_CARD.pad, anchor="ctr"), "Further clusters"))
        y += height + _GAP


def _card(deck: Deck, model: Model, what: tuple[Record, Record, Support], size: tuple[float, float]) -> tuple[list[Line], float]:
    """Title, figures and as many of the notes as there is room for, and how high that is."""
    words, (theme_, group, support) = deck.words, what
    cluster, accent = group["cluster"], COLORS[theme_["color"]][1]
    inner, room = size[0] - 2 * _CARD.pad[0], size[1] - 2 * _CARD.pad[1]
    head = fit(_name(deck, group), inner, 52 if room > 90 else 26, (20, 18, SMALL), bold=True)
    lines: list[Line] = [replace(deck.quote(head.text, head.size, bold=True), after=4)]
    told = [(DOT.join(words(f"count.{kind}", count=len(group[kind])) for kind in ("challenges", "solutions") if group[kind]), False)]
    told += [(DOT.join(support.phrases(cluster)), True)] if cluster and cluster["votes"] else []
    for text, bold in told:
        fitted = fit(text, inner, 40, (SMALL - 1, SMALL - 3), bold=bold)
        lines.append(replace(deck.say(fitted.text, fitted.size, bold=bold, color=accent if bold else MUTED), after=3))
    for kind in ("challenges", "solutions"):
        lines += _inside(deck, model, (kind, group), (inner, room - _height(lines, inner)), accent)
    return lines, _height(lines, inner) + 2 * _CARD.pad[1]


def _inside(deck: Deck, model: Model, what: tuple[str, Record], room: tuple[float, float], accent: str) -> list[Line]:
    """The notes of a kind, those with most votes first, under their word."""
    kind, group = what
    head = [replace(deck.say(deck.words(f"kind.{kind}"), SMALL - 1, bold=True, color=accent), after=7)]
    lines = [deck.say("", 6), *head]
    for note in sorted((model["notes"][each] for each in group[kind]), key=lambda each: -each["votes"]):
        fitted = fit(note["text"] or deck.words("report.no_text"), room[0], 3.9 * SMALL, (SMALL,))
        line = replace(deck.quote(fitted.text, fitted.size, note["language"], align=""), after=5)
        if _height([*lines, line], room[0]) > room[1]:
            break
        lines.append(line)
    return lines if len(lines) > 2 else []


def _name(deck: Deck, group: Record) -> str:
    if group["cluster"]:
        return group["cluster"]["title"] or deck.words("report.untitled")
    return deck.words("report.unclustered")


def _height(lines: Sequence[Line], width: float) -> float:
    return sum(height_of(each.text, width, each.size, bold=each.bold) + each.after for each in lines)
