"""The board as slides (PPTX), to be shown and changed: all on them is a shape, a table or a chart that programs know."""
from __future__ import annotations

import heapq
import io
from collections.abc import Iterator
from functools import partial
from typing import Any

from . import slides_notes, slides_pages, slides_results, slides_tables
from .job import Job
from .model import Model, Record
from .slides_deck import Deck
from .slides_notes import Page
from .slides_tables import Draw, Section

MOST = 60                       # slides; nobody looks at more
_MOST_ROUNDS = 10
Told = list[tuple[str, dict[str, Any]]]


def write(job: Job) -> bytes:
    """Title, who took part, the themes with their clusters, results, unanswered challenges, coverage, what is left out."""
    model, words = job.model, job.words
    deck = Deck(words, " ".join(model["title"].split()) or words("report.report"))
    took_part, people = slides_tables.took_part(deck, model, 2), slides_tables.participants(deck, model, 2)
    unanswered, matrix, rounds = slides_tables.unanswered(deck, model, 3), slides_tables.matrix(deck, model, 4), _rounds(deck, model)
    before: list[Draw] = [partial(slides_pages.title, deck, model), *took_part.slides, *people.slides]
    after = rounds.slides + unanswered.slides + matrix.slides
    pages = _chosen(deck, model, MOST - len(before) - len(after) - len(model["themes"]) - 1)
    cut = sum(draw() for draw in before)
    for theme in model["themes"]:
        cut += slides_pages.theme(deck, model, theme)
        cut += sum(slides_notes.draw(deck, model, page) for page in pages if page.theme is theme)
    cut += sum(draw() for draw in after)
    shown = unanswered.notes.union(*(column for page in pages for column in page.columns))
    told = _left_out(model, len(model["notes"]) - len(shown), [took_part, people, rounds, unanswered, matrix])
    told += [("slides.shortened", {"count": cut})] if cut else []
    for key, values in told:
        if key != "slides.comments_left_out":       # nobody asked for them
            job.remark(key, **values)
    slides_pages.left_out(deck, [words(key, **values) for key, values in [*_all_here(model, told), *told, *_with_speaker(model)]])
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _rounds(deck: Deck, model: Model) -> Section:
    """The last ones that came to something."""
    found = [each for each in model["rounds"] if any(slides_results.votes(row) for row in each["rows"])]
    section = Section([partial(slides_results.draw, deck, model, each) for each in found[-_MOST_ROUNDS:]])
    if len(found) > _MOST_ROUNDS:
        section.more.append((deck.words("report.results"), len(found) - _MOST_ROUNDS))
    return section


def _chosen(deck: Deck, model: Model, most: int) -> list[Page]:
    """Clusters get a slide as they got votes, second and further ones when all have their first. In the order of the board."""
    waiting: list[tuple[int, int, int, Iterator[Page]]] = []
    for theme in model["themes"]:
        for group in theme["groups"]:
            votes = sum(model["notes"][each]["votes"] for kind in ("challenges", "solutions") for each in group[kind])
            votes += group["cluster"]["votes"] if group["cluster"] else 0
            waiting.append((1, -votes, len(waiting), slides_notes.pages(deck, model, theme, group)))
    heapq.heapify(waiting)
    found: list[tuple[int, int, Page]] = []
    while waiting and len(found) < most:
        part, votes, place, pages = heapq.heappop(waiting)
        page = next(pages, None)
        if page is not None:
            found.append((place, part, page))
            heapq.heappush(waiting, (part + 1, votes, place, pages))
    return [page for _, _, page in sorted(found, key=lambda each: each[:2])]


def _left_out(model: Model, notes: int, sections: list[Section]) -> Told:
    told: Told = [("slides.notes_left_out", {"count": notes})] if notes else []
    told += [("slides.more", {"title": title, "count": count}) for section in sections for title, count in section.more]
    if model["figures"]["comments"] and not model["comments"]:
        told.append(("slides.comments_left_out", {"count": model["figures"]["comments"]}))
    return told


def _all_here(model: Model, told: Told) -> Told:
    if not model["notes"]:
        return [("report.no_notes", {})]
    return [] if any(key == "slides.notes_left_out" for key, _ in told) else [("slides.all_here", {"count": len(model["notes"])})]


def _with_speaker(model: Model) -> Told:
    """What is in the speaker's notes, and where everything is."""
    notes: list[Record] = list(model["notes"].values())
    told: Told = [("slides.merged_in_notes", {})] if any(each["merged"] for each in notes) else []
    told += [("slides.comments_in_notes", {})] if model["comments"] and any(each["comments"] for each in notes) else []
    return [*told, ("slides.workbook", {})]
