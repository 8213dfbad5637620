"""One record with what it rests on: as JSON, and on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.outputs.agenda import COLOURS
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.summary import MARKS
from detente.outputs.wordings import spoken, who
from detente.record.nouns import EngagementRecord, Entry, Match
from detente.store.accounts import FieldClaim, Shown
from detente.store.coding import restored

LONGEST = 160


def plain(shown: Shown) -> dict[str, Any]:
    """The record with the fields of the contract."""
    return {
        "record": shown.record,
        "claims": list(shown.claims),
        "reviews": list(shown.reviews),
        "redirects": list(shown.redirects),
    }


def render(shown: Shown, console: Console) -> None:
    """Prints a record: its fields, its time line, the claims under it, why they are one, and the reviews."""
    record = shown.record
    console.print()
    if isinstance(record, EngagementRecord):
        _engagement(record, console)
    else:
        console.print(Text(f"{record.id}", style="bold").append(f"  “{clean(record.content.text)}”"))
    console.print(Text("\nclaims", style="bold"))
    for quoted, claims in _by_span(shown.claims).items():
        console.print(_claims(quoted, claims))
    matched = [(claim, restored(why, Match)) for claim, why in shown.matches if why]
    if matched:
        console.print(Text("\nwhy they are one", style="bold"))
    for joined, why in matched:
        console.print(_why(joined, why))
    if shown.redirects:
        console.print(Text(f"\nalso known as {', '.join(shown.redirects)}", style="dim"))
    for review in shown.reviews:
        said = f"review {review.number} by {clean(review.reviewer)}: {review.action}, {clean(review.reason)}"
        console.print(Text(said))


def _engagement(record: EngagementRecord, console: Console) -> None:
    mark = Text(f"{MARKS[record.status]} {spoken(record.status)} ", style=f"bold {COLOURS[record.status]}")
    console.print(mark.append(f"{spoken(record.form)}  ", style="bold").append(in_words(record.when)))
    console.print(Text(f"  {clean(who(record))}"))
    details = (
        ("where", ", ".join(p.name for p in record.places)), ("channel", record.channel or ""),
        ("asked for by", record.initiator or ""), ("part of", record.parent or ""),
        ("topics", "; ".join(record.topics)), ("documents", ", ".join(record.documents)),
        ("recalled in", ", ".join(record.background_in)), ("independent sources", str(record.families)),
        ("confidence", f"{record.confidence:.2f}"), ("id", record.id),
    )  # fmt: skip
    for name, value in details:
        if value:
            console.print(Text(f"  {name:<20}", style="dim").append(clean(value)))
    console.print(Text("\ntime line", style="bold"))
    for entry in record.history:
        console.print(_entry(entry))


def _entry(entry: Entry) -> Text:
    at = f" for {in_words(entry.at)}" if entry.at else ""
    by = f", says {clean(entry.claimed_by)}" if entry.claimed_by else ""
    text = Text(f"  {entry.known_at}  ", style="dim").append(spoken(entry.status), style=COLOURS[entry.status])
    text.append(f"{at}{by}  ").append(clean(entry.document), style="dim")
    return text.append(f"  “{cut(entry.reason, 120)}”") if entry.reason else text


def _by_span(claims: Iterable[FieldClaim]) -> dict[tuple[str, int, int, str], list[FieldClaim]]:
    """The claims that stand on the same words."""
    found: dict[tuple[str, int, int, str], list[FieldClaim]] = {}
    for claim in claims:
        found.setdefault((claim.document, claim.start, claim.end, claim.text), []).append(claim)
    return found


def _claims(quoted: tuple[str, int, int, str], claims: Iterable[FieldClaim]) -> Padding:
    """The words, where they stand, and what they are taken to say."""
    document, start, end, text = quoted
    shown = Text(f"“{cut(text, LONGEST)}”").append(f"  {clean(document)} {start}–{end}\n", style="dim")
    for n, claim in enumerate(claims):
        shown.append(" · " if n else "  ", style="dim").append(f"{claim.field} ", style="dim").append(
            _value(claim.value)
        )
    return Padding(shown, (0, 0, 0, 2))


def _value(value: Any) -> str:
    return cut(", ".join(map(str, value)) if isinstance(value, list) else str(value), 40)


def _why(claim: str, match: Match) -> Text:
    told = "; ".join(f"{f.name} {f.points:g}: {f.verdict}" for f in match.features if f.points)
    return Text(f"  {claim}  {match.score:g}  ", style="dim").append(clean(told))
