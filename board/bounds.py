"""Bounds of the processes that make and read files: they may fail, and nobody else should feel it."""
from __future__ import annotations

import os
import resource


def bound(memory: int, seconds: int) -> None:
    """No more bytes of memory and seconds of computing than this (0: no bound), no image of a dead process on the disk, and
    after everybody else."""
    os.nice(19)
    if hasattr(os, "SCHED_IDLE"):       # gives way at once to whatever wakes up; a low priority alone is waited for a few milliseconds
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
