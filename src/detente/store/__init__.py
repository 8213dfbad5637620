"""The record on disk: schema, migrations, writing and the one layer of queries, for SQLite and PostgreSQL."""
