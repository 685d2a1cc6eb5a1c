"""Pasted text: a note for each line or paragraph."""
from __future__ import annotations

import pytest

from board.imports.reader import read


def paste(text, name="", **options):
    return read(text.encode(), name, options)


def texts(proposal):
    return [row["text"] for row in proposal["rows"] if not row["skip"]]


@pytest.mark.parametrize("line, text", [
    ("- No data", "No data"), ("* No data", "No data"), ("• No data", "No data"), ("•No data", "No data"), ("– No data", "No data"),
    ("  ‣ No data", "No data"), ("1. No data", "No data"), ("12) No data", "No data"), ("(3) No data", "No data"),
    ("a) No data", "No data"),
    ("٣. No data", "No data"), ("५. No data", "No data"), ("[ ] No data", "No data"), ("[x] No data", "No data"), ("☐ No data", "No data"),
    ("2030 Agenda", "2030 Agenda"), ("3.5 % of it", "3.5 % of it"), ("-340 people", "-340 people"), ("*all* of it", "*all* of it"),
    ("e.g. this", "e.g. this"), ("I. was here", "I. was here"), ("=1+1", "=1+1"), ("'=1+1", "'=1+1"), ("1.", "1.")])
def test_bullets_and_numbers_go_and_what_is_text_stays(line, text):
    assert texts(paste(f"Before\n{line}\nBehind")) == ["Before", text, "Behind"]


@pytest.mark.parametrize("name", ["", "notes.txt", "notes.md"])
@pytest.mark.parametrize("text", ["We need money, people; and time.\nMore | less, please; now.\n", "One, two\nThree, four\nFive, six\n"])
def test_sentences_with_separators_are_no_table(name, text):
    proposal = paste(text, name)
    assert (proposal["source"], proposal["separator"], texts(proposal)) == ("lines", None, text.splitlines())


def test_blank_lines_are_dropped_and_numbers_are_those_of_the_text():
    assert [(row["row"], row["text"]) for row in paste("\n\nOne\r\n\r\n \u00a0\nTwo")["rows"]] == [(3, "One"), (6, "Two")]


def test_paragraphs_can_be_notes():
    proposal = paste("- One\n  and more\n\nTwo\n", split="row")
    assert [(row["row"], row["text"]) for row in proposal["rows"]] == [(1, "One\n  and more"), (4, "Two")]


def test_a_tab_divides_a_note_from_its_theme():
    board = {"themes": [{"id": "data", "title": "Data availability"}]}
    proposal = paste("No maps\tData availability\nNo time\nNo money\tMoney\n", board=board)
    assert [(row["text"], row["theme"]) for row in proposal["rows"]] == [("No maps", "data"), ("No time", ""), ("No money", "+Money")]


@pytest.mark.parametrize("heading", ["Solutions", "Solutions:", "## Soluciones", "الحلول", "समाधानहरू:", "Løsninger"])
def test_a_line_that_names_a_kind_is_a_heading(heading):
    proposal = paste(f"No data\n{heading}\nShare maps\nA fund\n")
    assert [(row["text"], row["kind"]) for row in proposal["rows"] if not row["skip"]] == [
        ("No data", "challenge"), ("Share maps", "solution"), ("A fund", "solution")]
    assert [row["skip"] for row in proposal["rows"]] == ["", "heading", "", ""]


def test_headings_of_markdown_are_themes_or_clusters():
    board = {"themes": [{"id": "data", "title": "Data availability"}]}
    proposal = paste("# Data availability\n- No maps\n# Money ##\n- No fund\n#tag stays\n", board=board)
    assert [(row["text"], row["theme"], row["cluster"], row["skip"]) for row in proposal["rows"]] == [
        ("Data availability", "data", "", "heading"), ("No maps", "data", "", ""), ("Money", "", "Money", "heading"),
        ("No fund", "", "Money", ""), ("#tag stays", "", "Money", "")]


def test_a_heading_of_markdown_ends_a_kind():
    assert [row["kind"] for row in paste("Solutions\nMaps\n# Money\nNo fund\n")["rows"]][1::2] == ["solution", "challenge"]


def test_what_was_copied_from_a_spreadsheet_is_a_table():
    proposal = paste("Text\tKind\tTheme\nNo data\tChallenge\tData\n")
    assert (proposal["source"], proposal["separator"], proposal["header"]) == ("table", "\t", True)
    assert paste("No data\tChallenge\tData\nNo time\tChallenge\tTime\n")["source"] == "table"


@pytest.mark.parametrize("options, source, count", [
    ({"split": "line"}, "lines", 3), ({"source": "lines"}, "lines", 3), ({}, "table", 2),
    ({"source": "table", "header": False}, "table", 3)])
def test_a_table_can_be_read_as_lines(options, source, count):
    proposal = paste("Text;Kind\nNo data;Challenge\nMaps;Solution\n", "a.csv", **options)
    assert (proposal["source"], proposal["count"]["notes"]) == (source, count)


def test_half_a_million_hashes_take_no_time():
    assert texts(paste("# " * 200_000 + "x")) == []
