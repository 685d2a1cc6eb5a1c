"""Who may do what: every right, and every record type × verb × field × role × whose record × lock × what the board lets people
do, made from the registry and compared with what is written out here. A new type, field, right or event without a row fails."""
from __future__ import annotations

import itertools

import pytest

from board import socketio_of
from board.db import make_engine
from board.models import Base
from board.protocol import Refused
from board.records import TYPES, Context, apply_step
from board.rights import ACTIONS, ROLES, TABLE, Right, require
from board.rows import TABLES, to_row
from board.sockets import EVENTS
from board.working_set import WorkingSet

NO, YES = "no", "yes"
UNLESS_LOCKED, OWN, OWN_UNLESS_LOCKED, EDIT_RIGHT = "unless locked", "own", "own, unless locked", "as edit_right says, unless locked"

WHO = {     # right: what a viewer, a participant, a facilitator may; what the board must let participants do, one of these
    "board.set": (NO, NO, YES, ()),
    "theme.change": (NO, NO, YES, ()),
    "step.change": (NO, NO, YES, ()),
    "round.change": (NO, NO, YES, ()),
    "cluster.change": (NO, UNLESS_LOCKED, YES, ("group",)),
    "cluster.lock": (NO, NO, YES, ()),
    "note.add": (NO, UNLESS_LOCKED, YES, ("its kind",)),
    "note.move": (NO, UNLESS_LOCKED, YES, ("move", "its kind if own")),
    "note.edit": (NO, EDIT_RIGHT, YES, ("its kind",)),
    "note.remove": (NO, EDIT_RIGHT, YES, ("its kind",)),
    "note.restore": (NO, OWN_UNLESS_LOCKED, YES, ("its kind",)),
    "note.merge": (NO, UNLESS_LOCKED, YES, ("group",)),
    "note.lock": (NO, NO, YES, ()),
    "note.hide": (NO, NO, YES, ()),
    "answer": (NO, UNLESS_LOCKED, YES, ("solution", "group")),
    "talk": (NO, UNLESS_LOCKED, YES, ("comment",)),
    "talk.own": (NO, OWN_UNLESS_LOCKED, OWN, ("comment",)),
    "talk.remove": (NO, OWN_UNLESS_LOCKED, YES, ("comment",)),
    "translate": (NO, OWN_UNLESS_LOCKED, YES, ()),      # an interpreter any note
    "vote": (NO, UNLESS_LOCKED, YES, ("vote",)),
    "vote.own": (NO, OWN_UNLESS_LOCKED, OWN, ("vote",)),
    "seat.self": (OWN, OWN, OWN, ()),
    "seat.hand": (OWN, OWN, YES, ()),
    "seat.role": (NO, NO, YES, ()),
}
FIELDS = {      # type: field, the right that sets it (None: nobody by a change), a value for it
    "board": {"id": (None, "x"), "created_at": (None, "x"), "title": ("board.set", "New"), "language": ("board.set", "ar"),
              "edit_right": ("board.set", "own"), "join_open": ("board.set", False), "locked": ("board.set", True),
              "may": ("board.set", ["vote"]), "step": ("board.set", "step"), "private": ("board.set", True),
              "authors": ("board.set", "nobody"), "moderate": ("board.set", True), "timer": ("board.set", {"start": 9}),
              "leader": ("board.set", "me"), "bring": ("board.set", [0, 0, 1, 1]), "stage": ("board.set", {"type": "note", "id": "own"}),
              "purpose": ("board.set", "Why"), "question": ("board.set", "What?"), "collecting": ("board.set", True),
              "archived": ("board.set", True), "keep_days": ("board.set", 30)},
    "theme": {"id": (None, "x"), "title": ("theme.change", "New"), "color": ("theme.change", "rose"), "sign": ("theme.change", "star"),
              "order": ("theme.change", 7), "locked": ("theme.change", False)},
    "cluster": {"id": (None, "x"), "created_at": (None, "x"), "theme": ("cluster.change", "t2"), "title": ("cluster.change", "New"),
                "x": ("cluster.change", 1), "y": ("cluster.change", 1), "w": ("cluster.change", 1), "h": ("cluster.change", 1),
                "collapsed": ("cluster.change", True), "locked": ("cluster.lock", False)},
    "note": {"id": (None, "x"), "text_rev": (None, 1), "seat": (None, "me"), "association": (None, "A"), "created_at": (None, "x"),
             "edited_at": (None, "x"), "private": (None, False), "anonymous": (None, ""), "origin": (None, None),
             "kind": ("note.edit", "challenge"), "text": ("note.edit", "new"), "sdgs": ("note.edit", [4]),
             "language": ("note.edit", "es"), "status": ("note.edit", "solved"),
             "theme": ("note.move", "t2"), "cluster": ("note.move", ""), "x": ("note.move", 9), "y": ("note.move", 9),
             "z": ("note.move", 9), "merged_into": ("note.merge", "root"), "locked": ("note.lock", False), "hidden": ("note.hide", "x")},
    "answer": dict.fromkeys(("id", "solution", "challenge", "created_at"), (None, "x")),
    "comment": {**dict.fromkeys(("id", "seat", "association", "anonymous", "created_at", "edited_at"), (None, "x")),
                "note": ("talk.own", "root"), "text": ("talk.own", "New")},
    "reaction": dict.fromkeys(("id", "note", "sign", "seat"), (None, "x")),
    "translation": {**dict.fromkeys(("id", "seat", "anonymous", "created_at", "edited_at"), (None, "x")), "note": ("translate", "root"),
                    "language": ("translate", "es"), "text": ("translate", "New"), "machine": ("translate", True),
                    "source": ("translate", 1)},
    "step": {"id": (None, "x"), "title": ("step.change", "New"), "task": ("step.change", "New"), "may": ("step.change", []),
             "private": ("step.change", True), "minutes": ("step.change", 1), "order": ("step.change", 1)},
    "round": {**dict.fromkeys(("id", "results", "opened_at", "closed_at", "created_at"), (None, "x")),
              "title": ("round.change", "New"), "votes": ("round.change", 1), "most": ("round.change", 1), "on": ("round.change", "notes"),
              "kinds": ("round.change", []), "themes": ("round.change", []), "live": ("round.change", True),
              "state": ("round.change", "closed")},
    "vote": dict.fromkeys(("id", "round", "target", "proxy", "association", "seat"), (None, "x")),
    "seat": {"id": (None, "x"), "created_at": (None, "x"), "hand_at": (None, "x"), "name": ("seat.self", "New"),
             "association": ("seat.self", "B"), "country": ("seat.self", "AR"), "language": ("seat.self", "es"),
             "role_title": ("seat.self", "Chair"), "done_for": ("seat.self", "step"), "hand": ("seat.hand", True),
             "role": ("seat.role", "facilitator"), "blocked": ("seat.role", False), "interpreter": ("seat.role", True)},
}
ALWAYS_INVALID = {"answer", "reaction", "vote"}     # nothing of these can be set
FIXED = {("comment", "note"), ("translation", "note"), ("translation", "language")}     # what it is about stays
NEW = {"note": {"kind": "challenge", "theme": "t1"}, "theme": {"title": "T"}, "step": {"title": "S"}, "round": {"title": "R"},
       "cluster": {"theme": "t1", "x": 0, "y": 0, "w": 9, "h": 9}, "answer": {"solution": "solution", "challenge": "root"},
       "comment": {"note": "root", "text": "x"}, "reaction": {"note": "root", "sign": "like"}, "vote": {"round": "open", "target": "root"},
       "translation": {"note": "own", "language": "es", "text": "x"}}
