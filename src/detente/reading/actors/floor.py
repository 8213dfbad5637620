"""Which side a paragraph gives the word to: "From Oslo came a reply", "Oman's version is harsher", "Kenya answered".

In: a scene, its mentions and entities. Out: the state whose ministry, note or officials the sentences after mean, where
they name none themselves. What a sentence opens with decides first ("In Oslo the ministry …"), then whose answer or
account it tells of, then who answers; a subject of which it says something else gives nobody the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.grid import SEATS, Mention, side_of
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Token

BACK = 4  # sentences back in the paragraph
OPENERS = ("in", "from", "at")
BESIDE = ("poss", "amod", "compound", "nmod")


class Floor:
    """Tells who has the word; a document's cast holds one."""

    def __init__(
        self,
        scene: Scene,
        words: Mapping[str, frozenset[str]],
        mentions: Sequence[Mention],
        entities: Mapping[int, Entity],
    ) -> None:
        self.scene, self.words = scene, words
        self.states: dict[tuple[int, int], Country] = {}
        for n, m in enumerate(mentions):
            country = side_of(m, entities.get(n))
            if m.kind in SEATS and country is not None:
                self.states |= {(m.passage, i): country for i in range(m.first, m.last)}
        self.given: dict[int, Country | None] = {}

    def of(self, sentence: Sentence, token: Token | None = None) -> Country | None:
        """The side that has the word at a token of a sentence, or where it ends."""
        own = self._giver(sentence, token.i if token is not None else sentence.tokens.end)
        if own is not None:
            return own
        for before in reversed(self.scene.sentences[max(0, sentence.index - BACK) : sentence.index]):
            if before.passage.index != sentence.passage.index:
                return None
            if before.index not in self.given:
                self.given[before.index] = self._giver(before, before.tokens.end)
            if (side := self.given[before.index]) is not None:
                return side
        return None

    def _giver(self, sentence: Sentence, end: int) -> Country | None:
        """To whom one sentence gives the word, by its words up to a place."""
        return next((c for c in (*self._opening(sentence, end), *self._telling(sentence, end)) if c is not None), None)

    def _opening(self, sentence: Sentence, end: int) -> Iterator[Country | None]:
        """X in "In X the ministry …", "From X came …", of the main clause and not of a name."""
        first = sentence.tokens[0]
        main = first.head.i == sentence.tokens.root.i or first.head.dep_ in ("ccomp", "ROOT")
        if first.lower_ in OPENERS and first.dep_ == "prep" and main:
            for noun in (c for c in first.children if c.dep_ == "pobj" and c.i < end):
                yield self._side(noun, sentence)

    def _telling(self, sentence: Sentence, end: int) -> Iterator[Country | None]:
        """The owner of an account, and who answers or is said to have put one out."""
        root = _before_colon(sentence.tokens.root)
        if any(c.dep_ == "parataxis" and c.lemma_ in self.words["speech_verbs"] for c in root.children):
            return  # "X, it said, must answer": told of X, and not by it
        nouns = (t for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in self.words["accounts"])
        accounts = [t for t in nouns if t.i < end and syntax.clause_of(t).i == root.i]
        for noun in accounts:
            yield self._owner(noun, sentence)
        subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < end), None)
        if subject is None:
            return
        answers = syntax.with_particle(root) in self.words["answering"] or root.lemma_ in self.words["answering"]
        held = any(syntax.under(t, root) and t.i > subject.i for t in accounts)
        people = subject.tag_ in ("NNPS", "NNS") and (subject.lower_ in self.words["state_agents"] or self._is(subject))
        if answers or held or (people and root.lemma_ in self.words["toned"]):
            yield self._side(subject, sentence) or self._owner(subject, sentence)

    def _is(self, noun: Token) -> bool:
        return any(i == noun.i for _, i in self.states)

    def _owner(self, noun: Token, sentence: Sentence) -> Country | None:
        """The state beside a noun: "Oslo's reply", "the Omani version", "a note from Rome"."""
        beside = [c for c in noun.children if c.dep_ in BESIDE]
        beside += list(syntax.prepositional(noun, "from", "of", "in"))
        return next((s for t in beside if (s := self._side(t, sentence)) is not None), None)

    def _side(self, token: Token, sentence: Sentence) -> Country | None:
        return self.states.get((sentence.passage.index, token.i))


def _before_colon(root: Token) -> Token:
    """ "was" of "The Omani side was guarded: the spokesman spoke of …", which the parser hung on what follows."""
    led = (c for c in root.children if c.dep_ == "ccomp" and c.i < root.i)
    return next((c for c in led if any(t.text == ":" for t in root.doc[c.i : root.i])), root)
