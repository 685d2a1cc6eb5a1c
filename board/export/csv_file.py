"""CSV: one row for each note, for spreadsheets and for our own import, which knows the headings of every language. UTF-8 with a
byte order mark, so that Excel reads accents right; everything quoted."""
from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

from . import translated
from .clean import clean, spreadsheet_safe
from .job import Job
from .model import Content, Record
from .part import narrowed
from .words import Words

# Columns and the words above them.
COLUMNS = {
    "id": "column.id", "kind": "column.kind", "theme": "report.theme", "text": "column.text", "association": "report.association",
    "author": "column.author", "country": "report.country", "sdgs": "column.sdgs", "language": "column.language", "x": "column.x",
    "y": "column.y", "created_at": "column.created_at", "edited_at": "column.edited_at", "cluster": "report.cluster",
    "status": "column.status", "answers": "column.answers", "linked_ids": "column.linked_ids", "merged_into": "column.merged_into",
    "comments": "report.comments"}


def write(job: Job) -> bytes:
    """A closed round adds a column with its title, and another where there were proxy votes. Linked notes are given by their
    texts, for people, and by their ids; what a note is merged into by its id. Translations stand at the end."""
    content, words = narrowed(job.content, job.scope), job.words
    named = any(seat["name"] for seat in content["seats"])
    columns = {name: key for name, key in COLUMNS.items() if named or name != "author"}
    votes, translations = _votes(content, words), translated.Columns(content)
    head = [words(key) for key in columns.values()] + [heading for heading, _ in votes] + translations.names
    rows = ([row[name] for name in columns] + [counts.get(row["id"], 0) for _, counts in votes]
            + translations.cells(row["id"]) for row in _rows(content, words))
    return sheet([head, *rows], job.options.get("separator") or words.separator)


def sheet(rows: Iterable[list[Any]], separator: str) -> bytes:
    """The rows as a file. No text in it is a formula, numbers are as they are."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([spreadsheet_safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def named_apart(content: Content, words: Words, *, areas: bool = False) -> dict[str, str]:
    """Titles of themes and clusters by id. Of two themes, or clusters of a theme, that are called alike the second one gets a
    number, so that whoever reads the file keeps them apart. `areas`: so does a cluster that is called like its theme."""
    found: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    for theme in content["themes"]:
        found[theme["id"]] = _free(_plain(theme["title"]) or words("report.theme"), taken.setdefault("", set()))
        if areas:
            taken[theme["id"]] = {found[theme["id"]].casefold()}
    for cluster in content["clusters"]:
        found[cluster["id"]] = _free(_plain(cluster["title"]) or words("report.untitled"), taken.setdefault(cluster["theme"], set()))
    return found


def linked_ids(content: Content) -> dict[str, list[str]]:
    """What each note answers, or is answered by."""
    found: dict[str, list[str]] = {}
    for answer in content["answers"]:
        found.setdefault(answer["solution"], []).append(answer["challenge"])
        found.setdefault(answer["challenge"], []).append(answer["solution"])
    return found


def _rows(content: Content, words: Words) -> Iterable[Record]:
    titles, linked = named_apart(content, words), linked_ids(content)
    seats = {each["id"]: each for each in content["seats"]}
    comments = Counter(each["note"] for each in content["comments"])
    texts = {note["id"]: clean(note["text"]) for note in content["notes"]}
    for note in content["notes"]:
        seat, links = seats.get(note["seat"], {}), linked.get(note["id"], [])
        yield {**note, "kind": words(f"kind.{note['kind']}"), "theme": titles.get(note["theme"], ""), "text": texts[note["id"]],
               "association": clean(note["association"]), "author": clean(seat.get("name", "")), "country": seat.get("country", ""),
               "sdgs": " ".join(map(str, note["sdgs"])), "cluster": titles.get(note["cluster"], ""),
               "status": words(f"status.{note['status']}"), "comments": comments[note["id"]],
               "answers": " · ".join(" ".join(texts[each].split()) for each in links), "linked_ids": " ".join(links)}


def _votes(content: Content, words: Words) -> list[tuple[str, dict[str, int]]]:
    """Headings and votes by note, of the rounds that notes were voted for in."""
    found = []
    taken: set[str] = set()
    for each in content["rounds"]:
        if each["state"] == "closed" and each["on"] == "notes":
            targets = each["results"]["targets"]
            for key, place in (("report.votes", 1), ("report.proxy_votes", 2)):
                if place == 1 or any(target[2] for target in targets):
                    heading = _free(f"{words(key)}: {_plain(each['title'])}", taken)
                    found.append((heading, {target[0]: target[place] for target in targets}))
    return found


def _plain(title: str) -> str:
    return " ".join(clean(title).split())


def _free(title: str, taken: set[str]) -> str:
    number, free = 1, title
    while free.casefold() in taken:
        number += 1
        free = f"{title} ({number})"
    taken.add(free.casefold())
    return free
