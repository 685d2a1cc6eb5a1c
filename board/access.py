"""The doors to a board: links, codes and seats. `take_seat` is the one way in, for HTTP and sockets alike.

Keys carry 192 random bits and are stored as SHA-256 only. A code is eight characters of 32 without look-alikes.
"""
from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .models import Board, Link, Seat, Token
from .protocol import Reason, Refused, now
from .rights import ROLES
from .rows import TABLES, to_record

BOARDS: sa.Table = Board.__table__    # type: ignore[assignment]
LINKS: sa.Table = Link.__table__      # type: ignore[assignment]
SEATS: sa.Table = Seat.__table__      # type: ignore[assignment]
TOKENS: sa.Table = Token.__table__    # type: ignore[assignment]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"      # Crockford's: no I, L, O, U
PURPOSES = {"facilitator": "facilitator", "participant": "participant", "viewer": "viewer", "recovery": "facilitator"}
FORM = "form"        # the purpose of the link to the form, which grants no role
BOARD_ID = re.compile(r"[a-z0-9]{12}\Z")
_LOOK_ALIKES = str.maketrans("ILO", "110")

# Asked by everybody who comes, all at once when a plenary begins: built once, which costs more than running them.
_BOARD = sa.select(BOARDS).where(BOARDS.c.id == sa.bindparam("board"))
_BY_KEY = sa.select(BOARDS, LINKS.c.purpose.label("opens")).join(LINKS, LINKS.c.board_id == BOARDS.c.id).where(
    LINKS.c.key_hash == sa.bindparam("hash"), LINKS.c.active, LINKS.c.purpose != FORM)
_BY_CODE = sa.select(BOARDS).where(BOARDS.c.code == sa.bindparam("code"), BOARDS.c.join_open, ~BOARDS.c.archived)
_BY_TOKEN = sa.select(SEATS).join(TOKENS, sa.and_(TOKENS.c.board_id == SEATS.c.board_id, TOKENS.c.seat_id == SEATS.c.id)).where(
    TOKENS.c.token_hash == sa.bindparam("hash"), TOKENS.c.board_id == sa.bindparam("board"))
_COUNT_SEATS = sa.select(sa.func.count()).select_from(SEATS).where(SEATS.c.board_id == sa.bindparam("board"))


@dataclass(frozen=True)
class Door:
    """What a key or code opens."""
    board: dict[str, Any]
    role: str
    purpose: str = ""       # of the link; none for a code


def new_id(length: int = 12) -> str:
    return "".join(secrets.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in range(length))


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def new_key() -> str:
    return secrets.token_urlsafe(24)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def tidy_code(text: str) -> str:
    """A code as it was read aloud: any case, blanks and dashes allowed, look-alikes mapped."""
    return re.sub(r"[\s\-–]", "", text).upper().translate(_LOOK_ALIKES)


def is_code(text: str) -> bool:
    return len(text) == 8 and all(c in ALPHABET for c in text)


def open_door(connection: Connection, *, key: str = "", code: str = "", board_id: str = "") -> Door:
    """The board and role that a key or code grants. Raises Refused `not_found` for wrong, replaced and closed alike."""
    role, row = "participant", None
    if key:
        row = connection.execute(_BY_KEY, {"hash": digest(key)}).mappings().one_or_none()
        role = PURPOSES[row["opens"]] if row else role
    elif is_code(tidy_code(code)):
        row = connection.execute(_BY_CODE, {"code": tidy_code(code)}).mappings().one_or_none()
    if row is None or board_id and row["id"] != board_id:
        raise Refused(Reason.NOT_FOUND)
    return Door({name: row[name] for name in row if name != "opens"}, role, row["opens"] if key else "")


def open_form(connection: Connection, board_id: str, key: str) -> dict[str, Any]:
    """The board whose form this key opens. Raises Refused `not_found`, or `closed` while nothing is collected."""
    query = sa.select(BOARDS).join(LINKS, LINKS.c.board_id == BOARDS.c.id).where(
        LINKS.c.key_hash == digest(key), LINKS.c.active, LINKS.c.purpose == FORM, BOARDS.c.id == board_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if not row["collecting"] or row["archived"]:
        raise Refused(Reason.CLOSED)
    return dict(row)


def take_seat(connection: Connection, board_id: str, token: str) -> dict[str, Any]:
    """The seat whose token this is, on this board. Raises Refused `not_found`, or `forbidden` for a blocked one."""
    if not token or not BOARD_ID.match(board_id):
        raise Refused(Reason.NOT_FOUND)
    row = connection.execute(_BY_TOKEN, {"hash": digest(token), "board": board_id}).mappings().one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["blocked"]:
        raise Refused(Reason.FORBIDDEN)
    return to_record("seat", row)


def board_row(connection: Connection, board_id: str) -> dict[str, Any]:
    row = connection.execute(_BOARD, {"board": board_id}).mappings().one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    return dict(row)


def associations(connection: Connection, board_id: str) -> list[str]:
    """Those already on the board, as suggestions at the door."""
    query = sa.select(SEATS.c.association).where(SEATS.c.board_id == board_id, SEATS.c.association != "").distinct()
    return sorted(connection.execute(query.limit(200)).scalars(), key=str.casefold)


def read_themes(connection: Connection, board_id: str) -> list[dict[str, Any]]:
    """The board's themes in their order."""
    query = sa.select(TABLES["theme"]).where(TABLES["theme"].c.board_id == board_id)
    found = [to_record("theme", row) for row in connection.execute(query).mappings()]
    return sorted(found, key=lambda each: (each["order"], each["id"]))


def count_seats(connection: Connection, board_id: str) -> int:
    return connection.execute(_COUNT_SEATS, {"board": board_id}).scalar_one()


def new_token(board_id: str, seat_id: str) -> tuple[str, dict[str, Any]]:
    """A token and the row that remembers it."""
    token = secrets.token_urlsafe(32)
    return token, {"token_hash": digest(token), "board_id": board_id, "seat_id": seat_id, "created_at": now()}


def remove_seat(connection: Connection, board_id: str, seat_id: str) -> None:
    """The seat's devices lose it; what was written stays. Raises Refused."""
    row = connection.execute(sa.select(SEATS.c.role).where(SEATS.c.board_id == board_id, SEATS.c.id == seat_id)).one_or_none()
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row.role == "facilitator":
        raise Refused(Reason.INVALID, field="seat")
    connection.execute(TOKENS.delete().where(TOKENS.c.board_id == board_id, TOKENS.c.seat_id == seat_id))


def greater_role(one: str, other: str) -> str:
    return max(one, other, key=ROLES.index)


def replace_link(connection: Connection, board_id: str, purpose: str) -> str:
    """A new key for a purpose; the old one stops working, people who are in stay in."""
    connection.execute(LINKS.update().where(LINKS.c.board_id == board_id, LINKS.c.purpose == purpose).values(active=False))
    key = new_key()
    connection.execute(LINKS.insert(), [
        {"key_hash": digest(key), "board_id": board_id, "purpose": purpose, "active": True, "created_at": now()}])
    return key


def replace_code(connection: Connection, board_id: str) -> str:
    code = new_code()
    connection.execute(BOARDS.update().where(BOARDS.c.id == board_id).values(code=code))
    return code
