"""The colours of the themes as people with a colour vision deficiency see them.

Simulated for missing cones (protanopia, deuteranopia, tritanopia) with the matrices for severity 1.0 of Machado, Oliveira and
Fernandes, *A physiologically-based model for simulation of color vision deficiency*, IEEE TVCG 15(6), 2009, on linear RGB. Distances
are CIEDE2000 (Sharma, Wu and Dalal 2005, whose test data it is checked with): about 2 is just seen side by side. Contrast is
WCAG's. Themes have a sign and a name as well; this is so that the zones of a wall are told apart from the door.
"""
from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import pytest

from board.export import docx_styles, mural_csv, slides_markup

ROOT = Path(__file__).parents[2]
SEEN = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text("utf-8")
INK, DARK_PANEL, DARK_HOVER = "#1b2330", "#171c24", "#262e3a"
APART = 7.5


def palette(pattern: str) -> dict[str, str]:
    found = dict(re.findall(pattern, TOKENS))
    assert set(found) == {"blue", "amber", "green", "rose", "violet"}
    return found


TINTS = palette(r"--theme-(\w+)-tint: (#\w{6});")
ACCENTS = palette(r"--theme-(\w+)-accent: (#\w{6});")
DARK_ACCENTS = palette(r"--theme-(\w+)-accent: light-dark\(#\w{6}, (#\w{6})\);")
LIGHT_HALVES = palette(r"--theme-(\w+)-accent: light-dark\((#\w{6}), #\w{6}\);")


def seen(colour: str, by: str) -> tuple[float, ...]:
    """Linear RGB."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in SEEN[by])


def contrast(one: str, other: str, by: str) -> float:
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (seen(one, by), seen(other, by)))
    return (high + 0.05) / (low + 0.05)


def lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = linear
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000 between two colours in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grow = 1.5 - 0.5 * math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))
    c1, c2 = math.hypot(a1 * grow, b1), math.hypot(a2 * grow, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1 * grow)) % 360, math.degrees(math.atan2(b2, a2 * grow)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    wave = (1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.2 * _cos(4 * hue - 63))
    light = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2))
    full, tone = (c2 - c1) / (1 + 0.045 * chroma), dh / (1 + 0.015 * chroma * wave)
    bend = -2 * math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * math.sin(math.radians(60 * math.exp(-((hue - 275) / 25) ** 2)))
    return math.sqrt(light ** 2 + full ** 2 + tone ** 2 + bend * full * tone)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


@pytest.mark.parametrize(("one", "other", "wanted"), [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644), ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
])
def test_distances_are_those_of_the_published_data(one, other, wanted):
    assert distance(one, other) == pytest.approx(wanted, abs=5e-4)


@pytest.mark.parametrize("by", SEEN)
@pytest.mark.parametrize("colours", [TINTS, ACCENTS, DARK_ACCENTS], ids=["tints", "accents", "dark accents"])
def test_themes_are_told_apart(colours, by):
    close = {f"{one} {other}": round(distance(lab(seen(colours[one], by)), lab(seen(colours[other], by))), 1)
             for one, other in itertools.combinations(colours, 2)}
    assert {pair: each for pair, each in close.items() if each < APART} == {}


@pytest.mark.parametrize("by", SEEN)
@pytest.mark.parametrize("theme", TINTS)
def test_words_on_a_theme_can_be_read(theme, by):
    assert contrast(INK, TINTS[theme], by) >= 8.5
    assert contrast(ACCENTS[theme], TINTS[theme], by) >= 4.5        # kind and author
    assert contrast(ACCENTS[theme], "#ffffff", by) >= 4.5           # a solution
    assert contrast(DARK_ACCENTS[theme], DARK_PANEL, by) >= 6.5
    assert contrast(DARK_ACCENTS[theme], DARK_HOVER, by) >= 4.5


def test_colours_that_are_not_told_apart_are_noticed():
    red, green = lab(seen("#fcbfcd", "deuteranopia")), lab(seen("#bcf5de", "deuteranopia"))
    assert distance(red, green) < APART < distance(lab(seen("#fcbfcd", "everybody")), lab(seen("#bcf5de", "everybody")))


def test_files_have_the_colours_of_the_board():
    upper = {theme: (TINTS[theme][1:].upper(), ACCENTS[theme][1:].upper()) for theme in TINTS}
    report = (ROOT / "board" / "export" / "report.css").read_text("utf-8")
    typst = (ROOT / "board" / "export" / "typst" / "look.typ").read_text("utf-8")
    assert docx_styles.THEMES == upper == slides_markup.COLORS and LIGHT_HALVES == ACCENTS
    assert {theme: "#" + tint for theme, (tint, _) in upper.items()} == mural_csv.TINTS
    for theme, (tint, accent) in upper.items():
        assert f"--{theme}-tint: #{tint.lower()}; --{theme}-accent: #{accent.lower()};" in report
        assert f'{theme}: (tint: rgb("#{tint}"), accent: rgb("#{accent}"))' in typst
