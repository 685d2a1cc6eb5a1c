"""The pages: landing, join, board, print view, what is said of accessibility, and the browser's files."""
from __future__ import annotations

from functools import cache
from typing import Any

from flask import Response, g, jsonify, make_response, redirect, render_template, request

from .. import access, creation, security
from ..app_parts import parts
from ..cldr import long_date
from ..export import read_content
from ..export.outline import outline, results
from ..export.translated import by_note, of_reader
from ..export.words import Words, languages
from ..i18n import Catalogues, countries, direction
from ..keeping.retention import kept_until
from ..oidc import WHY
from ..protocol import MAX_STEPS, Reason, Refused, now
from ..ready import gallery
from ..records.note import MAX_TEXT
from ..records.theme import COLORS, SIGNS
from ..series import read_series
from ..translating import translator_host
from . import blueprint, take_seat


@blueprint.get("/")
def home() -> Response:
    catalogues = parts().catalogues
    ready = _gallery(catalogues)
    let_in = {"mode": parts().settings.creation, "may": creation.may_create()}
    failed = request.args.get("sign-in")
    page = {"ready": [{name: each[name] for name in ("name", "themes")} for each in ready], "colors": COLORS, "signs": SIGNS,
            "languages": catalogues.languages, "creation": let_in}
    return _page("home.html", page=page, ready=ready, failed=failed if failed in WHY and let_in["mode"] == "oidc" else "")


@cache
def _gallery(catalogues: Catalogues) -> list[dict[str, Any]]:
    """The same for everybody, and the words of all languages are in it."""
    return gallery([each["code"] for each in catalogues.languages], catalogues.text)


@blueprint.get("/join")
@blueprint.get("/join/<board_id>")
def join(board_id: str | None = None) -> Response:
    return _page("join.html", page={"board": board_id, "language": g.language, "countries": countries(g.language)})


@blueprint.get("/accessibility")
def accessibility() -> Response:
    return _page("accessibility.html", contact=parts().settings.contact)


@blueprint.get("/board/<board_id>")
def board(board_id: str) -> Any:
    try:
        seat = take_seat(board_id)
    except Refused:
        return redirect(f"/join/{board_id}" if access.BOARD_ID.match(board_id) else "/")
    row = parts().database.read(access.board_row, board_id)
    settings = parts().settings
    page = {"board": board_id, "title": row["title"], "seat": seat["id"], "role": seat["role"], "language": g.language,
            "languages": parts().catalogues.languages, "assets": parts().assets.prefix,
            "saveData": request.headers.get("Save-Data", "").strip().lower() == "on",
            "series": bool(parts().database.read(read_series, board_id)),
            "keep": {"days": settings.keep_days, "seq": row["seq"], "until": parts().database.read(
                kept_until, board_id, settings.keep_days) if seat["role"] == "facilitator" else ""},
            "translator": {"mode": settings.translator, "host": translator_host(settings)},
            "exportLanguages": [{"code": code, "name": Words(code)("language.name"), "dir": direction(code)} for code in languages()],
            "limits": {"text": MAX_TEXT, "name": 60, "steps": MAX_STEPS, "notes": settings.max_notes}}
    return _page("board.html", page=page)


@blueprint.get("/board/<board_id>/print")
def print_view(board_id: str) -> Any:
    try:
        seat = take_seat(board_id)
    except Refused:
        return redirect(f"/join/{board_id}" if access.BOARD_ID.match(board_id) else "/")
    names = request.args.get("names") == "1" and seat["role"] == "facilitator"
    content = parts().database.read(read_content, board_id, names=names)
    theme = request.args.get("theme")
    standing = [each for each in content["notes"] if not each["merged_into"]]
    tongues = by_note(content)
    translations = {each["id"]: of_reader(each, tongues, g.language) for each in content["notes"]}
    return _page("print.html", board=content["board"], translations=translations, themes=outline(content, theme),
                 rounds=[] if theme else results(content),
                 authors={each["id"]: each["name"] for each in content["seats"]} if names else {},
                 associations=sorted({each["association"] for each in content["notes"] if each["association"]}, key=str.casefold),
                 counts={kind: sum(each["kind"] == kind for each in standing) for kind in ("challenge", "solution")},
                 date=long_date(now(), g.language))


@blueprint.get("/static/v<version>/<path:name>")
def asset(version: str, name: str) -> Response:
    return parts().assets.respond(version, name)


@blueprint.get("/sw.js")
def service_worker() -> Response:
    """At the root, because a worker serves what lies below its own address; asked for anew each time."""
    return parts().assets.respond("", "js/worker.js")


@blueprint.get("/manifest/<language>.webmanifest")
def manifest(language: str) -> Response:
    """What the browser installs. The language is in the address: browsers ask for it without cookies."""
    here = parts()
    if language not in {each["code"] for each in here.catalogues.languages}:
        raise Refused(Reason.NOT_FOUND)
    icons = [{"src": here.assets.url(f"icons/app-{name}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
             for name, size, purpose in (("192", 192, "any"), ("512", 512, "any"), ("maskable-512", 512, "maskable"))]
    icons.append({"src": here.assets.url("icons/favicon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"})
    told = {"id": "/", "name": here.catalogues.text("app.name", language), "short_name": here.catalogues.text("app.short", language),
            "lang": language, "dir": direction(language), "start_url": "/", "scope": "/", "display": "standalone",
            "background_color": "#f4f5f2", "theme_color": "#f4f5f2", "icons": icons}
    response = jsonify(told)
    response.mimetype = "application/manifest+json"
    return response


@blueprint.get("/favicon.ico")
def favicon() -> Response:
    return parts().assets.respond("", "icons/favicon.svg")


def error_page(refused: Refused, status: int) -> Response:
    response = _page("error.html", status=status, reason=refused.reason.value)
    response.status_code = status
    return response


def _page(template: str, **context: Any) -> Response:
    response = make_response(render_template(template, **context))
    security.mark_device(response)
    return response


__all__ = ["Reason", "error_page"]
