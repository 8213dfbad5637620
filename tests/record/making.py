"""Claims made by hand, for tests of concluding: what a test does not name is plain."""

from __future__ import annotations

import hashlib
from typing import Any

from detente.record.nouns import EngagementClaim, Person, PlaceName, Quote, Word

OFFICES = {"Foreign Minister": "foreign", "President": "head_of_state", "Defence Minister": "defence"}


def claim(
    document: str, known_at: str, *, people: tuple[tuple[str | None, str, str], ...] = (), status: str = "held",
    when: str | None = None, form: str = "meeting", sides: tuple[str, ...] = ("KEN", "NOR"),
    places: tuple[tuple[str, str], ...] = (), by: str | None = None, ordinal: int = 0, **more: Any,
) -> EngagementClaim:  # fmt: skip
    """A claim of `document`; `people` are (name, post, country), `by` who says so."""
    key = f"{document}-{more.get('version', 1)}-{ordinal}"
    words = more.pop("words", (Word(status, None, by, more.pop("reason", None), 0, 5, "words"),))  # type: ignore[arg-type]
    plain: dict[str, Any] = {
        "id": f"eng-{hashlib.sha256(key.encode()).hexdigest()[:16]}", "document": document, "version": 1,
        "latest": True, "ordinal": ordinal, "known_at": known_at, "side": None, "voice": "other", "language": "en",
        "form": form, "level": "minister", "track": "1", "countries": tuple(sorted(sides)),
        "people": tuple(Person(n, p, c, "principal") for n, p, c in people),
        "portfolios": tuple((c, OFFICES[p]) for _, p, c in people if p in OFFICES), "when": when,
        "when_kind": "actual" if status == "held" else "planned", "places": tuple(PlaceName(n, c) for n, c in places),
        "status": status, "words": words, "initiator": None, "initiator_claimed_by": None, "parent": None,
        "topics": (), "background": False, "evidence": (Quote(document, 0, 5, "words"),),
        "rule": "engagements/test", "confidence": 0.8, "channel": "foreign_ministers",
    }  # fmt: skip
    return EngagementClaim(**{**plain, **more})


EIDE = ("Espen Barth Eide", "Foreign Minister", "NOR")
MUDAVADI = ("Musalia Mudavadi", "Foreign Minister", "KEN")
BOTH = (EIDE, MUDAVADI)
