"""Why an engagement came to nothing, where the sentence after says so: "It did so because …", "The reason was …".

In: the sightings of a document in the order of the text. Out: the same, those called off, put off or refused without a
reason with the one that the next sentence of their paragraph gives; what that sentence says could not be done is no
engagement of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.standing.reasons import Reasons
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

CAME_TO_NOTHING = frozenset({"cancelled", "postponed", "declined", "did_not_occur", "rescheduled"})
NAMED = ("dobj", "appos", "npadvmod")
UNABLE = frozenset({"could", "can"})


class Explained:
    """Reads the sentence after a calling-off."""

    def __init__(self, words: Mapping[str, Sequence[str]], reasons: Reasons) -> None:
        self.words, self.reasons = words, reasons
        self.uses = frozenset(words["uses"])
        self.decisions, self.causes = frozenset(words["decision_nouns"]), frozenset(words["cause_nouns"])
        self.citing, self.naming = frozenset(words["citing_verbs"]), frozenset(words["naming_verbs"])
        self.deciding = frozenset(words["deciding_verbs"]) | frozenset(words["asking_verbs"])
        self.explaining = frozenset(words["explaining_verbs"])

    def read(self, found: Sequence[Sighting], scene: Scene) -> list[Sighting]:
        """The sightings with the reasons told next."""
        done: list[Sighting] = []
        gone: set[int] = set()
        for sighting in found:
            following = self._following(sighting, scene)
            own = following is not None and following.passage.index == sighting.sentence.passage.index
            reason = self._why(following, scene, own) if following is not None else None
            told_next = reason is not None
            if sighting.moved is not None and sighting.status.reason is None:  # "will now take place in May because …"
                its_own = self.reasons.of(scene, syntax.clause_of(sighting.token), sighting.sentence)
                reason, told_next = its_own or reason, told_next and its_own is None
            if reason is None:
                done.append(sighting)
                continue
            refused = (s for s in found if s.sentence == following and s.standing.status == "declined")
            gone |= {id(s) for s in refused if following is not None and told_next}
            status = replace(sighting.status, reason=reason)
            done.append(replace(sighting, status=status, standing=replace(sighting.standing, reason=reason)))
        return [new for old, new in zip(found, done, strict=True) if id(old) not in gone]

    def _following(self, sighting: Sighting, scene: Scene) -> Sentence | None:
        off = sighting.standing.status in CAME_TO_NOTHING or sighting.moved is not None
        if not off or sighting.status.reason is not None:
            return None
        return next(iter(scene.sentences[sighting.sentence.index + 1 : sighting.sentence.index + 2]), None)

    def _why(self, sentence: Sentence, scene: Scene, own: bool) -> Span | None:
        """What a sentence gives for a reason: one that opens the next paragraph only by a word that points back."""
        for verb in sentence.tokens:
            if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
                continue
            if (own or self._points_back(verb)) and (told := self._of_verb(verb, sentence, scene)) is not None:
                return told
        return None

    def _points_back(self, verb: Token) -> bool:
        """ "took the step because", "The reason was", "did so": that a clause speaks of what was called off."""
        own = (syntax.subject(verb), syntax.passive_subject(verb), syntax.direct_object(verb))
        nouns = [t for t in own if t is not None and t.lemma_.lower() in self.causes | self.decisions]
        more = any(c.dep_ in ("prep", "acl", "relcl") for t in nouns for c in t.children)
        purpose = any(c.dep_ == "xcomp" for c in verb.children)  # "took the decision to raise rates"
        return self._did_so(verb) or (bool(nouns) and not more and not purpose)

    def _of_verb(self, verb: Token, sentence: Sentence, scene: Scene) -> Span | None:
        subject = syntax.subject(verb) or syntax.passive_subject(verb)
        done = syntax.passive_subject(verb) if syntax.is_passive(verb) else None
        if done is not None and done.lemma_.lower() in self.decisions:
            subject = done  # "The change was asked for by X after"
        noun = subject.lemma_.lower() if subject is not None else ""
        if noun in self.causes and verb.lemma_ == "be":
            return self._rest(verb, sentence, scene)
        if verb.lemma_ in self.citing and subject is not None and subject.i < verb.i:
            thing = syntax.direct_object(verb)
            return scene.cover(sentence, thing.subtree) if thing is not None else None
        if verb.lemma_ in self.naming and (named := self._named(verb)) is not None:
            return scene.cover(sentence, named.subtree)
        if subject is not None and self._to_blame(verb):
            return scene.cover(sentence, subject.subtree)
        if verb.lemma_ in self.explaining and subject is not None:
            told = next((c for c in verb.children if c.dep_ == "ccomp"), None)
            return scene.cover(sentence, _words_of(told)) if told is not None else None
        if subject is not None and subject.pos_ == "NOUN" and self._stops_travel(verb):
            return scene.cover(sentence, subject.subtree)
        pointing = (
            subject is not None and subject.lower_ in ("this", "that") and verb.lemma_ in ("be", "come", "happen")
        )
        if pointing or self._did_so(verb) or noun in self.decisions or self._decided(verb) or self._unable(verb):
            return self.reasons.of(scene, verb, sentence)
        if self._sees_no_use(verb):
            return self.reasons.of(scene, verb, sentence)
        return self.reasons.as_long_as(scene, verb, sentence)

    def _sees_no_use(self, verb: Token) -> bool:
        """ "saw no point in the trip because …", "there was no need for them, as …"."""
        things = (c for c in verb.children if c.dep_ in ("attr", "dobj") and c.lemma_.lower() in self.uses)
        return any(syntax.negated(verb) or any(d.lower_ in ("no", "little") for d in t.lefts) for t in things)

    def _rest(self, verb: Token, sentence: Sentence, scene: Scene) -> Span | None:
        """What "the reason was" names."""
        after = [c for c in verb.children if c.i > verb.i and c.dep_ in ("attr", "ccomp", "advcl", "prep", "xcomp")]
        return scene.cover(sentence, after[0].subtree) if after else None

    def _named(self, verb: Token) -> Token | None:
        """ "gave as the reason the state of the roads", "named a strike as the cause"."""
        things = [c for c in verb.subtree if c.dep_ in ("dobj", "pobj", "oprd", "appos") and c.i > verb.i]
        cause = next((t for t in things if t.lemma_.lower() in self.causes), None)
        if cause is None or (cause.dep_ == "dobj" and cause.head.i == verb.i):
            return None
        own = (c for c in (*verb.children, *cause.children, *cause.head.children) if c.dep_ in NAMED)
        return next((c for c in own if c.i not in (cause.i, verb.i) and not syntax.under(cause, c)), None)

    def _to_blame(self, verb: Token) -> bool:
        """ "A strike was to blame"."""
        above = verb.lemma_ == "be" and any(c.lower_ == "blame" for c in verb.children)
        return above or (verb.lemma_ == "blame" and verb.head.lemma_ == "be" and "to" in syntax.auxiliaries(verb))

    def _did_so(self, verb: Token) -> bool:
        """ "It did so because", "they did this in protest"."""
        after = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
        return verb.lemma_ == "do" and after is not None and after.lower_ in ("so", "this", "that")

    def _decided(self, verb: Token) -> bool:
        """ "took the decision on account of", "requested the change because", "asked for this owing to"."""
        thing = syntax.direct_object(verb) or next(syntax.prepositional(verb, "for"), None)
        if verb.lemma_ in self.deciding and any(
            t.lower_ in ("this", "that") for t in syntax.prepositional(verb, "for")
        ):
            return True
        the = thing is not None and any(c.lower_ in ("the", "this", "that") for c in thing.children)
        return the and verb.lemma_ in self.deciding and thing is not None and thing.lemma_.lower() in self.decisions

    def _stops_travel(self, verb: Token) -> bool:
        """ "The strike called for that day will ground the flights", "has closed the roads"."""
        thing = syntax.direct_object(verb)
        stops = verb.lemma_ in self.words["thwarting_verbs"] or verb.lemma_ in self.words["shutting_verbs"]
        return stops and thing is not None and thing.lower_ in self.words["ways_of_travel"] and not syntax.negated(verb)

    def _unable(self, verb: Token) -> bool:
        """ "could not receive him", "was unable to travel"."""
        acts = verb.lemma_ in (*self.words["hosting_verbs"], *self.words["motion"], *self.words["happening_verbs"])
        barred = syntax.negated(verb) and bool(set(syntax.auxiliaries(verb)) & UNABLE)
        return acts and (barred or (verb.dep_ == "xcomp" and verb.head.lower_ == "unable"))


def _words_of(clause: Token) -> list[Token]:
    """The words of a clause, without the quotation marks and stops around it."""
    words = list(clause.subtree)
    while words and words[-1].is_punct:
        words.pop()
    while words and words[0].is_punct:
        words.pop(0)
    return words
