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
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HAPPENED = frozenset({"held", "under_way"})
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
        self.told_of, self.happening = frozenset(words["told_of"]), frozenset(words["happening_verbs"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings with the denials of what was told."""
        done = list(found)
        for sentence in context.scene.sentences:
            for verb in self._denials(sentence):
                host = self._told_before(found, sentence, verb)
                if host is not None and (denial := self._denial(host, sentence, verb, context)) is not None:
                    done = [s for s in done if s is host or not _inside(s, sentence, verb)]
                    done.append(denial)
        return sorted(done, key=lambda s: (s.sentence.index, s.token.i)) if len(done) != len(found) else done

    def _denials(self, sentence: Sentence) -> Iterator[Token]:
        """The verbs of a sentence that deny what it points at."""
        for verb in sentence.tokens:
            denies = verb.lemma_ in self.denying and verb.pos_ == "VERB" and not syntax.negated(verb)
            if denies and verb.dep_ not in ("acl", "xcomp") and self._points(verb):
                yield verb

    def _points(self, verb: Token) -> bool:
        """Whether what is denied is the report, or that what it tells of took place."""
        thing = syntax.direct_object(verb)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if clause is not None:
            subject = syntax.subject(clause) or syntax.passive_subject(clause)
            return subject is not None and self._takes_place(clause, subject)
        if thing is None or (verb.lemma_ not in ("deny", "dispute", "refute", "rebut") and thing.pos_ == "PRON"):
            return False
        pointed = any(c.lower_ in POINTING for c in thing.children)
        named = thing.lemma_.lower() in self.hearsay | self.told_of
        bare = not any(c.dep_ in ("prep", "acl", "relcl") for c in thing.children)
        return thing.lower_ in ("it", "this", "that") or (pointed and named and bare)

    def _takes_place(self, clause: Token, subject: Token) -> bool:
        """ "that any meeting had taken place", "that the two had met", "that there had been a call"."""
        nouns = [subject, *(c for c in clause.children if c.dep_ in ("attr", "dobj"))]
        noun = any(n.lemma_.lower() in self.told_of for n in nouns)
        happens = clause.lemma_ in self.happening or clause.lemma_ in ("be", "hold")
        met = clause.lemma_ in ("meet", "speak", "talk") and not any(c.dep_ == "dobj" for c in clause.children)
        return syntax.tense(clause) == "past" and ((noun and happens) or (met and subject.lower_ in BOTH))

    def _told_before(self, found: Sequence[Sighting], sentence: Sentence, verb: Token) -> Sighting | None:
        thing = syntax.direct_object(verb)
        reach = 1 if thing is not None and thing.pos_ == "PRON" else REACH  # "denied it": what was told right before
        before = [
            s for s in found
            if 0 <= sentence.index - s.sentence.index <= reach and (s.sentence != sentence or s.token.i < verb.i)
            and s.standing.status in HAPPENED and not _inside(s, sentence, verb)
        ]  # fmt: skip
        return before[-1] if before else None

    def _denial(self, host: Sighting, sentence: Sentence, verb: Token, context: Context) -> Sighting | None:
        who = syntax.subject(verb)
        side = self.initiative.country(who, sentence, context.cast, host.parties) if who is not None else None
        if side not in host.countries:
            return None
        evidence = context.scene.span(sentence.start, sentence.end)
        standing = Standing("did_not_occur", RULE, verb, None, "past")
        status = Status("did_not_occur", None, side, None, evidence)
        return replace(
            host, definite=True, sentence=sentence, token=verb, standing=standing, status=status, evidence=evidence,
            topics=(), when=UNDATED, initiator=None, headline=False, rule=f"{host.rule.split(' + ')[0]} + {RULE}",
        )  # fmt: skip


def _inside(sighting: Sighting, sentence: Sentence, verb: Token) -> bool:
    """Whether a sighting stands in what a verb denies."""
    return sighting.sentence == sentence and syntax.under(sighting.token, verb)
