"""How Alembic reaches the database: over the connection that the program hands it, within its transaction."""

from alembic import context

from duty_console.database.base import Row

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Row.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
