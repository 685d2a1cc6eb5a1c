"""Bad input: each with a clear answer; nothing changed and nobody heard (R1)."""
from __future__ import annotations

import orjson
import pytest

from board import socketio_of

NEW = {"id": "new", "kind": "challenge", "theme": "data"}
TOO_LONG = "x" * 2001


def add(**fields):
    return ["add", "note", {**NEW, **fields}]


def put(**fields):
    return ["set", "note", "hers", fields]


# what Ana, a participant, sends: (the steps, the reason, what is named)
TABLE = {
    "a note of no theme": ([add(theme="nowhere")], "invalid", {"field": "theme"}),
    "a note without a theme": ([["add", "note", {"id": "new", "kind": "challenge"}]], "invalid", {"field": "theme"}),
    "a note without a kind": ([["add", "note", {"id": "new", "theme": "data"}]], "invalid", {"field": "kind"}),
    "an unknown kind": ([add(kind="idea")], "invalid", {"field": "kind"}),
    "2,001 characters": ([add(text=TOO_LONG)], "limit", {"field": "text", "limit": 2000}),
    "2,001 characters set": ([put(text=TOO_LONG)], "limit", {"field": "text", "limit": 2000}),
    "2,001 characters typed": ([["text", "note", "hers", 0, [TOO_LONG]]], "limit", {"field": "text", "limit": 2000}),
    "a control character": ([add(text="a\x07b")], "invalid", {"field": "text"}),
    "an escape": ([put(text="\x1b[31m")], "invalid", {"field": "text"}),
    "a control character typed": ([["text", "note", "hers", 0, ["\x07"]]], "invalid", {"field": "text"}),
    "a number for a text": ([put(text=1)], "invalid", {"field": "text"}),
    "nothing for a text": ([put(text=None)], "invalid", {"field": "text"}),
    "a huge coordinate": ([put(x=1_000_001)], "invalid", {"field": "x"}),
    "a huger coordinate": ([put(x=1e300)], "invalid", {}),
    "a string for a number": ([put(x="1")], "invalid", {"field": "x"}),
    "true for a number": ([put(y=True)], "invalid", {"field": "y"}),
    "a fraction for a whole number": ([put(z=1.5)], "invalid", {"field": "z"}),
    "an SDG there is none of": ([put(sdgs=[18])], "invalid", {"field": "sdgs"}),
    "SDGs out of order": ([put(sdgs=[2, 1])], "invalid", {"field": "sdgs"}),
    "a language that is none": ([put(language="english")], "invalid", {"field": "language"}),
    "a move to no theme": ([put(theme="nowhere")], "invalid", {"field": "theme"}),
    "an unknown field": ([put(colour="red")], "malformed", {"field": "colour"}),
    "an unknown field at add": ([add(colour="red")], "malformed", {"field": "colour"}),
    "a field of the table": ([put(deleted_at="2024")], "malformed", {"field": "deleted_at"}),
    "somebody else as author": ([add(seat="olga")], "invalid", {"field": "seat"}),
    "another association": ([put(association="KS")], "invalid", {"field": "association"}),
    "another time": ([put(created_at="2000-01-01T00:00:00.000Z")], "invalid", {"field": "created_at"}),
    "a revision": ([put(text_rev=7)], "invalid", {"field": "text_rev"}),
    "another id": ([put(id="mine")], "invalid", {"field": "id"}),
    "an unknown record": ([["set", "sticker", "v", {"x": 1}]], "malformed", {}),
    "an unknown record added": ([["add", "sticker", {"id": "c"}]], "malformed", {}),
    "an inner record": ([["set", "links", "x", {"active": True}]], "malformed", {}),
    "typing into a theme": ([["text", "theme", "data", 0, ["x"]]], "malformed", {}),
    "an unknown step": ([["push", "note", "hers"]], "malformed", {}),
    "no steps": ([], "malformed", {}),
    "501 steps": ([put(x=1)] * 501, "limit", {"limit": 500}),
    "more than 64 KB": ([put(text="x" * 66_000)], "limit", {"limit": 65536}),
    "a good step before a bad one": ([put(x=77), put(x="1")], "invalid", {"field": "x"}),
    "a new note before a bad step": ([add(), put(colour=1)], "malformed", {"field": "colour"}),
    "a note there never was": ([["set", "note", "never", {"x": 1}]], "not_found", {"record": ["note", "never"]}),
    "another board's note": ([["set", "note", "elsewhere", {"x": 1}]], "not_found", {"record": ["note", "elsewhere"]}),
    "another board's note removed": ([["remove", "note", "elsewhere"]], "not_found", {"record": ["note", "elsewhere"]}),
    "another board": ([["set", "board", "OTHER", {"title": "Mine"}]], "not_found", {}),
    "a deleted note edited": ([["set", "note", "deleted", {"text": "words"}]], "gone", {"record": ["note", "deleted"]}),
    "a deleted note typed into": ([["text", "note", "deleted", 0, ["words"]]], "gone", {"record": ["note", "deleted"]}),
    "a deleted note deleted": ([["remove", "note", "deleted"]], "gone", {"record": ["note", "deleted"]}),
    "somebody else's note": ([["set", "note", "theirs", {"text": "mine"}]], "forbidden", {}),
    "somebody else's note typed into": ([["text", "note", "theirs", 0, ["mine"]]], "forbidden", {}),
    "somebody else's note removed": ([["remove", "note", "theirs"]], "forbidden", {}),
    "somebody else's name": ([["set", "seat", "OLGA", {"name": "Not Olga"}]], "forbidden", {}),
    "a greater role": ([["set", "seat", "ANA", {"role": "facilitator"}]], "forbidden", {}),
    "a seat of one's own making": ([["add", "seat", {"id": "me", "name": "Me", "role": "facilitator"}]], "forbidden", {}),
    "somebody put out": ([["remove", "seat", "OLGA"]], "forbidden", {}),
    "a board made": ([["add", "board", {"id": "b", "title": "T"}]], "forbidden", {}),
    "the board removed": ([["remove", "board", "BOARD"]], "forbidden", {}),
    "the board renamed": ([["set", "board", "BOARD", {"title": "Mine"}]], "forbidden", {}),
    "a theme added": ([["add", "theme", {"id": "t", "title": "T"}]], "forbidden", {}),
    "a theme removed": ([["remove", "theme", "capacity"]], "forbidden", {}),
}


