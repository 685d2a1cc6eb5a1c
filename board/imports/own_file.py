"""Our own JSON export as rows, to be brought onto a board that is there already. A whole board is `json_file`'s."""
from __future__ import annotations

import json
from typing import Any

from .headings import MERGED
from .sheet import BadFile, Row, Sheet

FORMAT, VERSION = "board", 4        # as in `export.json_file`, which knows the database
_FIELDS = ("id", "kind", "theme", "cluster", "text", "association", "language", "sdgs", "status", "x", "y", "answers", "votes", MERGED)
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
    votes = _votes(payload)
    rows: list[Row] = []
    for number, note in enumerate(payload["notes"], 1):
        if not isinstance(note, dict):
            raise BadFile("not_json", row=number)
        found = {name: _text(note, name) for name in ("id", "kind", "text", "association", "language", "status", MERGED)}
        found |= {"theme": titles["themes"].get(_text(note, "theme"), ""), "cluster": titles["clusters"].get(_text(note, "cluster"), ""),
                  "sdgs": " ".join(map(str, _list(note, "sdgs"))), "x": _number(note, "x"), "y": _number(note, "y"),
                  "answers": " ".join(answers.get(found["id"], ())), "votes": str(votes.get(found["id"], ""))}
        rows.append((number, [found[name] for name in _FIELDS]))
    return Sheet("json", rows, ["" for _ in _FIELDS], fields=dict(enumerate(_FIELDS)), hints={"theme": _same(payload, themes)})


def _same(payload: Record, themes: list[dict[str, str]]) -> dict[str, str]:
    """A theme with the id of one on the board is that one, whatever the language of its title."""
    known = {each["id"] for each in themes}
    return {_text(each, "title"): each["id"] for each in _records(payload, "themes") if each["id"] in known}


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
