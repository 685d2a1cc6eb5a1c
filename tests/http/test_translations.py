"""Translations in history, undo, files and erasure."""
from __future__ import annotations

import json

import pytest

from hall import does


def translations(person):
    return {each["id"]: each for each in person.snapshot()["records"].get("translation", ())}


@pytest.fixture
def note(ana):
    note_id = ana.adds_note("No data")["id"]
    does(ana, ["add", "translation", {"id": "t", "note": note_id, "language": "es", "text": "Sin datos", "machine": True}])
    return note_id


def test_a_moment_shows_what_was_translated_then(fatima, ana, note):
    seq = fatima.snapshot()["seq"]
    does(ana, ["set", "translation", "t", {"text": "Faltan datos"}])
    then = fatima.get(f"history/{seq}").json["records"]["translation"]
    assert [(each["text"], each["machine"]) for each in then] == [("Sin datos", True)]
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    assert fatima.get(f"history/{seq}").json["records"]["translation"] == []


def test_a_moment_brings_translations_back_and_takes_later_ones_away(fatima, ana, note):
    seq = fatima.snapshot()["seq"]
    does(ana, ["remove", "translation", "t"])
    does(ana, ["add", "translation", {"id": "u", "note": note, "language": "fr", "text": "Pas de données"}])
    assert fatima.post("history/restore", json={"seq": seq}).status_code == 200
    found = translations(ana)
    assert set(found) == {"t"} and found["t"]["seat"] == ana.seat and found["t"]["machine"] is True


def test_what_a_person_translated_can_be_undone(fatima, ana, olga, note):
    does(fatima, ["set", "seat", olga.seat, {"interpreter": True}])
    does(olga, ["set", "translation", "t", {"text": "Nada"}])
    does(olga, ["add", "translation", {"id": "u", "note": note, "language": "fr", "text": "Rien"}])
    assert fatima.post("undo", json={"seat": olga.seat, "minutes": 5}).status_code == 200
    found = translations(ana)
    assert set(found) == {"t"} and (found["t"]["text"], found["t"]["machine"]) == ("Sin datos", True)


def test_an_erased_person_leaves_translations_without_a_name_or_takes_them(hall, board, fatima, ana, note):
    olga = board.seats("Olga M")
    does(fatima, ["set", "seat", olga.seat, {"interpreter": True}])
    does(olga, ["add", "translation", {"id": "u", "note": note, "language": "fr", "text": "Rien du tout"}])
    assert olga.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep").status_code == 200
    assert (translations(ana)["u"]["seat"], translations(ana)["u"]["anonymous"]) == ("", "name")
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete").status_code == 200
    assert translations(fatima) == {}
    assert "Sin datos" not in fatima.get("changes?since=0").text


def test_f4_translations_and_interpreters_are_in_the_file_and_come_back_from_it(hall, fatima, ana, olga, note):
    does(fatima, ["set", "seat", olga.seat, {"interpreter": True}])
    file = fatima.get("export/json?names=1").json
    assert [(each["language"], each["text"]) for each in file["translations"]] == [("es", "Sin datos")]
    again = hall.imports_board(file).seats("Host", role="facilitator").get("export/json?names=1").json
    assert again["translations"] == file["translations"]
    assert [each["interpreter"] for each in again["seats"] if each["id"] == olga.seat] == [True]


def test_a_file_of_the_version_before_is_read(hall, fatima, note):
    file = fatima.get("export/json").json
    file["version"] = 3
    del file["translations"]
    for each in file["seats"]:
        del each["interpreter"]
    assert hall.http().post("/api/boards/import", data=json.dumps(file), content_type="application/json").status_code == 201


def test_the_trash_tells_what_notes_were_in_other_languages_and_not_who_translated_them(fatima, ana, olga, board, note):
    secret, mine = ana.adds_note("Whispered")["id"], olga.adds_note("Mine")["id"]
    for name, of in (("s", secret), ("m", mine)):
        does(fatima, ["add", "translation", {"id": name, "note": of, "language": "es", "text": f"palabra {name}"}])
    does(fatima, ["set", "note", secret, {"hidden": "Wait"}])
    does(fatima, *(["remove", "note", each] for each in (note, secret, mine)))
    found = fatima.get("trash").json
    assert len(found["notes"]) == 3 and sorted(each["text"] for each in found["translations"]) == ["Sin datos", "palabra m"]
    assert set(found["translations"][0]) == {"note", "language", "text", "machine", "source"}
    assert [each["text"] for each in ana.get("trash").json["translations"]] == ["Sin datos"], "what is hidden stays so"
    assert board.seats("Ben").get("trash").json == {"notes": [], "translations": []}


def test_the_printed_board_has_both_in_the_language_of_the_page(fatima, note):
    does(fatima, ["add", "translation", {"id": "p", "note": note, "language": "pt", "text": "Sem dados"}])
    page = fatima.http.get(f"/board/{fatima.board.id}/print", headers={"Accept-Language": "es"}).text
    assert "No data" in page and "Sin datos" in page and "Sem dados" not in page
    assert 'lang="es"><span' in page
    english = fatima.http.get(f"/board/{fatima.board.id}/print", headers={"Accept-Language": "en"}).text
    assert "No data" in english and "Sin datos" not in english
