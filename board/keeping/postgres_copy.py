"""PostgreSQL: its own programs make and read the copy; the figures are taken in the very snapshot that is copied."""
from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from ..db import ASIDE, CUT_OFF, make_engine, migrate
from ..models import Base
from .archive import BackupError
from .digest import Figures, figures

NAME = "postgresql.dump"
GONE_WITHIN = 3.0       # seconds for connections of our own that were just closed to be gone
OTHERS = sa.text("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
                 "and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend'")


def copy(url: str, place: Path) -> tuple[Path, Figures]:
    """A dump in PostgreSQL's own format and the figures of the same moment."""
    program, made = _program("pg_dump"), place / NAME
    engine = make_engine(url, one_thread=True)
    try:
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
            connection.execute(sa.text("set local statement_timeout = 0"))
            snapshot = connection.execute(sa.text("select pg_export_snapshot()")).scalar_one()
            _run(url, program, _database(url), "--format=custom", "--no-owner", "--no-privileges",
                 f"--snapshot={snapshot}", f"--file={made}")
            found = figures(connection)
    finally:
        engine.dispose()
    with made.open("rb") as file:
        os.fsync(file.fileno())
    return made, found


def judge(file: Path) -> str:
    """Whether the dump can be read to its end: "" if so, else why that could not be looked at. Raises BackupError."""
    try:
        program = _program("pg_restore")
    except BackupError as error:
        return str(error)
    _run("", program, "--file=/dev/null", str(file))
    return ""


def put(url: str, file: Path, known: Figures) -> None:
    """Restore beside what is there, compare, then let the old go and bring the new to the newest schema."""
    program = _program("pg_restore")
    engine = make_engine(url, one_thread=True)
    try:
        _require_stopped(engine)
        with engine.begin() as connection:
            if ASIDE in sa.inspect(connection).get_schema_names():
                raise BackupError(CUT_OFF)
            _move(connection, "public", ASIDE)
        try:
            _run(url, program, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", _database(url), str(file))
            with engine.begin() as connection:
                if figures(connection) != known:
                    raise BackupError("What was restored is not what was backed up")
                connection.execute(sa.text(f"drop schema {ASIDE} cascade"))
        except BaseException:
            with engine.begin() as connection:
                for name in _tables(connection, "public"):
                    connection.execute(sa.text(f'drop table public."{name}" cascade'))
                _move(connection, ASIDE, "public")
                connection.execute(sa.text(f"drop schema {ASIDE}"))
            raise
    finally:
        engine.dispose()
    migrate(url)


def _require_stopped(engine: Engine) -> None:
    end = time.monotonic() + GONE_WITHIN
    while others := _count_others(engine):
        if time.monotonic() > end:
            raise BackupError(f"The board is running: there are {others} other connections to its database. Stop it first, and what "
                              "else is connected.")
        time.sleep(0.1)


def _count_others(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(OTHERS).scalar_one())


def _move(connection: Connection, from_schema: str, to_schema: str) -> None:
    connection.execute(sa.text(f"create schema if not exists {to_schema}"))
    for name in _tables(connection, from_schema):
        connection.execute(sa.text(f'alter table {from_schema}."{name}" set schema {to_schema}'))


def _tables(connection: Connection, schema: str) -> list[str]:
    ours = {*Base.metadata.tables, "alembic_version"}
    return sorted(ours & set(sa.inspect(connection).get_table_names(schema=schema)))


def _program(name: str) -> str:
    """Of several installed the newest: an older one cannot read a newer server."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(installed[-1]) if installed else shutil.which(name)
    if not found:
        raise BackupError(f"{name} is not installed. It comes with PostgreSQL's client programs (Debian: postgresql-client)")
    return found


def _database(url: str) -> str:
    """The address for PostgreSQL's programs, without the password, which others could see in the list of processes."""
    given = sa.make_url(url)
    plain = sa.URL.create("postgresql", given.username, None, given.host, given.port, given.database, given.query)
    return f"--dbname={plain.render_as_string()}"


def _run(url: str, program: str, *arguments: str) -> None:
    password = sa.make_url(url).password if url else None
    environment = {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # nosec B603  # no shell, its own programs
    if done.returncode:
        raise BackupError(f"{Path(program).name} failed: {done.stderr.strip()[-500:]}")
