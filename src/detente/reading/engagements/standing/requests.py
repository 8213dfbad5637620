"""Who asked for an engagement, and what became of the asking.

In: a trigger with its governor and parties. Out: the initiator's country; and the status that an answer gives ("got no
reply", "has yet to respond"). An engagement is begun by who rings, asks, invites or proposes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Place, StatusName
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party
from detente.reading.engagements.standing.proposed import Proposed
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

OWNERS = ("poss", "amod", "compound", "nmod")
ASKED_FOR = ("object", "subject", "for", "to", "xcomp", "ccomp")
AT = ("at", "on", "upon", "following", "after")


def asking(noun: Token, words: dict[str, list[str]]) -> Token | None:
    """The request, invitation or plan that a noun is the object of: "a request for talks"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "to", "of"):
        return None
    verb = noun.head.head
    thing = syntax.direct_object(verb) if verb.pos_ == "VERB" else None
    put = syntax.prepositional(verb, "to") if verb.pos_ == "VERB" else ()  # "said no to a proposal by X for talks"
    before = [t for t in (*([thing] if thing is not None else []), *put) if t.i < noun.i]
    above = [a for a in noun.head.ancestors if a.pos_ in ("NOUN", "PROPN")][:3]
    return next((t for t in (*before, *above) if t.lemma_.lower() in words["request_nouns"]), None)


