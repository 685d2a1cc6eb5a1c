"""Take it home: exports, series, what is collected beforehand, where a note came from."""
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")))
    op.create_table(
        "series_boards",
        sa.Column("board_id", sa.String(length=16), nullable=False),
        sa.Column("series_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("readable", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_series_boards_board_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_series_boards_series_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_series_boards")),
        sa.UniqueConstraint("series_id", "place", name=op.f("uq_series_boards_series_id_place")))
    op.create_table(
        "exports",
        sa.Column("board_id", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seat_id", sa.String(length=36), nullable=False),
        sa.Column("format", sa.String(length=16), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(precision=53), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.CheckConstraint("state in ('waiting', 'ready', 'failed')", name=op.f("ck_exports_state")),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_exports_board_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_exports")))
    op.create_index("ix_exports_board_id_at", "exports", ["board_id", "at"], unique=False)
    op.create_table(
        "contributions",
        sa.Column("board_id", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("batch", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("theme", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("association", sa.String(length=60), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.CheckConstraint("kind in ('challenge', 'solution')", name=op.f("ck_contributions_kind")),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_contributions_board_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_contributions")))
    op.create_index("ix_contributions_board_id_batch", "contributions", ["board_id", "batch"], unique=False)
    for name in ("purpose", "question"):
        op.add_column("boards", sa.Column(name, sa.String(length=600), server_default="", nullable=False))
    for name in ("collecting", "archived"):
        op.add_column("boards", sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("notes", sa.Column("origin", sa.Text(), server_default="null", nullable=False))
