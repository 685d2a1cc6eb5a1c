"""Suggestions of the host's translator."""
from __future__ import annotations

from .words import answer, by_name, closed, known_language, language, listed, operation, text, whole, wish

PATHS = {
    "/api/boards/{board_id}/translator": {"get": operation(
        "From which language the host's translator translates into which. Without one: 404.",
        {200: answer("Languages without countries.", closed({"pairs": by_name(listed(text(40)))}))}, who="participant", refused=(429,))},
    "/api/boards/{board_id}/notes/{note_id}/suggestion": {"post": operation(
        "What the host's translator makes of a note; nothing is stored. Without a translator: 404. For who may translate the note.",
        {200: answer("The text, and the sum of what was translated.", closed({"text": text(3000, 1), "source": whole(0)}))},
        who="participant", body=wish({"language": known_language}, {"from": language}), refused=(409, 429))},
}
