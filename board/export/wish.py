"""What somebody wants to take home: the format, what of the board, in which language and how."""
from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from ..protocol import Reason, Refused, is_record_id
from .formats import FORMATS
from .model import Scope
from .words import languages

MOST_NOTES = 10_000
SEPARATORS = ("", ",", ";")
NAMES = {"format", "language", "names", "comments", "series", "separator", "theme", "association", "notes"}


@dataclass(frozen=True)
class Wish:
    """`separator` "": as spreadsheets of the language take it. `series`: also what became of the earlier boards' challenges."""
    format: str
    language: str
    names: bool = False
    comments: bool = False
    series: bool = False
    separator: str = ""
    scope: Scope = field(default_factory=Scope)

    def options(self) -> dict[str, Any]:
        return {"comments": self.comments, "separator": self.separator}

    def kept(self) -> dict[str, Any]:
        """As it is remembered, to be made again. A filter of many notes is not."""
        found = asdict(self)
        found["scope"] = [self.scope.kind, len(self.scope.value) if self.scope.kind == "notes" else self.scope.value]
        return found


def parse(given: Any, default_language: str) -> Wish:
    """The wish in a request's body. Raises Refused: `malformed` for what there is not, `invalid` with the field."""
    if not isinstance(given, dict) or set(given) - NAMES:
        raise Refused(Reason.MALFORMED)
    if not isinstance(given.get("format"), str) or given["format"] not in FORMATS:
        raise Refused(Reason.INVALID, field="format")
    for name in ("names", "comments", "series"):
        if not isinstance(given.get(name, False), bool):
            raise Refused(Reason.INVALID, field=name)
    if not isinstance(given.get("separator", ""), str) or given.get("separator", "") not in SEPARATORS:
        raise Refused(Reason.INVALID, field="separator")
    language = given.get("language", default_language)
    if "language" in given and (not isinstance(language, str) or language not in languages()):
        raise Refused(Reason.INVALID, field="language")
    flags = {name: given.get(name, False) for name in ("names", "comments", "series")}
    return Wish(given["format"], language, **flags, separator=given.get("separator", ""), scope=_scope(given))


def _scope(given: dict[str, Any]) -> Scope:
    wanted = [name for name in ("theme", "association", "notes") if name in given]
    if not wanted:
        return Scope()
    name, value = wanted[0], given[wanted[0]]
    if len(wanted) > 1:
        raise Refused(Reason.INVALID, field=wanted[1])
    if name == "notes":
        if not isinstance(value, list) or len(value) > MOST_NOTES or not all(is_record_id(each) for each in value):
            raise Refused(Reason.INVALID, field=name)
    elif not isinstance(value, str) or not 0 < len(value) <= 60:
        raise Refused(Reason.INVALID, field=name)
    return Scope(name, value)
