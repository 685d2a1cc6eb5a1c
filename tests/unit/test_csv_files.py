"""Tables of notes: for spreadsheets, and as Mural writes them."""
from __future__ import annotations

import csv
import html
import io

import pytest

from board.export import csv_file, mural_csv
from board.export.clean import clean, spreadsheet_safe
from board.export.model import Scope
from board.export.words import Words, languages
from board.imports.reader import read
from workshop import AT, HOSTILE, nameless, note, write
from workshop import content as small
from workshop import hostile as filled

FORMULAS = ("=1+1", "+1", "-1", "@x", "\t=1", "\n=1", " =1", "\u00a0=1", "\u200d-1", "\uff1d1", "\uff0b1")


def edited(given):
    return {**given, "notes": [{"edited_at": AT, **each} for each in given["notes"]]}


def content():
    return edited(small())


def rows(format_, given, language="en", scope=None, **options):
    body, job = write(format_, given, language, scope, **options)
    separator = "," if format_ == "mural" else options.get("separator") or job.words.separator
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


def records(format_, given, language="en", scope=None, **options):
    """By the columns' own names."""
    head, *found = rows(format_, given, language, scope, **options)
    words = Words(language)
    names = head if format_ == "mural" else [{words(key): name for name, key in csv_file.COLUMNS.items()}.get(each, each) for each in head]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found}


def read_back(format_, language, given):
    """As our import takes it, by id."""
    body, _ = write(format_, given, language)
    board = {"themes": [{"id": each["id"], "title": each["title"]} for each in given["themes"]]}
    found = read(body, "notes.csv", {"board": board})
    assert found["source"] == ("mural" if format_ == "mural" else "table")
    ids = {row["row"]: each["id"] for row, each in zip(found["rows"], given["notes"], strict=True)}
    return {ids[row["row"]]: {**row, "answers": {ids[each] for each in row["answers"]}, "merged_into": ids.get(row.get("merged_into"))}
            for row in found["rows"]}


def test_the_file_is_one_that_spreadsheets_open_as_a_table():
    body, _ = write("csv", content())
    text = body.decode("utf-8")
    assert text.startswith('\ufeff"Id","Kind","Theme","Text",') and text.endswith('"\r\n')
    assert text.count("\r\n") == len(content()["notes"]) + 1


@pytest.mark.parametrize(("language", "asked", "separator"), [
    ("en", "", ","), ("ne", "", ","), ("es", "", ";"), ("fr", "", ";"), ("pt", "", ";"), ("nb", "", ";"), ("ar", "", ";"),
    ("en", ";", ";"), ("ar", ",", ",")])
def test_columns_are_separated_as_the_language_s_spreadsheets_do_or_as_asked(language, asked, separator):
    body, _ = write("csv", content(), language, separator=asked)
    assert f'"{separator}"' in body.decode("utf-8").splitlines()[0]


def test_each_note_has_a_row_with_all_that_is_known():
    found = records("csv", content())
    assert list(found) == [each["id"] for each in content()["notes"]]
    assert found["n1"] == {
        "id": "n1", "kind": "Challenge", "theme": "Data and quality", "text": "No census since 2010.", "association": "CNM",
        "author": "Ana Silva", "country": "BR", "sdgs": "11", "language": "en", "x": "0", "y": "0", "created_at": AT, "edited_at": AT,
        "cluster": "Census", "status": "Open", "answers": "", "linked_ids": "", "merged_into": "", "comments": "1",
        "Votes: What first?": "4", "Proxy votes: What first?": "1"}
    assert found["n8"]["merged_into"] == "n1"
    assert found["n5"]["answers"] == "Lend a colleague. · घरघुरी सर्वेक्षण" and found["n5"]["linked_ids"] == "n6 n3"
    assert found["n3"]["linked_ids"] == "n8 n5" and found["n6"]["Votes: What first?"] == "2"


@pytest.mark.parametrize("format_", ["csv", "mural"])
def test_nobody_is_named_unless_that_was_asked_for(format_):
    assert b"Ana Silva" in write(format_, content())[0]
    body, _ = write(format_, nameless(content()))
    assert b"Ana Silva" not in body and b"Author" not in body and b"CNM" in body


@pytest.mark.parametrize("format_", ["csv", "mural"])
def test_a_part_names_nothing_of_the_rest(format_):
    found = records(format_, content(), scope=Scope("theme", "capacity"))
    assert list(found) == ["n5", "n6"]
    assert not any(other in cell.casefold() for row in found.values() for cell in row.values() for other in ("n3", "घरघुरी", "census"))


@pytest.mark.parametrize("format_", ["csv", "mural"])
def test_a_board_without_notes_is_a_row_of_headings(format_):
    assert len(rows(format_, {**content(), "notes": [], "answers": [], "comments": [], "rounds": []})) == 1


