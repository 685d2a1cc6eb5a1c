"""What is stored: how durably, by whom it can be read, how much room is left, how old the last copy is."""
from __future__ import annotations

import json
import shutil
import sqlite3
import stat
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .. import floors
from ..app_parts import parts
from ..db import migrations
from .line import Line, judged
from .machine import redis_version

GIB = 1024 ** 3
BACKUP_HOURS, BACKUP_DAYS = 26, 8       # after which a copy is old, and too old
APART = 2.0, 30.0                       # seconds between two clocks that are told, and that are wrong
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
DURABLE = {"fsync": {"on"}, "synchronous_commit": {"on", "remote_write", "remote_apply", "local"}, "full_page_writes": {"on"}}


def check_database() -> Line:
    """The settings durability rests on, as the connections that write have them."""
    database = parts().database
    if not database.sqlite:
        found = database.write(_show, list(DURABLE))
        return judged([("bad", f"{name}={found[name]}") for name, good in DURABLE.items() if found[name] not in good], _told(found))
    found = database.write(_pragmas, [*PRAGMAS, "busy_timeout"])
    problems = [("bad", f"{name}={found[name]}") for name, good in PRAGMAS.items() if found[name] != good]
    if found["busy_timeout"] < 1000:
        problems.append(("warn", f"busy_timeout={found['busy_timeout']}"))
    return judged(problems, _told(found))


def check_schema() -> Line:
    from alembic.migration import MigrationContext  # here, as in `answers`
    from alembic.script import ScriptDirectory
    newest = ScriptDirectory.from_config(migrations()).get_current_head()
    found = parts().database.read(lambda connection: MigrationContext.configure(connection).get_current_revision())
    return Line("ok" if found == newest else "bad", f"{found}, newest {newest}")


def check_files() -> Line:
    """Only the board's own user needs to read any of it."""
    data = parts().settings.data
    problems = []
    for name, state in (("key", "bad"), ("board.db", "warn"), (".", "warn")):
        path = data / name
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & (0o077 if name == "key" else 0o007):
            closed = name != "." and not stat.S_IMODE(data.stat().st_mode) & 0o007
            if name == "key" or not closed:
                problems.append((state, f"{'folder' if name == '.' else name} {stat.S_IMODE(path.stat().st_mode):04o}"))
    return judged(problems, f"folder {stat.S_IMODE(data.stat().st_mode):04o}")


def check_disk() -> Line:
    disk = shutil.disk_usage(parts().settings.data)
    share = disk.free / disk.total
    state = "bad" if disk.free < GIB // 5 or share < 0.01 else "warn" if disk.free < GIB or share < 0.05 else "ok"
    return Line(state, f"{disk.free / GIB:.1f} GiB free of {disk.total / GIB:.1f}")


def check_backup() -> Line:
    path = parts().settings.data / "last-backup"
    try:
        last = json.loads(path.read_text("utf-8"))
        at = datetime.fromisoformat(last["at"])
        size, file = int(last["bytes"]), str(last["file"])
        hours = (datetime.now(timezone.utc) - at).total_seconds() / 3600
    except FileNotFoundError:
        return Line("warn", "none was ever made with `board backup`")
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Line("bad", f"{path.name} cannot be read: {type(error).__name__}")
    state = "bad" if hours > 24 * BACKUP_DAYS else "warn" if hours > BACKUP_HOURS or hours < -1 else "ok"
    if not Path(file).exists() and state == "ok":
        state = "warn"
    return Line(state, f"{last['at']}, {hours:.0f} h ago, {size:,} bytes, {file}{'' if Path(file).exists() else ' (not there now)'}")


def check_clock() -> Line:
    """Ours beside the database's, which may be another machine's."""
    theirs = parts().database.read(_time)
    apart = abs(datetime.now(timezone.utc).timestamp() - theirs)
    return Line("bad" if apart > APART[1] else "warn" if apart > APART[0] else "ok", f"{apart:.1f} s apart from the database's")


def check_servers() -> Line:
    """Versions beside the floors. Distributions mend holes without a new number, so an old one is told, not judged."""
    database = parts().database
    own = sqlite3.sqlite_version if database.sqlite else database.read(_show, ["server_version"])["server_version"].split()[0]
    found = {"SQLite" if database.sqlite else "PostgreSQL": own, **({"Redis": redis_version()} if parts().settings.redis_url else {})}
    problems = []
    for name, version in found.items():
        floor = floors.below(name, version, floors.SERVERS)
        if floor:
            problems.append(("warn", f"{name} {version} < {floor.version}: {floor.why}"))
    return judged(problems, ", ".join(f"{name} {version}" for name, version in found.items()))


def _pragmas(connection: Connection, names: list[str]) -> dict[str, Any]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names}


def _show(connection: Connection, names: list[str]) -> dict[str, Any]:
    return {name: connection.execute(sa.text(f"show {name}")).scalar_one() for name in names}


def _time(connection: Connection) -> float:
    if connection.dialect.name == "sqlite":
        return (float(connection.exec_driver_sql("select julianday('now')").scalar_one()) - 2440587.5) * 86400
    return float(connection.execute(sa.text("select extract(epoch from clock_timestamp())")).scalar_one())


def _told(found: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in found.items())
