"""Our own JSON export as a new board. Every value is checked as if it came from a client; nothing is stored half-way."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from ..export.json_file import FORMAT, VERSION
from ..protocol import Reason, Refused, is_record_id, is_whole
from ..records import TYPES
from ..records.theme import MAX_THEMES

Record = dict[str, Any]
_LATER = {"board": ("may", "step", "private", "authors", "moderate", "timer", "leader", "bring", "stage"), "theme": ("locked",),
          "note": ("cluster", "status", "merged_into", "locked", "hidden"), "seat": ("hand", "done_for", "blocked")}
_BEFORE: dict[str, Record] = {name: {field: TYPES[name].fields[field].default for field in later} for name, later in _LATER.items()}
_BEFORE["note"].update(private=False, anonymous="")
_BEFORE["seat"].update(hand_at="")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\Z")


def check_export(payload: Any, *, max_notes: int, max_seats: int) -> dict[str, Any]:
    """`{board, themes, seats, notes}` ready to store. Raises Refused: `malformed` for a foreign file, `invalid` with a
    `field` such as `notes[3].kind` for a broken one."""
    if not isinstance(payload, dict) or payload.get("format") != FORMAT:
        raise Refused(Reason.MALFORMED, field="format")
    if payload.get("version") != VERSION:
        raise Refused(Reason.INVALID, field="version", limit=VERSION)
    if set(payload) != {"format", "version", "board", "themes", "seats", "notes"}:
        raise Refused(Reason.MALFORMED, field="format")
    board = _record("board", "board", {"id": "x", **payload["board"]} if isinstance(payload["board"], dict) else None)
    del board["id"]
    themes = _records("theme", "themes", payload["themes"], MAX_THEMES)
    seats = _records("seat", "seats", payload["seats"], max_seats)
    notes = _records("note", "notes", payload["notes"], max_notes)
    if not themes:
        raise Refused(Reason.INVALID, field="themes")
    known = {each["id"] for each in themes}
    for index, note in enumerate(notes):
        if note["theme"] not in known:
            raise Refused(Reason.INVALID, field=f"notes[{index}].theme")
        note.update(deleted_at=None, deleted_by=None)
    return {"board": board, "themes": themes, "seats": seats, "notes": notes}


def _records(name: str, where: str, given: Any, most: int) -> list[Record]:
    if not isinstance(given, list):
        raise Refused(Reason.INVALID, field=where)
    if len(given) > most:
        raise Refused(Reason.LIMIT, field=where, limit=most)
    found = [_record(name, f"{where}[{index}]", each) for index, each in enumerate(given)]
    if len({each["id"] for each in found}) < len(found):
        raise Refused(Reason.INVALID, field=f"{where}.id")
    return found


def _record(name: str, where: str, given: Any) -> Record:
    fields = TYPES[name].fields
    if isinstance(given, dict):
        given = {**_BEFORE.get(name, {}), **given}      # what files of the first version do not have
    if not isinstance(given, dict) or set(given) != set(fields):
        odd = sorted(set(given) ^ set(fields))[0] if isinstance(given, dict) else ""
        raise Refused(Reason.INVALID, field=f"{where}.{odd}".rstrip("."))
    clean = {}
    for field_name, value in given.items():
        try:
            clean[field_name] = _value(name, field_name, value)
        except Refused as refused:
            raise Refused(refused.reason, **{**refused.details, "field": f"{where}.{field_name}"}) from None
    return clean


def _value(name: str, field: str, value: Any) -> Any:
    """Fields that only the server sets have rules of their own here: they come from a server."""
    ok = True
    if (name, field) in (("board", "timer"), ("note", "private"), ("note", "anonymous"), ("seat", "hand_at")):
        return _BEFORE[name][field]
    if field.endswith("_at"):
        ok = isinstance(value, str) and _is_time(value)
    elif field == "text_rev":
        ok = is_whole(value) and 0 <= value < 2**31
    elif (name, field) == ("note", "seat"):
        ok = is_record_id(value)
    elif (name, field) == ("note", "association"):
        return TYPES["seat"].fields["association"].check(field, value)
    elif (name, field) == ("seat", "name") and value == "":
        return value      # left out of the export
    elif field in ("x", "y", "z") and value is None:
        ok = False
    else:
        return TYPES[name].fields[field].check(field, value)
    if not ok:
        raise Refused(Reason.INVALID)
    return value


def _is_time(value: str) -> bool:
    try:
        return bool(TIME.match(value)) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False