VERBS = {       # (type, verb): the right (None: nobody by a change), the step; "WHOSE" stands for whose record it is
    ("board", "add"): (None, ["add", "board", {"id": "new", "title": "T"}]), ("board", "remove"): (None, ["remove", "board", "b"]),
    ("seat", "add"): (None, ["add", "seat", {"id": "new", "name": "T"}]), ("seat", "remove"): (None, ["remove", "seat", "WHOSE"]),
    ("theme", "add"): ("theme.change", None), ("theme", "remove"): ("theme.change", ["remove", "theme", "t3"]),
    ("cluster", "add"): ("cluster.change", None), ("cluster", "remove"): ("cluster.change", ["remove", "cluster", "k"]),
    ("note", "add"): ("note.add", None), ("note", "restore"): ("note.restore", ["add", "note", {"id": "trash-WHOSE"}]),
    ("note", "remove"): ("note.remove", ["remove", "note", "WHOSE"]), ("note", "text"): ("note.edit", ["text", "note", "WHOSE", 0, ["x"]]),
    ("answer", "add"): ("answer", None), ("answer", "remove"): ("answer", ["remove", "answer", "answer"]),
    ("comment", "add"): ("talk", None), ("comment", "remove"): ("talk.remove", ["remove", "comment", "comment-WHOSE"]),
    ("comment", "restore"): ("talk.remove", ["add", "comment", {"id": "gone-WHOSE"}]),
    ("reaction", "add"): ("talk", None), ("reaction", "remove"): ("talk.remove", ["remove", "reaction", "reaction-WHOSE"]),
    ("translation", "add"): ("translate", None), ("translation", "remove"): ("translate", ["remove", "translation", "translation-WHOSE"]),
    ("step", "add"): ("step.change", None), ("step", "remove"): ("step.change", ["remove", "step", "step"]),
    ("round", "add"): ("round.change", None), ("round", "remove"): ("round.change", ["remove", "round", "round"]),
    ("vote", "add"): ("vote", None), ("vote", "remove"): ("vote.own", ["remove", "vote", "vote-WHOSE"]),
}
LOCKS = {       # what, beside the board and its timer, locks a record of this type; every record here stands in all of them
    "board": (), "theme": (), "step": (), "round": (), "seat": (), "vote": (), "cluster": ("theme", "cluster"),
    "note": ("theme", "cluster", "note"), "answer": ("theme", "cluster", "note"), "comment": ("theme", "cluster"),
    "reaction": ("theme", "cluster"), "translation": ("theme", "cluster"),
}
WHOSE = ("own", "association", "other")
SEATS = {"own": ("me", "A"), "association": ("mate", "A"), "other": ("stranger", "B")}
NOTES = [*WHOSE, *(f"trash-{whose}" for whose in WHOSE), "root", "solution", "s2"]
SETTINGS = [{}, {"edit_right": "association"}, {"edit_right": "everyone"}, {"may": []}, {"may": ["solution", "group", "comment", "vote"]},
            {"may": ["challenge", "move"]}, *({"lock": lock} for lock in ("board", "timer", "theme", "cluster", "note"))]


