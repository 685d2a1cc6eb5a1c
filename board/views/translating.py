"""A suggestion by machine for one note. Where the host has not switched it on, there is no such thing."""
from __future__ import annotations

from typing import Any

from flask import Response

from ..app_parts import parts
from ..protocol import Reason, Refused, is_record_id
from ..records.fields import known_language, language
from ..records.translation import sum_of
from ..rights import at_least
from ..translating import Translating, read_note
from . import blueprint, json_response, payload, take_seat


@blueprint.get("/api/boards/<board_id>/translator")
def get_translator(board_id: str) -> Response:
    seat = take_seat(board_id)
    translating = _translator()
    _require_participant(seat)
    return json_response({"pairs": translating.languages()})


@blueprint.post("/api/boards/<board_id>/notes/<note_id>/suggestion")
def post_suggestion(board_id: str, note_id: str) -> Response:
    """What a machine makes of the note's text as it is here. It is stored by nobody: whoever asked may write it, or something else."""
    seat = take_seat(board_id)
    translating = _translator()
    _require_participant(seat)
    asked = payload()
    if not isinstance(asked, dict) or set(asked) - {"language", "from"} or "language" not in asked:
        raise Refused(Reason.MALFORMED)
    if not is_record_id(note_id):
        raise Refused(Reason.NOT_FOUND)
    target, guessed = known_language("language", asked["language"]), language("from", asked.get("from", ""))
    read = parts().database.read
    note = read(read_note, board_id, seat, note_id)
    if not note["text"].strip():
        raise Refused(Reason.INVALID, field="text")
    translating.require_rate(board_id, seat["id"])
    text = translating.translate(note["text"], note["language"] or guessed, target)
    read(read_note, board_id, take_seat(board_id, "participant"), note_id)      # it may have been hidden meanwhile
    return json_response({"text": text, "source": sum_of(note["text"])})


def _translator() -> Translating:
    """Asked for before roles: where there is none, that is the answer for everybody."""
    if not parts().translating.on:
        raise Refused(Reason.NOT_FOUND)
    return parts().translating


def _require_participant(seat: dict[str, Any]) -> None:
    if not at_least(seat["role"], "participant"):
        raise Refused(Reason.FORBIDDEN)
