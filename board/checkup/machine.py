"""What the board runs on and how it was started: keys, limits, versions, what stands beside it."""
from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from flask import current_app

import keyfile

from .. import floors
from ..app_parts import parts
from .answers import only_here
from .line import Line, judged

FILES_WANTED, FILES_LEAST = 16_384, 4_096


def check_keys() -> Line:
    settings = parts().settings
    keys = settings.keys()
    problems = [("bad", f"a key {keyfile.weakness(each)}") for each in keys if keyfile.weakness(each)]
    if settings.secret_key_fallbacks:
        problems.append(("warn", f"{len(settings.secret_key_fallbacks)} in BOARD_SECRET_KEY_FALLBACKS without an end"))
    where = "BOARD_SECRET_KEY" if settings.secret_key else str(settings.data / "key")
    return judged(problems, f"{where}, {len(keys[0])} characters, {len(keys) - 1} earlier")


def check_debug() -> Line:
    """What helps while writing the program shows too much of it, or loads it anew for each request."""
    given = [("debug", current_app.debug), ("FLASK_DEBUG", os.environ.get("FLASK_DEBUG", "0") not in ("", "0")),
             ("BOARD_DEV", parts().settings.dev), ("BOARD_LOG_LEVEL=DEBUG", parts().settings.log_level == "DEBUG")]
    return judged([("bad" if name != "BOARD_LOG_LEVEL=DEBUG" else "warn", name) for name, on in given if on], "off")


def check_rates() -> Line:
    settings = parts().settings
    lifted = [f"BOARD_{name.upper()}=0" for name in ("rate_changes", "rate_notes", "rate_boards") if not getattr(settings, name)]
    if settings.rate_guesses > 60:
        lifted.append(f"BOARD_RATE_GUESSES={settings.rate_guesses}")
    return judged([("warn", each) for each in lifted], "as they should be")


def check_creation() -> Line:
    settings = parts().settings
    return Line("warn" if settings.creation == "open" and not only_here() else "ok", f"BOARD_CREATION={settings.creation}")


def check_redis() -> Line:
    settings = parts().settings
    if not settings.redis_url:
        return Line("warn" if settings.workers > 1 else "ok", f"none, BOARD_WORKERS={settings.workers}")
    import redis  # here, as in `answers`: a process that only serves has no use for it
    try:
        return Line("ok", f"answers, version {redis_version()}")
    except (redis.RedisError, OSError) as error:
        return Line("bad", f"does not answer: {type(error).__name__}")


def check_bundle() -> Line:
    bundle = parts().assets.bundle
    return Line("ok" if bundle.state == "used" else "warn", f"{bundle.state}: {bundle.found}" if bundle.found else bundle.state)


def check_limits() -> Line:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return Line("ok", "files: no limit")
    used = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    state = "bad" if soft < FILES_LEAST or used > soft * 0.9 else "warn" if soft < FILES_WANTED or used > soft * 0.7 else "ok"
    return Line(state, f"files: {soft:,} allowed, {used:,} open")


def check_process() -> Line:
    settings = parts().settings
    told = f"BOARD_WORKERS={settings.workers}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, user {os.geteuid()}"
    mode = os.environ.get("BOARD_ASYNC_MODE", "eventlet")       # commands run without green threads themselves
    problems = [("warn", each) for each, so in ((f"BOARD_ASYNC_MODE={mode}", mode != "eventlet"),
                                                ("runs as root", os.geteuid() == 0),
                                                ("BOARD_DIRECT_SEND=0", not settings.direct_send)) if so]
    return judged(problems, told)


def check_versions() -> Line:
    found = floors.installed()
    under = [(name, version, floors.below(name, version)) for name, version in found.items()]
    python = ".".join(map(str, sys.version_info[:3]))
    return judged([("bad", f"{name} {version} < {floor.version}: {floor.why}") for name, version, floor in under if floor],
                  f"board {parts().version}, Python {python}, {len(found)} packages at or above what was known on {floors.READ_ON}")


def redis_version() -> str:
    import redis
    client = redis.Redis.from_url(parts().settings.redis_url, socket_timeout=1, socket_connect_timeout=1)
    try:
        return str(client.info("server")["redis_version"])
    finally:
        client.close()
