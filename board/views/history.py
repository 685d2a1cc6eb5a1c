"""The history of a board, and taking back what went wrong."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from flask import Response

from .. import access, audit, history, repair
from ..app_parts import parts
from ..protocol import ParsedChange, Reason, Refused, is_record_id, is_whole, stamp
from . import blueprint, json_response, payload, take_seat

LONGEST = 600           # minutes that can be taken back of one person
Body = dict[str, Any]


@blueprint.get("/api/boards/<board_id>/history")
def get_history(board_id: str) -> Response:
    take_seat(board_id, "facilitator")
    return json_response(parts().database.read(history.read_history, board_id))


@blueprint.get("/api/boards/<board_id>/history/<int:seq>")
def get_moment(board_id: str, seq: int) -> Response:
    seat = take_seat(board_id, "facilitator")
    return json_response(parts().database.read(history.read_view, board_id, min(seq, 2**62), seat["id"]))


@blueprint.post("/api/boards/<board_id>/history/restore")
def post_restore(board_id: str) -> Response:
    seat = take_seat(board_id, "facilitator")
    given = _whole_numbers(payload(), {"seq"}, set())
    plan = parts().database.read(repair.plan_moment, board_id, given["seq"])
    return _repair(board_id, plan, audit.entry(board_id, seat["id"], "restore", seq=given["seq"]), whole=True)


@blueprint.post("/api/boards/<board_id>/undo")
def post_undo(board_id: str) -> Response:
    seat = take_seat(board_id, "facilitator")
    given = _whole_numbers(payload(), {"minutes"}, {"seat"})
    if not is_record_id(given["seat"]):
        raise Refused(Reason.INVALID, field="seat")
    if not 1 <= given["minutes"] <= LONGEST:
        raise Refused(Reason.LIMIT if given["minutes"] > LONGEST else Reason.INVALID, field="minutes", limit=LONGEST)
    since = stamp(datetime.now(timezone.utc) - timedelta(minutes=given["minutes"]))
    plan = parts().database.read(repair.plan_undo, board_id, given["seat"], since)
    told = audit.entry(board_id, seat["id"], "undo", given["seat"], minutes=given["minutes"])
    return _repair(board_id, plan, told, whole=False)


def _repair(board_id: str, plan: repair.Plan, told: audit.Row, *, whole: bool) -> Response:
    """`told`: the entry that tells of it; its action is the mark on the history too."""
    mark = told["action"]
    change = ParsedChange(f"{mark}-{access.new_id()}", [])
    touched: set[tuple[str, str]] = set()

    def act(context: Any) -> None:
        repair.carry_out(context, plan, mark, whole=whole)
        touched.update((step[1], step[2]["id"] if step[0] == "add" else step[2]) for step in context.steps)
    outcome = parts().queues.submit_and_wait(board_id, told["seat_id"], change, act=act, inserts=[(audit.TABLE, told)], timeout=60)
    if not outcome["ok"] and outcome.get("field") == repair.NOTHING:
        return json_response({"seq": parts().database.read(access.board_row, board_id)["seq"], "changed": 0})
    if not outcome["ok"]:
        raise Refused(Reason(outcome["reason"]), retry_after=outcome.get("retry_after", 2))
    return json_response({"seq": outcome["seq"], "changed": len(touched)})


def _whole_numbers(given: Any, numbers: set[str], others: set[str]) -> Body:
    if not isinstance(given, dict) or set(given) != numbers | others:
        raise Refused(Reason.MALFORMED)
    for name in numbers:
        if not is_whole(given[name]) or not 0 <= given[name] < 2**53:
            raise Refused(Reason.INVALID, field=name)
    return given
