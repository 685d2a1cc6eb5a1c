"""The workshop report as a Word document."""
from __future__ import annotations

import re

import pytest
from docx.oxml.ns import qn

from board.export.clean import clean
from board.export.docx_text import Piece, Typing, region
from board.export.model import Scope
from board.export.words import languages
from workshop import HOSTILE, content, empty, hostile, nameless, note, opened, write

RAW_KEY = re.compile(r"^[a-z]+\.[a-z_]+$")
# ECMA-376, 17.3.1.26 and others: what may stand in each, in this order.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW tcBorders shd vAlign", "trPr": "cantSplit tblHeader", "sectPr": "footerReference pgSz pgMar bidi",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}


def report(language="en", scope=None, given=None, **options):
    return opened(write("docx", given or content(), language, scope, **options)[0])


def headings(document):
    return [(int(each.style.name[-1]), each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]


def said(document):
    """Every text in it, one paragraph a line; isolates are not seen."""
    lines = ["".join(part.text or "\n" for part in each.iter(qn("w:t"), qn("w:br"))) for each in document.element.body.iter(qn("w:p"))]
    return re.sub("[\u2068\u2069]", "", "\n".join(lines))


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_under(document, heading):
    block = next(each for each in document.paragraphs if each.text == heading and each.style.name.startswith("Heading"))._p
    while block.tag != qn("w:tbl"):
        block = block.getnext()
    return next(each for each in document.tables if each._tbl is block)


def test_headings_are_headings_in_the_order_of_the_report():
    assert headings(report()) == [
        (1, "Key figures"), (1, "Who took part"), (1, "Results of the votes"), (2, "What first?"), (2, "Which cluster?"),
        (1, "Themes"), (2, "Data and quality"), (3, "Census"), (3, "In no cluster"), (2, "Capacities"), (2, "Water"),
        (1, "Unanswered challenges"), (1, "Associations and themes"), (1, "All notes")]


def test_the_contents_name_the_headings_and_lead_to_them():
    document = report()
    links = list(document.element.body.iter(qn("w:hyperlink")))
    named = ["".join(part.text for part in each.iter(qn("w:t"))) for each in links]
    assert named == [text for level, text in headings(document) if level < 3]
    marks = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {each.get(qn("w:anchor")) for each in links} <= marks
    assert ' TOC \\o "1-2" \\h \\z \\u ' in [each.text for each in document.element.body.iter(qn("w:instrText"))]


def test_a_challenge_is_followed_by_what_answers_it_and_both_say_what_they_are():
    blocks = [(each.style.name, each.text) for each in report(given=nameless(content())).paragraphs]
    blocks = [each for each in blocks if each[0].startswith(("Challenge", "Solution", "Note"))]
    support = "5 votes · 1 of them by proxy · supported by 2 of 3 associations"
    start = blocks.index(("Challenge Label", f"Challenge 1 · CNM · SDG 11 · {support}"))
    assert blocks[start + 1:start + 5] == [
        ("Challenge", "No census since 2010."), ("Note Detail", "Also written as (UNGL): Old census, old truth."),
        ("Solution Label", "Solution 3 · MuAN"), ("Solution", "घरघुरी सर्वेक्षण")]
    assert ("Challenge Label", "Challenge 2 · MuAN · In progress") in blocks
    assert ("Solution Detail", "No solution has been put forward yet.") in blocks


def test_tables_keep_their_widths_and_repeat_their_header():
    document = report()
    assert len(document.tables) >= 8
    for each in document.tables:
        properties = each._tbl.tblPr
        assert each.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        grid = [int(column.get(qn("w:w"))) for column in each._tbl.tblGrid]
        assert sum(grid) == int(properties.find(qn("w:tblW")).get(qn("w:w")))
        assert all([int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row._tr.tc_lst] == grid for row in each.rows)


def test_the_matrix_counts_and_tints():
    matrix = table_under(report(), "Associations and themes")
    assert rows(matrix) == [["Association", "Data and quality", "Capacities", "Water", "Total"], ["CNM", "1 / 0", "1 / 0", "–", "2 / 0"],
                            ["MuAN", "1 / 1", "–", "–", "1 / 1"], ["UNGL", "1 / 1", "0 / 1", "1 / 0", "2 / 2"]]
    shades = [[cell._tc.tcPr.find(qn("w:shd")) for cell in row.cells] for row in matrix.rows[1:3]]
    fills = [[None if shade is None else shade.get(qn("w:fill")) for shade in row] for row in shades]
    assert fills[0][1] and fills[0][3] is None
    assert fills[1][1] != fills[0][1], "two notes are darker than one"


def test_many_themes_are_on_a_page_that_lies_and_in_several_tables():
    given = content()
    given["themes"] = [{**given["themes"][0], "id": f"t{number}", "title": f"Theme {number}"} for number in range(20)]
    given["notes"] = [note(f"n{number}", "challenge", f"t{number}", "Text", association="CNM") for number in range(20)]
    given |= {"answers": [], "comments": [], "clusters": [], "rounds": []}
    document = report(given=given)
    assert [section.page_width > section.page_height for section in document.sections] == [False, True, False]
    assert [len(each.columns) for each in document.tables if "Theme 8" in rows(each)[0] or "Theme 19" in rows(each)[0]] == [9, 6]


def test_results_with_the_associations_in_support():
    assert rows(table_under(report(), "What first?"))[1:] == [
        ["No census since 2010.\nChallenge", "5\n1 of them by proxy", "supported by 2 of 3 associations"],
        ["Lend a colleague.\nSolution", "2", "supported by 1 of 3 associations"]]


def test_a_long_round_says_how_much_it_leaves_out():
    given = content()
    given["notes"] = [note(f"n{number}", "challenge", "data", f"Text {number}") for number in range(60)]
    given["rounds"] = given["rounds"][:1]
    given["rounds"][0]["results"]["targets"] = [[f"n{number}", number + 1, 0, 1] for number in range(60)]
    document = report(given=given | {"answers": [], "comments": []})
    assert len(table_under(document, "What first?").rows) == 51 and "10 more results" in said(document)
    assert rows(table_under(document, "What first?"))[1][1] == "60"


def test_every_text_is_there():
    document = report(comments=True)
    for text in [*(each["text"] for each in content()["notes"]), "Here too.", "Prepare the reviews.", "Census", "What first?", "Brazil"]:
        assert text in said(document)
    assert said(document).count("Note without text") == 3, "under its theme, among the unanswered and in the appendix"
    assert "Here too." not in said(report())


@pytest.mark.parametrize("language", languages())
def test_names_are_there_when_they_are_wanted_only(language):
    named, unnamed = (said(report(language, given=each, comments=True)) for each in (content(), nameless(content())))
    for name in ("Ana Silva", "Mayor", "Bina Rai"):
        assert name in named and name not in unnamed


def test_the_file_names_its_title_and_nobody():
    properties = report(given=nameless(content())).core_properties
    assert (properties.title, properties.author, properties.last_modified_by, properties.language) == ("March workshop", "", "", "en-US")


def test_one_theme():
    document = report(scope=Scope("theme", "capacity"))
    assert "Theme: Capacities" in said(document)
    assert "Lend a colleague." in said(document) and "घरघुरी सर्वेक्षण" in said(document), "what answers from another theme"
    assert "No census since 2010." not in said(document) and "Water" not in said(document)


def test_one_association_with_what_others_answered():
    document = report(scope=Scope("association", "CNM"))
    assert "Association: CNM" in said(document)
    labels = [each.text for each in document.paragraphs if each.style.name == "Solution Label"]
    assert labels == ["Solution · MuAN", "Solution · MuAN", "Solution · UNGL"]
    assert "Compartir los registros." not in said(document)


def test_some_notes():
    document = report(scope=Scope("notes", ["n6"]))
    assert "A selection of the notes" in said(document) and "Answers (CNM): Nobody can draw maps." in said(document)
    assert "census" not in said(document)


def test_a_solution_to_many_stands_in_full_once():
    given = content()
    long = "long " * 400
    given["notes"] = [note("s", "solution", "data", long), *(note(f"c{number}", "challenge", "data", "Text") for number in range(30))]
    given["answers"] = [{"solution": "s", "challenge": f"c{number}"} for number in range(30)]
    given |= {"comments": [], "clusters": [], "rounds": []}
    lengths = [len(each.text) for each in report(given=given).paragraphs if each.style.name == "Solution"]
    assert len(lengths) == 30 and [length > 1_000 for length in lengths].count(True) == 1


def test_a_challenge_with_many_solutions_names_all():
    given = content()
    ways = [note(f"s{number}", "solution", "data", f"Way {number}.") for number in range(30)]
    given["answers"] = [{"solution": each["id"], "challenge": "c"} for each in ways]
    given |= {"notes": [note("c", "challenge", "data", "Text"), *ways],
              "comments": [], "clusters": [], "rounds": []}
    document = report(given=given)
    assert "Solutions: 14, 15, " in said(document) and ", 30, 31" in said(document)
    assert all(f"Way {number}." in said(document) for number in range(30))


def test_the_table_of_all_notes_is_left_out_when_it_would_be_too_long(monkeypatch):
    monkeypatch.setattr("board.export.report_docx.MOST_IN_APPENDIX", 6)
    body, job = write("docx", content())
    assert job.remarks == [("remark.no_appendix", {"count": 7, "most": 6})]
    document = opened(body)
    assert "All notes" not in [text for _, text in headings(document)] and "Lend a colleague." in said(document)


@pytest.mark.parametrize("language", languages())
def test_an_empty_board_and_a_full_one_in_every_language_have_no_raw_key(language):
    for given in (content(), empty(content()), empty(content()) | {"themes": []}):
        document = report(language, given=given, comments=True)
        texts = [each.text for each in document.element.iter(qn("w:t"))]
        assert texts and not [each for each in texts if RAW_KEY.match(each) or "{" in each]
        assert headings(document)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text_wherever_it_is(text):
    for language, scope in (("en", None), ("ar", Scope("association", text))):
        document = report(language, scope, hostile(text), comments=True)
        there = " ".join(said(document).split())
        assert " ".join(clean(text).split()) in there
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066\u2067\ud800-\udfff\ufffe\uffff]", there)
        assert [level for level, _ in headings(document) if level == 1]
    if clean(text).strip():
        assert len(document.tables) == len(report("ar", Scope("association", "plain"), hostile("plain")).tables)