class Initiative:
    """Finds the side that an engagement was begun by."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.words = words
        self.proposed = Proposed(words)

    def of(
        self, trigger: Trigger, verb: Token | None, sentence: Sentence, cast: Cast, parties: Sequence[Party],
        grounds: Sequence[Place] = (),
    ) -> Country | None:  # fmt: skip
        """The country of who asked, invited or rang, which is that of one of the `grounds` where the visitor's own
        colleague invites; None where the text does not say."""
        hosts = dict.fromkeys(p.country for p in grounds)
        for token in self._beginners(trigger, verb):
            colleague = trigger.form == "visit" and len(hosts) == 1 and self._hosts(token)
            own = _nationality(token, sentence, cast) if colleague else None  # "his Chinese counterpart", to a third
            if colleague and own is None:
                return next(iter(hosts))
            country = own or self.country(token, sentence, cast, parties)
            if country is not None:
                return country
        return self._upon_request(trigger, verb, cast, parties)

    def _upon_request(
        self, trigger: Trigger, verb: Token | None, cast: Cast, parties: Sequence[Party]
    ) -> Country | None:
        """ "had a phone call with X upon request", in a state's own text: at the other side's."""
        own = {t.i for t in (verb or trigger.token, trigger.token, syntax.clause_of(trigger.token))}
        words, others = self.words["request_nouns"], {p.country for p in parties if p.country} - {cast.own}
        bare = (t for t in trigger.sentence.tokens if t.lemma_.lower() in words and not any(True for _ in t.children))
        asked = any(
            t.dep_ == "pobj" and t.head.lower_ in ("at", "on", "upon") and syntax.clause_of(t).i in own for t in bare
        )
        return next(iter(others)) if asked and cast.own is not None and len(others) == 1 else None

    def _beginners(self, trigger: Trigger, verb: Token | None) -> Iterator[Token]:
        yield from self._at_request(trigger, verb)
        yield from self._by_asking(trigger, verb)
        if trigger.form in ("call", "video_call"):
            yield from self._by_ringing(trigger, verb)
        if trigger.form == "correspondence":
            yield from self._by_writing(trigger, verb)

    def _at_request(self, trigger: Trigger, verb: Token | None) -> Iterator[Token]:
        """ "at the request of X", "at X's invitation", "at the latter's request"."""
        own = {t.i for t in (verb or trigger.token, trigger.token, syntax.clause_of(trigger.token))}
        for noun in trigger.sentence.tokens:
            asked = noun.lemma_.lower() in self.words["request_nouns"] and noun.dep_ == "pobj"
            if asked and noun.head.lower_ in AT and syntax.clause_of(noun).i in own:
                yield from self.owners(noun)

    def _hosts(self, token: Token) -> bool:
        """ "his colleague X", "his host, X": who invites is of where the journey leads."""
        near = [token, *(c for c in token.children if c.i < token.i)]
        return any(t.lemma_.lower() in self.words["inviting_partners"] for t in near) and any(
            c.tag_ == "PRP$" for t in near for c in (t, *t.children)
        )

    def owners(self, noun: Token) -> Iterator[Token]:
        """Whose a request or invitation is."""
        yield from (c for c in noun.children if c.dep_ in OWNERS)
        yield from syntax.prepositional(noun, "of", "by", "from")

    def _by_asking(self, trigger: Trigger, verb: Token | None) -> Iterator[Token]:
        """ "X's request for talks", "X asked to see Y", "X invited Y", "an invitation from X", "talks sought by X"."""
        if trigger.noun:
            request = asking(trigger.token, self.words)
            own = trigger.token.lemma_.lower() in self.words["request_nouns"]
            for noun in (request, trigger.token if own else None):
                if noun is not None:
                    yield from (t for t in self.owners(noun) if not syntax.under(trigger.token, t))
        offer = None if trigger.noun else self.proposed.offer(trigger.token)
        if offer is not None:
            yield from (*self.owners(offer), *self.proposed.makers(offer, trigger.token))
        start = verb if trigger.noun else trigger.token
        about = trigger.noun and verb is not None and syntax.relation(trigger.token, verb) not in ASKED_FOR
        for above in self._above(start) if start is not None and not about else ():
            if above.lemma_ in self.words["asking_verbs"] and (who := syntax.subject(above)) is not None:
                yield who
        invited = (c for c in trigger.token.children if c.dep_ == "advcl" and c.tag_ == "VBN" and not trigger.noun)
        for clause in (*syntax.clauses_about(trigger.token), *invited):
            if clause.lemma_ in self.words["asking_verbs"] and (who := syntax.agent_of(clause)) is not None:
                yield who

    def _above(self, verb: Token) -> Iterator[Token]:
        """A verb and those whose object or purpose it is."""
        yield verb
        while verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp") and verb.head != verb and verb.tag_ == "VB":
            verb = verb.head
            if verb.pos_ == "VERB":
                yield verb

    def _by_ringing(self, trigger: Trigger, verb: Token | None) -> Iterator[Token]:
        """ "X rang Y", "a call from X", "Y received a call from X", "X placed a call to Y"."""
        if not trigger.noun:
            who = syntax.subject(trigger.token) if trigger.entry.data.get("begins") else None
            if who is not None and _alone(who):
                yield who
            return
        if trigger.token.lemma_.lower() not in self.words["ringing_nouns"]:
            return
        yield from syntax.prepositional(trigger.token, "from")
        verbs = [*([verb] if verb is not None else []), *syntax.clauses_about(trigger.token)]
        for at in verbs:
            if at.lemma_ in self.words["receiving_verbs"]:
                yield from syntax.prepositional(at, "from")
            if at.lemma_ in self.words["placing_verbs"] and (who := syntax.subject(at)) is not None:
                if _alone(who):
                    yield who

    def _by_writing(self, trigger: Trigger, verb: Token | None) -> Iterator[Token]:
        """ "X sent a letter to Y", "a letter from X", "X's letter", "X wrote to Y"; not an exchange of letters."""
        if not trigger.noun:
            who = syntax.subject(trigger.token)
            yield from () if who is None or not _alone(who) else (who,)
            return
        if trigger.token.lemma_.lower() in self.words["exchanges"] or trigger.token.tag_ == "NNS":
            return
        yield from syntax.prepositional(trigger.token, "from")
        yield from (c for c in trigger.token.children if c.dep_ == "poss")
        for at in (v for v in (verb, *syntax.clauses_about(trigger.token)) if v is not None):
            if at.lemma_ in self.words["sending_verbs"]:
                who = syntax.agent_of(at) if syntax.is_passive(at) else syntax.subject(at)
                yield from () if who is None or not _alone(who) else (who,)

    def country(self, token: Token, sentence: Sentence, cast: Cast, parties: Sequence[Party]) -> Country | None:
        """The side of whom a token tells: the latter, a person, an office, a state."""
        named = [p.country for p in parties if p.country]
        if token.lower_ in ("latter", "former") and len(dict.fromkeys(named)) > 1:
            return named[-1] if token.lower_ == "latter" else named[0]
        entity = cast.entity(token, sentence)
        if entity is not None and entity.country:
            return entity.country
        actor = cast.actor(token, sentence)
        if actor is not None and actor.country:
            return actor.country
        return cast.country_at(token, sentence) or cast.country_beside(token, sentence)


def _alone(who: Token) -> bool:
    """Whether a subject is one: "X, the minister of Y" is, "X and Y" are two."""
    return all(t.dep_ == "appos" for t in syntax.conjuncts(who) if t.i != who.i)


class Answers:
    """What an answer, or none, makes of what was asked for."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.words = words
        self.replies = frozenset(words["replies"])

    def of(self, verb: Token) -> StatusName | None:
        """ "went unanswered", "got no reply", "has not responded", "is still waiting for an answer"."""
        adjectives = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "oprd", "advmod", "xcomp", "ccomp")}
        if adjectives & set(self.words["unanswered"]):
            return "unanswered"
        things = [c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubjpass", "nsubj")]
        things += list(syntax.prepositional(verb, "with", "by", "for", "in", "to"))
        if any(t.lemma_.lower() in self.words["silences"] for t in things):
            return "unanswered"
        answer = [t for t in things if t.lemma_.lower() in self.replies]
        if answer and (syntax.negated(verb) or self._none(answer) or self._awaited(verb)):
            return "unanswered"
        if verb.lemma_.lower() in self.words["replying_verbs"] and self._withheld(verb):
            return "unanswered"
        return None

    def _none(self, answer: Sequence[Token]) -> bool:
        return any(d.lower_ in ("no", "little", "neither", "any") for t in answer for d in t.children)

    def _awaited(self, verb: Token) -> bool:
        return verb.lemma_ in self.words["awaiting_verbs"] or "yet" in {c.lower_ for c in verb.children}

    def _withheld(self, verb: Token) -> bool:
        """ "has not replied", "has yet to reply", "declined to respond" is no answer to what was asked."""
        if syntax.negated(verb):
            return True
        above = verb.head
        late = {c.lower_ for c in [*above.children, *verb.children]}
        return verb.dep_ in ("xcomp", "acl", "relcl") and "yet" in late and above.lemma_ in ("have", "be")


def _nationality(noun: Token, sentence: Sentence, cast: Cast) -> Country | None:
    """The state of the adjective before a noun or before the one it is an aside to: "his Chinese counterpart, X"."""
    near = [t for n in (noun, *noun.children) for t in n.children if t.dep_ == "amod"]
    return next((c for t in near if (c := cast.country_at(t, sentence)) is not None), None)
