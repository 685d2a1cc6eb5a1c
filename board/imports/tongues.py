"""Columns of translations: of which language each is by its heading, and what stands in it.

The field of such a column is `translation_es`; in files of our own stand beside it `translation_es_machine`, whether a machine
made it, and `translation_es_earlier`, whether the note was written anew since: `1` or `0`.
"""
from __future__ import annotations

import re
from typing import Any

from ..text import MOST_SUM, sum_of
from .cells import text_of
from .vocabulary import fold, language_of

MAX_TRANSLATION = 3_000     # characters, as in `records.translation`, which knows the database
PARTS = ("machine", "earlier")
_PREFIX = "translation_"
_OURS = re.compile(r"translation[_ ]([\w-]{2,35}?)(?:[_ ](machine|earlier))?\Z", re.IGNORECASE)
_FIELD = re.compile(r"translation_([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\Z")
_LONGEST = 60
_WORDS = {fold(word) for word in ("translation", "translations", "translated", "traducción", "traducciones", "traduction", "traductions",
                                  "tradução", "traduções", "oversettelse", "oversettelser", "الترجمة", "ترجمة", "अनुवाद")}
_BETWEEN = {fold(word) for word in ("in", "into", "to", "en", "al", "a", "au", "em", "para", "til", "på", "إلى", "الى", "text")}
Record = dict[str, Any]


def field_of(heading: str) -> str | None:
    """The field, "" for a translation into a language that nobody knows, None for what is no translation."""
    if len(heading) > _LONGEST:
        return None
    ours = _OURS.match(heading.strip())
    if ours:
        code = language_of(ours[1])
        return f"{_PREFIX}{code}" + (f"_{ours[2].lower()}" if ours[2] else "") if code else ""
    words = fold(heading).split()
    if len(words) < 2 or not _WORDS & set(words):
        return None
    rest = [word for word in words if word not in _WORDS]
    code = language_of(" ".join(rest)) or language_of(" ".join(word for word in rest if word not in _BETWEEN))
    return f"{_PREFIX}{code}" if code else ""


def is_choice(field: Any) -> bool:
    """Whether a person may say it of a column."""
    return isinstance(field, str) and bool(_FIELD.match(field))


def is_unknown(heading: str) -> bool:
    """Whether it says that it is a translation, and of no language that is known."""
    return field_of(heading) == ""


def name_of(code: str, part: str = "") -> str:
    return f"{_PREFIX}{code}" + (f"_{part}" if part else "")


def translations_of(values: dict[str, str], text: str, *, guarded: bool) -> list[Record]:
    """`[{language, text, machine, source}]` of a row: its cells by their fields, and the note's text as it is in the file. Of the
    text that is there, `source` is None."""
    found = []
    for field, written in values.items():
        told, code = text_of(written, guarded=guarded), _FIELD.match(field)
        if told and code:
            earlier = values.get(f"{field}_earlier", "").strip() == "1"
            found.append({"language": code[1], "text": told, "machine": values.get(f"{field}_machine", "").strip() == "1",
                          "source": sum_of(text) ^ MOST_SUM if earlier else None})
    return found


def is_beside(field: str) -> bool:
    """Whether it only tells of the column of a translation."""
    return is_of(field) and not is_choice(field)


def is_of(field: str) -> bool:
    """Whether the field is one of these, with what stands beside it."""
    return field.startswith(_PREFIX)
