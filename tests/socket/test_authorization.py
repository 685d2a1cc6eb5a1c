"""Who may do what: every record type × verb × field × role × whose record × setting, made from the registry and compared
with what is written out here. A new type, field, right or event without a row fails."""
from __future__ import annotations

import itertools

import pytest

from board.db import make_engine
from board.models import Base
from board.protocol import Refused
from board.records import TYPES, Context, apply_step
from board.rights import ROLES, TABLE, Right
from board.sockets import EVENTS
from board.working_set import TABLES, WorkingSet, to_row

NO, YES = "no", "yes"
UNLESS_LOCKED, OWN, OWN_UNLESS_LOCKED, EDIT_RIGHT = "unless locked", "own", "own, unless locked", "as edit_right says, unless locked"

WHO = {     # right: what a viewer, a participant, a facilitator may
    "board.set": (NO, NO, YES),
    "theme.change": (NO, NO, YES),
    "note.add": (NO, UNLESS_LOCKED, YES),
    "note.move": (NO, UNLESS_LOCKED, YES),
    "note.edit": (NO, EDIT_RIGHT, YES),
    "note.remove": (NO, EDIT_RIGHT, YES),
    "note.restore": (NO, OWN_UNLESS_LOCKED, YES),
    "seat.self": (OWN, OWN, OWN),
    "seat.role": (NO, NO, YES),
}
FIELDS = {      # a field, the right that sets it (None: the server only), a value for it
    ("board", "id"): (None, "x"), ("board", "created_at"): (None, "x"), ("board", "title"): ("board.set", "New"),
    ("board", "language"): ("board.set", "ar"), ("board", "edit_right"): ("board.set", "own"), ("board", "join_open"): ("board.set", False),
    ("board", "locked"): ("board.set", True),
    ("theme", "id"): (None, "x"), ("theme", "title"): ("theme.change", "New"), ("theme", "color"): ("theme.change", "rose"),
    ("theme", "sign"): ("theme.change", "star"), ("theme", "order"): ("theme.change", 7),
    ("note", "id"): (None, "x"), ("note", "text_rev"): (None, 1), ("note", "seat"): (None, "me"), ("note", "association"): (None, "A"),
    ("note", "created_at"): (None, "x"), ("note", "edited_at"): (None, "x"),
    ("note", "kind"): ("note.edit", "solution"), ("note", "text"): ("note.edit", "new"), ("note", "sdgs"): ("note.edit", [4]),
    ("note", "language"): ("note.edit", "es"),
    ("note", "theme"): ("note.move", "t2"), ("note", "x"): ("note.move", 9), ("note", "y"): ("note.move", 9),
    ("note", "z"): ("note.move", 9),
    ("seat", "id"): (None, "x"), ("seat", "created_at"): (None, "x"), ("seat", "name"): ("seat.self", "New"),
    ("seat", "association"): ("seat.self", "B"), ("seat", "country"): ("seat.self", "AR"), ("seat", "language"): ("seat.self", "es"),
    ("seat", "role_title"): ("seat.self", "Chair"), ("seat", "role"): ("seat.role", "facilitator"),
}
VERBS = {       # (type, verb): the right, None for what nobody may by a change
    ("board", "add"): None, ("board", "remove"): None, ("seat", "add"): None, ("seat", "remove"): None,
    ("theme", "add"): "theme.change", ("theme", "remove"): "theme.change",
    ("note", "add"): "note.add", ("note", "restore"): "note.restore", ("note", "remove"): "note.remove", ("note", "text"): "note.edit",
}
WHOSE = ("own", "association", "other")
SETTINGS = list(itertools.product(("own", "association", "everyone"), (False, True)))


def expected(right, role, whose, edit_right, locked):
    """`ok` or the reason of the refusal."""
    rule = WHO[right][ROLES.index(role)]
    if locked and rule in (UNLESS_LOCKED, OWN_UNLESS_LOCKED, EDIT_RIGHT):
        return "locked"
    allowed = {NO: False, YES: True, UNLESS_LOCKED: True, OWN: whose == "own", OWN_UNLESS_LOCKED: whose == "own",
               EDIT_RIGHT: whose == "own" or edit_right == "everyone" or edit_right == whose == "association"}
    return "ok" if allowed[rule] else "forbidden"


