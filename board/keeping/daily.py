"""The purge once a day, by one of the processes that serve the boards: whichever first says in the database that it does it."""
from __future__ import annotations

import logging
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from ..app_parts import Parts
from ..models_beside import Chore
from ..protocol import now, stamp
from .purge import purge

log = logging.getLogger(__name__)
CHORES: sa.Table = Chore.__table__      # type: ignore[assignment]
PAUSE = 600                             # seconds between looks, and before the first: a start has other things to do
BETWEEN = timedelta(hours=23)


def run(parts: Parts) -> None:
    """The loop."""
    while True:
        parts.concurrency.sleep(PAUSE)
        try:
            if not parts.queues.closed and parts.database.write(claim, "purge", now()):
                purge(parts)
        except Exception as error:      # an unwell database: tomorrow is another day
            log.warning("no purge: %s", type(error).__name__)


def claim(connection: Connection, name: str, at: str) -> bool:
    """Whether it is this process's to do now: nobody did within the last day."""
    last = stamp(datetime.fromisoformat(at) - BETWEEN)
    taken = connection.execute(CHORES.update().where(CHORES.c.name == name, CHORES.c.at <= last).values(at=at))
    if taken.rowcount or connection.execute(sa.select(CHORES.c.at).where(CHORES.c.name == name)).first():
        return bool(taken.rowcount)
    try:
        with connection.begin_nested():
            connection.execute(CHORES.insert(), [{"name": name, "at": at}])
    except IntegrityError:              # another process was quicker
        return False
    return True
