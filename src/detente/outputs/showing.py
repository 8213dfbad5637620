"""One record with what it rests on: as JSON, and on a terminal."""

from __future__ import annotations

from typing import Any

from detente.store.accounts import Shown


def plain(shown: Shown) -> dict[str, Any]:
    """The record with the fields of the contract."""
    return {
        "record": shown.record,
        "claims": list(shown.claims),
        "reviews": list(shown.reviews),
        "redirects": list(shown.redirects),
    }
