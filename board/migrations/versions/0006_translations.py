"""Notes in other languages, and who may translate them all."""
import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "translations",
        sa.Column("board_id", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("note", sa.String(length=36), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("machine", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(length=36), nullable=False),
        sa.Column("anonymous", sa.String(length=8), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("edited_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_translations_board_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_translations")),
        sa.UniqueConstraint("board_id", "note", "language", name=op.f("uq_translations_board_id_note_language")))
    op.create_index("ix_translations_board_id_seat", "translations", ["board_id", "seat"], unique=False)
    op.add_column("seats", sa.Column("interpreter", sa.Boolean(), server_default=sa.false(), nullable=False))
