"""CSV and its relatives: separators, quotation marks, ragged rows, headers, bounds."""
from __future__ import annotations

import time

import pytest

from board.imports.headings import knows
from board.imports.reader import read
from board.imports.sheet import MAX_COLUMNS, BadFile
from board.imports.tables import guess_separator, parse

SEPARATORS = ",;\t|"


def texts(proposal):
    return [row["text"] for row in proposal["rows"] if not row["skip"]]


def fields(proposal):
    return {column["field"]: column["index"] for column in proposal["columns"] if column["field"]}


def reason(body, name="a.csv", **options):
    with pytest.raises(BadFile) as caught:
        read(body, name, options)
    return caught.value.answer()


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize("head", [
    ["Texto", "Tipo", "Tema"], ["Texte", "Type", "Thème"], ["Tekst", "Type", "Område"], ["Text", "Kind", "Theme"]])
def test_every_separator_in_every_encoding(separator, encoding, head):
    rows = [head, ["No hay información, ni técnicos", "Desafío", "Gestión"], ["Compartir la base común aquí", "Solución", "Gestión"]]
    body = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)
    proposal = read(body, "a.csv", {})
    assert (proposal["source"], proposal["separator"], proposal["header"]) == ("table", separator, True)
    assert texts(proposal) == [rows[1][0], rows[2][0]]
    assert [row["kind"] for row in proposal["rows"]] == ["challenge", "solution"]
    assert [row["theme"] for row in proposal["rows"]] == ["+Gestión", "+Gestión"]


@pytest.mark.parametrize("body, separator", [
    ("a;b,c;d\ne;f;g\n", ";"), ("1,5;2,5;eins\n2,5;3,5;zwei\n", ";"), ("One, two\nThree, four\nFive, six\n", ""), ("just a line\n", ""),
    ("Text;Kind\nOne, two; three\n", ";"), ("a|b\nc|d\n", "|"),
    ("Text;Kind;Theme\na,b\nc,d\ne,f\n", ";"), ("a\tb, c\nd\te, f\n", "\t"), ("", "")])
def test_the_separator_that_makes_the_rows_alike_wins(body, separator):
    assert guess_separator(body, knows) == separator


def test_a_first_line_may_say_the_separator():
    proposal = read(b"sep=|\r\nText|Theme\r\nOne, two|Data\r\n", "a.csv", {})
    assert (proposal["separator"], texts(proposal), proposal["rows"][0]["row"]) == ("|", ["One, two"], 2)


@pytest.mark.parametrize("chosen, expected", [(";", 2), ("tab", 1), ("none", 1), ("x", 2), (None, 2)])
def test_the_separator_can_be_chosen(chosen, expected):
    assert len(read(b"Text;Kind\nOne;Solution\n", "a.csv", {"separator": chosen})["columns"]) == expected


def test_quoted_cells_hold_line_breaks_separators_and_quotation_marks():
    proposal = read(b'Text,Kind\r\n"One,\r\ntwo ""three""",Solution\r\nFour,Solution\r\n', "a.csv", {})
    assert texts(proposal) == ['One,\ntwo "three"', "Four"]
    assert [row["row"] for row in proposal["rows"]] == [2, 3]


@pytest.mark.parametrize("body", [
    'Text;Kind\n"open;Solution\nTwo;Solution\nThree;Solution\n', 'Text;Kind\nTwo;Solution\nThree;"open\nFour;Solution\n'])
def test_a_quotation_mark_that_is_never_closed_swallows_no_notes(body):
    assert len(texts(read(body.encode(), "a.csv", {}))) == 3


def test_a_quotation_mark_that_is_closed_far_below_swallows_no_notes():
    body = 'Text;Kind\n"open;Solution\n' + "".join(f"{index} times nobody came to the meeting;Challenge\n" for index in range(250))
    assert len(texts(read((body + '"late";Solution\n').encode(), "a.csv", {}))) == 252


def test_after_many_open_quotation_marks_all_are_letters():
    long = "".join(f"{index} times nobody came to the meeting of the councils;x\n" for index in range(150))
    assert len(parse(f'"open;x\n{long}"shut"\n' * 60, ";", 20_000)) == 60 * 152


def test_ragged_rows_are_filled_up_and_wide_ones_are_pointed_out():
    proposal = read(b"text,kind,theme\nOne\nTwo,solution\nThree, with a comma,solution,Data\nFour,solution,Data\n", "a.csv", {})
    assert texts(proposal) == ["One", "Two", "Three", "Four"]
    assert proposal["problems"][0] == {"row": 4, "reason": "wide", "value": "4"}


def test_rows_keep_their_numbers_across_blank_ones():
    proposal = read(b"text,kind\n\n,\nOne,solution\n\n\nTwo,solution\n", "a.csv", {})
    assert [(row["row"], row["text"]) for row in proposal["rows"]] == [(4, "One"), (7, "Two")]