def note(note_id, seat, association, **more):
    return {"id": note_id, "kind": "challenge", "theme": "t1", "x": 0, "y": 0, "z": 0, "text": "", "text_rev": 0, "sdgs": [],
            "language": "",
            "seat": seat, "association": association, "created_at": "x", "edited_at": "x", "deleted_at": None, "deleted_by": None, **more}


def board_record(board_id, edit_right="own", locked=False):
    return {"id": board_id, "title": "T", "language": "en", "edit_right": edit_right, "join_open": True, "locked": locked,
            "created_at": "x",
            "code": board_id, "seq": 0}


SEATS = {"own": ("me", "A"), "association": ("mate", "A"), "other": ("stranger", "B")}


@pytest.fixture(scope="module")
def connection():
    engine = make_engine("sqlite://", one_thread=True)
    Base.metadata.create_all(engine)
    with engine.connect() as connection, connection.begin():
        for board_id, prefix in (("b", ""), ("elsewhere", "x-")):
            connection.execute(TABLES["board"].insert(), [board_record(board_id)])
            connection.execute(TABLES["theme"].insert(), [
                {"board_id": board_id, "id": f"{prefix}t{n}", "title": "T", "color": "blue", "sign": "ring", "order": n} for n in (1, 2,
                3)])
            connection.execute(TABLES["seat"].insert(), [
                {"board_id": board_id, "id": prefix + seat, "name": "N", "association": of, "country": "", "language": "", "role_title": "",
                 "role": "participant", "created_at": "x"} for seat, of in (*SEATS.values(), ("facilitator", ""))])
            connection.execute(TABLES["note"].insert(), [to_row("note", board_id, each) for whose, (seat, of) in SEATS.items() for each in (
                note(prefix + whose, seat, of), note(f"{prefix}trash-{whose}", seat, of, deleted_at="x"))])
        yield connection
    engine.dispose()


def tries(connection, role, step, edit_right, locked):
    """`ok` or the reason of the refusal, when "me" with this role takes the step."""
    work = WorkingSet(connection, board_record("b", edit_right, locked))
    work.put("seat", {**work.get("seat", "me"), "role": role})
    work.put("seat", {**work.get("seat", "facilitator"), "role": "facilitator"})
    work.begin()
    try:
        apply_step(Context(work, work.get("seat", "me"), "now", {"notes": 100}), step)
    except Refused as refused:
        return refused.reason.value
    return "ok"


def target(kind, whose):
    return {"board": "b", "theme": "t1", "note": whose, "seat": SEATS[whose][0]}[kind]


def test_every_right_every_field_and_every_verb_has_a_row():
    assert set(WHO) == {each.value for each in Right} == {each.value for each in TABLE}
    assert set(FIELDS) == {(name, field) for name, kind in TYPES.items() for field in kind.fields}
    assert {name for name, _ in VERBS} == set(TYPES)
    assert {right for right, _ in FIELDS.values()} | set(VERBS.values()) - {None} == set(WHO) | {None}


@pytest.mark.parametrize("right", Right)
def test_the_table_of_rights_is_the_one_written_out_here(right):
    least, locks, whose = TABLE[right]
    rules = WHO[right.value]
    assert [rule != NO for rule in rules] == [ROLES.index(role) >= ROLES.index(least) for role in ROLES]
    assert locks == any("unless locked" in rule for rule in rules)
    rows = {"self": OWN, "author": OWN_UNLESS_LOCKED, "edit_right": EDIT_RIGHT}
    assert whose == next((name for name, rule in rows.items() if rule in rules), "any")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_d5_who_may_set_a_field(connection, name, field, role):
    right, value = FIELDS[name, field]
    for whose, (edit_right, locked) in itertools.product(WHOSE, SETTINGS):
        found = tries(connection, role, ["set", name, target(name, whose), {field: value}], edit_right, locked)
        wanted = "invalid" if right is None else expected(right, role, whose, edit_right, locked)
        assert found == wanted, (whose, edit_right, locked)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("name", "verb"), VERBS)
