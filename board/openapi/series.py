"""Boards that follow one another, and copies."""
from __future__ import annotations

from ..series import MOST_TOP
from .boards import links, new_theme
from .records import status
from .words import (
    answer,
    board_id,
    boolean,
    by_name,
    closed,
    language,
    listed,
    operation,
    record_id,
    ref,
    text,
    time,
    whole,
    wish,
)

_carry = wish({}, {
    "everything": boolean, "unanswered": boolean, "clusters": boolean, "statuses": listed(status), "top": whole(0, MOST_TOP)})
_next = wish({"title": text(120, 1)}, {
    "language": language, "purpose": text(600), "themes": listed(new_theme, 20, 1), "mapping": by_name(record_id), "carry": _carry,
    "agenda": boolean, "readable": boolean})
_made = {"board": board_id, "code": text(8, 8), "links": links}
_one = closed({"board": board_id, "title": text(120), "created_at": time, "place": whole(1), "readable": boolean, "here": boolean})
_counts = {name: whole() for name in ("challenges", "solutions", "answered", "open", "in_progress", "solved")}
_thread = closed({
    "board": whole(), "text": text(2000), "language": text(30), "association": text(60), "theme": text(80), "was": status, "now": status,
    "carried": boolean,
    "answers": listed(closed({"text": text(2000), "language": text(30), "association": text(60), "board": whole()}))})
PATHS = {
    "/api/boards/{board_id}/next/preview": {"post": operation(
        "What would come along to the next workshop.",
        {200: answer("Numbers.", closed({
            **{name: whole() for name in ("notes", "clusters", "answers", "translations", "challenges", "solutions")},
            "themes": listed(closed({"id": record_id, "title": text(80), "notes": whole()}))}))}, who="facilitator", body=_next)},
    "/api/boards/{board_id}/next": {"post": operation(
        "Make the next board of the series.", {201: answer("As a new board.", closed({**_made, "carried": whole()}))}, who="facilitator",
        body=_next)},
    "/api/boards/{board_id}/copies": {"post": operation(
        "Copy the board: all of it, or its themes, agenda and settings.", {201: answer("As a new board.", closed(_made))},
        who="facilitator", body=wish({"title": text(120, 1)}, {"notes": boolean, "names": boolean}))},
    "/api/boards/{board_id}/series": {
        "get": operation(
            "The boards in order, and what became of earlier challenges.",
            {200: answer("As far as this seat may read them.", closed({
                "series": listed(_one), "boards": listed(closed({"id": board_id, "title": text(120), "at": time, **_counts})),
                "threads": listed(_thread)}))}, who="viewer"),
        "post": operation("Whether people of later boards may read this one.", {200: answer("Done.", closed({}))}, who="facilitator",
                          body=wish({"readable": boolean}))},
    "/api/boards/{board_id}/series/{other_id}": {"get": operation(
        "An earlier board to read, without names.",
        {200: answer("Its content.", closed({"board": ref("Board"), **{name: listed(ref(name[:-1].capitalize())) for name in (
            "themes", "clusters", "notes", "answers", "translations", "rounds")}}))}, who="viewer")},
}
