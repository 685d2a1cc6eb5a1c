"""Making boards, from the template, from one's own themes, from an export."""
from __future__ import annotations

import copy
import json

import pytest

from board.export.json_file import VERSION

THEME = {"id": "own", "title": "Our own", "color": "rose", "sign": "ring"}


def records(board):
    return board.seats("Reader", role="facilitator").snapshot()["records"]


def test_a_board_has_the_five_themes_in_its_language(hall):
    found = {language: [theme["title"] for theme in sorted(records(hall.makes_board(language=language))["theme"],
                                                           key=lambda each: each["order"])]
             for language in ("en", "ar")}
    assert found["en"][1] == "Data availability and quality" and len(found["en"]) == len(found["ar"]) == 5
    assert all(not title.isascii() for title in found["ar"])
    assert not set(found["en"]) & set(found["ar"])


@pytest.mark.parametrize("name, themes, steps", [
    ("vsr", 5, 6), ("territory", 4, 6), ("follow-up", 4, 5), ("look-back", 3, 3), ("blank", 1, 0)])
def test_a_board_begins_ready_with_themes_and_agenda_in_its_language(hall, name, themes, steps):
    for language in ("en", "ar"):
        found = records(hall.makes_board(language=language, template=name))
        assert (len(found["theme"]), len(found["step"])) == (themes, steps)
        words = [each["title"] for each in found["theme"] + found["step"]]
        assert len(set(words)) == len(words) and all(word.isascii() == (language == "en") for word in words if "VSR" not in word)
        assert all(step["task"] and step["minutes"] for step in found["step"])


def test_own_themes_go_with_the_agenda_of_a_template(hall):
    found = records(hall.makes_board(themes=[THEME], template="follow-up"))
    assert [theme["title"] for theme in found["theme"]] == ["Our own"] and len(found["step"]) == 5


def test_an_agenda_comes_only_with_a_template_that_is_asked_for(hall):
    assert records(hall.makes_board())["step"] == []


def test_a_board_begins_open_and_cautious(board):
    made, = records(board)["board"]
    assert made | {"created_at": ""} == {"id": board.id, "title": "Getting our reviews ready", "language": "en", "edit_right": "own",
                                         "join_open": True, "locked": False, "created_at": "",
                                         "may": ["challenge", "solution", "move", "group", "comment", "vote"], "step": "",
                                         "private": False, "authors": "named", "moderate": False, "leader": "",
                                         "bring": None, "stage": None, "purpose": "", "question": "", "collecting": False,
                                         "archived": False, "keep_days": 0,
                                         "timer": {"state": "off", "seconds": 0, "left": 0, "ends_at": "", "lock": False}}


def test_what_is_made_is_answered_with_its_links(hall):
    answer = hall.http().post("/api/boards", json={"title": "T"})
    assert answer.status_code == 201 and set(answer.json) == {"board", "code", "links"}
    assert set(answer.json["links"]) == {"facilitator", "participant", "viewer", "recovery"}
    assert all(link.startswith(f"http://localhost/join/{answer.json['board']}#") for link in answer.json["links"].values())


def test_links_carry_the_address_people_use(open_hall):
    board = open_hall(public_url="https://board.example.org/").makes_board()
    assert board.links["viewer"].startswith(f"https://board.example.org/join/{board.id}#")


def test_themes_of_ones_own_stand_in_their_order(hall):
    board = hall.makes_board(themes=[THEME, {"title": "Second"}, {"title": "Third", "order": -5}])
    found = sorted(records(board)["theme"], key=lambda each: each["order"])
    assert [(each["id"], each["title"], each["order"]) for each in found] == [("own", "Our own", 1), ("theme-2", "Second", 2),
                                                                              ("theme-3", "Third", 3)]
    assert found[0]["color"] == "rose" and found[1]["sign"] == "triangle"