def expected(right, role, whose, *, kind="challenge", edit_right="own", locked=False, may=ACTIONS):
    """`ok` or the reason of the refusal."""
    rule, actions = WHO[right][ROLES.index(role)], WHO[right][3]
    own = whose == "own"
    if rule == NO or rule == OWN and not own or right.endswith(".own") and not own:
        return "forbidden"
    if role == "facilitator" or rule in (YES, OWN):
        return "ok"
    if locked:
        return "locked"
    allowed = {UNLESS_LOCKED: True, OWN_UNLESS_LOCKED: own,
               EDIT_RIGHT: own or edit_right == "everyone" or edit_right == whose == "association"}[rule]
    if not allowed:
        return "forbidden"
    held = {"its kind": kind in may, "its kind if own": own and kind in may}
    return "ok" if not actions or any(held.get(action, action in may) for action in actions) else "closed"


def test_every_right_every_field_and_every_verb_has_a_row():
    assert set(WHO) == {each.value for each in Right} == {each.value for each in TABLE}
    assert {name: set(fields) for name, fields in FIELDS.items()} == {name: set(kind.fields) for name, kind in TYPES.items()}
    assert {name for name, _ in VERBS} == set(TYPES) == set(LOCKS)
    assert {right for fields in FIELDS.values() for right, _ in fields.values()} | {right for right, _ in VERBS.values()} == {*WHO, None}


