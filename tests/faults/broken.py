"""Servers broken on purpose, which the checker must find out: `BOARD_TEST_BREAK` names how."""
from __future__ import annotations

import os
import random
import sys
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
import eventlet

eventlet.monkey_patch()      # as run.py does when it is the program

import run
from board import db, sockets, sync

_commit_group, _prepare_sqlite, _rng = sync.commit_group, db._prepare_sqlite, random.Random(1)


def no_dedup() -> None:
    """What was sent twice is done twice."""
    sync._known_outcomes = lambda connection, board_id, group: _Forgetful()

    prepare = run.prepare

    def without_rule(settings: Any) -> Any:
        app = prepare(settings)

        def drop(connection: Any) -> None:
            (made,) = connection.exec_driver_sql("select sql from sqlite_master where name = 'changes'").one()
            connection.exec_driver_sql("create table copied as select * from changes")
            connection.exec_driver_sql("drop table changes")
            kept = [line for line in made.split("\n") if "UNIQUE" not in line.upper()]
            connection.exec_driver_sql("\n".join(kept).replace(", \n)", "\n)"))
            connection.exec_driver_sql("insert into changes select * from copied")
            connection.exec_driver_sql("drop table copied")
        app.extensions["board"].database.write(drop)
        return app
    run.prepare = without_rule


class _Forgetful(dict[Any, Any]):
    def __contains__(self, key: object) -> bool:
        return False


def write_lost() -> None:
    """Now and then a change is acknowledged and sent to all, and not stored."""
    def commit(connection: Any, board_id: str, group: list[Any], *more: Any) -> Any:
        if _rng.random() > 0.05 or any(each.act for each in group):      # the doors are well
            return _commit_group(connection, board_id, group, *more)
        nested = connection.begin_nested()
        done = _commit_group(connection, board_id, group, *more)
        nested.rollback()
        return done
    sync.commit_group = commit


def messages_lost() -> None:
    """Every tenth message to a board never leaves: what people miss they must ask for."""
    send = sockets.Sockets.send

    def forgetful(self: Any, board_id: str, event: str, message: Any) -> None:
        if event != "changes" or not message.get("changes") or _rng.random() > 0.1:
            send(self, board_id, event, message)
    sockets.Sockets.send = forgetful     # type: ignore[method-assign]


def not_durable() -> None:
    """Commits are not waited for."""
    def prepare(connection: Any, record: Any) -> None:
        _prepare_sqlite(connection, record)
        connection.execute("PRAGMA synchronous=OFF").close()
    db._prepare_sqlite = prepare


BREAKS = {"no dedup": no_dedup, "write lost": write_lost, "messages lost": messages_lost, "not durable": not_durable}

if __name__ == "__main__":
    BREAKS[os.environ["BOARD_TEST_BREAK"]]()
    raise SystemExit(run.main())
