"""Files to take home."""
from __future__ import annotations

from ..export.formats import FORMATS
from ..export.wish import MOST_NOTES, SEPARATORS
from ..export.words import languages
from .records import format_name, kind
from .words import (
    answer,
    anything,
    boolean,
    closed,
    language,
    listed,
    number,
    one_of,
    operation,
    path,
    query,
    record_id,
    text,
    time,
    whole,
    wish,
)

KINDS = tuple(sorted({each.mimetype.partition(";")[0] for each in FORMATS.values()} | {"application/json"}))
_flag = one_of("0", "1")
_language, _separator = one_of(*languages()), one_of(*SEPARATORS)
_file = answer("The file.", anything, KINDS)
_wish = wish({"format": format_name}, {
    "language": _language, "names": boolean, "comments": boolean, "series": boolean, "separator": _separator, "theme": text(60, 1),
    "association": text(60, 1), "notes": listed(record_id, MOST_NOTES)})
_count = {name: whole() for name in ("notes", "merged", "challenges", "solutions", "unanswered", "clusters", "comments", "rounds")}
_export = closed({
    "id": record_id, "format": format_name, "wish": anything, "at": time, "age": number(), "state": one_of("waiting", "ready", "failed"),
    "reason": text(40), "size": whole(), "seconds": number(), "name": text(300), "remarks": listed(text(2000)), "seat": text(36),
    "kept": boolean})
_first = closed({"id": record_id, "kind": kind, "text": text(2000), "language": language, "association": text(60)})
PATHS = {
    "/api/boards/{board_id}/export/{name}": {"get": operation(
        "The file as the answer; names of people only for facilitators.", {200: _file}, who="viewer", refused=(400, 429),
        parameters=(path("name", format_name, "The format."), query("language", _language, "Of its own words."),
                    query("names", _flag, "With people's names."), query("comments", _flag, "With comments."),
                    query("series", _flag, "With what became of earlier boards' challenges."),
                    query("separator", _separator, "Of CSV."), query("theme", text(60, 1), "One theme only: its id."),
                    query("association", text(60, 1), "One association only.")))},
    "/api/boards/{board_id}/exports": {
        "post": operation("Have a file made meanwhile.", {202: answer("Its id in the list.", closed({"id": record_id}))}, who="viewer",
                          body=_wish, refused=(429,)),
        "get": operation("The last 20 files; a facilitator's holds everybody's.",
                         {200: answer("Newest first.", closed({"exports": listed(_export), "waiting": whole()}))}, who="viewer")},
    "/api/boards/{board_id}/exports/preview": {"post": operation(
        "What would be in it.",
        {200: answer("Numbers, and the beginning.", closed({
            **_count, "associations": listed(text(60)),
            "themes": listed(closed({"id": record_id, "title": text(80), "challenges": whole(), "solutions": whole()})),
            "first": listed(_first, 5)}))},
        who="viewer", body=_wish)},
    "/api/boards/{board_id}/exports/{export_id}/file": {"get": operation(
        "The file, for an hour, for who asked for it.", {200: _file}, who="viewer", refused=(409,))},
}
