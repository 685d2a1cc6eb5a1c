"""Files to take home."""
from __future__ import annotations

import re
from urllib.parse import quote

from flask import Response, g, request

from ..app_parts import parts
from ..export import EXPORTS, read_content
from ..protocol import Reason, Refused
from . import blueprint, take_seat


@blueprint.get("/api/boards/<board_id>/export/<name>")
def get_export(board_id: str, name: str) -> Response:
    seat = take_seat(board_id)
    if name not in EXPORTS:
        raise Refused(Reason.NOT_FOUND)
    wish = request.args.get("names", "0")
    if wish not in ("0", "1"):
        raise Refused(Reason.MALFORMED, field="names")
    if wish == "1" and seat["role"] != "facilitator":
        raise Refused(Reason.FORBIDDEN)
    content = parts().database.read(read_content, board_id, names=wish == "1")
    export = EXPORTS[name]
    body = export.write(content, lambda key: parts().catalogues.text(key, g.language))
    response = Response(body, mimetype=export.mimetype)
    response.headers["Content-Disposition"] = disposition(content["board"]["title"], name)
    return response


def disposition(title: str, ending: str) -> str:
    """A file name from the title, also for clients that know ASCII only (RFC 6266)."""
    clean = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', " ", title).strip()[:80] or "board"
    plain = re.sub(r"[^A-Za-z0-9 ._-]+", "", clean).strip() or "board"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(clean)}.{ending}"
