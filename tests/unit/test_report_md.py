"""The report in Markdown: what it says, and that nothing of what people wrote is Markdown."""
from __future__ import annotations

import html
import re

import pytest
from hypothesis import given as drawn
from hypothesis import strategies

from board.export.clean import clean
from board.export.model import Scope
from board.export.report_md import escape, escape_lines
from board.export.words import languages
from workshop import HOSTILE, content, empty, hostile, nameless, note, write

MARKUP = (
    "# a", "## a ##", "* a", "- a", "+ a", "1. a", "12) a", "a. b", "(1) b", "iv. b", "> a", "    a", "\ta", "```\na\n```", "~~~", "`a`",
    "*a*", "_a_", "[a](http://b.c)", "![a](b)", "[a]: b", "[^1]", "[[a]]", "<b>a</b>", "<!-- a", "</li></ul>", "http://a.b", "www.a.b",
    "| a |\n|---|", "a\n:--", "a\n===", "a\n---", "***", "- [ ] a", "~~a~~", "^a^", "==a==", "++a++", "$a$", "\\(a\\)",
    "&copy; &#60;", "\\", "a\\", "!!! a", "::: a", "{: .a}", "{{ a }}", "a\n: b", ":smile:", "%%a%%", "@a", "#1", "\n\n# a", "a\n\n\n- b",
    "[TOC]", "1.", "....", "+---+")
# A line of the report that is not inside of what somebody wrote.
LINE = re.compile(r"#{1,4} \S|(?: {4}){0,2}- \S| {4,12}\S|\| .* \|\Z|\d+\. \S|\*\*Workshop report\*\*|\Z")
ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:amp|lt|gt|#124);")
ACTIVE = re.compile(r"[\\`*_{}\[\]#|~^$<>]|&(?=\S*;)|://|\bwww\.|==|%%|\+\+|@\w")
BEGINS = re.compile(r"[-+=:!/?%.#>|~`*_]|\s|\(?(?:[0-9]{1,9}|[A-Za-z])[.)](?:\s|\Z)")
RAW_KEY = re.compile(r"\b(?:report|count|kind|status|column)\.[a-z_]+\b")


def report(given=None, language="en", scope=None, **options):
    return write("md", given or content(), language, scope, **options)[0].decode("utf-8")


def headings(text):
    return [line for line in text.splitlines() if line.startswith("#")]


def under(text, heading):
    return text.split(f"\n{heading}\n")[1].split("\n## ")[0]


def assert_inactive(escaped):
    """No sign in it does anything, and no line begins with one that does."""
    assert ACTIVE.search(ESCAPED.sub("\0", escaped)) is None, escaped
    assert not any(BEGINS.match(line.strip(" ")) for line in escaped.split("\n") if line), escaped