@pytest.fixture
def people(hall, board, ana, olga, fatima):
    other = hall.makes_board("Another").seats("Eve")
    other.adds_note("theirs", id="elsewhere")
    ana.adds_note("hers", id="hers")
    ana.adds_note("deleted", id="deleted")
    ana.changes(["remove", "note", "deleted"])
    olga.adds_note("theirs", id="theirs")
    names = {"OTHER": other.board.id, "BOARD": board.id, "ANA": ana.seat, "OLGA": olga.seat}
    return ana, olga, fatima, lambda steps: orjson.loads(
        orjson.dumps(steps).replace(b'"OTHER"', orjson.dumps(names["OTHER"])).replace(b'"BOARD"', orjson.dumps(names["BOARD"]))
        .replace(b'"ANA"', orjson.dumps(names["ANA"])).replace(b'"OLGA"', orjson.dumps(names["OLGA"])))


class Silence:
    """Nothing changed and nobody heard."""

    def __init__(self, *others):
        self.others = others
        self.before = self.state()
        for each in others:
            each.heard()

    def state(self):
        return [(each.snapshot(), [note["id"] for note in each.get("trash").json["notes"]]) for each in self.others]

    def holds(self):
        return self.state() == self.before and [each.heard() for each in self.others] == [[]] * len(self.others)


def same_refusal(one, other):
    def of(refusal):
        return {name: refusal.get(name) for name in ("reason", "field", "limit", "record")}
    return of(one) == of(other)


@pytest.mark.parametrize("case", TABLE)
def test_r1_r2_bad_input_is_answered_alike_everywhere_and_changes_nothing(people, case):
    ana, olga, fatima, named = people
    steps, reason, details = TABLE[case]
    silence = Silence(olga, fatima)
    outcome = ana.changes(*named(steps), change_id="bad")
    assert outcome["ok"] is False and outcome["reason"] == reason and details.items() <= outcome.items()
    answer = ana.post("changes", json={"change_id": "bad-http", "steps": named(steps)})
    assert same_refusal(answer.json["error"], outcome)
    assert answer.status_code == {"malformed": 400, "invalid": 400, "limit": 413, "not_found": 404, "gone": 409, "forbidden": 403}[reason]
    assert silence.holds()