@pytest.mark.parametrize("right", Right)
def test_d5_a_right_is_had_by_those_it_is_written_for(right):
    board = {"locked": False, "edit_right": "own", "timer": {"lock": False, "state": "off", "ends_at": ""}}
    run_out = {"lock": True, "state": "running", "ends_at": "2024-01-01"}
    mays = [ACTIONS, (), *([action] for action in ACTIONS), *([each for each in ACTIONS if each != action] for action in ACTIONS)]
    kinds, edit_rights = ("challenge", "solution"), ("own", "association", "everyone")
    for role, whose, kind, edit_right, may in itertools.product(ROLES, WHOSE, kinds, edit_rights, mays):
        seat, record = {"id": "me", "association": "A", "role": role}, {"kind": kind, "anonymous": ""}
        record["seat"], record["association"] = SEATS[whose]
        for locked, settings, within in ((False, {}, []), (True, {"locked": True}, []), (True, {"timer": run_out}, []),
                                         (True, {}, [None, {"locked": True}]), (False, {}, [{"locked": False}, None])):
            try:
                require(right, seat, {**board, "edit_right": edit_right, "may": may, **settings}, record, within=within, now="2024-02-02")
                found = "ok"
            except Refused as refused:
                found = refused.reason.value
            wanted = expected(right.value, role, whose, kind=kind, edit_right=edit_right, locked=locked, may=may)
            assert found == wanted, (role, whose, kind, edit_right, may, locked)


def note(note_id, seat, association, **more):
    return {"id": note_id, "kind": "challenge", "theme": "t1", "cluster": "k", "x": 0, "y": 0, "z": 0, "text": "", "text_rev": 0,
            "sdgs": [], "language": "", "status": "open", "merged_into": "", "locked": False, "hidden": "", "private": False,
            "origin": None,
            "anonymous": "", "seat": seat, "association": association, "created_at": "x", "edited_at": "x", "deleted_at": None,
            "deleted_by": None, **more}


def records(prefix):
    """One of each type, and of those that are somebody's one by each; all in one theme and one cluster."""
    def of(name, seat, **more):
        return {"id": prefix + name, "seat": prefix + seat, **more}

    def comment(name, seat, **more):
        return of(name, seat, note=prefix + "root", text="x", association="", anonymous="", created_at="x", edited_at="x",
                  **{"deleted_at": None, **more})
    found = {
        "theme": [{"id": f"{prefix}t{n}", "title": "T", "color": "blue", "sign": "ring", "order": n, "locked": False} for n in (1, 2, 3)],
        "cluster": [{"id": prefix + "k", "theme": prefix + "t1", "title": "", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False,
                     "locked": False, "created_at": "x"}],
        "note": [note("root", "stranger", "B"), *(note(name, "stranger", "B", kind="solution") for name in ("solution", "s2"))],
        "answer": [{"id": prefix + "answer", "solution": prefix + "s2", "challenge": prefix + "root", "created_at": "x"}],
        "step": [{"id": prefix + "step", "title": "S", "task": "", "may": [], "private": False, "minutes": 0, "order": 1}],
        "round": [{"id": prefix + name, "title": "R", "votes": 5, "most": 0, "on": "notes", "kinds": [], "themes": [], "live": False,
                   "state": state, "results": None, "opened_at": "", "closed_at": "", "created_at": "x"}
                  for name, state in (("round", "draft"), ("open", "open"))],
        "comment": [], "reaction": [], "translation": [], "vote": [],
        "seat": [{"id": prefix + seat, "name": "N", "association": of_, "country": "", "language": "", "role_title": "", "hand": False,
                  "hand_at": "", "done_for": "", "role": "participant", "blocked": False, "interpreter": False, "created_at": "x"}
                 for seat, of_ in (*SEATS.values(), ("facilitator", ""))]}
    for whose, (seat, association) in SEATS.items():
        found["note"] += [note(whose, seat, association), note(f"trash-{whose}", seat, association, deleted_at="x")]
        found["comment"] += [comment(f"comment-{whose}", seat), comment(f"gone-{whose}", seat, deleted_at="x")]
        found["reaction"].append(of(f"reaction-{whose}", seat, note=prefix + "root", sign="heart", anonymous=""))
        found["translation"].append(of(f"translation-{whose}", seat, note=prefix + whose, language="fr", text="x", machine=False, source=0,
                                       anonymous="", created_at="x", edited_at="x"))
        found["vote"].append(of(f"vote-{whose}", seat, round=prefix + "open", target=prefix + "root", proxy=False, association=""))
    for each in found["note"]:
        each.update(id=prefix + each["id"], theme=prefix + "t1", cluster=prefix + "k", seat=prefix + each["seat"])
    return found


