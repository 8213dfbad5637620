"""Where a state stands, told by the reporter without a word of saying: "X is opposed to the sale", "X is for closing
the road", "X's answer was short: no troops".

In: a scene, its cast, its statements and the codebook's words. Out: drafts that make positions and are no statements:
the clause of a state that is of a mind, or what stands after the colon of a noun of its own. What a statement covers
already is left to it; what a reporter says that a state feels is no position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Span, Time
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.speech.cues import Cue, Cues
from detente.reading.speech.trimming import trimmed
from detente.reading.stances.asserted import supposed
from detente.reading.stances.stated import of_helper
from detente.reading.stances.together import country_of

if TYPE_CHECKING:
    from detente.reading.words import Token

RULE = "reading/narrated"
CONFIDENCE = 0.6
BEING = frozenset({"be", "remain", "stay", "seem"})
TO_COLON = 4  # words between a noun's verb and the colon: "was as short as ever:"


class Narrated:
    """Finds the stances of one document that the reporter tells."""

    def __init__(self, words: Mapping[str, Sequence[str]], cues: Cues, scene: Scene, cast: Cast) -> None:
        self.minded, self.sided = frozenset(words["minded"]), frozenset(words["sided"])
        self.nouns, self.having = frozenset(words["nouns"]), frozenset(words["having"])
        self.cues, self.scene, self.cast = cues, scene, cast

    def read(self, told: Sequence[Draft]) -> list[Draft]:
        """The stances that no statement tells, in the order of the text."""
        covered = [(d.content.start, d.content.end) for d in told if d.on_behalf_of is not None]
        drafts = (d for s in self.scene.sentences for d in (*self._of_mind(s), *self._after_colon(s)))
        free = [d for d in drafts if not any(a < d.content.end and d.content.start < b for a, b in covered)]
        return [d for d in free if not supposed(d)]

    def _of_mind(self, sentence: Sentence) -> Iterator[Draft]:
        """ "X is opposed to the sale", "X and Y are for the closure"."""
        for verb in (t for t in sentence.tokens if t.dep_ in ("ROOT", "conj", "parataxis") and self._stands(t)):
            subject = syntax.passive_subject(verb) or syntax.subject(verb) or of_helper(verb)
            for noun in syntax.conjuncts(subject) if subject is not None else ():
                side = self._state(noun, sentence)
                if side is not None:
                    words = [t for t in verb.subtree if t.i > verb.i and not self._joined(t, verb)]
                    span = self.scene.cover(sentence, [subject, verb, *words] if subject is not None else words)
                    yield self._draft(sentence, noun, side, span, None)

    def _stands(self, verb: Token) -> bool:
        """Whether a verb says of its subject that it takes a side on something named after it."""
        if syntax.negated(verb) and not any(c.lower_ in self.minded for c in verb.children):
            return False
        if verb.lower_ in self.minded and verb.tag_ == "VBN" and syntax.is_passive(verb):
            return set(syntax.auxiliaries(verb)) <= {"is", "are", "was", "were"} and _about(verb)
        if verb.lemma_ not in BEING or set(syntax.auxiliaries(verb)):
            return False
        felt = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd") and c.i > verb.i]
        sided = [c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1 and self._on_a_side(c)]
        return any(c.lower_ in self.minded and _about(c) for c in felt) or (bool(sided) and not felt)

    def _on_a_side(self, preposition: Token) -> bool:
        """ "against the sale", "in favour of closing": on a side of what is named."""
        after = preposition.doc[preposition.i + 1] if preposition.i + 1 < preposition.sent.end else None
        return preposition.lower_ in self.sided or (after is not None and after.lower_ in self.sided)

    def _after_colon(self, sentence: Sentence) -> Iterator[Draft]:
        """ "X's answer was short: no troops", "X has one condition: that the patrols end"."""
        colon = next((t for t in sentence.tokens if t.text == ":"), None)
        for noun in (t for t in sentence.tokens if colon is not None and t.i < colon.i):
            if noun.lemma_.lower() not in self.nouns or noun.pos_ != "NOUN" or colon is None:
                continue
            side = self._owned_by(noun, sentence, colon)
            cue = self.cues.noun(noun)
            content = trimmed(self.scene, self.scene.at(colon, sentence) + 1, self._end(colon, sentence))
            if side is not None and cue is not None and content is not None:
                yield replace(self._draft(sentence, noun, side, content, cue), kind="direct")
                return

    def _end(self, colon: Token, sentence: Sentence) -> int:
        """Where what stands after a colon ends: at the sentence's end, or before who is told to have said it."""
        for verb in (t for t in sentence.tokens if t.i > colon.i and self.cues.quoting(t) is not None):
            subject = syntax.subject(verb)
            last = subject is not None and subject.i < verb.i and subject.left_edge.i > colon.i + 2
            if subject is not None and last and verb.doc[subject.left_edge.i - 1].text == ",":
                return self.scene.at(subject.doc[subject.left_edge.i - 1], sentence)
        return sentence.end

    def _owned_by(self, noun: Token, sentence: Sentence, colon: Token) -> Country | None:
        """Whose the noun before a colon is: "X's answer was short:", "the demand of X:", "X has one condition:"."""
        verb = noun.head
        close = colon.i - max(noun.i, verb.i) <= TO_COLON
        if noun.dep_ == "dobj" and verb.lemma_ in self.having and close and not syntax.negated(verb):
            subject = syntax.subject(verb)
            return self._state(subject, sentence) if subject is not None else None
        said = noun.dep_ == "nsubj" and verb.lemma_ == "be" and not syntax.negated(verb)
        if not close or not (said or noun.i == colon.i - 1):
            return None
        owners = [c for c in noun.children if c.dep_ == "poss"] + list(syntax.prepositional(noun, "of", "from"))
        return next((side for o in owners if (side := self._state(o, sentence)) is not None), None)

    def _joined(self, token: Token, verb: Token) -> bool:
        """Whether a word is of what is coordinated to a verb."""
        while token.i != verb.i:
            if token.head.i == verb.i and token.dep_ in ("conj", "cc", "parataxis", "punct"):
                return True
            token = token.head
        return False

    def _state(self, noun: Token, sentence: Sentence) -> Country | None:
        """The state that a noun names, by its name, capital, government or leader; of people only who speak for it."""
        actor = self.cast.actor(noun, sentence)
        if actor is not None:
            return actor.country if actor.official or actor.kind == "state" else None
        own = noun.lower_ in self.cast.lexicon.words["institutions"]
        return country_of(noun, sentence, self.cast) if own or noun.pos_ == "PROPN" else None

    def _draft(self, sentence: Sentence, noun: Token, side: Country, content: Span, cue: Cue | None) -> Draft:
        at = self.scene.cover(sentence, [noun])
        actor = Actor(None, None, None, side, "state", True, at, (at,))
        when = Time(None, "reported", None)
        return Draft(
            sentence, cue, None, content, "indirect", actor, None, None, side, (), "unknown", None, None,
            when, content, RULE, CONFIDENCE,
        )  # fmt: skip


def _about(word: Token) -> bool:
    """Whether what one is of a mind about stands after the word."""
    return any(c.dep_ in ("prep", "agent", "xcomp", "ccomp") and c.i > word.i for c in word.children)
