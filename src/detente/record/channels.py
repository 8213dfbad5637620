"""The channels between two sides: last used against declared.

In: held and planned engagements and declarations that were known on a day. Out: one line a channel. Quiet is
not suspended: it is unused for longer than the span given and nothing declared. Use after a declared
suspension opens a channel again; the declaration stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.model import Country
from detente.reading.times import calendar
from detente.record.knowledge import Knowledge
from detente.record.nouns import ChannelLine, ChannelState, Declaration, EngagementRecord, Use

CHANNELS = (
    "leaders", "foreign_ministers", "defence", "military_hotline", "security_advisers", "commerce", "finance",
    "climate", "counter_narcotics", "embassies", "parliament", "other",
)  # fmt: skip
QUIET_DAYS = 365


def lines(
    uses: Iterable[tuple[str, Use]], declared: Iterable[Declaration], planned: Iterable[tuple[str, str]],
    as_of: str, quiet_days: int = QUIET_DAYS,
) -> tuple[ChannelLine, ...]:  # fmt: skip
    """Every channel of the contract, in its order, as it stood on a day.

    `uses` are (channel, use) of held engagements, `planned` (channel, engagement id) of those to come.
    """
    used: dict[str, list[Use]] = {}
    for channel, use in uses:
        used.setdefault(channel, []).append(use)
    said: dict[str, list[Declaration]] = {}
    for declaration in declared:
        said.setdefault(declaration.channel, []).append(declaration)
    coming: dict[str, list[str]] = {}
    for channel, engagement in planned:
        coming.setdefault(channel, []).append(engagement)
    return tuple(
        _line(c, used.get(c, []), said.get(c, []), tuple(coming.get(c, ())), as_of, quiet_days) for c in CHANNELS
    )


def _line(
    channel: str, uses: Sequence[Use], declared: Sequence[Declaration], planned: tuple[str, ...], as_of: str,
    quiet_days: int,
) -> ChannelLine:  # fmt: skip
    last_use = max(uses, key=lambda u: (u.date, u.known_at, u.engagement), default=None)
    last_word = max(declared, key=lambda d: (moment(d), d.id), default=None)
    return ChannelLine(channel, _state(last_use, last_word, as_of, quiet_days), last_use, last_word, planned)


def used_by(record: EngagementRecord, knowledge: Knowledge) -> tuple[str, ...]:
    """The channels that an engagement uses, its own first."""
    day = record.when or record.history[0].known_at
    held: dict[Country, list[str]] = {}
    for person in record.participants:
        if person.country:
            held.setdefault(person.country, []).append(
                knowledge.portfolio(person.name, person.post, person.country, day)
            )
    return knowledge.lines(record.channel, held)


def to_come(declaration: Declaration, as_of: str) -> bool:
    """Whether a line is only to be restored or cut on a later day. "Agreed in May to resume talks in June" is a plan
    and a promise, and no state of the line; what a side says that it will cut is cut from that day."""
    days = calendar.bounds(declaration.at)
    if days is None or days[0].isoformat() <= declaration.known_at:
        return False
    return declaration.state in ("restored", "open") or days[0].isoformat() > as_of


def moment(declaration: Declaration) -> str:
    """The day of a declaration: the one its text gives, else the day it became known."""
    days = calendar.bounds(declaration.at)
    known = declaration.known_at
    return min(days[1].isoformat(), known) if days else known


def _state(use: Use | None, word: Declaration | None, as_of: str, quiet_days: int) -> ChannelState:
    if word is not None and (use is None or moment(word) >= use.date):
        return word.state
    if use is None:
        return "unknown"
    age = date.fromisoformat(as_of) - date.fromisoformat(use.date)
    if age.days > quiet_days:
        return "quiet"
    return "open"
