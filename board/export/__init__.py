"""Files to take home: each format turns the same content into bytes. Content never holds the trash."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from ..snapshot import read_records
from . import csv_file, json_file

Content = dict[str, Any]


@dataclass(frozen=True)
class Export:
    """`write(content, words)` returns the file; `words(key)` gives its headings in the reader's language."""
    mimetype: str
    write: Callable[[Content, Callable[[str], str]], bytes]


EXPORTS = {
    "json": Export("application/json", json_file.write),
    "csv": Export("text/csv; charset=utf-8", csv_file.write),
}


def read_content(connection: Connection, board_id: str, *, names: bool) -> Content:
    """The board's records, themes in order, notes in reading order. Without `names`, seats keep their association only."""
    records = read_records(connection, board_id)
    themes = sorted(records["theme"], key=lambda each: (each["order"], each["id"]))
    place = {each["id"]: index for index, each in enumerate(themes)}
    notes = sorted(records["note"], key=lambda each: (place.get(each["theme"], 99), each["y"], each["x"], each["id"]))
    seats = [each if names else {**each, "name": "", "role_title": ""} for each in records["seat"]]
    return {"board": records["board"][0], "themes": themes, "seats": seats, "notes": notes}


def outline(content: Content, theme: str | None = None) -> list[dict[str, Any]]:
    """`[{theme, challenges, solutions}]` in the themes' order; only one of them when `theme` is given."""
    return [{"theme": each, **{kind + "s": [n for n in content["notes"] if n["theme"] == each["id"] and n["kind"] == kind]
                               for kind in ("challenge", "solution")}}
            for each in content["themes"] if theme is None or each["id"] == theme]
