"""A side's denial of what was told right before: "Cuba denied that the two had met", "denied the report".

In: the sightings of a document in the order of the text. Out: the same, with what each side denies told as what did not
take place, in that side's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Status
from detente.reading import syntax
from detente.reading.engagements.days.timing import UNDATED, Context
from detente.reading.engagements.sighting import HAPPENED, Sighting
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

COMING = frozenset({"mooted", "announced", "confirmed"})
OFF = frozenset({"cancelled", "declined", "did_not_occur"})
POINTING = frozenset({"the", "this", "that", "any", "such", "a", "these", "all"})
BOTH = frozenset({"they", "both", "two", "pair", "it"})
RULE = "engagements/status.did_not_occur"
# sentences after the report in which it is denied
REACH = 2


class Denied:
    """Reads denials; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]], initiative: Initiative) -> None:
        self.initiative = initiative
        self.denying, self.hearsay = frozenset(words["denying_verbs"]), frozenset(words["hearsay"])
        self.untrue = frozenset(words["untrue"]) | frozenset(words["lies"])
        self.branding, self.refuting = frozenset(words["branding_verbs"]), frozenset(words["refuting_verbs"])
        self.met = frozenset(words["met_verbs"])
        self.grounds, self.reports = frozenset(words["foundations"]), frozenset(words["reports"])
        self.told_of, self.happening = frozenset(words["told_of"]), frozenset(words["happening_verbs"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings with the denials of what was told."""
        done = list(found)
        for sentence in context.scene.sentences:
            for verb in self._denials(sentence):
                hosts = self._told_before(found, sentence, verb, context)
                denials = [d for h in hosts if (d := self._denial(h, sentence, verb, context)) is not None]
                if denials:
                    done = [s for s in done if s in hosts or not _inside(s, sentence, verb)]
                    done = [s for s in done if not (s.standing.status in OFF and _goes_on(s, sentence, denials))]
                    done += denials
        return sorted(done, key=lambda s: (s.sentence.index, s.token.i)) if len(done) != len(found) else done

    def _denials(self, sentence: Sentence) -> Iterator[Token]:
        """The verbs of a sentence that deny what it points at."""
        for verb in sentence.tokens:
            denies = verb.lemma_ in self.denying and verb.pos_ == "VERB" and not syntax.negated(verb)
            told = (denies and self._points(verb)) or self._called_untrue(verb) or self._no_truth(verb)
            told = told or self._none_such(verb) or self._is_untrue(verb) or self._not_met(verb)
            if told and verb.dep_ not in ("acl", "xcomp"):
                yield verb

    def _points(self, verb: Token) -> bool:
        """Whether what is denied is the report, or that what it tells of took place."""
        thing = _thing(verb)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if clause is not None and not syntax.is_passive(verb):
            subject = syntax.subject(clause) or syntax.passive_subject(clause)
            return subject is not None and self._takes_place(clause, subject)
        if thing is None or (verb.lemma_ not in self.refuting and thing.pos_ == "PRON"):
            return False
        named = thing.lemma_.lower() in self.hearsay | self.told_of
        if thing.lemma_.lower() not in self.reports and _told_there(verb):
            return False
        return thing.lower_ in ("it", "this", "that") or (named and _pointed(thing))

    def _called_untrue(self, verb: Token) -> bool:
        """ "called the report false", "dismissed … as untrue" is a denial by its verb."""
        if verb.lemma_ not in self.branding or verb.pos_ != "VERB" or syntax.negated(verb):
            return False
        thing = next((t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in self.hearsay), None)
        false = any(t.lower_ in self.untrue for t in verb.subtree)
        return false and thing is not None and _pointed(thing)

    def _is_untrue(self, verb: Token) -> bool:
        """ "X said the report was untrue", "“That is false,” Y said"."""
        thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if verb.lemma_ != "be" or thing is None or syntax.negated(verb):
            return False
        report = thing.lower_ in ("it", "this", "that") or (thing.lemma_.lower() in self.reports and _pointed(thing))
        return report and any(c.lower_ in self.untrue for c in verb.children if c.dep_ in ("acomp", "attr"))

    def _not_met(self, verb: Token) -> bool:
        """ "said that the two had not met": those told of before."""
        if verb.lemma_ not in self.met or not syntax.negated(verb) or syntax.tense(verb) != "past":
            return False
        subject = syntax.subject(verb)
        pair = subject is not None and (subject.lower_ in BOTH or any(c.lower_ == "two" for c in subject.children))
        return pair and not any(c.dep_ in ("dobj", "prep") for c in verb.children)

    def _no_truth(self, verb: Token) -> bool:
        """ "there is no truth in this", "in the report"."""
        if verb.lemma_ != "be":
            return False
        truth = next((c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.lower_ in self.grounds), None)
        if truth is None or not any(c.lower_ == "no" for c in truth.children):
            return False
        of = [*syntax.prepositional(truth, "in", "to"), *syntax.prepositional(verb, "in", "to")]
        reports = self.hearsay - self.told_of  # "there was no substance to the talks": they were held
        return any(t.lower_ in ("it", "this", "that") or (t.lemma_ in reports and _pointed(t)) for t in of)

    def _none_such(self, verb: Token) -> bool:
        """ "“No such call took place,” Y said, after X reported that …": what the rest of the sentence tells of."""
        noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in self.told_of), None)
        said = verb.dep_ == "ccomp" and verb.head.i > verb.i
        none = noun is not None and {"no", "such"} <= {c.lower_ for c in noun.children}
        return said and none and verb.lemma_ in self.happening

    def _takes_place(self, clause: Token, subject: Token) -> bool:
        """ "that any meeting had taken place", "that the two had met", "that there had been a call"."""
        nouns = [subject, *(c for c in clause.children if c.dep_ in ("attr", "dobj"))]
        noun = any(n.lemma_.lower() in self.told_of for n in nouns)
        happens = clause.lemma_ in self.happening or clause.lemma_ in ("be", "hold")
        met = clause.lemma_ in self.met and not any(c.dep_ == "dobj" for c in clause.children)
        return syntax.tense(clause) == "past" and ((noun and happens) or (met and subject.lower_ in BOTH))

    def _told_before(
        self, found: Sequence[Sighting], sentence: Sentence, verb: Token, context: Context
    ) -> list[Sighting]:
        """What a denial speaks of: what was told last to have taken place, or all that a sentence told was to come."""
        if self._none_such(verb):
            return [s for s in found if s.sentence == sentence and s.token.i > verb.i and s.standing.status in HAPPENED]
        thing = _thing(verb)
        reach = 1 if thing is not None and thing.pos_ == "PRON" else REACH  # "denied it": what was told right before
        before = [
            s for s in found
            if 0 <= sentence.index - s.sentence.index <= reach and (s.sentence != sentence or s.token.i < verb.i)
            and s.standing.status in HAPPENED | COMING and not _inside(s, sentence, verb)
        ]  # fmt: skip
        if before and before[-1].standing.status in COMING:
            plans = [s for s in before if s.sentence == before[-1].sentence and s.standing.status in COMING]
            report = any(t.lemma_.lower() in self.reports for t in verb.subtree)
            this = verb.lemma_ == "be" or (thing is not None and thing.pos_ in ("PRON", "DET"))  # "no truth in this"
            return plans if report else [s for s in plans if this and _told_by_somebody(s, context)]
        return before[-1:]

    def _denial(self, host: Sighting, sentence: Sentence, verb: Token, context: Context) -> Sighting | None:
        tellers = (self.initiative.country(who, sentence, context.cast, host.parties) for who in _deniers(verb))
        side = next((c for c in tellers if c is not None), None)
        if side not in host.countries:
            return None
        evidence = context.scene.span(sentence.start, sentence.end)
        standing = Standing("did_not_occur", RULE, verb, None, "past")
        status = Status("did_not_occur", None, side, None, evidence)
        return replace(
            host, definite=True, sentence=sentence, token=verb, standing=standing, status=status, evidence=evidence,
            topics=(), when=UNDATED, initiator=None, headline=False, rule=f"{host.rule.split(' + ')[0]} + {RULE}",
        )  # fmt: skip


def _told_there(verb: Token) -> bool:
    """ "The ministry said X had rejected the allegations": what somebody did in the talk that was told of."""
    helped = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    return helped and verb.dep_ == "ccomp" and verb.head.i != verb.i


def _thing(verb: Token) -> Token | None:
    """What is denied: the object, or the subject of a passive."""
    return syntax.passive_subject(verb) if syntax.is_passive(verb) else syntax.direct_object(verb)


def _pointed(thing: Token) -> bool:
    """ "the report", "this claim", and no more said of it."""
    bare = not any(c.dep_ in ("prep", "acl", "relcl") for c in thing.children)
    after = thing.doc[thing.i + 1].lower_ if thing.i + 1 < len(thing.doc) else ""
    return bare and after not in ("that", "of", "about") and any(c.lower_ in POINTING for c in thing.children)


def _deniers(verb: Token) -> Iterator[Token]:
    """Who denies: the subject, the doer of a passive, who says so, or the capital in which it is denied."""
    passive = syntax.is_passive(verb)
    nearest = syntax.agent_of(verb) if passive else syntax.subject(verb)
    above = syntax.subject(verb.head) if verb.dep_ == "ccomp" else None
    yield from (t for t in (nearest, above) if t is not None and t.lower_ != "there")
    yield from syntax.prepositional(verb, "in")


def _told_by_somebody(plan: Sighting, context: Context) -> bool:
    """Whether a plan is what somebody says: what a text tells in its own voice is no report that is denied."""
    return any(t.lemma_ in context.cast.lexicon.words["speech_verbs"] for t in plan.sentence.tokens if t.pos_ == "VERB")


def _goes_on(sighting: Sighting, sentence: Sentence, denials: Sequence[Sighting]) -> bool:
    """Whether the sentence right after a denial of a plan says it again: "The president is not going there"."""
    again = sighting.sentence.index - sentence.index in (0, 1) and sighting.sentence.passage == sentence.passage
    named = {p.key for d in denials for p in d.parties}
    return (
        again
        and (not sighting.parties or any(p.key in named for p in sighting.parties))
        and all(d.when.edtf is None for d in denials)
    )


def _inside(sighting: Sighting, sentence: Sentence, verb: Token) -> bool:
    """Whether a sighting stands in what a verb denies."""
    return sighting.sentence == sentence and syntax.under(sighting.token, verb)
