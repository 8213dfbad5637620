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
from detente.outputs.wordings import form_of, heading, in_quotes, spoken, standing_of, told_of_by, turn_in_words
from detente.record.nouns import CommitmentRecord, EngagementRecord, Entry, Match, PositionRecord
from detente.record.reviews import Review
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
    elif isinstance(record, CommitmentRecord):
        _promise(record, console, _corrected(shown, "status"))
    else:
        _position(record, console, _corrected(shown, "kind"))
    console.print(Text("\nclaims", style="bold"))
    for teller, fields in _by_teller(shown).items():
        console.print(Text(f"  {teller}  ").append(clean(fields[0].document), style="dim"))
        for quoted, claims in _by_span(fields).items():
            console.print(_claims(quoted, claims))
    matched = [(claim, restored(why, Match)) for claim, why in shown.matches if why]
    if matched:
        console.print(Text("\nwhy they are one", style="bold"))
    for joined, why in matched:
        console.print(_why(joined, why))
    if shown.redirects:
        console.print(Text(f"\nalso known as {', '.join(shown.redirects)}", style="dim"))
    for review in shown.reviews:
        console.print(_review(review, shown.undone.get(review.number)))


def _engagement(record: EngagementRecord, console: Console) -> None:
    mark = Text(f"{MARKS[record.status]} {spoken(record.status)} ", style=f"bold {COLOURS[record.status]}")
    console.print(mark.append(f"{form_of(record)}  ", style="bold").append(in_words(record.when)))
    console.print(Text(f"  {clean(heading(record))}"))
    _details(console, (
        ("where", ", ".join(p.name for p in record.places)), ("channel", record.channel or ""),
        ("asked for by", record.initiator or ""), ("part of", record.parent or ""),
        ("topics", "; ".join(record.topics)), ("documents", ", ".join(record.documents)),
        ("recalled in", ", ".join(record.background_in)), ("independent sources", str(record.families)),
        ("confidence", f"{record.confidence:.2f}"), ("id", record.id),
    ))  # fmt: skip
    console.print(Text("\ntime line", style="bold"))
    for entry in record.history:
        console.print(_entry(entry))


def _details(console: Console, details: Iterable[tuple[str, str]]) -> None:
    """Named values, a line each; what is empty is left out."""
    for name, value in details:
        if value:
            console.print(Text(f"  {name:<20}", style="dim").append(clean(value)))


def _corrected(shown: Shown, field: str) -> str:
    """That a person has written a field over, after its value: " by review 10"."""
    last = [r for r in shown.reviews if r.action == "relabel" and r.field == field and r.number not in shown.undone]
    return f" by review {last[-1].number}" if last else ""


def _promise(record: CommitmentRecord, console: Console, corrected: str) -> None:
    """Who promised whom what, who says so, and what became of it."""
    _headline(spoken(record.status), corrected, record.content.text, console)
    unconfirmed = {
        "confirmed": "", "unconfirmed": " alone; not confirmed by who is said to have promised it",
        "reported": "; no side's own word for it was read",
    }[standing_of(record)]  # fmt: skip
    _details(console, (
        ("promised by", ", ".join(record.by)), ("to", ", ".join(record.to)),
        ("due", in_words(record.due) if record.due else ""),
        ("promise told by", f"{told_of_by(record) or 'a report'}{unconfirmed}"),
        ("documents", ", ".join(record.documents)), ("id", record.id),
    ))  # fmt: skip
    console.print(Text("\ntime line", style="bold"))
    for entry in record.history:
        console.print(_turn(entry.known_at, entry.status, entry.at, entry.claimed_by, entry.document))


def _headline(what: str, corrected: str, words: str, console: Console) -> None:
    console.print(Text(what, style="bold").append(f"{corrected}  ", style="yellow").append(in_quotes(clean(words))))


def _position(record: PositionRecord, console: Console, corrected: str) -> None:
    """What a side stands for, toward whom, and how its words changed."""
    _headline(spoken(record.kind), corrected, record.content.text, console)
    _details(console, (
        ("held by", record.holder), ("toward", record.toward or ""), ("topic", record.topic),
        ("told", f"{in_words(record.first)} to {in_words(record.last)}" if record.first != record.last
         else in_words(record.first)),
        ("documents", ", ".join(record.documents)), ("id", record.id),
    ))  # fmt: skip
    if record.changes:
        console.print(Text("\ntime line", style="bold"))
    for change in record.changes:
        told = _turn(change.at, turn_in_words(change.what), None, None, change.document)
        console.print(told.append(f"  {in_quotes(cut(change.text, LONGEST))}") if change.text else told)


def _turn(day: str, what: str, at: str | None, by: str | None, document: str) -> Text:
    """A line of a promise's or a position's time line."""
    said = f"{f' for {in_words(at)}' if at else ''}{f', says {clean(by)}' if by else ''}  "
    return Text(f"  {day}  ", style="dim").append(spoken(what)).append(said).append(clean(document), style="dim")


def _entry(entry: Entry) -> Text:
    at = f" for {in_words(entry.at)}" if entry.at else ""
    by = f", says {clean(entry.claimed_by)}" if entry.claimed_by else ""
    text = Text(f"  {entry.known_at}  ", style="dim").append(spoken(entry.status), style=COLOURS[entry.status])
    text.append(f"{at}{by}  ").append(clean(entry.document), style="dim")
    return text.append(f"  “{cut(entry.reason, 120)}”") if entry.reason else text


def _by_teller(shown: Shown) -> dict[str, list[FieldClaim]]:
    """The fields that each claim tells, by its id, which `detente review split` and `reject` take."""
    found: dict[str, list[FieldClaim]] = {}
    for teller, field in zip(shown.tellers, shown.claims):
        found.setdefault(teller, []).append(field)
    return found


def _by_span(claims: Iterable[FieldClaim]) -> dict[tuple[int, int, str], list[FieldClaim]]:
    """The fields that stand on the same words of a document."""
    found: dict[tuple[int, int, str], list[FieldClaim]] = {}
    for claim in claims:
        found.setdefault((claim.start, claim.end, claim.text), []).append(claim)
    return found


def _review(review: Review, undone_by: int | None) -> Text:
    """A line of the log, and whether it was taken back."""
    what = " ".join(x for x in (review.field or "", review.value or "") if x)
    said = f"review {review.number} by {clean(review.reviewer)}: {review.action}"
    text = Text(f"{said}{f' {clean(what)}' if what else ''}, {clean(review.reason)}")
    return text.append(f"  (undone by review {undone_by})", style="yellow") if undone_by else text


def _claims(quoted: tuple[int, int, str], claims: Iterable[FieldClaim]) -> Padding:
    """The words, where they stand, and what they are taken to say."""
    start, end, text = quoted
    shown = Text(f"“{cut(text, LONGEST)}”").append(f"  {start}–{end}\n", style="dim")
    for n, claim in enumerate(claims):
        shown.append(" · " if n else "  ", style="dim").append(f"{claim.field} ", style="dim").append(
            _value(claim.value)
        )
    return Padding(shown, (0, 0, 0, 4))


def _value(value: Any) -> str:
    return cut(", ".join(map(str, value)) if isinstance(value, list) else str(value), 40)


def _why(claim: str, match: Match) -> Text:
    told = "; ".join(f"{f.name} {f.points:g}: {f.verdict}" for f in match.features if f.points)
    return Text(f"  {claim}  {match.score:g}  ", style="dim").append(clean(told))
