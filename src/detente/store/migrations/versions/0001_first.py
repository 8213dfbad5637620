"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    for make in TABLES.values():
        make()


def downgrade() -> None:
    """Drops them, the last one first; their indices go with them."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _bands() -> None:
    """Bands of near-duplicate hashes, by which likely copies find each other."""
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("band", "document"),
    )


def _blocks() -> None:
    """The blocks of a pair of sides."""
    op.create_table(
        "blocks",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "a", "b", "block"),
    )
    op.create_index("blocks_b", "blocks", ["kind", "b"], unique=False)


def _claims() -> None:
    """What versions say, each claim with the record that it is in."""
    op.create_table(
        "claims",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("claims_block", "claims", ["kind", "block", "known_at"], unique=False)
    op.create_index("claims_document", "claims", ["document"], unique=False)
    op.create_index("claims_record", "claims", ["record"], unique=False)


def _copies() -> None:
    """Pairs of documents that copy one another."""
    op.create_table(
        "copies",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
    )
    op.create_index("copies_other", "copies", ["other"], unique=False)


def _dirty() -> None:
    """The blocks that are still to be concluded."""
    op.create_table(
        "dirty",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "block"),
    )


def _items() -> None:
    """Statements, events and tenures of the readings."""
    op.create_table(
        "items",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("known_at", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=True),
        sa.Column("b", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "version", "kind", "number"),
    )
    op.create_index("items_pair", "items", ["kind", "a", "b", "day"], unique=False)


def _mentions() -> None:
    """Which pairs a document speaks of, and which side speaks in it."""
    op.create_table(
        "mentions",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "document", "side"),
    )
    op.create_index("mentions_document", "mentions", ["document"], unique=False)


def _pairs() -> None:
    """The records between two sides."""
    op.create_table(
        "pairs",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "a", "b", "record"),
    )
    op.create_index("pairs_b", "pairs", ["kind", "b", "a"], unique=False)
    op.create_index("pairs_block", "pairs", ["kind", "block"], unique=False)
    op.create_index("pairs_record", "pairs", ["record"], unique=False)
    op.create_index("pairs_use", "pairs", ["kind", "a", "b", "status", "channel", "day"], unique=False)


def _readings() -> None:
    """What was read in a version."""
    op.create_table(
        "readings",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("codebook", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document", "version"),
    )


def _records() -> None:
    """What is concluded."""
    op.create_table(
        "records",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("known_at", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=True),
        sa.Column("last", sa.String(), nullable=True),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("records_block", "records", ["kind", "block"], unique=False)
    op.create_index("records_first", "records", ["kind", "first"], unique=False)


def _redirects() -> None:
    """Claims that a newer reading has replaced."""
    op.create_table(
        "redirects",
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("old"),
    )


def _reviews() -> None:
    """The log of corrections."""
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("ids", sa.Text(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def _set_aside() -> None:
    """Inputs that gave nothing."""
    op.create_table(
        "set_aside",
        sa.Column("input", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("input"),
    )


def _versions() -> None:
    """The frozen texts of documents."""
    op.create_table(
        "versions",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("known_at", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=True),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("document", "version"),
        sa.UniqueConstraint("document", "sha256"),
    )
    op.create_index("versions_known", "versions", ["known_at"], unique=False)
    op.create_index("versions_side", "versions", ["side", "known_at"], unique=False)


TABLES = {
    "bands": _bands,
    "blocks": _blocks,
    "claims": _claims,
    "copies": _copies,
    "dirty": _dirty,
    "items": _items,
    "mentions": _mentions,
    "pairs": _pairs,
    "readings": _readings,
    "records": _records,
    "redirects": _redirects,
    "reviews": _reviews,
    "set_aside": _set_aside,
    "versions": _versions,
}