def board_record(board_id, lock="", edit_right="own", may=ACTIONS):
    ends_at = {"state": "running", "ends_at": "2024-01-01"} if lock == "timer" else {"state": "off", "ends_at": ""}
    return {"id": board_id, "title": "T", "language": "en", "edit_right": edit_right, "join_open": True, "locked": lock == "board",
            "may": list(may), "step": "", "private": False, "authors": "named", "moderate": False,
            "timer": {"seconds": 0, "left": 0, "lock": lock == "timer", **ends_at}, "leader": "", "bring": None, "stage": None,
            "purpose": "", "question": "", "collecting": False, "archived": False, "keep_days": 0,
            "created_at": "x", "code": board_id, "seq": 0, "history_from": 0, "catch_up_from": 0}


@pytest.fixture(scope="module")
def connection():
    engine = make_engine("sqlite://", one_thread=True)
    Base.metadata.create_all(engine)
    with engine.connect() as connection, connection.begin():
        for board_id, prefix in (("b", ""), ("elsewhere", "x-")):
            connection.execute(TABLES["board"].insert(), [board_record(board_id)])
            for name, found in records(prefix).items():
                connection.execute(TABLES[name].insert(), [to_row(name, board_id, each) for each in found])
        yield connection
    engine.dispose()


class Trials:
    """Steps tried on the same records, each on its own; what was read is kept."""

    def __init__(self, connection):
        self.work = WorkingSet(connection, board_record("b"))

    def __call__(self, role, step, *, lock="", flags=None, **settings):
        """`ok` or the reason of the refusal, when "me" with this role takes the step."""
        work = self.work
        work.begin()
        work.put("board", board_record("b", lock, **settings))
        work.put("seat", {**work.get("seat", "me"), "role": role, **(flags or {})})
        work.put("seat", {**work.get("seat", "facilitator"), "role": "facilitator"})
        if lock in ("theme", "cluster", "note"):
            for each in {"theme": ["t1"], "cluster": ["k"], "note": NOTES}[lock]:
                work.put(lock, {**work.get(lock, each), "locked": True})
        context = Context(work, work.get("seat", "me"), "2024-02-02", {"notes": 100})
        try:
            apply_step(context, step)
            return "ok"
        except Refused as refused:
            return refused.reason.value
        finally:
            work.roll_back()


@pytest.fixture(scope="module")
def tries(connection):
    return Trials(connection)


def named(value, whose):
    """The step with WHOSE record filled in."""
    if isinstance(value, list):
        return [named(each, whose) for each in value]
    if isinstance(value, dict):
        return {name: named(each, whose) for name, each in value.items()}
    return value.replace("WHOSE", whose) if isinstance(value, str) else value


def target(name, whose):
    return {"board": "b", "theme": "t1", "cluster": "k", "note": whose, "seat": SEATS[whose][0], "answer": "answer", "step": "step",
            "round": "round"}.get(name, f"{name}-{whose}")


def conditions(name, settings):
    lock = settings.get("lock", "")
    return {"locked": lock in ("board", "timer", *LOCKS[name]), **{key: value for key, value in settings.items() if key != "lock"}}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TYPES)
