"""Compares what every person was told (their own append-only records) with what the server holds in the end.

acknowledged ⊆ final ⊆ sent, nothing twice, the records are what the changes make, and every person's state is the
server's snapshot, byte for byte.
"""
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa
from mirror import Unfit, apply_step, index

from .line import request
from .swarm import Swarm


@dataclass
class Verdict:
    sent: int = 0
    acknowledged: int = 0
    lost: int = 0
    twice: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Record:
    """One person's record, read back from its file."""
    sent: dict[str, list[Any]] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Record:
        record = cls()
        for line in path.read_text().splitlines():
            what, change_id, rest = line.split(" ", 2)
            if what == "sent":
                record.sent[change_id] = json.loads(rest)
            elif what == "acknowledged":
                record.acknowledged[change_id] = int(rest)
            else:
                record.refused[change_id] = rest
        return record


async def check(swarm: Swarm, database: str) -> Verdict:
    """`database`: its address for SQLAlchemy. To be called when all agree, or have had the time to."""
    records = {person.seat["seat"]: Record.read(swarm.folder / f"{person.name}.record") for person in swarm.people}
    rows = read_rows(database, swarm.board["board"])
    names = Counter((row.seat_id, row.change_id) for row in rows)
    stored = {(row.seat_id, row.change_id): row.seq for row in rows}
    verdict = Verdict(sum(len(each.sent) for each in records.values()), sum(len(each.acknowledged) for each in records.values()))
    lost = [change_id for seat, record in records.items() for change_id, seq in record.acknowledged.items()
            if stored.get((seat, change_id)) != seq]
    verdict.lost, verdict.twice = len(lost), sum(count - 1 for count in names.values())
    status, end = await request(swarm.server.port, "GET", f"{swarm.people[0].path}/snapshot", swarm.people[0].seat["token"])
    assert status == 200
    tables = index(end["records"], end["own"])
    verdict.faults = [*([f"{verdict.twice} changes stand twice"] if verdict.twice else []),
                      *(f"acknowledged and not there: {change_id}" for change_id in lost[:3]),
                      *_numbers(rows), *_strangers(rows[swarm.started["seq"]:], records), *_words(records, tables),
                      *_replay(swarm, rows, tables)]
    snapshots = {swarm.people[0].name: tables}
    for person in swarm.people[1:20]:
        status, snapshot = await request(swarm.server.port, "GET", f"{person.path}/snapshot", person.seat["token"])
        snapshots[person.name] = index(snapshot["records"], snapshot["own"])
    for person in swarm.people:      # nothing on these boards is secret: everybody sees the same
        if canonical(person.tables) != canonical(snapshots.get(person.name, tables)):
            verdict.faults.append(f"{person.name} sees something else than the server")
    return verdict


def canonical(tables: dict[str, dict[str, Any]]) -> bytes:
    return orjson.dumps({name: table for name, table in tables.items() if table}, option=orjson.OPT_SORT_KEYS)


def read_rows(database: str, board: str) -> list[Any]:
    engine = sa.create_engine(database)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                assert connection.exec_driver_sql("pragma integrity_check").scalar() == "ok"
            query = sa.text("select seq, seat_id, change_id, steps from changes where board_id = :board order by seq")
            return list(connection.execute(query, {"board": board}))
    finally:
        engine.dispose()


def _numbers(rows: list[Any]) -> Iterator[str]:
    if [row.seq for row in rows] != list(range(1, len(rows) + 1)):
        yield "the numbers have a hole"


def _strangers(rows: list[Any], records: dict[str, Record]) -> Iterator[str]:
    """What nobody sent since they are there; the server's own changes (a seat that was taken) are named by it."""
    for row in rows:
        record = records.get(row.seat_id)
        if record is None or row.change_id in record.sent or json.loads(row.steps)[0][:2] == ["add", "seat"]:
            continue
        yield f"there and never sent: {row.change_id}"
    for record in records.values():
        if record.refused:
            yield f"refused: {list(record.refused.items())[:3]}"


def _words(records: dict[str, Record], tables: dict[str, Any]) -> Iterator[str]:
    """Every word that was acknowledged stands once, of the others none stands twice."""
    for record in records.values():
        for change_id, steps in record.sent.items():
            for step in steps:
                if step[0] == "text":
                    count = tables["note"].get(step[2], {"text": ""})["text"].count(f"<{change_id}>")
                    if count > 1 or count < (change_id in record.acknowledged):
                        yield f"a word stands {count} times: {change_id}"


def _replay(swarm: Swarm, rows: list[Any], tables: dict[str, Any]) -> Iterator[str]:
    state = index(swarm.started["records"], swarm.started["own"])
    try:
        for row in rows[swarm.started["seq"]:]:
            for step in json.loads(row.steps):
                apply_step(state, step)
    except Unfit as error:
        yield f"the changes do not fit one another: {error}"
    if canonical(state) != canonical(tables):
        yield "the records are not what the changes make"
