"""The HTTP interface as an OpenAPI 3.1 document, one module a noun. Tests compare it with the routes and with every answer."""
from __future__ import annotations

from functools import cache
from typing import Any

from ..protocol import Reason
from . import (
    admin,
    audit,
    boards,
    changes,
    creation,
    description,
    doors,
    exports,
    facilitating,
    history,
    imports,
    own,
    records,
    series,
    translating,
    tray,
)
from .words import Schema, board_id, closed, path, record_id, refusals, row, text, whole

NOUNS = (creation, boards, doors, changes, facilitating, history, exports, imports, series, tray, translating, audit, own, admin,
         description)
TITLES = {"creation": "Being let in", "boards": "Boards",
          "doors": "Joining", "changes": "Changes", "facilitating": "Facilitating", "history": "History",
          "exports": "Files out", "imports": "Files in", "series": "Series", "tray": "Form and tray", "translating": "Translating",
          "audit": "Audit log", "own": "One's own data", "admin": "The host", "description": "This document"}
_PARAMETERS = {
    "board_id": path("board_id", board_id, "The board."),
    "seat_id": path("seat_id", record_id, "Somebody's seat."),
    "note_id": path("note_id", record_id, "A note."),
    "round_id": path("round_id", record_id, "A voting round."),
    "export_id": path("export_id", record_id, "A file that was asked for."),
    "other_id": path("other_id", board_id, "An earlier board of the series."),
    "seq": path("seq", whole(0), "A number of the board.")}


@cache
def document(version: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for noun in NOUNS:
        name = noun.__name__.rsplit(".", 1)[-1]
        for route, methods in noun.PATHS.items():
            given = [_PARAMETERS[each] for each in _PARAMETERS if f"{{{each}}}" in route]
            described = {method: {"tags": [TITLES[name]], "operationId": _name(method, route), **each} for method, each in methods.items()}
            paths.setdefault(route, {"parameters": given} if given else {}).update(described)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Board", "version": version, "license": {"name": "MIT", "identifier": "MIT"},
                 "description": "What programs can do over HTTP; board/PROTOCOL.md says what it means, and has the events over sockets. "
                                "Requests that change something and come from a page of another origin are refused."},
        "servers": [{"url": "/"}], "tags": [{"name": title} for title in TITLES.values()], "paths": paths,
        "components": {
            "schemas": {**records.schemas(), **_shared()}, "responses": refusals(),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "The token of a seat."},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "seat-{board_id}",
                           "description": "The same token, as a browser keeps it (`__Host-seat-{board_id}` behind TLS)."},
                "operator": {"type": "http", "scheme": "bearer", "description": "The operator's key."}}}}


def _shared() -> dict[str, Schema]:
    error = {"reason": {"type": "string", "enum": [each.value for each in Reason]}, "field": text(200), "limit": whole(),
             "retry_after": {"type": "number"}, "record": row(text(20), record_id), "text": text(2000), "text_rev": whole(),
             "why": text(40), "row": whole(), "format": text(40), "encoding": {"type": "string"}}
    return {"Refusal": closed({"error": closed(error, tuple(each for each in error if each != "reason"))})}


def _name(method: str, route: str) -> str:
    words = [each.strip("{}") for each in route.removeprefix("/api/").replace(".", "_").replace("-", "_").split("/")]
    return "_".join([method, *words])
