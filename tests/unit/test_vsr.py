"""What a board gives to a Voluntary Subnational Review."""
from __future__ import annotations

import re

import pytest

from board.export.clean import clean
from board.export.model import Scope
from board.export.words import languages
from workshop import HOSTILE, content, empty, hostile, nameless, note, opened, write

RAW_KEY = re.compile(r"^[a-z]+\.[a-z_]+$")
CNM = Scope("association", "CNM")
THEMES = {"political-will": "Will", "data": "Data and quality", "capacity": "Capacities", "national-support": "Support",
          "representativeness": "Everybody", "water": "Water"}


def board():
    given = content()
    given["themes"] = [{"id": name, "title": title, "color": "blue", "sign": "circle"} for name, title in THEMES.items()]
    return given


def document(language="en", scope=None, given=None):
    return opened(write("vsr-docx", given or board(), language, scope)[0])


def markdown(language="en", scope=None, given=None):
    return re.sub("[\u2068\u2069]", "", write("vsr-md", given or board(), language, scope)[0].decode())


def headings(given):
    return [(int(each.style.name[-1]), each.text) for each in given.paragraphs if each.style.name.startswith("Heading")]


def said(given):
    from docx.oxml.ns import qn
    lines = ["".join(part.text or "\n" for part in each.iter(qn("w:t"), qn("w:br"))) for each in given.element.body.iter(qn("w:p"))]
    return re.sub("[\u2068\u2069]", "", "\n".join(lines))


def chapter(text, title):
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_chapters_in_the_order_of_a_review_and_further_themes_before_the_next_steps():
    wanted = ["Policy and enabling environment", "Methodology and data", "Means of implementation", "Multilevel governance",
              "Representativeness", "Water", "Next steps"]
    assert [text for level, text in headings(document()) if level == 1] == wanted
    assert re.findall("^## (.+)$", markdown(), re.MULTILINE) == wanted


def test_key_messages_come_first_then_challenges_by_status():
    assert [text for level, text in headings(document()) if level == 2][:2] == ["Key messages", "Challenges and responses"]
    data = chapter(markdown(), "Methodology and data")
    places = [data.index(text) for text in ("Compartir los registros.", "جدول قديم", "No census since 2010.")]
    assert places == sorted(places)
    assert "Contributions from the workshop: 2 challenges, 2 solutions." in data


def test_a_chapter_without_a_note_says_so():
    assert "No contribution on this subject was recorded" in chapter(markdown(), "Multilevel governance")


def test_a_board_without_a_usual_theme_has_no_chapter_for_it():
    assert [text for level, text in headings(document(given=content())) if level == 1] == [
        "Methodology and data", "Means of implementation", "Water", "Next steps"]


def test_an_association_gets_its_own_and_what_others_answered():
    assert markdown(scope=CNM).startswith("# Input for the Voluntary Subnational Review: CNM\n\nFrom “March workshop” · March 21, 2026\n")
    assert chapter(markdown(scope=CNM), "Methodology and data").split("\n\n")[-1].strip().split("\n") == [
        "- **Challenge** (5 votes · 1 of them by proxy · supported by 2 of 3 associations): No census since 2010.",
        "    - **Also expressed as** (UNGL): Old census, old truth.", "    - **Solution** (MuAN): घरघुरी सर्वेक्षण"]
    means = chapter(markdown(scope=CNM), "Means of implementation")
    assert "- **Challenge** (Solved): Nobody can draw maps.\n" in means and "    - **Solution** (UNGL): Lend a colleague." in means
    for text in ("Compartir", "جدول"):
        assert text not in markdown(scope=CNM) and text not in said(document(scope=CNM))


def test_an_association_finds_its_own_words_where_others_were_merged():
    found = chapter(markdown(scope=Scope("association", "UNGL")), "Methodology and data")
    assert "supported by 2 of 3 associations): Old census, old truth.\n    - **Also expressed as** (CNM): No census since 2010." in found


def test_an_own_solution_says_what_it_answers():
    means = chapter(markdown(scope=Scope("association", "UNGL")), "Means of implementation")
    assert "### Solutions\n\n- **Solution** (2 votes · supported by 1 of 3 associations): Lend a colleague.\n" in means
    assert "    - **In response to** (CNM): Nobody can draw maps." in means


def test_next_steps_are_to_be_filled_in_and_each_stands_once():
    steps = [[cell.text for cell in row.cells] for row in document().tables[-1].rows]
    assert steps[0] == ["Point", "Status and support", "Responsible", "By when"]
    assert all(row[2:] == ["", ""] for row in steps[1:])
    assert [row[0] for row in steps[1:]] == [
        "Compartir los registros.\nSolution · UNGL", "Census", "No census since 2010.\nChallenge · CNM",
        "Lend a colleague.\nSolution · UNGL", "جدول قديم (2010)!\nChallenge · MuAN", "Note without text\nChallenge · UNGL"]
    assert [row[1] for row in steps[1:4]] == ["Key message", "6 votes\nsupported by 3 of 3 associations",
                                              "Open\n5 votes\n1 of them by proxy\nsupported by 2 of 3 associations"]
    assert "| Census | 6 votes · supported by 3 of 3 associations |  |  |" in markdown()


