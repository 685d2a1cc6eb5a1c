"""The report as one page: what it says, how it is built, and that nothing of what people wrote is markup."""
from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest

from board.export.clean import clean
from board.export.model import Scope
from board.export.report_html import FOLDER
from board.export.words import languages
from workshop import HOSTILE, content, empty, hostile, nameless, note, write

MARKUP = (
    "<b>x</b>", "<script>alert(1)</script>", "</style><script>x</script>", "</title><script>x</script>", '"><img src=x onerror=alert(1)>',
    "' onmouseover='x", "<!-- x", "]]>", "&lt;b&gt;", "{{ 7 * 7 }}", "{% raw %}",
    "javascript:alert(1)", "</li></ul></main>", "<svg/onload=x>")
VOID = {"meta", "path"}
SPACED = {"p", "li", "td", "th", "h2", "h3", "div", "span"}
RAW_KEY = re.compile(r"\b(?:report|count|kind|status|column)\.[a-z_]+\b")
STYLE = (FOLDER / "report.css").read_text("utf-8")


class Page(HTMLParser):
    """`elements`: every sort of element with one of its attributes; `tree` checks that what opens is closed."""

    def __init__(self, body):
        super().__init__()
        self.elements, self.ids, self.links, self.texts, self.found = set(), [], [], [], []
        self._open, self.unclosed = [], []
        self.feed(body)
        self.close()
        self.text = " ".join("".join(self.texts).split())

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        self.elements |= {(tag, "", "")} | {(tag, name, value) for name, value in attributes if name != "style"}
        self.elements |= {(tag, "style", re.sub(r"[\d.]+", "0", value)) for name, value in attributes if name == "style"}
        self.ids += [value for name, value in attributes if name == "id"]
        self.links += [value for name, value in attributes if name in ("href", "src", "aria-labelledby")]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID and (not self._open or self._open.pop() != tag):
            self.unclosed.append(tag)

    def handle_data(self, data):
        if self._open and self._open[-1] != "style":
            self.texts.append(data if self._open[-1] not in SPACED else f" {data} ")

    def handle_comment(self, data):
        self.elements.add(("comment", "", ""))

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}.items()
        return [each for name, each in self.found if name == tag and wanted <= each.items()]


def source(given=None, language="en", scope=None, **options):
    return write("html", given or content(), language, scope, **options)[0].decode("utf-8")


def page(*args, **options):
    return Page(source(*args, **options))


def test_it_is_one_file_that_loads_and_runs_nothing():
    text = source(comments=True)
    assert text.startswith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">")
    head = text.split("<title>")[0]
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in head
    assert head.index("Content-Security-Policy") < text.index("<style>")
    assert re.search(r"https?:|//[a-z]|url\(|@import|@font-face|<script|<img|<link|<iframe|<object| on[a-z]+=", text) is None
    assert all(each.startswith("#") or each in page(comments=True).ids for each in page(comments=True).links)


@pytest.mark.parametrize("scope", [None, Scope("theme", "data"), Scope("association", "UNGL"), Scope("notes", ["n1"])])
def test_all_that_opens_is_closed_and_all_links_lead_somewhere(scope):
    found = page(scope=scope, comments=True)
    assert found.unclosed == [] and found._open == []
    assert len(found.ids) == len(set(found.ids)) and {each.removeprefix("#") for each in found.links} == set(found.ids)


def test_sections_stand_in_the_order_of_the_report():
    text = page(comments=True).text
    order = ["Workshop report", "March 21, 2026", "March workshop", "Prepare the reviews.", "Contents", "Key figures", "Challenges",
             "Who took part", "CNM", "Brazil", "Ana Silva", "Mayor", "Results of the votes", "What first?", "9 people",
             "No census since 2010.", "5 votes", "1 of them by proxy", "supported by 2 of 3 associations", "Data and quality", "Census",
             "6 votes", "Challenge 1", "SDG 11", "No census since 2010.", "Also written as", "Old census, old truth.", "UNGL", "Comments",
             "Here too.", "Answered by", "Solution 3", "घरघुरी सर्वेक्षण", "Challenge 2", "In progress", "In no cluster", "Solution 4",
             "Key message", "Capacities", "Water", "Note without text", "No solution has been put forward yet.",
             "Unanswered challenges", "Associations and themes", "All notes"]
    at = text.index("March workshop")
    for words in order:
        found = text.find(words, at)
        assert found >= 0, (words, text[at:at + 300])
        at = found


