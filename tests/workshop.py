"""A small workshop as the exporters get it: three themes, four languages, a merged note, votes, comments and an empty note."""
from __future__ import annotations

import io
from typing import Any

from board.export.formats import FORMATS
from board.export.job import Job
from board.export.model import Scope
from board.export.words import Words

AT = "2026-03-21T10:00:00.000Z"
HOSTILE = (
    "=HYPERLINK(\"http://x\")", "</w:t></w:r></w:p><w:p>",
    "<script>alert(1)</script> & ]]> &amp; &#0;", "#panic() $x$ *b* _i_ `c` | [l](u)",
    "a\u202ebc\u2066d", "e" + "\u0301" * 5_000, "x" * 4_000, "\ud83d half \udc00", "nul\x00\x0b\x1b",
    "👩‍👩‍👧‍👦 🇳🇵 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "%s {title} {count}",
    "\n\n\t \n", "1. one\n- two\n# three", "\u2068\u2068\u2068", "مرحبا (2025) hello नेपाल!", "\ufffe\uffff", "'\"--")


def note(note_id: str, kind: str, theme: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": note_id, "kind": kind, "theme": theme, "cluster": "", "text": text, "association": "", "seat": "", "sdgs": [],
            "language": "en", "status": "open", "merged_into": "", "x": 0, "y": 0, "created_at": AT, "origin": None, **more}


def content() -> dict[str, Any]:
    return {
        "board": {"id": "b", "title": "March workshop", "language": "en", "purpose": "Prepare the reviews."},
        "themes": [{"id": "data", "title": "Data and quality", "color": "amber", "sign": "triangle"},
                   {"id": "capacity", "title": "Capacities", "color": "green", "sign": "square"},
                   {"id": "water", "title": "Water", "color": "rose", "sign": "diamond"}],
        "seats": [{"id": "s1", "name": "Ana Silva", "role_title": "Mayor", "association": "CNM", "country": "BR"},
                  {"id": "s2", "name": "Bina Rai", "role_title": "", "association": "MuAN", "country": "NP"}],
        "clusters": [{"id": "c1", "theme": "data", "title": "Census", "x": 0, "y": 0, "w": 9, "h": 9, "collapsed": False}],
        "notes": [
            note("n1", "challenge", "data", "No census since 2010.", cluster="c1", association="CNM", seat="s1", sdgs=[11]),
            note("n2", "challenge", "data", "جدول قديم (2010)!", cluster="c1", association="MuAN", seat="s2", language="ar",
                 status="in_progress"),
            note("n3", "solution", "data", "घरघुरी सर्वेक्षण", cluster="c1", association="MuAN", seat="s2", language="ne"),
            note("n4", "solution", "data", "Compartir los registros.", association="UNGL", language="es", status="key_message"),
            note("n5", "challenge", "capacity", "Nobody can draw maps.", association="CNM", seat="s1", status="solved"),
            note("n6", "solution", "capacity", "Lend a colleague.", association="UNGL"),
            note("n7", "challenge", "water", "", association="UNGL"),
            note("n8", "challenge", "data", "Old census, old truth.", association="UNGL", merged_into="n1")],
        "answers": [{"solution": "n3", "challenge": "n8"}, {"solution": "n6", "challenge": "n5"}, {"solution": "n3", "challenge": "n5"}],
        "comments": [{"note": "n1", "text": "Here too.", "association": "MuAN", "seat": "s2"}],
        "reactions": [], "steps": [],
        "rounds": [{"title": "What first?", "on": "notes", "state": "closed",
                    "results": {"voters": 9, "associations": 3, "targets": [["n1", 4, 1, 2], ["n6", 2, 0, 1]]}},
                   {"title": "Which cluster?", "on": "clusters", "state": "closed",
                    "results": {"voters": 9, "associations": 3, "targets": [["c1", 6, 0, 3]]}}]}


def nameless(given: dict[str, Any]) -> dict[str, Any]:
    return {**given, "seats": [{**each, "name": "", "role_title": ""} for each in given["seats"]]}


def empty(given: dict[str, Any]) -> dict[str, Any]:
    return {**given, **{name: [] for name in ("seats", "clusters", "notes", "answers", "comments", "rounds")}}


def hostile(text: str) -> dict[str, Any]:
    """With the text in every field that somebody fills in."""
    given = content()
    given["board"].update(title=text, purpose=text)
    for name, fields in (("themes", ("title",)), ("seats", ("name", "role_title", "association")), ("clusters", ("title",)),
                         ("notes", ("text", "association")), ("comments", ("text", "association")), ("rounds", ("title",))):
        for each in given[name]:
            each.update(dict.fromkeys(fields, text))
    given["notes"][0]["origin"] = {"board": "o", "note": "n", "title": text, "written_at": AT}
    return given


def write(format_: str, given: dict[str, Any], language: str = "en", scope: Scope | None = None, **options: Any) -> tuple[bytes, Job]:
    job = Job(given, Words(language), scope or Scope(), options)
    return FORMATS[format_].write(job), job


def opened(body: bytes) -> Any:
    import docx
    return docx.Document(io.BytesIO(body))
