"""What the host sees of boards and does with them."""
from __future__ import annotations

from ..checkup import CHECKS, STATES
from ..hosting import MOST_SEARCH, OPERATOR_LINKS, SORTS
from .words import answer, board_id, boolean, by_name, closed, link, listed, one_of, operation, query, text, time, whole, wish

_facts = {"board": board_id, "title": text(120), "language": text(30), "created_at": time, "archived": boolean, "keep_days": whole(),
          "used_at": time, "people": whole(), "notes": whole(), "bytes": whole()}
_totals = closed({**{name: whole() for name in ("boards", "archived", "people", "notes", "database_bytes", "disk_free_bytes", "disk_bytes",
                                                "connections")}, **{name: text(40) for name in ("version", "database", "python")}})
_more = {"roles": by_name(whole()), "records": by_name(whole()), "changes": whole(), "trash": whole(),
         "links": listed(closed({"purpose": text(20), "created_at": time}))}
PATHS = {
    "/api/admin/checkup": {"get": operation(
        "How this server is set up: each thing that was looked at, and the worst of their states.",
        {200: answer("All lines.", closed({"state": one_of(*STATES), "lines": listed(closed({
            "name": one_of(*CHECKS), "state": one_of(*STATES), "found": text(20_000)}))}))}, who="operator", refused=(429,))},
    "/api/admin/boards": {"get": operation(
        "The boards by page: their sizes and times, no text of anybody's.",
        {200: answer("One page of those that match.", closed({
            "boards": listed(closed(_facts)), "found": whole(), "page": whole(1), "pages": whole(1), "totals": _totals}))},
        who="operator", refused=(400, 429), parameters=(
            query("q", text(MOST_SEARCH), "Part of a title, or a whole id or code."), query("sort", one_of(*SORTS), "By what."),
            query("order", one_of("asc", "desc"), "Which way."), query("page", whole(1, 1_000_000), "From 1 on.")))},
    "/api/admin/boards/{board_id}": {
        "get": operation("More about one.", {200: answer("Numbers.", closed({**_facts, **_more}))}, who="operator", refused=(429,)),
        "delete": operation("Delete it with everything of it.",
                            {200: answer("What was there.", closed({"board": board_id, "title": text(120), "rows": whole()}))},
                            who="operator", refused=(429,))},
    "/api/admin/boards/{board_id}/links": {"post": operation(
        "A new link for facilitators who lost theirs; the board's audit log tells of it.", {201: answer("It.", closed({"link": link}))},
        who="operator", body=wish({}, {"purpose": one_of(*OPERATOR_LINKS)}), refused=(429,))},
}
