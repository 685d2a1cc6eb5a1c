"""What a PDF says, to somebody who reads it, searches in it or asks it what it is."""
from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator

import pypdf
import pypdfium2

ARABIC = "المجالس والجمعيات لا تملك بيانات محدثة عن الإحصاء"
NEPALI = "क्षमता विद्यार्थी श्री संघीय कार्यालयको तथ्याङ्क"


def said(body: bytes) -> str:
    """All text, without what is not seen. A line that breaks is a blank."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body))
    return " ".join(re.sub("[\u2068\u2069\u200b\u00ad\ufffe]", "", text).split())


def count_of(body: bytes, word: str) -> int:
    """How often a search in the document finds it."""
    found = 0
    for page in pypdfium2.PdfDocument(body):
        search = page.get_textpage().search(word)
        while search.get_next():
            found += 1
    return found


def root(body: bytes) -> dict:
    return pypdf.PdfReader(io.BytesIO(body)).trailer["/Root"]


def is_tagged(body: bytes) -> bool:
    return root(body)["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root(body)


def is_standard(body: bytes) -> bool:
    """PDF/UA-1, as it says of itself."""
    return b"<pdfuaid:part>1</pdfuaid:part>" in root(body)["/Metadata"].get_data() and is_tagged(body)


def tags(body: bytes) -> Counter[str]:
    """How many of each: `Title`, `H1`, `Table`, …"""
    found: Counter[str] = Counter()
    left = [root(body)["/StructTreeRoot"]]
    while left:
        each = left.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, list):
            left += each
        elif isinstance(each, dict):
            found.update([each["/S"][1:]] if "/S" in each else ())
            left.append(each.get("/K", []))
    return found


def bookmarks(body: bytes) -> list[tuple[int, str]]:
    """`(depth, title)`"""
    def flat(items: list, depth: int) -> Iterator[tuple[int, str]]:
        for each in items:
            if isinstance(each, list):
                yield from flat(each, depth + 1)
            else:
                yield depth, each.title
    return list(flat(pypdf.PdfReader(io.BytesIO(body)).outline, 1))
