"""Clusters, answers and duplicates while several people work on them at once, and what cannot be joined."""
from __future__ import annotations

import pytest
from mirror import Screen

from hall import does


def reason(person, *steps):
    return person.changes(*steps).get("reason", "ok")


def cluster(name, theme="data", **more):
    return ["add", "cluster", {"id": name, "theme": theme, "x": 0, "y": 0, "w": 400, "h": 300, **more}]


def link(answer, solution, challenge):
    return ["add", "answer", {"id": answer, "solution": solution, "challenge": challenge}]


def merge(note, into):
    return ["set", "note", note, {"merged_into": into}]


@pytest.fixture
def notes(ana, olga, fatima):
    """c1, c2, c3 and s1, s2 by Ana. At the end everybody's screen must be right."""
    for name in ("c1", "c2", "c3", "s1", "s2"):
        ana.adds_note(id=name, kind="challenge" if name[0] == "c" else "solution")
    screens = [Screen(person) for person in (ana, olga, fatima)]
    yield ana.sees_note
    assert all(screen.is_right() for screen in screens)


def test_a_note_that_comes_as_its_cluster_goes_is_told(notes, ana, olga):
    does(olga, cluster("k"), ["set", "note", "c1", {"cluster": "k"}])
    does(olga, ["remove", "cluster", "k"])
    outcome = ana.changes(["set", "note", "c2", {"cluster": "k", "x": 5}])
    assert (outcome["reason"], outcome["record"]) == ("gone", ["cluster", "k"])
    assert notes("c1")["cluster"] == "" == notes("c2")["cluster"]


def test_a_cluster_and_its_note_that_go_at_once_leave_the_note_in_the_trash_alone(notes, ana, olga):
    does(olga, cluster("k"), ["set", "note", "c1", {"cluster": "k"}])
    does(ana, ["remove", "note", "c1"])
    does(olga, ["remove", "cluster", "k"])
    does(ana, ["add", "note", {"id": "c1"}])
    assert notes("c1")["cluster"] == ""


def test_a_cluster_takes_its_notes_to_another_theme(notes, ana, olga):
    does(olga, cluster("k"), ["set", "note", "c1", {"cluster": "k"}], ["set", "note", "c2", {"cluster": "k"}])
    does(ana, ["remove", "note", "c2"])
    does(olga, ["set", "cluster", "k", {"theme": "capacity"}])
    assert (notes("c1")["theme"], notes("c1")["cluster"]) == ("capacity", "k")
    does(ana, ["add", "note", {"id": "c2"}])
    assert (notes("c2")["theme"], notes("c2")["cluster"]) == ("capacity", "k")


def test_a_note_that_moves_to_another_theme_leaves_its_cluster(notes, olga, ana):
    does(olga, cluster("k"), ["set", "note", "c1", {"cluster": "k"}])
    does(ana, ["set", "note", "c1", {"theme": "capacity"}])
    assert notes("c1")["cluster"] == ""


def test_a_note_is_in_a_cluster_of_its_own_theme_only(notes, ana):
    does(ana, cluster("k", "capacity"))
    assert reason(ana, ["set", "note", "c1", {"cluster": "k"}]) == "invalid"
    assert reason(ana, ["set", "note", "c1", {"cluster": "k", "theme": "capacity"}]) == "ok"


def test_a_theme_with_a_cluster_in_it_stays(notes, ana, fatima):
    does(ana, cluster("k", "capacity"))
    assert reason(fatima, ["remove", "theme", "capacity"]) == "invalid"
    does(fatima, ["remove", "cluster", "k"], ["remove", "theme", "capacity"])
    assert reason(ana, cluster("k2", "capacity")) == "invalid"


def test_a_solution_answers_a_challenge_and_nothing_else(notes, hall, ana):
    theirs = hall.makes_board().seats("Eve").adds_note(kind="challenge")["id"]
    for step, wanted in ((link("a", "s1", "s1"), "invalid"), (link("a", "c1", "c1"), "invalid"), (link("a", "s1", "s2"), "invalid"),
                         (link("a", "c1", "c2"), "invalid"), (link("a", "c1", "s1"), "invalid"), (link("a", "s1", theirs), "not_found"),
                         (link("a", theirs, "c1"), "not_found"), (link("a", "s1", "never"), "not_found"), (link("a", "s1", "c1"), "ok"),
                         (link("b", "s1", "c1"), "invalid"), (link("a", "s2", "c1"), "invalid"), (link("b", "s1", "c2"), "ok"),
                         (link("c", "s2", "c1"), "ok"), (["set", "answer", "a", {"challenge": "c3"}], "invalid")):
        assert reason(ana, step) == wanted, step


