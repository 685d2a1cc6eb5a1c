"""Notes in other languages, as files tell them: under a note what was made of it in the reader's language; in tables all there is."""
from __future__ import annotations

from typing import Any

from .clean import clean
from .words import Words

Record = dict[str, Any]
ByNote = dict[str, dict[str, Record]]


def by_note(content: dict[str, Any]) -> ByNote:
    """Translations by note and language."""
    found: ByNote = {}
    for each in content.get("translations", ()):
        found.setdefault(each["note"], {})[each["language"]] = each
    return found


def languages_of(content: dict[str, Any]) -> list[str]:
    """Into which languages anything was translated."""
    return sorted({each["language"] for each in content.get("translations", ())})


def both(note: Record, translations: ByNote, words: Words) -> str:
    """The note's text and, on a line of its own, what it is in the reader's language, if somebody has translated it."""
    text, found = clean(note["text"]), translations.get(note["id"], {})
    there = found.get(words.language) or next((each for code, each in sorted(found.items()) if same(code, words.language)), None)
    if there is None or not text or same(note.get("language", ""), words.language):
        return text
    key = "report.translation_machine" if there["machine"] else "report.translation"
    return f"{text}\n{words(key, text=clean(there['text']))}"


def same(one: str, other: str) -> bool:
    """Whether two codes are one language, whatever the country."""
    return bool(one) and one.split("-")[0] == other.split("-")[0]


def columns(languages: list[str]) -> list[str]:
    """Headings for programs rather than for people, the same in every language: the text, and whether a machine made it."""
    return [name for code in languages for name in (f"translation_{code}", f"translation_{code}_machine")]


def cells(note_id: str, translations: ByNote, languages: list[str]) -> list[str]:
    found = translations.get(note_id, {})
    return [cell for code in languages for cell in (
        (clean(found[code]["text"]), "1" if found[code]["machine"] else "0") if code in found else ("", ""))]
