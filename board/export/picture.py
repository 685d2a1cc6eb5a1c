"""The board as it is on the wall, on one page: PDF, SVG and PNG, set by typst/board.typ."""
from __future__ import annotations

import math
import re

from . import telling
from .job import Job
from .model import Model, Record
from .support import Support
from .typesetting import BareWords, Data, heading, inline, pdf, picture, said
from .wall import Wall, connector, wall
from .words import Words

MARGIN, HEADER, LEAST_WIDTH = 40, 130, 740      # pixels of the screen, like everything on the wall
POINTS = 0.75               # of a pixel
LONGEST_SIDE = 14_000       # points; readers of PDF end at 14,400
MOST_PIXELS = 39_500_000
MOST_DENSE = 144            # pixels per inch
MOST_NOTES_SVG = 2_000
MOST_LETTERS = 1_000          # more do not fit on a note at any size
_BREAKS = re.compile(r"[\s\u200b]+")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]")     # between such letters, lines break anywhere


def write_pdf(job: Job) -> bytes:
    return pdf("board.typ", _data(job), job)


def write_svg(job: Job) -> bytes:
    count = len(job.model["notes"])
    if count > MOST_NOTES_SVG:
        job.remark("remark.large_svg", count=count)
    return picture("board.typ", _data(job), job)


def write_png(job: Job) -> bytes:
    data = _data(job)
    points = data["width"] * data["height"] * data["unit"] ** 2
    return picture("board.typ", data, job, ppi=min(MOST_DENSE, 72 * math.sqrt(MOST_PIXELS / points)))


def _data(job: Job) -> Data:
    """What the template sets; its shape is the template's."""
    model, words = job.model, BareWords(job.words.language)
    laid = wall(model)
    title = " ".join(model["title"].split()) or words("report.report")
    width, height = max(laid.width, LEAST_WIDTH) + 2 * MARGIN, laid.height + HEADER + MARGIN
    part = telling.part_of(model, words, inline(model["scope"]["title"]))
    counts = [words(f"count.{kind}", count=model["figures"][kind]) for kind in ("challenges", "solutions")]
    return {
        "lang": model["language"], "rtl": model["rtl"], "title": title,
        "name": {**_fitted(heading(title, model["rtl"])), "rtl": model["rtl"]},
        "facts": telling.DOT.join(each for each in (model["date"], part, *counts) if each),
        "width": width, "height": height, "unit": min(POINTS, LONGEST_SIDE / max(width, height)), "top": HEADER, "margin": MARGIN,
        "words": {"challenge": words("kind.challenge"), "solution": words("kind.solution"), "answers": words("report.answers"),
                  "no_notes": words("report.no_notes")},
        "lines": _lines(model["notes"], laid), "zones": _Notes(model, words, laid).zones()}


class _Notes:
    def __init__(self, model: Model, words: Words, laid: Wall) -> None:
        self._model, self._words, self._wall = model, words, laid
        self._support = Support(model, words)

    def zones(self) -> list[Data]:
        """Theme by theme in reading order: cluster by cluster, each with its notes; last those in none."""
        model, words = self._model, self._words
        found = []
        for theme in model["themes"]:
            groups = []
            for group in theme["groups"]:
                cluster = group["cluster"]
                notes = [self._note(model["notes"][each]) for each in (*group["challenges"], *group["solutions"])]
                groups.append({
                    "area": self._wall.frames[cluster["id"]] if cluster else [],
                    "title": self._heading(cluster["title"], "report.untitled") if cluster else None,
                    "support": telling.DOT.join(self._support.phrases(cluster)) if cluster else "", "notes": notes})
            found.append({"area": self._wall.zones[theme["id"]], "title": self._heading(theme["title"], "report.theme"),
                          "color": theme["color"], "sign": theme["sign"], "count": words.number(theme["challenges"] + theme["solutions"]),
                          "groups": groups})
        return found

    def _heading(self, title: str, otherwise: str) -> Data:
        """Stands where the page begins a line, in whatever direction it is read."""
        return {**_fitted(heading(title, self._model["rtl"]) or self._words(otherwise)), "rtl": self._model["rtl"]}

    def _note(self, note: Record) -> Data:
        words = self._words
        text = note["text"] if note["text"].strip() else words("report.no_text")
        return {"at": self._wall.places[note["id"]], "kind": note["kind"], "text": _fitted(text, note["language"]),
                "by": inline(note["association"]), "votes": words.number(note["votes"]) if note["votes"] else "",
                "merged": f"+{words.number(len(note['merged']))}" if note["merged"] else "", "sdgs": note["sdgs"][:5],
                "status": "" if note["status"] == "open" else words(f"status.{note['status']}")}


def _fitted(text: str, language: str = "") -> Data:
    """A text for a box of fixed size, with its longest word, which must fit as well."""
    found = said(text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…", language)
    return {**found, "word": max(_BREAKS.split(_WIDE.sub(" ", found["text"])), key=len)}


def _lines(notes: dict[str, Record], laid: Wall) -> list[list[float]]:
    return [connector(laid.places[note_id], laid.places[challenge]) for note_id, note in notes.items() if note["kind"] == "solution"
            for challenge in note["linked"]]
