"""The rules C of PROTOCOL.md, over the socket. C1, C2 and C3 have further tables in test_bad_input.py and tests/unit."""
from __future__ import annotations

import re

import pytest

from board.layout import NOTE

NEW = {"kind": "challenge", "theme": "data"}


def steps_heard(person):
    return [step for message in person.heard("changes") for change in message["changes"] for step in change["steps"]]


def test_c3_an_id_of_36_and_a_change_id_of_64_characters_are_taken(ana):
    assert ana.changes(["add", "note", {**NEW, "id": "i" * 36}], change_id="c" * 64)["ok"]


def test_c4_a_change_of_500_steps_is_one_change(ana, olga):
    note, olga_heard = ana.adds_note(), olga.heard()
    outcome = ana.changes(*[["set", "note", note["id"], {"x": index}] for index in range(500)])
    message, = olga.heard("changes")
    assert outcome["ok"] and olga_heard and len(message["changes"]) == 1 and len(message["changes"][0]["steps"]) == 500


def test_c5_the_server_fills_in_what_clients_must_not(ana):
    note = ana.adds_note("one")
    assert note["seat"] == ana.seat and note["association"] == "UNGL" and note["text_rev"] == 0 and note["z"] == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", note["created_at"]) and note["created_at"] == note["edited_at"]
    assert ana.adds_note()["z"] == 2, "the next lies on top"


def test_c5_a_note_keeps_the_association_its_author_had(ana):
    note = ana.adds_note()
    assert ana.changes(["set", "seat", ana.seat, {"association": "KS"}])["ok"]
    assert ana.sees_note(note["id"])["association"] == "UNGL" and ana.adds_note()["association"] == "KS"


def test_c6_an_add_comes_back_whole(ana, olga):
    olga.heard()
    ana.adds_note("text", sdgs=[4], language="es")
    (verb, kind, record), = steps_heard(olga)
    assert (verb, kind) == ("add", "note") and record == olga.sees_note(record["id"])


def test_c6_a_set_comes_back_with_every_field_that_changed(ana, olga):
    note = ana.adds_note()
    olga.heard()
    ana.changes(["set", "note", note["id"], {"kind": "solution"}])
    (_, _, _, fields), = steps_heard(olga)
    assert set(fields) == {"kind", "edited_at"}
    ana.changes(["set", "note", note["id"], {"x": 1, "y": 2}])
    (_, _, _, fields), = steps_heard(olga)
    assert fields == {"x": 1, "y": 2}, "moving is no editing"


def test_c6_a_text_that_is_set_comes_back_as_a_text_step_with_the_revision_after_it(ana, olga):
    note = ana.adds_note("fair play")
    olga.heard()
    outcome = ana.changes(["set", "note", note["id"], {"text": "fair pay", "sdgs": [8]}])
    steps = steps_heard(olga)
    assert steps == outcome["steps"] and ["text", "note", note["id"], 1, [6, -1]] in steps
    assert not any("text" in step[3] for step in steps if step[0] == "set")
    assert ana.changes(["set", "note", note["id"], {"text": "fair pay"}])["ok"] and ana.sees_note(note["id"])["text_rev"] == 1


def test_c7_the_later_number_wins_field_by_field(ana, olga):
    note = ana.adds_note()
    ana.changes(["set", "note", note["id"], {"x": 1, "y": 1}])
    assert olga.changes(["set", "note", note["id"], {"x": 2}])["ok"]
    seen = ana.sees_note(note["id"])
    assert (seen["x"], seen["y"]) == (2, 1)


@pytest.mark.parametrize("step", [
    ["set", "note", "gone", {"x": 1}], ["set", "note", "gone", {"text": "t"}], ["text", "note", "gone", 0, ["x"]],
    ["remove", "note", "gone"]])
def test_c8_a_step_on_a_note_in_the_trash_is_gone_and_names_it(ana, olga, step):
    ana.adds_note("words", id="gone")
    ana.changes(["remove", "note", "gone"])
    outcome = ana.changes(step)
    assert (outcome["reason"], outcome["record"]) == ("gone", ["note", "gone"])


