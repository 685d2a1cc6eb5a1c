"""What facilitators did, for facilitators: as a list and as a file."""
from __future__ import annotations

from typing import Any

from flask import Response, request
from sqlalchemy.engine import Connection

from .. import access, audit
from ..app_parts import parts
from ..export.clean import filename
from ..export.csv_file import sheet
from ..protocol import Reason, Refused
from ..snapshot import read_type
from . import blueprint, json_response, take_seat
from .exports import disposition

MOST = 10_000       # rows of the file


@blueprint.get("/api/boards/<board_id>/audit")
def get_audit(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    before = request.args.get("before", "")
    if len(before) > 64:
        raise Refused(Reason.MALFORMED, field="before")
    return json_response(parts().database.read(audit.read, board_id, before))


@blueprint.get("/api/boards/<board_id>/audit.csv")
def get_audit_file(board_id: str) -> Response:
    """The same for a spreadsheet, with the names of seats that are still there."""
    take_seat(board_id, "facilitator")
    title, rows = parts().database.read(_rows, board_id)
    response = Response(sheet(rows, ","), mimetype="text/csv")
    response.headers["Content-Disposition"] = disposition(filename(f"{title} - audit", "csv"))
    return response


def _rows(connection: Connection, board_id: str) -> tuple[str, list[list[Any]]]:
    names = {each["id"]: each["name"] for each in read_type(connection, board_id, "seat")}
    found = audit.read(connection, board_id, most=MOST)["entries"]
    rows = [[each["at"], names.get(each["seat"], ""), each["seat"], each["action"], names.get(each["target"], each["target"]),
             ", ".join(f"{name}: {_plain(value)}" for name, value in each["detail"].items())] for each in found]
    return access.board_row(connection, board_id)["title"], [["at", "name", "seat", "action", "target", "detail"], *rows]


def _plain(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else str(value)
