"""The next workshop: what comes along, who may read the earlier boards, what became of their challenges; copies and archives."""
from __future__ import annotations

import json

import pytest

from board.text import sum_of
from hall import BoardInHall, does

EVERYTHING = {"everything": True}


@pytest.fixture
def march(board, ana, olga, fatima):
    """A challenge that is answered, one in a cluster, one with votes, one that is solved, one hidden, one anonymous."""
    for note_id, kind, theme, more in (
            ("n1", "challenge", "data", {}), ("n2", "solution", "data", {}), ("n3", "challenge", "data", {}),
            ("n4", "challenge", "capacity", {}),
            ("n5", "challenge", "capacity", {"status": "solved"}), ("n6", "challenge", "capacity", {})):
        does(ana, ["add", "note", {"id": note_id, "kind": kind, "theme": theme, "text": f"text of {note_id}", **more}])
    does(ana, ["add", "answer", {"id": "a1", "solution": "n2", "challenge": "n1"}],
         ["add", "cluster", {"id": "c1", "theme": "data", "title": "Counts", "x": 0, "y": 400, "w": 400, "h": 300}],
         ["set", "note", "n3", {"cluster": "c1"}])
    does(fatima, ["add", "round", {"id": "r1", "title": "First?", "state": "open"}])
    does(olga, ["add", "vote", {"id": "v1", "round": "r1", "target": "n4"}], ["add", "vote", {"id": "v2", "round": "r1", "target": "n1"}],
         ["add", "vote", {"id": "v3", "round": "r1", "target": "n4"}])
    does(fatima, ["set", "round", "r1", {"state": "closed"}], ["set", "note", "n6", {"hidden": "SECRET"}],
         ["set", "board", board.id, {"authors": "nobody"}])
    does(olga, ["add", "note", {"id": "n7", "kind": "challenge", "theme": "data", "text": "text of n7"}])
    does(fatima, ["add", "step", {"id": "s1", "title": "Welcome"}], ["set", "board", board.id, {"authors": "named"}])
    return fatima


def following(hall, person, **wish):
    answer = person.post("next", json={"title": "May", **wish})
    assert answer.status_code == 201, answer.json
    assert person.post("next/preview", json={"title": "May", **wish}).json["notes"] == answer.json["carried"]
    return BoardInHall(hall, answer.json)


def carried(board):
    records = board.seats("Reader").snapshot()["records"]
    return {each["origin"]["note"]: each for each in records["note"]}, records


@pytest.mark.parametrize(("carry", "wanted"), [
    ({}, set()), ({"unanswered": True}, {"n3", "n4", "n5", "n7"}), ({"clusters": True}, {"n3"}), ({"statuses": ["solved"]}, {"n5"}),
    ({"top": 1}, {"n4"}), ({"top": 2}, {"n4", "n1", "n2"}), (EVERYTHING, {"n1", "n2", "n3", "n4", "n5", "n7"}),
    ({"clusters": True, "statuses": ["solved"]}, {"n3", "n5"})])
def test_what_comes_along(hall, march, carry, wanted):
    found, records = carried(following(hall, march, carry=carry))
    assert set(found) == wanted and len(records["step"]) == 1
    assert len(records["answer"]) == ({"n1", "n2"} <= wanted)


def test_a_carried_note_keeps_where_it_was(hall, board, march):
    found, records = carried(following(hall, march, carry=EVERYTHING))
    origin = found["n4"]["origin"]
    assert (origin["board"], origin["title"], origin["status"], origin["votes"]) == (board.id, "Getting our reviews ready", "open", 2)
    assert origin["written_at"] < found["n4"]["created_at"] and found["n4"]["association"] == "UNGL" and found["n4"]["seat"] == ""
    assert (found["n5"]["status"], found["n7"]["association"]) == ("solved", ""), "nobody learns more than before"
    assert [each["title"] for each in records["cluster"]] == ["Counts"] and found["n3"]["cluster"] == records["cluster"][0]["id"]
    assert "SECRET" not in json.dumps(records) and "text of n6" not in json.dumps(records)


def test_the_first_origin_stays(hall, board, march):
    may = following(hall, march, carry=EVERYTHING)
    june = following(hall, may.seats("Lead", role="facilitator"), carry=EVERYTHING)
    assert carried(june)[0]["n1"]["origin"]["board"] == board.id


