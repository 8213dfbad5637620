"""An engagement's life: the append-only history of its claims, and where it stands.

In: the claims of one engagement. Out: history entries in the order in which they became known, and the
status that follows from them. What became known later goes before what was known; a plan never undoes a fact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from detente.model import Country, StatusName
from detente.reading.times import calendar
from detente.record.nouns import EngagementClaim, Entry, Word
from detente.record.standing import COMING, HAPPENED, OFF

RANK: tuple[StatusName, ...] = (
    "mooted", "unanswered", "announced", "confirmed", "postponed", "rescheduled", "declined", "cancelled",
    "under_way", "held", "did_not_occur", "disputed",
)  # fmt: skip


def history(claims: Iterable[EngagementClaim], sides: Iterable[Country]) -> tuple[Entry, ...]:
    """Every entry of every claim, each once a document, in the order of becoming known.

    Where a second side announces what a first has announced, the entry that confirms it is added.
    """
    found: dict[tuple[object, ...], Entry] = {}
    for claim in claims:
        for word in claim.words:
            entry = _entry(claim, word)
            found.setdefault((entry.status, entry.at, entry.claimed_by, entry.document), entry)
    entries = sorted(found.values(), key=_order)
    return _confirmed(entries, frozenset(sides))


def _entry(claim: EngagementClaim, word: Word) -> Entry:
    return Entry(word.status, word.at, claim.known_at, word.claimed_by, word.reason, claim.document)


def _order(entry: Entry) -> tuple[str, int, str, str]:
    return (entry.known_at, RANK.index(entry.status), entry.document, entry.claimed_by or "")


def _confirmed(entries: Sequence[Entry], sides: frozenset[Country]) -> tuple[Entry, ...]:
    """Both-sided confirmation: the second of the sides to announce it."""
    announced: set[str] = set()
    done: list[Entry] = []
    for entry in entries:
        done.append(entry)
        by = entry.claimed_by
        if entry.status not in ("announced", "confirmed") or by not in sides or by in announced:
            continue
        announced.add(by)
        if len(announced) == 2 and entry.status == "announced":
            done.append(Entry("confirmed", entry.at, entry.known_at, by, None, entry.document))
    return tuple(done)


def current(entries: Sequence[Entry], dated: bool = False, recalled: Collection[str] = ()) -> StatusName:
    """Where the engagement stands after all entries; `dated` says that a new date followed a postponement, `recalled`
    are the documents that only look back on it."""
    return list(_standings(entries, dated, recalled))[-1]


def turns(entries: Sequence[Entry], recalled: Collection[str] = ()) -> Iterator[tuple[Entry, StatusName]]:
    """The entries after which the engagement stands otherwise than before, each with where it then stands."""
    before = None
    for entry, standing in zip(entries, _standings(entries, recalled=recalled)):
        if standing != before:
            yield entry, standing
        before = standing


def _standings(entries: Sequence[Entry], dated: bool = False, recalled: Collection[str] = ()) -> Iterator[StatusName]:
    """Where the engagement stands after each entry. That it was put off, as was told at the time, is not undone by who
    recalls later that it came to nothing."""
    state: Entry = entries[0]
    yield state.status
    for n, entry in enumerate(entries[1:], 1):
        looks_back = state.status == "postponed" and entry.status == "cancelled" and entry.document in recalled
        if not looks_back and _goes_before(state, entry, dated):
            state = _settled(_other_word(entries[:n], entry) or state, entry)
        yield state.status


def _goes_before(state: Entry, entry: Entry, dated: bool) -> bool:
    before, now = state.status, entry.status
    if now in ("disputed", "did_not_occur"):
        return True
    if before in HAPPENED:
        return now in HAPPENED and RANK.index(now) >= RANK.index(before)
    if before == "disputed":
        return False
    if before == "cancelled" and now == "declined":
        return False  # "we could not receive her", said of the visit that was called off
    if before in OFF:
        return now in HAPPENED | OFF or now == "rescheduled" or (now in COMING and dated)
    return now not in COMING or RANK.index(now) >= RANK.index(before)


def _other_word(before: Sequence[Entry], entry: Entry) -> Entry | None:
    """What another said before that a denial contradicts: that it took place."""
    if entry.status != "did_not_occur":
        return None
    return next((e for e in reversed(before) if e.status in HAPPENED and e.claimed_by != entry.claimed_by), None)


def _settled(state: Entry, entry: Entry) -> Entry:
    """Held says one and did not occur says another: disputed."""
    other = state.claimed_by != entry.claimed_by
    if state.status in HAPPENED and entry.status == "did_not_occur" and other:
        return Entry("disputed", None, entry.known_at, entry.claimed_by, entry.reason, entry.document)
    if state.status == "did_not_occur" and entry.status in HAPPENED and other:
        return Entry("disputed", None, entry.known_at, entry.claimed_by, entry.reason, entry.document)
    if state.status in OFF and entry.status in COMING:
        return Entry("rescheduled", entry.at, entry.known_at, entry.claimed_by, entry.reason, entry.document)
    return entry


def silent(entries: Iterable[Entry], sides: Iterable[Country]) -> tuple[Country, ...]:
    """The sides that none of the entries is claimed by."""
    speaking = {e.claimed_by for e in entries}
    return tuple(s for s in sides if s not in speaking)


def moved(claims: Sequence[EngagementClaim]) -> bool:
    """Whether a postponement is followed by another date."""
    dates = [c.when for c in claims if c.when and calendar.bounds(c.when)]
    told = any(w.status in ("postponed", "rescheduled") for c in claims for w in c.words)
    return told and len(set(dates)) > 1
