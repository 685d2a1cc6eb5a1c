"""Bounds of the processes that make and read files: they may fail, and nobody else should feel it."""
from __future__ import annotations

import os
import resource


def bound(memory: int, seconds: int) -> None:
    """No more bytes of memory and seconds of computing than this (0: no bound), no image of a dead process on the disk, and
    after everybody else."""
    os.nice(19)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
