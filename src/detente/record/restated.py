"""A position that a side's next own text puts in other words: "to lift the blockade" is "to end the blockade" then.

In: the positions of one holder, gathered by their words, and the texts in which it states any. Out: the same, with
those that took another's place joined to it. One takes another's place where the text after the one that states the
other leaves that out and states this one, on the same side, of the same kind, and about the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from detente.record.knowledge import Knowledge
from detente.record.nouns import PositionClaim
from detente.record.retold import Retold, order
from detente.record.wording import WORD, Wording, wording

# the share of the words for what it is about that both have, of the shorter
SHARE = 0.5
STATES = ("country", "demonym")
NAME = re.compile(r"\b[A-Z][\w'’-]+")

Held = Retold[PositionClaim]
Texts = Mapping[str | None, Sequence[tuple[str, str]]]


def joined(told: Sequence[Held], texts: Texts, knowledge: Knowledge) -> list[Held]:
    """The positions, each reworded one joined to what it was before; the best pairs first."""
    found = [p for p in told if p.claims]
    pairs = sorted(
        (-share, o, n) for n, new in enumerate(found) for o, old in enumerate(found)
        if old is not new and (share := _takes_place(new, old, texts, knowledge)) >= SHARE
    )  # fmt: skip
    gone: set[int] = set()
    followed: set[int] = set()
    for _, o, n in pairs:
        if n not in gone and o not in followed:
            gone.add(n)
            followed.add(o)
    into = {n: o for _, o, n in pairs if n in gone and o in followed}
    for n in sorted(gone, reverse=True):
        _join(found[n], found[into[n]])
    return [p for p in found if p.claims]


def _join(new: Held, old: Held) -> None:
    ordered = sorted(zip([*old.claims, *new.claims], [*old.wordings, *new.wordings]), key=lambda pair: order(pair[0]))
    old.claims, old.wordings = [c for c, _ in ordered], [w for _, w in ordered]
    new.claims = []


def _takes_place(new: Held, old: Held, texts: Texts, knowledge: Knowledge) -> float:
    """How much what a position is about is what another was about, where it takes its place; else 0."""
    last, first = old.claims[-1], new.claims[0]
    own = last.side == last.holder and first.side == first.holder
    if not own or (last.kind, last.toward) != (first.kind, first.toward):
        return 0.0
    after = [t for t in texts.get(last.toward, ()) if t > (last.known_at, last.document)]
    if not after or after[0] != (first.known_at, first.document) or old.wordings[-1].against != new.wordings[0].against:
        return 0.0
    mine, theirs = _matter(first, knowledge), _matter(last, knowledge)
    least = min(len(mine.stems), len(theirs.stems))
    if not least or apart(first, last, knowledge):
        return 0.0
    return len(mine.stems & theirs.stems) / least


def _matter(claim: PositionClaim, knowledge: Knowledge) -> Wording:
    """The words for what a position is about: without the side that is to act, and the verb that tells what it does."""
    text = _without_states(claim.content.text, knowledge)
    verb = next((m for m in WORD.finditer(text) if m.group().lower() not in knowledge.common), None)
    return wording(text[verb.end() :] if verb else text, knowledge)


def apart(one: PositionClaim, other: PositionClaim, knowledge: Knowledge) -> bool:
    """Whether both name something, beyond states, and nothing the same."""
    mine, theirs = _names(one, knowledge), _names(other, knowledge)
    return bool(mine and theirs) and not mine & theirs


def _names(claim: PositionClaim, knowledge: Knowledge) -> frozenset[str]:
    """What a position names, beyond states."""
    text = _without_states(claim.content.text, knowledge)
    return frozenset(s for n in NAME.findall(text) for s in wording(n, knowledge).stems)


def _without_states(text: str, knowledge: Knowledge) -> str:
    for hit in sorted(knowledge.lexicon.names.find(text), key=lambda h: -h.start):
        if any(n.country and n.kind in STATES for n in hit.values[:1]):
            text = f"{text[: hit.start]} {text[hit.end :]}"
    return text
