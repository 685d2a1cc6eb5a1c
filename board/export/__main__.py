"""An export as a process: a job as JSON in, a line of JSON and the file out.

It has a memory, time and output of its own, and may die: what people write can end a typesetter. Run by path
(`python -I board/export/__main__.py`) it starts without the web framework that importing `board` brings.

In: `{"format", "content", "language", "scope": [kind, value], "options", "memory": bytes, "seconds"}`.
Out: `{"remarks": [[key, values], …]}`, a line break, the file. Status 3: it does not fit into the memory.
"""
from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

NO_MEMORY = 3
if not __package__:     # run by path: the packages above without their beginnings
    _here = Path(__file__).parent
    sys.path.insert(0, str(_here.parent.parent))
    _spec = importlib.machinery.ModuleSpec("board", None, is_package=True)
    _spec.submodule_search_locations = [str(_here.parent)]
    sys.modules["board"] = importlib.util.module_from_spec(_spec)
    __package__ = "board.export"

from ..bounds import bound  # noqa: E402
from .formats import FORMATS  # noqa: E402
from .job import Job  # noqa: E402
from .model import Scope  # noqa: E402
from .words import Words  # noqa: E402


def main() -> int:
    """Makes one file; the exit status."""
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    bound(asked.get("memory", 0), asked.get("seconds", 0))
    try:
        job = Job(asked["content"], Words(asked["language"]), Scope(*asked["scope"]), asked["options"])
        body = FORMATS[asked["format"]].write(job)
    except MemoryError:
        return NO_MEMORY
    sys.stdout.buffer.write(json.dumps({"remarks": job.remarks}).encode() + b"\n")
    sys.stdout.buffer.write(body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
