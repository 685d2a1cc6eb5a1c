"""Files to take home. The content is read here; each format is written in a process of its own, see `formats`.

Content is what everybody on the board sees: never the trash, nothing private or hidden, no author who is not known, no votes
but the results of closed rounds.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Content = dict[str, Any]
Record = dict[str, Any]


def read_content(connection: Connection, board_id: str, *, names: bool) -> Content:
    """The board's records: themes in order, notes in reading order, talk in the order it was said. Without `names`, seats
    keep their association only."""
    from ..snapshot import read_records  # not there in the exporting process
    records = read_records(connection, board_id)
    themes = sorted(records["theme"], key=lambda each: (each["order"], each["id"]))
    place = {each["id"]: index for index, each in enumerate(themes)}

    def reading_order(each: Record) -> tuple[Any, ...]:
        return place.get(each["theme"], 99), each["y"], each["x"], each["id"]
    known = {each["id"] for name in ("note", "cluster") for each in records[name]}
    return {
        "board": records["board"][0], "themes": themes,
        "seats": [each if names else {**each, "name": "", "role_title": ""} for each in records["seat"]],
        "clusters": sorted(records["cluster"], key=reading_order), "notes": sorted(records["note"], key=reading_order),
        "answers": records["answer"], "comments": sorted(records["comment"], key=_by_time), "reactions": records["reaction"],
        "translations": sorted(records["translation"], key=lambda each: (each["note"], each["language"])),
        "steps": sorted(records["step"], key=lambda each: (each["order"], each["id"])),
        "rounds": [_counted(each, known) for each in sorted(records["round"], key=_by_time)]}


def _by_time(record: Record) -> tuple[str, str]:
    return record["created_at"], record["id"]


def _counted(round_: Record, known: set[str]) -> Record:
    """A round without what is gone or hidden by now. One that is open is not begun in a file: its votes stay here."""
    if round_["state"] != "closed":
        return {**round_, "state": "draft", "results": None, "opened_at": "", "closed_at": ""}
    results = round_["results"]
    return {**round_, "results": {**results, "targets": [each for each in results["targets"] if each[0] in known]}}