def test_themes_are_mapped(hall, march):
    themes = [{"id": "all", "title": "Everything"}, {"id": "new", "title": "New"}]
    mapping = {"data": "new", "capacity": "all"}
    found, records = carried(following(hall, march, carry=EVERYTHING, themes=themes, mapping=mapping, agenda=False))
    assert {found["n1"]["theme"], found["n4"]["theme"]} == {"new", "all"} and records["step"] == []
    places = [(each["theme"], each["x"], each["y"]) for each in records["note"]]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(("wish", "reason", "field"), [
    ({"title": ""}, "invalid", "title"), ({"carry": []}, "malformed", "carry"), ({"carry": {"all": True}}, "malformed", "carry"),
    ({"carry": {"top": -1}}, "invalid", "carry.top"), ({"carry": {"statuses": ["done"]}}, "invalid", "carry.statuses"),
    ({"carry": {"clusters": 1}}, "invalid", "carry.clusters"), ({"mapping": {"data": "never"}}, "invalid", "mapping"),
    ({"themes": []}, "invalid", "themes"), ({"agenda": 1}, "invalid", "agenda"), ({"more": 1}, "malformed", None)])
def test_a_wish_that_cannot_be_makes_no_board(march, wish, reason, field):
    for path in ("next", "next/preview"):
        error = march.post(path, json={"title": "May", **wish}).json["error"]
        assert (error["reason"], error.get("field")) == (reason, field)
    assert march.get("series").json["series"] == []


def test_people_of_the_next_board_may_read_the_earlier_one(hall, board, march):
    may = following(hall, march, carry=EVERYTHING)
    zoe = may.seats("Zoe", "MuAN")
    earlier = zoe.get(f"series/{board.id}")
    assert earlier.status_code == 200 and "text of n1" in earlier.text
    assert not any(secret in earlier.text for secret in ("SECRET", "text of n6", "Olga", "Ana"))
    boards = zoe.get("series").json["series"]
    assert [(each["title"], each["here"]) for each in boards] == [("Getting our reviews ready", False), ("May", True)]


def test_f5_nobody_else_may(hall, board, march, ana):
    may = following(hall, march, carry=EVERYTHING, readable=False)
    zoe, lead = may.seats("Zoe", "MuAN"), may.seats("Lead", role="facilitator")
    stranger = hall.makes_board().seats("Eve", role="facilitator")
    assert zoe.get(f"series/{board.id}").status_code == 404 and lead.get(f"series/{board.id}").status_code == 200
    assert stranger.get(f"series/{board.id}").status_code == 404 and ana.get(f"series/{may.id}").status_code == 404, "never a later one"
    assert zoe.get("series").json["threads"] == [] and "text of n1" not in zoe.get("series").text
    assert march.post("series", json={"readable": True}).status_code == 200
    assert zoe.get(f"series/{board.id}").status_code == 200
    assert stranger.post("series", json={"readable": True}).status_code == 404


def test_what_became_of_the_challenges(hall, board, march):
    may = following(hall, march, carry={"unanswered": True})
    zoe, lead = may.seats("Zoe", "MuAN"), may.seats("Lead", role="facilitator")
    found, _ = carried(may)
    does(zoe, ["add", "note", {"id": "s1", "kind": "solution", "theme": "data", "text": "Ask the villages"}],
         ["add", "answer", {"id": "x1", "solution": "s1", "challenge": found["n3"]["id"]}])
    does(lead, ["set", "note", found["n3"]["id"], {"status": "solved"}])
    threads = {each["text"]: each for each in zoe.get("series").json["threads"]}
    assert set(threads) == {"text of n1", "text of n3", "text of n4", "text of n5", "text of n7"}
    third = threads["text of n3"]
    assert (third["was"], third["now"], third["carried"]) == ("open", "solved", True)
    assert third["answers"] == [{"text": "Ask the villages", "language": "", "association": "MuAN", "board": 1}]
    assert not threads["text of n1"]["carried"] and threads["text of n1"]["answers"][0]["board"] == 0
    counts = zoe.get("series").json["boards"]
    assert [(each["challenges"], each["solved"]) for each in counts] == [(5, 1), (4, 2)]


@pytest.mark.parametrize("name", ["md", "html"])
def test_a_report_across_the_series(hall, march, name):
    may = following(hall, march, carry={"unanswered": True})
    zoe = may.seats("Zoe", "MuAN")
    text = zoe.get(f"export/{name}?series=1").text
    assert "text of n1" in text, "answered in March and not carried: only the chapter tells of it"
    assert "text of n1" not in zoe.get(f"export/{name}").text and "SECRET" not in text


