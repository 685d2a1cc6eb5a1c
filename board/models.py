"""The tables. Rows of records carry the same names as the fields of PROTOCOL.md; rules live in `records`.

Times are ISO 8601 text in UTC with milliseconds and a `Z`: it sorts, travels as it is and means the same everywhere.
"""
from __future__ import annotations

from typing import Annotated

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BoardId = Annotated[str, mapped_column(sa.String(16))]
RecordId = Annotated[str, mapped_column(sa.String(36))]
Time = Annotated[str, mapped_column(sa.String(24))]
Digest = Annotated[str, mapped_column(sa.String(64))]


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s"})


def _of_board() -> Mapped[str]:
    return mapped_column(sa.String(16), sa.ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True)


class Board(Base):
    __tablename__ = "boards"
    __table_args__ = (sa.CheckConstraint("edit_right in ('own', 'association', 'everyone')", name="edit_right"),)
    id: Mapped[BoardId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(120))
    language: Mapped[str] = mapped_column(sa.String(35))
    edit_right: Mapped[str] = mapped_column(sa.String(16))
    join_open: Mapped[bool]
    locked: Mapped[bool]
    created_at: Mapped[Time]
    code: Mapped[str] = mapped_column(sa.String(8), unique=True)
    seq: Mapped[int]


class Link(Base):
    """A key that grants a role; only its SHA-256 is kept. Replacing one makes the old row inactive."""
    __tablename__ = "links"
    key_hash: Mapped[Digest] = mapped_column(primary_key=True)
    board_id: Mapped[BoardId] = mapped_column(sa.ForeignKey("boards.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(sa.String(16))    # facilitator, participant, viewer or recovery
    active: Mapped[bool]
    created_at: Mapped[Time]


class Seat(Base):
    __tablename__ = "seats"
    __table_args__ = (sa.CheckConstraint("role in ('viewer', 'participant', 'facilitator')", name="role"),)
    board_id: Mapped[str] = _of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(60))
    association: Mapped[str] = mapped_column(sa.String(60))
    country: Mapped[str] = mapped_column(sa.String(2))
    language: Mapped[str] = mapped_column(sa.String(35))
    role_title: Mapped[str] = mapped_column(sa.String(60))
    role: Mapped[str] = mapped_column(sa.String(16))
    created_at: Mapped[Time]


class Token(Base):
    """What a device shows to take its seat again; only the SHA-256 is kept."""
    __tablename__ = "tokens"
    __table_args__ = (sa.ForeignKeyConstraint(["board_id", "seat_id"], ["seats.board_id", "seats.id"], ondelete="CASCADE"),)
    token_hash: Mapped[Digest] = mapped_column(primary_key=True)
    board_id: Mapped[BoardId]
    seat_id: Mapped[RecordId]
    created_at: Mapped[Time]


class Theme(Base):
    __tablename__ = "themes"
    board_id: Mapped[str] = _of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
    color: Mapped[str] = mapped_column(sa.String(16))
    sign: Mapped[str] = mapped_column(sa.String(16))
    order: Mapped[float] = mapped_column(sa.Float(53))


class Note(Base):
    """A note; `deleted_at` set means it lies in the trash. `theme` is no foreign key: a theme may go before the trash does."""
    __tablename__ = "notes"
    __table_args__ = (
        sa.CheckConstraint("kind in ('challenge', 'solution')", name="kind"),
        sa.Index("ix_notes_board_id_deleted_at_z", "board_id", "deleted_at", "z"),
        sa.Index("ix_notes_board_id_theme", "board_id", "theme"))
    board_id: Mapped[str] = _of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(16))
    theme: Mapped[RecordId]
    x: Mapped[float] = mapped_column(sa.Float(53))
    y: Mapped[float] = mapped_column(sa.Float(53))
    z: Mapped[int]
    text: Mapped[str] = mapped_column(sa.Text)
    text_rev: Mapped[int]
    sdgs: Mapped[str] = mapped_column(sa.String(64))        # "1,4,17"
    language: Mapped[str] = mapped_column(sa.String(35))
    seat: Mapped[RecordId]
    association: Mapped[str] = mapped_column(sa.String(60))
    created_at: Mapped[Time]
    edited_at: Mapped[Time]
    deleted_at: Mapped[Time | None]
    deleted_by: Mapped[RecordId | None]


class TextStep(Base):
    """The last deltas of a note's text: `delta` (JSON) led to revision `rev`."""
    __tablename__ = "text_steps"
    board_id: Mapped[str] = _of_board()
    note_id: Mapped[RecordId] = mapped_column(primary_key=True)
    rev: Mapped[int] = mapped_column(primary_key=True)
    delta: Mapped[str] = mapped_column(sa.Text)


class Change(Base):
    """The number line. `steps` is the JSON that was sent out."""
    __tablename__ = "changes"
    __table_args__ = (sa.UniqueConstraint("board_id", "seat_id", "change_id"),)
    board_id: Mapped[str] = _of_board()
    seq: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[str] = mapped_column(sa.String(64))
    seat_id: Mapped[RecordId]
    at: Mapped[Time]
    steps: Mapped[str] = mapped_column(sa.Text)


class Refusal(Base):
    """Outcomes of refused changes, so that a repeat gets the first answer. `outcome` is JSON."""
    __tablename__ = "refusals"
    board_id: Mapped[str] = _of_board()
    seat_id: Mapped[RecordId] = mapped_column(primary_key=True)
    change_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    at: Mapped[Time]
    outcome: Mapped[str] = mapped_column(sa.Text)
