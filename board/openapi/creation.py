"""Who may make boards."""
from __future__ import annotations

from .words import answer, boolean, closed, one_of, operation, text, wish

_let_in = closed({"mode": one_of("open", "passphrase", "oidc"), "may": boolean})
PATHS = {
    "/api/creation": {
        "get": operation("Who may make boards here, and may this device?", {200: answer("So it is.", _let_in)}),
        "post": operation(
            "Show the passphrase, to be remembered on this device by a cookie. A program may show it with each request instead, as "
            "`X-Board-Passphrase`.", {200: answer("Let in.", _let_in)}, body=wish({"passphrase": text(200)}), refused=(404, 429))},
    "/api/creation/forget": {"post": operation("Forget that this device may.", {200: answer("Forgotten.", closed({}))})},
}
