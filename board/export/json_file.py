"""JSON: everything on the board, in a documented shape that `imports.json_file` reads back without loss."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

FORMAT, VERSION = "board", 1


def write(content: dict[str, Any], _words: Callable[[str], str]) -> bytes:
    board = {name: value for name, value in content["board"].items() if name != "id"}
    return orjson.dumps({"format": FORMAT, "version": VERSION, "board": board, "themes": content["themes"],
                         "seats": content["seats"], "notes": content["notes"]}, option=orjson.OPT_INDENT_2) + b"\n"