@pytest.mark.parametrize(("given", "reason", "field"), [
    (None, "malformed", None), ([], "malformed", None), ("x", "malformed", None), ({"title": "T", "locked": True}, "malformed", None),
    ({"title": "T", "id": "mine"}, "malformed", None), ({}, "invalid", "title"), ({"title": ""}, "invalid", "title"),
    ({"title": 5}, "invalid", "title"),
    ({"title": "x" * 121}, "limit", "title"), ({"title": "a\nb"}, "invalid", "title"),
    ({"title": "T", "language": "english"}, "invalid", "language"),
    ({"title": "T", "language": ""}, "invalid", "language"), ({"title": "T", "themes": []}, "invalid", "themes"),
    ({"title": "T", "themes": "x"}, "invalid", "themes"), ({"title": "T", "themes": ["x"]}, "invalid", "themes"),
    ({"title": "T", "themes": [{"title": "A"}] * 21}, "limit", "themes"), ({"title": "T", "themes": [THEME, THEME]}, "invalid", "themes"),
    ({"title": "T", "themes": [{"title": ""}]}, "invalid", "title"),
    ({"title": "T", "themes": [{**THEME, "colour": 1}]}, "malformed", "colour"),
    ({"title": "T", "themes": [{**THEME, "color": "red"}]}, "invalid", "color"),
    ({"title": "T", "themes": [{**THEME, "id": "a b"}]}, "invalid", "id")])
def test_a_board_out_of_bounds_is_not_made(hall, given, reason, field):
    answer = hall.http().post("/api/boards", json=given)
    assert (answer.json["error"]["reason"], answer.json["error"].get("field")) == (reason, field)


@pytest.mark.parametrize("body", [b"", b"{", b"nonsense", b"\xff\xfe", b'{"title": "\\ud800"}', b'{"title": NaN}', b"[" * 5000])
def test_what_is_no_json_is_malformed(hall, body):
    answer = hall.http().post("/api/boards", data=body, content_type="application/json")
    assert answer.status_code == 400 and answer.json["error"]["reason"] in ("malformed", "invalid")


def test_too_large_a_body_is_over_the_limit(hall, ana):
    answer = ana.post("changes", data=b" " * 200_000)
    assert answer.status_code == 413 and answer.json["error"]["reason"] == "limit" and answer.json["error"]["limit"] == 100_000


@pytest.fixture
def export(board, ana, fatima):
    ana.adds_note("Datos — बेटा", sdgs=[1, 17], language="es", x=1.25, y=-3)
    note = ana.adds_note("typed", theme="capacity", kind="solution")
    ana.changes(["text", "note", note["id"], 0, [5, "!"]])
    gone = ana.adds_note("canary in the trash")
    ana.changes(["remove", "note", gone["id"]])
    fatima.changes(["set", "board", board.id, {"edit_right": "association", "join_open": False}], ["set", "theme", "data", {"order": 2.5}])
    return fatima.get("export/json?names=1").json


def test_export_import_export_loses_nothing(hall, export):
    board = hall.imports_board(export)
    reader = board.seats("Reader", role="facilitator")
    again = reader.get("export/json?names=1").json
    again["seats"] = [each for each in again["seats"] if each["id"] != reader.seat]
    assert again == export and len(export["notes"]) == 2 and "canary" not in json.dumps(export)


def test_an_export_without_names_comes_back_in_too(hall, export, board, ana):
    content = ana.get("export/json").json
    assert {seat["name"] for seat in content["seats"]} == {""} and {seat["association"] for seat in content["seats"]} == {"UNGL", "UCLG"}
    assert hall.imports_board(content).seats("Reader")


def test_an_imported_board_lives_apart(hall, export, board, ana):
    copy_ = hall.imports_board(export)
    before = ana.snapshot()
    reader = copy_.seats("Reader", role="facilitator")
    reader.changes(["set", "note", export["notes"][0]["id"], {"text": "changed"}])
    assert ana.snapshot() == before and copy_.code != board.code
    assert hall.http().get(f"/api/boards/{copy_.id}/me", headers={"Authorization": f"Bearer {ana.token}"}).status_code == 404


def broken(**changes):
    """What is put where: `notes.0.kind` names the place; … removes it."""
    def apply(content):
        content = copy.deepcopy(content)
        for path, value in changes.items():
            *way, last = [int(part) if part.isdigit() else part for part in path.split("__")]
            place = content
            for part in way:
                place = place[part]
            if value is ...:
                del place[last]
            else:
                place[last] = value
        return content
    return apply


