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
    from detente.reading.words import Token

REACH = 1  # sentences from what is proposed to the answer
# what says of a verb what is refused: then it is read by that
SAYS_WHAT = frozenset({"dobj", "xcomp", "ccomp", "pcomp", "dative", "acomp"})
TO = frozenset({"to", "as", "in", "from", "by"})
AFTER = frozenset({"ccomp", "advcl"})
UNSURE = frozenset({"if", "unless", "whether", "lest", "until", "once", "before"})
LATER = frozenset({"ROOT", "conj", "dep", "parataxis"})
WHEN = frozenset({"when", "whenever", "if", "unless", "whether", "until", "once"})


class TurnedDown:
    """Reads bare refusals; `words` are the small words of engagements."""

    def __init__(self, words: dict[str, list[str]], standings: StandingReader, initiative: Initiative) -> None:
        self.words, self.standings, self.initiative = words, standings, initiative
        self.verbs = tuple(tuple(v.split("_")) for v in words["bare_refusals"])
        self.relenting = tuple(tuple(v.split("_")) for v in words["relenting_verbs"])

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
        """The verbs of a sentence that tell of a refusal and do not say of what."""
        for verb in sentence.tokens:
            if verb.tag_ in ("VBD", "VBZ", "VBN") and any(verb.lemma_ == v[0] for v in self.verbs):
                whole = any(syntax.phrase(verb, (v,)) for v in self.verbs)
                if whole and not syntax.is_passive(verb) and _bare(verb) and self._done(verb) and self._stands(verb):
                    yield verb

    def _done(self, verb: Token) -> bool:
        """Whether somebody refused: not "would have refused", "if X refused", "had X refused", "has hardly refused"."""
        above = verb
        while True:
            first = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            helpers = [c for c in above.children if c.dep_ in ("aux", "auxpass")]
            asked = first is not None and any(h.i < first.i for h in helpers)
            small = {c.lower_ for c in above.children if c.dep_ in ("mark", "advmod")}
            modal = any(h.tag_ == "MD" for h in helpers)
            if modal or asked or syntax.negated(above) or small & {*UNSURE, *self.words["unsure_adverbs"]}:
                return False
            carried = above.dep_ == "ccomp" or (above.dep_ == "conj" and first is None)
            if not carried or above.head.pos_ not in ("VERB", "AUX"):
                return True
            above = above.head

    def _stands(self, verb: Token) -> bool:
        """Whether a refusal is the answer to what was proposed: not one of years, one taken back, or one to speak."""
        after = (t for t in verb.sent if t.i > verb.i and t.dep_ in LATER and not syntax.negated(t))
        taken_back = any(syntax.phrase(t, self.relenting) for t in after)
        earlier = "had" in syntax.auxiliaries(verb) and verb.dep_ not in ("ccomp", "advcl", "relcl")
        return not (taken_back or earlier or _for_years(verb) or _to_speak(verb, self.words))

    def _side(self, verb: Token, asked: Sighting, sentence: Sentence, context: Context) -> Country | None:
        """Who refuses, where it is a side that had not proposed, and says so itself or has the other say so."""
        subject = syntax.subject(verb)
        if subject is None or asked.initiator is None:
            return None
        named = self._refuser(subject, asked, sentence, context)
        if named == asked.initiator or named not in asked.countries:
            return None
        return named if self._told_by_a_side(verb, asked, sentence, context) else None

    def _told_by_a_side(self, verb: Token, asked: Sighting, sentence: Sentence, context: Context) -> bool:
        """ "X's ministry said that X had declined", and not "some say", "media reported", "Y fears"."""
        if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
            return True
        teller = syntax.subject(verb.head)
        if teller is None or verb.head.lemma_ not in self.words["answer_tellers"]:
            return False
        country = self._country(teller, asked, sentence, context)
        return country in asked.countries or any(c.tag_ == "PRP$" for c in teller.children)

    def _refuser(self, who: Token, asked: Sighting, sentence: Sentence, context: Context) -> Country | None:
        """The country of who refuses; a state's spokesman refuses to speak."""
        who = syntax.meant_by(who)
        actor = context.cast.actor(who, sentence)
        named = (who.lemma_ if actor is None else f"{who.lemma_} {actor.post or ''}").lower().split()
        return None if set(named) & {*self.words["spokesmen"]} else self._country(who, asked, sentence, context)

    def _country(self, who: Token, asked: Sighting, sentence: Sentence, context: Context) -> Country | None:
        """The country of a state, its capital, a person, an office or a body, and of nothing that belongs to one."""
        cast, actor = context.cast, context.cast.actor(who, sentence)
        side = who.pos_ in ("PROPN", "PRON") or who.lemma_.lower() in self.words["deciding_sides"]
        acts = actor is not None and (actor.official or actor.kind == "person")
        one = side or acts or cast.country_at(who, sentence) is not None
        return self.initiative.country(who, sentence, cast, asked.parties) if one else None

    def _declined(self, asked: Sighting, side: Country, sentence: Sentence, verb: Token, context: Context) -> Sighting:
        evidence = context.scene.span(sentence.start, sentence.end)
        reason = self.standings.reasons.of(context.scene, verb, sentence)
        rule = self.standings.told.named["declined"].rule
        standing = replace(asked.standing, status="declined", rule=rule, word=verb, reason=reason, tense="past")
        return replace(
            asked, sentence=sentence, token=verb, standing=standing, evidence=evidence, topics=(), definite=True,
            status=Status("declined", None, side, reason, evidence), initiator=asked.initiator,
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
        purpose = word.dep_ == "advcl" and "to" in syntax.auxiliaries(word)  # "refused, since March, to lift the ban"
        at_a_turn = word.dep_ == "advcl" and any(c.lower_ in WHEN for c in word.children)  # "balked when X named Y"
        by_so_much = word.dep_ in ("npadvmod", "advmod") and any(c.dep_ == "nummod" for c in word.subtree)
        if told or purpose or at_a_turn or (by_so_much and word.ent_type_ != "DATE"):
            return False
        if word.dep_ == "prep" and word.lower_ in TO and not syntax.dated(word):
            return False
    return True


def _for_years(verb: Token) -> bool:
    """ "has refused for years": not in answer to what was proposed now."""
    spans = (n for c in verb.children if c.lower_ in ("for", "over") for n in c.children)
    return any(n.tag_ == "NNS" and n.ent_type_ == "DATE" for n in spans)


def _to_speak(verb: Token, words: dict[str, list[str]]) -> bool:
    """ "declined when asked", "Asked whether …, X declined", "declined on the record": it is words that X refuses."""
    questions = (t for t in verb.subtree if t.tag_ == "VBN" and t.dep_ in ("advcl", "acl"))
    asked = any(
        t.lemma_ in words["questioning_verbs"] and not any(c.dep_ in ("xcomp", "nsubjpass") for c in t.children)
        for t in questions
    )
    record = (n for n in syntax.prepositional(verb, "on", "off", "for"))
    return asked or any(n.lemma_.lower() in ("record", "comment", "background") for n in record)


def _follows_pause(clause: Token) -> bool:
    """ "declined: first, he said, …": what comes after a pause is why, not what."""
    return any(t.text in (":", ",", ";", "–", "—") for t in clause.doc[clause.left_edge.i - 1 : clause.left_edge.i])
