"""The first schema."""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table('boards',
    sa.Column('id', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('edit_right', sa.String(length=16), nullable=False),
    sa.Column('join_open', sa.Boolean(), nullable=False),
    sa.Column('locked', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.Column('code', sa.String(length=8), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.CheckConstraint("edit_right in ('own', 'association', 'everyone')", name=op.f('ck_boards_edit_right')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_boards')),
    sa.UniqueConstraint('code', name=op.f('uq_boards_code'))
    )
    op.create_table('changes',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('change_id', sa.String(length=64), nullable=False),
    sa.Column('seat_id', sa.String(length=36), nullable=False),
    sa.Column('at', sa.String(length=24), nullable=False),
    sa.Column('steps', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_changes_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'seq', name=op.f('pk_changes')),
    sa.UniqueConstraint('board_id', 'seat_id', 'change_id', name=op.f('uq_changes_board_id_seat_id_change_id'))
    )
    op.create_table('links',
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('purpose', sa.String(length=16), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_links_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key_hash', name=op.f('pk_links'))
    )
    op.create_index(op.f('ix_links_board_id'), 'links', ['board_id'], unique=False)
    op.create_table('notes',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('theme', sa.String(length=36), nullable=False),
    sa.Column('x', sa.Float(precision=53), nullable=False),
    sa.Column('y', sa.Float(precision=53), nullable=False),
    sa.Column('z', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('text_rev', sa.Integer(), nullable=False),
    sa.Column('sdgs', sa.String(length=64), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('seat', sa.String(length=36), nullable=False),
    sa.Column('association', sa.String(length=60), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.Column('edited_at', sa.String(length=24), nullable=False),
    sa.Column('deleted_at', sa.String(length=24), nullable=True),
    sa.Column('deleted_by', sa.String(length=36), nullable=True),
    sa.CheckConstraint("kind in ('challenge', 'solution')", name=op.f('ck_notes_kind')),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_notes_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_notes'))
    )
    op.create_index('ix_notes_board_id_deleted_at_z', 'notes', ['board_id', 'deleted_at', 'z'], unique=False)
    op.create_index('ix_notes_board_id_theme', 'notes', ['board_id', 'theme'], unique=False)
    op.create_table('refusals',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('seat_id', sa.String(length=36), nullable=False),
    sa.Column('change_id', sa.String(length=64), nullable=False),
    sa.Column('at', sa.String(length=24), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_refusals_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'seat_id', 'change_id', name=op.f('pk_refusals'))
    )
    op.create_table('seats',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('association', sa.String(length=60), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('role_title', sa.String(length=60), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.CheckConstraint("role in ('viewer', 'participant', 'facilitator')", name=op.f('ck_seats_role')),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_seats_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_seats'))
    )
    op.create_table('text_steps',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('note_id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('delta', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_text_steps_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'note_id', 'rev', name=op.f('pk_text_steps'))
    )
    op.create_table('themes',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('color', sa.String(length=16), nullable=False),
    sa.Column('sign', sa.String(length=16), nullable=False),
    sa.Column('order', sa.Float(precision=53), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_themes_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_themes'))
    )
    op.create_table('tokens',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('seat_id', sa.String(length=36), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['board_id', 'seat_id'], ['seats.board_id', 'seats.id'], name=op.f('fk_tokens_board_id_seat_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_tokens'))
    )


def downgrade() -> None:
    op.drop_table('tokens')
    op.drop_table('themes')
    op.drop_table('text_steps')
    op.drop_table('seats')
    op.drop_table('refusals')
    op.drop_index('ix_notes_board_id_theme', table_name='notes')
    op.drop_index('ix_notes_board_id_deleted_at_z', table_name='notes')
    op.drop_table('notes')
    op.drop_index(op.f('ix_links_board_id'), table_name='links')
    op.drop_table('links')
    op.drop_table('changes')
    op.drop_table('boards')
