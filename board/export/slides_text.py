"""How much room a text takes on a slide, and the paragraphs it is written in. Programs that show slides shrink a text only once
somebody edits it, so its size is chosen here, from how wide letters are on the average; a little more than in Noto Sans."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from xml.sax.saxutils import escape, quoteattr  # nosec B406  # they write XML and read none

from .clean import is_rtl, segments

INK, MUTED, WHITE = "1B2330", "4A5565", "FFFFFF"
LATIN, COMPLEX = "Noto Sans", {"arabic": "Noto Naskh Arabic", "devanagari": "Noto Sans Devanagari", "hebrew": "Noto Sans Hebrew"}
BOLDER = 1.08               # how much wider bold letters are
_SPACING = 90               # per cent; Noto's own lines are loose
_HIGHER = ((re.compile("[\u0600-\u08ff\ufb50-\ufefc]"), 1.55), (re.compile("[\u0900-\u097f]"), 1.3))
_HIGH = 1.25                # of a line, in sizes of the text
_WIDTHS = {width: letters for letters, width in (
    (" !,.:;Jijl|'’·", .29), ("()-`/I[]\\ft", .36), ('"r{}?_z“”«»', .46), ("FLcsvyaekx0123456789$*+<=>ESTYZ^~", .58),
    ("KPRVXBACbdghnopqu#", .64), ("&DGHNUOQw", .79), ("%@MWm…—", .95))}
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_SPOKEN = {"arabic": "ar", "devanagari": "ne", "hebrew": "he"}
# As programs of the office know them; what is not here is given as it is.
_TAGS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR", "ar": "ar-SA", "ne": "ne-NP", "nb": "nb-NO"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Fitted:
    """A text as it goes into a space: `size` in pixels of a slide 1,280 wide."""
    text: str
    size: float
    cut: bool


@dataclass(frozen=True)
class Line:
    """A paragraph. `rtl` is its own direction; `align` is `left`, `right` or `center`, "" for where it starts."""
    text: str
    size: float
    rtl: bool
    bold: bool = False
    color: str = INK
    align: str = ""
    language: str = ""
    after: float = 0


def fit(text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> Fitted:
    """In the largest of the sizes in which it has room; in the smallest and cut, if in none."""
    for size in sizes:
        if height_of(text, width, size, bold=bold, most=int(height / size) + 1) <= height:
            return Fitted(text, size, False)
    most = max(1, int(height / (sizes[-1] * line_height(text))))
    return Fitted(_cut(text, width / sizes[-1] / (BOLDER if bold else 1), most), sizes[-1], True)


def height_of(text: str, width: float, size: float, *, bold: bool = False, most: int = 1000) -> float:
    """What the text takes; not counted further than `most` lines."""
    return _lines(text, width / size / (BOLDER if bold else 1), most) * size * line_height(text)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    return _width(text) * size * (BOLDER if bold else 1)


def line_height(text: str) -> float:
    """Of the script with the highest lines in it, in sizes of the text."""
    return next((height for script, height in _HIGHER if script.search(text)), _HIGH)


def on_a_line(text: str, width: float, size: float, *, bold: bool = False) -> str:
    text = " ".join(text.split())
    return fit(text, width, 1.1 * size * line_height(text), (size,), bold=bold).text


def shortened(text: str, most: int) -> str:
    """On one line, and no longer than `most` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else _up_to(text, most - 1)


def paragraph(line: Line) -> str:
    """`a:p`. A run has letters of one script, for each has a typeface of its own."""
    align = {"left": "l", "right": "r", "center": "ctr", "": "r" if line.rtl else "l"}[line.align]
    after = f'<a:spcAft><a:spcPts val="{round(line.after * 75)}"/></a:spcAft>' if line.after else ""
    start = (f'<a:p><a:pPr algn="{align}" rtl="{int(line.rtl)}"><a:lnSpc><a:spcPct val="{_SPACING * 1000}"/></a:lnSpc>'
             f'<a:spcBef><a:spcPts val="0"/></a:spcBef>{after}<a:buNone/></a:pPr>')
    parts = line.text.replace("\t", " ").split("\n")
    return start + "<a:br/>".join("".join(_run(script, part, line) for script, part in segments(each)) for each in parts) + "</a:p>"


def direction(text: str, otherwise: bool) -> bool:
    """Whether what somebody wrote runs from right to left; `otherwise` where it has no letters."""
    return is_rtl(text) or otherwise and not any(unicodedata.bidirectional(each) == "L" for each in text)


def xml(text: str) -> str:
    return escape(_NO_XML.sub("", text))


def attribute(text: str) -> str:
    """With its quotation marks. Line breaks would be read as blanks."""
    return quoteattr(_NO_XML.sub("", " ".join(text.split())))


def _run(script: str, text: str, line: Line) -> str:
    complex_ = f'<a:cs typeface="{COMPLEX[script]}"/>' if script in COMPLEX else ""
    return (f'<a:r><a:rPr lang="{_tag(line.language, script)}" sz="{round(line.size * 75)}" b="{int(line.bold)}" dirty="0"><a:solidFill>'
            f'<a:srgbClr val="{line.color}"/></a:solidFill>{complex_}</a:rPr><a:t>{xml(text)}</a:t></a:r>')


@cache
def _tag(language: str, script: str) -> str:
    language = language if _LANGUAGE.fullmatch(language) else _SPOKEN.get(script, "en")
    return _TAGS.get(language, language)


def _lines(text: str, room: float, most: int) -> int:
    """How many lines the text breaks into where a line has room for so many ems."""
    found = 0
    for part in text.split("\n"):
        used, begun = 0.0, 1
        for word in part.split(" "):
            width = _width(word)
            if used and used + _EM[" "] + width > room:
                begun, used = begun + 1, 0.0
            if width > room:            # broken anywhere
                begun += ceil(width / room) - 1
                used = width % room
            else:
                used += width + (_EM[" "] if used else 0)
            if found + begun > most:
                return most + 1
        found += begun
    return found


def _width(word: str) -> float:
    return sum(map(_em, word))


@cache
def _em(character: str) -> float:
    if character in _EM:
        return _EM[character]
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return 0
    if unicodedata.east_asian_width(character) in "WF" or category == "So":
        return 1.05 if category[0] == "L" else 1.35
    if "\u0600" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufeff":
        return .48
    return .75 if category == "Lu" else .66


def _cut(text: str, room: float, most: int) -> str:
    """As much of the beginning as there is room for."""
    fits, over = 0, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        if _lines(text[:middle] + "…", room, most) <= most:
            fits = middle
        else:
            over = middle
    return _up_to(text, fits)


def _up_to(text: str, end: int) -> str:
    """Up to there, rather between words, and never between a letter and what is drawn on it."""
    space = text.rfind(" ", max(0, end - 20), end)
    end = space if space > 0 else end
    while 0 < end < len(text) and (unicodedata.category(text[end])[0] == "M" or text[end] in "\u200d\ufe0f"
                                   or text[end - 1] in "\u200d\u094d" or "\U0001F3FB" <= text[end] <= "\U0001F3FF"):
        end -= 1
    return text[:end].rstrip() + "…"
