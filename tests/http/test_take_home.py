"""A whole workshop as a file and back: clusters, answers, talk, agenda, results. What not everybody sees is in no file."""
from __future__ import annotations

import copy
import csv
import io
import json
import re

import pytest

from board.export.csv_file import COLUMNS
from hall import does

FORMATS = ["export/json", "export/csv", "export/md", "export/html", "../../board/{board}/print"]


def takes(person, path, names=False):
    base = f"/api/boards/{person.board.id}/{path}" if path.startswith("export") else f"/board/{person.board.id}/print"
    answer = person.http.get(f"{base}?names={int(names)}")
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def workshop(board, ana, olga, fatima):
    """Of everything something, and a closed round."""
    does(fatima, ["add", "step", {"id": "s1", "title": "Welcome", "task": "Say hello", "minutes": 5, "may": ["comment"]}],
         ["add", "step", {"id": "s2", "title": "Write", "private": False}])
    for note_id, kind, text in (("n1", "challenge", "No census"), ("n2", "challenge", "No census data"),
                                ("n3", "solution", "Count\nourselves"),
                                ("n4", "challenge", "No money")):
        does(ana, ["add", "note", {"id": note_id, "kind": kind, "theme": "data", "text": text, "x": int(note_id[1]) * 200, "y": 0}])
    does(ana, ["add", "cluster", {"id": "c1", "theme": "data", "title": "Figures", "x": 0, "y": 0, "w": 400, "h": 200}],
         *(["set", "note", note_id, {"cluster": "c1"}] for note_id in ("n1", "n2", "n3")))
    does(ana, ["set", "note", "n2", {"merged_into": "n1"}], ["set", "note", "n1", {"status": "key_message"}])
    does(ana, ["add", "answer", {"id": "a1", "solution": "n3", "challenge": "n2"}])
    does(olga, ["add", "comment", {"id": "k1", "note": "n1", "text": "Here too"}],
         ["add", "reaction", {"id": "e1", "note": "n1", "sign": "like"}])
    does(ana, ["add", "translation", {"id": "t1", "note": "n1", "language": "es", "text": "Sin censo"}])
    does(fatima, ["set", "board", board.id, {"authors": "nobody"}])
    does(olga, ["add", "note", {"id": "n5", "kind": "solution", "theme": "data", "text": "Ask them", "x": 2000, "y": 0}],
         ["add", "comment", {"id": "k2", "note": "n1", "text": "Unknown voice"}],
         ["add", "reaction", {"id": "e2", "note": "n4", "sign": "heart"}])
    does(ana, ["add", "reaction", {"id": "e3", "note": "n4", "sign": "heart"}])
    does(fatima, ["set", "board", board.id, {"authors": "named", "step": "s1"}], ["set", "theme", "capacity", {"locked": True}],
         ["set", "note", "n4", {"locked": True}], ["add", "round", {"id": "r1", "title": "What first?", "votes": 3, "state": "open"}])
    does(fatima, ["set", "board", board.id, {"may": ["vote", "comment"]}])
    for person, vote, target in ((ana, "v1", "n1"), (olga, "v2", "n1"), (olga, "v3", "n4")):
        does(person, ["add", "vote", {"id": vote, "round": "r1", "target": target}])
    does(fatima, ["add", "vote", {"id": "v4", "round": "r1", "target": "n4", "proxy": True, "association": "LMDG"}])
    does(fatima, ["set", "round", "r1", {"state": "closed"}])
    return fatima


def test_f4_export_import_export_loses_nothing(hall, workshop):
    first = json.loads(takes(workshop, "export/json", names=True))
    assert first["version"] == 4
    assert all(first[part] for part in ("clusters", "answers", "comments", "reactions", "translations", "steps", "rounds"))
    reader = hall.imports_board(first).seats("Reader", role="facilitator")
    again = json.loads(takes(reader, "export/json", names=True))
    again["seats"] = [each for each in again["seats"] if each["id"] != reader.seat]
    assert again == first
    assert first["rounds"][0]["results"] == {"voters": 2, "associations": 3, "targets": [["n1", 2, 0, 2], ["n4", 1, 1, 2]]}


