"""Which promise a reported deed keeps.

In: the claims of one promise, and deeds. Out: the first deed that does what was promised. Words alone keep nothing: who
promised must be who did it, the deed must be told of later, and do the whole of what was promised, to the same
things, of the same number, in the same state. Where one of these is not sure, the promise stays open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.model import Country
from detente.reading.times import calendar
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, Deed, Outcome
from detente.record.wording import WORD, Wording, wording

# "to lift …", "that Kenya would soon lift …": where the verb of a promise stands
ACT = re.compile(
    r"^(?:to (?:also )?|(?:that )?[^,;:]{0,80}?\b(?:will|would|shall|'ll|’ll) (?:also |soon |\w+ly )?)(?P<verb>\w+)\b"
)
NAME = re.compile(r"\b[A-Z][\w'’-]+")
# what comes between a verb and what it is done to when that is something else: "opened talks on a consulate"
LINKED = re.compile(r"\b(?:of|for|on|about|to|in|with|at|into|over|by|against|toward|towards|from|as)\b", re.IGNORECASE)
# "handed over": of the verb
PARTICLE = re.compile(r"(?:over|up|out|off|back)\b", re.IGNORECASE)
# words that say what a promise is about where it names no state
ENOUGH = 2
# kinds of names that stand for the state itself; a town is a place in it, and its people are not the state
STATES, PEOPLE = ("country", "metonym"), "demonym"


@dataclass(frozen=True, slots=True)
class _Act:
    """What was promised: the verb, the words of what it is done to, the states that these name, the names in them."""

    verb: str
    needed: frozenset[str]
    words: Wording
    states: frozenset[Country]
    names: frozenset[str]


def keeping(
    claims: Sequence[CommitmentClaim], deeds: Mapping[str, Sequence[Deed]], knowledge: Knowledge
) -> Outcome | None:
    """The first deed that keeps a promise; `deeds` are by verb."""
    made = [c for c in claims if c.status in ("made", "reaffirmed")]
    acts = [(c, act) for c in made if (act := _act(c, knowledge)) is not None]
    found = (d for c, act in acts for d in deeds.get(act.verb, ()) if _keeps(d, c, act, made, knowledge))
    first = min(found, key=lambda d: (d.known_at, d.document, d.version, d.quote.start), default=None)
    return Outcome("claimed_kept", first.when, first.known_at, first.claimed_by, first.quote) if first else None


def by_verb(deeds: Iterable[Deed], knowledge: Knowledge) -> dict[str, list[Deed]]:
    """Deeds under each verb by which they may have been promised."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        found.setdefault(_plain(deed.verb, knowledge), []).append(deed)
    return found


def _plain(verb: str, knowledge: Knowledge) -> str:
    """The verb that stands for all that tell the same."""
    return next(iter(wording(verb, knowledge).stems), verb)


def _act(claim: CommitmentClaim, knowledge: Knowledge) -> _Act | None:
    text = claim.content.text
    found = ACT.match(text)
    if found is None or found.group("verb").lower() not in knowledge.keeping:
        return None
    rest = text[found.end() :]
    when = knowledge.by_when.search(rest)
    # "by the end of June" ends what is promised; "on the coast" may be a part of it
    while when is not None and not _is_time(rest[when.end() :]):
        when = knowledge.by_when.search(rest, when.end())
    what = rest[: when.start()] if when else rest
    words = wording(what, knowledge)
    named = _states(what, claim.by, knowledge)
    bare = _without(what, named)
    needed = wording(bare, knowledge).stems - {s for w in knowledge.spare for s in wording(w, knowledge).stems}
    names = frozenset(s for n in NAME.findall(bare) for s in wording(n, knowledge).stems)
    return _Act(_plain(found.group("verb").lower(), knowledge), needed, words, frozenset(c for *_, c in named), names)


def _is_time(words: str) -> bool:
    """Whether a stretch opens with a word of time: a number, a month, a day, "the end", "year"."""
    opening = re.match(r"\s*(?:the |a |an |its |their )?(\w+)(?: of)?(?: (\w+))?", words)
    return opening is None or any(TIME.fullmatch(w or "") for w in opening.groups())


TIME = re.compile(
    r"\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|end|start|beginning|middle|mid|years?|months?|weeks?|days?|hours?|spring|summer|autumn|winter"
    r"|then|now|tomorrow|today|few|two|three|four|six|ten|coming|next|this|quarter|parliament|elections?|all",
    re.IGNORECASE,
)


def _states(text: str, own: Collection[Country], knowledge: Knowledge) -> list[tuple[int, int, Country]]:
    """Where a text names states by name, or by their people those who promise, and which."""
    hits = [(h.start, h.end, n) for h in knowledge.lexicon.names.find(text) for n in h.values[:1]]
    return [
        (start, end, n.country) for start, end, n in hits
        if n.country and (n.kind in STATES or (n.kind == PEOPLE and n.country in own))
    ]  # fmt: skip


def _without(text: str, named: Iterable[tuple[int, int, Country]]) -> str:
    for start, end, _ in sorted(named, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _keeps(
    deed: Deed, claim: CommitmentClaim, act: _Act, made: Sequence[CommitmentClaim], knowledge: Knowledge
) -> bool:
    """Whether a deed does what a claim says was promised."""
    return (
        set(claim.by) <= set(deed.by)
        and _later(deed, made)
        and _there(deed, claim, act, knowledge)
        and _whole(deed, act, knowledge)
    )


def _later(deed: Deed, made: Sequence[CommitmentClaim]) -> bool:
    """Whether a deed was told of after the promise, by another text, and done no earlier."""
    first = min(c.known_at for c in made)
    if deed.known_at < first or any(c.document == deed.document for c in made):
        return False
    days = calendar.bounds(deed.when)
    return days is None or days[1] >= date.fromisoformat(first)


def _there(deed: Deed, claim: CommitmentClaim, act: _Act, knowledge: Knowledge) -> bool:
    """Whether a deed is done for or in the states that were promised it, and in no other."""
    named = set(knowledge.states_in(deed.words))
    promised = act.states | set(claim.to)
    if named - promised - set(claim.by) or not act.states - set(claim.by) <= named:
        return False
    shared = bool(named & promised) or bool(act.names)
    return shared or (not promised - set(claim.by) and len(act.needed) >= ENOUGH)


def _whole(deed: Deed, act: _Act, knowledge: Knowledge) -> bool:
    """Whether all the words of what was promised are those of what was done, and the deed is done to them."""
    done = wording(deed.words, knowledge)
    if not act.needed or not act.needed <= done.stems or not act.words.figures <= done.figures:
        return False
    return not done.against and not act.words.against and (deed.before or _direct(deed.words, act.needed, knowledge))


def _direct(words: str, needed: Collection[str], knowledge: Knowledge) -> bool:
    """Whether nothing but what describes it stands between a verb and what it is done to."""
    particle = PARTICLE.match(words)
    words = words[particle.end() :] if particle else words
    for found in WORD.finditer(words):
        if wording(found.group(), knowledge).stems & set(needed):
            return LINKED.search(words[: found.start()]) is None
    return False
