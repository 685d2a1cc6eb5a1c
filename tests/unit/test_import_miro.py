"""Miro's CSV, which has no fixed shape: frames in blocks, cells side by side, or a header with types."""
from __future__ import annotations

import pytest

from board.imports.reader import read

BLOCKS = """\ufeff"Opening and house rules"

"Data availability"
"<p>No data &amp; no maps in small towns</p>"
"<p>Nobody counts.<br />Really.</p>"

"Solutions"
"Share the maps that we have with each other"
"One portal for all"
"""
SIDE_BY_SIDE = """Frame: Morning,,
No data in the districts,Nobody has the time,
,No money for it,Maps are missing here

Afternoon,,
Share the maps,,
One portal for all of us,A fund for small towns,
"""
TAGGED = """Wall one,,
No data in the districts,urgent,
Nobody has the time,"urgent, money",

Wall two,,
Share the maps,later,
One portal for all of us,later,
"""
TYPED = """Type,Content,Frame,Tags,Created by
frame,Data availability,,,Ana
sticky_note,No data in the districts,Data availability,Challenge,Ana
sticky_note,Share the maps,Data availability,Solution,Ben
connector,,,,Ben
text,Welcome,,,Ana
shape,One portal for all,Afternoon,,Ben
"""


def notes(body, name="board.csv", **options):
    proposal = read(body.encode(), name, options)
    return proposal, [(row["text"], row["cluster"]) for row in proposal["rows"] if not row["skip"]]


def test_blocks_are_frames_and_their_first_row_the_title():
    proposal, found = notes(BLOCKS)
    assert (proposal["source"], proposal["header"], proposal["clusters"]) == ("miro", False, "area")
    assert found == [("Opening and house rules", ""), ("No data & no maps in small towns", "Data availability"),
                     ("Nobody counts.\nReally.", "Data availability"), ("Share the maps that we have with each other", ""),
                     ("One portal for all", "")]
    assert [(row["row"], row["skip"]) for row in proposal["rows"] if row["skip"]] == [(3, "heading"), (7, "heading")]
    assert [row["kind"] for row in proposal["rows"]][-1] == "solution"


def test_each_cell_of_a_block_is_a_note():
    _, found = notes(SIDE_BY_SIDE)
    assert found == [
        ("No data in the districts", "Frame: Morning"), ("Nobody has the time", "Frame: Morning"), ("No money for it", "Frame: Morning"),
        ("Maps are missing here", "Frame: Morning"), ("Share the maps", "Afternoon"), ("One portal for all of us", "Afternoon"),
        ("A fund for small towns", "Afternoon")]


def test_a_block_that_begins_with_two_cells_has_no_title():
    _, found = notes("One,Two of all things\nThree things,\n\nWall,\nFour things,\n\nHall,\nFive things,\n")
    assert found[:3] == [("One", ""), ("Two of all things", ""), ("Three things", "")]
    assert found[3:] == [("Four things", "Wall"), ("Five things", "Hall")]


def test_every_note_has_a_number_of_its_own():
    proposal, _ = notes(SIDE_BY_SIDE)
    numbers = [row["row"] for row in proposal["rows"]]
    assert len(set(numbers)) == len(numbers) and {number % 10_000_000 for number in numbers} == {1, 2, 3, 5, 6, 7}


def test_short_words_that_come_again_are_tags():
    proposal, found = notes(TAGGED)
    assert [column["field"] for column in proposal["columns"]] == ["text", "tags", "area"]
    assert [text for text, _ in found] == ["No data in the districts", "Nobody has the time", "Share the maps", "One portal for all of us"]


def test_with_a_header_the_type_says_what_is_a_note():
    proposal, found = notes(TYPED)
    assert (proposal["source"], proposal["header"]) == ("miro", True)
    assert found == [
        ("No data in the districts", "Data availability"), ("Share the maps", "Data availability"), ("One portal for all", "Afternoon")]
    assert [row["kind"] for row in proposal["rows"] if not row["skip"]] == ["challenge", "solution", "challenge"]


def test_frames_are_the_boards_themes_where_they_are_called_alike():
    board = {"themes": [{"id": "data", "title": "Data availability and quality"}]}
    proposal, found = notes(BLOCKS, board=board)
    assert proposal["values"]["area"][0]["guess"] == "data"
    assert [row["theme"] for row in proposal["rows"]] == ["", "data", "data", "data", "", "", ""]


@pytest.mark.parametrize("body, name, source", [
    ("One note\nTwo notes\n", "miro-export.csv", "miro"), ("One note\nTwo notes\n", "notes.csv", "table"), (BLOCKS, "", "lines"),
    ("One note.\n\nTwo notes.\n\nThree.\n", "notes.csv", "table"), ("Text,Kind\nNo data,Challenge\n\nX,Solution\n", "notes.csv", "table")])
def test_other_tables_are_not_taken_for_a_miro(body, name, source):
    assert notes(body, name)[0]["source"] == source


@pytest.mark.parametrize("source", ["table", "miro", "lines"])
def test_the_source_can_be_chosen(source):
    assert notes(BLOCKS, source=source)[0]["source"] == source
