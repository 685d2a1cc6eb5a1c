"""Our own JSON export as a new board. Every value is checked as if it came from a client; nothing is stored half-way.

Files of the first version have no clusters, talk, agenda or rounds; older ones have fewer fields.
"""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from ..export.json_file import FORMAT, LEFT_OUT, PARTS, VERSION, fields_of
from ..protocol import Reason, Refused, is_record_id, is_whole
from ..records import TYPES, origin
from ..records.answer import MAX_ANSWERS
from ..records.cluster import MAX_CLUSTERS
from ..records.comment import MAX_COMMENTS
from ..records.reaction import MAX_REACTIONS
from ..records.round import MAX_ROUNDS
from ..records.step import MAX_STEPS
from ..records.theme import MAX_THEMES
from ..records.translation import MAX_TRANSLATIONS
from ..records.vote import MAX_VOTES
from ..secrecy import UNKNOWN
from . import references

Record = dict[str, Any]
Records = dict[str, list[Record]]
MOST = {"theme": MAX_THEMES, "cluster": MAX_CLUSTERS, "answer": MAX_ANSWERS, "comment": MAX_COMMENTS, "reaction": MAX_REACTIONS,
        "translation": MAX_TRANSLATIONS, "step": MAX_STEPS, "round": MAX_ROUNDS}
_PART_CAME = {"themes": 1, "seats": 1, "notes": 1, "translations": 4}        # in which version; all others in the second
# The fields that came with a version.
_LATER: dict[int, dict[str, tuple[str, ...]]] = {
    2: {"board": ("may", "step", "private", "authors", "moderate"), "theme": ("locked",),
        "note": ("cluster", "status", "merged_into", "locked", "anonymous")},
    3: {"board": ("purpose", "question"), "note": ("origin",)},
    4: {"seat": ("interpreter",)}}
# What is not in a file, and columns that are no fields.
_KEPT: dict[str, Record] = {name: {field: TYPES[name].fields[field].default for field in left_out if field != "id"}
                            for name, left_out in LEFT_OUT.items()}
_KEPT["note"].update(private=False, deleted_at=None, deleted_by=None)
_KEPT["seat"].update(hand_at="")
_KEPT["comment"] = {"deleted_at": None}
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\Z")


def check_export(payload: Any, *, max_notes: int, max_seats: int) -> tuple[Record, Records]:
    """The board and its records by type, ready to store. Raises Refused: `malformed` for a foreign file, `invalid` with a
    `field` such as `notes[3].kind` for a broken one."""
    if not isinstance(payload, dict) or payload.get("format") != FORMAT:
        raise Refused(Reason.MALFORMED, field="format")
    version = payload.get("version")
    if not is_whole(version) or not 1 <= version <= VERSION:
        raise Refused(Reason.INVALID, field="version", limit=VERSION)
    parts = {part: name for part, name in PARTS.items() if version >= _PART_CAME.get(part, 2)}
    if set(payload) != {"format", "version", "board", *parts}:
        raise Refused(Reason.MALFORMED, field="format")
    most = {**MOST, "note": max_notes, "seat": max_seats}
    board = _record("board", "board", payload["board"], version)
    records = {name: _records(name, part, payload[part], most[name], version) for part, name in parts.items()}
    if not records["theme"]:
        raise Refused(Reason.INVALID, field="themes")
    references.check(board, {**{name: [] for name in PARTS.values()}, **records})
    for each in records.get("reaction", ()):      # one a person: these persons are not known, and nobody's seat
        each["anonymous"] = "" if each["seat"] else "name"
        each["seat"] = each["seat"] or each["id"]
    return board, records


def _records(name: str, where: str, given: Any, most: int, version: int) -> list[Record]:
    if not isinstance(given, list):
        raise Refused(Reason.INVALID, field=where)
    if len(given) > most:
        raise Refused(Reason.LIMIT, field=where, limit=most)
    found = [_record(name, f"{where}[{index}]", each, version) for index, each in enumerate(given)]
    if len({each["id"] for each in found}) < len(found):
        raise Refused(Reason.INVALID, field=f"{where}.id")
    return found


def _record(name: str, where: str, given: Any, version: int) -> Record:
    later: Record = {field: TYPES[name].fields[field].default for came, fields in _LATER.items() if came > version
                     for field in fields.get(name, ())}
    if "anonymous" in later:
        later["anonymous"] = ""
    wanted = set(fields_of(name)) - set(later)
    if not isinstance(given, dict) or set(given) != wanted:
        odd = sorted(set(given) ^ wanted)[0] if isinstance(given, dict) else ""
        raise Refused(Reason.INVALID, field=f"{where}.{odd}".rstrip("."))
    clean = {}
    for field, value in given.items():
        try:
            clean[field] = _value(name, field, value)
        except Refused as refused:
            raise Refused(refused.reason, **{**refused.details, "field": f"{where}.{field}"}) from None
    return {**clean, **later, **_KEPT.get(name, {})}


def _value(name: str, field: str, value: Any) -> Any:
    """Fields that only the server sets have rules of their own here: they come from a server."""
    if field.endswith("_at"):
        ok = name == "round" and field != "created_at" and value == "" or isinstance(value, str) and _is_time(value)
    elif field == "text_rev":
        ok = is_whole(value) and 0 <= value < 2**31
    elif field == "anonymous":
        ok = value in UNKNOWN.values()
    elif field == "seat":
        ok = is_record_id(value) or value == ""
    elif field == "association" and name != "seat":
        return TYPES["seat"].fields["association"].check(field, value)
    elif field == "origin":
        return origin.check(field, value)
    elif field == "results":
        ok = value is None or _is_count(value)
    elif (name, field) == ("seat", "name") and value == "":
        ok = True       # left out of the export
    elif field in ("x", "y", "z") and value is None:
        ok = False
    else:
        return TYPES[name].fields[field].check(field, value)
    if not ok:
        raise Refused(Reason.INVALID)
    return value


def _is_count(value: Any) -> bool:
    """Whether these could be the results of a round."""
    def number(each: Any) -> bool:
        return is_whole(each) and 0 <= each <= MAX_VOTES
    if not isinstance(value, dict) or set(value) != {"voters", "associations", "targets"} or not isinstance(value["targets"], list):
        return False
    return number(value["voters"]) and number(value["associations"]) and len(value["targets"]) <= MAX_VOTES and all(
        isinstance(each, list) and len(each) == 4 and is_record_id(each[0]) and all(map(number, each[1:])) for each in value["targets"])


def _is_time(value: str) -> bool:
    try:
        return bool(TIME.match(value)) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False
