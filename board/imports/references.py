"""Whether the records of a file belong together: what one names is there and is of the right sort."""
from __future__ import annotations

from typing import Any

from ..export.json_file import PARTS
from ..protocol import Reason, Refused

Record = dict[str, Any]
_PART = {name: part for part, name in PARTS.items()}


def check(board: Record, records: dict[str, list[Record]]) -> None:
    """Raise Refused `invalid` naming the first place that does not fit, such as `answers[3].solution`."""
    known = {name: {each["id"]: each for each in found} for name, found in records.items()}
    if board["step"] and board["step"] not in known["step"]:
        raise Refused(Reason.INVALID, field="board.step")
    for name, judge in (("cluster", _cluster), ("note", _note), ("answer", _answer), ("comment", _comment), ("reaction", _reaction),
                        ("translation", _translation), ("round", _round)):
        for index, each in enumerate(records[name]):
            wrong = judge(each, known)
            if wrong:
                raise Refused(Reason.INVALID, field=f"{_PART[name]}[{index}].{wrong}")
    for name, together in (("answer", ("solution", "challenge")), ("reaction", ("note", "sign", "seat")),
                           ("translation", ("note", "language"))):
        taken = set()
        for index, each in enumerate(records[name]):
            key = tuple(each[field] for field in together)
            if key in taken and all(key):
                raise Refused(Reason.INVALID, field=f"{_PART[name]}[{index}].{together[1]}")
            taken.add(key)


Known = dict[str, dict[str, Record]]


def _cluster(record: Record, known: Known) -> str:
    return "" if record["theme"] in known["theme"] else "theme"


def _note(record: Record, known: Known) -> str:
    if record["theme"] not in known["theme"]:
        return "theme"
    if record["cluster"] and known["cluster"].get(record["cluster"], {}).get("theme") != record["theme"]:
        return "cluster"
    if record["merged_into"]:
        root = known["note"].get(record["merged_into"])
        if root is None or root["id"] == record["id"] or root["merged_into"]:
            return "merged_into"
    return _author(record)


def _answer(record: Record, known: Known) -> str:
    """The kind of a note may have been changed after it was linked, as that of a duplicate."""
    if record["solution"] == record["challenge"]:
        return "challenge"
    return next((end for end in ("solution", "challenge") if record[end] not in known["note"]), "")


def _comment(record: Record, known: Known) -> str:
    return "note" if record["note"] not in known["note"] else _author(record)


def _reaction(record: Record, known: Known) -> str:
    return "" if record["note"] in known["note"] else "note"


def _translation(record: Record, known: Known) -> str:
    return "note" if record["note"] not in known["note"] else _author(record)


def _round(record: Record, known: Known) -> str:
    """In a file a round has been closed and counted, or has not begun."""
    if record["state"] == "open" or (record["state"] == "closed") != (record["results"] is not None):
        return "state"
    targets = [each[0] for each in record["results"]["targets"]] if record["results"] else []
    there = known["note" if record["on"] == "notes" else "cluster"]
    return "results" if len(set(targets)) < len(targets) or any(each not in there for each in targets) else ""


def _author(record: Record) -> str:
    """An author is named exactly where it is known who it is."""
    if bool(record["seat"]) == bool(record["anonymous"]):
        return "seat"
    return "association" if record["anonymous"] == "all" and record.get("association") else ""
