"""Is this server set up as it should be? Each check looks at one thing and gives a line: its state, what was found in the words
of machines; what it is about and what to do stands by its name in the catalogue.
"""
from __future__ import annotations

import logging
from collections.abc import Callable

from . import answers, machine, storage
from .line import STATES, Line, worst

log = logging.getLogger(__name__)
Check = Callable[[], Line]
CHECKS: dict[str, Check] = {
    "headers": answers.check_headers, "cookies": answers.check_cookies, "origin": answers.check_origin,
    "address": answers.check_address, "proxies": answers.check_proxies, "outside": answers.check_from_outside,
    "database": storage.check_database, "schema": storage.check_schema, "files": storage.check_files, "disk": storage.check_disk,
    "backup": storage.check_backup, "clock": storage.check_clock, "servers": storage.check_servers,
    "keys": machine.check_keys, "debug": machine.check_debug, "rates": machine.check_rates, "creation": machine.check_creation,
    "redis": machine.check_redis, "bundle": machine.check_bundle, "limits": machine.check_limits, "process": machine.check_process,
    "versions": machine.check_versions}


def check_all() -> list[dict[str, str]]:
    """`[{name, state, found}]`. A check that fails is a line too: it must not hide the others."""
    lines = []
    for name, check in CHECKS.items():
        try:
            line = check()
        except Exception as error:
            log.exception("not checked: %s", name)
            line = Line("bad", f"not checked: {type(error).__name__}")
        lines.append({"name": name, "state": line.state, "found": line.found})
    return lines


__all__ = ["CHECKS", "STATES", "Line", "check_all", "worst"]