@pytest.mark.parametrize("step", [
    ["set", "note", "never", {"x": 1}], ["text", "note", "never", 0, ["x"]], ["remove", "note", "never"],
    ["set", "theme", "never", {"title": "T"}],
    ["remove", "theme", "never"], ["set", "seat", "never", {"name": "N"}], ["set", "board", "never", {"title": "T"}]])
def test_c8_a_step_on_a_record_there_is_none_of_is_not_found_and_names_it(fatima, step):
    outcome = fatima.changes(step)
    assert (outcome["reason"], outcome["record"]) == ("not_found", [step[1], "never"])


def test_c9_a_note_is_restored_as_it_was_stored(ana, fatima, olga):
    note = ana.adds_note("words", x=500, y=300, z=7, sdgs=[5], language="es")
    ana.changes(["text", "note", note["id"], 0, [5, "!"]])
    before = ana.sees_note(note["id"])
    fatima.changes(["remove", "note", note["id"]])
    olga.heard()
    assert fatima.changes(["add", "note", {"id": note["id"]}])["ok"]
    assert ana.sees_note(note["id"]) == before == steps_heard(olga)[0][2]


def test_c9_what_is_given_beside_the_id_has_no_effect_but_must_be_of_the_protocol(ana):
    note = ana.adds_note("words")
    ana.changes(["remove", "note", note["id"]])
    assert ana.changes(["add", "note", {"id": note["id"], "colour": "red"}])["reason"] == "malformed"
    assert ana.changes(["add", "note", {"id": note["id"], "seat": "me"}])["reason"] == "invalid"
    assert ana.changes(["add", "note", {"id": note["id"], "x": "1"}])["reason"] == "invalid"
    assert ana.changes(["add", "note", {"id": note["id"], "text": "other", "kind": "solution"}])["ok"]
    assert ana.sees_note(note["id"])["text"] == "words"


def test_c9_a_note_whose_theme_is_gone_comes_back_under_the_first(ana, fatima):
    fatima.changes(["add", "theme", {"id": "short", "title": "Short"}])
    note = ana.adds_note("words", theme="short", x=5000, y=5000)
    ana.changes(["remove", "note", note["id"]])
    assert fatima.changes(["remove", "theme", "short"])["ok"]
    restored = ana.changes(["add", "note", {"id": note["id"]}])["steps"][0][2]
    assert (restored["theme"], restored["x"], restored["y"]) == ("political-will", 20, 56)


def test_c9_an_id_in_use_is_invalid(ana, olga):
    ana.adds_note("mine", id="n1")
    assert olga.changes(["add", "note", {**NEW, "id": "n1", "text": "theirs"}])["reason"] == "invalid"
    assert ana.sees_note("n1")["text"] == "mine"


def test_c9_other_peoples_trash_stays_where_it_is(ana, olga, fatima):
    note = ana.adds_note()
    ana.changes(["remove", "note", note["id"]])
    assert olga.changes(["add", "note", {"id": note["id"]}])["reason"] == "forbidden"
    assert fatima.changes(["add", "note", {"id": note["id"]}])["ok"]


def test_c9_who_removed_a_note_takes_that_back_while_they_may_remove_it(board, ana, olga, fatima):
    fatima.changes(["set", "board", board.id, {"edit_right": "everyone"}])
    note = ana.adds_note("words")
    assert olga.changes(["remove", "note", note["id"]])["ok"]
    assert olga.changes(["add", "note", {"id": note["id"]}])["ok"]
    assert olga.changes(["remove", "note", note["id"]])["ok"]
    fatima.changes(["set", "board", board.id, {"edit_right": "own"}])
    assert olga.changes(["add", "note", {"id": note["id"]}])["reason"] == "forbidden"
    assert ana.changes(["add", "note", {"id": note["id"]}])["ok"]


