"""The board as slides."""
from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from board.export import slides
from board.export.clean import clean
from board.export.job import Job
from board.export.model import Scope
from board.export.slides_deck import HEIGHT, WIDTH
from board.export.slides_markup import PIXEL
from board.export.slides_text import fit, height_of, shortened, width_of
from board.export.words import Words

HOSTILE = [
    "=1+1|cmd", "<script>alert(1)</script> & </a:t>]]>", '#panic("x") $x^2$ *b*', "\u202eover\u202c\u2066x", "a" + "\u0301" * 100_000,
    "W" * 4000, "lone \ud800", "nul\x00\x01\x0b\ufffe", "👨‍👩‍👧‍👦🇳🇵" * 90, "مرحبا " * 600, "line\r\nline\ttab\n" * 60, "", "   ",
    "漢字" * 900]
AT = "2026-03-21T10:00:00.000Z"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def note(note_id, kind="challenge", theme="t1", **more):
    return {"id": note_id, "kind": kind, "theme": theme, "cluster": "", "text": f"Text of {note_id}", "association": "MuAN", "seat": "s1",
            "sdgs": [], "language": "en", "status": "open", "merged_into": "", "x": 0, "y": 0, "created_at": AT, "origin": None, **more}


def closed(title, on, targets):
    return {"title": title, "on": on, "state": "closed", "results": {"voters": 9, "associations": 5, "targets": targets}}


def board(**more):
    return {
        "board": {"id": "b1", "title": "March workshop", "language": "en", "purpose": "Prepare the reviews", "created_at": AT},
        "themes": [{"id": "t1", "title": "Data", "color": "amber", "sign": "triangle"},
                   {"id": "t2", "title": "Money", "color": "rose", "sign": "star"}],
        "seats": [{"id": "s1", "name": "Ana Secret", "role_title": "Mayor", "association": "MuAN", "country": "NP"},
                  {"id": "s2", "name": "", "role_title": "", "association": "CNM", "country": "BR"}],
        "clusters": [{"id": "c1", "theme": "t1", "title": "Census", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False}],
        "notes": [note("n1", cluster="c1"), note("n2", "solution", cluster="c1", association="CNM"),
                  note("n3", cluster="c1", merged_into="n1", association="CNM"),
                  note("n4", theme="t2", text="لا توجد بيانات", language="ar"), note("n5", "solution", "t2")],
        "answers": [{"id": "a1", "solution": "n2", "challenge": "n1"}, {"id": "a2", "solution": "n5", "challenge": "n1"}],
        "comments": [{"note": "n1", "text": "Here too", "association": "CNM", "seat": "s2"}], "reactions": [], "steps": [],
        "rounds": [closed("What first?", "notes", [["n1", 6, 1, 3], ["n4", 2, 0, 2]]), closed("Which?", "clusters", [["c1", 8, 0, 4]])],
        **more}


def many(count, **more):
    notes = [note(f"n{i}", ("challenge", "solution")[i % 3 == 0], **more) for i in range(count)]
    return board(notes=notes, answers=[], rounds=[], comments=[])


def write(content, language="en", scope=None, **options):
    job = Job(content, Words(language), scope or Scope(), options)
    body = slides.write(job)
    return Presentation(io.BytesIO(body)), job, body


def shapes(deck):
    """All, those in groups too, with the slide's place."""
    for index, slide in enumerate(deck.slides):
        for shape in slide.shapes:
            for each in shape.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP else [shape]:
                yield index, each


def stickies(deck, word):
    return [shape for _, shape in shapes(deck) if re.fullmatch(rf"{word} \d+", shape.name)]


def titles(deck):
    return [slide.shapes.title.text for slide in deck.slides]


def text_of(deck):
    found = [shape.text_frame.text for _, shape in shapes(deck) if shape.has_text_frame]
    tables = [shape.table for _, shape in shapes(deck) if getattr(shape, "has_table", False)]
    return "\n".join([*found, *(cell.text for table in tables for row in table.rows for cell in row.cells)])


def spoken(deck):
    return "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)


@pytest.fixture(scope="module")
def english():
    return write(board())


