"""Values of fields: every record type's, in and out of bounds."""
from __future__ import annotations

import math

import pytest

from board.protocol import Refused
from board.records import TYPES
from board.rights import ACTIONS

GOOD = {
    ("board", "title"): ["a", "a" * 120, "Fair play — للجميع", "  trimmed  "],
    ("board", "language"): ["en", "ar", "pt-BR", "zh-Hant-TW"],
    ("board", "edit_right"): ["own", "association", "everyone"],
    ("board", "join_open"): [True, False],
    ("board", "locked"): [True, False],
    ("board", "may"): [[], ["vote"], list(ACTIONS)],
    ("board", "step"): ["", "step-1"],
    ("board", "private"): [True, False],
    ("board", "authors"): ["named", "association", "nobody"],
    ("board", "moderate"): [True, False],
    ("board", "purpose"): ["", "a" * 600, "two\nlines"],
    ("board", "question"): ["", "a" * 600, "two\nlines"],
    ("board", "collecting"): [True, False],
    ("board", "archived"): [True, False],
    ("board", "keep_days"): [0, 1, 3650],
    ("board", "timer"): [{"start": 1, "lock": False}, {"start": 36_000, "lock": True}, {"pause": True}, {"resume": True}, {"stop": True},
                         {"add": 60}, {"add": -60}],
    ("board", "leader"): ["", "s1"],
    ("board", "bring"): [None, [0, 0, 1, 1], [-1000, 0.25, 1440, 900]],
    ("board", "stage"): [None, {"type": "theme", "id": "data"}, {"type": "round", "id": "r1"}],
    ("cluster", "theme"): ["data"],
    ("cluster", "title"): ["", "a" * 80, "  trimmed  "],
    ("cluster", "x"): [0, -1_000_000, 0.25],
    ("cluster", "y"): [0, -1_000_000, 0.25],
    ("cluster", "w"): [1, 20_000, 0.25],
    ("cluster", "h"): [1, 20_000, 0.25],
    ("cluster", "collapsed"): [True, False],
    ("cluster", "locked"): [True, False],
    ("answer", "solution"): ["n1"],
    ("answer", "challenge"): ["n2"],
    ("comment", "note"): ["n1"],
    ("comment", "text"): ["a", "a" * 1000, "two\nlines", " a "],
    ("reaction", "note"): ["n1"],
    ("reaction", "sign"): ["like", "heart", "idea", "question", "celebrate"],
    ("translation", "note"): ["n1"],
    ("translation", "language"): ["es", "pt-BR"],
    ("translation", "text"): ["a", "a" * 3000, "two\nlines", " ا "],
    ("translation", "machine"): [True, False],
    ("translation", "source"): [0, 2**31 - 1],
    ("step", "title"): ["a", "a" * 80],
    ("step", "task"): ["", "a" * 300],
    ("step", "may"): [[], ["challenge", "move"]],
    ("step", "private"): [True, False],
    ("step", "minutes"): [0, 1, 600],
    ("step", "order"): [0, 1.5],
    ("round", "title"): ["a", "a" * 80],
    ("round", "votes"): [1, 99],
    ("round", "most"): [0, 1, 99],
    ("round", "on"): ["notes", "clusters"],
    ("round", "kinds"): [[], ["challenge"], ["challenge", "solution"]],
    ("round", "themes"): [[], ["data", "capacity"]],
    ("round", "live"): [True, False],
    ("round", "state"): ["draft", "open", "closed"],
    ("vote", "round"): ["r1"],
    ("vote", "target"): ["n1"],
    ("vote", "proxy"): [True, False],
    ("vote", "association"): ["", "a" * 60],
    ("theme", "locked"): [True, False],
    ("theme", "title"): ["a", "a" * 80, "खेल 🇳🇵"],
    ("theme", "color"): ["blue", "amber", "green", "rose", "violet"],
    ("theme", "sign"): ["circle", "triangle", "square", "diamond", "star", "hexagon", "cross", "ring"],
    ("theme", "order"): [0, -3, 1.5, 1_000_000],
    ("note", "kind"): ["challenge", "solution"],
    ("note", "theme"): ["data", "theme-1"],
    ("note", "x"): [0, -1_000_000, 1_000_000, 0.25],
    ("note", "y"): [0, -1_000_000, 1_000_000, 0.25],
    ("note", "z"): [0, -5, 1_000_000_000],
    ("note", "text"): ["", "a" * 2000, "😀" * 2000, "two\nlines\tand a tab", "<script>alert(1)</script>", "e\u0301", "\u202eabc"],
    ("note", "sdgs"): [[], [1], [1, 17], list(range(1, 18))],
    ("note", "language"): ["", "en", "ne"],
    ("note", "cluster"): ["", "c1"],
    ("note", "status"): ["open", "in_progress", "solved", "key_message"],
    ("note", "merged_into"): ["", "n2"],
    ("note", "locked"): [True, False],
    ("note", "hidden"): ["", "names a person", "a" * 200],
    ("seat", "hand"): [True, False],
    ("seat", "done_for"): ["", "step-1"],
    ("seat", "blocked"): [True, False],
    ("seat", "interpreter"): [True, False],
    ("seat", "name"): ["A", "a" * 60, "Ana María"],
    ("seat", "association"): ["", "a" * 60],
    ("seat", "country"): ["", "AR"],
    ("seat", "language"): ["", "es"],
    ("seat", "role_title"): ["", "President"],
    ("seat", "role"): ["viewer", "participant", "facilitator"],
}
WRONG_TYPES = [None, {}, (), object(), b"x"]
NO_TEXT = [*WRONG_TYPES, 1, True, ["a"], "\0", "a\x07", "\x9f", "\ud800", "\x1b[0m"]
NO_LINE = [*NO_TEXT, "a\nb", "a\tb", "\r"]
NO_CHOICE = [*WRONG_TYPES, "", "Own", "challenge ", "\ud800", 1, True, ["own"]]
NO_BOOLEAN = [*WRONG_TYPES, 0, 1, "true", ""]
NO_ID = [*WRONG_TYPES, "", "a b", "a" * 37, 1, "\ud800", "a/b"]
NO_ID_OR_NONE = [each for each in NO_ID if each != ""]
NO_ACTIONS = [*WRONG_TYPES, "vote", 1, ["fly"], [1], ["vote", "vote"], [None], [["vote"]]]
NO_NUMBER = [*WRONG_TYPES, "1", "", True, False, math.nan, math.inf, -math.inf, 1_000_000.01, -1_000_001, [1]]
BAD = {
    ("board", "title"): [*NO_LINE, "", "   "],
    ("board", "language"): [*NO_LINE, "", "E", "EN", "english", "en_US", "en-", "\u0661\u0661", "en\n"],
    ("board", "edit_right"): NO_CHOICE,
    ("board", "join_open"): [*WRONG_TYPES, 0, 1, "true", ""],
    ("board", "locked"): [*WRONG_TYPES, 0, 1, "true", ""],
    ("board", "may"): NO_ACTIONS,
    ("board", "step"): NO_ID_OR_NONE,
    ("board", "private"): NO_BOOLEAN,
    ("board", "authors"): [*NO_CHOICE, "anonymous"],
    ("board", "moderate"): NO_BOOLEAN,
    ("board", "purpose"): [*WRONG_TYPES, "\x00", "\ud800"],
    ("board", "question"): [*WRONG_TYPES, "\x00", "\ud800"],
    ("board", "collecting"): NO_BOOLEAN,
    ("board", "archived"): NO_BOOLEAN,
    ("board", "keep_days"): [*WRONG_TYPES, -1, 1.5, "5", True],
    ("board", "timer"): [*WRONG_TYPES, 60, "60", {"start": 0}, {"start": -1}, {"start": 1.5}, {"start": True}, {"start": "60"},
                         {"start": 60, "lock": 1}, {"pause": False}, {"pause": 1}, {"stop": True, "pause": True}, {"add": "1"},
                         {"add": -36_001}, {"seconds": 60}, {"start": 60, "add": 1}, {"lock": True}],
    ("board", "leader"): NO_ID_OR_NONE,
    ("board", "bring"): [{}, object(), b"x", [], [0, 0, 1], [0, 0, 0, 1], [0, 0, 1, -1], ["0", 0, 1, 1], [0, 0, math.nan, 1], "0,0,1,1",
                         [0, 0, 2_000_000, 1]],
    ("board", "stage"): [{}, object(), "theme", {"type": "theme"}, {"type": "seat", "id": "a"}, {"type": "theme", "id": ""},
                         {"type": "theme", "id": "a", "seat": "b"}],
    ("cluster", "theme"): NO_ID,
    ("cluster", "title"): NO_LINE,
    ("cluster", "x"): NO_NUMBER,
    ("cluster", "y"): NO_NUMBER,
    ("cluster", "w"): [*NO_NUMBER, 0, -1, 20_001],
    ("cluster", "h"): [*NO_NUMBER, 0, -1, 20_001],
    ("cluster", "collapsed"): NO_BOOLEAN,
    ("cluster", "locked"): NO_BOOLEAN,
    ("answer", "solution"): NO_ID,
    ("answer", "challenge"): NO_ID,
    ("comment", "note"): NO_ID,
    ("comment", "text"): [*NO_TEXT, "", "  ", "\n"],
    ("reaction", "note"): NO_ID,
    ("reaction", "sign"): [*NO_CHOICE, "👍"],
    ("translation", "note"): NO_ID,
    ("translation", "language"): [*NO_LINE, "", "E", "english", "en_US"],
    ("translation", "text"): [*NO_TEXT, "", "  ", "\n"],
    ("translation", "machine"): NO_BOOLEAN,
    ("translation", "source"): [*WRONG_TYPES, -1, 1.5, "5", True],
    ("step", "title"): [*NO_LINE, "", " "],
    ("step", "task"): NO_LINE,
    ("step", "may"): NO_ACTIONS,
    ("step", "private"): NO_BOOLEAN,
    ("step", "minutes"): [*WRONG_TYPES, -1, 1.5, "5", True],
    ("step", "order"): NO_NUMBER,
    ("round", "title"): [*NO_LINE, "", " "],
    ("round", "votes"): [*WRONG_TYPES, 0, -1, 1.5, "5", True],
    ("round", "most"): [*WRONG_TYPES, -1, 1.5, "5", True],
    ("round", "on"): NO_CHOICE,
    ("round", "kinds"): NO_ACTIONS,
    ("round", "themes"): [*WRONG_TYPES, "data", [1], [""], ["data", "data"], [None], [["data"]]],
    ("round", "live"): NO_BOOLEAN,
    ("round", "state"): [*NO_CHOICE, "done"],
    ("vote", "round"): NO_ID,
    ("vote", "target"): NO_ID,
    ("vote", "proxy"): NO_BOOLEAN,
    ("vote", "association"): NO_LINE,
    ("theme", "locked"): NO_BOOLEAN,
    ("theme", "title"): [*NO_LINE, "", " "],
    ("theme", "color"): [*NO_CHOICE, "#fff", "red"],
    ("theme", "sign"): [*NO_CHOICE, "heart"],
    ("theme", "order"): NO_NUMBER,
    ("note", "kind"): NO_CHOICE,
    ("note", "theme"): [*WRONG_TYPES, "", "a b", "a" * 37, 1, "\ud800", "a/b"],
    ("note", "x"): NO_NUMBER,
    ("note", "y"): NO_NUMBER,
    ("note", "z"): [*WRONG_TYPES, "1", True, 1.0, 1.5, 1_000_000_001, math.nan],
    ("note", "text"): [*NO_TEXT, "\r\n", "\x0b"],
    ("note", "sdgs"): [*WRONG_TYPES, "1", 1, [0], [18], [1, 1], [2, 1], ["1"], [True], [1.0], [None], [[1]], [math.nan]],
    ("note", "language"): [*NO_LINE, "E", "english", "en_US"],
    ("note", "cluster"): NO_ID_OR_NONE,
    ("note", "status"): [*NO_CHOICE, "done"],
    ("note", "merged_into"): NO_ID_OR_NONE,
    ("note", "locked"): NO_BOOLEAN,
    ("note", "hidden"): NO_LINE,
    ("seat", "hand"): NO_BOOLEAN,
    ("seat", "done_for"): NO_ID_OR_NONE,
    ("seat", "blocked"): NO_BOOLEAN,
    ("seat", "interpreter"): NO_BOOLEAN,
    ("seat", "name"): [*NO_LINE, "", "  "],
    ("seat", "association"): NO_LINE,
    ("seat", "country"): [*NO_LINE, "ar", "ARG", "A", "A1", "ÅÅ", "AR\n"],
    ("seat", "language"): [*NO_LINE, "E", "english"],
    ("seat", "role_title"): NO_LINE,
    ("seat", "role"): [*NO_CHOICE, "admin", "Facilitator"],
}
TOO_LONG = {("board", "title"): 120, ("theme", "title"): 80, ("note", "text"): 2000, ("seat", "name"): 60, ("seat", "association"): 60,
            ("seat", "role_title"): 60, ("cluster", "title"): 80, ("comment", "text"): 1000, ("step", "title"): 80, ("step", "task"): 300,
            ("round", "title"): 80, ("vote", "association"): 60, ("note", "hidden"): 200, ("translation", "text"): 3000}
