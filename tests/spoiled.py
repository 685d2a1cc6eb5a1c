"""Boards whose every text is one that would do harm (see `payloads`), as files that are brought in."""
from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import payloads

from board.export.json_file import FORMAT, PARTS, VERSION, fields_of
from board.records import TYPES

AT = "2024-03-21T14:05:09.120Z"
THEMES = 20
LONGEST = dict.fromkeys(("person", "person's association", "note's association", "comment's association", "role"), 60)


class Texts:
    """Each place gets one after the other of those that fit it. `plain`: harmless words instead."""

    def __init__(self, *, plain: bool) -> None:
        self._plain, self._lines = plain, dict[str, Iterator[str]]()

    def line(self, place: str) -> str:
        lines = self._lines.setdefault(place, itertools.cycle(payloads.short(LONGEST.get(place, 80))))
        return self.given(next(lines), place)

    def given(self, text: str, place: str) -> str:
        return f"{place} words" if self._plain else text


def boards(most: int = 99, *, plain: bool = False) -> list[dict[str, Any]]:
    """Together every text in every place, but for what a board has few of: its own titles, and themes when there are only `most`
    boards."""
    titles, texts = payloads.short(80), Texts(plain=plain)
    parts = [titles[start:start + THEMES] for start in range(0, len(titles), THEMES)][:most]
    return [board_of(payloads.ALL[number::len(parts)], part, texts) for number, part in enumerate(parts)]


def board_of(notes: list[str], titles: list[str], texts: Texts) -> dict[str, Any]:
    """A theme for each title; for each of `notes` a note with its comment, person, cluster, step and round."""
    numbered, line = list(enumerate(notes)), texts.line
    zones = [f"z{number % len(titles)}" for number, _ in numbered]
    place = [{"x": 10 * (number % 60), "y": 12 * (number // 60)} for number, _ in numbered]
    made = {
        "theme": [{"id": f"z{number}", "title": texts.given(title, "theme"), "order": number + 1} for number, title in enumerate(titles)],
        "cluster": [{"id": f"c{number}", "theme": zones[number], "title": line("cluster"), "w": 600, "h": 400, **place[number]}
                    for number, _ in numbered],
        "seat": [{"id": f"s{number}", "name": line("person"), "association": line("person's association"), "role_title": line("role")}
                 for number, _ in numbered],
        "note": [{"id": f"n{number}", "kind": ("challenge", "solution")[number % 2], "theme": zones[number], "cluster": f"c{number}",
                  "text": texts.given(text, f"note {number}"), "text_rev": 0, "z": number, "seat": f"s{number}",
                  "association": line("note's association"), **place[number]} for number, text in numbered],
        "answer": [{"id": f"a{number}", "solution": f"n{number + 1}", "challenge": f"n{number}"} for number, _ in numbered[:-1:2]],
        "comment": [{"id": f"k{number}", "note": f"n{number}", "text": texts.given(text, "comment"), "seat": f"s{number}",
                     "association": line("comment's association")} for number, text in numbered],
        "reaction": [],
        "translation": [{"id": f"u{number}", "note": f"n{number}", "language": "es", "text": texts.given(text, "translation"),
                         "source": 0, "seat": f"s{number}"} for number, text in numbered],
        "step": [{"id": f"t{number}", "title": line("step"), "task": line("task"), "order": number} for number, _ in numbered],
        "round": [{"id": f"r{number}", "title": line("round"), "state": "closed", "opened_at": AT, "closed_at": AT,
                   "results": {"voters": 1, "associations": 1, "targets": [[f"n{number}", 1, 0, 1]]}} for number, _ in numbered]}
    board = {"title": line("board"), "purpose": line("purpose"), "question": line("question"), "step": "t0"}
    return {"format": FORMAT, "version": VERSION, "board": record("board", board),
            **{part: [record(name, each) for each in made[name]] for part, name in PARTS.items()}}


def record(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """As it is in a file; fields that are not given have their default."""
    defaults = {field: TYPES[name].fields[field].default for field in fields_of(name)}
    servers = {field: value for field, value in (("created_at", AT), ("edited_at", AT), ("anonymous", "")) if field in defaults}
    return {**defaults, **servers, **given}
