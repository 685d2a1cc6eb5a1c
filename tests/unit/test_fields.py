"""Values of fields: every record type's, in and out of bounds."""
from __future__ import annotations

import math

import pytest

from board.protocol import Refused
from board.records import TYPES

GOOD = {
    ("board", "title"): ["a", "a" * 120, "Fair play — للجميع", "  trimmed  "],
    ("board", "language"): ["en", "ar", "pt-BR", "zh-Hant-TW"],
    ("board", "edit_right"): ["own", "association", "everyone"],
    ("board", "join_open"): [True, False],
    ("board", "locked"): [True, False],
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
NO_NUMBER = [*WRONG_TYPES, "1", "", True, False, math.nan, math.inf, -math.inf, 1_000_000.01, -1_000_001, [1]]
BAD = {
    ("board", "title"): [*NO_LINE, "", "   "],
    ("board", "language"): [*NO_LINE, "", "E", "EN", "english", "en_US", "en-", "\u0661\u0661", "en\n"],
    ("board", "edit_right"): NO_CHOICE,
    ("board", "join_open"): [*WRONG_TYPES, 0, 1, "true", ""],
    ("board", "locked"): [*WRONG_TYPES, 0, 1, "true", ""],
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
    ("seat", "name"): [*NO_LINE, "", "  "],
    ("seat", "association"): NO_LINE,
    ("seat", "country"): [*NO_LINE, "ar", "ARG", "A", "A1", "ÅÅ", "AR\n"],
    ("seat", "language"): [*NO_LINE, "E", "english"],
    ("seat", "role_title"): NO_LINE,
    ("seat", "role"): [*NO_CHOICE, "admin", "Facilitator"],
}
TOO_LONG = {("board", "title"): 120, ("theme", "title"): 80, ("note", "text"): 2000, ("seat", "name"): 60, ("seat", "association"): 60,
            ("seat", "role_title"): 60}


def cells(table):
    return [pytest.param(name, field, value, id=f"{name}.{field}={value!r:.30}") for (name, field),
            values in table.items() for value in values]


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
