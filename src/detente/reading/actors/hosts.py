"""Whose official a visitor meets: "X of A was in B. She met Deputy Minister Y": Y, of no named state, is of B.

In: the mentions of a document and the entities known so far. Out: the state of an official who is met. Two who meet
are of two states; the other is the one whose text it is, else the one on whose ground the visitor was told to be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Entity
from detente.reading.actors.coreference import Referents
from detente.reading.actors.grid import Mention, side_of
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

# sentences back in which the ground is told of
NEAR = 3
GROUND = frozenset({"place", "state"})
STANDING_ON = ("in", "to", "at")
INVITED = ("at", "on", "upon")
FORMER = "former "  # how the tables call who has left a post
WHO = frozenset({"person", "pronoun", "office"})


class Hosts:
    """Finds the state of who is met, by who meets him."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity],
        referents: Referents, own: Country | None,
    ) -> None:  # fmt: skip
        self.scene, self.words, self.mentions, self.entities = scene, lexicon.words, mentions, entities
        self.referents, self.own = referents, own

    def of(self, mention: Mention) -> Country | None:
        """The state of whom a visitor meets; None where nobody meets him, or no other state is at hand."""
        doc = self.scene.passages[mention.passage].doc
        inside = range(mention.first, mention.last)
        met_by = (self._meeting(t) for t in doc[mention.first : mention.last] if t.head.i not in inside)
        subject = next((who for who in met_by if who is not None), None)
        visitor = self._who(mention, subject) if subject is not None else None
        if visitor is None:
            return None
        if self.own is not None and self.own != visitor:
            return self.own
        ground = self._ground(mention)
        if ground not in (None, visitor):
            return ground
        return self._other(mention, visitor) or self._seen_before(mention, visitor)

    def _meeting(self, head: Token) -> Token | None:
        """Who meets him: "met with X", "held talks with X", "was received by X", "met X", "her talks with X"."""
        while head.dep_ == "appos":
            head = head.head
        if head.dep_ == "dobj" and head.head.lemma_ in self.words["meeting_verbs"]:
            return syntax.subject(head.head)
        if head.dep_ == "pobj" and head.head.lower_ == "of" and self._invites(head.head.head):
            return syntax.subject(syntax.clause_of(head.head.head))
        if head.dep_ == "pobj" and head.head.dep_ == "agent" and head.head.head.lemma_ in self.words["receiving_verbs"]:
            return syntax.passive_subject(head.head.head)
        if head.dep_ != "pobj" or head.head.lower_ != "with":
            return None
        above = head.head.head
        thing = syntax.direct_object(above) if above.lemma_ in self.words["having_talks"] else None
        above = thing if thing is not None and self._table(thing) else above  # "held consultations in X with Y"
        table = self._table(above)
        if table and (whose := next((c for c in above.children if c.dep_ == "poss"), None)) is not None:
            return whose
        if (
            table
            and above.dep_ == "pobj"
            and above.head.lower_ == "for"
            and above.head.head.lemma_ in self.words["seeking_talks"]
        ):
            return syntax.subject(above.head.head)  # "asked for a conversation with X"
        if table and above.dep_ == "dobj" and above.head.lemma_ == "include" and above.head.dep_ == "relcl":
            return syntax.subject(syntax.clause_of(above.head.head))  # "ended a visit, which included talks with X"
        held = above.dep_ == "dobj" and table
        verb = above.head if held else above
        had = self.words["having_talks"] | self.words["seeking_talks"]
        met = verb.lemma_ in self.words["meeting_verbs"] or (held and verb.lemma_ in had)
        return syntax.subject(verb) if met else None

    def _table(self, word: Token) -> bool:
        return bool({word.lower_, word.lemma_.lower()} & (self.words["gatherings"] | self.words["conversations"]))

    def _invites(self, noun: Token) -> bool:
        """ "paid a visit to A at the invitation of Minister X": X receives the visitor."""
        return noun.lemma_.lower() in self.words["invitations"] and noun.head.lower_ in INVITED

    def _other(self, mention: Mention, visitor: Country) -> Country | None:
        """The one other state that a state's own text names, the last time right before its own official meets or
        rings somebody."""
        named = [
            m for m in self.mentions if m.kind in ("state", "demonym", *GROUND) and m.country not in (None, visitor)
        ]
        near = any(0 <= mention.sentence - m.sentence < NEAR for m in named)
        near = near or (mention.title is not None and mention.title.level == "envoy")  # who is posted there
        others = {m.country for m in named}
        return others.pop() if near and self.own == visitor and len(others) == 1 else None

    def _seen_before(self, mention: Mention, visitor: Country) -> Country | None:
        """ "X held talks with Minister Y of B. … He also met with Deputy Minister Z": Z is of B, where those whom an
        official of that state has met in the sentences before are all of it."""
        met = []
        for other in self.mentions:
            if not 0 < mention.sentence - other.sentence <= NEAR or other.kind not in ("person", "office"):
                continue
            doc = self.scene.passages[other.passage].doc
            inside = range(other.first, other.last)
            hosts = (self._meeting(t) for t in doc[other.first : other.last] if t.head.i not in inside)
            subject = next((who for who in hosts if who is not None), None)
            if subject is not None and self._who(other, subject) == visitor:
                met.append(self._of(other))
        return met[0] if met and len(set(met)) == 1 and met[0] != visitor else None

    def _of(self, mention: Mention) -> Country | None:
        return side_of(mention, self.entities.get(self.mentions.index(mention)))

    def _who(self, mention: Mention, subject: Token) -> Country | None:
        """The state of who meets, where he is one and an official."""
        if any(t.i != subject.i and t.dep_ != "appos" for t in syntax.conjuncts(subject)):
            return None
        for n, other in enumerate(self.mentions):
            if other.passage == mention.passage and other.first <= subject.i < other.last and other.kind in WHO:
                entity = self.entities.get(n) or self.referents.resolve(n) or self._holder(other)
                held = entity is not None and (entity.official or (entity.post or "").startswith(FORMER))
                return entity.country if entity is not None and held else None
        return None

    def _holder(self, office: Mention) -> Entity | None:
        """ "The Foreign Minister also met Y": of the foreign ministers of whom the text has told the one whose state
        publishes it, else the only one."""
        title = office.title
        if office.kind != "office" or office.country or office.plural or title is None:
            return None
        before = (n for n, m in enumerate(self.mentions) if m.kind == "person" and m.sentence < office.sentence)
        people = (self.entities.get(n) for n in before)
        alike = [e for e in people if e and e.kind == "person" and e.official and e.level == title.level]
        alike = [e for e in alike if not title.portfolio or e.portfolio == title.portfolio]
        one = {id(e): e for e in alike if e.country == self.own} or {id(e): e for e in alike}
        return next(iter(one.values())) if len(one) == 1 else None

    def _ground(self, mention: Mention) -> Country | None:
        """The state where the visitor was last told to be, or to have gone."""
        doc = self.scene.passages[mention.passage].doc
        for other in reversed(self.mentions):
            near = other.passage == mention.passage and other.first < mention.first
            if not near or mention.sentence - other.sentence > NEAR or other.kind not in GROUND or not other.country:
                continue
            head = doc[other.head]
            visited = head.dep_ == "dobj" and head.head.lemma_ in self.words["motion_verbs"]
            if visited or (head.dep_ == "pobj" and head.head.lower_ in STANDING_ON):
                return other.country
        return None