def test_old_line_breaks_of_a_mac_are_line_breaks():
    assert texts(read(b"text,kind\rOne,solution\rTwo,solution\r", "a.csv", {})) == ["One", "Two"]


def test_titles_above_the_header_are_no_notes():
    proposal = read(b"Workshop of March;;\n;;\nText;Type;Theme\nNo data;Challenge;Data\n", "a.csv", {})
    assert (proposal["header"], texts(proposal), proposal["rows"][0]["row"]) == (True, ["No data"], 4)


@pytest.mark.parametrize("body, header", [
    ("Beitrag;Punkte\nEs fehlen überall Daten zu den Zielen;3\nNiemand hat Zeit für die Messung;4\n", True),
    ("No data in the districts;Data\nNobody has time for it;Capacity\nMaps are missing;Data\nToo few;Capacity\n", False),
    ("Challenge;No data;Data\nSolution;Maps for all;Data\nChallenge;No time;Time\n", False),
    ("Challenges;Solutions\nNo data at all;Share the maps\n", True),
    ("Challenge;No data\nSolution;Share the maps\nSolution;A fund\n", False),
    ("No data;Data\nThere is nobody who could count all that;Data\nAnother quite long text about the numbers;Time\n", False),
    ("Ideas\nNo data\nNo time\n", True), ("No data\nNo time\n", False)])
def test_a_header_is_told_from_a_row(body, header):
    assert read(body.encode(), "a.csv", {})["header"] is header


@pytest.mark.parametrize("header, first", [(True, "B"), (False, "A")])
def test_whether_there_is_a_header_can_be_chosen(header, first):
    assert texts(read(b"A\nB\nC\n", "a.csv", {"header": header}))[0] == first


@pytest.mark.parametrize("cell, text", [
    ("'=1+1", "=1+1"), ("'-340 people", "-340 people"), ("'@all", "@all"), ("' +1", "+1"), ("'\uff1dx", "\uff1dx"),
    ("'tis so", "'tis so"), ("''=1", "''=1"), ("=1+1", "=1+1"), ("it's =", "it's =")])
def test_one_apostrophe_before_a_formula_is_a_guard_and_no_text(cell, text):
    assert texts(read(f"text,kind\n{cell},solution\n".encode(), "a.csv", {})) == [text]


@pytest.mark.parametrize("cell, text", [
    ("a\0b\x07c\x85d", "abc\nd"), ("\u200f\ufeffe", "\u200fe"), ("e\u0301", "é"), ("  x  ", "x"), ("a\x0bb\u2028c", "a\nb\nc"),
    ("👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿")])
def test_texts_come_without_controls_and_with_composed_letters(cell, text):
    assert texts(read(f'text,kind\n"{cell}",solution\n'.encode(), "a.csv", {})) == [text]


def test_a_hundred_thousand_rows_are_refused_at_once():
    begun = time.perf_counter()
    assert reason(b"text,kind\n" + b"One,solution\n" * 100_000) == {"reason": "too_many_rows", "limit": 5000, "row": 5002}
    assert reason(b"One\n" * 100_000, "") == {"reason": "too_many_rows", "limit": 5000, "row": 5001}
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("rows", [5000, 5001])
def test_the_limit_does_not_count_the_header(rows):
    body = b"text,kind\n" + b"".join(b"%d times,solution\n" % index for index in range(rows))
    if rows == 5000:
        assert read(body, "a.csv", {})["count"] == {"rows": 5000, "notes": 5000, "skipped": 0, "translations": 0}
    else:
        assert reason(body)["reason"] == "too_many_rows"
    assert reason(b"A\nB\nC\nD\n", max_rows=3) == {"reason": "too_many_rows", "limit": 3, "row": 4}


def test_a_table_wider_than_any_workshop_needs_is_refused():
    row = ",".join(map(str, range(MAX_COLUMNS + 1)))
    assert reason(f"text,kind\nOne,solution\n{row}\n".encode()) == {"reason": "too_many_columns", "limit": MAX_COLUMNS, "row": 3}
    assert texts(read(("text,kind" + "," * 500 + "\nOne,solution\n").encode(), "a.csv", {})) == ["One"]


@pytest.mark.parametrize("body, expected", [
    (b"", "empty"), (b" \r\n\t ", "empty"), (b"\xef\xbb\xbf\n", "empty"), (b"text,kind\n", "no_text"), (b"x" * 6_000_000, "too_large"),
    (b"<!DOCTYPE html><p>x", "not_a_table"),
    (b"<?xml version='1.0'?><a/>", "not_a_table"), (b"\n" * 300_000 + b"x\n" * 300_000, "too_many_rows")])
def test_what_is_no_table_is_refused(body, expected):
    assert reason(body)["reason"] == expected


def test_marks_in_heaps_do_not_take_the_square_of_their_number():
    begun = time.perf_counter()
    read(("a" + "\u0301\u0327" * 100_000).encode(), "a.csv", {})
    assert time.perf_counter() - begun < 5
