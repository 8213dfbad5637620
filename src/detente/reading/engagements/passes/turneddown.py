"""What was proposed and then turned down by a word that names neither: "X has offered to meet Y. Y declined on Monday",
"X invited Y to Z, but Y said no".

In: the sightings of a document in the order of the text. Out: one more for each such word: what was proposed, declined
by the side that had not proposed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country, Status
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.standing.reader import StandingReader
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 1  # sentences from what is proposed to the answer
# what says of a verb what is refused: then it is read by that
SAYS_WHAT = frozenset({"dobj", "xcomp", "ccomp", "pcomp", "dative", "acomp"})
TO = frozenset({"to", "as", "in", "from", "by"})
AFTER = frozenset({"ccomp", "advcl"})


class TurnedDown:
    """Reads bare refusals; `words` are the small words of engagements."""

    def __init__(self, words: dict[str, list[str]], standings: StandingReader, initiative: Initiative) -> None:
        self.standings, self.initiative = standings, initiative
        self.verbs = tuple(tuple(v.split("_")) for v in words["bare_refusals"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The refusals of what was told right before."""
        done: list[Sighting] = []
        for sentence in context.scene.sentences:
            for verb in self._refusals(sentence):
                before = [s for s in found if _told_before(s, sentence, verb)]
                side = self._side(verb, before[-1], sentence, context) if before else None
                if side is not None and not any(s.sentence == sentence and s.token.i == verb.i for s in found):
                    done.append(self._declined(before[-1], side, sentence, verb, context))
        return done

    def _refusals(self, sentence: Sentence) -> Iterator[Token]:
        """The verbs of a sentence that refuse and do not say what."""
        for verb in sentence.tokens:
            if verb.tag_ in ("VBD", "VBZ", "VBN") and any(verb.lemma_ == v[0] for v in self.verbs):
                whole = any(syntax.phrase(verb, (v,)) for v in self.verbs)
                if whole and not syntax.negated(verb) and not syntax.is_passive(verb) and _bare(verb):
                    yield verb

    def _side(self, verb: Token, asked: Sighting, sentence: Sentence, context: Context) -> Country | None:
        """Who refuses, where it is a side that had not proposed."""
        subject = syntax.subject(verb)
        if subject is None:
            return None
        proposer = asked.initiator or (asked.parties[0].country if asked.parties else None)
        named = self.initiative.country(subject, sentence, context.cast, asked.parties)
        return named if named in asked.countries and named != proposer else None

    def _declined(self, asked: Sighting, side: Country, sentence: Sentence, verb: Token, context: Context) -> Sighting:
        evidence = context.scene.span(sentence.start, sentence.end)
        reason = self.standings.reasons.of(context.scene, verb, sentence)
        rule = self.standings.named["declined"].rule
        standing = replace(asked.standing, status="declined", rule=rule, word=verb, reason=reason, tense="past")
        proposer = next((c for c in asked.countries if c != side), None) if len(asked.countries) == 2 else None
        return replace(
            asked, sentence=sentence, token=verb, standing=standing, evidence=evidence, topics=(), definite=True,
            status=Status("declined", None, side, reason, evidence), initiator=asked.initiator or proposer,
            rule=f"{asked.rule.split(' + ')[0]} + {rule}",
        )  # fmt: skip


def _told_before(asked: Sighting, sentence: Sentence, verb: Token) -> bool:
    """Whether what was proposed is told of before the refusal, in its sentence or in the one before."""
    near = sentence.index - asked.sentence.index
    before = near == REACH or (near == 0 and asked.token.i < verb.i)
    return before and asked.standing.status == "mooted" and len(asked.countries) > 1


def _bare(verb: Token) -> bool:
    """Whether a verb says by itself that somebody said no: "declined on Monday", "declined, his office said"."""
    if verb.dep_ == "relcl" and verb.head.i < verb.i and any(c.lower_ in ("which", "that") for c in verb.children):
        return False
    for word in verb.children:
        told = word.dep_ in SAYS_WHAT and word.lower_ != "no" and not (word.dep_ in AFTER and _follows_pause(word))
        if told or (word.dep_ == "prep" and word.lower_ in TO and not syntax.dated(word)):
            return False
    return True


def _follows_pause(clause: Token) -> bool:
    """ "declined: first, he said, …": what comes after a pause is why, not what."""
    return any(t.text in (":", ",", ";", "–", "—") for t in clause.doc[clause.left_edge.i - 1 : clause.left_edge.i])
