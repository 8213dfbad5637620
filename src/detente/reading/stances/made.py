"""A promise read, before it is numbered: whose, to whom, in what words, and which of them are one.

In: the promises that a document tells of. Out: the same, each once, with where it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.model import Commitment, CommitmentStatus, Country, Span, Time
from detente.reading.speech.attribution import Draft
from detente.reading.stances.origins import Origins

# the statuses of a promise that stands: the same words tell of one of them
GIVEN = {"made", "reaffirmed"}


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A commitment before it has a number."""

    draft: Draft | None
    by: tuple[Country, ...]
    to: tuple[Country, ...]
    content: Span
    status: CommitmentStatus
    ascribed_by: Country | None
    refers_to: Span | None
    due: Time
    rule: str

    def commitment(self, number: int, statement: str | None) -> Commitment:
        return Commitment(
            f"c{number}",
            self.by,
            self.to,
            self.content,
            self.status,
            self.ascribed_by,
            self.refers_to,
            self.due,
            statement,
            self.rule,
            0.7 if statement else 0.6,
        )


def side_telling(draft: Draft, drafts: Sequence[Draft]) -> Country | None:
    """The side in whose statement a promise is told of: the other side's word for it."""
    at = draft.cue_span.start if draft.cue_span is not None else draft.content.start
    around = [d for d in drafts if d is not draft and d.on_behalf_of and d.content.start <= at < d.content.end]
    inner = min(around, key=lambda d: d.content.end - d.content.start, default=None)
    return inner.on_behalf_of if inner is not None else None


def says_so(
    draft: Draft, drafts: Sequence[Draft], by: Sequence[Country], own: Country | None, together: bool = False
) -> Country | None:
    """Whose word a promise is: of the side that tells of it, of the state whose paper it is, else of the one that made
    it; nobody's, where somebody tells of it who speaks for no side. That several agreed `together` is the report's."""
    told = side_telling(draft, drafts) or (own if own not in by else None)
    if together:
        return told or own
    return told or (draft.on_behalf_of if draft.teller is None else None)


def grounded(draft: CommitmentDraft, origins: Origins) -> CommitmentDraft:
    """A promise called in, with what the next sentence says of where it was made."""
    if draft.status != "urged" or draft.refers_to is not None:
        return draft
    return replace(draft, refers_to=origins.of(draft.content))


def without_nested(found: Sequence[CommitmentDraft]) -> list[CommitmentDraft]:
    """The same promise told once; a vow whose words tell of keeping an agreement is one commitment."""
    kept: list[CommitmentDraft] = []
    for draft in found:
        twin = any(
            set(draft.by) <= set(k.by)
            and (k.status == draft.status or {k.status, draft.status} == GIVEN)
            and k.content.start <= draft.content.start
            and draft.content.end <= k.content.end
            for k in kept
        )
        if not twin:
            kept.append(draft)
    return kept
