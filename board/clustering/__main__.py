"""Suggestions as a process: `{"notes": […], "language": "en", "model": directory or null}` in, `{"suggestions": […]}` out.

Run by path (`python -I board/clustering/__main__.py`) it starts without the web framework that importing `board` brings;
`python -m board.clustering` does the same, half a second later. Bad input ends with `{"error": …}` and status 2, a model
that cannot be used with status 3.
"""
from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

BAD_INPUT, NO_MODEL = 2, 3
if not __package__:     # run by path: this package by itself
    _spec = importlib.util.spec_from_file_location("clustering", Path(__file__).with_name("__init__.py"))
    assert _spec and _spec.loader      # noqa: S101  # nosec B101  # the file lies beside this one
    sys.modules["clustering"] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules["clustering"])
    __package__ = "clustering"

from . import providers, suggest  # noqa: E402


class BadInput(Exception):
    """What came in is not what is asked for; the message says what is wrong."""


def main() -> int:
    """Answers once; the exit status."""
    try:
        notes, language, model = parse(sys.stdin.buffer.read())
        provider = providers.load(model) if model else None
        answer: dict[str, Any] = {"suggestions": [made.as_dict() for made in suggest(notes, provider=provider, language=language)]}
        status = 0
    except BadInput as error:
        answer, status = {"error": str(error)}, BAD_INPUT
    except (providers.ModelError, ValueError) as error:
        answer, status = {"error": str(error)}, NO_MODEL
    sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    return status


def parse(body: bytes) -> tuple[list[dict[str, Any]], str, str | None]:
    """Notes, language of the titles and model directory. Raises BadInput."""
    try:
        asked = json.loads(body)
    except ValueError as error:
        raise BadInput("not JSON") from error
    if not isinstance(asked, dict):
        raise BadInput("not a JSON object")
    notes, language, model = asked.get("notes"), asked.get("language", "en"), asked.get("model")
    if not isinstance(notes, list):
        raise BadInput("notes: a list is needed")
    for at, note in enumerate(notes):
        if not isinstance(note, dict) or not all(isinstance(note.get(name), str) for name in ("id", "theme", "text")) \
                or not isinstance(note.get("language") or "", str):
            raise BadInput(f"notes[{at}]: id, theme and text have to be strings, and language when there is one")
    if len({note["id"] for note in notes}) != len(notes):
        raise BadInput("notes: an id occurs twice")
    if not isinstance(language, str) or not (model is None or isinstance(model, str)):
        raise BadInput("language has to be a string, model a directory or null")
    return notes, language, model or None


if __name__ == "__main__":
    sys.exit(main())
