"""What a busy pair needs: engagements in the order of a list, and what a pair stands on, counted beforehand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the indices and the table; what pairs stand on is counted by the next concluding."""
    op.create_index("records_when", "records", ["kind", sa.text("coalesce(first, known_at)"), "id"], unique=False)
    op.create_index("versions_later", "versions", ["version", "document"], unique=False)
    op.add_column("pairs", sa.Column("at", sa.String(), nullable=True))
    op.execute(
        "UPDATE pairs SET at = (SELECT coalesce(r.first, r.known_at) FROM records r WHERE r.id = pairs.record)"
        " WHERE kind = 'engagement'"
    )
    op.create_index("pairs_at", "pairs", ["kind", "a", "b", "at", "record"], unique=False)
    op.create_table(
        "covered",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "side"),
    )
    op.execute("INSERT INTO dirty (kind, block) SELECT DISTINCT 'coverage', a || '+' || b FROM mentions")


def downgrade() -> None:
    """Drops them."""
    op.execute("DELETE FROM dirty WHERE kind = 'coverage'")
    op.drop_table("covered")
    op.drop_index("versions_later", table_name="versions")
    op.drop_index("pairs_at", table_name="pairs")
    op.drop_column("pairs", "at")
    op.drop_index("records_when", table_name="records")
