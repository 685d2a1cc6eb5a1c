"""Mural's CSV of sticky notes: entities, colours, areas, legends, titles, tags."""
from __future__ import annotations

import pytest

from board.imports.reader import read

THEMES = [{"id": "data", "title": "Data availability and quality"},
          {"id": "political-will", "title": "Political will, commitment and leadership"}]
BOARD = {"board": {"themes": THEMES}}
SAMPLE = """\ufeffID,Text,BG Color,Sticky type,Border line,Position X,Position Y,Area,Link to,Last Updated By,Last Updated,\
Last Content Edited By,Last Content Edited,Tags,Integration Labels
0-1,Challenges,#FCF281,3x3,,100,100,,,Ana,2024-03-21,Ana,2024-03-21,,
0-2,Solutions,#AAED92,3x3,,300,100,,,Ana,2024-03-21,Ana,2024-03-21,,
0-3,Data &amp; maps,#EDEDED,3x5,,1000,900,,,Ana,2024-03-21,Ana,2024-03-21,,
0-4,No data &gt; 2020 in &quot;small&quot; towns,#FCF281,3x3,,1100,1200,Data &amp; maps,,Ana,2024-03-21,Ana,2024-03-21,urgent,
0-5,"Nobody
counts, it&#39;s costly",#FCF281,3x3,,1300,1200,Data &amp; maps,,Ben,2024-03-21,Ben,2024-03-21,"urgent, Data availability and quality",
0-6,Share &amp;lt;b&amp;gt; <b>maps</b><br>for all,#AAED92,3x3,,1100,1450.5,Data &amp; maps,,Ben,2024-03-21,Ben,2024-03-21,,
0-7,,#AAED92,3x3,,1300,1450,Data &amp; maps,,Ben,2024-03-21,Ben,2024-03-21,,
0-8,Welcome to the workshop,,title,,0,0,,,Ana,2024-03-21,Ana,2024-03-21,,
0-9,How to use this wall,transparent,3x3,,0,50,,,Ana,2024-03-21,Ana,2024-03-21,,
0-10,A loose thought of somebody,#9EDCFA,3x3,,5000,5000,,,Ana,2024-03-21,Ana,2024-03-21,,
"""


def sample(**options):
    return read(SAMPLE.encode(), "mural.csv", {**BOARD, **options})


def rows(proposal):
    return {row["row"]: row for row in proposal["rows"]}


def test_a_mural_is_recognised_by_its_header():
    proposal = sample()
    assert (proposal["source"], proposal["separator"], proposal["header"], proposal["clusters"]) == ("mural", ",", True, "area")
    assert {column["name"]: column["field"] for column in proposal["columns"] if column["field"]} == {
        "ID": "id", "Text": "text", "BG Color": "color", "Position X": "x", "Position Y": "y", "Area": "area", "Tags": "tags",
        "Last Updated By": "author"}


@pytest.mark.parametrize("head", ["Text,BG Color,Position X", "position y,position x,TEXT,Anything", "BG Color;Position Y;Text"])
def test_columns_may_be_missing_or_in_another_order(head):
    row = head.lower()
    for name, value in (("bg color", "#fcf281"), ("text", "A note"), ("position x", "1"), ("position y", "2")):
        row = row.replace(name, value)
    body = f"{head}\n{row}"
    proposal = read(body.encode(), "a.csv", {})
    assert (proposal["source"], [row["text"] for row in proposal["rows"]]) == ("mural", ["A note"])


def test_texts_are_unescaped_once_and_lose_their_markup():
    found = rows(sample())
    assert found[5]["text"] == 'No data > 2020 in "small" towns'
    assert found[6]["text"] == "Nobody\ncounts, it's costly"
    assert found[7]["text"] == "Share &lt;b&gt; maps\nfor all"


def test_legends_titles_and_blank_stickies_are_no_notes():
    proposal = sample()
    assert {row["row"]: row["skip"] for row in proposal["rows"]} == {
        2: "legend", 3: "legend", 4: "heading", 5: "", 6: "", 7: "", 8: "empty", 9: "heading", 10: "heading", 11: ""}
    assert proposal["count"] == {"rows": 10, "notes": 4, "skipped": 6, "translations": 0}


def test_the_legend_says_what_colours_mean():
    proposal = sample()
    assert {each["value"]: (each["count"], each["guess"]) for each in proposal["values"]["color"]} == {
        "#FCF281": (2, {"kind": "challenge", "theme": ""}), "#AAED92": (1, {"kind": "solution", "theme": ""}),
        "#9EDCFA": (1, {"kind": "", "theme": ""})}
    assert [rows(proposal)[number]["kind"] for number in (5, 6, 7, 11)] == ["challenge", "challenge", "solution", "challenge"]


