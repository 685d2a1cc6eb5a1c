"""Making boards, their links and QR codes."""
from __future__ import annotations

from .. import access
from ..ready import READY
from .records import FIELDS
from .words import answer, board_id, closed, language, link, listed, one_of, operation, path, text, wish

SVG = ("image/svg+xml",)
links = closed(dict.fromkeys(access.PURPOSES, link))
made = closed({"board": board_id, "code": text(8, 8), "links": links})
new_theme = wish({"title": text(80, 1)}, {name: FIELDS["theme"][name] for name in ("id", "color", "sign")})
PATHS = {
    "/api/boards": {"post": operation(
        "Make a board.", {201: answer("Its links: whoever has one may come in.", made)},
        body=wish({"title": text(120, 1)}, {"language": language, "template": one_of(*READY), "themes": listed(new_theme, 20, 1),
                                            "passphrase": text(200)}), refused=(429,))},
    "/api/boards/import": {"post": operation(
        "Make a board of our own JSON export.", {201: answer("As a new board.", made)},
        body={"type": "object", "required": ["format", "version", "board"], "description": "See docs/formats.md."}, refused=(429,))},
    "/api/boards/{board_id}/links/{purpose}": {"post": operation(
        "Replace a link or the code; the old one stops working.",
        {201: answer("The new one.", closed({"link": link, "code": text(8, 8)}, ("code",)))}, who="facilitator",
        parameters=(path("purpose", one_of(*access.PURPOSES, access.FORM, "code"), "Which one."),))},
    "/api/boards/{board_id}/qr.svg": {"get": operation(
        "The join link that carries the code, as a QR code.", {200: answer("A picture.", {"type": "string"}, SVG)}, who="participant")},
    "/api/qr": {"post": operation(
        "A join link of this site as a QR code.", {200: answer("A picture.", {"type": "string"}, SVG)}, body=wish({"link": text(300)}))},
}