def test_without_anything_open_the_next_steps_say_so():
    given = board()
    given |= {name: [] for name in ("answers", "comments", "rounds", "clusters")}
    given["notes"] = [note("n1", "challenge", "data", "Done.", status="solved")]
    assert "No open points were recorded." in said(document(given=given)) and "No open points were recorded." in markdown(given=given)


def test_one_theme_is_one_chapter():
    scope = Scope("theme", "capacity")
    assert re.findall("^## (.+)$", markdown(scope=scope), re.MULTILINE) == ["Means of implementation", "Next steps"]
    assert "Theme: Capacities" in markdown(scope=scope) and "Theme: Capacities" in said(document(scope=scope))


def test_some_notes():
    scope = Scope("notes", ["n6"])
    for text in (markdown(scope=scope), said(document(scope=scope))):
        assert "A selection of the notes" in text and "Lend a colleague." in text and "census" not in text


def test_more_solutions_than_stand_under_a_challenge_stand_by_themselves():
    given = board() | {"comments": [], "clusters": [], "rounds": []}
    ways = [note(f"s{number}", "solution", "data", f"Way {number}.") for number in range(30)]
    given["answers"] = [{"solution": each["id"], "challenge": "c"} for each in ways]
    given |= {"notes": [note("c", "challenge", "data", "Text"), *ways]}
    assert all(markdown(given=given).count(f"Way {number}.") == 1 for number in range(30))


@pytest.mark.parametrize("scope", [Scope(), CNM, Scope("theme", "data")], ids=["board", "association", "theme"])
def test_nobody_is_named(scope):
    for given in (board(), nameless(board())):
        for text in (markdown(scope=scope, given=given), said(document(scope=scope, given=given))):
            assert not re.search("Ana|Bina|Mayor", text)


def test_every_text_is_there():
    for each in board()["notes"]:
        assert each["text"] in markdown() and each["text"] in said(document())


def test_the_language_of_a_note_is_marked():
    xml = document().element.xml
    assert 'w:lang w:val="es-ES"' in xml and '<w:lang w:val="ne-NP"' in xml and '<w:lang w:val="ar-EG"' in xml


def test_texts_from_right_to_left_are_isolated_in_markdown():
    text = write("vsr-md", board(), "en")[0].decode()
    assert "\u2068جدول قديم (2010)!\u2069" in text and "\u2068No census" not in text
    assert "\u2068No census since 2010.\u2069" in write("vsr-md", board(), "ar")[0].decode()


@pytest.mark.parametrize(("language", "title"), [
    ("en", "Voluntary Subnational Review"), ("es", "Informe Subnacional Voluntario"), ("fr", "Examen infranational volontaire"),
    ("pt", "Revisão Subnacional Voluntária"), ("ar", "الاستعراض دون الوطني الطوعي"), ("ne", "स्वैच्छिक उपराष्ट्रिय समीक्षा"),
    ("nb", "frivillig subnasjonal gjennomgang")])
def test_it_says_the_fields_own_words(language, title):
    assert title in said(document(language)) and title in markdown(language)


@pytest.mark.parametrize("language", languages())
def test_in_every_language_there_is_no_raw_key(language):
    for given in (board(), empty(board()), empty(board()) | {"themes": []}):
        for scope in (None, CNM):
            shown = said(document(language, scope, given)).split("\n") + re.split(r"[\n|]", markdown(language, scope, given))
            assert not [each for each in shown if RAW_KEY.match(each.strip("#*- ")) or "{" in each]
    assert "\n2" not in write("vsr-md", board() | {"board": {**board()["board"], "title": ""}}, language)[0].decode(), "no date is a list"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text_wherever_it_is(text):
    given = {**hostile(text), "themes": [{**each, "title": text} for each in board()["themes"]]}
    for scope in (None, Scope("association", text)):
        found = document("ar", scope, given)
        assert " ".join(clean(text).split()) in " ".join(said(found).split())
        lines = write("vsr-md", given, "en", scope)[0].decode().split("\n")
        assert [line for line in lines if line.startswith("## ")][-1] == "## Next steps"
        assert all(re.match(r"# |## |### |- \*\*|    - |\| |$|[A-Z]", line) for line in lines)
        assert all(line.count("|") - line.count("\\|") == 5 for line in lines if line.startswith("|"))
        assert not re.search(r"(?<!\\)[`<\[$_]", "\n".join(lines))
