"""Any moment of the session, restoring one, taking back what somebody did."""
from __future__ import annotations

from .words import answer, closed, listed, operation, record_id, ref, text, time, whole, wish

_changed = answer("As a new change; nothing to do is `changed` 0.", closed({"seq": whole(), "changed": whole()}))
PATHS = {
    "/api/boards/{board_id}/history": {"get": operation(
        "The line of the session.",
        {200: answer("Up to 200 points, and marks before what deserves a name.", closed({
            "from": whole(), "seq": whole(), "points": listed(closed({"seq": whole(), "at": time})),
            "marks": listed(closed({"seq": whole(), "at": time, "reason": text(20)}))}))}, who="facilitator")},
    "/api/boards/{board_id}/history/{seq}": {"get": operation(
        "The board at that number as this seat may see it now.",
        {200: answer("Records.", closed({"seq": whole(), "at": time, "records": ref("Records")}))}, who="facilitator", refused=(400, 410))},
    "/api/boards/{board_id}/history/restore": {"post": operation(
        "The content of that moment again; private and hidden notes, people, votes and agenda stay.", {200: _changed}, who="facilitator",
        body=wish({"seq": whole(0, 2**53 - 1)}), refused=(409, 410))},
    "/api/boards/{board_id}/undo": {"post": operation(
        "Take back what a seat did in the last minutes and nobody has changed since.", {200: _changed}, who="facilitator",
        body=wish({"seat": record_id, "minutes": whole(1, 600)}), refused=(409, 410))},
}
