"""What tense, mood and prepositions make of an engagement where no word of its standing does: "will meet", "could
meet", "did not meet", "after talks", "ahead of his visit".

In: the verb that governs a trigger, or the trigger. Out: a tense, or a status; None where they say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import StatusName
from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Tense

if TYPE_CHECKING:
    from detente.reading.words import Token

MOOTING = frozenset({"ought", "may", "might", "could", "can", "should", "must"})
# "the talks should not touch on the border": said of talks, and no wish for them
DEMANDING = frozenset({"should", "must", "ought", "can", "could"})
MANNER = frozenset({"by", "in", "at", "on", "behind", "without", "under"})
UNREALISED = frozenset({"ought", "should", "would", "could", "might"})


class Mood:
    """Reads tense and mood by a codebook's words."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.words = words

    def of(self, verb: Token, tense: Tense, told_only: bool, travels: bool) -> StatusName | None:
        """What modality makes of an engagement; `told_only`: the verb says something else of it ("will not end");
        who will not travel calls off, who will not meet declines."""
        helpers = set(syntax.auxiliaries(verb))
        conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)
        conditional = conditional or self._with_consent(verb)
        if (
            verb.tag_ == "VB"
            and verb.dep_ in ("ccomp", "xcomp")
            and verb.head.lemma_ == "like"
            and "would" in (syntax.auxiliaries(verb.head))
        ):
            return "mooted"  # "would like X and Y to meet"
        if self._there_for(verb):
            return "under_way"
        if self._of_what_may_be(verb):
            return "mooted"
        if syntax.negated(verb) and not told_only:
            if any(c.lower_ == "yet" for c in verb.children) and helpers & {"has", "have"}:
                return "mooted"  # "has not yet travelled to X": nothing was called off
            off = travels or any(c.lower_ == "now" for c in verb.children)  # "will not now be meeting"
            hangs = any(t.lower_ in self.words["conditions"] for t in verb.subtree if t.i > verb.i)
            past = tense == "past" or ("could" in helpers and not hangs)  # "could not take place because of fog"
            return "did_not_occur" if past else "cancelled" if off else "declined"
        if verb.tag_ == "VBN" and {"to", "have"} <= helpers and verb.head.lemma_ == "be":
            return "announced"
        if verb.tag_ == "VBN" and "have" in helpers and helpers & UNREALISED:
            return "announced"
        if verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lemma_.lower() in self.words["invitations"]:
            return "mooted"  # "extended an invitation to X to visit Y"
        if helpers & MOOTING or conditional:
            guessed = "have" in helpers  # "may have caught it at the summit"
            return None if told_only and (helpers & DEMANDING or guessed) else "mooted"
        if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re"} and tense == "present":
            return "announced" if travels and verb.lemma_ in self.words["bound_verbs"] else "under_way"
        there = any(c.dep_ == "prep" and c.lower_ in ("in", "on", "at") for c in verb.children)  # "been to X" is over
        on = (verb.tag_ == "VBG" and "been" in helpers) or (travels and verb.lower_ == "been" and there)
        if on and helpers & {"has", "have", "'ve", "’ve"} and _since_then(verb):
            return "under_way"
        return None

    def only_so(self, verb: Token) -> bool:
        """ "did not go well", "was not held in secret", "did not happen by chance": what is denied is the manner, and
        not that it took place."""
        after = [c for c in verb.children if c.i > verb.i and c.nbor(-1).text != ","]
        how = (c for c in after if c.dep_ in ("advmod", "acomp", "oprd"))
        nouns = (n for c in after if c.dep_ == "prep" and c.lower_ in MANNER for n in c.children if n.dep_ != "pcomp")
        told = any(c.lower_ in self.words["manners"] for c in how)
        return told or any(n.lemma_.lower() in self.words["manner_nouns"] for n in nouns)

    def before_it_could(self, verb: Token | None) -> Token | None:
        """ "left before talks with X could begin", "before he could meet Y": it had not come to it by then."""
        if verb is None:
            return None
        before = any(c.lower_ == "before" and c.dep_ in ("mark", "prep", "advmod") for c in verb.children)
        could = "could" in syntax.auxiliaries(verb) and not syntax.negated(verb)
        left = {verb.head.lemma_, syntax.with_particle(verb.head)} & set(self.words["walking_out"])
        could = could or (bool(left) and verb.lemma_ in self.words["starting_verbs"])  # "walked out before it began"
        return verb if before and could and verb.dep_ == "advcl" and syntax.tense(verb.head) == "past" else None

    def would_only_be(self, verb: Token, noun: Token) -> bool:
        """ "A meeting of X and Y would be premature": what is thought of one that nobody plans."""
        told = (
            noun.dep_ == "nsubj" and noun.head == verb and verb.lemma_ == "be" and "would" in syntax.auxiliaries(verb)
        )
        any_one = any(c.lower_ in ("a", "an", "any", "such") for c in noun.children if c.dep_ in ("det", "predet"))
        return told and any_one and any(c.dep_ == "acomp" and c.pos_ == "ADJ" for c in verb.children)

    def _of_what_may_be(self, verb: Token) -> bool:
        """ "may go on to X to meet Y", "could meet next month to discuss Z": what something that may come is for."""
        above = verb.head
        purpose = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and "to" in syntax.auxiliaries(verb)
        helpers = set(syntax.auxiliaries(above))
        return purpose and above.tag_ == "VB" and "have" not in helpers and bool(helpers & {"may", "might", "could"})

    def for_now(self, verb: Token) -> bool:
        """ "will not take place for the time being", "is off for now": put off, and not given up."""
        above = verb.head if verb.dep_ in ("xcomp", "ccomp") else verb
        return any(syntax.follow(at, p.split("_")) for p in self.words["for_now"] for at in (verb, above))

    def in_vain(self, verb: Token, noun: bool) -> bool:
        """ "tried twice to ring X", "has been trying to reach X by telephone": nobody has answered so far; who "tried
        to end the row by telephone" spoke."""
        above = verb.head
        thing = syntax.direct_object(verb)  # "failed to reach an agreement in a call": they spoke
        whom = thing is None or thing.pos_ in ("PROPN", "PRON") or thing.lemma_.lower() in self.words["reached_people"]
        reached = not noun or (verb.lemma_ in self.words["reaching"] and whom)
        tried = verb.dep_ == "xcomp" and "to" in syntax.auxiliaries(verb) and above.lemma_ in self.words["attempting"]
        so_far = above.tag_ == "VBD" or bool({"had", "has", "have", "having"} & set(syntax.auxiliaries(above)))
        return reached and tried and so_far and not syntax.negated(above)

    def only_urged(self, verb: Token) -> bool:
        """ "the importance of launching talks", "the need to meet X", "thinks it advisable to open talks": thought
        good, and no more."""
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == verb.head.tag_:
            verb = verb.head
        above = verb.head
        if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and above.lower_ == "to":
            told = {above.head.lemma_.lower(), above.head.lower_}
            return bool(
                told & {*self.words["objections"]}
            )  # "had no objection to meeting X", "not opposed to seeing Y"
        if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and above.lower_ in ("of", "for"):
            before = (above.head, verb.doc[above.i - 1])  # "spoke in favour of meeting X", wherever "of" hangs
            return any(t.lemma_.lower() in self.words["urging_nouns"] for t in before)
        if verb.tag_ != "VB" or "to" not in syntax.auxiliaries(verb):
            return False
        if verb.dep_ == "acl":
            return above.lemma_.lower() in self.words["urging_nouns"]
        reported = above.dep_ == "ccomp" and above.head.i != above.i  # "said it was important to meet X"
        good = [above, *(c for c in above.children if c.dep_ in ("acomp", "oprd", "attr", "ccomp") and c.i < verb.i)]
        return any(t.lower_ in self.words["urged_adjectives"] for t in good) and (
            reported or syntax.tense(above) != "past"
        )

    def _there_for(self, verb: Token) -> bool:
        """ "is in X to attend the summit": who is there for it, as the text is written."""
        return verb.lemma_ == "attend" and self._is_there_to(verb)

    def _is_there_for(self, trigger: Trigger, verb: Token) -> bool:
        """ "is in X for talks"."""
        there = any(c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i > verb.i for c in verb.children)
        return there and verb.lower_ in ("is", "are") and syntax.relation(trigger.token, verb) == "for"

    def _is_there_to(self, verb: Token) -> bool:
        """ "is in X to hold talks"."""
        above = verb.head
        after = range(above.i, verb.i)  # "In X she is to attend …" tells what she will do there
        there = any(c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i in after for c in above.children)
        purpose = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl")
        return purpose and there and above.lower_ in ("is", "are", "'s", "’s")

    def come_before(self, noun: Token) -> bool:
        """ "The visit follows a call in which …", "to follow up on today's talks": what something follows has been."""
        if any(c.dep_ == "relcl" and self._over(c) for c in noun.children):
            return True
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else None
        if above is not None and above.lemma_ == "follow" and any(c.lower_ == "up" for c in above.children):
            return True
        after = noun.dep_ == "dobj" and noun.head.lemma_ in self.words["coming_after"]
        return after and not any(c.tag_ in ("MD", "TO") for c in noun.head.children)

    def to_be_held(self, noun: Token) -> bool:
        """ "Previewed the meeting that they will hold": what a clause about it puts ahead has not been."""
        clauses = (c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in self.words["light_verbs"])
        return any(syntax.tense(c) == "future" and not syntax.negated(c) for c in clauses)

    def _over(self, clause: Token) -> bool:
        """ "The visit, which ended today, had first been planned for March": it has been."""
        whose = any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in clause.children)
        plain = clause.tag_ == "VBD" and not syntax.negated(clause)
        return whose and plain and clause.lemma_ in self.words["ending_verbs"]

    def by_preposition(self, trigger: Trigger) -> StatusName | None:
        """ "ahead of talks", "after his visit", "during their meeting", "after meeting X"."""
        token = trigger.token
        if not trigger.noun and token.dep_ == "pcomp" and token.tag_ == "VBG":
            back = token.head.lower_ == "from" and token.head.head.lower_ in self.words["back_words"]
            if token.head.lower_ in self.words["prepositions_past"] or self._credited(token) or back:
                return "held"
            told = syntax.tense(syntax.clause_of(token.head)) == "past"
            return "announced" if told and token.head.lower_ in self.words["prepositions_to_come"] else None
        marks = (
            {c.lower_ for c in token.children if c.dep_ in ("mark", "prep", "advmod") and c.i < token.i}
            if trigger.noun
            else set()
        )
        if token.dep_ in ("advcl", "npadvmod") and marks & set(self.words["prepositions_to_come"]) - {
            "for",
            "until",
        }:
            return "announced"
        if token.dep_ in ("advcl", "npadvmod") and marks & set(self.words["prepositions_past"]):
            return "held"
        while trigger.noun and token.head != token and token.dep_ in ("compound", "conj", "pobj", "dobj", "appos"):
            if token.dep_ == "pobj":
                preposition = token.head
                above = preposition.head if preposition.dep_ == "prep" else None
                adverbial = above is not None and (above.pos_ != "NOUN" or above.dep_ in ("pobj", "npadvmod"))
                words = {preposition.lower_, above.lower_ if above is not None and adverbial else ""}
                if words & set(self.words["prepositions_to_come"]) - {"for", "until"}:
                    return "announced"
                if preposition.lower_ in self.words["prepositions_past"]:
                    clause = syntax.clause_of(preposition)
                    ahead = trigger.form == "visit" and "will" in syntax.auxiliaries(clause) and above == clause
                    return "announced" if ahead else "held"  # "will return home after a stop in X"
                back = preposition.lower_ == "from" and preposition.head.lower_ in self.words["back_words"]
                back = back and preposition.head.tag_ != "VBD"  # "returned on Thursday from a visit" has its day
                return "held" if back else None
            token = token.head
        return None

    def tense(self, verb: Token | None, trigger: Trigger, headline: bool) -> Tense:
        """The tense that a trigger's verb gives it; in a headline the present is past and the bare "to meet" future."""
        if verb is None:
            return "future" if not trigger.noun and headline and trigger.token.tag_ == "VB" else "unknown"
        if (chance := self._chance(verb)) is not None:
            return syntax.tense(chance)
        if (first := syntax.first_to(verb)) is not None and self._told_as_first(verb):
            return "future" if any(c.tag_ == "MD" for c in first.children) else "past"
        found = syntax.tense(verb)
        if self._is_there_to(verb) or (trigger.noun and trigger.form != "visit" and self._is_there_for(trigger, verb)):
            return "future"
        if headline and found == "present" and verb.tag_ in ("VBZ", "VBP"):
            return "past"
        if headline and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
            return "future"
        if (
            found == "unknown"
            and verb.dep_ in ("xcomp", "conj", "advcl", "pcomp", "dep")
            and verb.head.pos_ in ("VERB", "AUX")
        ):
            return syntax.tense(verb.head)
        if found == "unknown" and verb.dep_ == "ccomp" and verb.head.lemma_ in self.words["witnessing_verbs"]:
            return syntax.tense(verb.head)  # "Bonn will see him confer with X"
        if found == "future" and self._glad(verb):
            return "past"
        if found == "future" and verb.tag_ == "VB" and syntax.auxiliaries(verb) == ["to"]:
            if verb.dep_ in ("xcomp", "advcl") and self._sent_of_late(verb):
                return "past"
            if verb.dep_ == "advcl":
                return self._of_purpose(verb)
            if verb.dep_ == "xcomp" and verb.head.lemma_ in self.words["achieving"]:
                return syntax.tense(verb.head)
        if found == "present" and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp", "acl"):
            above = verb.head if verb.head.pos_ in ("VERB", "AUX") else syntax.clause_of(verb.head)
            return syntax.tense(above) if above.i != verb.i and above.pos_ in ("VERB", "AUX") else found
        return found

    def _with_consent(self, verb: Token) -> bool:
        """ "Should X agree, they will meet", "will meet if X accepts", "will go if peace holds": nothing is sure."""
        for clause in (c for c in verb.children if c.dep_ in ("advcl", "ccomp", "parataxis")):
            first = clause.doc[clause.left_edge.i].lower_
            asked = first in ("should", "if", "provided") and not any(
                c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
            )
            if asked and clause.lemma_ in self.words["consenting_verbs"]:
                return True
            opens = clause.doc[clause.left_edge.i]
            even = opens.i > 0 and opens.nbor(-1).lower_ in ("even", "see", "only")
            depends = first in ("if", "unless") and clause.dep_ == "advcl" and clause.tag_ in ("VBZ", "VBP")
            if depends and not even and clause.lemma_ not in self.words["as_planned"]:
                return True
        return False

    def decided_against(self, verb: Token) -> bool:
        """ "decided against going to X"."""
        against = verb.dep_ == "pcomp" and verb.head.lower_ == "against"
        return against and verb.head.head.lemma_ in self.words["agreeing_verbs"]

    def _credited(self, verb: Token) -> bool:
        """ "thanked X for receiving him", "was criticised for meeting Y": it has been done."""
        return verb.head.lower_ == "for" and verb.head.head.lemma_ in self.words["crediting_verbs"]

    def _told_as_first(self, verb: Token) -> bool:
        """ "became the first leader to visit X"."""
        return any(c.lower_ in self.words["firsts"] for c in verb.head.children)

    def _glad(self, verb: Token) -> bool:
        """ "Great to catch up with X", "Pleased to welcome Y", "It was good to see Z": told of what has been, where no
        verb tells of a time."""
        be = verb.head if verb.head.lemma_ == "be" and verb.dep_ in ("xcomp", "ccomp", "advcl") else None
        told = [c for c in be.children if c.dep_ in ("acomp", "attr")] if be is not None else []
        if any(c.lower_ in self.words["glad_adjectives"] for c in told) and be is not None:
            return not any(c.tag_ == "MD" for c in be.children)
        if verb.head.lower_ not in self.words["glad_adjectives"]:
            return False
        if verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "attr":  # "It is an honour to welcome Z"
            return not any(c.tag_ == "MD" for c in verb.head.head.children)
        glad = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl")
        above = verb.head.head if verb.head.dep_ == "acomp" else verb.head  # "would be delighted to welcome X"
        would = any(t.tag_ == "MD" for t in above.children)
        return glad and not would and not any(t.tag_ == "MD" or t.lower_ == "be" for t in verb.head.children)

    def _chance(self, deed: Token) -> Token | None:
        """The verb in "had the opportunity to meet X", "had the honour of receiving X": the chance was taken."""
        noun = deed.head.head if deed.dep_ == "pcomp" and deed.head.lower_ == "of" else deed.head
        taken = noun.dep_ == "dobj" and noun.lemma_.lower() in self.words["chances"] and noun.head.pos_ == "VERB"
        none = syntax.negated(noun.head) or any(c.lower_ in ("no", "little") for c in noun.children)
        return noun.head if taken and not none and noun.head.lemma_ in self.words["chance_verbs"] else None

    def _sent_of_late(self, verb: Token) -> bool:
        """ "has sent several ministers to visit X in recent months": they have been there."""
        perfect = bool({"has", "have", "had"} & set(syntax.auxiliaries(verb.head)))
        late = (t for t in verb.head.subtree if t.i > verb.head.i and t.lower_ in ("recent", "past", "last"))
        since = any(t.head.lemma_.lower() in self.words["periods"] and t.head.tag_ == "NNS" for t in late)
        return perfect and since and verb.head.lemma_ in self.words["sending_verbs"]

    def _of_purpose(self, verb: Token) -> Tense:
        """ "was here to meet X", "broke off his holiday to receive Y": who went or stopped for it did it; plans and
        decisions leave it open."""
        journey = syntax.direct_object(verb.head)
        paid = journey is not None and journey.lemma_ in self.words["stay_nouns"]
        went = paid or verb.head.lemma_ in [*self.words["motion"], *self.words["stopping_for"]]
        return syntax.tense(verb.head) if went and verb.head.pos_ in ("VERB", "AUX") else "future"


def _since_then(verb: Token) -> bool:
    """ "have been meeting since Monday", "have for two days been meeting", "has been in X since Tuesday": still, as the
    text is written."""
    return any(c.lower_ in ("since", "for") for c in verb.children)
