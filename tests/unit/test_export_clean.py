"""What people write, made fit for files."""
from __future__ import annotations

import time
import unicodedata

import pytest

from board.export.clean import LONGEST_RUN, MOST_MARKS, breakable, clean, filename, is_rtl, isolate, segments, spreadsheet_safe

FAMILY = "\U0001F468\u200d\U0001F469\u200d\U0001F467"
SCOTLAND = "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"


@pytest.mark.parametrize("text", ["Ångström", "¿Quién paga? (2025)", "البيانات غير متاحة", "क्षेत्रीय तथ्याङ्क", "one\ntwo\tthree",
                                  FAMILY, "🇧🇷🇳🇵",
                                  SCOTLAND, "👩🏾‍💻", "Tiếng Việt", "数据", "<b>&amp;</b> #panic(\"x\") $x^2$", "a\u200cb", "❤️"])
def test_what_can_be_seen_stays(text):
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x1b", "\x7f", "\x9f", "\ud83d", "\udc00", "\u202e", "\u202a", "\u2066", "\u2069",
                                 "\ufeff", "\uffff",
                                 "\U0001FFFE", "\U000E0041", "\ufdd0"])
def test_what_breaks_files_goes(bad):
    assert clean(f"a{bad}b") == "ab"


def test_line_breaks_are_of_one_kind():
    assert clean("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_marks_heaped_on_a_letter_are_few():
    assert len(clean("a" + "\u0353" * 100_000)) <= MOST_MARKS + 1
    assert clean("é" * 10) == "é" * 10


def test_a_flood_of_directions_is_nothing():
    assert clean("\u202e\u202c" * 40_000 + "end") == "end"


def test_long_texts_are_cut_and_say_so():
    assert clean("x" * 5_000) == "x" * 3_999 + "…"
    assert clean("abcdef", 4) == "abc…"


def test_isolated_texts_begin_and_end_their_direction():
    assert isolate("abc") == "\u2068abc\u2069"
    assert isolate("") == ""


def test_long_words_can_be_broken():
    broken = breakable("w" * 4_000)
    assert broken.replace("\u200b", "") == "w" * 4_000
    assert max(map(len, broken.split("\u200b"))) <= LONGEST_RUN
    assert breakable("short words stay as they are") == "short words stay as they are"


@pytest.mark.parametrize("word", ["ا" * 200, FAMILY * 20, "🇧🇷" * 30, "क्ष" * 40])
def test_what_is_drawn_together_is_not_broken_apart(word):
    for part in breakable(word).split("\u200b"):
        assert not part.startswith(("\u200d", "\u094d"))
    assert "\u200b" not in breakable("ا" * 200)
    assert breakable(word).replace("\u200b", "") == word


@pytest.mark.parametrize(("text", "rtl"), [
    ("abc", False), ("السلام abc", True), ("12 مرحبا", True), ("12", False), ("", False), ("नेपाल", False)])
def test_the_first_letter_gives_the_direction(text, rtl):
    assert is_rtl(text) is rtl


def test_scripts_are_told_apart_and_nothing_is_lost():
    text = "Data 12: بيانات (2) तथ्याङ्क end"
    found = segments(text)
    assert [script for script, _ in found] == ["latin", "arabic", "devanagari", "latin"]
    assert "".join(part for _, part in found) == text
    assert segments("") == [] and segments("12") == [("latin", "12")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "\u200b=1"])
def test_no_text_is_a_formula(text):
    assert spreadsheet_safe(text) == "'" + text


@pytest.mark.parametrize("value", [-3, 0, "a=1", "", "الف"])
def test_other_values_stay(value):
    assert spreadsheet_safe(value) == value


@pytest.mark.parametrize(("title", "name"), [("a/b: c?", "a b c.pdf"), ("", "board.pdf"), ("..", "board.pdf"), ("\x00", "board.pdf"),
                                             ("مجلس", "مجلس.pdf"), ("x" * 300, "x" * 80 + ".pdf")])
def test_file_names(title, name):
    assert filename(title, "pdf") == name


def test_hostile_length_is_quick():
    began = time.process_time()
    clean("a\u0353" * 1_000_000)
    assert time.process_time() - began < 5
