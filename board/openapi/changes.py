"""The board's content, and changing it."""
from __future__ import annotations

from .words import answer, boolean, change_id, closed, listed, operation, or_null, query, record_id, ref, text, time, whole

_trashed = {"allOf": [{"type": "object", "required": ["id", "deleted_at", "deleted_by"],
                       "properties": {"deleted_at": time, "deleted_by": or_null(text(36))}}]}
_translated = closed({"note": record_id, "language": text(35), "text": text(3000), "machine": boolean, "source": whole()})
PATHS = {
    "/api/boards/{board_id}/snapshot": {"get": operation(
        "The whole board at one number.",
        {200: answer("`own` holds what only this seat sees, and takes the place of records of the same id.",
                     closed({"seq": whole(), "records": ref("Records"), "own": ref("Records")}),
                     headers={"ETag": {"schema": {"type": "string"}, "description": "For If-None-Match."}}),
         304: answer("Not changed since.")}, who="viewer")},
    "/api/boards/{board_id}/changes": {
        "get": operation(
            "All that the seat may see of up to 1,000 numbers.",
            {200: answer("From `since` + 1 on.", closed({"seq": whole(), "changes": listed(ref("ChangeBack"))}))}, who="viewer",
            parameters=(query("since", whole(0, 999_999_999_999), "The number one is at.", required=True),), refused=(400, 410)),
        "post": operation(
            "Change the board. The same `change_id` again has no second effect and gets the first answer.",
            {200: answer("Applied, and durable.", closed({"change_id": change_id, "ok": {"const": True}, "seq": whole(1)}))}, who="viewer",
            body=ref("Change"), refused=(409, 429))},
    "/api/boards/{board_id}/trash": {"get": operation(
        "Deleted notes, newest first; a facilitator's holds all, others' their own.",
        {200: answer("Notes with who deleted them when.", closed({
            "notes": listed(_trashed), "translations": listed(_translated)}))}, who="participant")},
}
