"""SQLite: a consistent copy while others write, judged by SQLite itself, and put in place of what is there."""
from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from ..db import migrate
from .archive import BackupError, sync_folder
from .digest import Figures, figures

NAME = "board.db"


def path_of(url: str) -> Path:
    return Path(sa.make_url(url).database or "")


def copy(url: str, place: Path) -> Path:
    """One reading transaction copies all of it and holds up nobody; deleted rows do not come along."""
    made = place / NAME
    os.close(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    source = sqlite3.connect(_read_only(path_of(url)), uri=True, isolation_level=None, timeout=30)
    source.set_progress_handler(lambda: 0, 100_000)     # signals are heard in between
    try:
        source.execute("VACUUM INTO ?", (str(made),))
    except sqlite3.Error as error:
        raise BackupError(f"The database could not be copied: {error}") from None
    finally:
        source.close()
    with made.open("rb") as file:
        os.fsync(file.fileno())
    return made


def judge(file: Path) -> Figures:
    """The figures of a database that is whole. Raises BackupError for one that is not."""
    engine = sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(_read_only(file), uri=True), poolclass=sa.NullPool)
    try:
        with engine.connect() as connection:
            problems = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(3)") if row[0] != "ok"]
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(3)
            problems += [f"{row[0]} row {row[1]} without its {row[2]}" for row in orphans]
            if problems:
                raise BackupError(f"The database is damaged: {'; '.join(problems)}")
            return figures(connection)
    except sa.exc.SQLAlchemyError as error:
        raise BackupError(f"The database is damaged: {getattr(error, 'orig', None) or error}") from None


def put(url: str, file: Path) -> None:
    """Bring a judged database to the newest schema and put it where the board looks for it."""
    target = path_of(url)
    _require_stopped(target)
    migrate(f"sqlite:///{file}")
    for ending in ("-wal", "-shm"):     # of the one that was there
        Path(f"{target}{ending}").unlink(missing_ok=True)
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
    os.replace(file, target)
    sync_folder(target.parent)


def _require_stopped(target: Path) -> None:
    """A connection that somebody else has open keeps the log from being left off."""
    if not target.exists():
        return
    connection = sqlite3.connect(target, timeout=0)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise BackupError("The board is running. Stop it first.") from None
    finally:
        connection.close()


def _read_only(path: Path) -> str:
    return f"file:{quote(str(path))}?mode=ro"
