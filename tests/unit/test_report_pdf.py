"""The workshop report as PDF."""
from __future__ import annotations

import io
import re

import pypdf
import pypdfium2
import pytest
import typst

from board.export import report_pdf, typesetting
from board.export.job import Job
from board.export.model import Scope
from board.export.words import Words, languages
from printed import ARABIC, NEPALI, bookmarks, count_of, is_standard, is_tagged, root, said, tags
from workshop import HOSTILE, content, empty, hostile, nameless, note, write

RAW_KEY = re.compile(r"\b(report|count|kind|status|column|remark)\.[a-z_]+")


def data_of(given, scope=None, language="en", **options):
    return report_pdf._Report(Job(given, Words(language), scope or Scope(), options)).data()


def cards(data):
    for theme in data["themes"]:
        for group in theme["groups"]:
            for card in group["notes"]:
                yield card, None
                yield from ((inner, card) for inner in card["inner"])


@pytest.mark.parametrize("language", ["en", "ar", "ne"])
def test_arabic_and_nepali_words_are_found_by_a_search(language):
    given = content()
    given["notes"][1]["text"], given["notes"][2]["text"] = ARABIC, NEPALI
    body, _ = write("pdf", given, language)
    for word in (*ARABIC.split(), *NEPALI.split(), "No census since"):
        assert count_of(body, word) >= 2, word
    copied = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    assert all(word in copied for word in ARABIC.split())


@pytest.mark.parametrize("language", languages())
def test_each_language_is_tagged_titled_and_of_the_standard_without_a_raw_key(language):
    body, job = write("pdf", content(), language, comments=True)
    assert is_standard(body) and root(body)["/Lang"] == language
    assert pypdf.PdfReader(io.BytesIO(body)).metadata.title == "March workshop"
    text = said(body)
    assert not RAW_KEY.search(text) and job.remarks == []
    assert job.words("report.took_part") in text or language in ("ar", "ne")


def test_headings_are_bookmarks():
    found = bookmarks(write("pdf", content())[0])
    assert [title for depth, title in found if depth == 1] == [
        "Key figures", "Who took part", "Results of the votes", "Data and quality", "Capacities", "Water", "Unanswered challenges",
        "Associations and themes", "All notes"]
    assert (2, "Census") in found and (2, "In no cluster") in found and (2, "What first?") in found


def test_what_a_thing_is_can_be_heard():
    found = tags(write("pdf", content())[0])
    assert found["Title"] == 1 and found["H1"] == 10 and found["TOC"] and found["TH"] > found["Table"] == 6


def test_what_people_wrote_keeps_its_direction_to_itself():
    data = data_of(content())
    assert data["took_part"]["rows"][0][0] == "\u2068CNM\u2069"
    assert {card["by"] for card, _ in cards(data)} >= {"\u2068Ana Silva\u2069 · \u2068CNM\u2069 · Brazil"}
    texts = {card["text"]["text"]: card["text"] for card, _ in cards(data)}
    assert texts["جدول قديم (2010)!"] == {"text": "جدول قديم (2010)!", "lang": "ar", "rtl": True}


def test_the_mark_behind_an_arabic_text_stands_at_its_left_wherever_it_is_quoted():
    given = content()
    given["notes"][1]["text"] = "جدول!"
    given["answers"].append({"solution": "n6", "challenge": "n2"})
    found = []
    for page in pypdfium2.PdfDocument(write("pdf", given)[0]):
        text = page.get_textpage()
        boxes = {letter: [text.get_charbox(index) for index, each in enumerate(text.get_text_range()) if each == letter] for letter in "!ج"}
        found += [(mark[0], first[0]) for mark, first in zip(boxes["!"], boxes["ج"], strict=True)]
    assert len(found) == 3 and all(mark < first for mark, first in found)


def test_pages_are_numbered():
    body, _ = write("pdf", content())
    pages = pypdfium2.PdfDocument(body)
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.get_textpage().get_text_range()


def test_what_is_said_of_the_workshop():
    text = said(write("pdf", content(), comments=True)[0])
    for words in ("March workshop", "March 21, 2026", "Brazil, Nepal", "Prepare the reviews.", "2 challenges answered",
                  "6 votes · supported by 3 of 3 associations", "5 votes · 1 of them by proxy · supported by 2 of 3 associations",
                  "Also written as", "Old census, old truth. (UNGL)", "Here too.", "Note without text", "In progress", "Key message",
                  "9 people · 3 associations"):
        assert words in text, words


def test_every_note_stands_as_one_card_and_as_one_row():
    data = data_of(content())
    numbers = [card["number"] for card, _ in cards(data)]
    assert sorted(numbers) == [row["number"] for theme in data["appendix"]["themes"] for row in theme["rows"]] == list("1234567")


def test_a_solution_stands_under_its_challenge_and_is_named_where_it_also_answers():
    found = {card["text"]["text"]: (card, under) for card, under in cards(data_of(content()))}
    survey, under = found["घरघुरी सर्वेक्षण"]
    assert under["text"]["text"] == "No census since 2010."
    assert [each["text"]["text"] for each in survey["linked"]] == ["Nobody can draw maps."]
    maps, _ = found["Nobody can draw maps."]
    assert [each["text"]["text"] for each in maps["linked"]] == ["घरघुरी सर्वेक्षण"]
    assert found["Lend a colleague."][1] is maps


