"""The tables. Rows of records carry the same names as the fields of PROTOCOL.md; rules live in `records`.

Times are ISO 8601 text in UTC with milliseconds and a `Z`: it sorts, travels as it is and means the same everywhere.
"""
from __future__ import annotations

from typing import Annotated, Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BoardId = Annotated[str, mapped_column(sa.String(16))]
RecordId = Annotated[str, mapped_column(sa.String(36))]
Time = Annotated[str, mapped_column(sa.String(24))]
Digest = Annotated[str, mapped_column(sa.String(64))]


class Json(sa.types.TypeDecorator[Any]):
    """Lists and objects as JSON text."""
    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str:
        return orjson.dumps(value).decode()

    def process_result_value(self, value: Any, dialect: Any) -> Any:
        return orjson.loads(value)


# Columns that came later have defaults in the database: SQLite cannot add a column without, nor drop the default after.
ALL_ACTIONS = '["challenge","solution","move","group","comment","vote"]'
NO_TIMER = '{"state":"off","seconds":0,"left":0,"ends_at":"","lock":false}'
JsonText = Annotated[Any, mapped_column(Json)]
Place = Annotated[float, mapped_column(sa.Float(53))]


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s"})


def of_board() -> Mapped[str]:
    """The column by which a row belongs to a board, as part of its key."""
    return mapped_column(sa.String(16), sa.ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True)


class Board(Base):
    """`history_from`: the oldest number whose state can be rebuilt, -1 while there is none. `catch_up_from`: who is further back
    than that loads the board anew, for changes before it were pruned or rewritten."""
    __tablename__ = "boards"
    __table_args__ = (sa.CheckConstraint("edit_right in ('own', 'association', 'everyone')", name="edit_right"),)
    id: Mapped[BoardId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(120))
    language: Mapped[str] = mapped_column(sa.String(35))
    edit_right: Mapped[str] = mapped_column(sa.String(16))
    join_open: Mapped[bool]
    locked: Mapped[bool]
    may: Mapped[Any] = mapped_column(Json, server_default=ALL_ACTIONS)
    step: Mapped[RecordId] = mapped_column(server_default="")
    private: Mapped[bool] = mapped_column(server_default=sa.false())
    authors: Mapped[str] = mapped_column(sa.String(16), server_default="named")
    moderate: Mapped[bool] = mapped_column(server_default=sa.false())
    timer: Mapped[Any] = mapped_column(Json, server_default=NO_TIMER)
    leader: Mapped[RecordId] = mapped_column(server_default="")
    bring: Mapped[Any] = mapped_column(Json, server_default="null")
    stage: Mapped[Any] = mapped_column(Json, server_default="null")
    purpose: Mapped[str] = mapped_column(sa.String(600), server_default="")
    question: Mapped[str] = mapped_column(sa.String(600), server_default="")
    collecting: Mapped[bool] = mapped_column(server_default=sa.false())
    archived: Mapped[bool] = mapped_column(server_default=sa.false())
    keep_days: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[Time]
    code: Mapped[str] = mapped_column(sa.String(8), unique=True)
    seq: Mapped[int]
    history_from: Mapped[int] = mapped_column(server_default="-1")
    catch_up_from: Mapped[int] = mapped_column(server_default="0")


