"""A program of its own: asks one question of a LibreTranslate-compatible address. The question comes as JSON on its input, the answer
goes as JSON to its output.

What answers there is somebody else's: it may never end, be huge or be garbage. Here it can be ended whatever it does. It is
asked directly: no redirect is followed, no proxy of the environment is used.
"""
from __future__ import annotations

import http.client
import json
import sys
from typing import Any
from urllib.parse import urlsplit

CONNECT = 4             # seconds
ANSWER = 20             # seconds until the next part of the answer
LARGEST = 256 * 1024    # bytes of an answer
Answer = dict[str, Any]


class Failed(Exception):
    """`why`: down slow refused busy redirect garbage failed language long. `after`: seconds it asks us to wait."""

    def __init__(self, why: str, after: float = 0) -> None:
        super().__init__(why)
        self.why, self.after = why, after


def translate(question: Answer) -> Answer:
    asked = {"q": question["text"], "source": question["source"], "target": question["target"], "format": "text"}
    if question.get("key"):
        asked["api_key"] = question["key"]
    found = _call(question["url"], "POST", "/translate", asked)
    text = found.get("translatedText") if isinstance(found, dict) else None
    if not isinstance(text, str) or text.encode(errors="replace").decode() != text:     # half a character
        raise Failed("garbage")
    return {"text": text}


def languages(question: Answer) -> Answer:
    """Its languages with what each can be translated into; None: into all of them."""
    found = _call(question["url"], "GET", "/languages")
    if not isinstance(found, list) or not found:
        raise Failed("garbage")
    pairs: dict[str, list[str] | None] = {}
    for each in found[:500]:
        code, targets = (each.get("code"), each.get("targets")) if isinstance(each, dict) else (None, None)
        if not _is_code(code) or not isinstance(targets, (list, type(None))):
            raise Failed("garbage")
        pairs[str(code)] = None if targets is None else [one for one in targets[:500] if _is_code(one)]
    return {"languages": pairs}


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= 20


def _call(url: str, method: str, path: str, body: Answer | None = None) -> Any:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=CONNECT)
    try:
        connection.connect()
    except OSError as error:
        raise Failed("slow" if isinstance(error, TimeoutError) else "down") from error
    try:
        connection.sock.settimeout(ANSWER)
        headers = {"Accept": "application/json", "User-Agent": "board"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, parts.path.rstrip("/") + path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        given = answer.read(LARGEST + 1)
    except TimeoutError as error:
        raise Failed("slow") from error
    except http.client.HTTPException as error:
        raise Failed("garbage") from error
    except OSError as error:
        raise Failed("down") from error
    finally:
        connection.close()
    if answer.status != 200:
        raise _why(answer.status, given, answer.headers.get("Retry-After", ""))
    if len(given) > LARGEST:
        raise Failed("garbage")
    try:
        return json.loads(given)
    except (ValueError, RecursionError) as error:
        raise Failed("garbage") from error


def _why(status: int, given: bytes, after: str) -> Failed:
    """What a status other than 200 means. The words of the answer are looked at only to tell its 400s apart."""
    if 300 <= status < 400:
        return Failed("redirect")
    if status == 429:
        return Failed("busy", min(float(after), 300) if after.isascii() and after.isdigit() else 0)
    if status in (401, 403, 407):
        return Failed("refused")
    if status == 413:
        return Failed("long")
    if status == 400:
        words = given[:2000].decode(errors="replace").lower()
        return Failed("long" if "limit" in words else "language" if "not supported" in words or "not available" in words else "refused")
    return Failed("failed")


def main() -> None:
    question = json.load(sys.stdin)
    try:
        answer = {"translate": translate, "languages": languages}[question["ask"]](question)
    except Failed as failed:
        answer = {"why": failed.why, "after": failed.after}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