TOO_MUCH = {("board", "keep_days"): 3650, ("step", "minutes"): 600, ("round", "votes"): 99, ("round", "most"): 99,
            ("translation", "source"): 2**31 - 1}


def cells(table):
    said = {True: lambda value: "an object", False: repr}      # its address differs from run to run
    return [pytest.param(name, field, value, id=f"{name}.{field}={said[type(value) is object](value):.30}")
            for (name, field), values in table.items() for value in values]


def test_every_field_a_client_may_set_is_in_the_tables():
    settable = {(name, field) for name, kind in TYPES.items() for field, each in kind.fields.items() if each.right is not None}
    assert set(GOOD) == set(BAD) == settable


@pytest.mark.parametrize(("name", "field", "value"), cells(GOOD))
def test_a_value_in_bounds_is_taken_as_it_is(name, field, value):
    taken = TYPES[name].check(field, value)
    assert taken == (value.strip() if isinstance(value, str) and field != "text" else value)


@pytest.mark.parametrize(("name", "field", "value"), cells(BAD))
def test_c2_a_value_out_of_bounds_is_invalid_and_its_field_named(name, field, value):
    with pytest.raises(Refused) as caught:
        TYPES[name].check(field, value)
    assert caught.value.answer() == {"reason": "invalid", "field": field}