@pytest.mark.parametrize("format_", ["csv", "mural"])
@pytest.mark.parametrize("text", [*HOSTILE, *FORMULAS])
def test_no_text_is_a_formula_or_breaks_the_table(format_, text):
    found = rows(format_, edited(filled(text)))
    assert {len(row) for row in found} == {len(found[0])} and len(found) == len(content()["notes"]) + 1
    numbers = {index for index, name in enumerate(found[0]) if name in ("X", "Y", "Position X", "Position Y")}
    assert [cell for row in found for index, cell in enumerate(row) if index not in numbers and spreadsheet_safe(cell) != cell] == []
    assert not any("\ud800" <= letter <= "\udfff" or letter in "\x00\u202e" for row in found for cell in row for letter in cell)


def test_numbers_stay_numbers():
    given = content()
    given["notes"][0].update(x=-340, y=-0.5)
    assert (records("csv", given)["n1"]["x"], records("csv", given)["n1"]["y"]) == ("-340", "-0.5")


def test_what_is_called_alike_is_told_apart():
    given = content()
    given["themes"][2]["title"] = "Capacities"
    given["clusters"] += [{**given["clusters"][0], "id": "c2"}, {**given["clusters"][0], "id": "c3", "title": " "},
                          {**given["clusters"][0], "id": "c4", "title": "Data and Quality"}]
    given["rounds"].append(given["rounds"][0])
    for number, cluster in ((2, "c2"), (3, "c3"), (7, "c4")):
        given["notes"][number]["cluster"] = cluster
    found = records("csv", given)
    assert [found[each]["cluster"] for each in ("n1", "n3", "n4", "n8")] == ["Census", "Census (2)", "Untitled cluster", "Data and Quality"]
    assert found["n7"]["theme"] == "Capacities (2)" and found["n1"]["Votes: What first? (2)"] == "4"
    assert records("mural", given)["n8"]["Area"] == "Data and Quality (2)"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("format_", ["csv", "mural"])
def test_our_own_import_reads_it_back(format_, language):
    given = content()
    given["notes"][1]["text"] = "=2 & <b>3</b>, “4”;\n- 5"
    given["themes"][0]["title"] = "Political will, commitment; leadership"
    given["notes"][3]["sdgs"] = [5, 17]
    found = read_back(format_, language, given)
    titles = {each["id"]: each["title"] for each in given["clusters"]}
    for each in given["notes"]:
        if each["text"]:
            fields = ("kind", "theme", "text", "status", "association", "sdgs")
            assert {name: found[each["id"]][name] for name in fields} == {name: each[name] for name in fields}
            assert found[each["id"]]["cluster"] == titles.get(each["cluster"], "")
    assert found["n3"]["answers"] == {"n8", "n5"} and found["n6"]["answers"] == {"n5"} and found["n1"]["answers"] == set()
    assert found["n8"]["merged_into"] == "n1"
    assert {note_id: row["votes"] for note_id, row in found.items() if row["votes"]} == {"n1": 5, "n6": 2}


def test_the_columns_are_those_of_mural():
    head, *_ = rows("mural", content(), "ar")
    assert ",".join(head) == ("ID,Text,BG Color,Sticky type,Border line,Position X,Position Y,Area,Link to,Last Updated By,Last Updated,"
                              "Last Content Edited By,Last Content Edited,Tags,Integration Labels")


def test_a_sticky_says_what_it_is_by_colour_area_and_tags():
    found = records("mural", content())
    assert found["n1"]["BG Color"] == "#F4E0A0" and found["n1"]["Area"] == "Census" and found["n4"]["Area"] == "Data and quality"
    assert found["n1"]["Tags"] == "Challenge,Data and quality,Open,SDG 11,CNM,Votes: 5"
    assert found["n8"]["Tags"] == "Challenge,Data and quality,Open,UNGL,Merged into: n1"
    assert found["n3"]["Link to"] == "n8 n5" and found["n5"]["Link to"] == ""


def test_no_two_themes_or_kinds_share_a_colour():
    themes = [{"id": f"t{number}", "color": color} for number, color in enumerate([*mural_csv.TINTS, "unheard of"] * 4)]
    colors = mural_csv.colors_of(themes)
    assert len(set(colors.values())) == len(colors) == 2 * len(themes)
    assert all(len(each) == 7 and int(each[1:], 16) >= 0 for each in colors.values())


@pytest.mark.parametrize("text", [each for each in (*HOSTILE, *FORMULAS) if clean(each).strip()])
def test_a_sticky_s_text_is_whole_once_decoded(text):
    given = content()
    given["notes"][0]["text"] = text
    cell = records("mural", given)["n1"]["Text"]
    assert html.unescape(cell) == clean(text) and "<" not in cell


def test_themes_lie_apart_as_on_the_board():
    given = content()
    given["notes"] = edited({"notes": [note(f"{theme['id']}{x}", "challenge", theme["id"], "x", x=x, y=y)
                                       for theme in given["themes"] for x, y in ((-900, -40), (20, 56), (2000.4, 700))]})["notes"]
    given.update(answers=[], comments=[], rounds=[], clusters=[])
    places = [(int(row["Position X"]), int(row["Position Y"])) for row in records("mural", given).values()]
    assert len(set(places)) == 9 and min(x for x, _ in places) == 0
    for first, second in ((2, 3), (5, 6)):
        assert places[second][0] >= places[first][0] + 160
