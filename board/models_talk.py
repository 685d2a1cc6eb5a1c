"""The tables of what hangs on a note: comments, reactions, translations."""
from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from .models import Base, RecordId, Time, of_board


class Comment(Base):
    __tablename__ = "comments"
    __table_args__ = (sa.Index("ix_comments_board_id_note", "board_id", "note"),
                      sa.Index("ix_comments_board_id_seat", "board_id", "seat"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    note: Mapped[RecordId]
    text: Mapped[str] = mapped_column(sa.Text)
    seat: Mapped[RecordId]
    association: Mapped[str] = mapped_column(sa.String(60))
    anonymous: Mapped[str] = mapped_column(sa.String(8))
    created_at: Mapped[Time]
    edited_at: Mapped[Time]
    deleted_at: Mapped[Time | None]


class Reaction(Base):
    __tablename__ = "reactions"
    __table_args__ = (sa.UniqueConstraint("board_id", "note", "sign", "seat"),
                      sa.Index("ix_reactions_board_id_seat", "board_id", "seat"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    note: Mapped[RecordId]
    sign: Mapped[str] = mapped_column(sa.String(16))
    seat: Mapped[RecordId]
    anonymous: Mapped[str] = mapped_column(sa.String(8))


class Translation(Base):
    """A note's text in another language, one for each. `source` is a checksum of the text that it was made from."""
    __tablename__ = "translations"
    __table_args__ = (sa.UniqueConstraint("board_id", "note", "language"),
                      sa.Index("ix_translations_board_id_seat", "board_id", "seat"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    note: Mapped[RecordId]
    language: Mapped[str] = mapped_column(sa.String(35))
    text: Mapped[str] = mapped_column(sa.Text)
    machine: Mapped[bool]
    source: Mapped[int]
    seat: Mapped[RecordId]
    anonymous: Mapped[str] = mapped_column(sa.String(8))
    created_at: Mapped[Time]
    edited_at: Mapped[Time]
