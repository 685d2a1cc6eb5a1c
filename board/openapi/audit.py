"""What facilitators did."""
from __future__ import annotations

from .words import answer, anything, boolean, by_name, closed, listed, operation, query, record_id, text, time

_entry = closed({"id": record_id, "at": time, "seat": text(36), "action": text(40), "target": text(80), "detail": by_name(anything)})
PATHS = {
    "/api/boards/{board_id}/audit": {"get": operation(
        "What facilitators did, newest first.", {200: answer("Up to 200 entries.", closed({"entries": listed(_entry), "more": boolean}))},
        who="facilitator", refused=(400,), parameters=(query("before", text(64), "`<at> <id>` of the oldest entry one has."),))},
    "/api/boards/{board_id}/audit.csv": {"get": operation(
        "The same for a spreadsheet.", {200: answer("With the names of seats that are still there.", {"type": "string"}, ("text/csv",))},
        who="facilitator")},
}
