"""The board as a workbook."""
from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook

from board.export import workbook
from board.export.clean import clean
from board.export.job import Job
from board.export.model import Scope
from board.export.words import Words, languages
from board.export.workbook_sheet import Book, Column

HOSTILE = [
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "{=1}", "<r>x</c></r>", "<r><t>x</t></r>", "http://example.org", "12345", "TRUE",
    "_x0041_ & <b>", "\u202eover\u202c", "a" + "\u0301" * 100_000, "W" * 4000, "lone \ud800", "nul\x00\x01\ufffe", "👨‍👩‍👧‍👦🇳🇵" * 90,
    "مرحبا " * 600, "line\r\nline\ttab", "   "]
AT = "2026-03-21T10:00:00.000Z"


def note(note_id, kind="challenge", theme="t1", **more):
    return {"id": note_id, "kind": kind, "theme": theme, "cluster": "", "text": f"Text of {note_id}", "association": "MuAN", "seat": "s1",
            "sdgs": [], "language": "en", "status": "open", "merged_into": "", "x": 0, "y": 0, "created_at": AT, "origin": None, **more}


def closed(title, on, targets):
    return {"title": title, "on": on, "state": "closed", "results": {"voters": 9, "associations": 5, "targets": targets}}


def board(**more):
    return {
        "board": {"id": "b1", "title": "March & May", "language": "en", "purpose": "", "created_at": AT},
        "themes": [{"id": "t1", "title": "Data", "color": "amber", "sign": "triangle"},
                   {"id": "t2", "title": "Money", "color": "rose", "sign": "star"}],
        "seats": [{"id": "s1", "name": "Ana Secret", "role_title": "Mayor", "association": "MuAN", "country": "NP"},
                  {"id": "s2", "name": "", "role_title": "", "association": "CNM", "country": "BR"}],
        "clusters": [{"id": "c1", "theme": "t1", "title": "Census", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False}],
        "notes": [note("n1", cluster="c1", sdgs=[11, 16]), note("n2", "solution", cluster="c1", association="CNM", seat="s2"),
                  note("n3", cluster="c1", merged_into="n1", association="CNM", seat="s2"),
                  note("n4", theme="t2", text="لا توجد بيانات", language="ar"), note("n5", "solution", "t2")],
        "answers": [{"id": "a1", "solution": "n2", "challenge": "n1"}, {"id": "a2", "solution": "n5", "challenge": "n1"}],
        "comments": [{"note": "n1", "text": "Here too", "association": "CNM", "seat": "s2"}], "reactions": [], "steps": [],
        "rounds": [closed("What first?", "notes", [["n4", 2, 0, 2], ["n1", 6, 1, 3]]), closed("Which?", "clusters", [["c1", 8, 0, 4]])],
        **more}


def write(content, language="en", scope=None, **options):
    body = workbook.write(Job(content, Words(language), scope or Scope(), options))
    return load_workbook(io.BytesIO(body)), body


def rows(book, name):
    """Each by the words above."""
    head, *body = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def parts(body):
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


@pytest.fixture(scope="module")
def english():
    return write(board())


def test_there_is_a_sheet_for_each_kind_of_thing(english):
    assert english[0].sheetnames == [
        "All notes", "Clusters", "Answers", "Results of the votes", "Who took part", "Participants", "Associations and themes"]


def test_every_sheet_can_be_filtered_and_printed_with_its_head(english):
    for sheet in english[0]:
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref == sheet.dimensions and sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert all(sheet.column_dimensions[each.column_letter].width >= 10 for each in sheet[1])
        assert all(each.font.bold and each.alignment.wrap_text for each in sheet[1])
        assert sheet.oddFooter.left.text == "March && May"


def test_a_note_is_a_row_with_all_that_is_known_of_it(english):
    first = rows(english[0], "All notes")[0]
    assert {name: value for name, value in first.items() if value not in (None, "")} == {
        "No.": 1, "Kind": "Challenge", "Theme": "Data", "Cluster": "Census", "Text": "Text of n1", "Association": "MuAN",
        "Author": "Ana Secret", "Country": "Nepal", "Language": "en", "SDGs": "11, 16", "Status": "Open", "Votes": 7, "Proxy votes": 1,
        "Associations in support": 3, "Linked notes (No.)": "2, 4", "Comments": 1, "Written": datetime(2026, 3, 21, 10), "Id": "n1"}