@pytest.mark.parametrize(("change", "reason", "field"), [
    (lambda content: None, "malformed", "format"), (lambda content: [], "malformed", "format"), (lambda content: {}, "malformed", "format"),
    (lambda content: {"nodes": [], "edges": []}, "malformed", "format"), (broken(format="miro"), "malformed", "format"),
    (broken(version=VERSION + 1), "invalid", "version"),
    (broken(version="1"), "invalid", "version"), (broken(notes=...), "malformed", "format"),
    (broken(extra=1), "malformed", "format"), (broken(board=[]), "invalid", "board"), (broken(board__title=""), "invalid", "board.title"),
    (broken(board__title=...), "invalid", "board.title"), (broken(board__extra=1), "invalid", "board.extra"),
    (broken(board__created_at="yesterday"), "invalid", "board.created_at"),
    (broken(board__created_at="2024-99-99T99:99:99.999Z"), "invalid", "board.created_at"),
    (broken(board__created_at="٢٠٢٤-03-21T14:05:09.120Z"), "invalid", "board.created_at"),
    (broken(board__locked=1), "invalid", "board.locked"), (broken(themes={}), "invalid", "themes"),
    (broken(themes=[]), "invalid", "themes"),
    (broken(themes__0__color="red"), "invalid", "themes[0].color"), (broken(themes__1=None), "invalid", "themes[1]"),
    (broken(themes__1__id="political-will"), "invalid", "themes.id"), (broken(themes=[THEME] * 21), "limit", "themes"),
    (broken(seats__0__role="admin"), "invalid", "seats[0].role"), (broken(seats__0__name=5), "invalid", "seats[0].name"),
    (broken(seats=None), "invalid", "seats"), (broken(notes__0__kind="idea"), "invalid", "notes[0].kind"),
    (broken(notes__1__x=None), "invalid", "notes[1].x"),
    (broken(notes__1__x="1"), "invalid", "notes[1].x"), (broken(notes__0__text="x" * 2001), "limit", "notes[0].text"),
    (broken(notes__0__text="\x07"), "invalid", "notes[0].text"), (broken(notes__0__theme="nowhere"), "invalid", "notes[0].theme"),
    (broken(notes__0__text_rev=-1), "invalid", "notes[0].text_rev"), (broken(notes__0__text_rev=True), "invalid", "notes[0].text_rev"),
    (broken(notes__0__seat="a b"), "invalid", "notes[0].seat"), (broken(notes__0__sdgs=[18]), "invalid", "notes[0].sdgs"),
    (broken(notes__0__deleted_at="x"), "invalid", "notes[0].deleted_at"), (broken(notes__0__z=...), "invalid", "notes[0].z"),
    (broken(notes__1__id=""), "invalid", "notes[1].id")])
def test_a_foreign_or_broken_file_is_refused_and_the_place_named(hall, export, change, reason, field):
    answer = hall.http().post("/api/boards/import", data=json.dumps(change(export)))
    assert answer.status_code in (400, 413) and (answer.json["error"]["reason"], answer.json["error"]["field"]) == (reason, field)


def test_too_many_notes_or_bytes_are_over_the_limit(open_hall, export):
    hall = open_hall(max_notes=1, max_import=5000)
    assert hall.http().post("/api/boards/import", json={**export, "seats": []}).json["error"]["limit"] in (1, 5000)
    answer = hall.http().post("/api/boards/import", data=b" " * 6000)
    assert answer.status_code == 413 and answer.json["error"] == {"reason": "limit", "limit": 5000}


def test_the_demo_workshop_can_be_imported(hall):
    from board.demo import load
    reader = hall.imports_board(load()).seats("Reader")
    assert len(reader.snapshot()["records"]["note"]) >= 20


@pytest.mark.parametrize(("link", "ok"), [
    ("http://localhost/join/abc#key", True), ("http://evil.example/join/abc#key", False), ("https://localhost/join/abc#key", False),
    ("http://localhost/other", False), ("javascript:alert(1)", False), ("", False), (5, False),
    ("http://localhost/join/" + "x" * 300, False),
    ("http://localhost@evil.example/join/x", False)])
def test_a_qr_code_is_made_of_own_join_links_only(hall, link, ok):
    answer = hall.http().post("/api/qr", json={"link": link})
    assert answer.status_code == (200 if ok else 400)
    if ok:
        assert answer.mimetype == "image/svg+xml" and answer.data.startswith(b"<svg")
    else:
        assert answer.json == {"error": {"reason": "invalid", "field": "link"}}


def test_the_board_s_qr_code_is_a_picture(ana):
    answer = ana.get("qr.svg")
    assert answer.mimetype == "image/svg+xml" and b"<script" not in answer.data
