"""Exports by HTTP: every format, its parts, what is left out, the last ones, and what happens when one cannot be made."""
from __future__ import annotations

import json
import os
import time

import pytest

from board import concurrency, exports
from board.concurrency import ProcessFailed
from board.export.formats import FORMATS
from board.export.words import languages
from hall import does

FIRST_BYTES = {"pdf": b"%PDF-1.", "docx": b"PK\x03\x04", "pptx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "png": b"\x89PNG", "svg": b"<svg",
               "csv": b"\xef\xbb\xbf", "html": b"<!", "md": b"#", "json": b"{"}


@pytest.fixture
def filled(board, ana, olga, fatima):
    """Two themes, an answer, a note nobody else may see, one that is hidden, one in the trash."""
    does(ana, ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "No census"}],
         ["add", "note", {"id": "n2", "kind": "solution", "theme": "data", "text": "Count ourselves"}],
         ["add", "answer", {"id": "a1", "solution": "n2", "challenge": "n1"}])
    does(olga, ["add", "note", {"id": "n3", "kind": "challenge", "theme": "capacity", "text": "No money"}],
         ["add", "comment", {"id": "k1", "note": "n1", "text": "Here too"}])
    return fatima


def asked(person, **wish):
    """The export as the list tells of it, once it is made."""
    answer = person.post("exports", json=wish)
    assert answer.status_code == 202, answer.json
    found = person.get("exports").json["exports"]
    return next(each for each in found if each["id"] == answer.json["id"])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_a_file_of_its_kind(filled, ana, name):
    answer = ana.get(f"export/{name}", query_string={"language": "ar"})
    assert answer.status_code == 200, answer.data
    assert answer.mimetype == FORMATS[name].mimetype.split(";")[0]
    assert answer.data.startswith(FIRST_BYTES[FORMATS[name].ending]), answer.data[:20]
    assert f".{FORMATS[name].ending}" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and "attachment" in answer.headers["Content-Disposition"]
    assert name not in ("html", "board-svg") or answer.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize(("part", "there", "missing"), [
    ({}, ["No census", "Count ourselves", "No money"], []),
    ({"theme": "data"}, ["No census", "Count ourselves"], ["No money"]),
    ({"association": "KS"}, ["No money"], ["No census"])])
@pytest.mark.parametrize("name", ["md", "csv", "json"])
def test_a_part_of_the_board(filled, ana, name, part, there, missing):
    text = ana.get(f"export/{name}", query_string=part).text
    assert [each for each in there if each not in text] == [] and [each for each in missing if each in text] == []


def test_what_a_filter_shows(filled, ana):
    made = asked(ana, format="csv", notes=["n3", "gone"])
    text = ana.get(f"exports/{made['id']}/file").text
    assert "No money" in text and "No census" not in text and made["wish"]["scope"] == ["notes", 2]


@pytest.mark.parametrize(("wish", "error"), [
    ([], {"reason": "malformed"}), ({"format": "md", "colour": 1}, {"reason": "malformed"}),
    ({"format": "doc"}, {"reason": "invalid", "field": "format"}), ({}, {"reason": "invalid", "field": "format"}),
    ({"format": ["md"]}, {"reason": "invalid", "field": "format"}),
    ({"format": "md", "names": 1}, {"reason": "invalid", "field": "names"}),
    ({"format": "md", "language": "xx"}, {"reason": "invalid", "field": "language"}),
    ({"format": "md", "language": ["en"]}, {"reason": "invalid", "field": "language"}),
    ({"format": "csv", "separator": [","]}, {"reason": "invalid", "field": "separator"}),
    ({"format": "csv", "separator": "|"}, {"reason": "invalid", "field": "separator"}),
    ({"format": "md", "theme": "never"}, {"reason": "invalid", "field": "theme"}),
    ({"format": "md", "theme": 5}, {"reason": "invalid", "field": "theme"}),
    ({"format": "md", "association": "Nobody"}, {"reason": "invalid", "field": "association"}),
    ({"format": "md", "notes": ["a b"]}, {"reason": "invalid", "field": "notes"}),
    ({"format": "md", "theme": "data", "notes": []}, {"reason": "invalid", "field": "notes"})])
def test_a_wish_that_cannot_be_is_refused(filled, ana, wish, error):
    for path in ("exports", "exports/preview"):
        assert ana.post(path, json=wish).json["error"] == error
    assert ana.get("exports").json["exports"] == []


def test_f1_names_are_for_facilitators(filled, ana):
    assert ana.post("exports", json={"format": "md", "names": True}).status_code == 403
    assert "Olga" in filled.get("export/csv?names=1").text and "Olga" not in filled.get("export/csv").text