def test_a_board_that_came_in_is_one_like_any_other(hall, workshop):
    board = hall.imports_board(json.loads(takes(workshop, "export/json")))
    fatima, ana = board.seats("Fatima", role="facilitator"), board.seats("Ana")
    does(fatima, ["set", "board", board.id, {"step": "s2", "may": ["move", "group", "comment", "solution"]}])
    does(ana, ["add", "reaction", {"id": "e9", "note": "n4", "sign": "heart"}],
         ["add", "comment", {"id": "k9", "note": "n5", "text": "Yes"}])
    does(ana, ["set", "note", "n2", {"merged_into": ""}], ["remove", "answer", "a1"])
    does(fatima, ["set", "round", "r1", {"title": "What comes first?"}], ["remove", "note", "n5"], ["add", "note", {"id": "n5"}])
    records = ana.snapshot()["records"]
    assert records["round"][0]["results"]["voters"] == 2, "its votes stayed behind, what they were counted to did not"
    assert [each["seat"] for each in records["note"] if each["id"] == "n5"] == [""]
    assert sum(each["note"] == "n4" for each in records["reaction"]) == 3


def test_a_file_of_the_first_version_still_comes_in(hall, workshop):
    new = json.loads(takes(workshop, "export/json", names=True))
    later = {"board": ("may", "step", "private", "authors", "moderate", "purpose", "question"), "themes": ("locked",),
             "seats": ("interpreter",),
             "notes": ("cluster", "status", "merged_into", "locked", "anonymous", "origin")}

    def old(part, record):
        return {field: value for field, value in record.items() if field not in later.get(part, ())}
    file = {"format": "board", "version": 1, "board": old("board", new["board"]), **{part: [
        old(part, each) for each in new[part] if part != "notes" or each["seat"]] for part in ("themes", "seats", "notes")}}
    reader = hall.imports_board(file).seats("Reader")
    notes = reader.snapshot()["records"]["note"]
    assert {(each["id"], each["status"], each["cluster"], each["merged_into"]) for each in notes} == {
        (f"n{number}", "open", "", "") for number in (1, 2, 3, 4)}
    unfit = copy.deepcopy(file)
    unfit["notes"][0]["cluster"] = "c1"
    answer = hall.http().post("/api/boards/import", json=unfit)
    assert answer.json["error"] == {"reason": "invalid", "field": "notes[0].cluster"}


def broken(path, value):
    def apply(content):
        content = copy.deepcopy(content)
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        place = content
        for part in way:
            place = place[part]
        if value is ...:
            del place[last]
        else:
            place[last] = value(place[last]) if callable(value) else value
        return content
    return apply