def test_the_number_of_a_note_leads_to_its_card():
    body, _ = write("pdf", content())
    pages = pypdf.PdfReader(io.BytesIO(body)).pages
    links = [each.get_object() for page in pages for each in page.get("/Annots", ())]
    assert sum(each["/Subtype"] == "/Link" for each in links) > len(bookmarks(body))


def test_names_are_absent_unless_they_are_wanted():
    named, nobody = said(write("pdf", content(), comments=True)[0]), said(write("pdf", nameless(content()), comments=True)[0])
    assert "Ana Silva (Mayor)" in named and "Bina Rai" in named and "Participants" in named
    assert "Ana" not in nobody and "Bina" not in nobody and "Mayor" not in nobody and "Participants" not in nobody


def test_comments_are_absent_unless_they_are_wanted():
    assert "Here too." not in said(write("pdf", content())[0])


@pytest.mark.parametrize("scope, there, absent", [
    (Scope("theme", "capacity"), ["Theme: Capacities", "Nobody can draw maps."], ["No census", "Compartir", "Which cluster?"]),
    (Scope("association", "UNGL"), ["Association: UNGL", "Lend a colleague.", "No census since 2010."], ["2010)!"]),
    (Scope("notes", ["n5"]), ["A selection of the notes", "Nobody can draw maps."], ["Compartir", "No census"]),
    (Scope("notes", ["nobody"]), ["There are no notes yet."], ["Nobody can draw", "Key figures"])])
def test_a_part_of_the_board(scope, there, absent):
    body, job = write("pdf", content(), scope=scope)
    text = said(body)
    assert all(each in text for each in there) and not any(each in text for each in absent)
    assert is_standard(body) and job.remarks == []


def test_what_a_part_answers_outside_of_it_is_said_in_full():
    found = [card["linked"] for card, _ in cards(data_of(content(), Scope("notes", ["n3"])))]
    assert [(each["to"], each["text"]["text"]) for each in found[0]] == [("", "No census since 2010."), ("", "Nobody can draw maps.")]


@pytest.mark.parametrize("given", [empty(content()), {**empty(content()), "themes": []}], ids=["no notes", "no themes"])
def test_an_empty_board(given):
    body, _ = write("pdf", given)
    text = said(body)
    assert is_standard(body) and "There are no notes yet." in text and "Contents" not in text and "Votes" not in text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_written_anywhere_is_printed(text):
    body, _ = write("pdf", hostile(text), comments=True)
    assert is_standard(body)


def test_markup_is_printed_as_it_was_written():
    text = '#panic("x") $x^2$ *bold* <script> \\ #read("report.typ") @label `raw` // more /* all */ [a](b)'
    assert text in said(write("pdf", hostile(text))[0])


def test_a_character_without_a_glyph_is_remarked_on_and_no_failure():
    given = content()
    given["notes"][0]["text"] = "中文 census"
    body, job = write("pdf", given)
    assert job.remarks == [("remark.no_glyph", {"characters": "中 文"})]
    assert not is_standard(body) and is_tagged(body)
    assert "census" in said(body)


def test_what_the_standard_refuses_is_made_without_it(monkeypatch):
    asked = []

    def compile_(*given, **how):
        asked.append(how.get("pdf_standards"))
        if how.get("pdf_standards"):
            raise typst.TypstError("no", "no")
        return b"%PDF"
    monkeypatch.setattr(typesetting.typst, "compile", compile_)
    assert write("pdf", content())[0] == b"%PDF" and asked == [["ua-1"], None]


def test_an_arabic_report_is_read_from_right_to_left():
    """The number of a note stands at the right edge of the table, the association left of the text."""
    given = content()
    given["notes"] = [note("n1", "challenge", "data", "جدول", association="CNM", language="ar")]
    given.update(answers=[], rounds=[], comments=[], clusters=[])
    pages = list(pypdfium2.PdfDocument(write("pdf", given, "ar")[0]))
    text = pages[-1].get_textpage()

    def left_of(word):
        at, count = text.search(word).get_next()
        return min(text.get_charbox(index)[0] for index in range(at, at + count))
    assert left_of("CNM") < left_of("جدول") < left_of("1")


def test_a_great_report_leaves_out_the_table_that_repeats_the_notes(monkeypatch):
    monkeypatch.setattr(report_pdf, "MOST_IN_APPENDIX", 6)
    body, job = write("pdf", content())
    assert job.remarks == [("remark.only_under_themes", {"count": 7, "most": 6})]
    assert "All notes" not in said(body) and "Lend a colleague." in said(body)


def test_many_themes_are_several_tables():
    given = content()
    given["themes"] = [{"id": f"t{i}", "title": f"Theme {i}", "color": "blue", "sign": "ring"} for i in range(14)]
    given["notes"] = [note(f"n{i}", "challenge", f"t{i}", "x", association="CNM") for i in range(14)]
    given.update(clusters=[], answers=[], rounds=[], comments=[])
    parts = data_of(given)["matrix"]
    assert [len(each["themes"]) for each in parts] == [6, 6, 2] and [each["last"] for each in parts] == [False, False, True]
    assert is_standard(write("pdf", given)[0])


def test_long_results_end_with_how_many_more_there_are(monkeypatch):
    monkeypatch.setattr(report_pdf, "MOST_RESULTS", 1)
    text = said(write("pdf", content())[0])
    assert "1 more result" in text
