"""Keeping and letting go: retention, what facilitators did, how far back catching up reaches, what is done once a day."""
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("board_id", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("seat_id", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_audit_board_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_audit")))
    op.create_index("ix_audit_board_id_at", "audit", ["board_id", "at"], unique=False)
    op.create_table(
        "chores",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chores")))
    for name in ("keep_days", "catch_up_from"):
        op.add_column("boards", sa.Column(name, sa.Integer(), server_default="0", nullable=False))
