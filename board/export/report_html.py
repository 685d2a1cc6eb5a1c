"""The report as one HTML page that needs nothing else and runs nothing: what people wrote is escaped, and a policy in the page
forbids everything but its own style."""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from . import telling
from .job import Job
from .model import Model, Record
from .series_chapter import chapter
from .support import Support
from .words import Words

FOLDER = Path(__file__).parent
COLORS = ("blue", "amber", "green", "rose", "violet")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}\Z")
_FIGURES = {
    "challenges": "kind.challenges", "solutions": "kind.solutions", "clusters": "report.clusters",
    "associations": "report.associations", "countries": "report.countries", "comments": "report.comments"}


def write(job: Job) -> bytes:
    return _template().render(_values(job.model, job.words, job.content["board"].get("language", ""))).encode()


@cache
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.tests["tag"] = lambda value: isinstance(value, str) and bool(_TAG.match(value))
    return environment.get_template("report.html.jinja")


def _values(model: Model, words: Words, title_language: str) -> dict[str, Any]:
    notes = model["notes"]
    cells = [count for row in model["matrix"]["rows"] for cell in row["cells"] for count in cell.values()]

    def answered(note: Record) -> list[Record]:
        """What a solution answers, also outside of this part of the board."""
        return [*(notes[each] for each in note["linked"]), *note["linked_elsewhere"]]
    return {
        "t": words, "model": model, "notes": notes, "telling": telling, "support": Support(model, words), "title_language": title_language,
        "style": Markup((FOLDER / "report.css").read_text("utf-8")),     # noqa: S704  # nosec B704  # our own, from the folder
        "series": chapter(model, words), "people": telling.people(model), "share": _share, "answered": answered,
        "color": lambda theme: theme["color"] if theme["color"] in COLORS else COLORS[0], "most_in_matrix": max(cells, default=0),
        "most_votes": lambda round_: max((row["votes"] + row["proxy"] for row in round_["rows"]), default=0),
        "part": telling.part_of(model, words, model["scope"]["title"]), "sections": list(_sections(model, words)),
        "figures": [(_FIGURES[name], count) for name, count in telling.figures(model) if name in _FIGURES],
        "themes": {each["id"]: each for each in model["themes"]},
        "clusters": {each["id"]: each["title"] or words("report.untitled") for each in model["clusters"]},
        "by_theme": [(theme, [each for each in notes.values() if each["theme"] == theme["id"]])
                     for theme in model["themes"] if theme["groups"]]}


def _sections(model: Model, words: Words) -> list[tuple[str, str, Record | None]]:
    """`(id, title, theme)` of what the contents list."""
    found: list[tuple[str, str, Record | None]] = []
    if model["notes"]:
        found.append(("figures", words("report.figures"), None))
    if model["associations"] or telling.people(model):
        found.append(("people", words("report.took_part"), None))
    if model["series"]:
        found.append(("series", words("report.series"), None))
    if not model["notes"]:
        return found
    if model["rounds"]:
        found.append(("results", words("report.results"), None))
    found += [(f"theme-{number}", theme["title"].strip() or words("report.theme"), theme)
              for number, theme in enumerate(model["themes"], 1)]
    found.append(("unanswered", words("report.unanswered"), None))
    if model["matrix"]["rows"]:
        found.append(("matrix", words("report.matrix"), None))
    return [*found, ("all", words("report.appendix"), None)]


def _share(count: int, most: int) -> str:
    return f"{count / most:.3f}" if most else "0"