@pytest.mark.parametrize("payload", [
    None, "change", 5, [], {}, {"change_id": "c"}, {"steps": []}, {"change_id": 5, "steps": [["remove", "note", "hers"]]},
    {"change_id": "c", "steps": [["remove", "note", "hers"]], "seat": "somebody"},
    {"change_id": "c", "steps": [["remove", "note", "hers"]], "role": "facilitator"},
    {"change_id": "c", "steps": "remove"}, {"change_id": "no blanks", "steps": [["remove", "note", "hers"]]}])
def test_e1_c2_a_message_that_is_no_change_is_answered_malformed(people, payload):
    ana, olga, fatima, _ = people
    silence = Silence(olga, fatima)
    ana.heard()
    ana.emits("change", payload)
    (event, outcome), = ana.heard()
    assert event == "outcome" and outcome["ok"] is False and outcome["reason"] == "malformed"
    given = payload.get("change_id") if isinstance(payload, dict) else None
    assert outcome["change_id"] == (given if isinstance(given, str) else None)
    assert ana.post("changes", data=orjson.dumps(payload)).json["error"]["reason"] == "malformed"
    assert silence.holds()


RAW = {
    "a lone surrogate": rb'{"change_id": "c", "steps": [["set", "note", "hers", {"text": "\ud83d"}]]}',
    "a lone surrogate typed": rb'{"change_id": "c", "steps": [["text", "note", "hers", 0, ["\udc00"]]]}',
    "a lone surrogate as a name": rb'{"change_id": "c", "steps": [["set", "seat", "x", {"\ud800": "x"}]]}',
    "NUL": rb'{"change_id": "c", "steps": [["set", "note", "hers", {"text": "a\u0000b"}]]}',
    "not a number": b'{"change_id": "c", "steps": [["set", "note", "hers", {"x": NaN}]]}',
    "infinity": b'{"change_id": "c", "steps": [["set", "note", "hers", {"x": -Infinity}]]}',
    "beyond all numbers": b'{"change_id": "c", "steps": [["set", "note", "hers", {"x": 1e999}]]}',
    "a whole number without end": b'{"change_id": "c", "steps": [["set", "note", "hers", {"z": ' + b"9" * 400 + b"}]]}",
    "a depth without end": b'{"change_id": "c", "steps": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
    "a depth": b'{"change_id": "c", "steps": [["set", "note", "hers", {"x": ' + b"[" * 500 + b"]" * 500 + b"}]]}",
    "broken JSON": b'{"change_id": "c", "steps": [',
    "a surrogate for a change_id": rb'{"change_id": "\ud800", "steps": [["remove", "note", "hers"]]}',
}


def sends_raw(person, event, payload):
    socketio_of(person.board.hall.app).server._handle_eio_message(person.socket.eio_sid,
    f'2["{event}",'.encode().decode() + payload.decode() + "]")


@pytest.mark.parametrize("case", RAW)
def test_c2_e1_r2_what_parsers_choke_on_is_answered_and_changes_nothing(people, case):
    ana, olga, fatima, _ = people
    silence = Silence(olga, fatima)
    ana.heard()
    sends_raw(ana, "change", RAW[case])
    (event, outcome), = ana.heard()
    assert event == "outcome" and outcome["ok"] is False and outcome["reason"] in ("malformed", "invalid")
    answer = ana.post("changes", data=RAW[case], content_type="application/json")
    assert answer.status_code == 400 and answer.json["error"]["reason"] in ("malformed", "invalid")
    assert silence.holds()
    assert ana.changes(["set", "note", "hers", {"x": 1}])["ok"], "and the connection goes on"


def test_a_script_is_text_like_any_other(people):
    ana, _, _, _ = people
    assert ana.adds_note("<script>alert(1)</script>")["text"] == "<script>alert(1)</script>"


def test_a_change_of_nothing_but_good_steps_still_goes_through(people):
    ana, olga, _, _ = people
    olga.heard()
    assert ana.changes(put(x=5), add())["ok"] and olga.heard("changes")