@pytest.mark.parametrize(("name", "field"), TOO_LONG)
def test_t4_one_character_too_many_is_over_the_limit(name, field):
    most = TOO_LONG[name, field]
    for character in ("a", "न", "😀"):
        with pytest.raises(Refused) as caught:
            TYPES[name].check(field, character * (most + 1))
        assert caught.value.answer() == {"reason": "limit", "field": field, "limit": most}
        assert TYPES[name].check(field, character * most) == character * most


@pytest.mark.parametrize(("name", "field"), TOO_MUCH)
def test_one_too_many_is_over_the_limit(name, field):
    most = TOO_MUCH[name, field]
    with pytest.raises(Refused) as caught:
        TYPES[name].check(field, most + 1)
    assert caught.value.answer() == {"reason": "limit", "field": field, "limit": most}


def test_what_people_may_do_comes_in_one_order():
    assert TYPES["board"].check("may", ["vote", "challenge"]) == ["challenge", "vote"]


def test_a_timer_of_more_than_ten_hours_is_over_the_limit():
    for command in ({"start": 36_001}, {"add": 36_001}):
        with pytest.raises(Refused) as caught:
            TYPES["board"].check("timer", command)
        assert caught.value.answer() == {"reason": "limit", "field": "timer", "limit": 36_000}


