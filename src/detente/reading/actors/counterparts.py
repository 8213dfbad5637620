"""Who "his Fijian counterpart" is where the sentence has named him without saying what he is: "A rang B on Monday, and
got an invitation from his Fijian counterpart".

In: the mentions of a document and the people known so far. Out: state and rank set on the one whom an official calls or
meets, and the office that stands for him tied to him. Who has a state or post of his own, or is only told or asked
something, is none.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING

from detente.model import Country, Level
from detente.reading import syntax
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.hosts import Hosts
from detente.reading.actors.lexicon import HEADS, Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


def offices_in(post: str | None, lexicon: Lexicon) -> set[tuple[str, Level]]:
    """What a holder holds: "the foreign ministers of A and B", "Deputy Prime Minister and Minister of Trade"."""
    titles = [t for hit in lexicon.titles.find(post or "") for t in hit.values]
    held = {(t.portfolio, t.level) for t in titles if t.portfolio}
    heads = {(str(level), level) for level in HEADS} if any(level in HEADS for _, level in held) else set()
    return held | heads


class Counterparts:
    """Names counterparts by those whom the same sentence names."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: list[Mention], entities: MutableMapping[int, Entity]
    ) -> None:
        self.scene, self.words, self.mentions, self.entities = scene, lexicon.words, mentions, entities

    def read(self) -> None:
        """Sets states on those who turn out to be somebody's counterpart."""
        self._alike()
        for n, mention in enumerate(self.mentions):
            title = mention.title
            office = mention.kind == "office" and title is not None and title.portfolio == "counterpart"
            if not office or mention.plural or mention.country is None or mention.counterpart_of is None:
                continue
            met = [(one, by) for one, by in self._met(mention) if one.country in (None, mention.country)]
            if len(met) == 1:
                (one, by), *_ = met
                one.country, one.official = mention.country, True
                one.level, one.portfolio, one.title = by.level, by.portfolio, by.title
                one.post = by.title.name if by.title is not None else one.post
                self.entities[n] = one

    def receiving(self, hosts: Hosts) -> None:
        """Sets the state of the ground on "his colleague X" who receives or invites a visitor there."""
        for n, mention in enumerate(self.mentions):
            one = self.entities.get(n)
            counterpart = mention.kind == "person" and mention.counterpart_of is not None
            if counterpart and one is not None and one.country is None and (ground := hosts.of(mention)) is not None:
                one.country, one.official = ground, True

    def _alike(self) -> None:
        """ "Minister X met Y, who holds the same portfolio in Z": Y's state, and X's rank."""
        by: Entity | None = None
        for n, mention in enumerate(self.mentions):
            one = self.entities.get(n)
            if one is None or mention.kind != "person":
                continue
            country = self._holds_the_same(mention) if one.title is None and one.country is None else None
            if country is not None and by is not None and by.country not in (None, country):
                one.country, one.official, one.post = country, True, by.post
                one.level, one.portfolio, one.title = by.level, by.portfolio, by.title
            elif one.official and one.title is not None:
                by = one

    def _holds_the_same(self, mention: Mention) -> Country | None:
        """Z of "X, who holds the same portfolio in Z"."""
        doc = self.scene.passages[mention.passage].doc
        aside = doc[mention.last : mention.last + 2]
        clause = aside[1].head if len(aside) == 2 and aside.text == ", who" else None
        thing = syntax.direct_object(clause) if clause is not None else None
        same = thing is not None and thing.lemma_.lower() in self.words["same_posts"]
        said = {c.lower_ for c in thing.children} if thing is not None else set()
        same = same and thing is not None and ("same" in said or ("the" in said and thing.lemma_ == "portfolio"))
        if clause is None or thing is None or not same or clause.lemma_ not in self.words["holding_posts"]:
            return None
        places = {n.i for at in (thing, clause) for n in syntax.prepositional(at, "in", "of", "for")}
        near = (m for m in self.mentions if m.passage == mention.passage and m.country)
        return next((m.country for m in near if m.head in places), None)

    def _met(self, mention: Mention) -> Iterator[tuple[Entity, Entity]]:
        """Those named with nothing else before an office in its sentence whom an official calls or meets, with him."""
        doc = self.scene.passages[mention.passage].doc
        for n, other in enumerate(self.mentions):
            one = self.entities.get(n)
            before = other.sentence == mention.sentence and other.kind == "person" and other.first < mention.first
            if not before or one is None or one.post or one.official or other.title is not None or other.country:
                continue
            verb = None if _described(doc[other.head]) else self._meeting(doc[other.head])
            subject = syntax.subject(verb) if verb is not None else None
            by = self._person(subject, other) if subject is not None else None
            if by is not None and by is not one and by.official and by.country != mention.country:
                yield one, by

    def _meeting(self, name: Token) -> Token | None:
        """The verb by which somebody is called or met: "rang X", "met with X", "had X on the line"."""
        verb = name.head.head if name.dep_ == "pobj" and name.head.lower_ in ("with", "to") else name.head
        if name.dep_ not in ("dobj", "pobj"):
            return None
        line = any(n.lower_ in self.words["lines"] for n in syntax.prepositional(verb, "on"))
        rung = name.dep_ == "dobj" and verb.lemma_ in self.words["ringing_verbs"]
        return verb if line or rung or verb.lemma_ in self.words["meeting_verbs"] - {"speak", "talk"} else None

    def _person(self, subject: Token, other: Mention) -> Entity | None:
        for n, mention in enumerate(self.mentions):
            if mention.passage == other.passage and mention.first <= subject.i < mention.last:
                return self.entities.get(n)
        return None


def _described(name: Token) -> bool:
    """ "the actress X", "X, an actress": told to be something that is no office."""
    before = any(c.dep_ in ("compound", "amod", "nmod") and c.text[0].islower() for c in name.children)
    return before or any(c.dep_ == "appos" for c in name.children)
