"""The tables beside a board's records: moments of its history, files asked for, series of boards, what is collected before a session,
what facilitators did, what is done once a day."""
from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from .models import Base, Digest, JsonText, RecordId, Time, of_board


class Checkpoint(Base):
    """A moment of a board's history with a name. The oldest has a `body` (JSON of all records), from which the changes
    after it lead to every later moment."""
    __tablename__ = "checkpoints"
    board_id: Mapped[str] = of_board()
    seq: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    at: Mapped[Time]
    body: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class Export(Base):
    """A file that somebody asked for: how (`wish`), what became of it, and `seq`, the board's number it shows. The file itself
    lies in the data folder, for a while."""
    __tablename__ = "exports"
    __table_args__ = (sa.CheckConstraint("state in ('waiting', 'ready', 'failed')", name="state"),
                      sa.Index("ix_exports_board_id_at", "board_id", "at"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    seat_id: Mapped[RecordId]
    format: Mapped[str] = mapped_column(sa.String(16))
    wish: Mapped[JsonText]
    at: Mapped[Time]
    state: Mapped[str] = mapped_column(sa.String(16))
    reason: Mapped[str] = mapped_column(sa.String(16))
    size: Mapped[int]
    seconds: Mapped[float] = mapped_column(sa.Float(53))
    seq: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(120))
    remarks: Mapped[JsonText]


class Series(Base):
    """Boards that follow one another."""
    __tablename__ = "series"
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(120))
    created_at: Mapped[Time]


class SeriesBoard(Base):
    """A board's place in its series. `readable`: people of the later boards may read it."""
    __tablename__ = "series_boards"
    __table_args__ = (sa.UniqueConstraint("series_id", "place"),)
    board_id: Mapped[str] = of_board()
    series_id: Mapped[RecordId] = mapped_column(sa.ForeignKey("series.id", ondelete="CASCADE"))
    place: Mapped[int]
    readable: Mapped[bool]


class Contribution(Base):
    """What somebody sent through the form, before it is on the board or refused. `batch` is what was sent together."""
    __tablename__ = "contributions"
    __table_args__ = (sa.CheckConstraint("kind in ('challenge', 'solution')", name="kind"),
                      sa.Index("ix_contributions_board_id_batch", "board_id", "batch"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    batch: Mapped[RecordId]
    kind: Mapped[str] = mapped_column(sa.String(16))
    theme: Mapped[RecordId]
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str] = mapped_column(sa.String(35))
    association: Mapped[str] = mapped_column(sa.String(60))
    secret_hash: Mapped[Digest]
    created_at: Mapped[Time]


class Audit(Base):
    """What a facilitator did, see `audit`: without texts, and never who wrote or voted what. `target` is a seat, a record as
    `type:id`, or ""; `seat_id` is "" where it was the server, or somebody who is erased."""
    __tablename__ = "audit"
    __table_args__ = (sa.Index("ix_audit_board_id_at", "board_id", "at"),)
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    at: Mapped[Time]
    seat_id: Mapped[RecordId]
    action: Mapped[str] = mapped_column(sa.String(16))
    target: Mapped[str] = mapped_column(sa.String(80))
    detail: Mapped[JsonText]


class Chore(Base):
    """When one of the processes last began what only one of them does, once a day."""
    __tablename__ = "chores"
    name: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    at: Mapped[Time]
