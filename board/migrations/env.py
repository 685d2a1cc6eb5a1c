"""Alembic's environment: migrations run on the connection that `db.migrate` hands over."""
from alembic import context

from board.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True,
                  transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
