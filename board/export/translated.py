"""Notes in other languages, as files tell them: under a note what was made of it in the reader's language; in tables all there is."""
from __future__ import annotations

from typing import Any

from ..cldr import base_of
from ..text import sum_of
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
    text, there = clean(note["text"]), of_reader(note, translations, words.language)
    if there is None or not text:
        return text
    key = "report.translation_machine" if there["machine"] else "report.translation"
    return f"{text}\n{words(key, text=clean(there['text']))}"


def of_reader(note: Record, translations: ByNote, language: str) -> Record | None:
    """What a note is in a language that is not its own: the very same code first."""
    found = translations.get(note["id"], {})
    if same(note.get("language", ""), language):
        return None
    return found.get(language) or next((each for code, each in sorted(found.items()) if same(code, language)), None)


def same(one: str, other: str) -> bool:
    """Whether two codes are one language, whatever the country."""
    return bool(one) and base_of(one) == base_of(other)


class Columns:
    """Of a table, two for each language: the text, and whether a machine made it; and a third where any of them is of an earlier
    text of its note. The headings are for programs rather than for people, the same in every language."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._found = by_note(content)
        self._sums = {note["id"]: sum_of(note["text"]) for note in content["notes"] if note["id"] in self._found}
        earlier = {code for note_id, there in self._found.items() for code, each in there.items() if self._is_earlier(note_id, each)}
        self._parts = [(code, part) for code in languages_of(content)
                       for part in ("", "machine", *(["earlier"] if code in earlier else []))]
        self.names = [f"translation_{code}_{part}".rstrip("_") for code, part in self._parts]

    def cells(self, note_id: str) -> list[str]:
        there = self._found.get(note_id, {})
        return [self._cell(note_id, there[code], part) if code in there else "" for code, part in self._parts]

    def _cell(self, note_id: str, each: Record, part: str) -> str:
        if not part:
            return clean(each["text"])
        return "1" if (each["machine"] if part == "machine" else self._is_earlier(note_id, each)) else "0"

    def _is_earlier(self, note_id: str, each: Record) -> bool:
        return note_id in self._sums and bool(each["source"] != self._sums[note_id])