def test_what_was_merged_follows_its_note_without_a_number_of_its_own(english):
    found = rows(english[0], "All notes")
    assert [each["Text"] for each in found] == ["Text of n1", "Text of n3", "Text of n2", "لا توجد بيانات", "Text of n5"]
    assert [each["No."] for each in found] == [1, None, 2, 3, 4] and found[1]["Merged into"] == 1 and found[1]["Association"] == "CNM"


def test_clusters_and_what_is_in_none_add_up_to_the_board(english):
    found = [tuple(each.values()) for each in rows(english[0], "Clusters")]
    assert found == [("Census", "Data", 1, 1, 0, 8, 0, 4), ("In no cluster", "Money", 1, 1, 1, None, None, None)]


def test_each_answer_is_a_row(english):
    found = [tuple(row) for row in english[0]["Answers"].iter_rows(min_row=2, values_only=True)]
    assert found == [(1, "Text of n1", "MuAN", 2, "Text of n2", "CNM"), (1, "Text of n1", "MuAN", 4, "Text of n5", "MuAN")]


def test_votes_are_in_the_order_of_their_number_and_in_no_way_of_who_voted(english):
    found = [tuple(row) for row in english[0]["Results of the votes"].iter_rows(min_row=2, values_only=True)]
    assert found == [("What first?", 1, 1, "Text of n1", 7, 1, 3, 5, 9), ("What first?", 2, 3, "لا توجد بيانات", 2, 0, 2, 5, 9),
                     ("Which?", 1, None, "Census", 8, 0, 4, 5, 9)]


def test_the_matrix_has_numbers_and_a_native_chart_of_them(english):
    book, body = english
    found = [tuple(row) for row in book["Associations and themes"].iter_rows(values_only=True)]
    assert found == [("Association", "Data\nChallenges", "Data\nSolutions", "Money\nChallenges", "Money\nSolutions", "Total"),
                     ("CNM", 1, 1, 0, 0, 2), ("MuAN", 1, 0, 1, 1, 3)]
    (chart,) = [text for name, text in parts(body).items() if "charts/chart" in name]
    assert re.findall(r"<c:val><c:numRef><c:f>([^<]*)", chart) == [
        f"'Associations and themes'!${column}$2:${column}$3" for column in "BCDE"]
    (drawing,) = [text for name, text in parts(body).items() if "drawings/drawing" in name]
    assert "<c:v>MuAN</c:v>" in chart and 'descr="Associations and themes"' in drawing


def test_comments_have_a_sheet_when_they_are_wanted():
    book, _ = write(board(), comments=True)
    assert [tuple(each.values()) for each in rows(book, "Comments")] == [(1, "Text of n1", "Here too", "CNM", None)]


def test_a_note_that_was_carried_over_says_from_where():
    origin = {"board": "b0", "title": "January", "note": "x1", "written_at": AT, "status": "open", "votes": 0}
    book, _ = write(board(notes=[note("n1", origin=origin), note("n2")], answers=[], rounds=[]))
    assert [each["Carried over from"] for each in rows(book, "All notes")] == ["January", None]


def test_names_are_absent_when_they_are_off():
    content = board()
    content["seats"] = [{**each, "name": "", "role_title": ""} for each in content["seats"]]
    book, body = write(content, comments=True)
    assert "Author" not in rows(book, "All notes")[0] and "Participants" not in book.sheetnames
    assert not any("Secret" in text or "Mayor" in text for text in parts(body).values())


def test_arabic_sheets_begin_on_the_right():
    book, body = write(board(), "ar")
    sheet = book.worksheets[0]
    assert all(each.sheet_view.rightToLeft for each in book)
    text = {cell.value: cell.alignment for row in sheet.iter_rows(min_row=2) for cell in row}
    assert (text["لا توجد بيانات"].readingOrder, text["لا توجد بيانات"].horizontal) == (2, "right")
    assert (text["Text of n1"].readingOrder, text["Text of n1"].horizontal) == (1, "left")
    assert (text["MuAN"].readingOrder, text["MuAN"].horizontal) == (1, "right")
    assert '<c:orientation val="maxMin"/>' in next(text for name, text in parts(body).items() if "charts/chart" in name)