def test_headings_skip_no_level():
    levels = [int(tag[1]) for tag, _ in page(comments=True).found if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1 and all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_matrix_is_a_table_with_headings_of_both_sorts_and_bars():
    text = source()
    matrix = Page(text[text.index('<table class="matrix"'):text.index("</table>", text.index('<table class="matrix"'))] + "</table>")
    assert len(matrix.all("th", scope="col")) == 5 and len(matrix.all("th", scope="row")) == 3
    assert [each["style"] for each in matrix.all("span") if "style" in each] == ["--share:1.000"] * 8
    assert matrix.text.endswith("UNGL 1 challenge 1 1 solution 1 0 challenges – 1 solution 1 1 challenge 1 0 solutions – 4")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ne", "ltr"), ("ar", "rtl")])
def test_language_and_direction_are_the_reader_s_and_each_note_has_its_own(language, direction):
    found = page(language=language)
    assert found.all("html", lang=language, dir=direction)
    assert found.all("p", class_="text", dir="auto", lang="ar") and found.all("p", class_="text", dir="auto", lang="ne")


@pytest.mark.parametrize("language", languages())
def test_no_key_of_a_word_is_seen_and_no_place_is_left_open(language):
    text = page(language=language, comments=True).text
    assert RAW_KEY.search(text) is None and "{" not in text


def test_comments_are_in_the_report_when_they_are_wanted():
    assert "Here too." not in source() and "Here too." in source(comments=True)


def test_nobody_is_named_unless_that_was_asked_for():
    text = source(nameless(content()), comments=True)
    assert "Ana" not in text and "Bina" not in text and "Mayor" not in text and "CNM" in text


def test_a_part_says_which_and_leaves_out_the_rest():
    text = source(scope=Scope("theme", "capacity"))
    assert "Theme: Capacities" in text and "Census" not in text and "Water" not in text
    assert "घरघुरी सर्वेक्षण" in text, "an answer from another theme"
    text = source(scope=Scope("theme", "data"))
    assert "Nobody can draw maps." not in text, "its solution stands under a challenge here"
    assert "Nobody can draw maps." in source(scope=Scope("notes", ["n3"])), "what a solution answers stands with it"


def test_a_board_without_notes_says_so():
    found = page(empty(content()))
    assert "There are no notes yet." in found.text and "Key figures" not in found.text and not found.all("table")
    bare = empty(content())
    bare["board"].update(title="", purpose=" ")
    assert page({**bare, "themes": []}).text.count("Workshop report") >= 2


def test_only_the_first_ten_of_many_results_are_in_sight():
    given = {**empty(content()), "notes": [note(f"n{number}", "challenge", "data", f"Text {number}.") for number in range(13)]}
    targets = [[f"n{number}", 20 - number, 0, 1] for number in range(13)]
    given["rounds"] = [{**content()["rounds"][0], "results": {"voters": 9, "associations": 3, "targets": targets}}]
    text = source(given)
    assert text.index("Text 9.") < text.index("<summary>3 more results</summary>") < text.index('<ol class="results" start="11">')


@pytest.mark.parametrize("text", [*MARKUP, *HOSTILE])
def test_nothing_people_write_is_markup(text):
    usual = page(comments=True)
    found = page(hostile(text), comments=True)
    assert found.elements - usual.elements == set() and found.unclosed == [] and found._open == []
    shown = " ".join(clean(text).split())
    assert shown in found.text or not shown


def test_only_known_colours_signs_and_languages_become_attributes():
    given = content()
    evil = '"><script>x</script>'
    given["board"]["language"] = evil
    for each in given["themes"]:
        each.update(color=evil, sign=evil)
    for each in given["notes"]:
        each["language"] = evil
    found = page(given)
    assert "script" not in {tag for tag, _, _ in found.elements} and "script" not in found.text
    assert not any(evil in value for _, _, value in found.elements)


def luminance(color):
    parts = [int(color[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_all_that_is_read_stands_out(mode):
    light, dark = STYLE.split("@media screen and (prefers-color-scheme: dark)")
    colors = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light if mode == "light" else dark.split("}")[0]))
    assert len(colors) == 17
    pairs = [("ink", "bg"), ("ink", "sheet"), ("ink", "sunk"), ("muted", "bg"), ("muted", "sheet"), ("muted", "sunk"), ("primary", "sheet")]
    for name in ("blue", "amber", "green", "rose", "violet"):
        pairs += [(f"{name}-accent", "sheet"), ("ink", f"{name}-tint")]
    assert [(one, other) for one, other in pairs if contrast(colors[one], colors[other]) < 4.5] == []