@pytest.mark.parametrize("language", ["en", "ar", "ne"])
def test_what_stands_in_properties_stands_in_the_order_of_the_schema(language):
    document = report(language, comments=True)
    seen = set()
    for root in (document.element, document.styles.element, document.sections[0].footer._element):
        for name, order in ORDER.items():
            wanted = order.split()
            for each in root.iter(qn(f"w:{name}")):
                found = [wanted.index(child.tag.split("}")[1]) for child in each]
                assert found == sorted(found) and (name == "style" or len(set(found)) == len(found)), [child.tag for child in each]
                seen.add(name)
    assert seen == set(ORDER)


def test_in_arabic_pages_tables_and_paragraphs_run_from_right_to_left():
    document = report("ar", comments=True)
    assert all(each._sectPr.find(qn("w:bidi")) is not None for each in document.sections)
    assert all(each._tbl.tblPr.find(qn("w:bidiVisual")) is not None for each in document.tables)
    written = [each for each in document.paragraphs if each._p.pPr.find(qn("w:sectPr")) is None]
    signs = [(re.sub("[\u2068\u2069]", "", each.text), each._p.pPr.find(qn("w:bidi"))) for each in written]
    assert all(sign is not None for _, sign in signs)
    assert {text for text, sign in signs if sign.get(qn("w:val")) == "0"} == {
        "Prepare the reviews.", "No census since 2010.", "घरघुरी सर्वेक्षण", "Compartir los registros.", "Nobody can draw maps.",
        "Lend a colleague.",
        "كُتب أيضًا بصيغة (UNGL): Old census, old truth.", "تعليق (Bina Rai · MuAN): Here too."}
    heading = next(each for each in document.paragraphs if each.text == "أرقام رئيسية")
    assert heading.runs[0]._r.rPr.find(qn("w:rtl")) is not None


