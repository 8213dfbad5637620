"""The board: as JSON, and as a page for the terminal that one would pin to a wall."""

from __future__ import annotations

from typing import Any

from detente.record.nouns import ChannelLine
from detente.store.board import Board


def plain(board: Board) -> dict[str, Any]:
    """The board with the fields of the contract."""
    return {
        "pair": list(board.pair),
        "as_of": board.as_of,
        "coverage": list(board.coverage),
        "channels": [_channel(line) for line in board.channels],
        "planned": [r.id for r in board.planned],
        "open_commitments": [r.id for r in board.open_commitments],
        "changes": list(board.changes),
    }


def _channel(line: ChannelLine) -> dict[str, Any]:
    used, said = line.last_used, line.declared
    return {
        "channel": line.channel,
        "state": line.state,
        "last_used": {"date": used.date, "engagement": used.engagement} if used else None,
        "declared": {"state": said.state, "by": said.by, "at": said.at, "document": said.document, "text": said.text}
        if said
        else None,
        "planned": list(line.planned),
    }
