"""Whose text it is: the state whose own officials a report or readout names without their country.

In: the mentions of a document with the entities known so far. Out: states by the weight of evidence. An official
that the tables know and whose state the text has not named before speaks most for his state; every other official
and each naming of a state adds a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.syntax import TENSED

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.actors.grid import Mention
    from detente.reading.scene import Scene

BARE, PRESENT, NAMED, CUSTOM, DATELINE, OWN, LEAD = 2.0, 0.5, 0.25, 0.6, 2.0, 20.0, 0.3
OPENING = 4  # sentences within which a report names its own officials; later on the great are named bare everywhere
NAMINGS = 4  # after so many namings of a state further ones tell nothing
LEAST = 0.7


def opening(scene: Scene) -> int:
    """The number of the sentence at which a text's opening ends: greetings, hours and headings do not count."""
    told = [s.index for s in scene.sentences if any(t.tag_ in TENSED for t in s.tokens)]
    return told[OPENING] if len(told) > OPENING else len(scene.sentences)


class Home:
    """The ranking of states by how much a text reads as theirs."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        entities: Mapping[int, Entity],
        custom: frozenset[str],
        dateline: Country | None = None,
        own: Country | None = None,
        opening: int = OPENING,
    ) -> None:
        self.beside: dict[int, set[Country]] = defaultdict(set)
        self.staffed: set[Country] = {c for c in (dateline, own) if c is not None}  # whose officials the text names
        weights: dict[Country, float] = defaultdict(float)
        named: dict[Country, int] = defaultdict(int)
        seen: set[tuple[str, ...]] = set()
        bare_one = False  # an official of no named state, whom a report of his own state tells of
        for n, mention in enumerate(mentions):
            entity = entities.get(n)
            if entity is not None and entity.country is None and mention.sentence < opening:
                bare_one = bare_one or (entity.official and entity.portfolio != "spokesperson")
            if entity is None or entity.country is None:
                if mention.kind == "office" and mention.country:
                    self.beside[mention.sentence].add(mention.country)
                continue
            stated = mention.country is not None or mention.body is not None
            if entity.kind == "state" and mention.kind in ("state", "demonym"):
                named[entity.country] += 1
            elif entity.kind == "person" and entity.official and mention.title is not None:
                if entity.portfolio == "military" and not own:
                    continue  # soldiers of every state are asked what they think
                bare = not stated and not named[entity.country] and mention.sentence < opening
                if not seen:  # of whom the text tells first, its news comes
                    weights[entity.country] += LEAD
                self.staffed.add(entity.country)
                if entity.key not in seen:
                    weights[entity.country] += BARE if bare else PRESENT
                seen.add(entity.key)
                if stated or mention.title_plural:
                    self.beside[mention.sentence].add(entity.country)
        for country, count in named.items():
            weights[country] += NAMED * min(count, NAMINGS)
        for state in custom & set(weights):
            weights[Country(state)] += CUSTOM
        abroad = len(set(weights) - {dateline}) > 1 and not bare_one and dateline not in weights
        if dateline is not None and not abroad:  # an agency's bureau stands in some third state
            weights[dateline] += DATELINE
        if own is not None:
            weights[own] += OWN
        self.weights = dict(weights)

    def of(self, sentence: int, may: Callable[[Country], bool] = lambda _: True) -> Country | None:
        """The state of an official named without one in a sentence: not that of the others whose state it tells."""
        ranked = sorted(self.weights, key=lambda c: -self.weights[c])  # of equals, the one told of first
        others = self.beside.get(sentence, ())
        fits = [c for c in ranked if c not in others and self.weights[c] >= LEAST and may(c)]
        return fits[0] if fits else None

    def far_before(self, one: Country, other: Country) -> bool:
        """Whether a text reads as one state's at least twice as much as another's."""
        return self.weights[one] >= 2 * self.weights[other]

    def other_side(self, sentence: int, subject: Country | None) -> Country | None:
        """The one other state that a sentence gives an official of, when its first official is of the text's own."""
        top = max(self.weights, key=lambda c: (self.weights[c], str(c)), default=None)
        others = self.beside.get(sentence, set()) - {subject}
        return next(iter(others)) if subject is not None and subject == top and len(others) == 1 else None
