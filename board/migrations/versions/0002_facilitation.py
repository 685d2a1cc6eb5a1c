"""The facilitator's table: agenda, private writing, clusters, answers, talk, votes, history."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table('answers',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('solution', sa.String(length=36), nullable=False),
    sa.Column('challenge', sa.String(length=36), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_answers_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_answers')),
    sa.UniqueConstraint('board_id', 'solution', 'challenge', name=op.f('uq_answers_board_id_solution_challenge'))
    )
    op.create_index('ix_answers_board_id_challenge', 'answers', ['board_id', 'challenge'], unique=False)
    op.create_table('checkpoints',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(length=16), nullable=False),
    sa.Column('at', sa.String(length=24), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_checkpoints_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'seq', 'reason', name=op.f('pk_checkpoints'))
    )
    op.create_table('clusters',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('theme', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('x', sa.Float(precision=53), nullable=False),
    sa.Column('y', sa.Float(precision=53), nullable=False),
    sa.Column('w', sa.Float(precision=53), nullable=False),
    sa.Column('h', sa.Float(precision=53), nullable=False),
    sa.Column('collapsed', sa.Boolean(), nullable=False),
    sa.Column('locked', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_clusters_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_clusters'))
    )
    op.create_table('comments',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('note', sa.String(length=36), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('seat', sa.String(length=36), nullable=False),
    sa.Column('association', sa.String(length=60), nullable=False),
    sa.Column('anonymous', sa.String(length=8), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.Column('edited_at', sa.String(length=24), nullable=False),
    sa.Column('deleted_at', sa.String(length=24), nullable=True),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_comments_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_comments'))
    )
    op.create_index('ix_comments_board_id_note', 'comments', ['board_id', 'note'], unique=False)
    op.create_table('reactions',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('note', sa.String(length=36), nullable=False),
    sa.Column('sign', sa.String(length=16), nullable=False),
    sa.Column('seat', sa.String(length=36), nullable=False),
    sa.Column('anonymous', sa.String(length=8), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_reactions_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_reactions')),
    sa.UniqueConstraint('board_id', 'note', 'sign', 'seat', name=op.f('uq_reactions_board_id_note_sign_seat'))
    )
    op.create_table('rounds',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('votes', sa.Integer(), nullable=False),
    sa.Column('most', sa.Integer(), nullable=False),
    sa.Column('on', sa.String(length=16), nullable=False),
    sa.Column('kinds', sa.Text(), nullable=False),
    sa.Column('themes', sa.Text(), nullable=False),
    sa.Column('live', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('results', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.String(length=24), nullable=False),
    sa.Column('closed_at', sa.String(length=24), nullable=False),
    sa.Column('created_at', sa.String(length=24), nullable=False),
    sa.CheckConstraint("state in ('draft', 'open', 'closed')", name=op.f('ck_rounds_state')),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_rounds_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_rounds'))
    )
    op.create_table('steps',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('task', sa.String(length=300), nullable=False),
    sa.Column('may', sa.Text(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('order', sa.Float(precision=53), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_steps_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_steps'))
    )
    op.create_table('votes',
    sa.Column('board_id', sa.String(length=16), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('round', sa.String(length=36), nullable=False),
    sa.Column('target', sa.String(length=36), nullable=False),
    sa.Column('proxy', sa.Boolean(), nullable=False),
    sa.Column('association', sa.String(length=60), nullable=False),
    sa.Column('seat', sa.String(length=36), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['boards.id'], name=op.f('fk_votes_board_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'id', name=op.f('pk_votes'))
    )
    op.create_index('ix_votes_board_id_round_seat', 'votes', ['board_id', 'round', 'seat'], unique=False)
    op.create_index('ix_votes_board_id_seat', 'votes', ['board_id', 'seat'], unique=False)
    op.add_column('boards', sa.Column('may', sa.Text(), server_default='["challenge","solution","move","group","comment","vote"]', nullable=False))
    op.add_column('boards', sa.Column('step', sa.String(length=36), server_default='', nullable=False))
    op.add_column('boards', sa.Column('private', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('boards', sa.Column('authors', sa.String(length=16), server_default='named', nullable=False))
    op.add_column('boards', sa.Column('moderate', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('boards', sa.Column('timer', sa.Text(), server_default='{"state":"off","seconds":0,"left":0,"ends_at":"","lock":false}', nullable=False))
    op.add_column('boards', sa.Column('leader', sa.String(length=36), server_default='', nullable=False))
    op.add_column('boards', sa.Column('bring', sa.Text(), server_default='null', nullable=False))
    op.add_column('boards', sa.Column('stage', sa.Text(), server_default='null', nullable=False))
    op.add_column('boards', sa.Column('history_from', sa.Integer(), server_default='-1', nullable=False))
    op.add_column('changes', sa.Column('tags', sa.Text(), nullable=True))
    op.add_column('changes', sa.Column('quiet', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('notes', sa.Column('cluster', sa.String(length=36), server_default='', nullable=False))
    op.add_column('notes', sa.Column('status', sa.String(length=16), server_default='open', nullable=False))
    op.add_column('notes', sa.Column('merged_into', sa.String(length=36), server_default='', nullable=False))
    op.add_column('notes', sa.Column('locked', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('notes', sa.Column('hidden', sa.String(length=200), server_default='', nullable=False))
    op.add_column('notes', sa.Column('private', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('notes', sa.Column('anonymous', sa.String(length=8), server_default='', nullable=False))
    op.create_index('ix_notes_board_id_cluster', 'notes', ['board_id', 'cluster'], unique=False)
    op.create_index('ix_notes_board_id_merged_into', 'notes', ['board_id', 'merged_into'], unique=False)
    op.create_index('ix_notes_board_id_seat', 'notes', ['board_id', 'seat'], unique=False)
    op.add_column('seats', sa.Column('hand', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('seats', sa.Column('hand_at', sa.String(length=24), server_default='', nullable=False))
    op.add_column('seats', sa.Column('done_for', sa.String(length=36), server_default='', nullable=False))
    op.add_column('seats', sa.Column('blocked', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('themes', sa.Column('locked', sa.Boolean(), server_default=sa.false(), nullable=False))
