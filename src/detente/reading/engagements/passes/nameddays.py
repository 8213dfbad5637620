"""A day that somebody had named: "Sunday was the day that X had named for a meeting; there has been no reply".

In: the sightings of a document in the order of the text. Out: the same; what a day had been named for was proposed for
that day by who named it, and has had no answer where the sentence or the next says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import StatusName, Time
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.standing.reader import StandingReader
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

AT_TABLE = frozenset({"meeting", "talks", "summit_session", "call", "video_call", "visit"})


class NamedDays:
    """Reads days that were named for something; `words` are the small words of engagements."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], timing: TimingReader, standings: StandingReader,
        initiative: Initiative,
    ) -> None:  # fmt: skip
        self.timing, self.standings, self.initiative = timing, standings, initiative
        self.naming, self.days = frozenset(words["day_naming_verbs"]), frozenset(words["named_days"])
        self.requests = frozenset(words["request_nouns"]) | frozenset(words["written_requests"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, each for which a day had been named with that day."""
        return [self._named(s, context) for s in found]

    def _named(self, sighting: Sighting, context: Context) -> Sighting:
        verb = self._naming(sighting.token) if sighting.form in AT_TABLE else None
        when = self._day(verb.head, sighting.sentence, context) if verb is not None else None
        if verb is None or when is None:
            return sighting
        name: StatusName = "unanswered" if self._unanswered(sighting, context) else "mooted"
        standing = replace(
            sighting.standing, status=name, rule=f"engagements/status.{name}", reason=None, weak=False, tense="past"
        )
        who = syntax.subject(verb)
        by = self.initiative.country(who, sighting.sentence, context.cast, sighting.parties) if who else None
        return replace(
            sighting, when=when, standing=standing, status=replace(sighting.status, status=name, reason=None),
            initiator=by or sighting.initiator, background=False,
        )  # fmt: skip

    def _naming(self, noun: Token) -> Token | None:
        """ "had named" of "the day that X had named for a meeting"."""
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
        about = verb.dep_ in ("relcl", "acl") and verb.head.lemma_.lower() in self.days
        return verb if about and verb.lemma_ in self.naming and verb.i != noun.i else None

    def _day(self, day: Token, sentence: Sentence, context: Context) -> Time | None:
        """Sunday of "Sunday was the day", of "The day was Sunday"."""
        be = day.head if day.dep_ in ("attr", "nsubj") and day.head.lemma_ == "be" else None
        if be is None:
            return None
        for expression, token in self.timing.usable(sentence, context):
            said = token.head.i == be.i
            if expression.edtf and said and token.dep_ in ("nsubj", "npadvmod", "attr"):
                return Time(expression.edtf, "planned", expression.span)
        return None

    def _unanswered(self, sighting: Sighting, context: Context) -> bool:
        """ "and the proposal has had no answer": said of what was asked for, in the sentence or the next."""
        after = context.scene.sentences[sighting.sentence.index : sighting.sentence.index + 2]
        verbs = (v for s in after if s.passage.index == sighting.sentence.passage.index for v in self._told(s))
        return any(self.standings.answers.of(v) == "unanswered" for v in verbs)

    def _told(self, sentence: Sentence) -> Iterator[Token]:
        for verb in (t for t in sentence.tokens if t.pos_ in ("VERB", "AUX")):
            subject = syntax.passive_subject(verb) or syntax.subject(verb)
            if subject is not None and (subject.lower_ == "it" or subject.lemma_.lower() in self.requests):
                yield verb