def test_the_preview_counts_what_will_be_in_it(board, filled, ana):
    does(filled, ["set", "board", board.id, {"private": True}])
    does(ana, ["add", "note", {"id": "mine", "kind": "challenge", "theme": "data", "text": "not yet"}])
    found = ana.post("exports/preview", json={"format": "pdf"}).json
    assert {name: found[name] for name in ("notes", "challenges", "solutions", "unanswered", "comments")} == {
        "notes": 3, "challenges": 2, "solutions": 1, "unanswered": 1, "comments": 1}
    assert {each["id"]: each["challenges"] for each in found["themes"]}["data"] == 1
    assert found["associations"] == ["KS", "UNGL"] and "not yet" not in json.dumps(found)
    assert ana.post("exports/preview", json={"format": "pdf", "theme": "data"}).json["unanswered"] == 0


@pytest.mark.parametrize("language", languages())
def test_reports_speak_every_language(filled, ana, language):
    text = ana.get("export/md", query_string={"language": language}).text
    assert "report." not in text and "count." not in text and "No census" in text


def test_the_last_ones_are_remembered(filled, ana, olga):
    first = asked(ana, format="json")
    second = asked(ana, format="csv", theme="data", language="es", separator=";")
    assert [each["id"] for each in ana.get("exports").json["exports"]] == [second["id"], first["id"]]
    assert (second["state"], second["kept"], second["wish"]["scope"]) == ("ready", True, ["theme", "data"]) and second["size"] > 100
    assert second["name"].endswith(".csv") and b"No census" in ana.get(f"exports/{second['id']}/file").data
    assert olga.get("exports").json["exports"] == []
    assert [each["kept"] for each in filled.get("exports").json["exports"]] == [False, False], "seen by facilitators, not given to them"
    for person in (olga, filled):
        assert person.get(f"exports/{second['id']}/file").status_code == 404


@pytest.mark.parametrize("how", ["hidden", "removed"])
def test_f2_a_kept_file_does_not_outlive_what_it_shows(filled, ana, olga, how):
    made = asked(ana, format="json")
    assert ana.get(f"exports/{made['id']}/file").status_code == 200
    if how == "hidden":
        does(filled, ["set", "note", "n3", {"hidden": "a name in it"}])
    else:
        does(olga, ["remove", "comment", "k1"])
    assert ana.get(f"exports/{made['id']}/file").json["error"] == {"reason": "gone"}
    assert b"No money" not in ana.get(f"exports/{asked(ana, format='json')['id']}/file").data or how == "removed"


def test_files_are_kept_for_an_hour(hall, filled, ana):
    made = asked(ana, format="json")
    kept = hall.parts.settings.data / "exports" / made["id"]
    long_ago = time.time() - exports.KEPT_SECONDS - 1
    os.utime(kept, (long_ago, long_ago))
    asked(ana, format="json")
    assert not kept.exists() and ana.get(f"exports/{made['id']}/file").json["error"] == {"reason": "gone"}


@pytest.mark.parametrize(("status", "why"), [(3, "memory"), (-6, "memory"), (-9, "memory"), (None, "time"), (-24, "time"), (1, "failed")])
def test_a_process_that_dies_is_told_and_the_board_goes_on(filled, ana, monkeypatch, status, why):
    def dies(self, arguments, given, seconds):
        raise ProcessFailed("died", status)
    monkeypatch.setattr(concurrency.Concurrency, "process", dies)
    made = asked(ana, format="md")
    assert (made["state"], made["reason"], made["kept"]) == ("failed", why, False)
    answer = ana.get("export/md")
    assert (answer.status_code, answer.json["error"]["field"]) == (503, why)
    assert ana.adds_note("we go on") and ana.get(f"exports/{made['id']}/file").status_code == 404


def test_the_bounds_are_real(hall, filled, ana):
    """A process that wants more memory than it may have is ended, and says nothing it should not."""
    import dataclasses
    settings = hall.parts.settings
    hall.parts.exporting._settings = dataclasses.replace(settings, export_memory=200)
    for index in range(0, 400, 20):
        does(ana, *(["add", "note", {"id": f"m{index + at}", "kind": "challenge", "theme": "data", "text": "word " * 300}]
                    for at in range(20)))
    made = asked(ana, format="pdf")
    assert (made["state"], made["reason"]) == ("failed", "memory")


def test_a_seat_waits_for_its_files(hall, filled, ana, monkeypatch):
    monkeypatch.setattr(hall.parts.concurrency, "spawn", lambda *arguments: None)
    from board.views import exports as view
    monkeypatch.setitem(view._waiting, (ana.board.id, ana.seat), view.MOST_OF_ONE)
    answer = ana.post("exports", json={"format": "md"})
    assert answer.status_code == 429 and answer.json["error"]["retry_after"]
    assert ana.get("export/json").status_code == 429


def test_what_never_became_ready_is_failed(hall, filled, ana, monkeypatch):
    """Its process went down with the server."""
    monkeypatch.setattr(hall.parts.concurrency, "spawn", lambda *arguments: None)
    made = asked(ana, format="md")
    assert made["state"] == "waiting"
    monkeypatch.setattr(exports, "UNFINISHED", -1)
    found = ana.get("exports").json["exports"][0]
    assert (found["state"], found["reason"]) == ("failed", "failed")
