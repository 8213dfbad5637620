"""Which promise a reported deed keeps, and which one is told to be broken or taken back.

In: the claims of one promise, and deeds. Out: the first deed that does what was promised, or leaves it. Words alone
keep nothing: who promised must be who did it, the deed must be told of later, and do the whole of what was promised, to
the same things, of the same number, in the same state. Where one of these is not sure, the promise stays open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.model import CommitmentStatus, Country
from detente.reading.times import calendar
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, Deed, Outcome
from detente.record.wording import WORD, Wording, wording

# "to lift …", "that Kenya would soon lift …", "lift …" behind another act: where the verb of a promise stands
ACT = re.compile(
    r"^(?:to (?:also )?|(?:that )?[^,;:]{0,80}?\b(?:will|would|shall|'ll|’ll) (?:also |soon |\w+ly )?)?(?P<verb>\w+)\b"
)
NAME = re.compile(r"\b[A-Z][\w'’-]+")
# what comes between a verb and what it is done to when that is something else: "opened talks on a consulate"
LINKED = re.compile(
    r"\b(?:of|between|for|on|about|to|in|with|at|into|over|by|against|toward|towards|from|as)\b", re.IGNORECASE
)
# "handed over": of the verb
PARTICLE = re.compile(r"(?:over|up|out|off|back)\b", re.IGNORECASE)
# "a consulate": the first one is it
SINGLE = re.compile(r"\s*an? ", re.IGNORECASE)
# behind a thing: "pulled its troops out", "the boats that it had promised"
BESIDE_IT = frozenset({"over", "up", "out", "off", "back", "it", "that", "which", "they", "had", "has", "have", "home"})
# "to pedestrians", "for trucks": for whom, told in small letters
FOR_WHOM = re.compile(
    r"\b(?:to|for) (?:the |its |all |some )?(?P<whom>(?!(?:the|its|all|some)\b)(?:[a-z][\w'’-]*\s*){1,3})"
)
FOR_A_WHILE = re.compile(
    r"\bfor (?:an?|one|two|three|four|five|six|\d+|several|a few|some) (?:hour|day|week|month|year)s?\b", re.IGNORECASE
)
# words that say what a promise is about where it names no state
ENOUGH = 2
# kinds of names that stand for the state itself; a town is a place in it, and its people are not the state
STATES, PEOPLE = ("country", "metonym"), "demonym"

# deeds by the verb under which they may have been promised
Deeds = Mapping[str, Sequence[Deed]]


@dataclass(frozen=True, slots=True)
class _Act:
    """What was promised: the verb and its form, the words of what it is done to, the states that these name, the names
    in them, whether it is a single thing, and the word for that."""

    verb: str
    form: str
    needed: frozenset[str]
    words: Wording
    states: frozenset[Country]
    names: frozenset[str]
    single: bool
    head: frozenset[str]


def ends(claims: Sequence[CommitmentClaim], deeds: Deeds, knowledge: Knowledge) -> list[Outcome]:
    """What ends a promise: the first deed that keeps it, and the first of those that break it or take it back, as they
    became known; what was done is not undone by what is said later. `deeds` are by verb."""
    made = [c for c in claims if c.status in ("made", "reaffirmed")]
    acts = [(c, act) for c in made if (act := _act(c, knowledge)) is not None]
    told = (d for c, act in acts for d in _by_which(act, deeds, knowledge) if _of_it(d, c, act, made, knowledge))
    found = sorted(told, key=lambda d: (d.known_at, d.document, d.version, d.quote.start))
    first: dict[CommitmentStatus, Deed] = {}
    for deed in found:
        if "claimed_kept" not in first:
            first.setdefault(deed.status, deed)
    said = {(c.status, c.document) for c in claims}
    return [
        Outcome(d.status, d.when, d.known_at, d.claimed_by, d.quote)
        for d in first.values() if (d.status, d.document) not in said
    ]  # fmt: skip


def _by_which(act: _Act, deeds: Deeds, knowledge: Knowledge) -> Iterator[Deed]:
    """The deeds by the verb that was promised, and by those that do as much."""
    for verb in dict.fromkeys((act.verb, *(plain(v, knowledge) for v in knowledge.doing.kept_by.get(act.form, ())))):
        yield from (d for d in deeds.get(verb, ()) if verb == act.verb or d.status == "claimed_kept")


def by_verb(deeds: Iterable[Deed], knowledge: Knowledge) -> dict[str, list[Deed]]:
    """Deeds under each verb by which they may have been promised."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        found.setdefault(plain(deed.verb, knowledge), []).append(deed)
    return found


