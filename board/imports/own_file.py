"""Our own JSON export as rows, to be brought onto a board that is there already. A whole board is `json_file`'s."""
from __future__ import annotations

import json
from typing import Any

from ..text import sum_of
from . import tongues
from .headings import MERGED
from .sheet import BadFile, Row, Sheet

FORMAT, VERSION = "board", 4        # as in `export.json_file`, which knows the database
_FIELDS = ("id", "kind", "theme", "cluster", "text", "association", "language", "sdgs", "status", "x", "y", "answers", "votes", MERGED)
_LONGEST_CODE, _MOST_LANGUAGES = 35, 100
Record = dict[str, Any]


def parse(text: str) -> Any:
    """What the JSON says; None when it is none. Raises BadFile."""
    try:
        return json.loads(text)
    except RecursionError:
        raise BadFile("deep") from None
    except ValueError:
        return None


def read(payload: Any, themes: list[dict[str, str]], max_rows: int) -> Sheet:
    """Only what a note needs is looked at. Raises BadFile."""
    if not isinstance(payload, dict) or payload.get("format") != FORMAT or not isinstance(payload.get("notes"), list):
        raise BadFile("not_json")
    version = payload.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadFile("not_json")
    if version > VERSION:
        raise BadFile("newer_version", limit=VERSION)
    if len(payload["notes"]) > max_rows:
        raise BadFile("too_many_rows", limit=max_rows, row=max_rows + 1)
    titles = {part: {each["id"]: _text(each, "title") for each in _records(payload, part)} for part in ("themes", "clusters")}
    answers: dict[str, list[str]] = {}
    for each in _records(payload, "answers"):
        answers.setdefault(_text(each, "solution"), []).append(_text(each, "challenge"))
    votes, translations = _votes(payload), _translations(payload)
    parts = {code: ("", *tongues.PARTS) if tongues.is_choice(tongues.name_of(code)) else ("",) for code in translations}
    columns = [*_FIELDS, *(tongues.name_of(code or "0", part) for code in translations for part in parts[code])]
    rows: list[Row] = []
    for number, note in enumerate(payload["notes"], 1):
        if not isinstance(note, dict):
            raise BadFile("not_json", row=number)
        found = {name: _text(note, name) for name in ("id", "kind", "text", "association", "language", "status", MERGED)}
        found |= {"theme": titles["themes"].get(_text(note, "theme"), ""), "cluster": titles["clusters"].get(_text(note, "cluster"), ""),
                  "sdgs": " ".join(map(str, _list(note, "sdgs"))), "x": _number(note, "x"), "y": _number(note, "y"),
                  "answers": " ".join(answers.get(found["id"], ())), "votes": str(votes.get(found["id"], ""))}
        rows.append((number, [found[name] for name in _FIELDS] + [
            cell for code, there in translations.items()
            for cell in _cells(there.get(found["id"]), found["text"])[:len(parts[code])]]))
    known = {index: name for index, name in enumerate(columns) if name in _FIELDS or tongues.is_of(name) and tongues.field_of(name) == name}
    return Sheet("json", rows, ["" if index in known else name for index, name in enumerate(columns)], fields=known,
                 hints={"theme": _same(payload, themes)})


def _same(payload: Record, themes: list[dict[str, str]]) -> dict[str, str]:
    """A theme with the id of one on the board is that one, whatever the language of its title."""
    known = {each["id"] for each in themes}
    return {_text(each, "title"): each["id"] for each in _records(payload, "themes") if each["id"] in known}


def _translations(payload: Record) -> dict[str, dict[str, Record]]:
    """By language and note, of the languages that most is in."""
    found: dict[str, dict[str, Record]] = {}
    for each in _records(payload, "translations"):
        found.setdefault(_text(each, "language")[:_LONGEST_CODE], {}).setdefault(_text(each, "note"), each)
    return {code: found[code] for code in sorted(sorted(found), key=lambda code: -len(found[code]))[:_MOST_LANGUAGES]}


def _cells(translation: Record | None, text: str) -> tuple[str, str, str]:
    if translation is None:
        return "", "", ""
    earlier = isinstance(translation.get("source"), int) and translation["source"] != sum_of(text)
    return _text(translation, "text"), "1" if translation.get("machine") is True else "0", "1" if earlier else "0"


def _votes(payload: Record) -> dict[str, int]:
    """Of the last closed round in which a note had any."""
    found: dict[str, int] = {}
    for each in _records(payload, "rounds"):
        results = each.get("results")
        if each.get("state") == "closed" and isinstance(results, dict):
            for target in _list(results, "targets"):
                if isinstance(target, list) and len(target) == 4 and isinstance(target[0], str) \
                        and all(isinstance(count, int) for count in target[1:3]):
                    found[target[0]] = target[1] + target[2]
    return found


def _records(payload: Record, part: str) -> list[Record]:
    return [each for each in _list(payload, part) if isinstance(each, dict) and isinstance(each.get("id"), str)]


def _list(record: Record, name: str) -> list[Any]:
    value = record.get(name)
    return value if isinstance(value, list) else []


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _number(record: Record, name: str) -> str:
    value = record.get(name)
    return repr(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= 1_000_000 else ""
