"""Whose ways a sentence tells of: "X conducts its dealings with Y on the basis of …", "the pillars of X's diplomacy",
"X remains worried about …": what only an official of X says, so that a bare "he" or "the ministry" beside it is of X.

In: the mentions of a document with the entities known so far. Out: the state; None where none, or two, are told to have
such ways, and where the words ask for them ("X must act on the basis of …").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.grid import SEATS, Mention, side_of
from detente.reading.page.parted import opening
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Token

FINITE = frozenset({"VBZ", "VBP", "VBD", "VBN"})
OWNERS = ("poss", "compound", "amod", "nmod")


class Ways:
    """Reads by which words a state's ways or worries are told, and whose they are."""

    def __init__(
        self,
        scene: Scene,
        words: Mapping[str, frozenset[str]],
        mentions: Sequence[Mention],
        entities: Mapping[int, Entity],
    ) -> None:
        self.scene, self.mentions, self.entities = scene, mentions, entities
        self.conducting, self.grounds = words["conducting_verbs"], words["grounds_of_conduct"]
        self.ties, self.creeds, self.minded = words["ties"], words["creeds"], words["worried"]
        self.asking, self.staying = words["asking_helpers"], words["staying"]
        self.sayings = words["speech_verbs"]

    def of(self, sentence: Sentence) -> Country | None:
        """The state whose ways a sentence tells of."""
        named = {
            m.head: c
            for n, m in enumerate(self.mentions)
            if m.sentence == sentence.index and m.kind in SEATS
            if (c := side_of(m, self.entities.get(n))) is not None
        }
        told = {c for who in self._whose(sentence) for c in self._sides(who, named)} if named else set()
        return told.pop() if len(told) == 1 else None

    def _whose(self, sentence: Sentence) -> Iterator[Token]:
        """The nouns whose ways or worries are told."""
        for token in sentence.tokens:
            if token.lemma_.lower() in self.conducting and self._tells(token):
                if (agent := syntax.agent_of(token)) is not None:
                    yield agent  # "Ties are built by X on the principles of …"
                subject = before_aside(token) or syntax.passive_subject(token) or syntax.subject(token)
                yield from (subject,) if subject is not None and subject.i < token.i else ()
            elif token.lemma_.lower() in self.creeds and token.head.dep_ == "prep" and token.head.lower_ == "of":
                noun = token.head.head
                if noun.lemma_.lower() in self.grounds and noun.dep_ in ("attr", "nsubj"):
                    yield token
            elif token.lower_ in self.minded and token.dep_ in ("acomp", "oprd", "attr"):
                subject = before_aside(token.head) or syntax.subject(token.head)
                plain = token.head.lemma_ in self.staying and not set(syntax.auxiliaries(token.head)) & self.asking
                yield from (subject,) if plain and subject is not None else ()

    def _tells(self, verb: Token) -> bool:
        """Whether a verb tells, and does not ask, on what grounds somebody acts."""
        if verb.tag_ not in FINITE and not (verb.tag_ == "VB" and "will" in syntax.auxiliaries(verb)):
            return False
        if set(syntax.auxiliaries(verb)) & self.asking or syntax.negated(verb) or verb.dep_ in ("relcl", "acl"):
            return False
        after = verb.doc[verb.i + 1 : verb.sent.end]
        ends = next((t.i for t in after if t.text in (";", ":", "”", '"')), verb.sent.end)
        return any(t.lemma_.lower() in self.grounds and t.i < ends for t in after)

    def _sides(self, who: Token, named: Mapping[int, Country]) -> Iterator[Country]:
        """The states that a noun names: its own, or for "X's policy", "X's ties with Y" that of the owner."""
        for noun in syntax.conjuncts(who):
            if noun.i in named:
                yield named[noun.i]
            elif noun.lemma_.lower() in self.ties | self.creeds:
                owners = [c for c in noun.children if c.dep_ in OWNERS]
                owners = owners or list(syntax.prepositional(noun, "of"))
                yield from (named[c.i] for c in owners if c.i in named)


def before_aside(verb: Token) -> Token | None:
    """X in "X, the ministry added, acts …": the noun before an aside that ends right before a verb."""
    doc, low, at = verb.doc, verb.sent.start, verb.i
    while at - 1 > low and doc[at - 1].pos_ in ("ADV", "AUX"):
        at -= 1
    if at - 2 <= low or doc[at - 1].text != ",":
        return None
    comma = opening(doc, at - 1, low)
    if comma is None or comma == low or not any(t.tag_ in FINITE for t in doc[comma + 1 : at - 1]):
        return None
    noun = doc[comma - 1]
    return noun if noun.pos_ in ("NOUN", "PROPN") else None
