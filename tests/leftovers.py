"""Folders of tests and benches in the system's temporary directory, which go also when the process that made them was ended."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import tempfile
import threading
from pathlib import Path

_OWNED = re.compile(r"-(\d+)-[^-]+$")


def folder(name: str, place: str | None = None) -> Path:
    """A new one, `board-<name>-<process>-…`, gone when this process ends; those of processes that ended without a chance to
    clean up go now. Who is asked to end (by `timeout`, say) leaves its `with` blocks and fixtures as after Ctrl+C."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    parent = Path(place or tempfile.gettempdir())
    for old in parent.glob(f"board-{name}-*"):
        owner = _OWNED.search(old.name)
        if owner and not _lives(int(owner[1])):
            shutil.rmtree(old, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"board-{name}-{os.getpid()}-", dir=parent))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