@pytest.mark.parametrize(("path", "value", "field"), [
    ("board.step", "never", "board.step"), ("board.may", ["fly"], "board.may"), ("board.authors", "some", "board.authors"),
    ("board.timer", {}, "board.timer"),
    ("themes.0.locked", 1, "themes[0].locked"), ("clusters.0.theme", "never", "clusters[0].theme"), ("clusters.0.w", 0, "clusters[0].w"),
    ("clusters.0.w", ..., "clusters[0].w"), ("clusters.0.locked", None, "clusters[0].locked"), ("clusters", {}, "clusters"),
    ("notes.0.cluster", "never", "notes[0].cluster"), ("notes.0.theme", "capacity", "notes[0].cluster"),
    ("notes.0.merged_into", "n1", "notes[0].merged_into"), ("notes.0.merged_into", "n2", "notes[0].merged_into"),
    ("notes.0.merged_into", "never", "notes[0].merged_into"),
    ("notes.0.status", "done", "notes[0].status"), ("notes.0.hidden", "", "notes[0].hidden"),
    ("notes.0.private", False, "notes[0].private"), ("notes.0.origin", {}, "notes[0].origin"), ("notes.0.origin", "x", "notes[0].origin"),
    ("notes.0.origin", {"board": "b", "title": "T", "note": "n", "written_at": "x", "status": "open", "votes": -1}, "notes[0].origin"),
    ("board.purpose", 5, "board.purpose"), ("board.collecting", True, "board.collecting"),
    ("notes.0.anonymous", "much", "notes[0].anonymous"), ("notes.0.anonymous", [], "notes[0].anonymous"),
    ("notes.0.anonymous", "name", "notes[0].seat"),
    ("notes.0.seat", "", "notes[0].seat"), ("notes.4.association", "UNGL", "notes[4].association"),
    ("notes.4.anonymous", "", "notes[4].seat"),
    ("answers.0.solution", "never", "answers[0].solution"), ("answers.0.challenge", "n3", "answers[0].challenge"),
    ("answers.0.challenge", "never", "answers[0].challenge"),
    ("answers", lambda all_: [*all_, {**all_[0], "id": "a2"}], "answers[1].challenge"),
    ("answers", lambda all_: all_ * 2, "answers.id"), ("answers.0.created_at", "", "answers[0].created_at"),
    ("comments.0.note", "never", "comments[0].note"), ("comments.0.text", " ", "comments[0].text"),
    ("comments.0.seat", "", "comments[0].seat"),
    ("comments.0.text", "x" * 1001, "comments[0].text"), ("comments.0.deleted_at", None, "comments[0].deleted_at"),
    ("reactions.0.sign", "spit", "reactions[0].sign"), ("reactions.0.note", "never", "reactions[0].note"),
    ("reactions.0.seat", 5, "reactions[0].seat"),
    ("reactions", lambda all_: [*all_, {**all_[0], "id": "e9"}], "reactions[3].sign"),
    ("reactions.0.anonymous", "", "reactions[0].anonymous"),
    ("translations.0.note", "never", "translations[0].note"), ("translations.0.language", "", "translations[0].language"),
    ("translations.0.text", " ", "translations[0].text"), ("translations.0.seat", "", "translations[0].seat"),
    ("translations.0.source", 2**31, "translations[0].source"), ("translations.0.machine", 1, "translations[0].machine"),
    ("translations", lambda all_: [*all_, {**all_[0], "id": "t9"}], "translations[1].language"),
    ("steps.0.minutes", 601, "steps[0].minutes"), ("steps.0.may", ["fly"], "steps[0].may"), ("steps.0.title", "", "steps[0].title"),
    ("rounds.0.state", "open", "rounds[0].state"), ("rounds.0.state", "draft", "rounds[0].state"),
    ("rounds.0.results", None, "rounds[0].state"),
    ("rounds.0.results", {}, "rounds[0].results"), ("rounds.0.results.targets", [["n1", 1, 1]], "rounds[0].results"),
    ("rounds.0.results.targets", [["n1", -1, 1, 1]], "rounds[0].results"),
    ("rounds.0.results.targets", [["never", 1, 1, 1]], "rounds[0].results"),
    ("rounds.0.results.targets", [["n1", 1, 1, 1]] * 2, "rounds[0].results"), ("rounds.0.results.voters", 1.5, "rounds[0].results"),
    ("rounds.0.results.targets", [["n1", True, 1, 1]], "rounds[0].results"), ("rounds.0.on", "clusters", "rounds[0].results"),
    ("rounds.0.closed_at", "soon", "rounds[0].closed_at"), ("rounds.0.votes", 0, "rounds[0].votes"),
    ("seats.0.blocked", True, "seats[0].blocked"), ("seats.0.hand", False, "seats[0].hand")])
def test_a_broken_file_is_refused_and_the_place_named(hall, workshop, path, value, field):
    content = json.loads(takes(workshop, "export/json"))
    before = copy.deepcopy(content)
    answer = hall.http().post("/api/boards/import", json=broken(path, value)(content))
    assert content == before and answer.status_code in (400, 413) and answer.json["error"]["field"] == field


def test_too_many_of_a_sort_are_over_the_limit(hall, workshop):
    content = json.loads(takes(workshop, "export/json"))
    content["steps"] = [{**content["steps"][0], "id": f"s{number}"} for number in range(101)]
    answer = hall.http().post("/api/boards/import", json=content)
    assert answer.status_code == 413 and answer.json["error"] == {"reason": "limit", "field": "steps", "limit": 100}


def test_the_csv_tells_cluster_status_answers_and_votes(workshop):
    head, *rows = csv.reader(io.StringIO(takes(workshop, "export/csv").removeprefix("\ufeff")))
    last = ["Votes: What first?", "Proxy votes: What first?", "translation_es", "translation_es_machine"]
    assert head[len(COLUMNS) - 1:] == last and len(set(head)) == len(head)
    at = len(COLUMNS) - 1 - 6
    assert {row[0]: row[at:-2] for row in rows} == {
        "n1": ["Figures", "Key message", "", "", "", "2", "2", "0"],
        "n2": ["Figures", "Open", "Count ourselves", "n3", "n1", "0", "0", "0"],
        "n3": ["Figures", "Open", "No census data", "n2", "", "0", "0", "0"], "n4": ["", "Open", "", "", "", "0", "1", "1"],
        "n5": ["", "Open", "", "", "", "0", "0", "0"]}


