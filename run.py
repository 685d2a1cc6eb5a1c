"""Serves the board: settings, key, database, then one process on eventlet until it is told to stop, or several."""
from __future__ import annotations

import argparse
import os
import sys
import warnings


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve the board.")
    parser.add_argument("--demo", action="store_true", help="open a ready board with an invented workshop on it")
    parser.add_argument("--workers", metavar="N", default=os.environ.get("BOARD_WORKERS", "1"),
                        help="serve with N processes, on the ports from PORT on; nginx in front (docs/hosting.md)")
    parser.add_argument("--worker", type=int, default=0, help=argparse.SUPPRESS)    # one of them, and whose
    return parser.parse_args(arguments)


def serves_itself(options: argparse.Namespace) -> bool:
    """Whether this is the process that serves, not the one that starts others."""
    return bool(options.worker) or options.workers == "1"


os.environ.setdefault("EVENTLET_THREADPOOL_SIZE", "6")
if (__name__ == "__main__" and os.environ.get("BOARD_ASYNC_MODE", "eventlet") == "eventlet"
        and serves_itself(read_arguments(sys.argv[1:]))):
    warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
    import eventlet
    eventlet.monkey_patch()

import gc  # noqa: E402
import logging  # noqa: E402
import resource  # noqa: E402
import signal  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask  # noqa: E402

from board import create_app, db, logs, socketio_of, supervisor, wire  # noqa: E402
from board.cli import open_demo  # noqa: E402
from board.keeping import daily  # noqa: E402
from config import SettingError, Settings  # noqa: E402

log = logging.getLogger("board")
MAX_CONNECTIONS = 20_000     # the library's 1,024 would let half-open requests freeze a plenary
SOCKET_TIMEOUT = 10          # seconds a request may dawdle; open WebSockets are not affected
LAST_REQUESTS = 10.0         # seconds for requests under way when it stops


def prepare(settings: Settings) -> Flask:
    """The application on a migrated database. Raises SettingError."""
    settings.make_folder()
    db.migrate(settings.database)
    return create_app(settings)


def make_app() -> Flask:
    """For `flask --app run:make_app board …`: commands beside the serving process, which need no green threads."""
    return prepare(Settings.from_environment(async_mode="threading"))


def serve(app: Flask, settings: Settings, parent: int = 0) -> None:
    """Until it is told to stop, or the process `parent` is no more."""
    listener = wire.listen(settings.host, settings.port)
    host, port = listener.getsockname()[:2]
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::1", "::") else host      # nosec B104  # only compared
    address = settings.public_url.rstrip("/") or f"http://{shown}:{port}"
    if not parent:
        print(f"The board is at {address}", flush=True)
    if app.config.get("DEMO"):
        demo = app.config["DEMO"]
        print(f"Demo board, as facilitator: {address}/join/{demo['board']}#{demo['facilitator']}\n"
              f"Demo board, to participate: {address}/join/{demo['board']}#{demo['participant']}\n"
              f"Its code: {demo['code'][:4]} {demo['code'][4:]}", flush=True)
    parts = app.extensions["board"]
    app.extensions["sockets"].start()
    parts.concurrency.spawn(parts.pulse.beat)
    parts.concurrency.spawn(daily.run, parts)
    if settings.async_mode == "eventlet":
        _serve_eventlet(app, listener, parts, parent)
    else:
        _serve_threads(app, listener, parts)
    log.info("stopped")


def _serve_eventlet(app: Flask, listener: Any, parts: Any, parent: int) -> None:
    import eventlet.wsgi
    from eventlet.greenio import GreenSocket

    class Protocol(eventlet.wsgi.HttpProtocol):
        def log_message(self, template: str, *arguments: Any) -> None:
            """The library would write the request and its address to standard error."""
            logs.Serving().error(template)

    stopping: list[int] = []
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda number, frame: stopping.append(number))
    server = eventlet.spawn(
        eventlet.wsgi.server, GreenSocket(listener), app, max_size=MAX_CONNECTIONS, socket_timeout=SOCKET_TIMEOUT,
        protocol=Protocol, log=logs.Serving(), log_output=False, keepalive=75, debug=False)
    while not stopping and not server.dead and parent in (0, os.getppid()):
        eventlet.sleep(0.25)         # a signal does not wake an idle hub; this does
    _drain(parts)
    server.kill()                    # no new connections; those that wait for a request are closed
    listener.close()                 # before people are let go of, or they would come back to this one
    with eventlet.Timeout(LAST_REQUESTS, False):
        while not server.dead:
            wire.close_all(socketio_of(app))      # also who was just about to come
            eventlet.sleep(0.05)


def _serve_threads(app: Flask, listener: Any, parts: Any) -> None:
    from werkzeug.serving import make_server
    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, fd=listener.fileno())

    def stop(number: int, frame: Any) -> None:
        raise KeyboardInterrupt
    signal.signal(signal.SIGTERM, stop)
    server.serve_forever()       # takes the KeyboardInterrupt for itself and returns
    _drain(parts)
    wire.close_all(socketio_of(app))


def _drain(parts: Any) -> None:
    """Take nothing new, store what waits and tell people; then they are let go of and come back to another process."""
    parts.queues.closed = True
    for board_id in parts.presence.boards():
        parts.send(board_id, "notice", {"kind": "restart"})
    for _ in range(100):
        if parts.queues.is_empty():
            break
        parts.concurrency.sleep(0.1)
    parts.concurrency.sleep(0.1)


def main(arguments: list[str] | None = None) -> int:
    options = read_arguments(sys.argv[1:] if arguments is None else arguments)
    try:
        settings = Settings.from_environment({**os.environ, "BOARD_WORKERS": options.workers})
        logs.start(settings.log_level, settings.log_format)
        _allow_many_files()
        if not serves_itself(options):
            return supervisor.supervise(settings, __file__, ["--demo"] if options.demo else [])
        app = create_app(settings) if options.worker else prepare(settings)
        if options.demo:
            app.config["DEMO"] = open_demo(app)
    except SettingError as error:
        return _not_started(str(error), 2)
    except OSError as error:
        return _not_started(str(error), 1)
    gc.freeze()                        # what is loaded now stays; a snapshot of 10,000 notes should not be
    gc.set_threshold(20_000, 20, 20)   # interrupted by looking through it again and again
    try:
        serve(app, settings, options.worker)
    except OSError as error:
        return _not_started(
            f"{settings.host}:{settings.port}: {error.strerror or error}. Is another one running? PORT chooses a port.", 1)
    return 0


def _not_started(why: str, status: int) -> int:
    """Say so where an operator looks: what is printed while an error is handled would be taken for a traceback (`logs`)."""
    print(f"Not started: {why}", file=sys.__stderr__)
    return status


def _allow_many_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65_536 if hard == resource.RLIM_INFINITY else min(65_536, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


if __name__ == "__main__":
    raise SystemExit(main())
