"""Our own files come back: JSON, CSV, workbooks and Mural's CSV in every language."""
from __future__ import annotations

import json

import pytest

from board import demo
from board.export import csv_file, json_file, mural_csv, workbook
from board.export.clean import clean
from board.export.job import Job
from board.export.words import Words, languages
from board.imports import own_file
from board.imports.reader import read
from board.imports.sheet import BadFile
from board.records import TYPES

WRITERS = {"csv": csv_file.write, "mural": mural_csv.write, "json": json_file.write, "xlsx": workbook.write}
SOURCES = {"csv": "table", "mural": "mural", "json": "json", "xlsx": "table"}
SAID = ("kind", "theme", "cluster", "association", "sdgs", "status")


@pytest.fixture(scope="module")
def content():
    found = {"translations": [], **demo.load()}
    for name, part in {"board": [found["board"]], "note": found["notes"], "seat": found["seats"]}.items():
        for record in part:     # fields that are newer than the demonstration
            record.update({field: each.default for field, each in TYPES[name].fields.items() if field not in record})
    return found


def brought(content, format, language, **options):
    body = WRITERS[format](Job(content, Words(language)))
    themes = [{"id": each["id"], "title": each["title"]} for each in content["themes"]]
    return read(body, f"a.{format}", {"board": {"themes": themes}, **options})


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("format", WRITERS)
def test_every_note_comes_back_whole(content, format, language):
    proposal = brought(content, format, language)
    assert proposal["source"] == SOURCES[format]
    assert (proposal["count"]["notes"], proposal["problems"]) == (len(content["notes"]), [])
    clusters = {each["id"]: each["title"] for each in content["clusters"]}
    written = {clean(note["text"]): note for note in content["notes"]}
    assert len(written) == len(content["notes"])
    names = {row["row"]: written[row["text"]]["id"] for row in proposal["rows"]}
    for row in proposal["rows"]:
        note = written[row["text"]]
        wanted = {**{name: note[name] for name in SAID}, "cluster": clusters.get(note["cluster"], "")}
        assert {name: row[name] for name in SAID} == wanted
        assert names.get(row.get("merged_into"), "") == note["merged_into"]
        assert format == "mural" or row["language"] == note["language"]
    answers = {(names[row["row"]], names[each]) for row in proposal["rows"] for each in row["answers"]}
    assert answers == {(each["solution"], each["challenge"]) for each in content["answers"]}


@pytest.mark.parametrize("format", WRITERS)
def test_merged_notes_and_votes_come_back(content, format):
    root, twin = [note for note in content["notes"] if note["kind"] == "challenge" and not note["merged_into"]][:2]
    notes = [{**note, "merged_into": root["id"]} if note is twin else note for note in content["notes"]]
    results = {"voters": 3, "associations": 2, "targets": [[root["id"], 5, 2, 2]]}
    round_ = {**{name: each.default for name, each in TYPES["round"].fields.items()}, "id": "r1", "title": "What first?", "on": "notes",
              "state": "closed", "results": results, "created_at": "2024-03-21T10:00:00.000Z"}
    proposal = brought({**content, "notes": notes, "rounds": [round_]}, format, "fr")
    rows = {row["text"]: row for row in proposal["rows"]}
    one, other = rows[clean(root["text"])], rows[clean(twin["text"])]
    assert (other["merged_into"], one["votes"], other["votes"]) == (one["row"], 7, 0)


def test_a_theme_with_the_id_of_one_on_the_board_is_that_one(content):
    themes = [{"id": each["id"], "title": f"Titre {each['order']}"} for each in content["themes"]]
    proposal = read(json_file.write(Job(content, Words("en"))), "a.json", {"board": {"themes": themes}})
    assert [row["theme"] for row in proposal["rows"]] == [note["theme"] for note in content["notes"]]


def test_themes_that_are_not_on_the_board_are_new(content):
    proposal = brought(content, "json", "en", board={"themes": [{"id": "x", "title": "Something else"}]})
    titles = {each["id"]: each["title"] for each in content["themes"]}
    assert {row["theme"] for row in proposal["rows"]} == {f"+{titles[note['theme']]}" for note in content["notes"]}


def test_the_version_is_the_one_that_is_written():
    assert (own_file.FORMAT, own_file.VERSION) == (json_file.FORMAT, json_file.VERSION)


@pytest.mark.parametrize("body, expected", [
    ("[" * 100_000, "deep"), ("[" * 100_000 + "]" * 100_000, "deep"), ('{"a":' * 100_000, "deep"), ("{", "not_json"),
    ("[1, 2]", "not_json"), ("null", "not_json"), ('{"format": "other", "notes": []}', "not_json"),
    ('{"format": "board", "version": "2", "notes": []}', "not_json"),
    ('{"format": "board", "version": 2}', "not_json"), ('{"format": "board", "version": true, "notes": []}', "not_json"),
    ('{"format": "board", "version": 2, "notes": [5]}', "not_json"), ('{"format": "board", "version": 999, "notes": []}', "newer_version"),
    ('{"format": "board", "version": 2, "notes": []}', "no_text"), ("9" * 5000, "not_json"),
    (json.dumps({"format": "board", "version": 2, "notes": [{}] * 5001}), "too_many_rows")])
def test_what_no_board_wrote_is_refused(body, expected):
    with pytest.raises(BadFile) as caught:
        read(body.encode(), "a.json", {})
    assert caught.value.reason == expected


@pytest.mark.parametrize("note", [
    {"id": 5, "text": "No data"}, {"text": "No data", "theme": ["x"], "sdgs": {"a": 1}, "status": 7, "x": "1", "y": True},
    {"text": "No data", "kind": "thing", "merged_into": "nowhere", "cluster": None, "x": 10**400, "y": 1}])
def test_odd_values_in_a_file_of_ours_are_left_out(note):
    row = read(json.dumps({"format": "board", "version": 1, "notes": [note]}).encode(), "a.json", {})["rows"][0]
    assert row == {**row, "text": "No data", "kind": "challenge", "theme": "", "cluster": "", "sdgs": [], "status": "open"}
    assert (row["x"], row["y"]) == (None, None)
    assert "merged_into" not in row


def test_answers_to_notes_that_are_not_there_are_left_out():
    file = {"format": "board", "version": 2, "notes": [{"id": "a", "kind": "solution", "text": "Maps"}],
            "answers": [{"id": "x", "solution": "a", "challenge": "nowhere"}, {"id": "y"}, 5]}
    proposal = read(json.dumps(file).encode(), "a.json", {})
    assert (proposal["rows"][0]["answers"], [each["reason"] for each in proposal["problems"]]) == ([], ["link"])


def test_braces_in_a_text_do_not_make_it_json():
    assert read(b"{first} thing\n[second] thing", "", {})["source"] == "lines"
