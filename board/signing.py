"""What the server signs so that it need not remember it: cookies of devices, of the operator, of who may make boards.

One key signs; earlier ones are still believed for a while, so that a new key throws nobody out.
"""
from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Callable, Sequence
from typing import Any

import orjson

MOST = 2_000      # characters of a ticket; a cookie holds 4,096


class Signer:
    """`keys`: the one that signs, then those that are believed too."""

    def __init__(self, keys: Sequence[str], clock: Callable[[], float] = time.time) -> None:
        self._keys, self._clock = [key.encode() for key in keys], clock

    def sign(self, purpose: str, value: str) -> str:
        """The purpose, one word, is signed as well: what was made for one is worth nothing for another."""
        return _signature(self._keys[0], purpose, value)

    def holds(self, purpose: str, value: str, signature: str) -> bool:
        given = signature.encode(errors="replace")
        return any(hmac.compare_digest(given, _signature(key, purpose, value).encode()) for key in self._keys)

    def ticket(self, purpose: str, seconds: float, **claims: Any) -> str:
        """A signed text with claims that is good for some seconds. Who holds it can read it."""
        body = base64.urlsafe_b64encode(orjson.dumps({**claims, "until": self._clock() + seconds})).decode()
        return f"{body}.{self.sign(purpose, body)}"

    def read_ticket(self, purpose: str, text: str) -> dict[str, Any] | None:
        """The claims, or None for one that is forged, over, or of another purpose."""
        body, _, signature = text.partition(".")
        if not body or len(text) > MOST or not body.isascii() or not self.holds(purpose, body, signature):
            return None
        try:
            claims: dict[str, Any] = orjson.loads(base64.urlsafe_b64decode(body))
        except (binascii.Error, orjson.JSONDecodeError):
            return None
        return claims if claims.pop("until") > self._clock() else None


def _signature(key: bytes, purpose: str, value: str) -> str:
    return hmac.new(key, f"{purpose} {value}".encode(errors="surrogatepass"), hashlib.sha256).hexdigest()