class Link(Base):
    """A key that grants a role or opens the form; only its SHA-256 is kept. Replacing one makes the old row inactive."""
    __tablename__ = "links"
    key_hash: Mapped[Digest] = mapped_column(primary_key=True)
    board_id: Mapped[BoardId] = mapped_column(sa.ForeignKey("boards.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(sa.String(16))    # see access.PURPOSES
    active: Mapped[bool]
    created_at: Mapped[Time]


class Seat(Base):
    __tablename__ = "seats"
    __table_args__ = (sa.CheckConstraint("role in ('viewer', 'participant', 'facilitator')", name="role"),)
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(60))
    association: Mapped[str] = mapped_column(sa.String(60))
    country: Mapped[str] = mapped_column(sa.String(2))
    language: Mapped[str] = mapped_column(sa.String(35))
    role_title: Mapped[str] = mapped_column(sa.String(60))
    role: Mapped[str] = mapped_column(sa.String(16))
    hand: Mapped[bool] = mapped_column(server_default=sa.false())
    hand_at: Mapped[Time] = mapped_column(server_default="")
    done_for: Mapped[RecordId] = mapped_column(server_default="")
    blocked: Mapped[bool] = mapped_column(server_default=sa.false())
    interpreter: Mapped[bool] = mapped_column(server_default=sa.false())
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
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
    color: Mapped[str] = mapped_column(sa.String(16))
    sign: Mapped[str] = mapped_column(sa.String(16))
    order: Mapped[Place]
    locked: Mapped[bool] = mapped_column(server_default=sa.false())


class Cluster(Base):
    __tablename__ = "clusters"
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    theme: Mapped[RecordId]
    title: Mapped[str] = mapped_column(sa.String(80))
    x: Mapped[Place]
    y: Mapped[Place]
    w: Mapped[Place]
    h: Mapped[Place]
    collapsed: Mapped[bool]
    locked: Mapped[bool]
    created_at: Mapped[Time]


class Note(Base):
    """A note; `deleted_at` set means it lies in the trash. `theme` is no foreign key: a theme may go before the trash does."""
    __tablename__ = "notes"
    __table_args__ = (
        sa.CheckConstraint("kind in ('challenge', 'solution')", name="kind"),
        sa.Index("ix_notes_board_id_deleted_at_z", "board_id", "deleted_at", "z"),
        sa.Index("ix_notes_board_id_theme", "board_id", "theme"),
        sa.Index("ix_notes_board_id_cluster", "board_id", "cluster"),
        sa.Index("ix_notes_board_id_merged_into", "board_id", "merged_into"),
        sa.Index("ix_notes_board_id_seat", "board_id", "seat"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(16))
    theme: Mapped[RecordId]
    cluster: Mapped[RecordId] = mapped_column(server_default="")
    x: Mapped[Place]
    y: Mapped[Place]
    z: Mapped[int]
    text: Mapped[str] = mapped_column(sa.Text)
    text_rev: Mapped[int]
    sdgs: Mapped[str] = mapped_column(sa.String(64))        # "1,4,17"
    language: Mapped[str] = mapped_column(sa.String(35))
    status: Mapped[str] = mapped_column(sa.String(16), server_default="open")
    merged_into: Mapped[RecordId] = mapped_column(server_default="")
    locked: Mapped[bool] = mapped_column(server_default=sa.false())
    hidden: Mapped[str] = mapped_column(sa.String(200), server_default="")
    private: Mapped[bool] = mapped_column(server_default=sa.false())
    anonymous: Mapped[str] = mapped_column(sa.String(8), server_default="")
    origin: Mapped[Any] = mapped_column(Json, server_default="null")
    seat: Mapped[RecordId]
    association: Mapped[str] = mapped_column(sa.String(60))
    created_at: Mapped[Time]
    edited_at: Mapped[Time]
    deleted_at: Mapped[Time | None]
    deleted_by: Mapped[RecordId | None]


class Answer(Base):
    """A solution that answers a challenge."""
    __tablename__ = "answers"
    __table_args__ = (sa.UniqueConstraint("board_id", "solution", "challenge"),
                      sa.Index("ix_answers_board_id_challenge", "board_id", "challenge"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    solution: Mapped[RecordId]
    challenge: Mapped[RecordId]
    created_at: Mapped[Time]


class AgendaStep(Base):
    __tablename__ = "steps"
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
    task: Mapped[str] = mapped_column(sa.String(300))
    may: Mapped[JsonText]
    private: Mapped[bool]
    minutes: Mapped[int]
    order: Mapped[Place]


class Round(Base):
    __tablename__ = "rounds"
    __table_args__ = (sa.CheckConstraint("state in ('draft', 'open', 'closed')", name="state"),)
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
    votes: Mapped[int]
    most: Mapped[int]
    on: Mapped[str] = mapped_column(sa.String(16))
    kinds: Mapped[JsonText]
    themes: Mapped[JsonText]
    live: Mapped[bool]
    state: Mapped[str] = mapped_column(sa.String(16))
    results: Mapped[JsonText]
    opened_at: Mapped[Time]
    closed_at: Mapped[Time]
    created_at: Mapped[Time]


class Vote(Base):
    """One dot. `target` is a note or a cluster, as the round says."""
    __tablename__ = "votes"
    __table_args__ = (sa.Index("ix_votes_board_id_round_seat", "board_id", "round", "seat"),
                      sa.Index("ix_votes_board_id_seat", "board_id", "seat"))
    board_id: Mapped[str] = of_board()
    id: Mapped[RecordId] = mapped_column(primary_key=True)
    round: Mapped[RecordId]
    target: Mapped[RecordId]
    proxy: Mapped[bool]
    association: Mapped[str] = mapped_column(sa.String(60))
    seat: Mapped[RecordId]


class TextStep(Base):
    """The last deltas of a note's text: `delta` (JSON) led to revision `rev`."""
    __tablename__ = "text_steps"
    board_id: Mapped[str] = of_board()
    note_id: Mapped[RecordId] = mapped_column(primary_key=True)
    rev: Mapped[int] = mapped_column(primary_key=True)
    delta: Mapped[str] = mapped_column(sa.Text)


class Change(Base):
    """The number line. `steps` is JSON; `tags` (JSON, one for each step; null when everybody may see everything) says who
    may see them, see `secrecy`; of a `quiet` change only its author learns whose it is."""
    __tablename__ = "changes"
    __table_args__ = (sa.UniqueConstraint("board_id", "seat_id", "change_id"),)
    board_id: Mapped[str] = of_board()
    seq: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[str] = mapped_column(sa.String(64))
    seat_id: Mapped[RecordId]
    at: Mapped[Time]
    steps: Mapped[str] = mapped_column(sa.Text)
    tags: Mapped[str | None] = mapped_column(sa.Text)
    quiet: Mapped[bool] = mapped_column(server_default=sa.false())


class Refusal(Base):
    """Outcomes of refused changes, so that a repeat gets the first answer. `outcome` is JSON."""
    __tablename__ = "refusals"
    board_id: Mapped[str] = of_board()
    seat_id: Mapped[RecordId] = mapped_column(primary_key=True)
    change_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    at: Mapped[Time]
    outcome: Mapped[str] = mapped_column(sa.Text)
