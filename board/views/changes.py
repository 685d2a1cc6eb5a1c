"""The same doors as the sockets', for programs and for catching up: snapshot, changes, trash."""
from __future__ import annotations

from typing import Any

from flask import Response, request

from .. import logs, metrics
from ..app_parts import parts
from ..protocol import Reason, Refused, parse_change
from ..snapshot import read_trash, read_trash_translations
from ..sockets import new_notes
from ..sync import changes_since
from . import blueprint, json_response, payload, take_seat


@blueprint.get("/api/boards/<board_id>/snapshot")
def get_snapshot(board_id: str) -> Response:
    seat = take_seat(board_id)
    snapshot, own = parts().snapshots.get(board_id, seat["id"])
    etag = f"{board_id}-{snapshot.seq}-{seat['id']}"
    if etag in request.if_none_match:
        response = Response(status=304)
    elif request.accept_encodings["gzip"] > 0:
        response = Response(snapshot.gzipped(own), mimetype="application/json")
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = Response(snapshot.plain(own), mimetype="application/json")
    response.set_etag(etag)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    return response


@blueprint.get("/api/boards/<board_id>/changes")
def get_changes(board_id: str) -> Response:
    seat = take_seat(board_id)
    since = request.args.get("since", "")
    if not since.isascii() or not since.isdigit() or len(since) > 12:
        raise Refused(Reason.MALFORMED, field="since")
    return json_response(parts().database.read(changes_since, board_id, int(since), seat["id"]))


@blueprint.post("/api/boards/<board_id>/changes")
def post_change(board_id: str) -> Response:
    seat = take_seat(board_id)
    try:
        change = parse_change(payload())
        logs.add(change_id=change.change_id)
        parts().rates.require(board_id, seat["id"], new_notes(change))
    except Refused as refused:
        metrics.changes.labels(refused.reason.value).inc()
        raise
    outcome: dict[str, Any] = dict(parts().queues.submit_and_wait(board_id, seat["id"], change))
    outcome.pop("repeat", None)
    if outcome["ok"]:
        return json_response(outcome)
    details = {k: v for k, v in outcome.items() if k not in ("ok", "reason", "change_id")}
    raise Refused(Reason(outcome["reason"]), **details)


@blueprint.get("/api/boards/<board_id>/trash")
def get_trash(board_id: str) -> Response:
    seat = take_seat(board_id, "participant")
    notes = parts().database.read(read_trash, board_id, seat)
    return json_response({"notes": notes, "translations": parts().database.read(read_trash_translations, board_id, notes)})