def test_c10_notes_that_two_people_add_at_once_never_cover_each_other(ana, olga):
    for index in range(15):
        (ana, olga)[index % 2].adds_note(str(index))
    ana.changes(*[["add", "note", {**NEW, "id": f"paste{index}"}] for index in range(25)])
    notes = ana.snapshot()["records"]["note"]
    assert len(notes) == 40
    assert not [1 for one in notes for other in notes
                if one["id"] < other["id"] and abs(one["x"] - other["x"]) < NOTE and abs(one["y"] - other["y"]) < NOTE]


def test_c10_a_place_somebody_left_is_free_again(ana):
    first, _ = ana.adds_note(), ana.adds_note()
    ana.changes(["set", "note", first["id"], {"theme": "capacity"}])
    again = ana.adds_note()
    assert (again["x"], again["y"]) == (first["x"], first["y"])


def test_c10_a_note_without_one_coordinate_finds_a_place_of_its_own(ana):
    ana.adds_note()
    note = ana.adds_note(x=5)
    assert (note["x"], note["y"]) == (196, 56)


def test_a_theme_with_notes_stays_and_so_does_the_last(fatima):
    fatima.adds_note(theme="data")
    assert fatima.changes(["remove", "theme", "data"])["field"] == "theme"
    assert fatima.changes(*[["remove", "theme", each] for each in ("political-will", "capacity", "national-support",
                                                                   "representativeness")])["ok"]
    fatima.changes(["remove", "note", fatima.snapshot()["records"]["note"][0]["id"]])
    assert fatima.changes(["remove", "theme", "data"]) | {"change_id": ""} == {
        "change_id": "", "ok": False, "reason": "invalid", "field": "theme"}


def test_a_board_has_at_most_20_themes(fatima):
    assert fatima.changes(*[["add", "theme", {"id": f"t{n}", "title": f"T{n}"}] for n in range(15)])["ok"]
    outcome = fatima.changes(["add", "theme", {"id": "t98", "title": "T"}])
    assert (outcome["reason"], outcome["limit"]) == ("limit", 20)
    orders = [each["order"] for each in sorted(fatima.snapshot()["records"]["theme"], key=lambda each: each["order"])]
    assert orders == list(range(1, 21)), "a new one stands last"


def test_a_board_holds_as_many_notes_as_it_may_and_no_more(open_hall):
    board = open_hall(max_notes=3).makes_board()
    ana = board.seats("Ana")
    notes = [ana.adds_note() for _ in range(3)]
    outcome = ana.changes(["add", "note", {**NEW, "id": "more"}])
    assert (outcome["reason"], outcome["limit"]) == ("limit", 3)
    assert ana.changes(["remove", "note", notes[0]["id"]], ["add", "note", {**NEW, "id": "more"}])["ok"], "the trash is not counted"
    assert ana.changes(["add", "note", {"id": notes[0]["id"]}])["reason"] == "limit"


def test_nobody_but_a_facilitator_deletes_everyones_notes(board, ana, olga, fatima):
    fatima.changes(["set", "board", board.id, {"edit_right": "everyone"}])
    notes = [ana.adds_note(str(index))["id"] for index in range(12)]
    outcome = olga.changes(*[["remove", "note", each] for each in notes[:11]])
    assert (outcome["reason"], outcome["limit"]) == ("forbidden", 10) and len(ana.snapshot()["records"]["note"]) == 12
    assert olga.changes(*[["remove", "note", each] for each in notes[:10]])["ok"]
    assert ana.changes(*[["add", "note", {"id": each}] for each in notes[:10]])["ok"]
    assert ana.changes(*[["remove", "note", each] for each in notes])["ok"], "one's own, all of them"
    ana.changes(*[["add", "note", {"id": each}] for each in notes])
    assert fatima.changes(*[["remove", "note", each] for each in notes])["ok"]


def test_the_last_facilitator_cannot_step_down(board, fatima):
    down = ["set", "seat", fatima.seat, {"role": "participant"}]
    assert fatima.changes(down)["field"] == "role"
    second = board.seats("Second", role="facilitator")
    assert fatima.changes(["set", "seat", second.seat, {"role": "viewer"}], down)["field"] == "role", "nor both at once"
    assert fatima.changes(down)["ok"] and second.changes(["set", "seat", fatima.seat, {"role": "facilitator"}])["ok"]
