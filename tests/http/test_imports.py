"""Files brought onto a board: looked at first, then one change; also as a new board."""
from __future__ import annotations

import csv
import io
import json

import pytest

from board.imports.bring import MOST
from hall import BoardInHall

MURAL = ("ID,Text,BG Color,Sticky type,Position X,Position Y,Area,Tags\r\n"
         '1,No census &amp; no count,#FCF281,sticky,10,10,Data,\r\n2,Count ourselves,#AAED92,sticky,200,10,Data,\r\n'
         "3,,#FCF281,sticky,10,300,Money,\r\n4,Who pays?,#FCF281,sticky,10,500,Money,\r\n")
TABLE = ("id;type;theme;text;answers\n1;Challenge;Data availability and quality;No census;\n"
         "2;Solution;Data availability and quality;=Count;1\n")


def sent(person_or_http, path, body, name="notes.csv", **options):
    data = {"file": (io.BytesIO(body if isinstance(body, bytes) else body.encode()), name), "options": json.dumps(options)}
    return person_or_http.post(path, data=data)


def texts(person):
    return sorted(each["text"] for each in person.snapshot()["records"]["note"])


def test_a_table_is_looked_at_and_nothing_happens(fatima):
    found = sent(fatima, "imports/preview", TABLE).json
    assert found["source"] == "table" and found["separator"] == ";"
    assert [(each["kind"], each["text"], each["theme"]) for each in found["rows"]] == [
        ("challenge", "No census", "data"), ("solution", "=Count", "data")]
    assert found["rows"][1]["answers"] == [found["rows"][0]["row"]] and texts(fatima) == []


def test_f3_rows_become_notes_by_one_change_that_everybody_gets(fatima, ana):
    ana.heard()
    answer = sent(fatima, "imports", TABLE)
    assert answer.status_code == 201, answer.json
    changes = [change for message in ana.heard("changes") for change in message["changes"]]
    assert len(changes) == 1 and changes[0]["change_id"] == answer.json["change_id"] and changes[0]["seat"] == fatima.seat
    records = ana.snapshot()["records"]
    assert {(each["text"], each["kind"], each["theme"], each["seat"]) for each in records["note"]} == {
        ("No census", "challenge", "data", ""), ("=Count", "solution", "data", "")}
    assert [each["id"] for each in records["answer"]] == answer.json["added"]["answer"]
    assert fatima.get("history").json["marks"][-1]["reason"] == "import"


def test_it_can_be_undone_and_done_again_like_any_other_change(fatima):
    added = sent(fatima, "imports", TABLE).json["added"]
    assert fatima.changes(*(["remove", "note", note_id] for note_id in added["note"]))["ok"] and texts(fatima) == []
    assert fatima.changes(*(["add", "note", {"id": note_id}] for note_id in added["note"]))["ok"]
    assert texts(fatima) == ["=Count", "No census"] and len(fatima.snapshot()["records"]["answer"]) == 1


def test_who_tries_again_brings_nothing_in_twice(fatima):
    first, again = (sent(fatima, "imports", TABLE, change_id="import-1").json for _ in range(2))
    assert again["seq"] == first["seq"] and {name: sorted(ids) for name, ids in again["added"].items()} == {
        name: sorted(ids) for name, ids in first["added"].items() if ids} and len(texts(fatima)) == 2
    assert sent(fatima, "imports", TABLE, change_id="a b").json["error"] == {"reason": "invalid", "field": "change_id"}


TRANSLATED = "text,language,translation_es,translation_ar,translation_q9\nNo data,en,Sin datos,لا بيانات,?\nNo money,en,,,\n"


def spoken(person):
    records = person.snapshot()["records"]
    texts = {each["id"]: each["text"] for each in records["note"]}
    return sorted((texts[each["note"]], each["language"], each["text"]) for each in records["translation"])


def test_translations_of_a_file_come_with_their_notes_and_go_with_them(fatima, ana, board):
    found = sent(fatima, "imports/preview", TRANSLATED).json
    assert found["count"]["translations"] == 2 and [each["reason"] for each in found["problems"]] == ["translation"]
    answer = sent(fatima, "imports", TRANSLATED)
    assert answer.status_code == 201 and len(answer.json["added"]["translation"]) == 2, answer.json
    both = [("No data", "ar", "لا بيانات"), ("No data", "es", "Sin datos")]
    assert spoken(ana) == both
    assert {(each["seat"], each["anonymous"]) for each in ana.snapshot()["records"]["translation"]} == {("", "name")}
    assert fatima.changes(*(["remove", "note", note] for note in answer.json["added"]["note"]))["ok"] and spoken(ana) == []
    assert fatima.changes(*(["add", "note", {"id": note}] for note in answer.json["added"]["note"]))["ok"] and spoken(ana) == both