def plain(escaped):
    """As a reader of Markdown shows it."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped))


def test_headings_are_in_the_order_of_the_report():
    assert headings(report()) == [
        "# March workshop", "## Purpose", "## Key figures", "## Who took part", "### Participants", "## Results of the votes",
        "### What first?", "### Which cluster?", "## Data and quality", "### Census", "#### Challenges", "### In no cluster",
        "#### Solutions", "## Capacities", "#### Challenges", "## Water", "#### Challenges", "## Unanswered challenges",
        "## Associations and themes", "## All notes"]


def test_a_challenge_stands_with_what_was_merged_into_it_its_answers_and_its_votes():
    assert under(report(), "### Census").split("\n\n")[2] == (
        "- **Challenge 1** · Ana Silva · CNM · SDG 11 · 5 votes · 1 of them by proxy · supported by 2 of 3 associations  \n"
        "    No census since 2010.\n"
        "    - Also written as\n"
        "        - UNGL  \n"
        "            Old census, old truth.\n"
        "    - Answered by\n"
        "        - **Solution 3** · Bina Rai · MuAN  \n"
        "            घरघुरी सर्वेक्षण\n"
        "- **Challenge 2** · Bina Rai · MuAN · In progress  \n"
        "    جدول قديم (2010)!")


def test_figures_results_and_tables():
    text = report()
    assert "- 4 challenges\n- 3 solutions\n- 2 challenges answered\n- 2 challenges unanswered" in text
    assert "| CNM | Brazil | 1 | 2 | 0 |" in text
    assert "1. No census since 2010.  \n    5 votes · 1 of them by proxy · supported by 2 of 3 associations\n2. Lend a colleague." in text
    assert "| MuAN | 1 / 1 | – | – | 1 / 1 |" in under(text, "## Associations and themes")
    assert "| 5 | Challenge | Nobody can draw maps. | CNM | Capacities |  | Solved | 0 |" in under(text, "## All notes")
    assert "    Note without text" in under(text, "## Unanswered challenges")


def test_comments_are_in_the_report_when_they_are_wanted():
    assert "Here too." not in report()
    assert "    - Comments\n        - Bina Rai · MuAN  \n            Here too." in report(comments=True)


def test_nobody_is_named_unless_that_was_asked_for():
    text = report(nameless(content()), comments=True)
    assert "Ana" not in text and "Mayor" not in text and "Bina" not in text and "### Participants" not in text and "CNM" in text
    assert "- Ana Silva · Mayor · CNM" in report()


def test_a_part_says_which_and_leaves_out_the_rest():
    text = report(scope=Scope("theme", "capacity"))
    assert "**Workshop report** · March 21, 2026 · Theme: Capacities" in text and "Census" not in text and "Water" not in text
    assert "        - MuAN  \n            घरघुरी सर्वेक्षण" in text, "an answer from another theme"
    assert "Association: UNGL" in report(scope=Scope("association", "UNGL")) and "maps" not in report(scope=Scope("notes", ["n7"]))


def test_a_board_without_notes_says_so():
    assert report(empty(content())).split("\n\n") == [
        "# March workshop", "**Workshop report**", "## Purpose", "Prepare the reviews.", "There are no notes yet.\n"]
    bare = empty(content())
    bare["board"].update(title="", purpose=" ")
    assert report({**bare, "themes": []}).startswith("# Workshop report\n\n**Workshop report**\n\nThere are")


def test_when_all_is_answered_it_says_so():
    given = content()
    given["notes"] = [each for each in given["notes"] if each["id"] not in ("n2", "n7")]
    assert "Every challenge has at least one solution." in under(report(given), "## Unanswered challenges")


@pytest.mark.parametrize("language", languages())
def test_no_key_of_a_word_is_seen_and_no_place_is_left_open(language):
    text = report(language=language, comments=True)
    assert RAW_KEY.search(text) is None and "{" not in text
    assert not any(each in text for each in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("text", [*MARKUP, *HOSTILE])
def test_nothing_people_write_is_markdown(text):
    assert_inactive(escape(clean(text)))
    assert_inactive(escape_lines(clean(text)))
    assert plain(escape(clean(text))).split() == clean(text).split()


@drawn(strategies.text(alphabet="#*-+1a.):|\\`_[]<>&;~$^=!@%{}/ \n\té", max_size=40))
def test_nothing_that_can_be_written_is_markdown(text):
    assert_inactive(escape_lines(text))
    assert plain(escape(text)).split() == text.split()


@pytest.mark.parametrize(("text", "escaped"), [
    ("Data, 5 = 2 + 3, well-known: 10:30 (a) 50% e.g. 1.5", "Data, 5 = 2 + 3, well-known: 10:30 (a) 50% e.g. 1.5"),
    ("1986. A year", r"1986\. A year"), ("in 1986. A", "in 1986. A"), ("- a\n  - b", "\\- a  \n    \\- b"), ("a\n\n\nb", "a  \n    b"),
    ("<b> & [x]", r"&lt;b&gt; &amp; \[x\]"), ("a|b", "a&#124;b"), ("https://a.b", r"https\://a.b"), ("snake_case*", r"snake\_case\*")])
def test_only_what_means_something_is_escaped(text, escaped):
    assert escape_lines(text, "    ") == escaped


@pytest.mark.parametrize("text", [*MARKUP, *HOSTILE])
def test_a_hostile_board_has_the_lines_of_any_other(text):
    shown = report(hostile(text), comments=True)
    purpose = escape_lines(clean(text))
    lines = shown.replace(f"\n\n{purpose}\n\n", "\n\n", 1).split("\n")
    usual = report({**content(), "board": {**content()["board"], "purpose": ""}}, comments=True)
    assert [line for line in lines if not LINE.match(line) and line not in usual.split("\n")] == []
    if clean(text).strip():     # without names there are fewer sections
        levels = [each.split(" ")[0] for each in headings(shown) if each != "## Purpose"]
        assert levels == [each.split(" ")[0] for each in headings(usual)]
    assert {line.count("|") for line in lines if line.startswith("| ")} <= {6, 9}


def test_as_many_notes_as_a_board_can_hold_are_all_there():
    given = {**empty(content()), "notes": [note(f"n{number}", "challenge", "data", f"Text {number}.") for number in range(2_000)]}
    text = report(given)
    assert all(f"    Text {number}.\n" in text for number in (0, 1_000, 1_999)) and text.count("\n| ") >= 2_000