@pytest.mark.parametrize("name", TYPES)
def test_c2_an_unknown_field_is_malformed(name):
    for field in ("colour", "", "__class__", "board_id", "deleted_at", "deleted_by", "seq", "code"):
        with pytest.raises(Refused) as caught:
            TYPES[name].check(field, 1)
        assert caught.value.answer() == {"reason": "malformed", "field": field}


@pytest.mark.parametrize(("name", "field"), [(name, field) for name, kind in TYPES.items() for field, each in kind.fields.items()
                                             if each.right is None and field != "id"])
def test_c5_what_the_server_fills_in_no_client_may_give(name, field):
    with pytest.raises(Refused) as caught:
        TYPES[name].check_new({"id": "a", field: 1})
    assert caught.value.answer() == {"reason": "invalid", "field": field}


@pytest.mark.parametrize(("value", "kept"), [(1.005, 1.0), (0.123456, 0.12), (-7.999, -8), (3.0, 3), (-0.0, 0)])
def test_coordinates_are_kept_to_a_hundredth_and_whole_when_whole(value, kept):
    taken = TYPES["note"].check("x", value)
    assert taken == kept and (not float(taken).is_integer() or isinstance(taken, int))


@pytest.mark.parametrize(("name", "missing"), [("note", "kind"), ("note", "theme"), ("theme", "title"), ("board", "title"),
                                               ("seat", "name")])
def test_what_is_required_cannot_be_left_out(name, missing):
    given = {"id": "a", "kind": "challenge", "theme": "data", "title": "T", "name": "N"}
    given = {field: value for field, value in given.items() if field in TYPES[name].fields and field != missing}
    with pytest.raises(Refused) as caught:
        TYPES[name].check_new(given)
    assert caught.value.answer() == {"reason": "invalid", "field": missing}
