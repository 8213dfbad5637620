"""What "there" means: the town that was told of last.

In: a sentence and a place in it. Out: the last town, else country, named as a place before: a capital that a journey
comes to ("First comes Lima") is one, a capital that acts ("Lima protested") is a government.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Place
from detente.reading.actors.cast import Cast
from detente.reading.actors.grid import Mention
from detente.reading.engagements.sides.towns import Towns
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

TOWNS = frozenset({"city", "capital", "metonym"})
BACK = 3  # sentences


class There:
    """Finds the place told of last in one document."""

    def __init__(self, scene: Scene, cast: Cast, words: dict[str, list[str]], towns: Towns) -> None:
        self.scene, self.cast, self.words, self.towns = scene, cast, words, towns

    def last(self, sentence: Sentence, at: int) -> list[Place]:
        """The last town, else country, named as a place before a token: in its sentence, else in those before."""
        best: tuple[Mention, Place] | None = None
        for index in range(sentence.index, max(-1, sentence.index - BACK), -1):
            other = self.scene.sentences[index]
            end = at if index == sentence.index else other.tokens.end
            told = self.cast.places(other, other.tokens.start, end)
            found = [f for f in told if f[0].kind == "place"] or [f for f in told if self._toured(f[0], other)]
            legs = [f for f in found if self._leg(f[0], other)]
            found = legs or found
            strange = [t.i for t in other.tokens if t.ent_type_ == "GPE" and t.i < end and self._nowhere(t, other)]
            if strange and not legs and (not found or strange[-1] > found[-1][0].head):
                return []  # "in a town that no table knows. He would go there"
            described = [(t.i, p) for t in other.tokens if t.i < end for p in self.towns.told(t, other)]
            if described and (not found or described[-1][0] > found[-1][0].head):
                return [described[-1][1]]  # "In the Algerian capital she will open a fair"
            if found:
                best = found[-1]
                break
        return [best[1]] if best else []

    def beside(self, trigger: Trigger) -> list[Place]:
        """ "In X he will open a fair. Separate talks with Y are planned": where the sentence right before was; the last
        town of "plans to meet Y while she is there"."""
        if self._while_there(trigger):
            return self.last(trigger.sentence, trigger.token.left_edge.i)
        noun, sentence = trigger.token, trigger.sentence
        further = trigger.noun and any(c.lower_ in self.words["further_ones"] for c in noun.children)
        if not further or not sentence.index:
            return []
        before = self.scene.sentences[sentence.index - 1]
        if before.passage.index != sentence.passage.index:
            return []
        told = self.cast.places(before, before.tokens.start, before.tokens.end)
        return [p for m, p in told if m.kind == "place" and any(n.kind in TOWNS for n in m.names)][-1:]

    def _while_there(self, trigger: Trigger) -> bool:
        """Whether a clause with "while" says that the one who meets, "she" or "they", is there by then."""
        above = {trigger.token.i, *(a.i for a in trigger.token.ancestors)}
        there = (t for t in trigger.sentence.tokens if t.lower_ in self.words["there"] and t.dep_ == "advmod")
        return any(c.head.i in above and self._his_stay(c) for c in (t.head for t in there))

    def _his_stay(self, clause: Token) -> bool:
        """ "while she is there", and not "while they were no longer there" or "while shells fell there"."""
        whole = [t.lower_ for t in clause.subtree]
        who = [c for c in clause.children if c.dep_ == "nsubj"]
        own = clause.lemma_ == "be" and len(who) == 1 and who[0].tag_ == "PRP"
        return own and "while" in whole and not {"no", "not", "n't", "never"} & set(whole)

    def _leg(self, mention: Mention, sentence: Sentence) -> bool:
        """ "The Bonn leg is for talks on X": where a part of a journey is, whatever else is named after it."""
        part = sentence.passage.doc[mention.head].head
        return part.dep_ == "nsubj" and mention.last == part.i and part.lemma_.lower() in self.words["journey_nouns"]

    def _toured(self, mention: Mention, sentence: Sentence) -> bool:
        """ "the trip also covers X": a capital that a journey leads to, and no government."""
        head = sentence.passage.doc[mention.head]
        led = head.dep_ in ("dobj", "attr") and head.head.lemma_ in self.words["itinerary_verbs"]
        return (led or self._comes(head)) and any(n.kind in TOWNS for n in mention.names)

    def _comes(self, town: Token) -> bool:
        """ "First comes X", "After Y comes X", "X, where a fair is on": a town that a journey comes to."""
        if any(c.dep_ == "relcl" and any(w.lower_ == "where" for w in c.children) for c in town.children):
            return True
        verb = town.head
        told = town.dep_ in ("nsubj", "attr") and verb.lemma_ in ("come", "follow", "be")
        return told and any(c.lower_ in self.words["in_order"] for c in verb.children)

    def _nowhere(self, token: Token, sentence: Sentence) -> bool:
        """A town by the parser's label that the tables give to no state, said to be where something was."""
        put = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "to")
        return put and self.cast.country_at(token, sentence) is None
