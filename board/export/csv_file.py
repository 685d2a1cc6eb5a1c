"""CSV: one row for each note, for spreadsheets. UTF-8 with a byte order mark, so that Excel reads accents right."""
from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

COLUMNS = ("id", "kind", "theme", "text", "association", "author", "country", "sdgs", "language", "x", "y", "created_at", "edited_at",
           "cluster", "status", "answers", "merged_into", "comments")
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")     # also as wide as a Chinese character
Words = Callable[[str], str]
Record = dict[str, Any]


def write(content: dict[str, Any], words: Words) -> bytes:
    """A closed round adds a column with its title, and another where there were proxy votes. Linked notes are given by
    their texts, what a note is merged into by its id."""
    titles = {each["id"]: each["title"] for part in ("themes", "clusters") for each in content[part]}
    seats = {each["id"]: each for each in content["seats"]}
    named = any(seat["name"] for seat in seats.values())
    columns = [name for name in COLUMNS if named or name != "author"]
    linked, comments, votes = _linked(content), Counter(each["note"] for each in content["comments"]), _votes(content, words)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([words(f"export.column.{name}") for name in columns] + [_safe(heading) for heading, _ in votes])
    for note in content["notes"]:
        seat = seats.get(note["seat"], {})
        row = {**note, "kind": words(f"kind.{note['kind']}"), "theme": titles.get(note["theme"], note["theme"]),
               "author": seat.get("name", ""), "country": seat.get("country", ""), "sdgs": " ".join(map(str, note["sdgs"])),
               "cluster": titles.get(note["cluster"], ""), "status": words(f"status.{note['status']}"),
               "answers": " · ".join(linked.get(note["id"], ())), "comments": comments[note["id"]]}
        writer.writerow([_safe(row[name]) for name in columns] + [counts.get(note["id"], 0) for _, counts in votes])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _linked(content: dict[str, Any]) -> dict[str, list[str]]:
    """The texts of the notes that each answers, or is answered by, in one line."""
    texts = {each["id"]: " ".join(each["text"].split()) for each in content["notes"]}
    found: dict[str, list[str]] = {}
    for answer in content["answers"]:
        for one, other in (("solution", "challenge"), ("challenge", "solution")):
            found.setdefault(answer[one], []).append(texts[answer[other]])
    return found


def _votes(content: dict[str, Any], words: Words) -> list[tuple[str, dict[str, int]]]:
    """Headings and votes by note, of the rounds that notes were voted for in."""
    found = []
    for each in content["rounds"]:
        if each["state"] == "closed" and each["on"] == "notes":
            targets = each["results"]["targets"]
            found.append((f"{words('export.column.votes')}: {each['title']}", {target[0]: target[1] for target in targets}))
            if any(target[2] for target in targets):
                found.append((f"{words('export.column.proxy_votes')}: {each['title']}", {target[0]: target[2] for target in targets}))
    return found


def _safe(value: Any) -> Any:
    """A text no spreadsheet takes for a formula: an apostrophe before what could start one, also behind blanks and what
    cannot be seen."""
    if isinstance(value, str) and (value.startswith(("\t", "\n", "\r")) or _seen(value).startswith(_FORMULA)):
        return "'" + value
    return value


def _seen(text: str) -> str:
    """The text from its first character on that leaves a mark."""
    for index, character in enumerate(text):
        if unicodedata.category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            return text[index:]
    return ""