def verb_of(claim: CommitmentClaim, knowledge: Knowledge) -> str | None:
    """The verb of what a claim says was promised, by the one that stands for it."""
    act = _act(claim, knowledge)
    return act.verb if act is not None else None


def plain(verb: str, knowledge: Knowledge) -> str:
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
    form = found.group("verb").lower()
    states = frozenset(c for *_, c in named)
    return _Act(
        plain(form, knowledge), form, needed, words, states, names, bool(SINGLE.match(what)), _head(what, knowledge)
    )


def _head(what: str, knowledge: Knowledge) -> frozenset[str]:
    """The stem of the word for what something is done to: "ban" of "the ban on imports"."""
    words = WORD.findall(_before_links(what))
    return wording(words[-1], knowledge).stems if words else frozenset()


def _before_links(words: str) -> str:
    """The words before any preposition; "handed over" is a verb."""
    particle = PARTICLE.match(words.lstrip())
    words = words.lstrip()[particle.end() :] if particle else words
    link = LINKED.search(words)
    return words[: link.start()] if link else words


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


def _of_it(
    deed: Deed, claim: CommitmentClaim, act: _Act, made: Sequence[CommitmentClaim], knowledge: Knowledge
) -> bool:
    """Whether a deed does, or leaves undone, what a claim says was promised."""
    return (
        set(claim.by) <= set(deed.by)
        and _later(deed, made)
        and _owed(deed, made)
        and _there(deed, claim, act, knowledge)
        and _whole(deed, act, knowledge)
    )


def _later(deed: Deed, made: Sequence[CommitmentClaim]) -> bool:
    """Whether a deed was told of after the promise, by another text, and done no earlier."""
    first = min(c.known_at for c in made)
    if deed.known_at < first or any(c.document == deed.document for c in made):
        return False
    days = calendar.bounds(deed.when)
    return days is None or (days[1] >= date.fromisoformat(first) and days[0] <= date.fromisoformat(deed.known_at))


def _owed(deed: Deed, made: Sequence[CommitmentClaim]) -> bool:
    """Whether what is told to be undone should have been done by then; what is given up is so before its day too."""
    if deed.status != "claimed_broken":
        return True
    due = next((days for c in reversed(made) if (days := calendar.bounds(c.due)) is not None), None)
    return due[1] < date.fromisoformat(deed.known_at) if due else not deed.once_due


def _there(deed: Deed, claim: CommitmentClaim, act: _Act, knowledge: Knowledge) -> bool:
    """Whether a deed is done for or in the states that were promised it, and in no other; who says that it was done for
    him need not name himself."""
    promised = act.states | set(claim.to)
    named = set(knowledge.states_in(deed.words)) | ({Country(deed.claimed_by or "")} & promised)
    if named - promised - set(claim.by) or not act.states - set(claim.by) <= named:
        return False
    shared = bool(named & promised) or bool(act.names)
    return shared or (not promised - set(claim.by) and len(act.needed) >= ENOUGH)


def _whole(deed: Deed, act: _Act, knowledge: Knowledge) -> bool:
    """Whether all the words of what was promised are those of what was done, and the deed is done to them."""
    done = wording(deed.words, knowledge)
    if knowledge.ordinals.search(deed.words) and not act.single:
        return False
    if not act.needed or not act.needed <= done.stems or not act.words.figures <= done.figures:
        return False
    if done.against or act.words.against or _narrowed(deed.words, act, knowledge):
        return False
    return _of_the_thing(deed.words.partition("|")[0], act, knowledge)


def _narrowed(words: str, act: _Act, knowledge: Knowledge) -> bool:
    """Whether a deed is for some whom the promise does not name, or for a while: "reopened it to pedestrians"."""
    if FOR_A_WHILE.search(words):
        return True
    told = [m.group("whom") for m in FOR_WHOM.finditer(words)]
    others = [whom for whom in told if not knowledge.doing.for_all.search(whom) and not _is_time(whom)]
    return any(not wording(whom, knowledge).stems & act.words.stems for whom in others)


def _of_the_thing(words: str, act: _Act, knowledge: Knowledge) -> bool:
    """Whether what something was done to is what was promised, and nothing of or about it: "a bid for a consulate"."""
    thing = WORD.findall(_before_links(words))
    beside = knowledge.doing.participles | BESIDE_IT
    while thing and (thing[-1].lower() in beside or thing[-1].endswith("ed") or TIME.fullmatch(thing[-1])):
        thing = thing[:-1]
    return bool(thing) and wording(thing[-1], knowledge).stems == act.head
