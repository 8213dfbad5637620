"""Two who sit across a table from each other: "talks between X and Y", "delegations led by X and Y".

In: a scene, its mentions and the entities known so far. Out: pairs of persons' mentions, and the countries that
follow: who faces an official of one state, in a text that is about two, is of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Doc

# tokens between two names that face each other, before the first and after the second
APART, BEFORE, AFTER = 10, 6, 8
FAR_MORE = 1.5


class Facing:
    """Finds those who face each other."""

    def __init__(self, scene: Scene, words: Mapping[str, frozenset[str]], mentions: Sequence[Mention]) -> None:
        self.scene, self.words, self.mentions = scene, words, mentions
        self.joined = tuple(self._two_joined())
        self.pairs = tuple(p for p in self.joined if self._across(self.mentions[p[0]], self.mentions[p[1]]))

    def apart(self, one: int, other: int) -> bool:
        """Whether two mentions face each other."""
        return (one, other) in self.pairs or (other, one) in self.pairs

    def _two_joined(self) -> Iterator[tuple[int, int]]:
        """Two people named together, and no third with them."""
        people = [n for n, m in enumerate(self.mentions) if m.kind == "person"]
        joined = [(a, b) for a, b in pairwise(people) if self._joined(a, b)]
        trios = {b for a, b in joined} & {a for a, b in joined}
        yield from ((a, b) for a, b in joined if not {a, b} & trios)

    def _joined(self, a: int, b: int) -> bool:
        """ "X and Minister Y", "X, Minister of W, and Y": with no verb between them."""
        one, other = self.mentions[a], self.mentions[b]
        if one.sentence != other.sentence or one.passage != other.passage or other.first - one.last > APART:
            return False
        between = self.scene.passages[one.passage].doc[one.last : other.first]
        return any(t.lower_ == "and" for t in between) and not any(t.pos_ in ("VERB", "AUX") for t in between)

    def _across(self, one: Mention, other: Mention) -> bool:
        doc = self.scene.passages[one.passage].doc
        start = max(doc[one.first].sent.start, one.first - BEFORE)
        before = [t.lower_ for t in doc[start : one.first]]
        counted = other.title_plural and (self._counted(doc, one) or self._counted_after(doc, other))
        return counted or self._between(before) or self._led(before) or self._meet(doc, before, other.last)

    def _counted(self, doc: Doc, one: Mention) -> bool:
        """ "two security chiefs, X and Y", "the envoys whom A and B named, X and Y": one of each of two states, where
        no state owns both."""
        if doc[one.first - 1].text != ",":
            return False
        office = self._office(one)
        if office is None:
            return False
        beside = {t.lower_ for t in doc[max(0, office.first - 2) : office.first + 1]}
        owners = self._owners(office, one)
        return len(owners) == 2 or ("two" in beside and not owners and office.country is None)

    def _counted_after(self, doc: Doc, other: Mention) -> bool:
        """ "X and Y, the two countries' trade ministers", "X and Y, the trade ministers of A and B"."""
        office = self._office_after(other)
        if office is None:
            return False
        two = any(t.lower_ in self.words["pair_determiners"] for t in doc[other.last : office.last + AFTER])
        return len(self._owners_after(office, other)) == 2 or (two and office.country is None)

    def _office_after(self, other: Mention) -> Mention | None:
        """The office in the plural that stands right after the second of two names."""
        near = (m for m in self.mentions if m.kind == "office" and m.plural and m.sentence == other.sentence)
        return next((m for m in near if 0 < m.first - other.last <= BEFORE), None)

    def _owners_after(self, office: Mention, other: Mention) -> list[Country]:
        """A and B of "X and Y, the trade ministers of A and B", "X and Y, A's and B's trade ministers"."""
        sides = range(other.last, office.last + BEFORE)
        inside = [m for m in self.mentions if m.sentence == other.sentence and m.first in sides]
        named = dict.fromkeys(m.country for m in inside if m.kind in ("state", "demonym") and m.country)
        return list(named)

    def _owners(self, office: Mention, one: Mention) -> list[Country]:
        """The states named right before an office in the plural, or between it and the names of its holders."""
        low = office.first - 4  # "the Greek and the Turkish foreign ministers"
        inside = [m for m in self.mentions if m.sentence == one.sentence and low <= m.first < one.first]
        after = dict.fromkeys(m.country for m in inside if m.first >= office.first and m.kind == "state" and m.country)
        return list(after) or list(dict.fromkeys(m.country for m in inside if m.kind == "demonym" and m.country))

    def _between(self, before: Sequence[str]) -> bool:
        tables = self.words["gatherings"] | self.words["conversations"]
        return "between" in before[-3:] and any(w in tables or w.removesuffix("s") in tables for w in before)

    def _led(self, before: Sequence[str]) -> bool:
        """ "delegations led by": more than one of them."""
        many = any(w.endswith("s") and w in self.words["delegations"] for w in before)
        return many and before[-1:] == ["by"]

    def _meet(self, doc: Doc, before: Sequence[str], end: int) -> bool:
        """ "X and Y held talks", "talks that X and Y held", "with X and Y as chief delegates"."""
        after = doc[end : min(doc[end - 1].sent.end, end + AFTER)]
        words = [t.lower_ for t in after]
        verb = next((t for t in after if t.pos_ == "VERB"), None)
        if "with" in words:
            return False
        if words[:1] == ["as"]:
            return "with" in before and any(t.lemma_.lower() in self.words["leading"] for t in after)
        if verb is None or any(t.pos_ == "NOUN" for t in doc[end : verb.i]):
            return False
        told = "that" in before[-3:] or "which" in before[-3:]
        held = [*words[verb.i - end + 1 :], *(before if told else ())]
        alone = verb.lemma_ in self.words["meeting_verbs"] and not any(t.dep_ == "dobj" for t in verb.children)
        return alone or (verb.lemma_ in ("hold", "have") and any(w in self.words["gatherings"] for w in held))

    def of_each(self, entities: Mapping[int, Entity]) -> Iterator[tuple[Entity, Country]]:
        """ "the ministers of A and B, X and Y": one of each, in the order of the states; "of A, X, and B, Y": each of
        the state right before his name."""
        for n, one in enumerate(self.mentions):
            state = self._right_before_name(one) if one.title_plural else None
            if state is not None and (entity := entities.get(n)) is not None:
                yield entity, state
        for a, b in self.pairs:
            office = self._office(self.mentions[a]) if self.mentions[b].title_plural else None
            owners = self._owners(office, self.mentions[a]) if office is not None else []
            if office is None and (after := self._office_after(self.mentions[b])) is not None:
                owners = self._owners_after(after, self.mentions[b])
            pair = [e for n in (a, b) if (e := entities.get(n)) is not None and e.country is None]
            if len(owners) == len(pair) == 2:
                yield from zip(pair, owners)

    def _right_before_name(self, one: Mention) -> Country | None:
        """A of "the ministers of A, X, and B, Y"; none of "of A and B, X and Y"."""
        doc, at = self.scene.passages[one.passage].doc, one.core[0] - 1
        if at < 1 or doc[at].text != ",":
            return None
        states = [m for m in self.mentions if m.sentence == one.sentence and m.kind == "state"]
        own = next((m for m in states if m.last == at), None)
        listed = own is not None and any(m.last in (own.first - 1, own.first - 2) for m in states)
        return own.country if own is not None and not listed else None

    def _office(self, one: Mention) -> Mention | None:
        """The office in the plural that stands before a name."""
        return next((m for m in reversed(self.mentions) if m.plural and _right_before(m, one)), None)

    def countries(
        self, entities: Mapping[int, Entity], own: Country | None, named: Sequence[Country]
    ) -> Iterator[tuple[Entity, Country]]:
        """What follows for those of no known state; `named` are the states of the text, the first told of first."""
        for a, b in self.pairs:
            one, other = entities.get(a), entities.get(b)
            if one is None or other is None or one is other or not (one.title and other.title):
                continue
            alike = self.mentions[b].title_plural
            sides = self._sides(one.country, other.country, own, list(dict.fromkeys(named)), alike)
            if not sides and alike and not (one.country or other.country):
                before = (e for n, e in sorted(entities.items()) if n < a and e.official)
                sides = tuple(_foremost(named) or _foremost([e.country for e in before if e.country]))
            yield from ((e, c) for e, c in zip((one, other), sides) if e.country is None)

    def _sides(
        self, one: Country | None, other: Country | None, own: Country | None, named: Sequence[Country], alike: bool
    ) -> tuple[Country, ...]:
        """Of which states two are; a state's own text names its own first, others keep the order of the states."""
        known = one or other
        rest = [c for c in named if c != (known or own)]
        if (one and other) or not (own or alike or known):
            return ()
        across = rest[0] if len(rest) == 1 and (own or alike) else None
        if known:
            return (one or across, other or across) if across else ()
        if own:
            return (own, across) if across else ()
        return (named[0], named[1]) if len(named) == 2 else ()


def _right_before(office: Mention, one: Mention) -> bool:
    """Whether an office stands before a name in its sentence."""
    return office.kind == "office" and office.sentence == one.sentence and office.last <= one.first


def _foremost(named: Sequence[Country]) -> list[Country]:
    """The two states of a text in the order of their first naming, those named far more than any third; else none."""
    (one, _), (two, second), (_, third) = [*Counter(named).most_common(3), *[(None, 0)] * 3][:3]
    clear = two is not None and second >= FAR_MORE * third
    return [c for c in dict.fromkeys(named) if c in (one, two)] if clear else []
