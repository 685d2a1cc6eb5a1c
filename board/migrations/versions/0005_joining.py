"""What a seat wrote is found by the seat: everybody who joins asks for it."""
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for table in ("comments", "reactions"):
        op.create_index(f"ix_{table}_board_id_seat", table, ["board_id", "seat"], unique=False)
