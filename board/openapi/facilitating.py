"""Lists and figures for facilitators."""
from __future__ import annotations

from .records import FIELDS, kind
from .words import answer, boolean, closed, language, listed, number, operation, or_null, record_id, text, whole, wish

_waiting = {"id": record_id, "kind": kind, "theme": record_id, "text": FIELDS["note"]["text"], "language": language}
_group = closed({"name": text(60), **{name: or_null(whole()) for name in ("people", "notes", "votes", "silent")}})
_suggestion = closed({"theme": record_id, "notes": listed(record_id), "title": text(80), "words": listed(text(200)), "duplicates": boolean,
                      "score": number()})
PATHS = {
    "/api/boards/{board_id}/moderation": {"get": operation(
        "Private notes as text without author, when the board's `moderate` says so; hidden ones.",
        {200: answer("What there is.", closed({
            "private": listed(closed(_waiting)), "hidden": listed(closed({**_waiting, "hidden": text(200)}))}))}, who="facilitator")},
    "/api/boards/{board_id}/suggestions": {"post": operation(
        "Suggested clusters for visible notes that are in none.",
        {200: answer("The best first.", closed({"suggestions": listed(_suggestion)}))}, who="facilitator",
        body=wish({}, {"theme": record_id}), refused=(429,))},
    "/api/boards/{board_id}/rounds/{round_id}/progress": {"get": operation(
        "How far a vote is.", {200: answer("Numbers only.", closed({"people": whole(), "voted": whole(), "finished": whole()}))},
        who="facilitator")},
    "/api/boards/{board_id}/participation": {"get": operation(
        "Figures about people, from which nobody's share can be told.",
        {200: answer("By association, country and language.", closed({
            name: listed(_group) for name in ("associations", "countries", "languages")}))}, who="facilitator")},
}
