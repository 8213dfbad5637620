"""When a time expression is told: the tense of its clause as news uses tenses.

In: a parsed passage and the offset of an expression in it. Out: a `Telling`. Words of planning count for more than
the form of the verb: "is expected on Friday", "asked them to come on Friday", "pencilled in for Friday" lie ahead;
"was to have come on Friday" was meant to lie ahead when it was planned ("intended"); "had been expected in May, but
that visit was called off" tells of a month gone by ("bygone"); what was planned and took place is "done".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from detente.codebook import Codebook
from detente.reading import syntax
from detente.reading.times.cameabout import CameAbout

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

Telling = Literal["past", "present", "future", "intended", "bygone", "done", "unknown"]
# With one of these a plan stands; without, it may have come to nothing.
NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re", "be", "has", "have", "will"})
BEING = frozenset({"was", "were", "is", "are"})
DEPENDENT = ("conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "relcl", "dep")


class TenseReader:
    """Tells the tense of the clause around an expression, by the codebook's words of planning."""

    def __init__(self, codebook: Codebook) -> None:
        words: Any = codebook.lexicon("times/words")
        self.ahead = frozenset(words["ahead_verbs"])
        self.planned = frozenset(words["planned_words"])
        self.planned_alone = frozenset(words["planned_alone"])
        self.moving = frozenset(words["moving_verbs"])
        self.off, self.bidding = frozenset(words["off_verbs"]), frozenset(words["bidding_verbs"])
        self.laying = frozenset(words["laying_verbs"])
        self.meeting = frozenset(words["meeting_verbs"])
        self.planning = frozenset(words["planning_verbs"])
        self.plans = frozenset(words["plan_nouns"])
        self.talks, self.trying = frozenset(words["talk_nouns"]), frozenset(words["trying_verbs"])
        self.beginning, self.tracing = frozenset(words["beginning_verbs"]), frozenset(words["tracing_verbs"])
        self.recalling, self.far_talks = frozenset(words["recalling_verbs"]), frozenset(words["far_talks"])
        self.numbered = frozenset((*words["nths"], "only"))
        self.modals = frozenset(words["modals_ahead"])
        self.came_about = CameAbout(words)

    def at(self, doc: Doc, offset: int) -> Telling:
        """The telling at a character of a passage; unknown where no token begins."""
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is None or not len(span):
            return "unknown"
        token = span[0]
        found = self._found(token)
        return "bygone" if found == "intended" and self._gone_by(token) else found

    def _found(self, token: Token) -> Telling:
        return (
            self._began(token)
            or self._carried_out(token)
            or self._asked_for(token)
            or self._by_owner(token)
            or self._by_preposition(token)
            or self._by_noun(token)
            or self._by_then(token)
            or self._by_talk(token)
            or self._after_talk(token)
            or self._of(syntax.clause_of(token), 0)
        )

    def _gone_by(self, token: Token) -> bool:
        """ "had been due in May. That visit was called off": not "has been called off", which may be yet to come."""
        planned = any(t.lower_ == "had" and t.dep_ == "aux" for t in token.doc[token.sent.start : token.i])
        rest = [t for t in token.doc[token.i :] if t.i < token.sent.end or _right_after(t, token)]
        ended = [t for t in rest if t.lemma_ in self.off and t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN")]
        now = any({"has", "have", "is", "are", "will"} & set(syntax.auxiliaries(t)) for t in ended)
        return planned and bool(ended) and not now

    def _began(self, token: Token) -> Telling | None:
        """ "It goes back to February", "dates from March": when what is told of began."""
        before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 2) : token.i]]
        verb = syntax.clause_of(token)
        if before == ["back", "to"] and verb.lemma_ in self.tracing:
            return "past"
        return "past" if before[-1:] == ["from"] and verb.lemma_ in self.beginning else None

    def _carried_out(self, token: Token) -> Telling | None:
        """ "The talks, scheduled for Monday, took place": the day of a plan that was carried out."""
        for word in token.ancestors:
            if self.came_about.deed(word) is not None:
                return "done"
            if word.pos_ in ("VERB", "AUX") and word.dep_ in ("ROOT", "ccomp", "conj"):
                return None
        return None

    def _asked_for(self, token: Token) -> Telling | None:
        """ "has been invited to X in the third quarter": a perfect takes no day, so it is that of what is asked."""
        verb = syntax.clause_of(token)
        bidden = verb.lemma_ in self.bidding and verb.tag_ == "VBN" and {"has", "have"} & set(syntax.auxiliaries(verb))
        return "future" if bidden and token.i > verb.i else None

    def _by_owner(self, token: Token) -> Telling | None:
        """ "Wednesday's call comes ahead of a visit": the day of a talk that a present verb looks back on."""
        talk, verb = token.head, token.head.head
        told = token.dep_ == "poss" and talk.dep_ == "nsubj" and talk.lemma_.lower() in self.far_talks
        looks_back = verb.lemma_ in self.recalling and verb.tag_ == "VBZ" and not syntax.auxiliaries(verb)
        return "past" if told and looks_back else None

    def _by_preposition(self, token: Token) -> Telling | None:
        """ "set for Friday", "postponed to Friday", "the plan for Friday": the preposition and what it hangs on."""
        link = next((t for t in (token, *token.ancestors) if t.dep_ in ("prep", "pcomp") or t.pos_ == "VERB"), None)
        if link is None or link.dep_ != "prep" or link.lower_ not in ("for", "to", "until", "till"):
            return None
        rungs = (link.head, link.head.head) if link.head.pos_ in ("NOUN", "PROPN", "ADV") else (link.head,)
        for above in rungs:
            if above.lower_ in self.planned:
                return "future" if NOW.intersection(syntax.auxiliaries(above)) else "intended"
            if above.lemma_ in self.moving:
                recalled = above.dep_ == "acl" and self._of(syntax.clause_of(above.head), 0) == "past"
                return "intended" if recalled or "had" in syntax.auxiliaries(above) else "future"
        return None

    def _by_noun(self, token: Token) -> Telling | None:
        """ "proposed a visit on Friday": an expression that hangs on what a verb of planning is about."""
        if (plan := self._plan_above(token)) is not None:
            return "intended" if _come_to_an_end(plan) else "future"
        noun = next((t for t in token.ancestors if t.pos_ in ("NOUN", "PROPN") or t.pos_ in ("VERB", "AUX")), None)
        if noun is not None and (self._put_off(noun) or self._puts_off(noun, token)):
            return "future"
        if noun is None or noun.dep_ != "dobj" or noun.head.lemma_ not in self.laying:
            return None
        return "future"

    def _by_then(self, token: Token) -> Telling | None:
        """ "to free the crew held in X by June": by when is that of what is to be done, and no doer of what was."""
        link = next((t for t in token.ancestors if t.dep_ in ("prep", "agent") or t.pos_ == "VERB"), token)
        done = link.head
        if link.lower_ != "by" or done.tag_ != "VBN" or done.dep_ != "acl" or syntax.auxiliaries(done):
            return None
        above = self._of(syntax.clause_of(done.head), 0)
        return above if above in ("future", "intended") else None

    def _put_off(self, noun: Token) -> bool:
        """ "The visit on Monday has been postponed": what has been put off or called off was still to come."""
        perfect = noun.dep_ == "nsubjpass" and {"has", "have"} & set(syntax.auxiliaries(noun.head))
        return bool(perfect) and noun.head.lemma_ in self.off

    def _puts_off(self, above: Token, token: Token) -> bool:
        """ "has cancelled a trip on Friday", "cancelled a trip on Friday, his office said on Monday": the day of the
        trip, since a perfect takes no day, and the one of the words is that of the deed."""
        verb = above.head if above.dep_ == "dobj" else above
        if verb.lemma_ not in self.off or verb.pos_ != "VERB" or syntax.direct_object(verb) is None:
            return False
        if token.i < verb.i or token.head.lower_ not in ("on", "in"):
            return False
        said = verb.head if verb.dep_ == "ccomp" else None
        own = [c for c in said.children if c.i != verb.i] if said is not None else []
        days = [*own, *(n for c in own if c.dep_ == "prep" for n in c.children)]
        told = any(t.ent_type_ == "DATE" and t.dep_ in ("pobj", "npadvmod") for t in days)
        return bool({"has", "have"} & set(syntax.auxiliaries(verb))) or told

    def _by_talk(self, token: Token) -> Telling | None:
        """ "sought to calm tempers in a call on Tuesday": the talk in which it was tried has been."""
        link = next((t for t in token.ancestors if t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), token)
        if link.dep_ == "pobj" and link.head.head.lower_ == "according" and token.head.lower_ != "for":
            return "past"  # "It arms them, according to a tweet on Monday": what is quoted has been said
        during = link.dep_ == "pobj" and link.head.lower_ in ("in", "during") and link.lemma_.lower() in self.talks
        verb = link.head.head if during else link
        if during and verb.tag_ in ("VBZ", "VBP") and not self._planned(verb):
            return "past"  # "attacks the law in an interview on Sunday"
        return "past" if during and verb.dep_ == "xcomp" and _tried(verb.head, self.trying) else None

    def _after_talk(self, token: Token) -> Telling | None:
        """ "agreed to lift the ban after talks on Monday", "after meeting on Monday": that lies behind."""
        link = next((t for t in token.ancestors if t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), token)
        met = link.dep_ == "pcomp" and link.lemma_ in self.meeting
        talks = link.dep_ == "pobj" and link.lemma_.lower() in self.talks
        verb = link.head.head if (met or talks) and link.head.lower_ in ("after", "following") else link
        return "past" if verb != link and verb.dep_ == "xcomp" and verb.head.tag_ == "VBD" else None

    def _plan_above(self, token: Token) -> Token | None:
        """The invitation or plan of "an invitation for talks in June"."""
        for above in token.ancestors:
            if above.pos_ in ("VERB", "AUX"):
                return None
            link = above.head if above.dep_ == "pobj" else None
            if link is not None and link.lower_ in ("for", "to") and link.head.lemma_.lower() in self.plans:
                return link.head
        return None

    def _of(self, verb: Token, depth: int) -> Telling:
        """The telling of a clause; an infinitive or participle has that of the clause it serves."""
        helpers = syntax.auxiliaries(verb)
        if depth > 8:
            return "unknown"
        perfect = "have" in helpers
        if any(h in self.modals for h in helpers):
            return "past" if perfect or ("could" in helpers and syntax.negated(verb)) else "future"
        if (main := syntax.accompanied(verb)) is not None:
            return self._of(main, depth + 1)
        if verb.lemma_ in self.planning and verb.tag_ == "VBG":
            return "intended" if verb.dep_ == "relcl" and {"was", "were"} & set(helpers) else "future"
        if self._planned(verb):
            stands = NOW.intersection((*helpers, verb.lower_)) or self._told_of_now(verb, depth)
            return "future" if stands else "intended"
        if "to" in helpers and (being := BEING.intersection(helpers)):  # "was to be held", "are to be held"
            if _came_to_nothing_since(verb):
                return "past"
            return "intended" if being & {"was", "were"} else "future"
        if "did" in helpers or (verb.tag_ == "VB" and helpers and "to" not in helpers):
            return "past" if "did" in helpers else "present"
        if verb.tag_ == "VB" or "to" in helpers or (verb.tag_ in ("VBG", "VBN") and not helpers):
            return self._served(verb, perfect, depth)
        if verb.tag_ in ("VBD", "VBN") or any(h in ("was", "were", "had", "did", "has", "have") for h in helpers):
            return "past"
        if verb.tag_ in ("VBZ", "VBP", "VBG"):
            return "present"
        return self._of_above(verb, depth)

    def _planned(self, verb: Token) -> bool:
        """Whether a verb says that something is planned: "is expected", "scheduled", "is due", "is to"."""
        if verb.lower_ in self.planned_alone and verb.tag_ in ("VBN", "JJ", "VBD"):
            return verb.tag_ != "VBD" or verb.dep_ in ("acl", "relcl", "advcl")
        return verb.lemma_ == "be" and any(c.lower_ in self.planned_alone and c.dep_ == "acomp" for c in verb.children)

    def _told_of_now(self, verb: Token, depth: int) -> bool:
        """ "There remains the visit, expected in May": a plan without a tense that a clause about the present tells."""
        bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not syntax.auxiliaries(verb)
        return bare and self._of(syntax.clause_of(verb.head), depth + 1) in ("present", "future")

    def _served(self, verb: Token, perfect: bool, depth: int) -> Telling:
        """The telling of a verb without a tense of its own."""
        above = verb.head
        if above.i == verb.i:
            return "past" if verb.tag_ == "VBN" else "present" if verb.tag_ == "VB" else "unknown"
        to_be = verb.tag_ == "VBN" and {"to", "be"} <= set(syntax.auxiliaries(verb))
        if to_be and verb.dep_ in ("acl", "relcl", "ccomp") and not self._in_a_row(above):
            return "future"  # "announced talks to be held in May"
        if verb.tag_ == "VB" or perfect:
            return self._infinitive(verb, above, perfect, depth)
        if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and above.lemma_ in self.ahead:
            return "future"
        if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl"):
            return "past"
        return self._of_above(verb, depth)

    def _in_a_row(self, noun: Token) -> bool:
        """ "the third round to be held in May": as likely one that has been as one to come."""
        return noun.lower_ in self.numbered or any(c.lower_ in self.numbered for c in noun.children)

    def _infinitive(self, verb: Token, above: Token, perfect: bool, depth: int) -> Telling:
        """ "asked them to come", "was to come", "an invitation to come" lie ahead; "managed to come" does not."""
        if perfect and above.lemma_ == "ought":
            return "past"
        if above.lemma_ in self.plans and above.pos_ == "NOUN" and (_come_to_an_end(above) or self._dropped(above)):
            return "intended"
        if above.tag_ == "VBD" and above.lemma_ in self.ahead and any(c.lower_ == "but" for c in above.children):
            return "intended"  # "planned to come in May, but"
        if above.lemma_ == "be" and _came_to_nothing_since(above):
            return "past"
        if _tried(above, self.trying) and verb.lemma_ not in self.meeting | self.moving:
            return "past"  # "sought to calm fears on Friday": he did
        be = above.head if above.dep_ == "acomp" else None
        due = be is not None and (be.lower_ in ("was", "were") or "had" in syntax.auxiliaries(be))
        if above.lower_ in self.planned and due:  # "was due to come", "had been due to come"
            return "intended"
        if above.lower_ in self.planned or above.lemma_ in self.ahead or (above.lemma_ == "be" and "to" in _aux(verb)):
            helpers = syntax.auxiliaries(above)
            past = perfect or above.lower_ in ("was", "were", "had") or "had" in helpers
            asked = above.lemma_ in self.ahead and above.lower_ not in self.planned  # "was invited to come in May"
            past = past or (bool({"was", "were"} & set(helpers)) and not asked)
            return "intended" if past else "future"
        if above.lemma_ in self.plans:
            return "future"
        if self._offered(verb, above):
            return "intended"
        found = self._of_above(verb, depth)
        return "future" if found in ("present", "unknown") and "to" in _aux(verb) else found

    def _dropped(self, plan: Token) -> bool:
        """ "shelved plans for X to come in May"."""
        return plan.dep_ == "dobj" and plan.head.lemma_ in self.off and plan.head.tag_ in ("VBD", "VBN")

    def _offered(self, verb: Token, above: Token) -> bool:
        """ "turned down a proposal for the two to meet on Friday": the clause of an offer, hung on its verb."""
        opened = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
        return opened and any(c.lemma_ in self.plans and c.i < verb.i for c in above.children if c.dep_ == "dobj")

    def _of_above(self, verb: Token, depth: int) -> Telling:
        if verb.dep_ not in DEPENDENT or verb.head.i == verb.i:
            return "unknown"
        above = syntax.clause_of(verb.head)
        return self._of(above, depth + 1) if above.i != verb.i else "unknown"


def _came_to_nothing_since(verb: Token) -> bool:
    """ "He was to meet X on Saturday, but the meeting did not take place": that day has been."""
    but = any(c.lower_ == "but" and c.dep_ == "cc" for c in verb.children)
    after = (c for c in verb.children if c.dep_ == "conj" and "did" in syntax.auxiliaries(c) and syntax.negated(c))
    return but and next(after, None) is not None


def _right_after(word: Token, token: Token) -> bool:
    """Whether a word stands in the sentence after a token's."""
    end = token.sent.end
    return end < len(token.doc) and word.i < token.doc[end].sent.end


def _tried(verb: Token, trying: frozenset[str]) -> bool:
    return verb.lemma_ in trying and verb.tag_ == "VBD"


def _aux(verb: Token) -> list[str]:
    return [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _come_to_an_end(plan: Token) -> bool:
    """ "The plan to travel in May was scrapped", "came to nothing": what is told of a plan is past."""
    told = plan.head if plan.dep_ in ("nsubj", "nsubjpass") else None
    if told is None or told.tag_ not in ("VBD", "VBN"):
        return False
    helpers = set(_aux(told))
    return told.tag_ == "VBD" or bool(helpers & {"was", "were", "had"})