def test_the_slides_are_in_the_order_of_a_report(english):
    assert titles(english[0]) == [
        "March workshop", "Who took part", "Participants", "Data", "Census", "Money", "In no cluster · Money", "What first?", "Which?",
        "Unanswered challenges", "Associations and themes", "What is not on these slides"]


def test_every_slide_has_a_real_title_that_is_read_first(english):
    for slide in english[0].slides:
        assert slide.shapes.title.text and slide.shapes[0].shape_id == slide.shapes.title.shape_id


def test_slides_are_wide_and_nothing_hangs_over_the_edge(english):
    deck = english[0]
    assert (deck.slide_width, deck.slide_height) == (WIDTH * PIXEL, HEIGHT * PIXEL)
    in_layouts = [each for layout in deck.slide_layouts for each in layout.placeholders]
    for shape in [*(each for _, each in shapes(deck)), *deck.slide_master.placeholders, *in_layouts]:
        assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
        assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height


def test_nothing_is_left_of_the_template(english):
    with zipfile.ZipFile(io.BytesIO(english[2])) as package:
        names, text = package.namelist(), package.read("ppt/presentation.xml").decode()
    assert "4x3" not in text and not [name for name in names if "printer" in name or "thumbnail" in name]
    assert english[0].core_properties.author == "" and english[0].core_properties.title == "March workshop"


def test_a_challenge_and_a_solution_differ_in_form_and_word(english):
    challenge, solution = stickies(english[0], "Challenge")[0], stickies(english[0], "Solution")[0]
    assert challenge.auto_shape_type.name == "RECTANGLE" and str(challenge.fill.fore_color.rgb) == "F4E0A0"
    assert solution.auto_shape_type.name == "ROUNDED_RECTANGLE"
    assert (str(solution.fill.fore_color.rgb), str(solution.line.color.rgb)) == ("FFFFFF", "765303")
    assert challenge.text_frame.text.split("\n") == ["1 · Challenge · Answered by 4", "Text of n1", "Ana Secret · MuAN · CNM"]
    assert solution.text_frame.text.startswith("2 · Solution\nText of n2")


def test_every_sticky_is_told_to_those_who_do_not_see_it(english):
    found = stickies(english[0], "Challenge") + stickies(english[0], "Solution")
    alts = [shape._element.nvSpPr.cNvPr.get("descr") for shape in found]
    assert len(found) == 4 and all(alts)
    assert alts[0] == ("Challenge 1: Text of n1 · Ana Secret · MuAN · CNM · 7 votes · 1 of them by proxy · "
                       "supported by 3 of 5 associations")


