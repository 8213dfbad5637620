"""Bodies of two states: "the joint commission of X and Y", "the X-Y border committee", "the Committee" of a text that
has told of them.

In: the noun of a body and who met last. Out: the two states whose body it is, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.frame import Frame
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

TOLD = 3  # sentences back to a body that is told of in short
NEAR = 3  # sentences from those who met to the body that they set up
NAMED = ("compound", "amod", "nmod")


class JointBodies:
    """Reads the bodies of one document; `words` are the small words of engagements."""

    def __init__(self, scene: Scene, cast: Cast, words: dict[str, list[str]], frame: Frame) -> None:
        self.scene, self.cast, self.words, self.frame = scene, cast, words, frame

    def states(self, token: Token, sentence: Sentence, last_pair: Sequence[Party], met_at: int) -> list[Country]:
        """The states that a body is of; `last_pair` met last, in the sentence `met_at`."""
        if token.lemma_.lower() not in self.words["joint_bodies"]:
            return []
        beside = [c for t in token.lefts for w in (t, *t.subtree) if (c := self.cast.country_at(w, sentence))]
        matters = syntax.prepositional(token, "for", "on")  # "the committee for trade between X and Y"
        told = (t for above in (token, *matters) for t in syntax.prepositional(above, "of", "between"))
        of = [c for t in told if (c := self.cast.country_at(t, sentence))]
        states = list(dict.fromkeys([*beside, *of]))
        if states:
            return states
        told_of = self._set_up(token, sentence, met_at) or self._named_before(token, sentence, met_at)
        if told_of or self._prepared(token, sentence, met_at):
            states = sorted(countries_of(last_pair), key=self.frame.first_named)
        if not states and (self._of_two(token) or self._told_of(token, sentence)):
            states = sorted(countries_of(self.frame.only(2, sentence)), key=self.frame.first_named)
        return states

    def _of_two(self, body: Token) -> bool:
        """ "the joint committee", "the Border Commission", "their joint board": of two states, by its name."""
        small = {c.lower_ for c in body.children}
        border = body.lemma_.lower() in self.words["border_bodies"] and small & {*self.words["border_words"]}
        named = "the" in small or any(c.dep_ == "poss" and self._both(c) for c in body.children)
        return named and bool(border or small & {*self.words["shared"]})

    def _both(self, owner: Token) -> bool:
        """ "their", "the two countries'", "both sides'"."""
        return owner.lower_ == "their" or (owner.tag_ == "NNS" and owner.lemma_.lower() in self.words["dyad_nouns"])

    def _set_up(self, body: Token, sentence: Sentence, met_at: int) -> bool:
        """ "agreed to set up a working group. The group will convene …", "that the joint commission would meet": a body
        of those who met right before."""
        near = 0 <= sentence.index - met_at <= NEAR
        if not near or not any(c.lower_ in ("the", "this") for c in body.children):
            return False
        both = any(t.lemma_ in self.words["agreeing_verbs"] for t in body.ancestors)
        if both and (body.text.islower() or self._for_a_matter(body, sentence)):
            return True  # "agreed that the committee for trade would convene": so it is of both
        agreed = body.text.islower() or both
        if not agreed or any(w.lower_ in self.words["shared"] for c in body.lefts for w in c.subtree):
            return agreed
        before = (t for t in self._between(sentence, met_at) if t.lemma_.lower() == body.lemma_.lower())
        return any(c.lower_ in ("a", "an") for t in before for c in t.children)

    def _for_a_matter(self, body: Token, sentence: Sentence) -> bool:
        """ "the Committee on Border Trade", "the Technical Board for Rivers": named by what it is for; not the UN's."""
        owned = any(c.dep_ == "poss" or c.text.isupper() or self.cast.entity(c, sentence) for c in body.lefts)
        return not owned and any(True for _ in syntax.prepositional(body, "on", "for"))

    def _prepared(self, body: Token, sentence: Sentence, met_at: int) -> bool:
        """ "reviewed preparations for the Cooperation Council, which will be held in X": a body named for two, of those
        who met right before; not one that is known by its name."""
        named = {t.lower_ for t in body.lefts} & {*self.words["named_bodies"]} and "the" in {
            c.lower_ for c in body.lefts
        }
        known = self.cast.entity(body, sentence) is not None or any(t.is_upper for t in body.lefts)
        return bool(named) and not known and 0 <= sentence.index - met_at <= NEAR

    def _named_before(self, body: Token, sentence: Sentence, met_at: int) -> bool:
        """ "agreed to revive the A B Committee. The 5th meeting of the Committee …": in short the body whose whole name
        those who met gave right before."""
        near = 0 <= sentence.index - met_at <= NEAR
        if not near or body.text.islower() or [c.lower_ for c in body.children] not in (["the"], ["this"]):
            return False
        before = (t for t in self._between(sentence, met_at) if t.text == body.text)
        return any(c.dep_ in NAMED and c.text[0].isupper() for t in before for c in t.lefts)

    def _told_of(self, body: Token, sentence: Sentence) -> bool:
        """ "agreed to revive their joint commission. … The commission will sit in X": in short one told of before."""
        if [c.lower_ for c in body.children if c.i < body.i] not in (["the"], ["this"]):
            return False
        before = (t for s in self.scene.sentences[max(0, sentence.index - TOLD) : sentence.index] for t in s.tokens)
        return any(self._of_two(t) for t in before if t.text == body.text)  # "the Commission" may be Europe's

    def _between(self, sentence: Sentence, met_at: int) -> Iterator[Token]:
        """The words of a paragraph from those who met up to a sentence."""
        told = self.scene.sentences[met_at : sentence.index]
        return (t for s in told if s.passage.index == sentence.passage.index for t in s.tokens)
