"""The words the pages show, from the catalogue: tests look for what people see and survive a better wording."""

from __future__ import annotations

import json
from pathlib import Path

CATALOGUES = Path(__file__).parents[2] / "static" / "i18n"
_read: dict[str, dict] = {}


def say(key: str, language: str = "en", **values: object) -> str:
    words = _read.setdefault(language, json.loads((CATALOGUES / f"{language}.json").read_text("utf-8")))[key]
    if isinstance(words, dict):
        words = words["one"] if values.get("count") == 1 else words["other"]
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words
