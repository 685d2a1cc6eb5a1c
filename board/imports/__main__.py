"""Reading a file as a process: what people bring is unpacked and parsed with bounds of memory and time.

Run by path (`python -I board/imports/__main__.py`) it starts without the web framework that importing `board` brings.

In: `{"filename", "options", "memory": bytes, "seconds"}` in one line, then the file.
Out: `{"proposal": …}`, see `reader`; or `{"error": {"reason", …}}` with status 2. Status 3: it does not fit into the memory.
"""
from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

BAD_FILE, NO_MEMORY = 2, 3
if not __package__:     # run by path: the packages above without their beginnings
    _here = Path(__file__).parent
    sys.path.insert(0, str(_here.parent.parent))
    _spec = importlib.machinery.ModuleSpec("board", None, is_package=True)
    _spec.submodule_search_locations = [str(_here.parent)]
    sys.modules["board"] = importlib.util.module_from_spec(_spec)
    __package__ = "board.imports"

from ..bounds import bound  # noqa: E402
from .reader import read  # noqa: E402
from .sheet import BadFile  # noqa: E402


def main() -> int:
    """Answers once; the exit status."""
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    bound(asked.get("memory", 0), asked.get("seconds", 0))
    try:
        answer, status = json.dumps({"proposal": read(sys.stdin.buffer.read(), asked.get("filename", ""), asked.get("options", {}))}), 0
    except BadFile as bad:
        answer, status = json.dumps({"error": bad.answer()}), BAD_FILE
    except MemoryError:
        return NO_MEMORY
    sys.stdout.write(answer + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
