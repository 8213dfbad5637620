"""Mends what an older program left in a store: reviews that say nothing that can be, and the records they spoiled.

In: an engine. Out: the reviews that are passed over, each with why. The log keeps them, and their records are
concluded anew.
"""

from __future__ import annotations

from sqlalchemy import Engine

from detente.issues import note
from detente.model import Issue
from detente.record.reviews import Review
from detente.run.local import knowledge
from detente.store import concluding
from detente.store.correcting import spoiled, unusable
from detente.store.queries import waiting
from detente.store.taking import soil


def mended(engine: Engine) -> list[Issue]:
    """Passes over the reviews that cannot be applied; writes only where a stored record holds what one put there."""
    with engine.connect() as connection:
        found = unusable(connection)
        blocks = spoiled(connection, (review for review, _ in found)) if found else set()
    if blocks:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            soil(connection, blocks)
        concluding.conclude(engine, knowledge())
    return [note("DET-301", _told(review, why)) for review, why in found]


def unfinished(engine: Engine) -> list[Issue]:
    """That not all that was read is concluded: `add` without anything to add finishes it."""
    with engine.connect() as connection:
        waits = waiting(connection)
    words = f"{waits} {'parts' if waits > 1 else 'part'} of the record wait to be concluded; add() finishes it"
    return [note("DET-302", words)] if waits else []


def _told(review: Review, why: str) -> str:
    return (
        f"review {review.number} by {review.reviewer} of {', '.join(review.ids)} is passed over: {why};"
        f" take it back with: detente review undo {review.number}"
    )