def test_a_link_to_a_note_that_was_just_deleted_is_gone(notes, ana, olga):
    does(ana, ["remove", "note", "c1"])
    outcome = olga.changes(link("a", "s1", "c1"))
    assert (outcome["reason"], outcome["record"]) == ("gone", ["note", "c1"])


def test_a_link_that_two_draw_at_once_is_there_once(notes, ana, olga):
    assert (reason(ana, link("a", "s1", "c1")), reason(olga, link("b", "s1", "c1"))) == ("ok", "invalid")
    does(ana, ["remove", "answer", "a"])
    assert reason(olga, ["remove", "answer", "a"]) == "not_found"
    assert reason(olga, link("b", "s1", "c1")) == "ok"


def test_merging_chains_end_in_one_root(notes, ana, olga):
    does(ana, merge("c1", "c2"))
    does(olga, merge("c2", "c3"))
    assert [notes(each)["merged_into"] for each in ("c1", "c2", "c3")] == ["c3", "c3", ""]
    assert reason(ana, merge("c3", "c1")) == "invalid" == reason(ana, merge("c3", "c3"))
    does(ana, ["remove", "note", "c3"])
    assert [notes(each)["merged_into"] for each in ("c1", "c2")] == ["", ""]


def test_two_who_merge_two_notes_into_each_other(notes, ana, olga):
    assert [reason(ana, merge("c1", "c2")), reason(olga, merge("c2", "c1"))] == ["ok", "invalid"]


def test_only_notes_of_a_kind_that_all_see_are_merged(notes, ana, olga, fatima):
    assert reason(ana, merge("c1", "s1")) == "invalid"
    does(fatima, ["set", "note", "c2", {"hidden": "Wait"}])
    assert [reason(person, merge("c1", "c2")) for person in (ana, olga)] == ["invalid", "not_found"]
    does(fatima, ["set", "note", "c2", {"hidden": ""}])
    does(ana, merge("c1", "c2"))
    does(fatima, ["set", "note", "c2", {"hidden": "Wait"}])
    assert notes("c1")["merged_into"] == ""


def test_what_was_merged_and_deleted_comes_back_where_it_may(notes, ana, olga):
    does(ana, merge("c1", "c2"))
    does(ana, ["remove", "note", "c1"])
    does(olga, merge("c2", "c3"))
    does(ana, ["add", "note", {"id": "c1"}])
    assert notes("c1")["merged_into"] in ("", "c3")
    does(ana, ["remove", "note", "c1"])
    does(ana, ["remove", "note", "c3"])
    does(ana, ["add", "note", {"id": "c1"}])
    assert notes("c1")["merged_into"] == ""


def test_a_comment_taken_back_comes_again_as_it_was(notes, ana, olga, fatima):
    does(olga, ["add", "comment", {"id": "c", "note": "c1", "text": "First"}])
    does(fatima, ["remove", "comment", "c"])
    assert [reason(person, ["add", "comment", {"id": "c", "note": "c1", "text": "Other"}]) for person in (ana, olga)] == ["forbidden", "ok"]
    [found] = ana.snapshot()["records"]["comment"]
    assert (found["text"], found["seat"]) == ("First", olga.seat)


def test_a_reaction_is_there_once_a_person(notes, ana, olga):
    def reacts(name, sign="like"):
        return ["add", "reaction", {"id": name, "note": "c1", "sign": sign}]
    assert [reason(ana, reacts("e1")), reason(ana, reacts("e2")), reason(ana, reacts("e3", "idea")), reason(olga, reacts("e4"))] == [
        "ok", "invalid", "ok", "ok"]
    assert [reason(olga, ["remove", "reaction", "e1"]), reason(ana, ["remove", "reaction", "e1"]), reason(ana, reacts("e2"))] == [
        "forbidden", "ok", "ok"]
