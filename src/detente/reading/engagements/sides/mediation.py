"""Who only brings the sides of an engagement together: "with the mediation of X", "X hosted A and B for talks".

In: the parties of a trigger and its sentence. Out: the same, those who mediate under that role, wherever two other
states sit at the table. A host of three-sided talks is a side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country, Engagement
from detente.reading import syntax
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

REACH = 4  # tokens from a name to "as mediator"


def sides_of(engagement: Engagement) -> tuple[Country, ...]:
    """The states that met: who only mediates is no side, where two others are."""
    between = {p.on_behalf_of or p.actor.country for p in engagement.participants if p.role == "mediator"}
    between -= {p.on_behalf_of or p.actor.country for p in engagement.participants if p.role != "mediator"}
    rest = tuple(c for c in engagement.countries if c not in between)
    return rest if len(rest) > 1 else engagement.countries


class Mediation:
    """Marks mediators among parties."""

    def __init__(self, scene: Scene, words: Mapping[str, Sequence[str]]) -> None:
        self.scene = scene
        self.acts, self.doers = frozenset(words["mediation_nouns"]), frozenset(words["mediators"])
        self.joint, self.tables = frozenset(words["joint_of_three"]), frozenset(words["tables"])

    def marked(self, parties: Sequence[Party], trigger: Trigger) -> list[Party]:
        """The parties with the role of those who mediate."""
        if len(countries_of(parties)) < 3:
            return list(parties)
        between = set(self._named(trigger)) | set(self._hosts(parties, trigger))
        rest = countries_of(p for p in parties if p.actor.span.start not in between)
        if not between or len(rest) < 2:
            return list(parties)
        return [replace(p, role="mediator") if p.actor.span.start in between else p for p in parties]

    def _named(self, trigger: Trigger) -> Iterator[int]:
        """Where those stand whose mediation the sentence names."""
        for token in trigger.sentence.tokens:
            if token.lemma_.lower() in self.acts and token.dep_ == "pobj":
                owners = [*syntax.prepositional(token, "of"), *(c for c in token.children if c.dep_ == "poss")]
                yield from (self._start(t, trigger) for owner in owners for t in owner.subtree)
            if self._at_their_side(token):
                yield from (self._start(t, trigger) for name in token.head.head.subtree for t in name.subtree)
            if (link := self._as(token)) is not None:
                before = token.doc[max(trigger.sentence.tokens.start, link - REACH) : link]
                yield from (self._start(t, trigger) for name in before for t in name.subtree)

    def _as(self, token: Token) -> int | None:
        """Where "as" stands in "with X as mediator", "with the Xs as go-betweens"."""
        whole = token.doc[token.left_edge.i : token.i + 1].text.lower()
        named = token.lemma_.lower() in self.doers or whole.removesuffix("s").removeprefix("the ") in self.doers
        first = token.left_edge.i if whole.count("-") else token.i
        return first - 1 if named and first and token.doc[first - 1].lower_ == "as" else None

    def _at_their_side(self, token: Token) -> bool:
        """ "X and Y met, with Z at their side"."""
        return token.lower_ in ("side", "sides") and any(c.lower_ == "their" for c in token.children)

    def _start(self, token: Token, trigger: Trigger) -> int:
        return self.scene.at(token, trigger.sentence)

    def _hosts(self, parties: Sequence[Party], trigger: Trigger) -> Iterator[int]:
        """The host of two others "for talks" between them, where nothing says that the three met as three."""
        guests = countries_of(p for p in parties if p.role == "guest")
        hosts = [p for p in parties if p.role == "host" and p.country not in guests]
        words = {t.lower_ for t in trigger.sentence.tokens}
        purpose = any(n.lemma_.lower() in self.tables for n in syntax.prepositional(trigger.token, "for"))
        if len(guests) == 2 and purpose and not words & self.joint:
            yield from (p.actor.span.start for p in hosts)
