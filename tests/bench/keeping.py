"""Seconds that a backup, its verification, a restore, an erasure and a shortened history take: `python tests/bench/keeping.py`.

Boards with notes of twelve words, each added and then changed once, so that the history has twice as many changes. On SQLite, or with
`--postgres` on a PostgreSQL of its own. Seconds go with the machine and with what else it does; those of computing less so.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

import leftovers  # noqa: E402

from board import create_app, db  # noqa: E402
from board.keeping import backup  # noqa: E402
from board.keeping.backup import Place  # noqa: E402
from board.keeping.purge import purge  # noqa: E402
from board.protocol import stamp  # noqa: E402
from board.sync import Submission, commit_group  # noqa: E402
from config import Settings  # noqa: E402
from hall import Hall, Person  # noqa: E402
from live.servers import Postgres  # noqa: E402

TEXT = "Number {}: no census for years, nobody knows how many live in here"
AT_ONCE = 100       # notes in one transaction as the boards are filled


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--boards", type=int, default=1)
    given.add_argument("--notes", type=int, default=10_000, help="on each board")
    given.add_argument("--postgres", action="store_true")
    chosen = given.parse_args()
    folder = leftovers.folder("keeping")
    with databases(folder, chosen.postgres) as address:
        used, there = (Place(folder / name, address(name)) for name in ("used", "there"))
        for place in (used, there):
            place.data.mkdir()
        db.migrate(used.database)
        app = opens(used)
        people = [fill(app, chosen.notes) for _ in range(chosen.boards)]
        app.extensions["board"].database.dispose()
        print(f"{chosen.boards} boards, {chosen.notes:,} notes and {2 * chosen.notes:,} changes each, {os.cpu_count()} cores, "
              f"load {os.getloadavg()[0]:.1f}" + (f", board.db {size(used.data / 'board.db')}" if used.sqlite else ", PostgreSQL"))
        file = folder / "board.backup"
        timed("backup", lambda: backup.make(used, file, version="1"))
        print(f"  the file: {size(file)}")
        timed("verify", lambda: backup.verify(file))
        timed("restore", lambda: backup.restore(there, file))
        # The last board's: all ways to let go of it, one after the other on copies of the same.
        for number, (name, act) in enumerate(ACTS.items()):
            copy = Place(folder / f"copy{number}", address(f"copy{number}"))
            copy.data.mkdir()
            backup.restore(copy, file)
            app = opens(copy)
            timed(name, lambda act=act, app=app: act(app, people[-1]))
            app.extensions["board"].database.dispose()


@contextlib.contextmanager
def databases(folder: Path, postgres: bool) -> Iterator[Callable[[str], str]]:
    """The address of a database by name."""
    if not postgres:
        yield lambda name: f"sqlite:///{folder / name / 'board.db'}"
        return
    with Postgres() as cluster:
        yield cluster.database


def opens(place: Place) -> Any:
    return create_app(Settings(data=place.data, database_url="" if place.sqlite else place.database, async_mode="inline",
                               rate_changes=0, rate_notes=0, rate_boards=0))


def fill(app: Any, notes: int) -> Person:
    """A new board, and who wrote everything on it."""
    parts, board = app.extensions["board"], Hall(app).makes_board(themes=[{"id": "data", "title": "Data"}])
    board.seats("Fatima", role="facilitator", joins=False)
    ana = board.seats("Ana", joins=False)
    for start in range(0, notes, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, notes))
        steps: list[Any] = [["add", "note", {"id": f"n{each}", "kind": "challenge", "theme": "data", "text": TEXT.format(each)}]
                            for each in numbers]
        steps += [["set", "note", f"n{each}", {"sdgs": [11]}] for each in numbers]
        group = [Submission(ana.seat, f"c{start}-{number}", [step], lambda _: None) for number, step in enumerate(steps)]
        done = parts.database.write(commit_group, board.id, group, {"notes": notes, "keep_days": 0})
        assert all(outcome["ok"] for outcome in done.outcomes), done.outcomes[0]
    return ana


def erases(kept: str) -> Callable[[Any, Person], None]:
    def act(app: Any, ana: Person) -> None:
        answer = app.test_client().delete(
            f"/api/boards/{ana.board.id}/seats/me?notes={kept}", headers={"Authorization": f"Bearer {ana.token}"})
        assert answer.status_code == 200, answer.text
    return act


def shortens(app: Any, _ana: Person) -> None:
    done = purge(app.extensions["board"], stamp(datetime.now(timezone.utc) + timedelta(days=400)))
    assert done.history, done


ACTS = {"erasure of one who wrote all of a board, notes stay": erases("keep"), "the same, notes go": erases("delete"),
        "history of all boards shortened": shortens}


def timed(name: str, act: Callable[[], Any]) -> None:
    began, worked = time.monotonic(), computing()
    act()
    print(f"{name}: {time.monotonic() - began:.1f} s, of which {computing() - worked:.1f} s computing", flush=True)


def computing() -> float:
    """Of this process and the programs it called."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
