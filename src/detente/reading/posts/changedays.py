"""The day of a change of post that has none of its own: "On Monday X named Y minister. He dropped Z.", "X resigned on
Monday, and hours later Y was sworn in", "On Monday the king reshuffled his cabinet. Y was named minister".

In: the changes of post found in a document. Out: the same in the order of the text, each with the day that those told
with it, or the change of government that brought them, are told to be of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Tenure, Time, TimeExpression
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

FOLLOWING = 4  # sentences from a change of government to the posts that are given by it
STEM = 4  # letters that a state's name and its people's have alike
GIVEN = frozenset({"appointed", "removed"})


class ChangeDays:
    """Reads the days of changes that are told together."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.teams, self.forming = frozenset(words["teams"]), frozenset(words["forming"])
        self.shuffling, self.changes = frozenset(words["shuffling"]), frozenset(words["team_changes"])
        self.shortly, self.spans = frozenset(words["within_the_day"]), frozenset(words["longer_spans"])

    def read(self, found: Sequence[Tenure], scene: Scene, times: Sequence[TimeExpression]) -> list[Tenure]:
        """The changes, in order, with their days."""
        shuffles = list(self._shuffles(scene, times))
        kept: list[Tenure] = []
        for tenure in sorted(found, key=lambda t: t.evidence.start):
            at, last = scene.sentence_at(tenure.evidence.start), kept[-1] if kept else None
            if tenure.when.edtf is None and at is not None:
                tenure = self._with_the_last(tenure, last, at, scene) if last is not None else tenure
                tenure = self._by_shuffle(tenure, at, shuffles, scene) if tenure.when.edtf is None else tenure
            elif at is not None and last is not None and last.when.edtf is None and self._hours_apart(at):
                before = scene.sentence_at(last.evidence.start)
                kept[-1] = replace(last, when=tenure.when) if before == at else last
            kept.append(tenure)
        return kept

    def _with_the_last(self, tenure: Tenure, last: Tenure, at: Sentence, scene: Scene) -> Tenure:
        """A change right after a dated one of the same state's posts: "He dropped Z.", "Z was named minister"."""
        before = scene.sentence_at(last.evidence.start)
        if last.when.edtf is None or before is None or tenure.country not in (None, last.country):
            return tenure
        same = at.index == before.index
        again = tenure.post == last.post and tenure.person != last.person
        opens = at.tokens[0].tag_ == "PRP" or same or again or _told_in_passive(tenure, at, scene)
        follows = at.passage.index == before.passage.index and at.index - before.index <= 1
        given = {last.change, tenure.change} <= GIVEN or (same and self._hours_apart(at))
        if not (opens and follows and given):
            return tenure
        return replace(tenure, when=last.when, country=last.country)  # "X was named minister", with no state beside it

    def _hours_apart(self, sentence: Sentence) -> bool:
        """ "and hours later X swore in Y", "within the hour": that what a sentence tells is of one day."""
        words = {t.lemma_.lower() for t in sentence.tokens}
        return bool(words & self.shortly)

    def _by_shuffle(
        self, tenure: Tenure, at: Sentence, shuffles: Sequence[tuple[Sentence, Time]], scene: Scene
    ) -> Tenure:
        """A post given in the sentences after a change of government."""
        inside = _words(tenure, at, scene)
        recalled = any(t.tag_ in ("WP", "WDT") or t.lemma_.lower() in self.spans for t in inside) or _pluperfect(inside)
        near = [
            when for sentence, when in shuffles
            if sentence.passage.index == at.passage.index and 0 <= at.index - sentence.index <= FOLLOWING
            and not _of_another_state(at, sentence)
        ]  # fmt: skip
        return replace(tenure, when=near[-1]) if near and not recalled else tenure

    def _shuffles(self, scene: Scene, times: Sequence[TimeExpression]) -> Iterator[tuple[Sentence, Time]]:
        """The sentences that tell of a change of government on a day."""
        for sentence in scene.sentences:
            verb = next((v for t in sentence.tokens if (v := self._changing(t)) is not None), None)
            done = verb is not None and not syntax.negated(verb) and syntax.tense(verb) == "past"
            days = [
                e for e in times
                if sentence.start <= e.span.start < sentence.end and e.edtf and e.type == "date" and ".." not in e.edtf
            ] if done else []  # fmt: skip
            if len({e.edtf for e in days}) == 1:
                yield sentence, Time(days[0].edtf, "actual", days[0].span)

    def _changing(self, noun: Token) -> Token | None:
        """The verb by which a government is changed or formed."""
        lemma = noun.lemma_.lower()
        if lemma in self.teams:
            verb = noun.head
            told = noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB"
            new = any(c.lower_ in ("new", "his", "her", "their", "its") for c in noun.lefts)
            return verb if told and (verb.lemma_ in self.shuffling or (new and verb.lemma_ in self.forming)) else None
        if lemma in self.changes and (lemma in self.shuffling or self._of_a_team(noun)):
            return syntax.clause_of(noun) if noun.pos_ == "NOUN" else None
        return None

    def _of_a_team(self, change: Token) -> bool:
        """ "cabinet change", "a change of government"."""

        def of_one(nouns: Iterable[Token]) -> bool:
            return any(t.lemma_.lower() in self.teams for t in nouns)

        to = list(syntax.prepositional(change, "to"))  # "government changes to the mining law" are none
        named = of_one(change.lefts) and (not to or of_one(to))
        return named or of_one(syntax.prepositional(change, "of", "in", "to"))


def _of_another_state(at: Sentence, shuffle: Sentence) -> bool:
    """ "X reshuffled the Peruvian cabinet. In Chile, Y was named minister": whether it opens in another state."""
    place = at.tokens[1] if at.tokens[0].lower_ == "in" and len(at.tokens) > 1 else None
    told = {t.text[:STEM] for t in shuffle.tokens}
    return place is not None and place.ent_type_ == "GPE" and place.text[:STEM] not in told


def _words(tenure: Tenure, at: Sentence, scene: Scene) -> list[Token]:
    return [t for t in at.tokens if tenure.evidence.start <= scene.at(t, at) < tenure.evidence.end]


def _pluperfect(tokens: Sequence[Token]) -> bool:
    return any(t.dep_ == "aux" and t.lower_ == "had" for t in tokens)


def _told_in_passive(tenure: Tenure, at: Sentence, scene: Scene) -> bool:
    """ "Z was named minister": a clause of its own, with nobody who does it."""
    verbs = [t for t in _words(tenure, at, scene) if t.dep_ in ("ROOT", "ccomp", "conj") and t.pos_ == "VERB"]
    return any(syntax.is_passive(v) for v in verbs)
