"""Runs seeds: `python -m fuzz.runs 1234` (in tests/) tells what one does; `Runner` keeps a server for many."""
from __future__ import annotations

import functools
import logging
import shutil
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import leftovers

from board import db

from .judge import faults
from .server import Server, short_memory
from .world import World

CLIENT_BREAKS = frozenset({"gap", "resend", "catch-up", "repeats", "own"})
KEPT = Path(__file__).with_name("seeds.txt")


def kept_seeds() -> list[int]:
    """Seeds that once failed, one a line with the reason behind it."""
    lines = (line.partition("#")[0].strip() for line in KEPT.read_text().splitlines())
    return [int(line) for line in lines if line]


def _new_folder() -> Path:
    memory = Path("/dev/shm")
    return leftovers.folder("fuzz", str(memory) if memory.is_dir() else None)


@functools.cache
def _migrated() -> Path:
    """Made once in a process, and copied."""
    path = _new_folder() / "board.db"
    db.migrate(f"sqlite:///{path}")
    return path


class Runner:
    """A folder with a database, in memory where there is such a place: the disk's own time is not what is tested."""

    def __init__(self, broken: Iterable[str] = ()) -> None:
        logging.getLogger("board").setLevel(logging.CRITICAL)        # failing commits are the point here
        self.broken = frozenset(broken)
        self._folder = _new_folder()
        shutil.copy(_migrated(), self._folder / "board.db")
        self._server = Server(self._folder, self.broken)

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.stop()
        shutil.rmtree(self._folder)
        logging.getLogger("board").setLevel(logging.NOTSET)

    def run(self, seed: int) -> list[str]:
        """What went wrong."""
        world = self.play(seed)
        return faults(world)

    def play(self, seed: int) -> World:
        small = seed % 3 == 0
        with short_memory(6 if small else 1000, 3 if small else 200, 3 if seed % 5 < 2 else 200, self.broken):
            world = World(self._server, seed, self.broken & CLIENT_BREAKS)
            world.runs()
        return world

    def catches(self, seed: int) -> bool:
        """For a run with something broken: was it noticed?"""
        try:
            return bool(self.run(seed))
        except (AssertionError, KeyError, ValueError, IndexError):      # a client that fell over is noticed, too
            self._server.dies()
            return True


def run_seeds(seeds: Iterable[int]) -> dict[int, list[str]]:
    """The seeds that failed, with what went wrong. For a process of its own."""
    found = {}
    with Runner() as runner:
        for seed in seeds:
            try:
                found[seed] = runner.run(seed)
            except Exception:
                found[seed] = [traceback.format_exc()]
                break
    return {seed: wrong for seed, wrong in found.items() if wrong}


if __name__ == "__main__":
    print(run_seeds(map(int, sys.argv[1:])) or "good")