def test_in_english_only_what_is_written_from_right_to_left_is():
    document = report()
    turned = [each.text for each in document.paragraphs if each._p.pPr.find(qn("w:bidi")) is not None]
    assert turned == ["جدول قديم (2010)!"]
    assert not list(document.element.iter(qn("w:bidiVisual")))


def test_a_text_against_the_document_is_set_in_on_both_sides():
    own, other = Typing("en", rtl=False).theirs("Solution", "text", "en"), Typing("en", rtl=False).theirs("Solution", "نص", "ar")
    assert "w:ind" not in own and '<w:ind w:left="567" w:right="567"/>' in other


def test_runs_are_split_by_script_and_say_their_language():
    runs = Typing("en", rtl=False).runs((Piece("one दुई ثلاثة", language="ne"),))
    found = [(re.sub("<[^>]+>", "", each), "<w:cs/>" in each, "<w:rtl/>" in each) for each in re.findall("<w:r>.*?</w:r>", runs)]
    assert [(text.strip(), *marks) for text, *marks in found] == [("one", False, False), ("दुई", True, False), ("ثلاثة", False, True)]
    assert runs.count('<w:lang w:val="ne-NP" w:eastAsia="ne-NP" w:bidi="ne-NP"/>') == 3
    assert '<w:rFonts w:cs="Nirmala UI"/>' in runs


def test_stops_after_a_foreign_word_are_the_paragraphs():
    runs = Typing("ar", rtl=True).runs((Piece("هذا من VSR."),))
    assert [re.sub("<[^>]+>", "", each) for each in re.findall("<w:r>.*?</w:r>", runs)] == ["هذا من ", "VSR", "."]


def test_only_foreign_directions_are_isolated():
    typing = Typing("ar", rtl=True)
    assert typing.inside("UNGL") == "\u2068UNGL\u2069" and typing.inside("جمعية") == "جمعية" and typing.inside("2025") == "2025"


@pytest.mark.parametrize(("language", "tag"), [("es", "es-ES"), ("nb", "nb-NO"), ("pt-BR", "pt-BR"), ("xx", "xx")])
def test_languages_have_the_country_that_word_wants(language, tag):
    assert region(language) == tag


def test_a_language_nobody_knows_is_not_checked_for_spelling():
    assert "<w:noProof/>" in Typing("en", rtl=False).runs((Piece("texto", language=""),))
