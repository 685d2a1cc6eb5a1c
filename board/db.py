"""Engines and transactions. Everything that touches the database takes a connection from `read` or `write`.

SQLite: write-ahead log with synchronous=FULL, because NORMAL loses acknowledged edits when the power goes; what is deleted is
overwritten, because a person's words must not stay behind in the file.
Under eventlet the work runs on OS threads, each with an engine of its own (a pool would share green locks).
"""
from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool, StaticPool

from config import SettingError

from . import metrics
from .concurrency import Concurrency, native

if TYPE_CHECKING:
    from alembic.config import Config

CONNECT_WITHIN = 3.0    # seconds for PostgreSQL to take a connection
ANSWER_WITHIN = 12.0    # and to answer: longer than the statement_timeout that it is given
ASIDE = "board_before_restore"      # PostgreSQL: the schema of what was there until what a restore brings is known to be right
CUT_OFF = (f"a restore was cut off, or goes on: what was there before it is in the schema {ASIDE} of the database. To have that back: "
           f"psql -1 -c 'drop schema public cascade' -c 'alter schema {ASIDE} rename to public' (docs/operations.md, Restore)")

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """`read(work, …)` and `write(work, …)` call `work(connection, …)` inside one transaction, off the hub."""

    def __init__(self, url: str, concurrency: Concurrency) -> None:
        self.url = sa.make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.concurrency = concurrency
        self._engines: dict[int, Engine] = {}
        self._renewed: dict[Engine, float] = {}
        self._shared = None if concurrency.native_threads else make_engine(url, one_thread=concurrency.mode == "inline")
        # One writer at a time in this process: SQLite has one anyway, and waiting here is fairer than its busy loop.
        self.write_lock = concurrency.lock() if self.sqlite and concurrency.mode != "inline" else None

    def read(self, work: Callable[Concatenate[Connection, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        return self._offload(False, work, arguments, named)

    def write(self, work: Callable[Concatenate[Connection, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        if self.write_lock is None:
            return self._offload(True, work, arguments, named)
        with self.write_lock:
            return self._offload(True, work, arguments, named)

    def empty_log(self) -> None:
        """SQLite's log holds what was overwritten until it is written over: write it into the database now and empty it, if
        nobody is reading just then."""
        if self.sqlite:
            with self.write_lock or nullcontext():
                self.concurrency.offload(self._empty_log)

    def dispose(self) -> None:
        for engine in [*self._engines.values(), *([self._shared] if self._shared else [])]:
            engine.dispose()

    def _offload(self, writing: bool, work: Callable[..., T], arguments: Any, named: Any) -> T:
        try:
            found: T = self.concurrency.offload(self._run, writing, work, arguments, named)
        except sa.exc.SQLAlchemyError as error:
            metrics.database_errors.labels(type(error).__name__).inc()
            raise
        return found

    def _run(self, writing: bool, work: Callable[..., T], arguments: Any, named: Any) -> T:
        with self._engine().connect() as connection:
            options: dict[str, Any] = {"writing": writing}
            if not self.sqlite and not writing:
                options["isolation_level"] = "REPEATABLE READ"   # a snapshot is several statements
            connection = connection.execution_options(**options)
            with connection.begin():
                return work(connection, *arguments, **named)

    def _empty_log(self) -> None:
        connection = self._engine().raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        finally:
            connection.close()

    def _engine(self) -> Engine:
        if self._shared is not None:
            self._renew(self._shared)
            return self._shared
        thread = threading.get_ident()
        if thread not in self._engines:
            self._engines[thread] = make_engine(self.url, one_thread=True)
        self._renew(self._engines[thread])
        return self._engines[thread]

    def _renew(self, engine: Engine) -> None:
        """Where one line went dead without a word the others did too: none of them is waited for as long again."""
        if self._renewed.get(engine, 0.0) < _Silence.at:
            self._renewed[engine] = time.monotonic()
            engine.dispose()


def make_engine(url: str | sa.URL, *, one_thread: bool = False) -> Engine:
    """An engine with the settings durability rests on. `one_thread`: it keeps a single connection."""
    url = sa.make_url(url)
    if url.get_backend_name() == "sqlite":
        engine = sa.create_engine(url, poolclass=StaticPool if one_thread else NullPool, hide_parameters=True)     # people's words, in logs
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    more: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if one_thread else {"pool_size": 8, "max_overflow": 8}
    if url.get_driver_name() == "psycopg2":
        more["executemany_mode"] = "values_plus_batch"
        more["connect_args"] = {"options": "-c statement_timeout=10000 -c lock_timeout=3000"}
        _bound_waiting()
    return sa.create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_recycle=1800, pool_timeout=5, **more)


class _Silence:
    """When a server was last waited for in vain."""
    at = 0.0


def _bound_waiting() -> None:
    """Let psycopg2 wait for PostgreSQL, but not for ever: a server that went without a word (its power failed, a router
    forgot the line) would keep our threads until the operating system gives up, and nobody would be served."""
    from psycopg2 import OperationalError, extensions
    select = native("select")

    def wait(connection: Any) -> None:
        limit = CONNECT_WITHIN if connection.status == extensions.STATUS_SETUP else ANSWER_WITHIN
        end = time.monotonic() + limit
        while (state := connection.poll()) != extensions.POLL_OK:
            ready = select.poll()
            ready.register(connection.fileno(), select.POLLIN if state == extensions.POLL_READ else select.POLLOUT)
            if not ready.poll(max(0.0, end - time.monotonic()) * 1000):
                _Silence.at = time.monotonic()
                raise OperationalError(f"no word from the server within {limit:g} s")
    extensions.set_wait_callback(wait)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None     # transactions are begun below, with the lock they need
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that begins reading and then writes gets SQLITE_BUSY without any wait.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def migrations() -> Config:
    """Where they are, for Alembic, which serving does not need once it has begun."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def migrate(url: str) -> None:
    """Bring the database to the newest schema, creating it if need be. Raises SettingError where a restore was cut off: people
    would find an empty place, and what they wrote would lie beside it."""
    from alembic import command

    config = migrations()
    engine = make_engine(url, one_thread=True)
    try:
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            if ASIDE in sa.inspect(connection).get_schema_names():
                raise SettingError(f"BOARD_DATABASE_URL: {CUT_OFF}")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
