"""What the fields of records may hold. Who may set them is taken from `board.records`; a test compares the names."""
from __future__ import annotations

from ..export.formats import FORMATS
from ..protocol import MAX_STEPS
from ..records import TYPES
from ..records.board import MOST_DAYS
from ..records.note import STATUSES
from ..records.theme import COLORS, SIGNS
from .words import (
    Schema,
    boolean,
    by_name,
    change_id,
    closed,
    either,
    id_or_none,
    known_language,
    language,
    listed,
    number,
    one_of,
    or_null,
    record_id,
    ref,
    row,
    text,
    time,
    time_or_none,
    whole,
)

BOUND = 1_000_000
kind = one_of("challenge", "solution")
role = one_of("viewer", "participant", "facilitator")
status = one_of(*STATUSES)
format_name = one_of(*FORMATS)
_may = listed(one_of("challenge", "solution", "move", "group", "comment", "vote"), distinct=True)
_place = number(BOUND)
_view = {"type": "array", "items": number(), "minItems": 4, "maxItems": 4}
_timer = closed({
    "state": one_of("off", "running", "paused"), "seconds": whole(), "left": number(), "ends_at": time_or_none, "lock": boolean})
_origin = closed({"board": text(36), "title": text(200), "note": text(36), "written_at": text(40), "status": text(20), "votes": whole()})
_anonymous = one_of("", "name", "all")
FIELDS: dict[str, dict[str, Schema]] = {
    "board": {
        "id": record_id, "title": text(120, 1), "language": language, "edit_right": one_of("own", "association", "everyone"),
        "join_open": boolean, "locked": boolean, "may": _may, "step": id_or_none, "private": boolean,
        "authors": one_of("named", "association", "nobody"), "moderate": boolean, "timer": _timer, "leader": id_or_none,
        "bring": or_null(closed({"view": _view, "at": time, "seat": id_or_none})),
        "stage": or_null(closed({"type": one_of("board", "theme", "cluster", "note", "round"), "id": id_or_none, "seat": id_or_none})),
        "purpose": text(600), "question": text(600), "collecting": boolean, "archived": boolean, "keep_days": whole(0, MOST_DAYS),
        "created_at": time},
    "theme": {"id": record_id, "title": text(80, 1), "color": one_of(*COLORS), "sign": one_of(*SIGNS), "order": number(),
              "locked": boolean},
    "cluster": {"id": record_id, "theme": record_id, "title": text(80), "x": _place, "y": _place, "w": _place, "h": _place,
                "collapsed": boolean, "locked": boolean, "created_at": time},
    "note": {"id": record_id, "kind": kind, "theme": record_id, "cluster": id_or_none, "x": _place, "y": _place,
             "z": {"type": "integer"}, "text": text(2000), "text_rev": whole(), "sdgs": listed(whole(1, 17), distinct=True),
             "language": language, "status": status, "merged_into": id_or_none, "locked": boolean, "hidden": text(200), "private": boolean,
             "anonymous": _anonymous, "origin": or_null(_origin), "seat": id_or_none, "association": text(60), "created_at": time,
             "edited_at": time_or_none},
    "answer": {"id": record_id, "solution": record_id, "challenge": record_id, "created_at": time},
    "comment": {"id": record_id, "note": record_id, "text": text(1000, 1), "seat": id_or_none, "association": text(60),
                "anonymous": _anonymous, "created_at": time, "edited_at": time_or_none},
    "reaction": {"id": record_id, "note": record_id, "sign": one_of("like", "heart", "idea", "question", "celebrate"), "seat": id_or_none},
    "translation": {"id": record_id, "note": record_id, "language": known_language, "text": text(3000, 1), "machine": boolean,
                    "source": whole(0, 2**31 - 1), "seat": id_or_none, "anonymous": _anonymous, "created_at": time,
                    "edited_at": time_or_none},
    "step": {"id": record_id, "title": text(80, 1), "task": text(300), "may": _may, "private": boolean, "minutes": whole(0, 600),
             "order": number()},
    "round": {"id": record_id, "title": text(80, 1), "votes": whole(1, 99), "most": whole(0, 99), "on": one_of("notes", "clusters"),
              "kinds": listed(kind, distinct=True), "themes": listed(record_id, distinct=True), "live": boolean,
              "state": one_of("draft", "open", "closed"),
              "results": or_null(closed({"voters": whole(), "associations": whole(),
                                         "targets": listed(row(record_id, whole(), whole(), whole()))})),
              "opened_at": time_or_none, "closed_at": time_or_none, "created_at": time},
    "vote": {"id": record_id, "round": record_id, "target": record_id, "proxy": boolean, "association": text(60), "seat": id_or_none},
    "seat": {"id": record_id, "name": text(60), "association": text(60), "country": {"type": "string", "pattern": "^([A-Z]{2})?$"},
             "language": language, "role_title": text(60), "hand": boolean, "hand_at": time_or_none, "done_for": id_or_none, "role": role,
             "blocked": boolean, "interpreter": boolean, "created_at": time},
}
# What is set otherwise than it comes.
_SET: dict[str, dict[str, Schema]] = {"board": {
    "timer": either(closed({"start": whole(1, 36_000), "lock": boolean}, ("lock",)), closed({"pause": {"const": True}}),
                    closed({"resume": {"const": True}}), closed({"add": whole(-36_000, 36_000)}), closed({"stop": {"const": True}})),
    "bring": _view, "stage": or_null(closed({"type": one_of("board", "theme", "cluster", "note", "round"), "id": id_or_none}))}}


def schemas() -> dict[str, Schema]:
    """`components.schemas` of records and steps."""
    found: dict[str, Schema] = {}
    for name, fields in FIELDS.items():
        found[name.capitalize()] = closed(fields)
        settable = {each: _SET.get(name, {}).get(each, schema) for each, schema in fields.items()
                    if each != "id" and TYPES[name].fields[each].right}
        if name not in ("board", "seat"):
            required = [each for each, field in TYPES[name].fields.items() if field.required]
            fresh = {"id": record_id, **settable}
            found["New" + name.capitalize()] = closed(fresh, tuple(each for each in fresh if each not in ("id", *required)))
        found[name.capitalize() + "Fields"] = closed(settable, tuple(settable), minProperties=1)
    found["Records"] = closed({name: listed(ref(name.capitalize())) for name in FIELDS}, tuple(FIELDS))
    delta = listed(either({"type": "integer"}, {"type": "string", "minLength": 1}))
    types = one_of(*FIELDS)
    found["ChangeStep"] = either(
        *(row({"const": "add"}, {"const": name}, ref("New" + name.capitalize())) for name in FIELDS if name not in ("board", "seat")),
        *(row({"const": "set"}, {"const": name}, record_id, ref(name.capitalize() + "Fields")) for name in FIELDS),
        row({"const": "remove"}, types, record_id), row({"const": "text"}, {"const": "note"}, record_id, whole(), delta))
    found["Change"] = closed({"change_id": change_id, "steps": listed(ref("ChangeStep"), MAX_STEPS, 1)})
    whole_record = {"type": "object", "required": ["id"], "properties": {"id": record_id}}
    found["ChangeStepBack"] = either(row({"const": "add"}, types, whole_record), row({"const": "set"}, types, record_id, by_name({})),
                               row({"const": "remove"}, types, record_id), row({"const": "text"}, types, record_id, whole(), delta))
    found["ChangeBack"] = closed({
        "seq": whole(1), "change_id": text(64), "seat": id_or_none, "at": time, "steps": listed(ref("ChangeStepBack"))})
    return found
