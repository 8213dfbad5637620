"""Promises that a side recalls and calls in within a few words: "the Greeks undertook at X to …, the ministry
maintains, and it pressed them to do so", "…, it is high time that they did".

In: a scene, its cast and the statements for states. Out: `Pledge`s, the words that tell of the promise, whose it is and
by whom it is recalled. Where the promise is only told of, with nothing that calls it in, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.speech.trimming import trimmed
from detente.reading.stances.pledges import Pledge

if TYPE_CHECKING:
    from detente.reading.words import Token

PAST = ("VBD", "VBN")


class Reminders:
    """Looks for verbs of promising in the past that something near calls in."""

    def __init__(self, words: Mapping[str, Sequence[str]], scene: Scene, cast: Cast, drafts: Sequence[Draft]) -> None:
        self.promising, self.calling = frozenset(words["promising"]), frozenset(words["calling_in"])
        self.reminding, self.giving = frozenset(words["reminding"]), frozenset(words["giving"])
        self.promises = frozenset(words["nouns"])
        self.scene, self.cast, self.drafts = scene, cast, drafts

    def read(self) -> Iterator[Pledge]:
        """The promises called in, in the order of the text."""
        for sentence in self.scene.sentences:
            for verb in sentence.tokens:
                if self._promises(verb) and verb.tag_ in PAST and not syntax.negated(verb):
                    pledge = self._pledge(verb, sentence)
                    if pledge is not None:
                        yield pledge
                        break

    def _promises(self, verb: Token) -> bool:
        """ "undertook", "gave its word"."""
        given = syntax.direct_object(verb) if verb.lemma_ in self.giving else None
        return verb.lemma_ in self.promising or (given is not None and given.lemma_.lower() in self.promises)

    def _pledge(self, verb: Token, sentence: Sentence) -> Pledge | None:
        by = self._bound(verb, sentence)
        draft = self._recalled(by, verb, sentence) if by is not None else None
        content = trimmed(self.scene, sentence.start, sentence.end)
        if by is None or draft is None or content is None:
            return None
        if not (self._called_in(verb, sentence) or self._reminded(draft)):
            return None
        return Pledge(draft, by, content)

    def _bound(self, verb: Token, sentence: Sentence) -> Country | None:
        """Whose promise it is: of the verb's subject, else of the state that opens the sentence."""
        subject = syntax.subject(verb)
        first = next((t for t in sentence.tokens if t.pos_ in ("PROPN", "NOUN")), None)
        for noun in (subject, first):
            if noun is not None and noun.i < verb.i:
                actor = self.cast.actor(noun, sentence)
                country = actor.country if actor is not None else self.cast.country_beside(noun, sentence)
                country = country or self.cast.country_at(noun, sentence)
                if country is not None:
                    return country
        return None

    def _recalled(self, by: Country, verb: Token, sentence: Sentence) -> Draft | None:
        """The statement of another side that tells of it: around it, in an aside of its sentence, or right before."""
        at = self.scene.at(verb, sentence)
        near = [d for d in self.drafts if d.on_behalf_of not in (None, by)]
        around = [d for d in near if d.content.start <= at < d.content.end]
        own = [d for d in near if d.sentence.index == sentence.index]
        before = [
            d
            for d in near
            if 0 < sentence.index - d.sentence.index <= 2 and d.sentence.passage.index == sentence.passage.index
        ]
        asides = before if self._aside_of(by, sentence) else []
        return next(iter([*around, *own, *reversed(asides)]), None)

    def _aside_of(self, by: Country, sentence: Sentence) -> bool:
        """ "…, the ministry maintains, …": an official voice that is not the promiser's."""
        institutions = self.cast.lexicon.words["institutions"]
        if any(t.lower_ in institutions for t in sentence.tokens):
            return True
        actors = (self.cast.actor(t, sentence) for t in sentence.tokens if t.pos_ in ("NOUN", "PROPN"))
        return any(a is not None and a.official and a.country not in (None, by) for a in actors)

    def _reminded(self, draft: Draft) -> bool:
        """ "X reminded Y that it had undertaken to …": told to who promised, so that it be done."""
        cue = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
        return cue is not None and cue.lemma_ in self.reminding

    def _called_in(self, verb: Token, sentence: Sentence) -> bool:
        """Words after the promise, or in the next sentence, that ask for it: "honoured", "high time", "pressed"."""
        following = self.scene.sentences[sentence.index + 1 : sentence.index + 2]
        given = syntax.direct_object(verb)  # "gave an assurance that it would respect X"
        under = (*verb.children, *(given.children if given is not None else ()))
        acts = [c for c in under if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and c.tag_ == "VB"]
        promised = {t.i for a in acts for t in syntax.conjuncts(a)}  # "promised to deliver X" calls nothing in
        after = [t for t in sentence.tokens if t.i > verb.i and t.i not in promised]
        after += [t for s in following if s.passage.index == sentence.passage.index for t in s.tokens]
        return any(t.lemma_.lower() in self.calling for t in after)
