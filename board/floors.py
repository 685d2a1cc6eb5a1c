"""The oldest versions without a hole that is known to us, and which one each mends. Looked up in November 2026: later ones are
not in here, so being at these is needed and not enough.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata

READ_ON = "2026-11-28"


@dataclass(frozen=True)
class Floor:
    name: str
    version: str
    why: str


PACKAGES = (
    Floor("Flask", "3.1.3", "CVE-2026-27205: answers without Vary: Cookie; 3.1.1 mends CVE-2025-47278, the order of fallback keys"),
    Floor("Werkzeug", "3.1.6", "CVE-2026-27199: safe_join and Windows names; 3.0.6 mends CVE-2024-49766 and -49767, 3.0.3 CVE-2024-34069"),
    Floor("Jinja2", "3.1.6", "CVE-2025-27516: out of the sandbox; 3.1.5 mends CVE-2024-56326"),
    Floor("python-socketio", "5.16.2", "binary packets kept for who is not connected; 5.14.0 mends CVE-2025-61765, code from the queue"),
    Floor("python-engineio", "4.13.2", "CVE-2026-48802: heartbeat threads without bound; 3.9.0 mends CVE-2019-13611"),
    Floor("Flask-SocketIO", "5.6.1", "sessions with Flask 3.1.3; 5.3.7 mends a crash on an empty event"),
    Floor("eventlet", "0.41", "0.40.3 mends CVE-2025-58068, request smuggling; 0.31.0 CVE-2021-21419, memory"),
    Floor("SQLAlchemy", "2.0.0", "1.3 mends CVE-2019-7164 and -7548; the board needs 2"),
    Floor("redis", "4.5.4", "CVE-2023-28858 and -28859: answers to somebody else's question"),
    Floor("requests", "2.32.4", "CVE-2024-47081: .netrc credentials sent to another host; 2.32.0 mends CVE-2024-35195"),
    Floor("urllib3", "2.6.3", "CVE-2026-21441 and CVE-2025-66418: decompression without bound; 2.5.0 mends CVE-2025-50181"),
    Floor("Authlib", "1.8.0", "PYSEC-2026-4354: plain HTTP taken for the own machine; 1.6.6 mends CVE-2025-68158, 1.6.5 CVE-2025-61920"),
    Floor("cryptography", "46.0.6", "CVE-2026-34073: names that a certificate forbids; 46.0.5 mends CVE-2026-26007"),
    Floor("Pillow", "12.3.0", "CVE-2026-59199: writing out of bounds; 12.1.1 mends CVE-2026-25990"),
    Floor("lxml", "4.9.1", "CVE-2022-2309: crash on a broken file; 4.6.5 mends CVE-2021-43818"),
    Floor("h11", "0.16.0", "CVE-2025-43859: request smuggling"),
    Floor("idna", "3.7", "CVE-2024-3651: time without bound"),
    Floor("Mako", "1.2.2", "CVE-2022-40023: time without bound"),
    Floor("certifi", "2024.7.4", "CVE-2024-39689: roots no longer trusted"),
    Floor("dnspython", "2.6.1", "CVE-2023-29483: answers of others taken"),
)
# Servers beside the board. Distributions mend older numbers, so being below is told, not judged.
SERVERS = (
    *(Floor("Redis", version, "CVE-2025-49844: use after free in Lua") for version in ("6.2.20", "7.2.11", "7.4.6", "8.2.2")),
    Floor("PostgreSQL", "13.0", "the oldest the board is tried with"),
    Floor("SQLite", "3.35.0", "RETURNING and upserts"),
)


def below(name: str, version: str, floors: tuple[Floor, ...] = PACKAGES) -> Floor | None:
    """The floor this version is under, if any: that of its own line (7.2) where lines are mended one by one, else any."""
    mine = [each for each in floors if each.name.lower() == name.lower()]
    line = [each for each in mine if _number(each.version)[:2] == _number(version)[:2]]
    return next((each for each in line or mine if _number(version) < _number(each.version)), None)


def installed() -> dict[str, str]:
    """The versions of those that are installed."""
    found = {}
    for each in PACKAGES:
        try:
            found[each.name] = metadata.version(each.name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", re.split(r"[a-z+]", version)[0]))