@pytest.mark.parametrize("format_", ["csv", "json", "xlsx"])
def test_our_own_file_brings_translations_onto_another_board_and_as_a_new_one(hall, fatima, format_):
    sent(fatima, "imports", TRANSLATED)
    file = fatima.get(f"export/{format_}").data
    lead = hall.makes_board().seats("Lead", role="facilitator")
    assert sent(lead, "imports", file, f"a.{format_}").status_code == 201
    assert spoken(lead) == spoken(fatima) != []
    made = sent(hall.http(), "/api/imports", file, f"a.{format_}", title="New")
    assert made.status_code == 201, made.json
    assert spoken(BoardInHall(hall, made.json).seats("Reader")) == spoken(fatima)


def test_f3_more_translations_than_a_board_holds_bring_nothing(fatima, monkeypatch):
    monkeypatch.setitem(MOST, "translation", 1)
    assert sent(fatima, "imports", TRANSLATED).json["error"] == {"reason": "limit", "field": "translations", "limit": 1}
    assert texts(fatima) == []


def test_mural_s_colours_and_areas_are_mapped(fatima):
    options = {"colors": {"#FCF281": {"kind": "challenge"}, "#AAED92": {"kind": "solution"}}, "default_theme": "capacity"}
    found = sent(fatima, "imports/preview", MURAL, **options).json
    assert found["source"] == "mural" and found["count"] == {"rows": 4, "notes": 3, "skipped": 1, "translations": 0}
    assert {each["value"].upper() for each in found["values"]["color"]} == {"#FCF281", "#AAED92"}
    assert sent(fatima, "imports", MURAL, **options).status_code == 201
    records = fatima.snapshot()["records"]
    assert {(each["text"], each["kind"]) for each in records["note"]} == {
        ("No census & no count", "challenge"), ("Count ourselves", "solution"), ("Who pays?", "challenge")}


def test_notes_find_their_place_beside_what_is_there(fatima, ana):
    ana.adds_note("first")
    ana.changes(["add", "cluster", {"id": "c1", "theme": "data", "title": "Old", "x": 20, "y": 250, "w": 400, "h": 300}])
    lines = "theme,cluster,text\n" + "".join(
        f"Data availability and quality,{'New' if number % 2 else ''},note {number}\n" for number in range(12))
    assert sent(fatima, "imports", lines).status_code == 201
    records = fatima.snapshot()["records"]
    places = [(each["x"], each["y"]) for each in records["note"]]
    assert len(set(places)) == 13
    assert not any(abs(x - u) < 160 and abs(y - v) < 160 for n, (x, y) in enumerate(places) for u, v in places[:n])
    new = next(each for each in records["cluster"] if each["title"] == "New")
    assert new["y"] >= 550 and sum(each["cluster"] == new["id"] for each in records["note"]) == 6


def test_some_are_left_out_and_so_are_links_to_them(fatima):
    row = sent(fatima, "imports/preview", TABLE).json["rows"][0]["row"]
    added = sent(fatima, "imports", TABLE, skip=[row]).json["added"]
    assert len(added["note"]) == 1 and added["answer"] == [] and texts(fatima) == ["=Count"]


def test_new_themes_come_along(fatima):
    body = "theme,text\nWater,No wells\nwater,No pipes\nRoads,Mud\n"
    themes = {"Water": "+Water", "water": "+Water", "Roads": "capacity"}
    assert sent(fatima, "imports", body, themes=themes).status_code == 201
    records = fatima.snapshot()["records"]
    made = [each for each in records["theme"] if each["title"] == "Water"]
    assert len(made) == 1 and sum(each["theme"] == made[0]["id"] for each in records["note"]) == 2


def test_votes_of_a_file_are_a_closed_round(fatima):
    assert sent(fatima, "imports", "text,votes\nOne,7\nTwo,0\nThree,9\n").status_code == 201
    round_, = fatima.snapshot()["records"]["round"]
    assert round_["state"] == "closed" and [each[1] for each in round_["results"]["targets"]] == [9, 7]


def test_while_notes_are_private_nothing_is_brought(board, fatima):
    fatima.changes(["set", "board", board.id, {"private": True}])
    assert sent(fatima, "imports", TABLE).json["error"] == {"reason": "closed", "field": "private"}
    fatima.changes(["set", "board", board.id, {"private": False}], ["set", "board", board.id, {"archived": True}])
    assert sent(fatima, "imports", TABLE).json["error"]["reason"] == "locked" and texts(fatima) == []


def test_f3_a_board_that_is_full_takes_nothing(hall, fatima):
    hall.parts.queues._limits["notes"] = 3
    body = "text\n" + "".join(f"note {number}\n" for number in range(4))
    assert sent(fatima, "imports", body).json["error"] == {"reason": "limit", "field": "notes", "limit": 3}
    assert texts(fatima) == [] and sent(fatima, "imports", "text\nOne\nTwo\nThree\n").status_code == 201


@pytest.mark.parametrize(("body", "name", "why"), [
    (b"", "a.csv", "empty"), (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.png", "binary"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls", None),
    (b"PK\x03\x04broken", "a.xlsx", None),
    (b"[" * 100_000, "a.json", None), (b'{"a": 1}', "a.json", "not_json")])
