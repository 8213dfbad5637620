"""Against whom a deed is whose words name no state: what suspends or closes a line of two is done to the other of them.

In: the events of a version and what it declares. Out: the events, where "suspended cooperation on drugs" now has the
side with which the line is; what is declared once is aimed once, by the surest event that tells it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.model import Actor, Country, Event, Span
from detente.record.nouns import Declaration

SHUT = frozenset({"suspended", "closed"})


def aimed(events: Sequence[Event], declared: Sequence[Declaration], names: Mapping[Country, str]) -> tuple[Event, ...]:
    """The events in their order, those by which a line was shut with the other side of it as their target."""
    told = list(events)
    once = {(d.start, d.by, d.sides): d for d in reversed(declared) if d.state in SHUT}
    for declaration in once.values():
        found = [n for n, event in enumerate(told) if _shuts(event, declaration)]
        other = next((side for side in declaration.sides if side != declaration.by), None)
        if found and other is not None and not any(_reaches(e, declaration, other) for e in events):
            surest = max(found, key=lambda n: (told[n].confidence, -n))
            told[surest] = _against(told[surest], declaration, other, names.get(other))
    return tuple(told)


def _shuts(event: Event, declaration: Declaration) -> bool:
    """Whether an event against nobody known is the deed that a sentence declares."""
    unaimed = event.target is None or event.target.country is None
    deed = event.quad == "Q4" and event.plover_root == "SANCTION" and event.realis == "actual"
    return unaimed and deed and event.source.country == declaration.by and _told_there(event, declaration)


def _reaches(event: Event, declaration: Declaration, other: Country) -> bool:
    """Whether the words of a deed name the other side themselves."""
    aimed_at = event.target is not None and event.target.country == other
    return aimed_at and event.quad == "Q4" and event.realis == "actual" and _told_there(event, declaration)


def _told_there(event: Event, declaration: Declaration) -> bool:
    return any(declaration.start <= span.start < declaration.end for span in event.evidence)


def _against(event: Event, declaration: Declaration, other: Country, name: str | None) -> Event:
    """The deed against the other side. It breaks off a line, and not only the engagement that stands beside it."""
    span: Span = event.target.span if event.target is not None else event.source.span
    target = Actor(name, None, None, other, "state", True, span, (span,))
    when = event.when if event.when.edtf else replace(event.when, edtf=declaration.at)
    rule = f"{event.rule}; {declaration.rule}"
    return replace(event, target=target, engagement=None, when=when, rule=rule)
