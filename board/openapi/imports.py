"""Files brought in, looked at first."""
from __future__ import annotations

from .boards import made
from .words import (
    Schema,
    answer,
    anything,
    boolean,
    by_name,
    change_id,
    closed,
    language,
    listed,
    number,
    operation,
    or_null,
    record_id,
    text,
    whole,
    wish,
)

_choice: Schema = by_name({"type": "string"})
_options = wish({}, {
    "encoding": {"type": "string"}, "separator": {"type": "string"}, "header": boolean, "sheet": {"type": "string"},
    "source": {"type": "string"}, "columns": _choice, "kinds": _choice, "themes": _choice, "clusters": by_name(anything),
    "colors": by_name(_choice), "default_kind": {"type": "string"}, "default_theme": {"type": "string"}, "split": {"type": "string"},
    "cut": boolean, "title": text(120), "language": language, "skip": listed(whole()), "change_id": change_id})
_parts = {"file": {"type": "string", "format": "binary"}, "options": _options}
_form = closed(_parts, ("options",))
_new_form = closed({**_parts, "passphrase": text(200)}, ("options", "passphrase"))
_translation = closed({"language": text(35), "text": text(3000), "machine": boolean, "source": or_null(whole())})
_row = closed({
    "row": whole(), "text": text(2_000_000), "kind": text(20), "theme": text(100), "cluster": text(200), "association": text(200),
    "language": text(30), "sdgs": listed(whole()), "status": text(20), "answers": listed(anything), "votes": whole(), "skip": text(20),
    "id": text(100), "x": or_null(number()), "y": or_null(number()), "color": text(60), "anonymous": text(10), "more": anything,
    "merged_into": anything, "translations": listed(_translation)}, ("id", "x", "y", "color", "anonymous", "more", "merged_into"))
_proposal = closed({
    "source": text(20), "encoding": text(40), "separator": or_null(text(10)), "header": boolean, "sheets": listed(text(200)),
    "sheet": or_null(text(200)),
    "columns": listed(closed({"index": whole(), "name": text(200), "samples": listed(text(200)), "field": text(40)})),
    "clusters": anything, "values": anything, "rows": listed(_row), "problems": listed(anything),
    "count": closed({"rows": whole(), "notes": whole(), "skipped": whole(), "translations": whole()})})
brought = closed({"seq": whole(1), "change_id": change_id, "added": by_name(listed(record_id))})
_preview = answer("The proposal: row by row, and what could not be understood.", _proposal)
_brought = answer("What was added; for a `change_id` that was there before, what it brought then.", brought)
PATHS = {
    "/api/imports/preview": {"post": operation("What a file would bring to a new board.", {200: _preview}, form=_new_form, refused=(429,))},
    "/api/imports": {"post": operation("A new board of a file.", {201: answer("As a new board.", made)}, form=_new_form, refused=(429,))},
    "/api/boards/{board_id}/imports/preview": {"post": operation(
        "What a file would bring to this board.", {200: _preview}, who="facilitator", form=_form, refused=(429,))},
    "/api/boards/{board_id}/imports": {"post": operation(
        "Bring it, as one change.", {201: _brought},
        who="facilitator", form=_form, refused=(409, 429))},
}