def test_a_copy_has_everything_and_a_template_only_the_shape(hall, march):
    whole = BoardInHall(hall, march.post("copies", json={"title": "Copy", "notes": True}).json)
    shape = BoardInHall(hall, march.post("copies", json={"title": "Shape"}).json)
    one, other = (each.seats("Reader", role="facilitator").snapshot()["records"] for each in (whole, shape))
    assert len(one["note"]) == 6 and len(one["answer"]) == 1 and len(one["cluster"]) == 1 and one["round"][0]["results"]["targets"]
    assert not any(each["name"] == "Ana" for each in one["seat"]) and one["board"][0]["title"] == "Copy"
    assert [len(other[name]) for name in ("theme", "step", "note", "cluster", "round", "seat")] == [5, 1, 0, 0, 0, 1]
    named = BoardInHall(hall, march.post("copies", json={"title": "Copy", "notes": True, "names": True}).json)
    assert any(each["name"] == "Ana" for each in named.seats("Reader").snapshot()["records"]["seat"])
    for wrong in ({"title": ""}, {"title": "C", "notes": 1}, {"title": "C", "more": 1}):
        assert march.post("copies", json=wrong).status_code == 400


def test_translations_come_along_to_the_next_board_and_to_copies(hall, board, march, ana, olga):
    does(march, ["set", "seat", olga.seat, {"interpreter": True}])
    does(olga, ["add", "translation", {"id": "t1", "note": "n1", "language": "es", "text": "texto de n1"}],
         ["add", "translation", {"id": "t2", "note": "n1", "language": "zu", "text": "umbhalo", "machine": True}],
         ["add", "translation", {"id": "t3", "note": "n5", "language": "fr", "text": "ancien"}])
    does(ana, ["set", "note", "n5", {"text": "text of n5, anew"}],
         ["add", "translation", {"id": "t4", "note": "n2", "language": "pt", "text": "texto de n2"}])
    does(march, ["set", "note", "n2", {"hidden": "SECRET"}])
    assert march.post("next/preview", json={"title": "May", "carry": EVERYTHING}).json["translations"] == 3
    found, records = carried(following(hall, march, carry=EVERYTHING))
    names = {note["id"]: name for name, note in found.items()}
    sums = {each["id"]: sum_of(each["text"]) for each in found.values()}
    assert {(names[each["note"]], each["language"], each["text"], each["machine"], each["source"] == sums[each["note"]])
            for each in records["translation"]} == {("n1", "es", "texto de n1", False, True), ("n1", "zu", "umbhalo", True, True),
                                                    ("n5", "fr", "ancien", False, False)}, "and it is still known which is outdated"
    assert not {each["id"] for each in records["translation"]} & {"t1", "t2", "t3"}
    assert all(each["seat"] == "" and each["anonymous"] for each in records["translation"])
    assert len(carried(following(hall, march, carry={"statuses": ["solved"]}))[1]["translation"]) == 1
    for notes, count in ((True, 3), (False, 0)):
        answer = march.post("copies", json={"title": "Copy", "notes": notes})
        assert answer.status_code == 201, answer.json
        copied = BoardInHall(hall, answer.json).seats("Reader").snapshot()["records"]["translation"]
        assert len(copied) == count and "texto de n2" not in str(copied)


def test_p11_a_carried_translation_of_an_anonymous_note_stays_anonymous(hall, march, olga):
    does(olga, ["add", "translation", {"id": "t1", "note": "n7", "language": "es", "text": "texto de n7"}])
    _, records = carried(following(hall, march, carry=EVERYTHING))
    translation, = records["translation"]
    assert (translation["seat"], translation["anonymous"]) == ("", "all") and olga.seat not in json.dumps(records)


def test_f7_an_archived_board_is_only_read(hall, board, ana, fatima):
    note = ana.adds_note("words")
    does(fatima, ["set", "board", board.id, {"archived": True}])
    for person in (ana, fatima):
        for step in (["add", "note", {"id": "x", "kind": "challenge", "theme": "data"}], ["set", "note", note["id"], {"text": "other"}],
                     ["remove", "note", note["id"]], ["add", "theme", {"id": "t", "title": "T"}]):
            assert person.changes(step)["reason"] in ("locked", "forbidden")
    assert hall.http().post("/api/door", json={"code": board.code}).status_code == 404
    assert hall.http().post("/api/door", json={"key": board.key("viewer")}).status_code == 200
    assert ana.get("export/json").status_code == 200
    does(fatima, ["set", "note", note["id"], {"hidden": "a name"}], ["set", "board", board.id, {"archived": False}])
    does(ana, ["add", "note", {"id": "x", "kind": "challenge", "theme": "data"}])
