"""How a report to read tells the model: what stands where in it, and its short phrases. The formats add their marks."""
from __future__ import annotations

from .model import Model, Record
from .support import Support
from .words import Words

DOT = " · "


def part_of(model: Model, words: Words, title: str) -> str:
    """Which part of the board this is about; "" for all of it. `title` is the part's, as the format writes it."""
    kind = model["scope"]["kind"]
    if kind == "notes":
        return words("report.scope_notes")
    return "" if kind == "board" else words("report.scope_theme" if kind == "theme" else "report.scope_association", title=title)


def figures(model: Model) -> list[tuple[str, int]]:
    """`(name, number)` of those that are worth a line."""
    counts = model["figures"]
    shown = ["challenges", "solutions", "answered", "unanswered", "clusters", "associations", "countries"]
    if model["comments"]:
        shown.append("comments")
    return [(name, counts[name]) for name in shown if counts[name] or name in ("challenges", "solutions")]


def people(model: Model) -> list[list[str]]:
    """Of each who may be named, what is known: name, role, association."""
    found = ([each[part] for part in ("name", "role_title", "association") if each[part].strip()] for each in model["people"])
    return [each for each in found if each]


def row_support(support: Support, words: Words, row: Record, voted: int) -> list[str]:
    """Phrases for a row of results, where the proxy votes are counted apart; `voted`: associations that took part."""
    proxy = [words("count.proxy", count=row["proxy"])] if row["proxy"] else []
    return [words("count.votes", count=row["votes"] + row["proxy"]), *proxy, *support.by_associations(row["associations"], voted)]


def further(model: Model, group: Record) -> list[str]:
    """The solutions of a group that do not already stand under one of its challenges."""
    there = {answer for challenge in group["challenges"] for answer in model["notes"][challenge]["linked"]}
    return [each for each in group["solutions"] if each not in there]


def altogether(cells: list[Record]) -> Record:
    """The notes of one association in all themes; each is in one. What several wrote together is in each one's row, so that
    there is no sum over the rows."""
    return {kind: sum(cell[kind] for cell in cells) for kind in ("challenges", "solutions")}
