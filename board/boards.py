"""Making boards: empty ones from a template, full ones from an export."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import access, checkpoints
from .models import Board
from .protocol import Reason, Refused, now
from .ready import READY, steps_of, themes_of
from .records import TYPES
from .records.theme import COLORS, MAX_THEMES, SIGNS
from .rows import TABLES, to_row

BOARDS: sa.Table = Board.__table__    # type: ignore[assignment]
Record = dict[str, Any]


def check_new_board(payload: Any, words: Any) -> tuple[Record, list[Record]]:
    """The board record and themes of `{title, language?, themes?, template?}`; `words(key, language)` names what a template brings.
    Raises Refused."""
    if not isinstance(payload, dict) or set(payload) - {"title", "language", "themes", "template"}:
        raise Refused(Reason.MALFORMED)
    template = payload.get("template", "vsr")
    if not isinstance(template, str) or template not in READY:
        raise Refused(Reason.INVALID, field="template")
    board = TYPES["board"].check_new({k: payload[k] for k in ("title", "language") if k in payload})
    given = payload.get("themes")
    if given is None:
        given = themes_of(template, board["language"], words)
    if not isinstance(given, list) or not given or any(not isinstance(each, dict) for each in given):
        raise Refused(Reason.INVALID, field="themes")
    if len(given) > MAX_THEMES:
        raise Refused(Reason.LIMIT, field="themes", limit=MAX_THEMES)
    themes = []
    for index, each in enumerate(given):
        default = {"id": f"theme-{index + 1}", "color": COLORS[index % len(COLORS)], "sign": SIGNS[index % len(SIGNS)]}
        themes.append(TYPES["theme"].check_new({**default, **each, "order": index + 1}))
    if len({theme["id"] for theme in themes}) < len(themes):
        raise Refused(Reason.INVALID, field="themes")
    return board, themes


def agenda_of(payload: Record, language: str, words: Any) -> list[Record]:
    """The steps of the template that is asked for; of a payload that is checked already."""
    return steps_of(payload["template"], language, words) if "template" in payload else []


def default_themes(language: str, words: Any) -> list[Record]:
    return themes_of("vsr", language, words)


def create_board(connection: Connection, board: Record, records: Mapping[str, Sequence[Record]]) -> Record:
    """Store a new board with its records by type; `{board, code, keys: {purpose: key}}`. Everything given is checked already."""
    board_id = access.new_id()
    code = access.new_code()
    connection.execute(BOARDS.insert(), [
        {"created_at": now(), **board, "id": board_id, "code": code, "seq": 0}])
    for name, found in records.items():
        if found:
            connection.execute(TABLES[name].insert(), [to_row(name, board_id, each) for each in found])
    checkpoints.begin(connection, board_id, 0, now())
    keys = {purpose: access.replace_link(connection, board_id, purpose) for purpose in access.PURPOSES}
    return {"board": board_id, "code": code, "keys": keys}
