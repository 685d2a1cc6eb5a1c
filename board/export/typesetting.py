"""Sets documents with typst: templates from the folder typst/, texts as data, our fonts and those a host adds.

It is a library without a way to stop it, and its memory grows; it is only run in the exporting process.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import typst

from .clean import breakable, is_rtl, isolate
from .coverage import FONTS, without_glyph
from .job import Job
from .words import Words

FOLDER = Path(__file__).parent / "typst"
STANDARD = "ua-1"           # PDF/UA: can be read by everybody
MOST_NAMED = 40             # characters in a remark
# What an Arabic document says of its pages side by side. Chrome takes it for the direction of every line, and then finds no Nepali
# word and copies Latin ones in reverse order; without it, each line has its own. As long as before: offsets stay right.
_DIRECTION = (b"/Direction/R2L", b"/Direction/L2R")
_VOWELS = re.compile("[\u064b-\u0652]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ENDLESS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdef\ufe70-\ufefc]{40}|[\ufdf0-\ufdfd]")   # no Arabic word
_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u052f]"
_LONG = re.compile(f"{_LETTER}{{12}}(?={_LETTER}{{3}})")
Data = dict[str, Any]


class BareWords(Words):
    """Our own words without the vowel signs of Arabic, which print mostly leaves out. A letter that is first met with a sign
    keeps it for all who copy from a PDF or search in it: what people wrote would not be found."""

    def __call__(self, key: str, **values: Any) -> str:
        return _VOWELS.sub("", super().__call__(key, **values))


def pdf(template: str, data: Data, job: Job) -> bytes:
    """A tagged PDF, of the standard when every character of it has a glyph, which the standard demands."""
    body = None
    if _all_drawn(data, job, "remark.no_glyph"):
        with suppress(typst.TypstError):
            body = _compile(template, data, job, format="pdf", pdf_standards=[STANDARD])
    return (body or _compile(template, data, job, format="pdf")).replace(*_DIRECTION)


def picture(template: str, data: Data, job: Job, ppi: float | None = None) -> bytes:
    """A page as PNG at so many pixels per inch, or as SVG."""
    _all_drawn(data, job, "remark.no_glyph_picture")
    return _compile(template, data, job, format="svg" if ppi is None else "png", ppi=ppi)


def said(text: str, language: str = "") -> Data:
    """What somebody wrote, as templates set it: in its own language and direction. Blank lines are left out."""
    lines = "\u2028".join(line for line in (each.strip() for each in text.split("\n")) if line)
    return {"text": _broken(lines), "lang": language if _LANGUAGE.fullmatch(language) else "", "rtl": is_rtl(text)}


def inline(text: str) -> str:
    """What somebody wrote, for inside a line of ours."""
    return isolate(_broken(" ".join(text.split())))


def heading(text: str, rtl: bool) -> str:
    """The same for a line of its own in a page read from right to left, or not; such stand in the bookmarks, too."""
    return inline(text) if is_rtl(text) != rtl else _broken(" ".join(text.split()))


def narrow(text: str) -> str:
    """As `inline`, for a narrow column."""
    return _LONG.sub("\\g<0>\u00ad", inline(text))


def _broken(text: str) -> str:
    """With places to break lines in what is too long for a word."""
    return _ENDLESS.sub("\\g<0>\u200b", breakable(text))


def _all_drawn(data: Data, job: Job, remark: str) -> bool:
    """Whether every character has a glyph; if not, a remark says which have none."""
    missing = without_glyph(_texts(data), _added(job))
    if missing:
        job.remark(remark, characters=" ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else ""))
    return not missing


def _compile(template: str, data: Data, job: Job, **how: Any) -> bytes:
    """Packages are looked for where there is nothing, so that nothing is fetched."""
    nowhere = str(FOLDER / "no-packages")
    made = typst.compile(
        str(FOLDER / template), root=str(FOLDER), font_paths=_fonts(tuple(_added(job))), ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, package_path=nowhere, package_cache_path=nowhere, **how)
    if isinstance(made, list):      # pages
        return b"".join(made)
    return bytes(made or b"")


@cache
def _fonts(added: tuple[Path, ...]) -> typst.Fonts:
    """Ours come first: of two faces with the same name the first is taken, and newer Arabic ones cannot be searched."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(each) for each in (FONTS, *added)])


def _added(job: Job) -> list[Path]:
    return [Path(each) for each in job.options.get("fonts", ())]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _texts(each)
