"""The log: one line an event, as text or JSON, with the request and change it belongs to.

What people write, are called or hold as a key never gets here: of an error the line has its sort and the places it
came through, not its message, which may quote a note. What a sender chose cannot break a line, and one sender cannot
fill the log: errors of one sort are written once a second, with how many were left out.
"""
from __future__ import annotations

import errno
import json
import logging
import sys
import time
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TextIO

from . import metrics

ROOT = str(Path(__file__).parent.parent) + "/"
LONGEST = 2000          # characters of a message or a trace
PLACES = 8              # of a trace: the innermost
SORTS = 500             # kept apart at most
OURS = __name__.partition(".")[0]
LIBRARIES = ("werkzeug", "alembic", "engineio.server", "socketio.server", "eventlet.wsgi", "urllib3", "PIL", "fontTools")
about: ContextVar[dict[str, Any]] = ContextVar("about", default={})   # noqa: B039  (never changed in place)
stderr, served = logging.getLogger("stderr"), logging.getLogger("eventlet.wsgi")


def start(level: str, format_name: str, stream: TextIO = sys.stderr) -> None:
    """Let the whole process log to the stream, libraries and their bare tracebacks included. Before they are set up: with a level
    of their own they bring no handlers of their own."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter({"text": TextFormatter, "json": JsonFormatter}[format_name]())
    handler.addFilter(OncePerSecond())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.stderr = Bare(stream)      # type: ignore[assignment]


def fields(**values: Any) -> dict[str, Any]:
    """For a log call's `extra`: what the line is about."""
    return {"fields": {name: value for name, value in values.items() if value not in (None, "")}}


def add(**values: Any) -> None:
    """To every further line of this request."""
    about.set({**about.get(), **fields(**values)["fields"]})


def request_id() -> str:
    """The id of the request that is being answered, or ""."""
    return str(about.get().get("request_id", ""))


class OncePerSecond(logging.Filter):
    """Lets errors of one sort, and all that libraries say, through once a second. A sort is a place in the program with the
    error and where it was raised, so that no sender can make sorts of their own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._seen = clock, {}     # type: ignore[var-annotated]

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR and record.name.partition(".")[0] == OURS:
            return True
        at, sort = self._clock(), self._sort(record)
        last, left_out = self._seen.get(sort, (-1.0, 0))
        if last >= 0 and at - last < 1:
            self._seen[sort] = (last, left_out + 1)
            metrics.log_lines_left_out.inc()
            return False
        if len(self._seen) >= SORTS:
            self._seen.clear()
        self._seen[sort] = (at, 0)
        if left_out:
            record.fields = {**getattr(record, "fields", {}), "left_out": left_out}
        return True

    @staticmethod
    def _sort(record: logging.LogRecord) -> tuple[str, ...]:
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.pathname}:{record.lineno}", *([type(error).__name__, *trace(error)[:1]] if error else [])


class TextFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        parts = facts(record)
        message = f"{parts.pop('at')} {parts.pop('level')} {parts.pop('logger')}: {parts.pop('message')}"
        return " ".join([message, *(f"{name}={_word(value)}" for name, value in parts.items())])


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts(record), ensure_ascii=True, default=str)


class Bare:
    """Standard error for libraries that print tracebacks there: while an error is being handled, its line goes to the log
    instead; anything else is written as it is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._told = stream, None     # type: ignore[var-annotated]

    def write(self, text: str) -> int:
        error = sys.exc_info()[1]
        if error is None:
            return self._stream.write(text)
        if error is not self._told:         # a traceback is written in many pieces
            self._told = error
            stderr.error("an error nobody caught", exc_info=error)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Serving:
    """The log that eventlet's HTTP server wants. It has errors to tell, in texts that quote the request; the sort is enough."""

    def info(self, _text: str) -> None:
        if sys.exc_info()[1] is not None:
            served.error("a request failed outside the application", exc_info=True)

    def error(self, text: str) -> None:
        served.error(text.partition(".")[0] if text.startswith(("chunked", "I/O")) else "a request could not be served")

    def debug(self, _text: str) -> None:
        """What it tells then is of no use to operators."""


def facts(record: logging.LogRecord) -> dict[str, Any]:
    """What a line says, in its order; nothing in it breaks a line."""
    made = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    found: dict[str, Any] = {"at": f"{made}.{int(record.msecs):03d}Z", "level": record.levelname, "logger": record.name,
                             "message": clean(record.getMessage())}
    for name, value in {**about.get(), **getattr(record, "fields", {})}.items():
        found[name] = clean(value) if isinstance(value, str) else value
    if record.exc_info and record.exc_info[1]:
        error = record.exc_info[1]
        found.update(error=sort_of(error), trace=clean(" < ".join(trace(error))))
    return found


def clean(text: str) -> str:
    """Printable, of sensible length."""
    shown = text[:LONGEST]
    if not shown.isprintable():
        shown = "".join(each if each.isprintable() else each.encode("unicode_escape", "replace").decode() for each in shown)
    return shown


def sort_of(error: BaseException) -> str:
    """The error's class, with what the system or the database calls it: never its message."""
    name = type(error).__name__
    original = getattr(error, "orig", None) or error
    code = getattr(original, "pgcode", None) or getattr(original, "sqlite_errorname", None)
    if isinstance(original, OSError) and original.errno:
        code = errno.errorcode.get(original.errno, original.errno)
    return f"{name} ({code})" if code else name


def trace(error: BaseException) -> list[str]:
    """Where the error came through, innermost first."""
    places, step = [], error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{_place(code.co_filename)}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return places[:-PLACES - 1:-1]


def _place(path: str) -> str:
    _, packages, inside = path.rpartition("/site-packages/")
    return inside if packages else path.removeprefix(ROOT)


def _word(value: Any) -> str:
    text = str(value)
    return text if text and not set(text) & set(' "=') else json.dumps(text, ensure_ascii=False)