def test_votes_go_with_their_sticky(english):
    groups = [shape for slide in english[0].slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [[each.name for each in group.shapes] for group in groups] == [["Challenge 1", "Votes 1"], ["Challenge 3", "Votes 3"]]
    assert [group.shapes[1].text_frame.text for group in groups] == ["7 votes", "2 votes"]


def test_an_arrow_holds_on_to_the_solution_and_to_what_it_answers(english):
    slide = english[0].slides[titles(english[0]).index("Census")]
    numbers = {each.name: each.shape_id for _, each in shapes(english[0])}
    (arrow,) = [shape for shape in slide.shapes if shape._element.tag.endswith("cxnSp")]
    begin, end = arrow._element.find(".//" + A + "stCxn"), arrow._element.find(".//" + A + "endCxn")
    assert (begin.get("id"), begin.get("idx")) == (str(numbers["Solution 2"]), "1")
    assert (end.get("id"), end.get("idx")) == (str(numbers["Challenge 1"]), "3")
    challenge, solution = stickies(english[0], "Challenge")[0], stickies(english[0], "Solution")[0]
    assert (arrow.begin_x, arrow.end_x) == (solution.left, challenge.left + challenge.width)


def test_shapes_of_a_slide_have_numbers_of_their_own(english):
    for slide in english[0].slides:
        numbers = [each.get("id") for each in slide.shapes._spTree.iter("{*}cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_results_are_a_native_chart_with_the_support_beside_it(english):
    deck = english[0]
    slide = deck.slides[titles(deck).index("What first?")]
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == ["1. Text of n1", "2. لا توجد بيانات"]
    assert list(chart.plots[0].series[0].values) == [7, 2]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [row.cells[0].text for row in table.rows] == [
        "Associations in support", "1 of them by proxy · supported by 3 of 5 associations", "supported by 2 of 5 associations"]


def test_the_workbook_of_a_chart_has_no_formula():
    rounds = [closed("=1", "notes", [["n1", 1, 0, 1]])]
    _, _, body = write(board(notes=[note("n1", text="=1+1|cmd")], answers=[], comments=[], rounds=rounds))
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        books = [name for name in package.namelist() if name.endswith(".xlsx")]
        inside = zipfile.ZipFile(io.BytesIO(package.read(books[0])))
        assert len(books) == 1 and not any(b"<f>" in inside.read(name) for name in inside.namelist())


def test_the_coverage_is_a_table_where_gaps_are_white(english):
    slide = english[0].slides[titles(english[0]).index("Associations and themes")]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Association", "Data", "Money"], ["CNM", "1 / 1", "–"], ["MuAN", "1 / 0", "1 / 1"]]
    assert [str(table.cell(1, column).fill.fore_color.rgb) for column in (1, 2)] == ["F4E0A0", "FFFFFF"]


def test_arabic_runs_from_right_to_left_and_the_slide_is_mirrored():
    deck, job, _ = write(board(), "ar")
    challenge, solution = stickies(deck, job.words("kind.challenge"))[0], stickies(deck, job.words("kind.solution"))[0]
    assert challenge.left > solution.left and deck.part._element.get("rtl") == "1"
    word, latin = (each._p.pPr for each in challenge.text_frame.paragraphs[:2])
    assert (word.get("rtl"), word.get("algn"), latin.get("rtl"), latin.get("algn")) == ("1", "r", "0", "l")
    run = challenge.text_frame.paragraphs[0].runs[-1]._r.rPr
    assert run.find(A + "cs").get("typeface") == "Noto Naskh Arabic" and run.get("lang") == "ar-SA"
    slide = deck.slides[titles(deck).index(job.words("report.matrix"))]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells] == ["Money", "Data", job.words("report.association")]
    (chart,) = [shape.chart for shape in deck.slides[titles(deck).index("Which?")].shapes if shape.has_chart]
    assert chart.value_axis.reverse_order


def test_an_arabic_note_among_english_words_keeps_its_direction(english):
    (sticky,) = [shape for shape in stickies(english[0], "Challenge") if "بيانات" in shape.text_frame.text]
    properties = [each._p.pPr.get("rtl") for each in sticky.text_frame.paragraphs]
    assert properties[:2] == ["0", "1"] and sticky.text_frame.paragraphs[1].runs[0]._r.rPr.get("lang") == "ar-SA"


def test_names_are_absent_when_they_are_off():
    content = board()
    content["seats"] = [{**each, "name": "", "role_title": ""} for each in content["seats"]]
    deck, _, body = write(content)
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        assert not any(b"Secret" in package.read(name) or b"Mayor" in package.read(name) for name in package.namelist())
    assert "Participants" not in titles(deck)


def test_a_board_without_anything():
    deck, job, _ = write(board(themes=[], seats=[], clusters=[], notes=[], answers=[], comments=[], rounds=[]))
    assert titles(deck) == ["March workshop", "What is not on these slides"]
    assert "There are no notes yet." in text_of(deck) and not job.remarks


def test_an_empty_theme_says_so():
    deck, _, _ = write(board(notes=[note("n1")], answers=[], comments=[], rounds=[]))
    (slide,) = [each for each in deck.slides if each.shapes.title.text == "Money"]
    assert "There are no notes yet." in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.parametrize("scope, absent", [
    (Scope("theme", "t2"), "Text of n1"), (Scope("association", "CNM"), "Text of n5"), (Scope("notes", ["n4"]), "Text of n1")])
def test_a_part_of_the_board_has_nothing_of_the_rest(scope, absent):
    deck, _, body = write(board(rounds=[]), scope=scope)
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        assert not any(absent.encode() in package.read(name) for name in package.namelist())
    assert "not on these slides" in titles(deck)[-1]


def test_there_are_never_more_slides_than_somebody_looks_at_and_the_rest_is_said():
    deck, job, _ = write(many(1200))
    shown = len(stickies(deck, "Challenge")) + len(stickies(deck, "Solution"))
    left = job.remarks[0][1]["count"]
    assert len(deck.slides) == slides.MOST and job.remarks[0][0] == "slides.notes_left_out" and 0 < left <= 1200 - shown
    last = "\n".join(shape.text_frame.text for shape in deck.slides[-1].shapes if shape.has_text_frame)
    assert Words("en")("slides.notes_left_out", count=left) in last and "Unanswered challenges" in last


def test_what_has_most_votes_gets_a_slide_first():
    content = many(900)
    content["clusters"] = [{**content["clusters"][0], "id": f"c{i}", "title": f"Cluster {i}"} for i in range(90)]
    content["notes"] = [{**each, "cluster": f"c{i % 90}"} for i, each in enumerate(content["notes"])]
    content["rounds"] = [closed("Which?", "clusters", [["c77", 9, 0, 3], ["c80", 5, 0, 2]])]
    deck, _, _ = write(content)
    assert {"Cluster 77", "Cluster 80", "Cluster 0"} <= set(titles(deck)) and "Cluster 60" not in titles(deck)
    assert len(deck.slides) == slides.MOST


def test_a_long_text_is_smaller_and_then_cut_with_the_whole_in_the_speakers_notes():
    texts = ["word " * 300, "word " * 60, "word " * 4, "long word " * 350]
    notes = [note(f"n{i}", text=text) for i, text in enumerate(texts)]
    deck, job, _ = write(board(notes=notes, answers=[], comments=[], rounds=[]))
    sizes = [shape.text_frame.paragraphs[1].runs[0].font.size.pt for shape in stickies(deck, "Challenge")]
    assert min(sizes) >= 10 and job.remarks[-1][0] == "slides.shortened"
    cut = [shape for shape in stickies(deck, "Challenge") if shape.text_frame.paragraphs[1].text.endswith("…")]
    assert cut and ("long word " * 350).strip() in spoken(deck)


def test_what_was_merged_and_comments_that_are_wanted_are_told_to_the_speaker(english):
    assert "Text of n3 · CNM" in spoken(english[0]) and "Here too" not in spoken(english[0])
    deck, _, _ = write(board(), comments=True)
    assert "Here too · CNM" in spoken(deck)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_texts_in_every_field_stay_texts(language):
    content, given = board(), iter(HOSTILE * 20)
    content["notes"] += [note(f"h{i}", ("challenge", "solution")[i % 2], cluster="c1") for i in range(2 * len(HOSTILE))]
    for name, fields in {"themes": ("title",), "seats": ("name", "role_title", "association", "country"), "clusters": ("title",),
                         "notes": ("text", "association", "language"), "comments": ("text", "association"), "rounds": ("title",)}.items():
        content[name] = [{**each, **{field: next(given) for field in fields}} for each in content[name]]
    content["board"] = {**content["board"], "title": next(given), "purpose": next(given)}
    deck, _, body = write(content, language, comments=True)
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                assert etree.fromstring(package.read(name)) is not None
    assert all(title.strip() for title in titles(deck))
    assert "<script>alert(1)</script> & </a:t>]]>" in text_of(deck) + spoken(deck)


def test_a_text_fits_or_is_cut_between_letters():
    fitted = fit("one two three " * 100, 200, 60, (20, 10))
    assert fitted.cut and fitted.size == 10 and fitted.text.endswith("…") and height_of(fitted.text, 200, 10) <= 60
    assert fit("short", 200, 60, (20, 10)).size == 20
    family = clean("👨‍👩‍👧‍👦" * 30)
    assert not shortened(family, 33)[:-1].endswith("\u200d")
    assert width_of("wide", 10, bold=True) > width_of("wide", 10) and height_of("مرحبا", 200, 10) > height_of("hello", 200, 10)