def test_an_arabic_note_among_english_words_runs_from_right_to_left(english):
    (cell,) = [cell for row in english[0]["All notes"].iter_rows() for cell in row if cell.value == "لا توجد بيانات"]
    assert (cell.alignment.readingOrder, cell.alignment.horizontal) == (2, "right")


def test_rows_are_as_high_as_their_texts():
    book, _ = write(board(notes=[note("n1"), note("n2", text="word " * 100)], answers=[], rounds=[]))
    heights = [book["All notes"].row_dimensions[row].height for row in (2, 3)]
    assert heights[0] < 30 < 100 < heights[1]


@pytest.mark.parametrize("language", languages())
def test_sheets_have_names_that_spreadsheets_take(language):
    book, _ = write(board(), language, comments=True)
    assert len(book.sheetnames) == 8
    for name in book.sheetnames:
        assert 0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'")
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [each for each in said if re.fullmatch(r"(report|column|sheet|kind|status)\.\w+", each)]


def test_sheets_that_are_called_alike_are_kept_apart():
    out = io.BytesIO()
    book = Book(out, Words("en"), "&")
    for name in ("x" * 40, "X" * 40, "a/b[c]:*?\\", "'quoted'", "//"):
        book.add(name, [Column("Name", 10)], [])
    book.close()
    assert load_workbook(out).sheetnames == ["x" * 31, "X" * 29 + " 2", "a b c", "quoted", "–"]


@pytest.mark.parametrize("themed", [True, False])
def test_a_board_without_anything_has_its_heads(themed):
    themes = board()["themes"] if themed else []
    book, body = write(board(themes=themes, seats=[], clusters=[], notes=[], answers=[], comments=[], rounds=[]))
    assert all(sheet.max_row == 1 and sheet["A1"].value for sheet in book) and not any("chart" in name for name in parts(body))


@pytest.mark.parametrize("scope, absent", [
    (Scope("theme", "t2"), "Text of n2"), (Scope("association", "CNM"), "بيانات"), (Scope("notes", ["n4"]), "Text of n1")])
def test_a_part_of_the_board_has_nothing_of_the_rest(scope, absent):
    book, body = write(board(), scope=scope)
    assert rows(book, "All notes") and not any(absent in text for text in parts(body).values())


def test_an_answer_from_outside_the_part_is_there_without_a_number():
    book, _ = write(board(), scope=Scope("theme", "t2"))
    found = [tuple(row) for row in book["Answers"].iter_rows(min_row=2, values_only=True)]
    assert found == [(None, "Text of n1", "MuAN", 2, "Text of n5", "MuAN")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_texts_in_every_field_stay_texts(language):
    content, given = board(), iter(HOSTILE * 20)
    content["notes"] = [note(f"h{i}", ("challenge", "solution")[i % 2], text=text, cluster="c1") for i, text in enumerate(HOSTILE)]
    content["answers"] = [{"id": f"a{i}", "solution": f"h{i}", "challenge": f"h{i - 1}"} for i in range(1, len(HOSTILE), 2)]
    content["comments"] = [{"note": "h0", "text": "", "association": "", "seat": "s1"}]
    content["rounds"] = [closed("", "notes", [["h0", 1, 1, 1]])]
    for name, fields in {"themes": ("title",), "seats": ("name", "role_title", "association", "country"), "clusters": ("title",),
                         "notes": ("association", "language"), "comments": ("text", "association"), "rounds": ("title",)}.items():
        content[name] = [{**each, **{field: next(given) for field in fields}} for each in content[name]]
    content["board"] = {**content["board"], "title": "&A&\"Evil\"" + next(given)}
    book, body = write(content, language, comments=True)
    assert not any("<f>" in text or "<f " in text or "<hyperlink" in text for name, text in parts(body).items() if "worksheets" in name)
    assert all(cell.data_type in "snd" for sheet in book for row in sheet.iter_rows() for cell in row)
    heading = Words(language)("column.text")
    found = [(each[heading] or "").strip() for each in rows(book, book.sheetnames[0])]
    assert sorted(found) == sorted(clean(text).strip() for text in HOSTILE)
