"""The fonts that come with the exporters, and which characters they draw."""
from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from board.export.clean import isolate
from board.export.coverage import FONTS, _drawn_in, without_glyph
from board.export.words import catalogues

RECORD = json.loads((FONTS / "FONTS.json").read_text())
COVERAGE = json.loads((FONTS / "coverage.json").read_text())
EVERYDAY = ("ÀßøĆőșŽ ɓɗŋƴ ắợữ Ελλάδα Україна «» “” – … € ₹ ₦ № → ↔ ≥ ≠ ✓ ✔ ★ ● ▲ ■ ① ½ क्षमता १२३ । विद्यार्थी "
            "الجمعيات والمدن ١٢٣ ، ؟ 🇳🇵 👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")


@pytest.mark.parametrize("font", RECORD, ids=lambda font: font["file"])
def test_a_font_is_the_one_that_is_recorded_and_its_licence_is_beside_it(font):
    assert hashlib.sha256((FONTS / font["file"]).read_bytes()).hexdigest() == font["sha256"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / font["text"]).read_text("utf-8")
    assert font["package"] and font["version"] and font["licence"] == "OFL-1.1"


def test_every_font_in_the_folder_is_recorded_and_has_its_coverage():
    there = {path.name for path in FONTS.iterdir() if path.suffix in (".ttf", ".otf", ".ttc")}
    assert there == {font["file"] for font in RECORD} == set(COVERAGE)


@pytest.mark.parametrize("name", COVERAGE)
def test_the_coverage_is_what_the_font_itself_says(name):
    """At the borders of what is covered; it is also how the fonts of a host are read."""
    spans, path = COVERAGE[name], FONTS / name
    for first, last in zip(spans[::2], spans[1::2], strict=True):
        assert _drawn_in(path, 0, first) and _drawn_in(path, 0, last)
        assert not (_drawn_in(path, 0, first - 1) or _drawn_in(path, 0, last + 1))


def test_what_people_write_in_our_languages_is_drawn():
    words = [json.dumps(each, ensure_ascii=False) for each in catalogues().words.values()]
    assert without_glyph([*words, EVERYDAY, isolate("a\nb\tc")], []) == ""


def test_a_character_without_a_glyph_is_named_once():
    assert without_glyph(["中 a 中", "ไ"], []) == "ไ中"


def test_a_folder_of_the_host_is_looked_into(tmp_path: Path):
    """Here one with our emoji alone, which stand for fonts that we do not have."""
    (tmp_path / "emoji.ttf").symlink_to(FONTS / "NotoColorEmoji.ttf")
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    wanted = "\U0001F3D8"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("board.export.coverage._ours", lambda: ([0x20, 0x7E],))
        assert without_glyph([wanted, "中"], []) == f"中{wanted}"
        assert without_glyph([wanted, "中"], [tmp_path]) == "中"
