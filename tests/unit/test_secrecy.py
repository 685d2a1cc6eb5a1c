"""Views of records and of changes: pure functions, one table each."""
from __future__ import annotations

import pytest

from board import secrecy

NOTE = {"id": "n", "seat": "ana", "association": "A", "private": False, "hidden": "", "deleted_at": None, "anonymous": ""}


@pytest.mark.parametrize(("more", "ana", "olga"), [
    ({}, True, True), ({"private": True}, True, False), ({"hidden": "x"}, True, False), ({"private": True, "hidden": "x"}, True, False),
    ({"deleted_at": "x"}, False, False), ({"private": True, "deleted_at": "x"}, False, False), ({"anonymous": "all"}, True, True)])
def test_p1_p3_who_sees_a_note(more, ana, olga):
    note = {**NOTE, **more}
    assert (secrecy.sees(note, "ana"), secrecy.sees(note, "olga"), secrecy.is_open(note)) == (ana, olga, olga)
    assert not secrecy.sees(None, "ana") and not secrecy.is_open(None)


@pytest.mark.parametrize(("anonymous", "seat", "association"), [("", "ana", "A"), ("name", "", "A"), ("all", "", "")])
def test_p4_who_wrote_it_is_left_out_as_it_says(anonymous, seat, association):
    note = {**NOTE, "anonymous": anonymous}
    for other in ("olga", None):
        seen = secrecy.blank(note, other)
        assert (seen["seat"], seen["association"]) == (seat, association)
    assert secrecy.blank(note, "ana") is note and note["seat"] == "ana"


def test_p4_a_reaction_has_no_association_to_leave_out():
    assert secrecy.blank({"id": "r", "seat": "ana", "anonymous": "all"}) == {"id": "r", "seat": "", "anonymous": "all"}


FOR = {     # tags: what Ana, who made the change, Olga, and everybody are told of steps 0, 1, 2 (None: nothing at all)
    (None, None, None): ([0, 1, 2], [0, 1, 2], [0, 1, 2]),
    ("=ana", None, "="): ([0, 1], [1], [1]),
    ("=ana", "=olga", "="): ([0], [1], None),
    ("=olga", "=", "="): ([], [0], None),
    ("-", None, "="): ([0, 1], [0, 1], [0, 1]),
    ("=", "=", "="): ([], None, None),
}


@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("tags", FOR)
def test_p5_what_of_a_change_is_for_whom(tags, quiet):
    steps = [["set", "note", f"n{number}", {"x": number}] for number in range(3)]
    change = {"seq": 1, "change_id": "c", "seat": "ana", "at": "x", "steps": steps, "quiet": quiet,
              "tags": list(tags) if any(tags) else None}
    seen = secrecy.for_seat(change, "ana"), secrecy.for_seat(change, "olga"), secrecy.for_everybody(change)
    assert tuple(each and [steps.index(step) for step in each["steps"]] for each in seen) == FOR[tags]
    assert [(each["seat"], each["change_id"]) for each in seen if each] == [
        ("ana", "c") if number == 0 or not quiet else ("", "") for number, each in enumerate(seen) if each]
    assert secrecy.true_tagged(change) == [(steps[n], tag) for n, tag in enumerate(tags) if tag != "-"]
    for seat in ("ana", "olga"):
        if secrecy.for_seat(change, seat) != secrecy.for_everybody(change):
            assert seat in secrecy.special_seats(change)


def test_what_others_are_told_is_not_for_who_has_a_step_of_their_own():
    steps = [["set", "note", "n", {"hidden": "x"}], ["remove", "note", "n"], ["remove", "note", "m"]]
    change = {"seq": 1, "change_id": "c", "seat": "fatima", "at": "x", "steps": steps, "tags": ["=ana", "-", "-"], "quiet": False}
    assert secrecy.for_seat(change, "ana")["steps"] == [steps[0], steps[2]]
    assert secrecy.for_everybody(change)["steps"] == secrecy.for_seat(change, "olga")["steps"] == steps[1:]


def test_p3_texts_of_what_went_are_left_out_for_who_was_away():
    def change(seq, *steps):
        return {"seq": seq, "change_id": "c", "seat": "ana", "at": "x", "steps": list(steps)}
    log = [change(1, ["add", "note", {"id": "n", "text": "rude"}]),
           change(2, ["text", "note", "n", 1, ["very "]], ["set", "note", "n", {"x": 1}]),
           change(3, ["add", "comment", {"id": "c", "text": "rude"}]), change(4, ["remove", "note", "n"], ["remove", "comment", "c"]),
           change(5, ["add", "note", {"id": "n", "text": "kind"}], ["add", "note", {"id": "m", "text": "still"}])]
    assert secrecy.removed(log) == {("note", "n"), ("comment", "c")}
    seen = secrecy.without_texts(log, secrecy.removed(log))
    assert "rude" not in str(seen) and "very" not in str(seen)
    assert [step[:2] for each in seen for step in each["steps"]] == [
        ["add", "note"], ["set", "note"], ["add", "comment"], ["remove", "note"], ["remove", "comment"], ["add", "note"], ["add", "note"]]
    assert seen[4] == log[4] and secrecy.without_texts(log, set()) == log


def test_p3_nor_is_a_sum_left_by_which_a_guess_at_a_hidden_text_could_be_proved():
    def change(seq, *steps):
        return {"seq": seq, "change_id": "c", "seat": "ana", "at": "x", "steps": list(steps)}
    log = [change(1, ["add", "translation", {"id": "t", "note": "n", "text": "grossier", "source": 4711}]),
           change(2, ["set", "translation", "t", {"text": "pire", "source": 4712}], ["set", "translation", "t", {"machine": False}]),
           change(3, ["remove", "note", "n"], ["remove", "translation", "t"])]
    seen = secrecy.without_texts(log, secrecy.removed(log))
    assert [step[-1] for each in seen[:2] for step in each["steps"]] == [
        {"id": "t", "note": "n", "text": "", "source": 0}, {"text": "", "source": 0}, {"machine": False}]
    assert seen[2] == log[2]