def test_d5_who_may_add_remove_restore_and_type(connection, name, verb, role):
    right = VERBS[name, verb]
    for whose, (edit_right, locked) in itertools.product(WHOSE, SETTINGS):
        step = {"add": ["add", name, {"id": "new", "title": "T"} if name != "note" else {"id": "new", "kind": "solution", "theme": "t1"}],
                "restore": ["add", name, {"id": f"trash-{whose}"}],
                "remove": ["remove", name, "t3" if name == "theme" else target(name, whose)],
                "text": ["text", name, target(name, whose), 0, ["x"]]}[verb]
        found = tries(connection, role, step, edit_right, locked)
        assert found == ("forbidden" if right is None else expected(right, role, whose, edit_right, locked)), (whose, edit_right, locked)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TYPES)
def test_d6_another_board_s_records_are_not_there(connection, name, role):
    theirs = {"board": "elsewhere", "theme": "x-t3", "note": "x-own", "seat": "x-me"}[name]
    settable = {field: value for (kind, field), (right, value) in FIELDS.items() if kind == name and right}
    for (field, value), (edit_right, locked) in itertools.product(settable.items(), SETTINGS):
        assert tries(connection, role, ["set", name, theirs, {field: value}], edit_right, locked) == "not_found", field
    removed = {"note": "not_found", "theme": "not_found" if role == "facilitator" else "forbidden"}.get(name, "forbidden")
    assert tries(connection, role, ["remove", name, theirs], "everyone", False) == removed
    if name == "note":
        assert tries(connection, role, ["text", name, theirs, 0, ["x"]], "everyone", False) == "not_found"


@pytest.mark.parametrize("edit_right", ["own", "association", "everyone"])
def test_no_association_is_not_an_association_in_common(connection, edit_right):
    work = WorkingSet(connection, board_record("b", edit_right))
    work.put("seat", {**work.get("seat", "me"), "association": ""})
    work.put("note", note("none", "stranger", ""))
    context = Context(work, work.get("seat", "me"), "now", {"notes": 100})
    if edit_right == "everyone":
        assert apply_step(context, ["set", "note", "none", {"text": "x"}])
    else:
        with pytest.raises(Refused, match="forbidden"):
            apply_step(context, ["set", "note", "none", {"text": "x"}])


NOTE = ["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}]
EVENT_TABLE = {     # event: what comes of it for nobody, a seat elsewhere, a viewer, a participant, a facilitator
    "connect": ("ok",) * 5, "disconnect": ("ok",) * 5, "malformed": ("malformed",) * 5,
    "join": ("not_found", "not_found", "ok", "ok", "ok"),
    "change": ("not_found", "not_found", "forbidden", "ok", "ok"),
    "signal": ("silence", "silence", "ok", "ok", "ok"),
}
PEOPLE = ("nobody", "elsewhere", *ROLES)


def test_every_event_has_a_row():
    assert set(EVENT_TABLE) == set(EVENTS)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("event", ["join", "change", "signal"])
def test_d6_who_may_send_an_event(hall, board, olga, event, who):
    from board import socketio_of
    token = "" if who == "nobody" else hall.makes_board().seats("Eve", role="facilitator").token if who == "elsewhere" else \
        board.seats("Somebody", role=who, joins=False).token
    socket = socketio_of(hall.app).test_client(hall.app, auth={"token": token})
    joined = socket.emit("join", {"board": board.id}, callback=True)
    olga.heard(), socket.get_received()
    socket.emit(*{"join": ("join", {"board": board.id}), "change": ("change", {"change_id": "c", "steps": [NOTE]}),
                  "signal": ("signal", {"cursor": [1, 1]})}[event])
    answers = [each["args"][0].get("reason") for each in socket.get_received() if each["name"] == "outcome"]
    heard = {name for name, _ in olga.heard()}
    wanted = EVENT_TABLE[event][PEOPLE.index(who)]
    if event == "join":
        assert (joined["reason"] if not joined["ok"] else "ok") == wanted
    elif event == "change":
        assert (answers or ["ok"]) == [wanted] and ("changes" in heard) == (wanted == "ok")
    else:
        assert answers == [] and ("signals" in heard) == (wanted == "ok")
