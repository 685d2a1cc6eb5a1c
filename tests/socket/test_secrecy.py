"""The rules P: who is told what. Every person's screen is compared with what they would load anew."""
from __future__ import annotations

import pytest
from mirror import Screen

from hall import does

AUTHORS = {"named": "", "association": "name", "nobody": "all"}


def sets(facilitator, **fields):
    outcome = facilitator.changes(["set", "board", facilitator.board.id, fields])
    assert outcome["ok"], outcome
    return outcome


def refused(person, *steps):
    outcome = person.changes(*steps)
    assert not outcome["ok"], outcome
    return outcome["reason"]


def link(answer, solution, challenge):
    return ["add", "answer", {"id": answer, "solution": solution, "challenge": challenge}]


def comment(name, note, text="So it is"):
    return ["add", "comment", {"id": name, "note": note, "text": text}]


def reaction(name, note, sign="like"):
    return ["add", "reaction", {"id": name, "note": note, "sign": sign}]


def translation(name, note, language="es", text="Así es"):
    return ["add", "translation", {"id": name, "note": note, "language": language, "text": text}]


def vote(name, target, **more):
    return ["add", "vote", {"id": name, "round": "r", "target": target, **more}]


@pytest.fixture
def screens(ana, olga, fatima, board):
    """Of Ana, Olga, the facilitator and a viewer. At the end of each test all must be right."""
    everybody = {"ana": Screen(ana), "olga": Screen(olga), "fatima": Screen(fatima), "viewer": Screen(board.seats("Vera", role="viewer"))}
    yield everybody
    assert all(screen.is_right() for screen in everybody.values())


def seen_by(screens, name, record):
    return {who for who, screen in screens.items() if screen.shows(name, record)}


EVERYBODY = {"ana", "olga", "fatima", "viewer"}


# --- P1

def test_p1_a_new_note_is_seen_by_its_author_alone(screens, ana, olga, fatima):
    earlier = ana.adds_note("before")
    sets(fatima, private=True)
    note = ana.adds_note("mine alone")
    does(ana, ["text", "note", note["id"], 0, [10, "!"]], ["set", "note", note["id"], {"x": 900}])
    assert note["private"] and seen_by(screens, "note", note["id"]) == {"ana"}
    assert screens["ana"].shows("note", note["id"])["text"] == "mine alone!"
    assert seen_by(screens, "note", earlier["id"]) == EVERYBODY
    for person in (olga, fatima):
        assert b"mine alone" not in person.get("snapshot").data + person.get("changes?since=0").data + person.get("trash").data


def test_p1_the_answers_of_a_private_note_are_seen_by_its_author_alone(screens, ana, olga, fatima):
    challenge = olga.adds_note()
    sets(fatima, private=True)
    solution, other = ana.adds_note(kind="solution"), olga.adds_note(kind="solution")
    does(ana, link("a1", solution["id"], challenge["id"]))
    does(olga, link("a2", other["id"], challenge["id"]))
    assert (seen_by(screens, "answer", "a1"), seen_by(screens, "answer", "a2")) == ({"ana"}, {"olga"})
    assert refused(olga, ["remove", "answer", "a1"]) == "not_found"
    does(ana, ["remove", "answer", "a1"])
    assert seen_by(screens, "answer", "a1") == set()