def test_a_word_on_a_colour_of_its_own_is_a_title_and_no_legend():
    body = "Text,BG Color,Position X,Position Y\nChallenges,#ededed,1,2\nNo data,#fff000,1,2\nNo time,#fff000,1,2\n"
    proposal = read(body.encode(), "a.csv", {})
    assert [row["skip"] for row in proposal["rows"]] == ["heading", "", ""]
    assert proposal["values"]["color"] == [{"value": "#fff000", "count": 2, "guess": {"kind": "", "theme": ""}}]


def test_colours_can_be_chosen():
    found = rows(sample(colors={
        "#FCF281": {"kind": "solution", "theme": "data"}, "#9EDCFA": {"theme": "+Further"}, "#AAED92": {"kind": ""}}))
    assert (found[5]["kind"], found[5]["theme"]) == ("solution", "data")
    assert (found[11]["kind"], found[11]["theme"]) == ("challenge", "+Further")
    assert found[7]["kind"] == "challenge"


def test_areas_are_clusters_until_they_are_said_to_be_themes():
    assert rows(sample())[5]["cluster"] == "Data & maps"
    as_theme = rows(sample(themes={"Data & maps": "political-will"}))[5]
    assert (as_theme["theme"], as_theme["cluster"]) == ("political-will", "")
    assert rows(sample(clusters={"by": "none"}))[5]["cluster"] == ""


@pytest.mark.parametrize("area, kind, theme, cluster", [
    ("Data availability and quality", "challenge", "data", ""), ("Solutions", "solution", "", ""),
    ("Challenges: data quality", "challenge", "data", ""), ("Maps", "challenge", "", "Maps")])
def test_an_area_called_like_a_theme_or_a_kind_is_one(area, kind, theme, cluster):
    body = f"Text,BG Color,Position X,Position Y,Area\nA note,#fff000,1,2,{area}\n"
    row = read(body.encode(), "a.csv", BOARD)["rows"][0]
    assert (row["kind"], row["theme"], row["cluster"]) == (kind, theme, cluster)


def test_places_are_counted_from_the_corner_of_the_area():
    found = rows(sample())
    assert [(found[number]["x"], found[number]["y"]) for number in (5, 6, 7, 11)] == [(0, 0), (200, 0), (0, 250.5), (None, None)]


def test_tags_name_themes_and_kinds_and_others_name_nothing():
    proposal = sample()
    assert (rows(proposal)[6]["theme"], rows(proposal)[5]["theme"]) == ("data", "")
    assert [each["value"] for each in proposal["values"]["theme"]] == ["Data availability and quality"]
    assert all(row["association"] == "" for row in proposal["rows"])


def test_the_tags_of_our_own_export_say_all():
    tags = '"Solución,""Voluntad política, compromiso"",Mensaje clave,ODS 16,ODS: 5,""ABM, Brasil"",Votos: 7"'
    head = "ID,Text,BG Color,Position X,Position Y,Area,Link to,Tags"
    body = f"{head}\na,Challenges,#fff000,1,2,,,{tags}\nb,No data,#fff000,1,2,,,Desafío\n"
    row = read(body.encode(), "a.csv", {})["rows"][0]
    assert row == {**row, "skip": "", "kind": "solution", "theme": "+Voluntad política, compromiso", "status": "key_message",
                   "sdgs": [5, 16], "association": "ABM, Brasil", "votes": 7}


def test_links_of_our_own_export_are_answers_and_addresses_are_none():
    body = ("ID,Text,BG Color,Position X,Position Y,Link to,Tags\na,No data,#fff000,1,2,https://x.test,Challenge\n"
            "b,Maps,#fff000,1,2,a,Solution\n")
    found = rows(read(body.encode(), "a.csv", {}))
    assert (found[2]["answers"], found[3]["answers"]) == ([], [2])


def test_a_legend_area_holds_no_notes():
    body = "Text,BG Color,Position X,Position Y,Area\nUrgent,#fff000,1,2,Legend\nNo data,#fff000,1,2,\nNo time,#fff000,1,2,\n"
    assert [row["skip"] for row in read(body.encode(), "a.csv", {})["rows"]] == ["legend", "", ""]


def test_the_person_who_wrote_is_nowhere_in_the_rows():
    assert "Ben" not in repr(sample()["rows"])
