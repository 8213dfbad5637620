"""Who else was at a meeting: "X received Y. … Minister Z attended the meeting", "The talks were attended by Z".

In: the sightings of a document in the order of the text. Out: the same, with those who are told to have been there
among the parties of the one told right before; being there is no engagement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import unique
from detente.reading.engagements.passes.askedfor import POINTING
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.sighting import Sighting

if TYPE_CHECKING:
    from detente.reading.scene import Sentence
    from detente.reading.words import Token

BACK = 4  # sentences from a meeting to who else was there
PRESENT = frozenset({"present", "attendance"})
AT_TABLE = frozenset({"meeting", "talks", "ceremony", "call", "video_call"})


class Attended:
    """Reads who was present; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.attending, self.talks = frozenset(words["attending_verbs"]), frozenset(words["attended"])
        self.treats = frozenset(words["attended_treats"])

    def read(self, found: Sequence[Sighting], context: Context, sides: Sides) -> list[Sighting]:
        """The sightings, with who else was there."""
        done = list(found)
        for sentence in context.scene.sentences:
            for verb, who, thing in self._present(sentence):
                here = [p for p in sides.all(who, sentence) if p.actor.kind in ("person", "office") and p.country]
                host = self._told_before(done, sentence, thing, context)
                if host is None or not here or any(p.country not in done[host].countries for p in here):
                    continue
                done[host] = replace(done[host], parties=tuple(unique([*done[host].parties, *here])))
                told = {verb.i, thing.i} if thing is not None else {verb.i}
                done = [s for n, s in enumerate(done) if n == host or s.token.i not in told or s.sentence != sentence]
        return done

    def _present(self, sentence: Sentence) -> Iterator[tuple[Token, Token, Token | None]]:
        """The verb, who was there, and at what: "Z attended the meeting", "the meeting was attended by Z"."""
        yield from self._was_there(sentence)
        for verb in (t for t in sentence.tokens if t.lemma_ in self.attending and t.pos_ == "VERB"):
            if syntax.negated(verb) or syntax.tense(verb) != "past":
                continue
            passive = syntax.is_passive(verb)
            thing = syntax.passive_subject(verb) if passive else syntax.direct_object(verb)
            who = syntax.agent_of(verb) if passive else syntax.subject(verb)
            if thing is not None and who is not None and self._the_meeting(thing):
                yield verb, who, thing

    def _was_there(self, sentence: Sentence) -> Iterator[tuple[Token, Token, Token | None]]:
        """ "Z was also present at the meeting", "Present were Y and Z", "Z took part in the talks as well"."""
        for verb in (t for t in sentence.tokens if t.pos_ in ("VERB", "AUX") and syntax.tense(t) == "past"):
            present = next((t for c in verb.children for t in (c, *c.children) if t.lower_ in PRESENT), None)
            joined = verb.lemma_ == "participate" or syntax.with_particle(verb) == "take_part"
            joined = joined or (verb.lemma_ == "take" and any(c.lower_ == "part" for c in verb.children))
            if not (joined or (verb.lemma_ == "be" and present is not None)) or syntax.negated(verb):
                continue
            who = next((c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.lower_ not in PRESENT), None)
            above = [verb] if present is None else [verb, present]
            things = [t for at in above for t in syntax.prepositional(at, "at", "in", "during") if t is not present]
            thing = next((t for t in things if self._the_meeting(t)), None)
            if who is not None and (thing is not None or (present is not None and not things)):
                yield verb, who, thing

    def _the_meeting(self, thing: Token) -> bool:
        """ "the meeting", with nothing that makes it another one ("the meeting of the council")."""
        bare = not any(c.dep_ in ("prep", "relcl", "acl", "compound", "poss") for c in thing.children)
        pointed = any(c.lower_ in POINTING for c in thing.children)
        return bare and pointed and thing.lemma_.lower() in self.talks | self.treats

    def _told_before(
        self, done: Sequence[Sighting], sentence: Sentence, thing: Token | None, context: Context
    ) -> int | None:
        """The meeting told of last, a few sentences before at most; of a dinner, one told as such."""
        if any(e.type == "date" for e in context.by_sentence.get(sentence.index, ())):
            return None
        for n in range(len(done) - 1, -1, -1):
            at = done[n].sentence.index
            near = 0 < sentence.index - at <= BACK and not done[n].background
            if thing is not None and thing.lemma_.lower() in self.treats:
                near = near and any(t.lemma_ == thing.lemma_ for t in done[n].sentence.tokens)
            if near and done[n].form in AT_TABLE and done[n].standing.status in ("held", "under_way"):
                return n
        return None
