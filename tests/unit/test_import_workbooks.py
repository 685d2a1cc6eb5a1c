"""Workbooks, and what only looks like one."""
from __future__ import annotations

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from board.imports.reader import read
from board.imports.sheet import BadFile
from board.imports.xlsx_file import MAX_ENTRIES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
HEAD = ["Text", "Kind", "Theme"]


def book(*sheets, **hidden):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        sheet.sheet_state = hidden.get(title, "visible")
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def packed(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return out.getvalue()


def repacked(body, change):
    """The workbook with its parts changed by `change(name, bytes)`."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return packed({name: change(name, archive.read(name)) for name in archive.namelist()})


def texts(proposal):
    return [row["text"] for row in proposal["rows"] if not row["skip"]]


def reason(body, name="a.xlsx", **options):
    with pytest.raises(BadFile) as caught:
        read(body, name, options)
    return caught.value.answer()


def test_a_workbook_is_read_as_a_table():
    proposal = read(book(("Notes", [HEAD, ["No data", "Challenge", "Data"], ["Share maps, for all", "Solution", "Data"]])), "a.xlsx", {})
    assert (proposal["source"], proposal["encoding"], proposal["separator"], proposal["header"]) == ("table", None, None, True)
    assert [(row["row"], row["text"], row["kind"], row["theme"]) for row in proposal["rows"]] == [
        (2, "No data", "challenge", "+Data"), (3, "Share maps, for all", "solution", "+Data")]


def test_the_sheet_with_headings_we_know_is_read_and_another_can_be_chosen():
    body = book(("Summary", [["Workshop of March"], ["Total", 3]]), ("Notas", [["Texto", "Tipo"], ["Sin datos", "Desafío"]]),
                ("Secret", [HEAD, ["Hidden", "Challenge", ""]]), Secret="hidden")
    proposal = read(body, "a.xlsx", {})
    assert (proposal["sheets"], proposal["sheet"], texts(proposal)) == (["Summary", "Notas"], "Notas", ["Sin datos"])
    assert texts(read(body, "a.xlsx", {"sheet": "Summary"})) == ["Workshop of March", "Total"]
    assert read(body, "a.xlsx", {"sheet": "nowhere"})["sheet"] == "Notas"


def test_titles_above_the_header_and_blank_rows_are_no_notes():
    rows = [["Workshop"], [], HEAD, ["No data", "Challenge", "Data"], [None, None], ["No time", "Challenge", "Data"]]
    proposal = read(book(("Notes", rows)), "a.xlsx", {})
    assert [(row["row"], row["text"]) for row in proposal["rows"]] == [(4, "No data"), (6, "No time")]


@pytest.mark.parametrize("value, text", [
    (12, "12"), (3.0, "3"), (2.5, "2.5"), (True, "TRUE"), (datetime(2024, 3, 21), "2024-03-21"),
    (datetime(2024, 3, 21, 10, 5), "2024-03-21 10:05:00"), ("'=1+1", "=1+1"), ("a\nb", "a\nb"), ("#REF!", "#REF!")])
def test_every_sort_of_cell_is_a_text(value, text):
    assert texts(read(book(("Notes", [HEAD, [value, "Challenge", ""], ["x", "Challenge", ""]])), "a.xlsx", {}))[0] == text


def test_a_formula_is_its_last_value_or_its_text_and_never_worked_out():
    plain = book(("Notes", [HEAD, ["=1+1", "Challenge", ""], ['=HYPERLINK("http://x.test","y")', "Solution", ""]]))
    assert texts(read(plain, "a.xlsx", {})) == ["=1+1", '=HYPERLINK("http://x.test","y")']
    seen = repacked(plain, lambda name, part: part.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
        b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"))
    assert seen != plain
    assert texts(read(seen, "a.xlsx", {})) == ["2", '=HYPERLINK("http://x.test","y")']


def test_a_wrong_size_in_the_file_hides_no_rows():
    body = repacked(book(("Notes", [HEAD, *([f"No {index}", "Challenge", ""] for index in range(9))])),
                    lambda name, part: part.replace(b'ref="A1:C10"', b'ref="A1:A2"'))
    assert len(texts(read(body, "a.xlsx", {}))) == 9


def test_a_cell_far_to_the_right_is_too_wide():
    made = openpyxl.Workbook()
    made.active.append(HEAD)
    made.active["ZZ2"] = "x"
    assert reason(saved(made)) == {"reason": "too_many_columns", "limit": 100, "row": 2}


def test_too_many_rows_of_a_workbook_are_refused():
    body = book(("Notes", [HEAD, *([f"No {index}", "Challenge", ""] for index in range(60))]))
    assert reason(body, max_rows=50) == {"reason": "too_many_rows", "limit": 50, "row": 52}
    assert len(texts(read(body, "a.xlsx", {"max_rows": 60}))) == 60


def test_lines_of_a_workbook_are_its_first_cells():
    body = book(("Notes", [["- one", "x"], [None, "2) two"], ["Solutions:"], ["three"]]))
    proposal = read(body, "a.xlsx", {"source": "lines"})
    assert (proposal["source"], texts(proposal), proposal["rows"][-1]["kind"]) == ("lines", ["one", "two", "three"], "solution")


def test_what_would_unpack_to_too_much_is_not_opened():
    large = packed({"[Content_Types].xml": "x", "xl/workbook.xml": b"0" * 70_000_000})
    assert len(large) < 200_000
    assert reason(large) == {"reason": "zip_bomb", "limit": 60_000_000}
    assert reason(packed({"[Content_Types].xml": "x", "xl/sheet.xml": b"0" * 10_000_000}))["reason"] == "zip_bomb"
    many = packed({"[Content_Types].xml": "x", **{f"xl/{index}": "" for index in range(MAX_ENTRIES)}}, zipfile.ZIP_STORED)
    assert reason(many) == {"reason": "zip_bomb", "limit": MAX_ENTRIES}


def test_entities_in_a_workbook_are_not_unfolded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"A" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]>'

    def change(name, part):
        if not name.endswith(("sharedStrings.xml", "sheet1.xml")):
            return part
        return bomb + part.replace(b"No data", b"&c;")
    body = repacked(book(("Notes", [HEAD, ["No data", "Challenge", ""]])), change)
    assert reason(body)["reason"] == "broken_xlsx"


@pytest.mark.parametrize("body, expected", [
    (OLE + "EncryptedPackage".encode("utf-16-le"), {"reason": "password"}), (OLE + "Workbook".encode("utf-16-le"), {"reason": "old_excel"}),
    (OLE, {"reason": "binary", "format": "office"}), (b"\x09\x08\x10\x00\x00\x06\x05\x00", {"reason": "old_excel"}),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), {"reason": "binary", "format": "image"}),
    (b"\xff\xd8\xff\xe0", {"reason": "binary", "format": "image"}), (b"%PDF-1.7\n%\xe2\xe3", {"reason": "binary", "format": "pdf"}),
    (b"{\\rtf1 x}", {"reason": "binary", "format": "rtf"}),
    (packed({"a.txt": "x"}), {"reason": "binary", "format": "zip"}),
    (packed({"[Content_Types].xml": "x", "word/document.xml": "x"}), {"reason": "binary", "format": "docx"}),
    (packed({"mimetype": "x", "content.xml": "x"}), {"reason": "binary", "format": "ods"}),
    (packed({"xl/workbook.bin": "x"}), {"reason": "old_excel"}),
    (packed({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), {"reason": "broken_xlsx"}),
    (packed({}), {"reason": "binary", "format": "zip"}),
    (book(("Notes", [HEAD]))[:900], {"reason": "broken_xlsx"}), (b"PK\x03\x04" + b"x" * 99, {"reason": "broken_xlsx"})])
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", ""])
def test_what_is_no_workbook_is_told_by_its_first_bytes_and_not_its_name(body, expected, name):
    assert reason(body, name) == expected


def test_an_encrypted_entry_asks_for_a_password():
    body = bytearray(book(("Notes", [HEAD, ["No data", "Challenge", ""]])))
    at = body.index(b"PK\x01\x02")
    body[at + 8] |= 1
    assert reason(bytes(body)) == {"reason": "password"}


def test_a_damaged_part_is_told():
    def change(name, part):
        return part[: len(part) // 2] if name.endswith("sheet1.xml") else part
    assert reason(repacked(book(("Notes", [HEAD, ["No data", "Challenge", ""]])), change))["reason"] == "broken_xlsx"