def test_a_round_s_title_is_no_formula_either(workshop):
    does(workshop, ["set", "round", "r1", {"title": "=1+1"}], ["set", "cluster", "c1", {"title": "=2+2"}])
    head, *rows = csv.reader(io.StringIO(takes(workshop, "export/csv").removeprefix("\ufeff")))
    assert not any(cell.startswith("=") for row in [head, *rows] for cell in row) and "'=2+2" in rows[0]


def test_the_print_view_shows_clusters_answers_and_what_was_merged(workshop):
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", takes(workshop, "print").split("<main")[1]))
    order = ["Data availability", "Figures", "Challenges", "No census", "Key message", "Merged from:", "No census data", "Answered by:",
             "Count ourselves", "Solutions", "Count ourselves", "Answers:", "No census", "In no cluster", "No money", "Ask them",
             "Results of the votes", "What first?", "No census", "2 votes", "supported by 2 of 3", "No money", "1 vote and 1 proxy vote"]
    at = 0
    for words in order:
        found = page.find(words, at)
        assert found >= 0, (words, page)
        at = found + len(words)
    assert "Count ourselves" not in takes(workshop, "print").split("Results of the votes")[1]
    for language in ("en", "ar"):
        page = workshop.http.get(f"/board/{workshop.board.id}/print?lang={language}").text
        assert "print." not in re.sub(r"/static[^\"]*|/js/[^\"]*", "", page)


SECRETS = ("PRIVATE", "HIDDEN", "REASON", "DELETED")


@pytest.mark.parametrize("path", FORMATS)
def test_f1_nothing_secret_is_in_any_file(board, ana, olga, fatima, workshop, path):
    does(fatima, ["set", "board", board.id, {"may": ["challenge", "comment", "vote"], "private": True, "moderate": True}])
    does(ana, ["add", "note", {"id": "p1", "kind": "challenge", "theme": "data", "text": "PRIVATE"}])
    does(fatima, ["add", "note", {"id": "p2", "kind": "challenge", "theme": "data", "text": "PRIVATE"}])
    does(olga, ["add", "comment", {"id": "k5", "note": "n4", "text": "HIDDEN talk"}])
    does(fatima, ["set", "note", "n4", {"text": "HIDDEN"}], ["set", "note", "n4", {"hidden": "REASON"}])
    does(olga, ["add", "comment", {"id": "k6", "note": "n1", "text": "DELETED"}], ["remove", "comment", "k6"])
    does(fatima, ["add", "round", {"id": "r2", "title": "Still open", "state": "open"}])
    does(ana, ["add", "vote", {"id": "VOTE", "round": "r2", "target": "n1"}])
    for person in (ana, fatima):
        body = takes(person, path, names=person is fatima)
        assert not any(secret in body for secret in (*SECRETS, "VOTE", '"p1"', '"p2"', "No money")), path
        assert not re.search(r"\bn4\b", body), path       # alone: a random id may hold it
    assert "No census" in takes(ana, path)


@pytest.mark.parametrize("path", [FORMATS[0], FORMATS[1], FORMATS[-1]])     # reports say who was there, as the board does
def test_an_anonymous_author_is_in_no_file(board, fatima, path):
    ida = board.seats("Ida Canary", "CanaryLand")
    does(ida, ["set", "seat", ida.seat, {"country": "NO"}])
    does(fatima, ["set", "board", board.id, {"authors": "nobody"}])
    note = ida.adds_note("who?")
    does(ida, ["add", "comment", {"id": "k1", "note": note["id"], "text": "me"}],
         ["add", "reaction", {"id": "e1", "note": note["id"], "sign": "like"}])
    for person in (ida, fatima):
        body = takes(person, path, names=person is fatima)
        if path == "export/json":
            file = json.loads(body)
            assert len([file.pop("seats")]) == 1
            body = json.dumps(file)
        assert "who?" in body and not any(secret in body for secret in ("Canary", ida.seat, ">NO<", ",NO,"))