def test_d5_who_may_set_a_field(tries, name, role):
    for field, (right, value) in FIELDS[name].items():
        for whose, settings in itertools.product(WHOSE, SETTINGS if right else [{}]):
            found = tries(role, ["set", name, target(name, whose), {field: value}], **settings)
            wanted = expected(right, role, whose, **conditions(name, settings)) if right else "invalid"
            if name == "vote" and whose != "own":
                wanted = "not_found"        # nobody else knows of it
            elif name in ALWAYS_INVALID or (name, field) in FIXED and wanted == "ok":
                wanted = "invalid"
            assert found == wanted, (field, whose, settings)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("name", "verb"), VERBS)
def test_d5_who_may_add_remove_restore_and_type(tries, name, verb, role):
    right, step = VERBS[name, verb]
    for whose, settings in itertools.product(WHOSE, SETTINGS):
        found = tries(role, named(step or ["add", name, {"id": "new", **NEW[name]}], whose), **settings)
        held = conditions(name, settings)
        if verb == "add" and settings.get("lock") in ("cluster", "note") and name in ("note", "cluster"):
            held["locked"] = False          # a new one stands in no cluster and is not locked itself
        wanted = expected(right, role, "own" if verb == "add" else whose, **held) if right else "forbidden"
        if name == "vote" and verb == "remove" and whose != "own":
            wanted = "not_found"
        elif (name, verb) == ("comment", "restore") and expected("talk", role, whose, **held) != "ok":
            wanted = expected("talk", role, whose, **held)      # it is a comment like any other before it is somebody's
        assert found == wanted, (whose, settings)


@pytest.mark.parametrize("role", ROLES)
def test_d5_only_facilitators_vote_for_somebody_in_the_room(tries, role):
    step = ["add", "vote", {"id": "new", **NEW["vote"], "proxy": True, "association": "Room"}]
    assert tries(role, step) == ("ok" if role == "facilitator" else "forbidden")


@pytest.mark.parametrize("whose", WHOSE)
def test_d5_an_interpreter_translates_every_note_unless_it_is_locked(tries, whose):
    for step in (["add", "translation", {"id": "new", "note": whose, "language": "es", "text": "x"}],
                 ["set", "translation", f"translation-{whose}", {"text": "x"}], ["remove", "translation", f"translation-{whose}"]):
        assert tries("participant", step, flags={"interpreter": True}, may=[]) == "ok"
        assert tries("viewer", step, flags={"interpreter": True}) == "forbidden"
        for lock in ("board", "timer", "theme", "cluster"):
            assert tries("participant", step, flags={"interpreter": True}, lock=lock) == "locked"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TYPES)
def test_d6_another_board_s_records_are_not_there(tries, name, role):
    theirs = {"board": "elsewhere", "theme": "x-t3"}.get(name, "x-" + target(name, "own"))
    for field, (right, value) in FIELDS[name].items():
        if right:
            for settings in SETTINGS:
                assert tries(role, ["set", name, theirs, {field: value}], **settings) == "not_found", field
    nobody, leader = name in ("board", "seat"), name in ("theme", "step", "round")
    wanted = "forbidden" if nobody or leader and role != "facilitator" else "not_found"
    assert tries(role, ["remove", name, theirs], edit_right="everyone") == wanted
    if name == "note":
        assert tries(role, ["text", name, theirs, 0, ["x"]], edit_right="everyone") == "not_found"


def test_d6_nothing_is_joined_to_another_board_s_records(tries):
    for step, wanted in (
            (["add", "note", {"id": "new", "kind": "challenge", "theme": "x-t1"}], "invalid"),
            (["add", "note", {"id": "new", "kind": "challenge", "theme": "t1", "cluster": "x-k"}], "gone"),
            (["set", "note", "own", {"theme": "x-t1"}], "invalid"), (["set", "note", "own", {"cluster": "x-k"}], "gone"),
            (["set", "note", "own", {"merged_into": "x-root"}], "not_found"),
            (["add", "cluster", {"id": "new", **NEW["cluster"], "theme": "x-t1"}], "invalid"),
            (["set", "cluster", "k", {"theme": "x-t1"}], "invalid"),
            (["add", "answer", {"id": "new", "solution": "solution", "challenge": "x-root"}], "not_found"),
            (["add", "comment", {"id": "new", "note": "x-root", "text": "x"}], "not_found"),
            (["add", "reaction", {"id": "new", "note": "x-root", "sign": "like"}], "not_found"),
            (["add", "translation", {"id": "new", "note": "x-root", "language": "es", "text": "x"}], "not_found"),
            (["add", "vote", {"id": "new", "round": "x-open", "target": "root"}], "not_found"),
            (["add", "vote", {"id": "new", "round": "open", "target": "x-root"}], "not_found"),
            (["set", "board", "b", {"step": "x-step"}], "gone"), (["set", "board", "b", {"leader": "x-me"}], "invalid"),
            (["set", "board", "b", {"stage": {"type": "note", "id": "x-root"}}], "gone")):
        assert tries("facilitator", step) == wanted, step


