"""PostgreSQL in trouble: stopped, slow, cut off in the middle of a commit, read-only, without connections to give."""
from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable

import sqlalchemy as sa

from live.process import LiveServer
from live.servers import Postgres

from .proxy import Direction, FaultProxy
from .registry import scenario
from .stage import Stage
from .swarm import Swarm, until

GROUP = "PostgreSQL"
TOLD = "told `storage` meanwhile; lost 0, twice 0, all alike within 5 s, without a restart"


async def serves_on(stage: Stage, *options: str, by_proxy: bool = False,
                    **settings: object) -> tuple[LiveServer, Postgres, str, FaultProxy | None]:
    """A board on a PostgreSQL of its own; with `by_proxy` it reaches it through one."""
    postgres = await asyncio.to_thread(Postgres, *options)
    stage.later(asyncio.to_thread, postgres.remove)
    await asyncio.to_thread(postgres.start)
    database = await asyncio.to_thread(postgres.database, "faults")
    proxy = await stage.proxy(postgres.port) if by_proxy else None
    through = database.replace(f":{postgres.port}/", f":{proxy.port}/") if proxy else database
    server = await stage.serves(BOARD_DATABASE_URL=through, **settings)
    return server, postgres, database, proxy


def ask(url: str, *statements: str) -> None:
    """As the administrator, each by itself."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(sa.text(statement))
    finally:
        engine.dispose()


def _enter(name: str, done: str, spoil: Callable[[Stage, Swarm, Postgres, str], Awaitable[None]], *options: str, told: bool = True) -> None:
    @scenario(name, GROUP, done, TOLD if told else TOLD.partition("; ")[2])
    async def play(stage: Stage) -> None:
        server, postgres, database, _ = await serves_on(stage, *options)
        swarm = await stage.gathers(server)

        async def fault() -> None:
            await spoil(stage, swarm, postgres, database)
        await stage.endures(swarm, fault, database=database)
        assert not told or swarm.was_told, "nobody was told"


async def _stops(stage: Stage, swarm: Swarm, postgres: Postgres, database: str) -> None:
    await asyncio.to_thread(postgres.stop)
    await swarm.is_told()
    await asyncio.sleep(stage.times(8, 1))
    await asyncio.to_thread(postgres.start)


async def _restarts(stage: Stage, swarm: Swarm, postgres: Postgres, database: str) -> None:
    for _ in range(stage.times(5, 1)):
        await asyncio.to_thread(postgres.stop, "fast")
        await asyncio.to_thread(postgres.start)
        await asyncio.sleep(2)


async def _reads_only(stage: Stage, swarm: Swarm, postgres: Postgres, database: str) -> None:
    await asyncio.to_thread(ask, postgres.url, "alter system set default_transaction_read_only = on", "select pg_reload_conf()")
    await swarm.is_told()
    await asyncio.to_thread(swarm.server.notes, swarm.people[-1].seat)
    await asyncio.sleep(stage.times(8, 1))
    await asyncio.to_thread(ask, postgres.url, "set default_transaction_read_only = off",
                            "alter system reset default_transaction_read_only", "select pg_reload_conf()")


async def _has_no_connections(stage: Stage, swarm: Swarm, postgres: Postgres, database: str) -> None:
    """Others take every connection there is; the board's own are ended."""
    held: list[sa.Connection] = []
    engine = sa.create_engine(postgres.url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")

    def take() -> None:
        with contextlib.suppress(sa.exc.OperationalError):
            while True:
                held.append(engine.connect())

    def drive_out() -> None:
        held[0].execute(sa.text("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'faults'"))
    await asyncio.to_thread(take)
    for _ in range(10):
        await asyncio.to_thread(drive_out)
        await asyncio.to_thread(take)
    await swarm.is_told()
    await asyncio.sleep(stage.times(6, 1))
    for each in held:
        await asyncio.to_thread(each.close)


async def _is_locked(stage: Stage, swarm: Swarm, postgres: Postgres, database: str) -> None:
    """Somebody else holds the boards' rows."""
    engine = sa.create_engine(database)
    connection = await asyncio.to_thread(engine.connect)
    await asyncio.to_thread(connection.execute, sa.text("select 1 from boards for update"))
    await swarm.is_told()
    await asyncio.sleep(stage.times(4, 1))
    await asyncio.to_thread(connection.rollback)
    await asyncio.to_thread(connection.close)
    engine.dispose()


_enter("pg-stopped", "PostgreSQL is stopped as by a crash (immediate) and is back after 10 s", _stops)
_enter("pg-restarted", "PostgreSQL is restarted 5 times, 2 s apart", _restarts, told=False)
_enter("pg-read-only", "PostgreSQL takes no writes for 8 s (default_transaction_read_only)", _reads_only)
_enter("pg-no-connections", "others hold all of PostgreSQL's connections for 6 s and the board's are ended", _has_no_connections,
       "max_connections=20")
_enter("pg-locked", "another program locks the boards' rows for some 7 s", _is_locked)


@scenario("pg-slow", GROUP, "100 ± 50 ms each way between board and PostgreSQL for 15 s")
async def pg_slow(stage: Stage) -> None:
    server, _, database, proxy = await serves_on(stage, by_proxy=True)
    swarm = await stage.gathers(server)
    assert proxy

    async def fault() -> None:
        proxy.up, proxy.down = Direction(delay=0.1, jitter=0.05), Direction(delay=0.1, jitter=0.05)
        await asyncio.sleep(stage.times(15, 4))
        proxy.heal()
    await stage.endures(swarm, fault, database=database)


@scenario("pg-cut", GROUP, "the line between board and PostgreSQL is cut after COMMIT and before its answer, 20 times",
          "nobody knows whether it was stored, and yet: lost 0, twice 0, all alike within 5 s")
async def pg_cut(stage: Stage) -> None:
    server, _, database, proxy = await serves_on(stage, by_proxy=True)
    swarm, cuts = await stage.gathers(server), stage.times(20, 4)
    assert proxy

    async def fault() -> None:
        proxy.cut_after(lambda piece: b"COMMIT" in piece and random.random() < 0.2, cuts)
        await until(lambda: proxy.cuts >= cuts, "the cuts are made", 120)
        proxy.heal()
    await stage.endures(swarm, fault, database=database)
    stage.figures |= {"cuts": proxy.cuts, "resent": sum(person.resent for person in swarm.people)}
    assert stage.figures["resent"] > 0, "no change was in doubt"


@scenario("pg-silent", GROUP, "the line between board and PostgreSQL goes dead without a word; new connections are well after 10 s",
          "lost 0, twice 0, all alike within 15 s, without a restart")
async def pg_silent(stage: Stage) -> None:
    server, _, database, proxy = await serves_on(stage, by_proxy=True)
    swarm = await stage.gathers(server)
    assert proxy

    async def fault() -> None:
        proxy.black_hole()
        await asyncio.sleep(10)
        proxy.heal()
    await stage.endures(swarm, fault, database=database, within=15)


@scenario("pg-kill", GROUP, "kill -9 of the board under 20 writers, 20 times, on PostgreSQL", "lost 0, twice 0, all alike within 5 s")
async def pg_kill(stage: Stage) -> None:
    server, _, database, _ = await serves_on(stage)
    swarm, rng = await stage.gathers(server, pace=60), random.Random(2)

    async def fault() -> None:
        for _ in range(stage.times(20, 2)):
            await asyncio.sleep(rng.uniform(0.5, 1.5))
            await asyncio.to_thread(server.kill)
            await asyncio.to_thread(server.start)
    await stage.endures(swarm, fault, database=database)
