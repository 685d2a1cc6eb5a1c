"""The form that collects notes before a session, and the tray they land in."""
from __future__ import annotations

from ..tray import MOST_AT_ONCE
from .imports import brought
from .records import FIELDS, kind
from .words import answer, closed, language, listed, operation, record_id, text, time, whole, wish

_key = {"key": text(200)}
_theme = closed({name: FIELDS["theme"][name] for name in ("id", "title", "color", "sign")})
_note = closed({"kind": kind, "theme": record_id, "text": text(2000)})
_ids = wish({"ids": listed(record_id)})
PATHS = {
    "/api/boards/{board_id}/form": {"post": operation(
        "What the form asks, for who has its key.",
        {200: answer("The question.", closed({"title": text(120), "language": language, "question": text(600),
                                              "associations": listed(text(60)), "themes": listed(_theme)}))},
        body=wish(_key), refused=(404, 429))},
    "/api/boards/{board_id}/form/notes": {"post": operation(
        "Send notes to the tray.", {201: answer("With which they can be taken back.", closed({"batch": record_id, "secret": text(100)}))},
        body=wish({**_key, "notes": listed(_note, MOST_AT_ONCE, 1)}, {"language": language, "association": text(60)}), refused=(404, 429))},
    "/api/boards/{board_id}/form/take_back": {"post": operation(
        "Take back what was sent.", {200: answer("How many.", closed({"taken_back": whole(1)}))},
        body=wish({"batch": text(100), "secret": text(200)}), refused=(404,))},
    "/api/boards/{board_id}/tray": {"get": operation(
        "What is in the tray.",
        {200: answer("In the order it came.", closed({"notes": listed(closed({
            "id": record_id, "batch": record_id, "kind": kind, "theme": record_id, "text": text(2000), "language": language,
            "association": text(60), "created_at": time}))}))}, who="facilitator")},
    "/api/boards/{board_id}/tray/bring": {"post": operation(
        "Bring notes onto the board, as one change.", {201: answer("What was added.", brought)}, who="facilitator", body=_ids,
        refused=(409,))},
    "/api/boards/{board_id}/tray/remove": {"post": operation(
        "Throw notes of the tray away.", {200: answer("How many.", closed({"removed": whole()}))}, who="facilitator", body=_ids)},
}
