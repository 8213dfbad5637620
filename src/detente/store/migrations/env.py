"""Alembic's way into the store: runs on the connection that it is given, never on one of its own."""

from __future__ import annotations

from alembic import context

from detente.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