@pytest.mark.parametrize("edit_right", ["own", "association", "everyone"])
@pytest.mark.parametrize("unknown", [{"association": ""}, {"association": "A", "anonymous": "all"}])
def test_no_association_is_not_an_association_in_common(connection, edit_right, unknown):
    work = WorkingSet(connection, board_record("b", edit_right=edit_right))
    work.put("seat", {**work.get("seat", "me"), "association": unknown["association"]})
    work.put("note", {**note("none", "stranger", "A"), **unknown})
    context = Context(work, work.get("seat", "me"), "now", {"notes": 100})
    if edit_right == "everyone":
        apply_step(context, ["set", "note", "none", {"text": "x"}])
        assert context.steps
    else:
        with pytest.raises(Refused, match="forbidden"):
            apply_step(context, ["set", "note", "none", {"text": "x"}])


NOTE = ["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}]
EVENT_TABLE = {     # event: what comes of it for nobody, a seat elsewhere, a viewer, a participant, a facilitator
    "connect": ("ok",) * 5, "disconnect": ("ok",) * 5, "malformed": ("malformed",) * 5,
    "join": ("not_found", "not_found", "ok", "ok", "ok"),
    "change": ("not_found", "not_found", "forbidden", "ok", "ok"),
    "signal": ("silence", "silence", "ok", "ok", "ok"),
    "view": ("silence",) * 5,       # a signal of its own: only the board's leader's is passed on
}
PEOPLE = ("nobody", "elsewhere", *ROLES)
SENT = {"join": "BOARD", "change": ("change", {"change_id": "c", "steps": [NOTE]}), "signal": ("signal", {"cursor": [1, 1]}),
        "view": ("signal", {"view": [0, 0, 9, 9]})}


def test_every_event_has_a_row():
    assert set(EVENT_TABLE) == {*EVENTS, "view"}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("event", SENT)
def test_d6_who_may_send_an_event(hall, board, olga, event, who):
    token = "" if who == "nobody" else hall.makes_board().seats("Eve", role="facilitator").token if who == "elsewhere" else \
        board.seats("Somebody", role=who, joins=False).token
    socket = socketio_of(hall.app).test_client(hall.app, auth={"token": token})
    joined = socket.emit("join", {"board": board.id}, callback=True)
    olga.heard(), socket.get_received()
    if event != "join":
        socket.emit(*SENT[event])
    answers = [each["args"][0].get("reason") for each in socket.get_received() if each["name"] == "outcome"]
    heard = {name for name, _ in olga.heard()}
    wanted = EVENT_TABLE[event][PEOPLE.index(who)]
    if event == "join":
        assert (joined["reason"] if not joined["ok"] else "ok") == wanted
    elif event == "change":
        assert (answers or ["ok"]) == [wanted] and ("changes" in heard) == (wanted == "ok")
    else:
        assert answers == [] and ("signals" in heard) == (wanted == "ok")


@pytest.mark.parametrize("who", ROLES)
def test_the_leader_s_view_is_passed_on_whoever_leads(board, olga, fatima, who):
    leader = board.seats("Leader", role=who)
    assert fatima.changes(["set", "board", board.id, {"leader": leader.seat}])["ok"]
    olga.heard()
    leader.emits("signal", {"view": [0, 0, 9, 9]})
    assert olga.heard("signals") == [{leader.seat: {"view": [0, 0, 9, 9]}}]