def test_a_file_that_is_none_says_why(fatima, body, name, why):
    for path in ("imports/preview", "imports"):
        answer = sent(fatima, path, body, name)
        error = answer.json["error"]
        assert answer.status_code == 400 and error["reason"] == "invalid" and error["field"] == "file" and error["why"]
        assert why is None or error["why"] == why
    assert texts(fatima) == []


def test_a_file_of_a_newer_version_says_so(fatima):
    file = {**fatima.get("export/json").json, "version": 99}
    assert sent(fatima, "imports/preview", json.dumps(file), "a.json").json["error"]["why"] == "newer_version"


@pytest.mark.parametrize("options", ["[]", "{", '{"colour": 1}', '{"skip": ["1"]}', '{"title": 5}', '{"language": []}'])
def test_options_that_cannot_be_are_refused(fatima, options):
    answer = fatima.post("imports/preview", data={"file": (io.BytesIO(b"text\nA\n"), "a.csv"), "options": options})
    assert answer.status_code == 400 and answer.json["error"]["reason"] in ("malformed", "invalid")
    assert fatima.post("imports/preview", data={"options": "{}"}).json["error"] == {"reason": "malformed", "field": "file"}


def test_a_new_board_of_a_table(hall):
    http = hall.http()
    answer = sent(http, "/api/imports", TABLE, title="May", language="en")
    assert answer.status_code == 201 and set(answer.json) == {"board", "code", "links"}
    from hall import BoardInHall
    records = BoardInHall(hall, answer.json).seats("Reader").snapshot()["records"]
    assert records["board"][0]["title"] == "May" and len(records["theme"]) == 5 and len(records["note"]) == 2
    assert sent(http, "/api/imports", "text\n", title="Empty").status_code == 400


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("name", ["csv", "mural"])
def test_out_and_in_again(hall, fatima, ana, name, language):
    """Kind, theme, text, cluster, answers and votes are the same on another board."""
    ana.changes(["add", "cluster", {"id": "c1", "theme": "data", "title": "Census, counts", "x": 0, "y": 0, "w": 400, "h": 200}],
                ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "cluster": "c1",
                                 "text": "=No census\n\"at all\"; ¿Quién?"}],
                ["add", "note", {"id": "n2", "kind": "solution", "theme": "data", "text": "Count <b>ourselves</b> & others"}],
                ["add", "note", {"id": "n3", "kind": "challenge", "theme": "capacity", "text": "لا مال – पैसा छैन"}],
                ["add", "answer", {"id": "a1", "solution": "n2", "challenge": "n1"}])
    fatima.changes(["add", "round", {"id": "r1", "title": "First?", "state": "open"}])
    for number, note in enumerate(("n1", "n1", "n3")):
        assert ana.changes(["add", "vote", {"id": f"v{number}", "round": "r1", "target": note}])["ok"]
    fatima.changes(["set", "round", "r1", {"state": "closed"}])
    file = fatima.get(f"export/{name}", query_string={"language": language})
    other = hall.makes_board(language=language).seats("Reader", role="facilitator")
    assert sent(other, "imports", file.data, f"out.{name}.csv", clusters={"by": "cluster" if name == "csv" else "area"}).status_code == 201

    def content(person):
        records = person.snapshot()["records"]
        clusters = {each["id"]: each["title"] for each in records["cluster"]}
        of = {each["id"]: each["text"] for each in records["note"]}
        votes = {of[target[0]]: target[1] for each in records["round"] for target in each["results"]["targets"]}
        themes = {each["id"]: each["title"] for each in records["theme"]}
        return (sorted((each["kind"], themes[each["theme"]], each["text"], clusters.get(each["cluster"], ""), votes.get(each["text"], 0))
                       for each in records["note"]), [(of[each["solution"]], of[each["challenge"]]) for each in records["answer"]])
    before, after = content(fatima), content(other)
    assert len(before[0]) == 3 and before[1]
    if name == "mural":     # which knows no votes
        before, after = (([each[:4] for each in notes], answers) for notes, answers in (before, after))
    assert after == before


def test_a_file_of_ours_comes_onto_an_open_board(hall, fatima, ana):
    ana.adds_note("words")
    file = fatima.get("export/json").data
    other = hall.makes_board().seats("Reader", role="facilitator")
    assert sent(other, "imports", file, "board.json").status_code == 201 and texts(other) == ["words"]
    note, = other.snapshot()["records"]["note"]
    assert note["association"] == "UNGL" and note["seat"] == ""


def test_the_csv_has_the_separator_of_its_language(fatima, ana):
    ana.adds_note("words")
    for language, query, separator in (("es", {}, ";"), ("en", {}, ","), ("en", {"separator": ";"}, ";")):
        text = fatima.get("export/csv", query_string={"language": language, **query}).text
        assert len(next(csv.reader(io.StringIO(text), delimiter=separator))) > 10


def test_what_nobody_here_has_written_hides_nobody(fatima, ana, olga):
    """Figures about people are joined to groups where something could be anybody's; brought notes are nobody's."""
    assert sent(fatima, "imports", TABLE).status_code == 201
    assert {each["name"]: each["notes"] for each in fatima.get("participation").json["associations"]}["KS"] == 0
