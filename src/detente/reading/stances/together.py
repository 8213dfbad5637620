"""The sides that speak or act together: "X and Y agreed", "the two ministers", "they", "both sides".

In: a statement. Out: the states of its speakers, where they are several: those named, else of the engagement told of
last before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Engagement
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

# beside a summit, those who agreed are the two who met there
NEAR = 2  # sentences from "the two ministers" to "they"
OWNED = frozenset({"of", "from", "with", "between", "for"})  # not "the minister, on a visit to X"
ASSEMBLED = frozenset({"summit_session", "ceremony"})


@dataclass(frozen=True, slots=True)
class Together:
    """Finds the sides that speak as one in one document."""

    scene: Scene
    cast: Cast
    engagements: Sequence[Engagement]

    def of(self, draft: Draft) -> tuple[Country, ...]:
        """ "The two sides agreed to …": the sides of the last engagement told of before."""
        if draft.speaker is None or draft.cue_span is None:
            return ()
        noun = self._speaking_noun(draft)
        named = self._named_in(noun, draft.sentence) if noun is not None else ()
        if len(named) > 1:
            return named
        if draft.speaker.name is not None or named:
            return ()
        before = [e for e in self.engagements if len(e.countries) > 1 and e.evidence[0].start <= draft.cue_span.start]
        words = set(draft.speaker.span.text.lower().split())
        words |= {c.lower_ for c in noun.children} if noun is not None else set()
        small = self.cast.lexicon.words
        plural = bool(words & small["plural"] or words & small["pair_determiners"])
        plural = plural or (noun is not None and (noun.lower_ in small["pairs"] or self._of_those_who_met(noun)))
        tables = [e for e in before if e.form not in ASSEMBLED] or before
        if plural and not tables:
            return self._officials_before(draft.sentence)
        return sides_of(tables[-1]) if tables and plural else ()

    def _officials_before(self, sentence: Sentence) -> tuple[Country, ...]:
        """ "X tried out the line, on which he reached Y of Z. The ministers agreed": the two of two states whom the
        sentence before names, where nothing tells of a table."""
        told = [
            self.cast.entities[n] for n, m in enumerate(self.cast.mentions)
            if m.kind == "person" and m.sentence == sentence.index - 1 and n in self.cast.entities
        ]  # fmt: skip
        states = tuple(dict.fromkeys(e.country for e in told if e.official and e.country))
        return states if len(states) == 2 and len({e.key for e in told}) == 2 else ()

    def by_noun(self, noun: Token, sentence: Sentence) -> tuple[Country, ...]:
        """The sides of "the two governments" as a subject: those of the last engagement told of before."""
        if len(syntax.conjuncts(noun)) > 1:
            return self._named_in(noun, sentence)
        below = next(syntax.prepositional(noun, "from", "of"), noun)  # "experts from the two sides"
        noun = below if below.tag_ == "NNS" else noun
        small = {c.lower_ for c in noun.children} & set(self.cast.lexicon.words["pair_determiners"])
        if (
            not small
            or noun.lemma_.lower() not in self.cast.lexicon.words["pair_nouns"]
            or self._named_in(noun, sentence)
        ):
            return ()
        at = self.scene.at(noun, sentence)
        before = [e for e in self.engagements if len(e.countries) > 1 and e.evidence[0].start <= at]
        return sides_of(before[-1]) if before else ()

    def addressed(self, noun: Token, sentence: Sentence) -> tuple[Country, ...]:
        """The states of whom something is asked: "A and B", or "both countries", those that a sentence right before
        names, else the two who met last."""
        small, words = {c.lower_ for c in noun.children}, self.cast.lexicon.words
        if len(syntax.conjuncts(noun)) > 1:
            return self._named_in(noun, sentence)
        pair = noun.lemma_.lower() in words["pair_nouns"] and small & words["pair_determiners"]
        if not pair or self._named_in(noun, sentence):
            return ()
        before = [s.index for s in self.scene.sentences[max(0, sentence.index - NEAR) : sentence.index]]
        for index in reversed(before):
            named = (e for n, m in enumerate(self.cast.mentions) if m.sentence == index
                     and m.kind != "place" and (e := self.cast.entities.get(n)) is not None)  # fmt: skip
            states = tuple(dict.fromkeys(e.country for e in named if e.country))
            if len(states) == 2:
                return states
        return self.by_noun(noun, sentence)

    def told_by_other(self, draft: Draft) -> Draft:
        """ "X's president, in turn, was told that …": the words are of the one other side that he met; with a speaker
        known, the statement as it is."""
        cue = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
        if cue is None or draft.cue_span is None or draft.on_behalf_of is not None or draft.speaker is not None:
            return draft
        heard = syntax.passive_subject(cue) if syntax.is_passive(cue) else None
        if heard is None or syntax.agent_of(cue) is not None:
            return draft
        actor = self.cast.actor(heard, draft.sentence)
        at = draft.cue_span.start
        met = [e for e in self.engagements if any(s.start <= at for s in e.evidence) and not e.background]
        sides = sides_of(met[-1]) if met else ()
        if actor is None or not actor.official or actor.country not in sides or len(sides) != 2:
            return draft
        side = next(s for s in sides if s != actor.country)
        speaker = Actor(None, None, None, side, "state", True, draft.cue_span, (draft.cue_span,))
        return replace(draft, on_behalf_of=side, speaker=speaker)

    def spoken(self, draft: Draft) -> tuple[Country, ...]:
        """The sides that say a statement together; of "they" only where such people were told of shortly before."""
        they = draft.speaker is not None and draft.speaker.span.text.lower() in self.cast.lexicon.words["plural"]
        return self.of(draft) if not they or self._told_before(draft.sentence) else ()

    def _told_before(self, sentence: Sentence) -> bool:
        before = self.scene.sentences[max(0, sentence.index - NEAR) : sentence.index]
        if before and self._two_met(before[-1]):
            return True
        nouns = self.cast.lexicon.words["pair_nouns"]
        subjects = (t for s in before for t in s.tokens if t.dep_ in ("nsubj", "nsubjpass"))
        return any(len(syntax.conjuncts(t)) > 1 or (t.tag_ == "NNS" and t.lemma_ in nouns) for t in subjects)

    def _two_met(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of two sides that met, and of no other people: "X's president met his colleague of Y
        in Z"; not "met X's president and the families of the crew"."""
        told = [e for e in self.engagements if any(sentence.start <= s.start < sentence.end for s in e.evidence)]
        met = bool(told) and all(len(e.countries) == 2 and e.status.status == "held" for e in told)
        return met and not any(self._crowd(t) for t in sentence.tokens)

    def _crowd(self, noun: Token) -> bool:
        """Whether a plural names other people of whom "they" may be told."""
        small = self.cast.lexicon.words
        if noun.lower_ in (*small["populace"], *small["hearers"]):
            return True
        meeting = {*small["meeting_verbs"], *small["facing_verbs"]}
        plural = noun.tag_ == "NNS" and noun.lemma_.lower() not in small["pair_nouns"]
        return (
            plural and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "conj") and syntax.clause_of(noun).lemma_ in meeting
        )

    def _of_those_who_met(self, noun: Token) -> bool:
        """ "the ministers agreed", "the four ministers agreed", with no name beside them."""
        lemma = noun.lemma_.lower().removesuffix("s") if noun.tag_ == "NNPS" else noun.lemma_.lower()
        plural = noun.tag_ in ("NNS", "NNPS") and lemma in self.cast.lexicon.words["pair_nouns"]
        return plural and all(c.dep_ in ("det", "amod", "nummod") for c in noun.children if c.i < noun.i)

    def _speaking_noun(self, draft: Draft) -> Token | None:
        """The noun of a statement's speaker, where it stands in the statement's own sentence."""
        span = draft.speaker.span if draft.speaker is not None else None
        tokens = [
            t for t in draft.sentence.tokens if span and span.start <= self.scene.at(t, draft.sentence) < span.end
        ]
        ids = {t.i for t in tokens}
        tops = [t for t in tokens if t.head.i not in ids]  # "Lao officials" of "Thai and Lao officials" has two
        return max(tops, key=lambda t: (t.right_edge.i - t.left_edge.i, -t.i), default=None)

    def _named_in(self, noun: Token, sentence: Sentence) -> tuple[Country, ...]:
        """The countries of a subject: "X and Y", "officials of A and B"."""
        told = {t.i for c in syntax.clauses_about(noun) for t in c.subtree}
        told |= {t.i for c in noun.subtree if c.dep_ == "prep" and c.lower_ not in OWNED for t in c.subtree}
        phrase = [t for t in noun.subtree if t.pos_ in ("PROPN", "NOUN", "ADJ") and t.i not in told]
        found = [c for t in phrase if (c := country_of(t, sentence, self.cast)) is not None]
        return tuple(dict.fromkeys(found))


def country_of(token: Token, sentence: Sentence, cast: Cast) -> Country | None:
    """The state of whoever or whatever a noun names."""
    if cast.lexicon.private(_body_of(token)):
        return None
    actor = cast.actor(token, sentence)
    if actor is not None:
        return actor.country
    return cast.country_beside(token, sentence) or cast.country_at(token, sentence)


def _body_of(token: Token) -> str:
    """The name of the body that a word stands in: "Kenyan" of "the Kenyan Chamber of Commerce"."""
    head = token
    while head.dep_ in ("compound", "amod", "nmod", "poss") and head.head.i > head.i:
        head = head.head
    below = [c.right_edge.i for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == head.i + 1]
    return str(head.doc[head.left_edge.i : max([head.i, *below]) + 1].text)
