"""What the reports say, before any format."""
from __future__ import annotations

import json

import pytest

from board.export.model import Scope, build
from board.export.words import Words

READER = Words("en")


def note(note_id, kind="challenge", theme="t1", **more):
    return {"id": note_id, "kind": kind, "theme": theme, "cluster": "", "text": note_id.upper(),
            "association": "", "seat": "s1", "sdgs": [],
            "language": "en", "status": "open", "merged_into": "", "x": 0, "y": 0, "created_at": "2026-03-21T10:00:00.000Z", **more}


@pytest.fixture
def content():
    return {
        "board": {"title": "March\x00", "language": "en", "purpose": "Why"},
        "themes": [{"id": "t1", "title": "Data", "color": "blue", "sign": "circle"},
                   {"id": "t2", "title": "Money", "color": "red", "sign": "square"}],
        "seats": [{"id": "s1", "name": "Ana", "role_title": "", "association": "MuAN", "country": "NP"},
                  {"id": "s2", "name": "", "role_title": "", "association": "CNM", "country": "BR"}],
        "clusters": [{"id": "c1", "theme": "t1", "title": "Census", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False},
                     {"id": "c2", "theme": "t1", "title": "Empty", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False}],
        "notes": [note("n1", cluster="c1", association="MuAN"), note("n2", association="CNM", seat="s2"),
                  note("n3", "solution", association="CNM", seat="s2"), note("n4", merged_into="n1", association="CNM", seat="s2"),
                  note("n5", theme="t2", association="MuAN", text="a\u202eb")],
        "answers": [{"id": "a1", "solution": "n3", "challenge": "n4"}],
        "comments": [{"note": "n1", "text": "Here too", "association": "CNM", "seat": "s2"}],
        "rounds": [{"title": "First?", "on": "notes", "state": "closed",
                    "results": {"voters": 3, "associations": 2, "targets": [["n1", 2, 1, 2], ["gone", 1, 0, 1]]}},
                   {"title": "Draft", "on": "notes", "state": "draft", "results": None}]}


def test_the_whole_board(content):
    model = build(content, READER)
    assert json.loads(json.dumps(model)) == model
    assert model["title"] == "March" and model["date"] == "March 21, 2026" and model["purpose"] == "Why"
    assert list(model["notes"]) == ["n1", "n2", "n3", "n5"]
    assert [each["number"] for each in model["notes"].values()] == [1, 2, 3, 4]
    assert model["notes"]["n5"]["text"] == "ab"
    assert model["figures"] == {"notes": 4, "challenges": 3, "solutions": 1, "clusters": 1, "associations": 2, "countries": 2,
                                "answered": 1, "unanswered": 2, "comments": 1, "rounds": 1}
    assert model["unanswered"] == ["n2", "n5"]


def test_votes_with_proxies_and_associations(content):
    model = build(content, READER)
    first = model["notes"]["n1"]
    assert (first["votes"], first["proxy"], first["vote_associations"]) == (3, 1, 2)
    assert [row["target"] for row in model["rounds"][0]["rows"]] == ["n1"]


def test_merged_notes_stand_with_their_root(content):
    first = build(content, READER)["notes"]["n1"]
    assert first["merged"] == [{"id": "n4", "text": "N4", "language": "en", "association": "CNM"}]
    assert first["linked"] == ["n3"]
    assert first["comments"] == [{"text": "Here too", "association": "CNM", "author": ""}]


def test_groups_by_cluster_and_then_the_others(content):
    groups = build(content, READER)["themes"][0]["groups"]
    assert [(each["cluster"] or {}).get("title") for each in groups] == ["Census", None]
    assert groups[0]["challenges"] == ["n1"] and groups[1] == {"cluster": None, "challenges": ["n2"], "solutions": ["n3"]}


def test_one_theme(content):
    model = build(content, READER, Scope("theme", "t2"))
    assert [each["id"] for each in model["themes"]] == ["t2"]
    assert list(model["notes"]) == ["n5"] and model["scope"] == {"kind": "theme", "title": "Money"}
    assert [each["name"] for each in model["associations"]] == ["MuAN"]


def test_one_association_has_what_it_wrote_alone_or_with_others(content):
    model = build(content, READER, Scope("association", "CNM"))
    assert list(model["notes"]) == ["n1", "n2", "n3"]
    assert [each["id"] for each in model["themes"]] == ["t1"]


def test_a_filter(content):
    model = build(content, READER, Scope("notes", frozenset({"n3"})))
    assert list(model["notes"]) == ["n3"] and model["notes"]["n3"]["linked"] == []
    assert model["rounds"][0]["rows"] == [] and model["figures"]["clusters"] == 0


def test_the_matrix_counts_each_association_once_for_a_note(content):
    matrix = build(content, READER)["matrix"]
    assert matrix["themes"] == ["t1", "t2"]
    assert [(row["association"], [(c["challenges"], c["solutions"]) for c in row["cells"]]) for row in matrix["rows"]] == [
        ("CNM", [(2, 1), (0, 0)]), ("MuAN", [(1, 0), (1, 0)])]


def test_an_empty_board():
    model = build({"board": {"title": "", "language": "ar", "purpose": ""}, "themes": [], "seats": [], "clusters": [],
                   "notes": [], "answers": [],
                   "comments": [], "rounds": []}, Words("ar"))
    assert model["rtl"] is True and model["notes"] == {} and model["figures"]["notes"] == 0
