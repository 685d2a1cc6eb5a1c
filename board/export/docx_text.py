"""Paragraphs and runs of a Word document as XML. Each script is a run of its own: Word has a second font, size and direction for
those it calls complex, and takes them only where a run says so."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from html import escape

from babel.core import get_global

from .clean import is_rtl, isolate, segments
from .docx_styles import INDENTS, complex_font

_RTL_SCRIPTS = ("arabic", "hebrew")
_COMPLEX = re.compile("[\u0590-\u08ff\u0900-\u097f\ua8e0-\ua8ff\u1cd0-\u1cff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile("[A-Za-z]")
_CLOSING = re.compile(r"[\s.,;:!?…]+\Z")
_BREAK = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_PARTS = re.compile("([\n\t])")


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph. `style` is a character style. `language` is that of a text that somebody wrote, None for words of
    ours, "" where nobody knows: that is not checked for spelling."""
    text: str
    style: str = ""
    language: str | None = None


class Typing:
    """Writes for a document of one language and direction."""

    def __init__(self, language: str, *, rtl: bool) -> None:
        self.language, self.rtl = language, rtl
        self._font = complex_font(language)

    def paragraph(self, style: str, *pieces: Piece, rtl: bool | None = None, keep: bool = False) -> str:
        """`rtl`: its direction where it is not the document's. `keep`: on one page with the next one."""
        return f"<w:p>{self._about(style, self.rtl if rtl is None else rtl, keep)}{self.runs(pieces, rtl=rtl)}</w:p>"

    def theirs(self, style: str, text: str, language: str, what: str = "", by: str = "") -> str:
        """A text that somebody wrote, in its own direction; before it, in our words, what it is and by whom."""
        rtl = is_rtl(text) if _has_direction(text) else self.rtl
        if rtl != self.rtl:
            what, by = isolate(what), isolate(by)
        lead = f"{what} ({by}): " if by else f"{what}: " if what else ""
        return self.paragraph(style, Piece(lead), Piece(text, language=language), rtl=rtl)

    def runs(self, pieces: tuple[Piece, ...], *, rtl: bool | None = None) -> str:
        rtl = self.rtl if rtl is None else rtl
        return "".join(self._run(script, part, piece) for piece in pieces for script, part in _split(_settled(piece, rtl), rtl=rtl))

    def inside(self, text: str) -> str:
        """A text that somebody wrote, for the middle of a sentence of ours: on one line, and with a direction of its own."""
        return _settled(Piece(one_line(text), language=""), self.rtl)

    def _about(self, style: str, rtl: bool, keep: bool) -> str:
        """A paragraph against the document's direction is set in on both sides: on its own, and with its neighbours."""
        indent = ""
        if rtl != self.rtl and style in INDENTS:
            indent = f'<w:ind w:left="{INDENTS[style]}" w:right="{INDENTS[style]}"/>'
        bidi = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>' if self.rtl else ""
        return f'<w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{bidi}{indent}</w:pPr>'

    def _run(self, script: str, text: str, piece: Piece) -> str:
        about = f'<w:rStyle w:val="{piece.style}"/>' if piece.style else ""
        if script != "latin" and complex_font(script) != self._font:
            about += f'<w:rFonts w:cs="{complex_font(script)}"/>'
        if piece.language == "":
            about += "<w:noProof/>"
        if script != "latin":
            about += "<w:rtl/>" if script in _RTL_SCRIPTS else "<w:cs/>"
        if piece.language and piece.language != self.language:
            tag = escape(region(piece.language))
            about += f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'
        return f"<w:r>{f'<w:rPr>{about}</w:rPr>' if about else ''}{_text(text)}</w:r>"


def one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def region(language: str) -> str:
    """The language as Word wants it, with the country most of its readers live in."""
    if "-" in language:
        return language
    likely = get_global("likely_subtags").get(language, "").split("_")
    return f"{language}-{likely[-1]}" if len(likely) > 1 else language


def _settled(piece: Piece, rtl: bool) -> str:
    """Another's text against the paragraph's direction is shut off from it. Nothing unseen is added to the others."""
    foreign = piece.language is not None and _has_direction(piece.text) and is_rtl(piece.text) != rtl
    return isolate(piece.text) if foreign else piece.text


def _split(text: str, *, rtl: bool) -> list[tuple[str, str]]:
    """By script. Stops and blanks after a part that goes against the paragraph are the paragraph's."""
    own = "arabic" if rtl else "latin"
    if not _has_direction(text):
        return [(own, text)] if text else []
    if not rtl and not _COMPLEX.search(text):
        return [("latin", text)]
    found: list[tuple[str, str]] = []
    parts = segments(text)
    for index, (script, part) in enumerate(parts):
        against = (script in _RTL_SCRIPTS) != rtl
        ends = index + 1 == len(parts) or (parts[index + 1][0] in _RTL_SCRIPTS) == rtl
        closing = _CLOSING.search(part) if against and ends else None
        if closing and closing.start():
            found += [(script, part[:closing.start()]), (own, closing[0])]
        else:
            found.append((script, part))
    return found


def _has_direction(text: str) -> bool:
    return bool(_LETTER.search(text)) or not text.isascii() and any(unicodedata.bidirectional(each) in ("L", "R", "AL") for each in text)


def _text(text: str) -> str:
    parts = (part for part in _PARTS.split(text) if part)
    return "".join(_BREAK.get(part) or f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in parts)
