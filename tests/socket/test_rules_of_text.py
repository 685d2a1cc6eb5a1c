"""The rules T: typing is merged in the server's order."""
from __future__ import annotations

import pytest

from board.working_set import TEXT_HISTORY


def types(person, note, rev, *delta):
    return person.changes(["text", "note", note["id"], rev, list(delta)])


@pytest.fixture
def note(board, ana, fatima):
    fatima.changes(["set", "board", board.id, {"edit_right": "everyone"}])
    return ana.adds_note("fair play")


def test_t1_two_who_type_at_once_both_keep_their_words(ana, olga, note):
    assert types(ana, note, 0, "very ")["steps"][0] == ["text", "note", note["id"], 1, ["very "]]
    assert types(olga, note, 0, 9, "!")["steps"][0] == ["text", "note", note["id"], 2, [14, "!"]]
    assert ana.sees_note(note["id"])["text"] == "very fair play!"


def test_t1_of_two_insertions_at_one_place_the_one_accepted_first_stands_first(ana, olga, note):
    types(ana, note, 0, 5, "1")
    types(olga, note, 0, 5, "2")
    types(ana, note, 1, 6, "3")
    assert ana.sees_note(note["id"])["text"] == "fair 123play"


def test_t1_a_deletion_takes_only_what_its_author_saw(ana, olga, note):
    types(ana, note, 0, 4, " and open")
    types(olga, note, 0, -9)
    assert ana.sees_note(note["id"])["text"] == " and open"


def test_t1_within_one_change_each_delta_builds_on_its_revision(ana, note):
    outcome = ana.changes(["text", "note", note["id"], 0, ["a"]], ["text", "note", note["id"], 1, [1, "b"]],
    ["text", "note", note["id"], 0, [9, "c"]])
    assert outcome["ok"] and ana.sees_note(note["id"])["text"] == "abfair playc"


@pytest.mark.parametrize(("words", "delta", "wanted"), [
    ("سلام", [4, " عليكم"], "سلام عليكم"), ("नेपाल", [5, "ी"], "नेपाली"), ("👩🏽‍🚀", [4, "🇳🇵"], "👩🏽‍🚀🇳🇵"), ("é", [1, "\u0301"], "é\u0301")])
def test_t1_characters_are_counted_in_code_points(ana, words, delta, wanted):
    note = ana.adds_note(words)
    assert types(ana, note, 0, *delta)["ok"] and ana.sees_note(note["id"])["text"] == wanted


@pytest.mark.parametrize(("rev", "delta"), [
    (0, [10]), (0, [-10]), (0, [9, "x", 1]), (0, [9, -1]), (1, ["x"]), (99, ["x"]), (0, [0]), (0, [""]), (0, [1, 1]), (0, ["a", "b"]),
    (0, [1.5]),
    (0, [True]), (0, [None]), (0, [[1]]), (0, [9, "\x07"]), (0, [9, "\r"])])
def test_t2_a_delta_that_does_not_fit_is_invalid(ana, note, rev, delta):
    outcome = types(ana, note, rev, *delta)
    assert outcome["reason"] == "invalid" and outcome["field"] in ("delta", "text", "text_rev")
    assert ana.sees_note(note["id"])["text"] == "fair play"


@pytest.mark.parametrize("delta", [[10], [10, "x"], [-10], [9, "x", 5], [4, -6]])
def test_t2_a_delta_that_did_not_fit_then_does_not_fit_later_either(ana, note, delta):
    types(ana, note, 0, 9, " and a great deal more")
    assert types(ana, note, 0, *delta)["reason"] == "invalid"


def test_t3_older_than_the_history_is_stale_and_gives_the_text_as_it_is(ana, note):
    for rev in range(TEXT_HISTORY):
        types(ana, note, rev, 9 + rev, "x")
    assert types(ana, note, 0, "old ")["ok"], "200 revisions can be merged"
    outcome = types(ana, note, 0, "older ")
    assert outcome["reason"] == "stale" and outcome["record"] == ["note", note["id"]]
    assert outcome["text"] == "old fair play" + "x" * TEXT_HISTORY and outcome["text_rev"] == TEXT_HISTORY + 1
    assert types(ana, note, outcome["text_rev"], "newer ")["ok"]


def test_t3_a_text_that_came_with_an_import_can_be_typed_on(hall, ana, note):
    types(ana, note, 0, "very ")
    exported = ana.get("export/json").data
    made = hall.http().post("/api/boards/import", data=exported).json
    from hall import BoardInHall
    reader = BoardInHall(hall, made).seats("Reader", role="facilitator")
    assert types(reader, note, 0, "x")["reason"] == "stale" and types(reader, note, 1, "x")["ok"]


def test_t4_a_text_is_never_longer_than_2000_characters(ana):
    note = ana.adds_note("😀" * 1999)
    assert types(ana, note, 0, "x")["ok"]
    outcome = types(ana, note, 1, "x")
    assert (outcome["reason"], outcome["field"], outcome["limit"]) == ("limit", "text", 2000)
    assert ana.changes(["set", "note", note["id"], {"text": "x" * 2001}])["reason"] == "limit"
    assert types(ana, note, 1, -1, "y")["ok"]


def test_t4_text_is_not_normalised(ana):
    for words in ("e\u0301", "\u00e9", "ﬁ", "\u200f\u200dx\ufeff", " outer blanks ", "<b>&amp;</b>", "line\nline\ttab", "-1+1"):
        assert ana.sees_note(ana.adds_note(words)["id"])["text"] == words
