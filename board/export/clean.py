"""Texts that people wrote, made fit for any file: nothing that breaks a typesetter, a spreadsheet or the direction of what
stands beside it. What a reader can see stays as it is."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_MARKS = 8              # on one letter; 100,000 of them end the typesetter, and no script needs more
LONGEST_RUN = 24            # letters without a place to break the line
LONGEST = 4_000
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")     # also as wide as a Chinese character
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffb"
    "\ufffe\uffff" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)) + "]")
_TAGS = re.compile("(\U0001F3F4[\U000E0020-\U000E007F]+)|[\U000E0000-\U000E0FFF]")     # flags of England, Scotland and Wales stay
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_RUN = re.compile(rf"[^\s\u200b]{{{LONGEST_RUN},}}")
_SCRIPTS = (("arabic", ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
            ("devanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFF))),
            ("hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))))


def clean(text: str, longest: int = LONGEST) -> str:
    """Without controls, halves of characters, what turns directions round and marks heaped on a letter; composed (NFC). Line
    breaks and tabs stay. Cut after `longest` characters, with an ellipsis."""
    text = _BREAKS.sub("\n", text[:4 * longest + 100_000])
    text = _TAGS.sub(lambda found: found[1] or "", _UNWANTED.sub("", text))
    text = unicodedata.normalize("NFC", "".join(_few_marks(text)))
    return text if len(text) <= longest else text[:longest - 1].rstrip("\u200d") + "…"


def isolate(text: str) -> str:
    """The text so that its direction stays its own (Unicode UAX 9, 3.1.2), whatever it stands in."""
    return f"{_FIRST_STRONG}{text}{_POP}" if text else ""


def breakable(text: str) -> str:
    """With places to break lines inside very long words, but not in Arabic, nor between what is drawn together."""
    return _RUN.sub(lambda found: _broken(found[0]), text)


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def segments(text: str) -> list[tuple[str, str]]:
    """`[(script, part)]`; the script is `latin`, `arabic`, `devanagari` or `hebrew`. What has none goes with what stands
    before it."""
    found: list[tuple[str, str]] = []
    start, current = 0, ""
    for index, character in enumerate(text):
        script = _script(character)
        if script and script != current:
            if current:
                found.append((current, text[start:index]))
                start = index
            current = script
    if text:
        found.append((current or "latin", text[start:]))
    return found


def spreadsheet_safe(value: object) -> object:
    """A text no spreadsheet takes for a formula: an apostrophe before what could start one, also behind blanks and what
    cannot be seen (OWASP, CSV injection)."""
    if isinstance(value, str) and (value.startswith(("\t", "\n", "\r")) or _seen(value).startswith(_FORMULA)):
        return "'" + value
    return value


def filename(title: str, ending: str) -> str:
    """A name that every file system takes."""
    plain = " ".join(re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', " ", clean(title)).split()).strip(" .")[:80] or "board"
    return f"{plain}.{ending}"


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") and not "\ufe00" <= character <= "\ufe0f" else 0
        if marks <= MOST_MARKS:
            yield character


def _broken(word: str) -> str:
    out, run = [], 0
    for index, character in enumerate(word):
        joined = (character in "\u200d\ufe0f" or unicodedata.category(character).startswith("M")
                  or "\U0001F3FB" <= character <= "\U0001F3FF" or "\U000E0020" <= character <= "\U000E007F"
                  or "\U0001F1E6" <= character <= "\U0001F1FF"
                  or index > 0 and word[index - 1] == "\u200d" or _script(character) == "arabic")
        if run >= LONGEST_RUN and not joined:
            out.append("\u200b")
            run = 0
        out.append(character)
        run += 1
    return "".join(out)


def _script(character: str) -> str:
    """"" for what belongs to no script: blanks, signs, digits."""
    point = ord(character)
    for name, ranges in _SCRIPTS:
        if any(first <= point <= last for first, last in ranges):
            return name
    return "latin" if unicodedata.category(character)[0] in "LMS" else ""


def _seen(text: str) -> str:
    """The text from its first character on that leaves a mark."""
    for index, character in enumerate(text):
        if unicodedata.category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            return text[index:]
    return ""
