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
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("band", "document"),
    )
    op.create_table(
        "blocks",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "a", "b", "block"),
    )
    op.create_index("blocks_b", "blocks", ["kind", "b"], unique=False)
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
    op.create_table(
        "copies",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
    )
    op.create_index("copies_other", "copies", ["other"], unique=False)
    op.create_table(
        "dirty",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "block"),
    )
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
    op.create_table(
        "mentions",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "document", "side"),
    )
    op.create_index("mentions_document", "mentions", ["document"], unique=False)
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
    op.create_table(
        "readings",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("codebook", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document", "version"),
    )
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
    op.create_table(
        "redirects",
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("old"),
    )
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
    op.create_table(
        "set_aside",
        sa.Column("input", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("input"),
    )
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


def downgrade() -> None:
    """Drops them."""
    op.drop_index("versions_side", table_name="versions")
    op.drop_index("versions_known", table_name="versions")
    op.drop_table("versions")
    op.drop_table("set_aside")
    op.drop_table("reviews")
    op.drop_table("redirects")
    op.drop_index("records_first", table_name="records")
    op.drop_index("records_block", table_name="records")
    op.drop_table("records")
    op.drop_table("readings")
    op.drop_index("pairs_use", table_name="pairs")
    op.drop_index("pairs_record", table_name="pairs")
    op.drop_index("pairs_block", table_name="pairs")
    op.drop_index("pairs_b", table_name="pairs")
    op.drop_table("pairs")
    op.drop_index("mentions_document", table_name="mentions")
    op.drop_table("mentions")
    op.drop_index("items_pair", table_name="items")
    op.drop_table("items")
    op.drop_table("dirty")
    op.drop_index("copies_other", table_name="copies")
    op.drop_table("copies")
    op.drop_index("claims_record", table_name="claims")
    op.drop_index("claims_document", table_name="claims")
    op.drop_index("claims_block", table_name="claims")
    op.drop_table("claims")
    op.drop_index("blocks_b", table_name="blocks")
    op.drop_table("blocks")
    op.drop_table("bands")
