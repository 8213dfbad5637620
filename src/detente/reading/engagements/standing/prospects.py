"""What is only hoped for, talked over or made ready: "the prospect of a summit has receded", "plans for a visit are
being drawn up", "discussed a visit by X", "reports of a meeting are false".

In: a noun's trigger and the verb that governs it. Out: the status that the noun or verb it hangs on gives it, or None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import StatusName
from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

HANGING = frozenset({"of", "for", "on", "over", "about", "to"})


class Prospects:
    """Reads nouns of what may come by a codebook's words."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.prospects, self.preparations = frozenset(words["prospects"]), frozenset(words["preparations"])
        self.airing, self.hearsay, self.untrue = (
            frozenset(words[name]) for name in ("airing_verbs", "hearsay", "untrue")
        )
        self.hoping = frozenset(words["hoping_verbs"])
        self.slots, self.unfixed = frozenset(words["slots"]), frozenset(words["unfixed"])
        self.arranging, self.trying = (frozenset(words[name]) for name in ("arranging_verbs", "attempts_at"))
        self.programmes, self.listing, self.bookings = (
            frozenset(words[name]) for name in ("programmes", "programme_verbs", "bookings")
        )

    def of(self, trigger: Trigger, verb: Token | None) -> StatusName | None:
        """The status, where a trigger hangs on such a word."""
        if not trigger.noun or trigger.entry.words("after"):  # "a talk on the phone" is no talk of a phone
            return None
        if self._listed(trigger.token):
            return "announced"
        above = self._hung_on(trigger.token, verb)
        word = above.lemma_.lower() if above is not None else ""
        if above is not None and word in self.hearsay and self._said_untrue(above):
            return "disputed"
        if above is not None and word in self.prospects and (word != "talk" or above.tag_ == "NN"):
            return "mooted"
        if above is not None and word in self.slots and any(c.lower_ in self.unfixed for c in above.children):
            return "mooted"
        aside = above is not None and above.dep_ == "pobj" and above.head.lower_ == "in"  # "In preparation for …"
        if word in self.preparations and not aside:
            return "announced"
        return "mooted" if verb is not None and self._aired(trigger.token, verb) else None

    def in_the_making(self, word: Token, told: Token) -> bool:
        """ "are arranging a meeting", "is trying to arrange a call": wished, and not settled as "the visit" is."""
        if any(c.lower_ == "the" for c in told.children) and told.pos_ == "NOUN":
            return False
        said = {syntax.with_particle(word), *(f"{word.lemma_}_{c.lower_}" for c in word.children if c.dep_ == "prep")}
        if word.pos_ != "VERB" or said.isdisjoint(self.arranging):
            return False
        going_on = word.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in word.children)
        tried = word.dep_ in ("xcomp", "advcl", "acl") and word.tag_ == "VB" and word.head.lemma_.lower() in self.trying
        return going_on or tried

    def only_hoped(self, word: Token) -> bool:
        """ "looks forward to rescheduling the trip": no new day has been found."""
        above = syntax.clause_of(word.head) if word.tag_ in ("VB", "VBG") and word.head.i != word.i else word
        return above.i != word.i and above.lemma_ in self.hoping

    def _listed(self, noun: Token) -> bool:
        """ "His programme includes a lunch with X", "On his agenda: meetings with Y", "has appointments with Z"."""
        top = noun
        while top.dep_ in ("conj", "appos") and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head
        clause = syntax.clause_of(top)
        if clause.pos_ in ("VERB", "AUX"):
            now = clause.tag_ in ("VBZ", "VBP") and clause.lemma_ in self.listing
            subject = syntax.subject(clause)
            listing = subject is not None and subject.lemma_.lower() in self.programmes and top.dep_ in ("dobj", "attr")
            if clause.lemma_ == "have" and top.dep_ == "dobj" and self._written_down(top, clause):
                return True
            booked = clause.lemma_ == "have" and noun.lemma_.lower() in self.bookings and top.dep_ == "dobj"
            return now and (listing or booked or self._of_list(top))
        first = noun.sent[0]
        heading = next((c for c in first.children if c.dep_ == "pobj"), None) if first.lower_ == "on" else None
        colon = any(t.text in (":", "–", "—") for t in noun.doc[first.i : noun.i])
        return heading is not None and heading.lemma_.lower() in self.programmes and colon

    def _written_down(self, noun: Token, verb: Token) -> bool:
        """ "had a trip to X in his diary for May", "has it on her calendar"."""
        books = (n for at in (noun, verb) for n in syntax.prepositional(at, "in", "on"))
        listed = (n for n in books if n.lemma_.lower() in self.programmes)
        things = ((n, [t for t in syntax.prepositional(n, "of", "for") if t.ent_type_ != "DATE"]) for n in listed)
        return any(not of for _, of in things)  # but "had talks on the programme of the visit" was about it

    def _of_list(self, noun: Token) -> bool:
        """ "X is on his list of appointments"."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        return above.lemma_.lower() in self.programmes and above.dep_ == "pobj" and above.head.lower_ == "on"

    def _hung_on(self, noun: Token, verb: Token | None) -> Token | None:
        """The noun that a trigger is "of", "for" or "on"; of "Preparations are under way for a visit" its subject."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in HANGING:
            return None
        above = noun.head.head
        before = noun.doc[noun.head.i - 1] if noun.head.i > noun.sent.start else noun.head
        if before.pos_ == "NOUN" and before.lemma_.lower() in self.preparations | self.prospects:
            return before  # "discussed trade and preparations for a visit", wherever the parser hung "for"
        if verb is not None and above == verb and verb.lemma_ == "be" and noun.head.lower_ == "for":
            return syntax.subject(verb)
        if verb is not None and above == verb and (done := syntax.passive_subject(verb)) is not None:
            # "Preparations are being made for a visit"
            return done if done.lemma_.lower() in self.preparations else None
        return above if above.pos_ == "NOUN" else None

    def _said_untrue(self, report: Token) -> bool:
        """ "Reports of … are false": what the verb after a report says of it."""
        verb = report.head
        return report.dep_ == "nsubj" and any(c.lower_ in self.untrue for c in verb.children)

    def _aired(self, noun: Token, verb: Token) -> bool:
        """ "discussed a visit by X", "a visit was discussed": one of which nothing is fixed."""
        told = verb.lemma_ in self.airing and syntax.relation(noun, verb) in ("object", "subject")
        told = told and (noun.dep_ == "dobj" or syntax.is_passive(verb))
        indefinite = any(c.lower_ in ("a", "an", "any") for c in noun.children)
        return told and indefinite


def yet_to(verb: Token) -> bool:
    """ "This has yet to be confirmed": it has not."""
    above = verb.head if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in ("have", "be") else verb
    return any(c.lower_ == "yet" for c in (*above.children, *verb.children)) and "to" in syntax.auxiliaries(verb)
