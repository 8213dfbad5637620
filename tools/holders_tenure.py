"""Tenures and how several sources' tellings of one tenure become one row.

In: tenures with the rank of their source (lower is believed first). Out: joined tenures, sorted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

COLUMNS = ("person", "aliases", "surname", "sex", "post", "role", "country", "from", "to", "source")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
SOLE = ("head_of_state", "head_of_government", "foreign_minister")  # one holder at a time
NEAR_DAYS = 45  # two tellings of one tenure may differ by election, appointment and oath
STAND_IN_DAYS = 150
SAME_NAME = 0.72  # transliterations of one name; set by looking at the raw list's pairs


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post of one state. `start` and `end` are EDTF days, months or years."""

    person: str
    aliases: tuple[str, ...]
    surname: str
    sex: str
    post: str
    role: str
    country: str
    start: str
    end: str
    source: str
    rank: int

    def row(self) -> dict[str, str]:
        """The tenure as a row of the table."""
        others = [a for a in dict.fromkeys(self.aliases) if a and a != self.person]
        values = (self.person, "|".join(others), self.surname, self.sex, self.post, self.role, self.country,
                  self.start, self.end, self.source)  # fmt: skip
        return dict(zip(COLUMNS, values, strict=True))


def first_day(text: str) -> date | None:
    """The first day of an EDTF day, month or year; None when it is none of these."""
    found = DATE.match(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def last_day(text: str) -> date:
    """The last day of an EDTF day, month or year; a far day for an open end."""
    if not text:
        return date(9999, 12, 31)
    found = DATE.match(text)
    assert found, text
    year, month = int(found[1]), int(found[2] or 12)
    if found[3]:
        return date(year, month, int(found[3]))
    return date(year, 12, 31) if month == 12 else date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def valid_span(start: str, end: str) -> bool:
    """Whether both dates parse (an open end does) and the end is not before the start."""
    begin = first_day(start)
    if begin is None or (end and first_day(end) is None):
        return False
    return begin <= last_day(end)


def folded(name: str) -> str:
    """A name without accents, case, hyphens and the Arabic article, for comparison only."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    letters = "".join(c for c in plain.lower() if c.isalpha() or c in " -")
    return " ".join(re.sub(r"\b(al|el|bin|ben|ibn)[- ]", "", letters).replace("-", " ").split())


def near(one: str, two: str) -> bool:
    """Whether two words are equal or near transliterations; short words and unlike lengths must be equal."""
    if one == two:
        return True
    if min(len(one), len(two)) < 5 or abs(len(one) - len(two)) > 1:
        return False
    return SequenceMatcher(None, one, two).ratio() >= SAME_NAME


def within(short: list[str], long: list[str]) -> bool:
    """Whether all words of one name stand in the other in the same order, its first and last ones near."""
    rest = iter(long)
    return len(short) > 1 and all(any(near(word, other) for other in rest) for word in short)


def same_name(one: str, two: str) -> bool:
    """Whether two names are spellings of one, or one is a shorter form of the other."""
    a, b = folded(one).split(), folded(two).split()
    if sorted(a) == sorted(b) and (len(a) == 2 or a == b):
        return True
    return within(a, b) or within(b, a)


def same_person(a: Tenure, b: Tenure) -> bool:
    """Whether two tellings of a post name the same person, by any of their spellings."""
    return any(same_name(x, y) for x in (a.person, *a.aliases) for y in (b.person, *b.aliases))


def alike(a: Tenure, b: Tenure) -> bool:
    """Whether two tellings that start on one day share a word: one holder under two transliterations."""
    if len(a.start) < len("2000-01-01") or a.start != b.start:
        return False
    return any(near(x, y) for x in folded(a.person).split() for y in folded(b.person).split() if len(x) > 3)


def touching(a: Tenure, b: Tenure) -> bool:
    """Whether two tenures overlap or follow one another within a few weeks."""
    gap = max(first_day(a.start) or date.min, first_day(b.start) or date.min).toordinal()
    return gap - min(last_day(a.end), last_day(b.end)).toordinal() <= NEAR_DAYS


def loose(tenure: Tenure) -> bool:
    """Whether the dates are sightings only: days on which a source had the person in the post."""
    return "last seen" in tenure.source or "observed" in tenure.source


def ends(top: Tenure, low: Tenure) -> tuple[str, str]:
    """First and last day of a tenure told by two sources, the better one first.

    The better source's dates stand; a finer date replaces a coarser one that holds it, a firm end replaces
    an open one, and firm dates replace sightings.
    """
    if loose(top) != loose(low):
        sight, firm = (top, low) if loose(top) else (low, top)
        return (min(sight.start, firm.start) if sight is top else firm.start), firm.end
    if top.rank == low.rank or loose(top):
        return min(top.start, low.start), max(top.end, low.end) if top.end and low.end else ""
    start = low.start if low.start.startswith(top.start) else top.start
    end = low.end if low.end.startswith(top.end) and valid_span(start, low.end) else top.end
    return start, end


def joined(one: Tenure, other: Tenure) -> Tenure:
    """One tenure told twice, as one: names and post of the better source, spellings and sources of both."""
    top, low = sorted((one, other), key=lambda t: t.rank)
    start, end = ends(top, low)
    firm = [t.source for t in (top, low) if not loose(t) or loose(top) == loose(low)]
    sources = tuple(dict.fromkeys(s for told in firm for s in told.split("; ")))
    aliases = (*top.aliases, low.person, *low.aliases)
    return replace(top, aliases=aliases, start=start, end=end, sex=top.sex or low.sex, source="; ".join(sources))


def spelled_alike(one: Tenure, other: Tenure) -> bool:
    """Whether the two have a spelling in common, accents and case aside."""
    spellings = {folded(n) for n in (one.person, *one.aliases)}
    return not spellings.isdisjoint(folded(n) for n in (other.person, *other.aliases))


def repeats(one: Tenure, other: Tenure) -> bool:
    """Whether two rows of one post tell of the same tenure."""
    if touching(one, other) and same_person(one, other):
        return True
    return one.role in SOLE and alike(one, other)


def join_into(done: list[Tenure], tenures: Iterable[Tenure]) -> list[Tenure]:
    """Adds tenures to those already told, each joined with the telling it repeats."""
    for tenure in tenures:
        told = [i for i, d in enumerate(done) if repeats(d, tenure)]
        told.sort(key=lambda i: not spelled_alike(done[i], tenure))
        place = told[0] if told else None
        if place is None:
            done.append(tenure)
        else:
            done[place] = joined(done[place], tenure)
    return done


def join_post(tenures: Sequence[Tenure]) -> list[Tenure]:
    """The tenures of one post of one state, each told once.

    Each source is joined within itself first, as it breaks a tenure up at elections; two tenures of the
    better source stay two.
    """
    done: list[Tenure] = []
    for rank in sorted({t.rank for t in tenures}):
        own = sorted((t for t in tenures if t.rank == rank), key=lambda t: (t.start, t.person, t.end))
        done = join_into(done, join_into([], own)) if rank else list(own)
    return done


def holds_on(tenure: Tenure, day: date) -> bool:
    """Whether the tenure covers the day."""
    return (first_day(tenure.start) or date.max) <= day <= last_day(tenure.end)


def contradicted(tenure: Tenure, others: Iterable[Tenure]) -> bool:
    """Whether somebody else, by a firmer source, held the post on the first or last day of a sighting."""
    if not loose(tenure) or tenure.rank < 4:
        return False
    days = (first_day(tenure.start) or date.min, last_day(tenure.end))
    return any(o.rank < 4 and not same_person(o, tenure) and any(holds_on(o, d) for d in days) for o in others)


def clipped(tenure: Tenure, others: Iterable[Tenure]) -> Tenure:
    """A listed end moves back to the first day of a later holder who stayed as long or longer.

    Lists that are read from snapshots keep a holder until the next one they notice; a stand-in, who left
    well before, moves nothing.
    """
    if tenure.rank == 0 or tenure.role not in SOLE:
        return tenure
    until = last_day(tenure.end).toordinal() - STAND_IN_DAYS
    later = [o for o in others if len(o.start) == len("2000-01-01") and last_day(o.end).toordinal() >= until]
    starts = [o.start for o in later if tenure.start < o.start < (tenure.end or "9999")]
    return replace(tenure, end=min(starts)) if starts and tenure.end else tenure


def closed_by_successor(tenure: Tenure, others: Iterable[Tenure]) -> Tenure:
    """An end that is only "last seen" moves to the first day of the next holder, where one follows soon."""
    if "last seen" not in tenure.source or not tenure.end:
        return tenure
    soon = [o.start for o in others if o.start >= tenure.end and len(o.start) == 10]
    if soon and (first_day(min(soon)) or date.max).toordinal() - last_day(tenure.end).toordinal() <= 2 * NEAR_DAYS:
        return replace(tenure, end=min(soon), source=tenure.source.replace(" (last seen)", " (until successor)"))
    return tenure


def served_at(tenure: Tenure) -> str:
    """Where an ambassador served, as the source's remark says it; empty for other posts."""
    return tenure.source.partition(", ")[2] if tenure.role == "ambassador" else ""


def one_name_each(tenures: Sequence[Tenure]) -> list[Tenure]:
    """Gives a person of a hand-written row the same name in the other posts of the same state."""
    known: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.rank == 0 and " " in tenure.person:
            known[tenure.country].append(tenure)
    return [renamed(t, known[t.country]) if t.rank else t for t in tenures]


def renamed(tenure: Tenure, known: Iterable[Tenure]) -> Tenure:
    """The tenure under the name of the known person whose name its own holds word for word, if any."""
    own = folded(tenure.person).split()
    for other in known:
        names = [folded(n).split() for n in (other.person, *other.aliases) if " " in n]
        if any(n[0] == own[0] and n[-1] in own and set(n) <= set(own) for n in names):
            aliases = (tenure.person, *tenure.aliases)
            return replace(tenure, person=other.person, surname=other.surname, sex=other.sex, aliases=aliases)
    return tenure


def join_tenures(tenures: Iterable[Tenure], drops: Counter[str]) -> list[Tenure]:
    """All tenures joined by state and post, sorted by state, post, first day and name."""
    groups: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in one_name_each(list(tenures)):
        groups[tenure.country, tenure.post, served_at(tenure)].append(tenure)
    result: list[Tenure] = []
    for group in groups.values():
        told = join_post(group)
        drops["told twice, joined"] += len(group) - len(told)
        kept = [t for t in told if not contradicted(t, told)]
        drops["observed dates contradict a better source"] += len(told) - len(kept)
        for tenure in kept:
            others = [o for o in kept if o is not tenure]
            result.append(closed_by_successor(clipped(tenure, others), others))
    return sorted(result, key=lambda t: (t.country, t.post, t.start, t.person))
