"""What a state is called upon to do, told in the passive after the words of who asks: "the communiqué said … Kenya was
also urged to …".

In: an attributor that has read all acts of speech. Out: nothing of its own; a statement for each such call goes to the
attributor's drafts, said by the voice of the words right before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor
from detente.reading import syntax
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import Attributor, Draft
from detente.reading.speech.cues import Cue
from detente.reading.speech.trimming import trimmed_tokens

if TYPE_CHECKING:
    from detente.reading.words import Token

CONFIDENCE = 0.6
NEAR = 2  # sentences back, over the rim of a paragraph, to the words that the call goes on with
PAPERS = frozenset({"statement", "spokesperson"})


class CalledUpon:
    """Reads the calls of one document that name no caller."""

    def __init__(self, attributor: Attributor) -> None:
        self.attributor, self.scene, self.cast, self.cues = (
            attributor, attributor.scene, attributor.cast, attributor.cues,
        )  # fmt: skip
        self.further = frozenset(self.cues.words["further"])

    def read(self) -> None:
        """Adds the statements of calls to the attributor's drafts, in the order of the text."""
        for sentence in self.scene.sentences:
            for verb in sentence.tokens:
                cue = self._call(verb)
                if cue is not None:
                    self.attributor.drafts += self._made(cue, verb, sentence)

    def _call(self, verb: Token) -> Cue | None:
        """The cue of a verb that is told in the passive, without who calls, as something that was asked."""
        if verb.tag_ != "VBN" or not syntax.is_passive(verb) or syntax.agent_of(verb) or syntax.negated(verb):
            return None
        if syntax.tense(verb) != "past" or verb.dep_ not in ("ROOT", "conj"):
            return None
        return next((c for c in self.cues.verb(verb) if c.force == "demand" and "order" in c.frames), None)

    def _made(self, cue: Cue, verb: Token, sentence: Sentence) -> Iterator[Draft]:
        asked = self._asked(verb, sentence)
        voice = self._voice(verb, sentence)
        deed = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB"), None)
        if asked is None or voice is None or deed is None or voice.on_behalf_of == asked.country:
            return
        words = [t for t in deed.subtree if t.i > verb.i]
        span = trimmed_tokens(self.scene, words, sentence)
        told = any(d.content.meets(span) for d in self.attributor.drafts) if span is not None else True
        if span is not None and not told:
            yield replace(
                voice, sentence=sentence, content=span, kind="indirect", evidence=span, cue=cue, addressee=asked,
                cue_span=self.scene.cover(sentence, [verb]), nested=(), confidence=CONFIDENCE,
            )  # fmt: skip

    def _asked(self, verb: Token, sentence: Sentence) -> Actor | None:
        subject = syntax.passive_subject(verb)
        actor = self.cast.actor(subject, sentence) if subject is not None else None
        return actor if actor is not None and actor.official and actor.country is not None else None

    def _voice(self, verb: Token, sentence: Sentence) -> Draft | None:
        """Whose words come right before: of a paper or a spokesman, or of anyone where the call is told as a further
        one ("was also asked")."""
        start = self.scene.at(verb, sentence)
        before = [
            d for d in self.attributor.drafts
            if d.evidence.start < start and sentence.index - NEAR <= d.sentence.index < sentence.index
        ]  # fmt: skip
        last = max(before, key=lambda d: (d.sentence.index, d.evidence.start), default=None)
        if last is None or last.on_behalf_of is None:
            return None
        further = any(c.lower_ in self.further for c in verb.children)
        same = (d for d in before if d.sentence is last.sentence and d.on_behalf_of == last.on_behalf_of)
        paper = next((d for d in same if any(r.role in PAPERS for r in d.chain)), None)  # that tells what X said in it
        return paper or (last if further else None)
