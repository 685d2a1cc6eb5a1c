"""Notes in other languages: who may translate, what becomes of a translation with its note, and what it must not tell."""
from __future__ import annotations

import json

import pytest
from mirror import Screen

from board.records.translation import MAX_TRANSLATIONS
from board.text import sum_of
from hall import does


def translates(note, text="Sin datos", language="es", name="t", **more):
    return ["add", "translation", {"id": name, "note": note, "language": language, "text": text, **more}]


@pytest.fixture
def note(ana, olga, fatima, board):
    """Ana's, of which Olga is to be the interpreter. At the end everybody's screen must be right."""
    screens = [Screen(person) for person in (ana, olga, fatima, board.seats("Vera", role="viewer"))]
    does(fatima, ["set", "seat", olga.seat, {"interpreter": True}])
    yield ana.adds_note("No data")["id"]
    assert all(screen.is_right() for screen in screens)


def there(person, name="t"):
    seen = person.snapshot()
    return next((each for part in ("own", "records") for each in seen[part].get("translation", ()) if each["id"] == name), None)


def test_the_author_an_interpreter_and_a_facilitator_translate_and_nobody_else(note, ana, olga, fatima, board):
    for person, language in ((ana, "es"), (olga, "fr"), (fatima, "ne")):
        does(person, translates(note, language=language, name=language))
    ben = board.seats("Ben")
    for step in (translates(note, language="pt"), ["set", "translation", "es", {"text": "No"}], ["remove", "translation", "es"]):
        assert ben.changes(step)["reason"] == "forbidden"
    does(fatima, ["set", "seat", olga.seat, {"interpreter": False}])
    assert olga.changes(["set", "translation", "fr", {"text": "Non"}])["reason"] == "forbidden"
    assert ben.changes(["set", "seat", ben.seat, {"interpreter": True}])["reason"] == "forbidden"


def test_a_translation_knows_the_text_it_was_made_from(note, ana, olga):
    does(olga, translates(note))
    assert there(ana)["source"] == sum_of("No data") and there(ana)["machine"] is False
    does(ana, ["set", "note", note, {"text": "No data at all"}])
    assert there(ana)["source"] == sum_of("No data")
    does(olga, ["set", "translation", "t", {"text": "Ningún dato"}])
    assert there(ana)["source"] == sum_of("No data at all")
    does(olga, ["set", "translation", "t", {"source": 5}])
    assert there(ana)["source"] == 5 and there(ana)["text"] == "Ningún dato"


def test_what_a_machine_made_is_a_persons_once_it_was_edited(note, ana, olga):
    does(olga, translates(note, machine=True))
    assert there(ana)["machine"] is True
    does(olga, ["set", "translation", "t", {"text": "Faltan datos"}])
    assert there(ana)["machine"] is False


def test_a_person_writes_over_a_machine_but_no_machine_over_a_person(note, ana, olga, fatima):
    does(olga, translates(note, "Uno", machine=True))
    does(ana, translates(note, "Dos", name="other"))
    assert there(fatima, "other") is None
    assert (there(fatima)["text"], there(fatima)["machine"], there(fatima)["seat"]) == ("Dos", False, olga.seat)
    outcome = fatima.changes(translates(note, "Tres", name="third", machine=True))
    assert (outcome["reason"], outcome["field"]) == ("invalid", "language") and there(ana)["text"] == "Dos"


def test_of_two_who_translate_at_once_the_first_stands_and_the_other_is_told(note, ana, olga, fatima):
    does(olga, translates(note, "Uno"))
    for person, name in ((ana, "other"), (fatima, "third")):
        outcome = person.changes(translates(note, "Dos", name=name))
        assert (outcome["reason"], outcome["field"]) == ("invalid", "language")
    assert there(fatima)["text"] == "Uno" and there(fatima, "other") is None
    does(ana, translates(note, "Uno", name="same"))
    does(olga, translates(note, "Uno más", name="again"))
    assert there(fatima)["text"] == "Uno más", "one's own, and the same words, are no quarrel"
    does(fatima, ["set", "translation", "t", {"text": "Leído"}])
    assert there(ana)["text"] == "Leído"


def test_a_translation_of_a_deleted_note_is_refused_and_says_so(note, ana, olga):
    does(olga, translates(note))
    does(ana, ["remove", "note", note])
    for step in (translates(note, language="fr", name="u"), ["set", "translation", "t", {"text": "x"}], ["remove", "translation", "t"]):
        outcome = olga.changes(step)
        assert (outcome["reason"], outcome["record"]) == ("gone", ["note", note])
    does(ana, ["add", "note", {"id": note}])
    assert there(olga)["text"] == "Sin datos"


def test_p1_what_not_everybody_sees_is_not_translated(note, ana, olga, fatima, board):
    does(olga, translates(note))
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    assert all(there(person) is None for person in (ana, olga, fatima))
    assert olga.changes(["set", "translation", "t", {"text": "x"}])["reason"] == "not_found"
    assert olga.changes(translates(note, language="fr", name="u"))["reason"] == "not_found"
    assert ana.changes(translates(note, language="fr", name="u"))["reason"] == "invalid"
    does(fatima, ["set", "board", board.id, {"private": True}])
    private = ana.adds_note("Mine alone")["id"]
    assert ana.changes(translates(private, language="fr", name="u"))["reason"] == "invalid"
    assert olga.changes(translates(private, language="fr", name="u"))["reason"] == "not_found"