def test_p1_a_private_note_takes_no_comments_reactions_or_votes_and_is_in_no_cluster(screens, ana, fatima):
    does(fatima, ["add", "cluster", {"id": "k", "theme": "data", "x": 0, "y": 0, "w": 400, "h": 400}],
         ["add", "round", {"id": "r", "title": "R", "state": "open"}])
    root = ana.adds_note()
    sets(fatima, private=True)
    note = ana.adds_note()["id"]
    for step in (comment("c", note), reaction("e", note), translation("t", note), vote("v", note), ["set", "note", note, {"cluster": "k"}],
                 ["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "cluster": "k"}],
                 ["set", "note", note, {"merged_into": root["id"]}], ["set", "note", root["id"], {"merged_into": note}]):
        assert refused(ana, step) == "invalid", step


def test_p1_its_place_tells_nobody_of_it(screens, ana, olga, fatima):
    """Somebody who adds where a private note lies is given a place beside it, whoever asks."""
    sets(fatima, private=True)
    ana.adds_note(x=20, y=56)
    note = olga.adds_note(x=20, y=56)
    assert (note["x"], note["y"]) != (20, 56)


# --- P2

@pytest.mark.parametrize("authors", AUTHORS)
def test_p2_one_change_reveals_all_with_their_answers(screens, ana, olga, fatima, authors):
    challenge = olga.adds_note()["id"]
    sets(fatima, private=True, authors=authors)
    mine, hers = ana.adds_note(kind="solution")["id"], olga.adds_note()["id"]
    does(ana, link("a", mine, challenge))
    seq = sets(fatima, private=False)["seq"]
    assert fatima.snapshot()["seq"] == seq
    assert seen_by(screens, "note", mine) == seen_by(screens, "note", hers) == seen_by(screens, "answer", "a") == EVERYBODY
    note = screens["olga"].shows("note", mine)
    assert (note["private"], bool(note["seat"]), bool(note["association"])) == (False, authors == "named", authors != "nobody")
    assert screens["ana"].shows("note", mine)["seat"] == ana.seat


def test_p2_a_step_of_the_agenda_reveals_too(screens, ana, fatima):
    does(fatima, ["add", "step", {"id": "s1", "title": "Alone", "private": True}], ["add", "step", {"id": "s2", "title": "Together"}])
    sets(fatima, step="s1")
    note = ana.adds_note()["id"]
    assert seen_by(screens, "note", note) == {"ana"}
    sets(fatima, step="s2")
    assert seen_by(screens, "note", note) == EVERYBODY


def test_p2_no_note_stays_private_not_even_in_the_trash(screens, ana, fatima):
    sets(fatima, private=True)
    note = ana.adds_note()["id"]
    does(ana, ["remove", "note", note])
    sets(fatima, private=False)
    assert note not in [each["id"] for each in fatima.get("trash").json["notes"]]
    does(ana, ["add", "note", {"id": note}])
    assert seen_by(screens, "note", note) == EVERYBODY and not screens["olga"].shows("note", note)["private"]


def test_p2_what_is_private_comes_back_private(screens, ana, fatima):
    sets(fatima, private=True)
    note = ana.adds_note()["id"]
    does(ana, ["remove", "note", note])
    does(ana, ["add", "note", {"id": note}])
    assert seen_by(screens, "note", note) == {"ana"}


# --- P3

def test_p3_a_hidden_note_is_seen_by_its_author_with_the_reason(screens, ana, olga, fatima):
    note = ana.adds_note("Rude")["id"]
    does(fatima, ["set", "note", note, {"hidden": "Please be kind"}])
    assert seen_by(screens, "note", note) == {"ana"}
    assert screens["ana"].shows("note", note)["hidden"] == "Please be kind"
    for person in (olga, fatima):
        assert b"Please" not in person.get("snapshot").data + person.get("changes?since=0").data
    does(ana, ["set", "note", note, {"text": "Kind"}])
    does(fatima, ["set", "note", note, {"hidden": ""}])
    assert seen_by(screens, "note", note) == EVERYBODY and screens["olga"].shows("note", note)["text"] == "Kind"


@pytest.mark.parametrize("authors", AUTHORS)
def test_p3_what_hangs_on_a_hidden_note_is_seen_by_nobody_and_comes_back(screens, ana, olga, fatima, authors):
    sets(fatima, authors=authors)
    challenge, solution = ana.adds_note()["id"], olga.adds_note(kind="solution")["id"]
    does(olga, link("a", solution, challenge), comment("c", challenge), reaction("e", challenge))
    does(ana, translation("t", challenge))
    things = (("answer", "a"), ("comment", "c"), ("reaction", "e"), ("translation", "t"))
    does(fatima, ["set", "note", challenge, {"hidden": "Wait"}])
    assert all(seen_by(screens, *thing) == set() for thing in things)
    does(fatima, ["set", "note", challenge, {"hidden": ""}])
    assert all(seen_by(screens, *thing) == EVERYBODY for thing in things)
    assert screens["olga"].shows("comment", "c")["seat"] == olga.seat
    assert (screens["ana"].shows("comment", "c")["seat"] == olga.seat) == (authors == "named")


@pytest.mark.parametrize("authors", AUTHORS)
def test_p3_what_hangs_on_a_deleted_note_comes_back_with_it(screens, ana, olga, fatima, authors):
    sets(fatima, authors=authors)
    challenge, solution = ana.adds_note()["id"], olga.adds_note(kind="solution")["id"]
    does(olga, link("a", solution, challenge), comment("c", challenge), comment("gone", challenge), reaction("e", challenge))
    does(ana, translation("t", challenge))
    does(olga, ["remove", "comment", "gone"])
    things = (("answer", "a"), ("comment", "c"), ("reaction", "e"), ("translation", "t"))
    does(ana, ["remove", "note", challenge])
    assert all(seen_by(screens, *thing) == set() for thing in things)
    does(ana, ["add", "note", {"id": challenge}])
    assert all(seen_by(screens, *thing) == EVERYBODY for thing in things) and seen_by(screens, "comment", "gone") == set()


def test_p3_a_private_note_that_was_hidden_stays_so_when_the_others_are_revealed(screens, ana, olga, fatima):
    challenge = olga.adds_note()["id"]
    sets(fatima, private=True, moderate=True)
    note = ana.adds_note(kind="solution")["id"]
    does(ana, link("a", note, challenge))
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    assert seen_by(screens, "answer", "a") == set()
    sets(fatima, private=False)
    assert seen_by(screens, "note", note) == {"ana"}
    does(fatima, ["set", "note", note, {"hidden": ""}])
    assert seen_by(screens, "note", note) == seen_by(screens, "answer", "a") == EVERYBODY


# --- P4, P5

@pytest.mark.parametrize("authors", AUTHORS)
def test_p4_who_writes_is_known_as_the_board_says_and_for_good(screens, ana, fatima, authors):
    sets(fatima, authors=authors)
    note = ana.adds_note()["id"]
    does(ana, comment("c", note), reaction("e", note))
    sets(fatima, authors="named" if authors != "named" else "nobody")
    for name, record in (("note", note), ("comment", "c"), ("reaction", "e")):
        hers, others = screens["ana"].shows(name, record), screens["fatima"].shows(name, record)
        assert hers["seat"] == ana.seat and (others["seat"] == ana.seat) == (authors == "named")
        assert others == screens["olga"].shows(name, record)
        if name != "reaction":
            assert hers["association"] == "UNGL" and others["association"] == ("" if authors == "nobody" else "UNGL")
            assert hers["anonymous"] == others["anonymous"] == AUTHORS[authors]


def test_p4_an_export_for_facilitators_names_nobody_either(ana, fatima):
    sets(fatima, authors="nobody")
    ana.adds_note("Who said this?")
    for path in ("export/json?names=1", "export/json", "snapshot", "changes?since=0"):
        found = fatima.get(path).json
        changes = [change for change in found.get("changes", []) if "Who said" in str(change)]
        notes = found.get("notes", []) + found.get("records", {}).get("note", [])
        assert [each["seat"] for each in (*changes, *notes)] == [""], path


@pytest.mark.parametrize("authors", ["association", "nobody"])
def test_p5_a_change_of_what_is_anonymous_has_no_author(board, ana, olga, fatima, authors):
    sets(fatima, authors=authors, edit_right="everyone")
    note = ana.adds_note("Hello")["id"]
    named = olga.adds_note(kind="solution")["id"]
    olga.heard()
    since = olga.snapshot()["seq"]
    steps = [["set", "note", note, {"x": 5}], ["text", "note", note, 0, [5, "!"]], comment("c", note), reaction("e", note),
             ["set", "comment", "c", {"text": "New"}], ["remove", "reaction", "e"], ["remove", "comment", "c"], comment("c", note),
             link("a", named, note), ["remove", "answer", "a"], ["set", "note", note, {"kind": "solution"}],
             ["set", "note", note, {"merged_into": named}], ["set", "note", named, {"y": 7}], ["remove", "note", note],
             ["add", "note", {"id": note}]]
    for step in steps:
        mine = does(ana, step)
        [change] = [each for message in olga.heard("changes") for each in message["changes"]]
        assert (change["seat"], change["change_id"], change["seq"]) == ("", "", mine["seq"]), step
        assert mine["seat"] == ana.seat
        assert ana.seat not in str(change)
    assert {change["seat"] for change in olga.get(f"changes?since={since}").json["changes"]} == {""}
    assert [change["seat"] for change in ana.get(f"changes?since={since}").json["changes"]] == [ana.seat] * len(steps)


# --- P6

def test_p6_votes_are_seen_by_who_cast_them_and_totals_when_the_round_is_closed(screens, ana, olga, fatima):
    note = ana.adds_note()["id"]
    does(fatima, ["add", "round", {"id": "r", "title": "R", "state": "open"}])
    does(ana, vote("v1", note))
    does(olga, vote("v2", note))
    does(fatima, vote("v3", note, proxy=True, association="Room"))
    assert [seen_by(screens, "vote", each) for each in ("v1", "v2", "v3")] == [{"ana"}, {"olga"}, {"fatima"}]
    assert screens["fatima"].shows("round", "r")["results"] is None
    assert refused(fatima, ["remove", "vote", "v1"]) == "not_found"
    does(fatima, ["set", "round", "r", {"state": "closed"}])
    assert screens["olga"].shows("round", "r")["results"] == {"voters": 2, "associations": 3, "targets": [[note, 2, 1, 3]]}


def test_p6_live_totals_are_seen_while_it_is_open(screens, ana, fatima):
    note = ana.adds_note()["id"]
    does(fatima, ["add", "round", {"id": "r", "title": "R", "state": "open", "live": True}])
    does(ana, vote("v1", note))
    assert screens["viewer"].shows("round", "r")["results"]["targets"] == [[note, 1, 0, 1]]
    does(ana, ["remove", "vote", "v1"])
    assert screens["viewer"].shows("round", "r")["results"]["targets"] == []


def test_p6_a_round_that_goes_takes_its_votes_along(screens, ana, fatima):
    note = ana.adds_note()["id"]
    does(fatima, ["add", "round", {"id": "r", "title": "R", "state": "open"}])
    does(ana, vote("v", note))
    does(fatima, ["remove", "round", "r"])
    assert seen_by(screens, "vote", "v") == set()


# --- P7

STEPS = [["set", "note", "ID", {"x": 1}], ["set", "note", "ID", {"text": "x"}], ["set", "note", "ID", {"locked": True}],
         ["set", "note", "ID", {"hidden": "x", "x": 1}], ["text", "note", "ID", 0, ["x"]], ["text", "note", "ID", 7, [9, "x"]],
         comment("new", "ID"), reaction("new", "ID"), link("new", "ID", "c"), link("new", "s", "ID"),
         vote("new", "ID"), ["set", "note", "c", {"merged_into": "ID"}],
         ["set", "board", "BOARD", {"stage": {"type": "note", "id": "ID"}}]]


@pytest.mark.parametrize("who", ["viewer", "participant", "facilitator"])
@pytest.mark.parametrize("how", ["private", "hidden", "private trash"])
def test_p7_what_is_not_seen_is_answered_as_what_is_not_there(board, ana, fatima, who, how):
    asking = board.seats("Ines", "UNGL", role=who)
    does(fatima, ["add", "note", {"id": "c", "kind": "challenge", "theme": "data"}],
         ["add", "note", {"id": "s", "kind": "solution", "theme": "data"}], ["add", "round", {"id": "r", "title": "R", "state": "open"}])
    sets(fatima, edit_right="everyone", private=how != "hidden")
    secret = ana.adds_note("secret")["id"]
    if how == "hidden":
        does(fatima, ["set", "note", secret, {"hidden": "Wait"}])
    elif how == "private trash":
        does(ana, ["remove", "note", secret])
    moderates = how == "hidden" and who == "facilitator"
    for step in (*STEPS, *([] if moderates else [["remove", "note", "ID"], ["set", "note", "ID", {"hidden": "x"}]])):
        found, missing = (_answer(asking, board.id, step, note) for note in (secret, "never-was"))
        assert found == missing, step


def _answer(person, board_id, step, note):
    def put(value):
        if isinstance(value, (list, tuple)):
            return [put(each) for each in value]
        if isinstance(value, dict):
            return {name: put(each) for name, each in value.items()}
        return {"ID": note, "BOARD": board_id}.get(value, value) if isinstance(value, str) else value
    outcome = person.changes(put(step))
    assert not outcome["ok"], step
    return str({name: value for name, value in outcome.items() if name != "change_id"}).replace(note, "ID")


def test_p7_comments_reactions_answers_and_votes_that_are_not_seen_are_not_there(ana, olga, fatima):
    note, solution = ana.adds_note()["id"], ana.adds_note(kind="solution")["id"]
    does(fatima, ["add", "round", {"id": "r", "title": "R", "state": "open"}])
    does(olga, comment("c", note), reaction("e", note), link("a", solution, note), vote("v", note))
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    for person in (ana, olga, fatima):
        for name, record in (("comment", "c"), ("reaction", "e"), ("answer", "a")):
            assert refused(person, ["remove", name, record]) == "not_found"
        assert refused(person, ["set", "comment", "c", {"text": "x"}]) == "not_found"
    assert refused(ana, ["remove", "vote", "v"]) == refused(fatima, ["remove", "vote", "v"]) == "not_found"


# --- P8

SIGNAL = {"cursor": [1, 2], "drag": {"n": [3, 4]}, "typing": "n"}


@pytest.mark.parametrize("settings", [{"private": True}, {"authors": "association"}, {"authors": "nobody"}])
def test_p8_cursors_drags_and_typing_are_kept_back(ana, olga, fatima, settings):
    ana.emits("signal", SIGNAL)
    assert olga.heard("signals") == [{ana.seat: SIGNAL}]
    sets(fatima, **settings)
    assert olga.heard("signals") == [{ana.seat: {"cursor": None, "drag": None, "typing": None}}]
    for signal in (SIGNAL, {"cursor": [5, 6]}, {"typing": None}, {"drag": None, "cursor": None}):
        ana.emits("signal", signal)
    assert olga.heard("signals") == fatima.heard("signals") == []
    sets(fatima, private=False, authors="named")
    ana.emits("signal", SIGNAL)
    assert olga.heard("signals") == [{ana.seat: SIGNAL}]


def test_p8_they_are_kept_back_of_somebody_who_comes_later_too(board, ana, fatima):
    sets(fatima, private=True)
    for person in (ana, fatima):
        person.leaves()
    ana.joins(), fatima.joins()
    ana.emits("signal", SIGNAL)
    assert fatima.heard("signals") == []


def test_p8_the_leader_s_view_is_passed_on_all_the_same(ana, olga, fatima):
    sets(fatima, private=True, leader=fatima.seat)
    ana.heard()
    for person in (fatima, olga):
        person.emits("signal", {"view": [0, 0, 10, 10], "cursor": [1, 1]})
    assert ana.heard("signals") == [{fatima.seat: {"view": [0, 0, 10, 10]}}]


# --- P9, P10

def test_p9_facilitators_read_private_notes_only_when_the_board_says_so(board, ana, olga, fatima):
    sets(fatima, private=True)
    note = ana.adds_note("Only a draft", language="es")["id"]
    assert fatima.get("moderation").json == {"private": [], "hidden": []}
    assert refused(fatima, ["set", "note", note, {"hidden": "No"}]) == refused(fatima, ["remove", "note", note]) == "not_found"
    sets(fatima, moderate=True)
    row = {"id": note, "kind": "challenge", "theme": "data", "text": "Only a draft", "language": "es"}
    assert fatima.get("moderation").json == {"private": [row], "hidden": []}
    assert refused(fatima, ["set", "note", note, {"x": 1}]) == "not_found"
    assert refused(fatima, ["set", "note", note, {"hidden": "No", "x": 1}]) == "not_found"
    assert [olga.get("moderation").status_code, board.seats("Vera", role="viewer").get("moderation").status_code] == [403, 403]


def test_p9_and_hide_or_remove_them(screens, ana, fatima):
    sets(fatima, private=True, moderate=True)
    one, two = ana.adds_note("One")["id"], ana.adds_note("Two")["id"]
    does(fatima, ["set", "note", one, {"hidden": "No"}])
    does(fatima, ["remove", "note", two])
    assert screens["ana"].shows("note", one)["hidden"] == "No" and screens["ana"].shows("note", two) is None
    hidden = fatima.get("moderation").json["hidden"]
    assert [(each["text"], each["hidden"]) for each in hidden] == [("One", "No")] and ana.seat not in str(hidden)
    assert fatima.get("trash").json["notes"] == []
    sets(fatima, moderate=False)
    assert fatima.get("moderation").json == {"private": [], "hidden": []}
    does(ana, ["set", "note", one, {"text": "Mine still"}])


def test_p9_what_a_facilitator_hid_can_be_unhidden_and_removed_without_it(screens, ana, fatima):
    note, other = ana.adds_note("One")["id"], ana.adds_note("Two")["id"]
    does(fatima, ["set", "note", note, {"hidden": "No"}])
    does(fatima, ["set", "note", other, {"hidden": "No"}])
    assert [each["text"] for each in fatima.get("moderation").json["hidden"]] == sorted(["One", "Two"])
    does(fatima, ["set", "note", note, {"hidden": ""}])
    does(fatima, ["remove", "note", other])
    assert seen_by(screens, "note", note) == EVERYBODY and seen_by(screens, "note", other) == set()
