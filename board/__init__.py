"""The board: `create_app` wires the parts together and does nothing else."""
from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from flask import Flask, g, request
from flask_socketio import SocketIO
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from config import Settings

from . import cldr, cli, concurrency, logs, metrics, security, tracing, wire
from .app_parts import Parts, parts
from .assets import Assets
from .db import Database
from .exporting import Exporting
from .exports import Kept
from .i18n import catalogues, direction
from .oidc import Provider
from .presence import Presence
from .protocol import Reason, Refused
from .pulse import Pulse
from .queues import BoardQueues
from .rates import Guesses, NewBoards, SeatRates
from .replay import Replay
from .signing import Signer
from .snapshot_body import Snapshots
from .sockets import Sockets
from .suggesting import Suggesting
from .translating import Translating
from .views import blueprint, error_response
from .views.pages import error_page

__version__ = "0.1.0"
log = logging.getLogger(__name__)
ROOT = Path(__file__).parent.parent


def create_app(settings: Settings) -> Flask:
    """The application, with its Socket.IO server as `app.extensions["socketio"]` and its Parts as
    `app.extensions["board"]`. The database must be migrated (`db.migrate`)."""
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.config.update(MAX_CONTENT_LENGTH=settings.max_import + 1, MAX_FORM_PARTS=20)
    assets = Assets(ROOT / "static", dev=settings.dev, bundle=Path(settings.bundle) if settings.bundle else None)
    if not settings.dev:
        app.wsgi_app = Replay(app.wsgi_app, assets.prefix, f"{blueprint.name}.asset")      # type: ignore[method-assign]
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies)   # type: ignore[method-assign]
    metrics.built(__version__)
    keys = settings.keys()
    running = concurrency.start(settings.async_mode)
    database = Database(settings.database, running)
    wired = Parts(
        version=__version__, settings=settings, concurrency=running, database=database,
        queues=BoardQueues(database, running, {"notes": settings.max_notes, "keep_days": settings.keep_days}),
        snapshots=Snapshots(database, running),
        presence=Presence(running, lambda board_id, event, message: wired.send(board_id, event, message)),
        rates=SeatRates(settings.rate_changes, settings.rate_changes_burst, settings.rate_notes),
        signer=Signer(keys), guesses=Guesses(settings.rate_guesses), address_guesses=Guesses(10 * settings.rate_guesses),
        new_boards=NewBoards(), provider=Provider(settings),
        form_rates=SeatRates(1, 10, settings.rate_notes),
        suggesting=Suggesting(running, settings.model), translating=Translating(running, settings),
        exporting=Exporting(running, settings),
        kept=Kept(settings.data),
        catalogues=catalogues(),
        assets=assets, send=lambda board_id, event, message: None)
    wired.pulse = Pulse(wired)
    app.extensions["board"] = wired
    socketio = wire.make_socketio(
        app, async_mode=settings.async_mode, origins=_origins(settings), direct_send=settings.direct_send)
    app.extensions["sockets"] = Sockets(socketio, wired)
    tracing.init_app(app)
    security.init_app(app, settings.frame_ancestors)
    app.register_blueprint(blueprint)
    _language(app)
    _errors(app)
    cli.init_app(app)
    return app


def socketio_of(app: Flask) -> SocketIO:
    return app.extensions["socketio"]


def _origins(settings: Settings) -> tuple[str, ...]:
    if not settings.allowed_origins:
        return (settings.public_url.rstrip("/"),) if settings.public_url else ()
    return (*settings.allowed_origins, *([settings.public_url.rstrip("/")] if settings.public_url else []))


def _language(app: Flask) -> None:
    @app.before_request
    def choose() -> None:
        g.language = parts().catalogues.choose(request)

    @app.context_processor
    def words() -> dict[str, Any]:
        here = parts()
        language = g.get("language", "en")
        colours = request.cookies.get("colours", "")
        return {"colours": colours if colours in ("light", "dark") else "",
                "t": lambda key, **values: here.catalogues.text(key, language, **values), "lang": language, "dir": direction(language),
                "languages": here.catalogues.languages, "asset": here.assets.url, "modules": here.assets.modules,
                "styles": here.assets.styles,
                "said": lambda entry: here.assets.words(entry, language), "whole": lambda number: cldr.whole(number, language)}


def _errors(app: Flask) -> None:
    def answer(refused: Refused, status: int | None = None) -> Any:
        if request.path.startswith(("/api/", "/healthz", "/readyz")):
            response = error_response(refused)
            response.status_code = status or response.status_code
            return response
        return error_page(refused, status or error_response(refused).status_code)

    @app.errorhandler(Refused)
    def refuse(refused: Refused) -> Any:
        return answer(refused)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Any:
        reason = {404: Reason.NOT_FOUND, 405: Reason.MALFORMED, 413: Reason.LIMIT}.get(error.code or 500, Reason.MALFORMED)
        return answer(Refused(reason), error.code)

    @app.errorhandler(SQLAlchemyError)
    def database_error(error: SQLAlchemyError) -> Any:
        log.error("the database did not answer: %s", logs.sort_of(error))
        return answer(Refused(Reason.STORAGE, retry_after=2))

    @app.errorhandler(Exception)
    def bug(error: Exception) -> Any:
        log.exception("a request failed: %s", request.endpoint)
        return answer(Refused(Reason.UNAVAILABLE, retry_after=5), 500)
