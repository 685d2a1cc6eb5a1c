"""What the person changed in the preview. Comes from a browser: what makes no sense is as if it were not said."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .headings import FIELDS
from .tables import SEPARATORS
from .tongues import is_choice
from .vocabulary import KINDS

SOURCES = ("json", "mural", "miro", "table", "lines")
MAX_BYTES, MAX_ROWS, MAX_TEXT = 5_000_000, 5_000, 2_000
_SPELLED = {"tab": "\t", "\\t": "\t"}
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class Choices:
    """`None` and "" mean that nothing was chosen. `separator` "none" is one column."""
    encoding: str = ""
    separator: str = ""
    header: bool | None = None
    sheet: str = ""
    source: str = ""
    split: str = ""
    columns: dict[int, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    themes: dict[str, str] = field(default_factory=dict)
    clusters: str = ""
    colors: dict[str, dict[str, str]] = field(default_factory=dict)
    default_kind: str = "challenge"
    default_theme: str = ""
    cut: bool = False
    board: list[dict[str, str]] = field(default_factory=list)      # the themes of the open board: id and title
    max_bytes: int = MAX_BYTES
    max_rows: int = MAX_ROWS
    max_text: int = MAX_TEXT


def choices_of(options: Any) -> Choices:
    given = options if isinstance(options, dict) else {}
    board = [{"id": each["id"], "title": each["title"]} for each in _list(_dict(given.get("board")).get("themes"))
             if isinstance(each, dict) and isinstance(each.get("id"), str) and isinstance(each.get("title"), str)]
    known = {each["id"] for each in board}
    separator = _text(given.get("separator"))
    separator = _SPELLED.get(separator, separator)
    themes = {value: _theme(wanted, known) for value, wanted in _dict(given.get("themes")).items() if isinstance(wanted, str)}
    colors = {value: {"kind": _one(_dict(wanted).get("kind"), *KINDS), "theme": _theme(_dict(wanted).get("theme"), known)}
              for value, wanted in _dict(given.get("colors")).items() if isinstance(wanted, dict)}
    return Choices(
        encoding=_text(given.get("encoding")), separator=separator if separator in (*SEPARATORS, "none") else "",
        header=given["header"] if isinstance(given.get("header"), bool) else None, sheet=_text(given.get("sheet")),
        source=_one(given.get("source"), *SOURCES), split=_one(given.get("split"), "row", "line"),
        columns={int(index): each for index, each in _dict(given.get("columns")).items()
                 if _is_index(index) and (each in ("", *FIELDS) or is_choice(each))},
        kinds={value: _one(each, *KINDS) for value, each in _dict(given.get("kinds")).items() if isinstance(each, str)}, themes=themes,
        colors=colors, clusters=_one(_dict(given.get("clusters")).get("by"), "area", "cluster", "none"),
        default_kind=_one(given.get("default_kind"), *KINDS) or "challenge", default_theme=_theme(given.get("default_theme"), known),
        cut=given.get("cut") is True, board=board, max_bytes=_size(given.get("max_bytes"), MAX_BYTES),
        max_rows=_size(given.get("max_rows"), MAX_ROWS), max_text=_size(given.get("max_text"), MAX_TEXT))


def _theme(wanted: Any, known: set[str]) -> str:
    """The id of a theme that is there, "+" and a title, or ""."""
    if not isinstance(wanted, str):
        return ""
    if wanted.startswith("+"):
        title = " ".join(wanted[1:].split())[:_LONGEST_TITLE].strip()
        return f"+{title}" if title else ""
    return wanted if wanted in known else ""


def _one(value: Any, *known: str) -> str:
    return value if isinstance(value, str) and value in known else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _size(value: Any, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else default


def _dict(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_index(value: Any) -> bool:
    """Keys of JSON are strings."""
    if isinstance(value, str):
        return value.isascii() and value.isdecimal() and len(value) < 5
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
