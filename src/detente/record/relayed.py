"""Whose word a statement is, where it stands in another's words: "X said that Y had pledged …" is X's word for it.

In: the statements of a reading. Out: for each that somebody of another side, or of none, tells of, what that one says.
What a side's own spokesman or minister tells of it is its own word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.model import Position, Statement


def tellers(statements: Sequence[Statement]) -> dict[str, Statement]:
    """By the id of a statement that another tells of, the nearest statement around it that is not of its side."""
    found = ((s.id, _teller(s, statements)) for s in statements)
    return {name: teller for name, teller in found if teller is not None}


def told_by(position: Position, told: Mapping[str, Statement], statements: Sequence[Statement]) -> Statement | None:
    """Whose word a position is, where another tells of it; `told` are the `tellers` of the statements. A deed that
    somebody tells of ("X said that Y wants …") is no statement, and its position has the teller's."""
    if position.statement is not None and position.statement in told:
        return told[position.statement]
    if " + " not in position.rule:
        return None
    own = next((s for s in statements if s.id == position.statement), None)
    return own if own is not None and own.on_behalf_of != position.holder.country else None


def own_words(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that are their side's own word."""
    told = tellers(statements)
    return [s for s in statements if s.id not in told]


def _teller(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    cue = statement.cue
    if cue is None or len(statement.chain) < 2:
        return None
    around = (o for o in statements if o is not statement and o.content.start <= cue.start and cue.end <= o.content.end)
    others = (o for o in around if o.on_behalf_of != statement.on_behalf_of or o.on_behalf_of is None)
    passed = (o for o in others if any(link in statement.chain for link in o.chain))
    return min(passed, key=lambda o: o.content.end - o.content.start, default=None)
