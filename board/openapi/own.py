"""A person's own: all that is kept about them, and their seat erased."""
from __future__ import annotations

from .words import answer, anything, by_name, closed, listed, one_of, operation, query, text, time, whole

_record = by_name(anything)
_all = closed({
    "board": closed({"id": text(36), "title": text(120), "created_at": time, "keep_days": whole()}), "seat": _record,
    **{name: listed(_record) for name in ("notes", "comments", "reactions", "translations", "votes", "exports", "audit")},
    "devices": listed(closed({"created_at": time})), "changes": listed(closed({"seq": whole(1), "at": time})), "refused": whole()})
PATHS = {
    "/api/boards/{board_id}/seats/me/data": {"get": operation(
        "All that is kept about one's seat.", {200: answer("Records as they are stored.", _all)}, who="viewer")},
    "/api/boards/{board_id}/seats/{seat_id}": {"delete": operation(
        "Erase one's seat (`me`), or as a facilitator that of somebody who asked for it.", {200: answer("Done.", closed({}))}, who="viewer",
        refused=(400, 409), parameters=(
            query("notes", one_of("keep", "delete"), "What becomes of the notes.", required=True),))},
}