@pytest.mark.parametrize("authors", ["association", "nobody"])
def test_p11_who_translated_an_anonymous_note_is_told_to_nobody_also_later(note, ana, olga, fatima, board, authors):
    does(fatima, ["set", "board", board.id, {"authors": authors}])
    secret = ana.adds_note("Unsaid")["id"]
    does(fatima, ["set", "board", board.id, {"authors": "named"}])
    olga.heard()
    does(ana, translates(secret, "Callado"))
    does(ana, ["set", "translation", "t", {"text": "No dicho"}])
    heard = str(olga.heard())
    assert "No dicho" in heard and ana.seat not in heard
    assert there(olga)["seat"] == there(fatima)["seat"] == "" and there(ana)["seat"] == ana.seat
    does(ana, ["remove", "translation", "t"])
    assert ana.seat not in str(olga.heard())


@pytest.mark.parametrize("authors", ["association", "nobody"])
@pytest.mark.parametrize("again", [lambda note: translates(note, "Ningún dato", name="u"),
                                   lambda note: ["set", "translation", "t", {"text": "Ningún dato"}]])
def test_p11_who_writes_a_named_translation_anew_is_not_told_while_authors_are_not(note, ana, olga, fatima, board, authors, again):
    does(olga, translates(note, machine=True))
    does(fatima, ["set", "board", board.id, {"authors": authors}])
    seq = ana.snapshot()["seq"]
    ana.heard()
    does(fatima, again(note))
    change, = [each for message in ana.heard("changes") for each in message["changes"]]
    assert (change["seat"], change["change_id"]) == ("", "") and "Ningún dato" in str(change["steps"])
    assert fatima.seat not in ana.get(f"changes?since={seq}").text
    how = {"association": "name", "nobody": "all"}[authors]
    seen = [(there(person)["seat"], there(person)["anonymous"]) for person in (ana, fatima, olga)]
    assert seen == [("", how), ("", how), (olga.seat, how)], "nor is it said to be by whom the one before was"


def test_who_was_away_gets_no_text_of_what_is_hidden_meanwhile(note, ana, olga, fatima):
    seq = olga.snapshot()["seq"]
    does(ana, translates(note, "Palabra secreta"))
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    assert "Palabra secreta" not in olga.get(f"changes?since={seq}").text


def test_there_are_not_more_than_the_bound(note, olga, monkeypatch):
    assert MAX_TRANSLATIONS >= 6 * 5_000
    monkeypatch.setattr("board.records.translation.MAX_TRANSLATIONS", 1)
    does(olga, translates(note))
    outcome = olga.changes(translates(note, language="fr", name="u"))
    assert (outcome["reason"], outcome["limit"]) == ("limit", 1)


@pytest.mark.parametrize(("given", "field"), [
    ({"language": "es-"}, "language"), ({"language": "a" * 36}, "language"), ({"language": 5}, "language"),
    ({"text": ""}, "text"), ({"text": None}, "text"), ({"machine": None}, "machine"), ({"language": ""}, "language"),
    ({"language": "Español"}, "language"), ({"text": " "}, "text"), ({"text": "x" * 3001}, "text"),
    ({"machine": 1}, "machine"), ({"source": -1}, "source"), ({"source": 2**31}, "source"), ({"seat": "x"}, "seat"),
    ({"note": "never"}, "")])
def test_c2_what_is_no_translation_is_refused(note, olga, given, field):
    step = translates(note)
    step[2].update(given)
    outcome = olga.changes(step)
    assert not outcome["ok"] and outcome.get("field", "") == field and there(olga) is None


@pytest.mark.parametrize("text", ["a\\u0000b", "half \\ud800", "\\u0007"])
def test_what_cannot_be_stored_is_refused_at_every_door(note, olga, text):
    step = json.dumps(translates(note, "TEXT")).replace("TEXT", text)
    answer = olga.post("changes", data=f'{{"change_id": "odd", "steps": [{step}]}}', content_type="application/json")
    assert answer.status_code == 400 and there(olga) is None


@pytest.mark.parametrize("field", ["note", "language"])
def test_what_a_translation_is_of_stays(note, olga, field):
    does(olga, translates(note))
    assert olga.changes(["set", "translation", "t", {field: "fr"}])["field"] == field


def test_who_is_an_interpreter_is_in_the_audit(note, fatima, olga):
    entry = fatima.get("audit").json["entries"][0]
    assert (entry["action"], entry["target"], entry["detail"]) == ("role", olga.seat, {"interpreter": True})


def test_directions_and_languages_that_are_none_of_ours_are_kept(note, ana, olga):
    mixed = "بيانات SDG 5 \u2067ناقصة\u2069 (2030) – नेपाल 👩🏽\u200d🌾\nсело"
    for language in ("ar", "zu", "xh", "pt-BR", "zh-Hant"):
        does(olga, translates(note, mixed, language, name=language))
        assert there(ana, language)["text"] == mixed
