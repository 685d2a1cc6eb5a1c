"""CSV with the columns that Mural writes for sticky notes, for tools that read those, and for our own import.

Texts are HTML-encoded as Mural's are. Colours stand for theme and kind; tags say both in words, and what else is known. A tag with
a comma in it is quoted, as in CSV.
"""
from __future__ import annotations

import csv
import html
import io
from typing import Any

from ..layout import GAP, HEAD, NOTE, PAD, PITCH
from .clean import clean, spreadsheet_safe
from .csv_file import linked_ids, named_apart, sheet
from .job import Job
from .model import Content, Record
from .part import narrowed
from .words import Words

COLUMNS = ("ID", "Text", "BG Color", "Sticky type", "Border line", "Position X", "Position Y", "Area", "Link to", "Last Updated By",
           "Last Updated", "Last Content Edited By", "Last Content Edited", "Tags", "Integration Labels")
SEPARATOR = ","         # whatever spreadsheets of the language take: programs read this
TINTS = {"blue": "#D8E7FE", "amber": "#F4E0A0", "green": "#C2FCE7", "rose": "#F9BAC3", "violet": "#D9BEF4"}
_INK, _WHITE = "#1B2330", "#FFFFFF"
_ZONE_GAP = 40
_LEAST_WIDTH, _LEAST_HEIGHT = 2 * PAD + 4 * PITCH - GAP, HEAD + 2 * PITCH - GAP + PAD


def write(job: Job) -> bytes:
    content, words = narrowed(job.content, job.scope), job.words
    titles, linked, votes = named_apart(content, words, areas=True), linked_ids(content), _votes(content)
    colors, corners = colors_of(content["themes"]), _corners(content)
    seats = {each["id"]: each for each in content["seats"]}
    rows: list[list[Any]] = [list(COLUMNS)]
    for note in content["notes"]:
        left, top = corners.get(note["theme"], (0, 0))
        author = clean(seats.get(note["seat"], {}).get("name", ""))
        tags = _tags(note, titles.get(note["theme"], ""), votes.get(note["id"], 0), words)
        rows.append([
            note["id"], _encoded(clean(note["text"])), colors.get((note["theme"], note["kind"]), _WHITE), "square", "",
            round(left + note["x"]), round(top + note["y"]), titles.get(note["cluster"]) or titles.get(note["theme"], ""),
            " ".join(linked.get(note["id"], ())) if note["kind"] == "solution" else "",
            author, note["edited_at"], author, note["edited_at"], _joined(tags), ""])
    return sheet(rows, SEPARATOR)


def colors_of(themes: list[Record]) -> dict[tuple[str, str], str]:
    """A colour for each theme and kind, no two alike: the theme's tint for challenges, a lighter one for solutions, and both
    darker with each further theme of the same colour."""
    used: dict[str, int] = {}
    found = {}
    for theme in themes:
        tint = TINTS.get(theme["color"], TINTS["blue"])
        again = used[tint] = used.get(tint, -1) + 1
        found[theme["id"], "challenge"] = _mixed(tint, _INK, 0.03 * again)
        found[theme["id"], "solution"] = _mixed(_mixed(tint, _WHITE, 0.6), _INK, 0.03 * again)
    return found


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at:at + 2], 16), int(other[at:at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _tags(note: Record, theme: str, votes: int, words: Words) -> list[str]:
    """Kind, theme, status, goals, association; votes and what a note is merged into have their heading and a colon before them.
    What is not known is left out."""
    goals = [words("report.sdg", number=each) for each in note["sdgs"]]
    headed = [f"{words(key)}: {value}" for key, value in (("report.votes", votes), ("column.merged_into", note["merged_into"])) if value]
    association = " ".join(clean(note["association"]).split())
    tags = [words(f"kind.{note['kind']}"), theme, words(f"status.{note['status']}"), *goals, association, *headed]
    return [each for each in tags if each]


def _joined(tags: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(tags)
    return out.getvalue()


def _encoded(text: str) -> str:
    """An encoded first character is the guard against formulas here: the text stays whole."""
    encoded = html.escape(text)
    return encoded if spreadsheet_safe(encoded) == encoded else f"&#{ord(text[0])};" + html.escape(text[1:])


def _votes(content: Content) -> dict[str, int]:
    """Of the last closed round in which a note had any."""
    return {target: votes + proxy for round_ in content["rounds"] if round_["state"] == "closed"
            for target, votes, proxy, _ in round_["results"]["targets"]}


def _corners(content: Content) -> dict[str, tuple[float, float]]:
    """Where each theme's zone begins: side by side, in two rows when there are more than three, as on the board."""
    places: dict[str, list[Record]] = {}
    for note in content["notes"]:
        places.setdefault(note["theme"], []).append(note)
    themes = content["themes"]
    across = len(themes) if len(themes) <= 3 else -(-len(themes) // 2)
    corners: dict[str, tuple[float, float]] = {}
    left = top = tallest = 0.0
    for index, theme in enumerate(themes):
        if index and index % across == 0:
            left, top, tallest = 0.0, top + tallest + _ZONE_GAP, 0.0
        notes = places.get(theme["id"], ())
        xs, ys = [0, *(note["x"] for note in notes)], [0, *(note["y"] for note in notes)]
        corners[theme["id"]] = left - min(xs), top - min(ys)
        left += max(_LEAST_WIDTH, max(xs) + NOTE + PAD - min(xs)) + _ZONE_GAP
        tallest = max(tallest, _LEAST_HEIGHT, max(ys) + NOTE + PAD - min(ys))
    return corners
