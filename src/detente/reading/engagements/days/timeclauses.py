"""Whose time a time expression is, by the shape of the clauses around it.

In: tokens of a parsed sentence. Out: the clauses that a noun's own time may stand in, and whether a day belongs to
something else: to another noun, to a plan that lies behind, to how long a thing holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from typing import TYPE_CHECKING

from detente.model import Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.place import clause_at
from detente.reading.engagements.days.reckoned import Usable
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.triggers import Trigger
from detente.reading.times import calendar
from detente.reading.times.cameabout import CameAbout

if TYPE_CHECKING:
    from detente.reading.words import Token

OPENERS = frozenset({"ahead", "before", "prior", "after", "following"})
CAUSES = frozenset({"because", "owing", "due", "over", "by", "after", "following", "amid"})
TIMES = frozenset({"DATE", "TIME"})
LONG_DAYS = 60  # what is signed for so long is a programme; visits are slated for fewer


def own_clauses(noun: Token) -> list[Token]:
    """The verbs of a noun's own clauses, with those they govern: "a visit that had been expected to be made in May"."""
    found = [c for c in syntax.clauses_about(noun) if not syntax.inside_of(c)]
    found += [c for c in noun.children if c.pos_ == "ADJ" and c.i > noun.i]
    found += [c for c in syntax.clause_of(noun).children if told_of(c, noun)]
    below = [c for v in found for c in v.children if c.dep_ in ("xcomp", "ccomp", "acomp")]
    return found + below + [c for b in below if b.dep_ == "acomp" for c in b.children if c.dep_ == "xcomp"]


def of_a_thing(clause: Token) -> bool:
    """Whether a relative clause is of a thing and not of a person: "which", "that"."""
    return any(t.tag_ == "WDT" for t in clause.subtree if t.i < clause.i)


def told_of(clause: Token, noun: Token) -> bool:
    """ "for the summit, to be held from …": an infinitive of taking place right after a noun, hung on its verb."""
    after = clause.dep_ == "advcl" and noun.right_edge.i < clause.left_edge.i <= noun.right_edge.i + 2
    helpers = set(syntax.auxiliaries(clause))
    bare = not helpers and any(c.lower_ == "for" for c in clause.children)  # "his trip to X, set for 15 May"
    past = clause.tag_ == "VBN" or (clause.tag_ == "VBD" and not any(c.dep_ == "nsubj" for c in clause.children))
    return after and past and ({"to", "be"} <= helpers or bare)


def announced_then(day: Token) -> bool:
    """ "his trip, announced in April, would have been the first": the day of the telling, not "announced for June"."""
    verb = syntax.clause_of(day)
    named = day.dep_ == "npadvmod" or (day.dep_ == "pobj" and day.head.lower_ in ("in", "on", "at"))
    return named and verb.lower_ == "announced" and verb.dep_ == "acl"


def told_back(standing: Standing, when: Time) -> bool:
    """ "had planned to visit in February", "tried to ring on Monday", "was turned down in March": what lies behind."""
    word = standing.word
    if word is not None and standing.status == "declined" and syntax.is_passive(word) and when.span is not None:
        before, after = word.doc[word.sent.start : word.i].text, word.doc[word.i : word.sent.end].text
        if syntax.tense(word) == "past" and when.span.text in after and when.span.text not in before:
            return True
    if word is None or word.pos_ not in ("VERB", "AUX"):
        return standing.perfect or (standing.status == "unanswered" and standing.tense == "past")
    planned = standing.status in ("announced", "confirmed") and syntax.tense(word) == "past"
    planned = planned and not (word.tag_ == "VBN" and word.dep_ == "acl")  # "a visit, planned for the autumn"
    return planned or "had" in syntax.auxiliaries(word)


def was_to_have(token: Token) -> bool:
    """ "was to have gone": a plan that came to nothing."""
    perfect = token.tag_ == "VBN" and {"to", "have"} <= set(syntax.auxiliaries(token))
    return perfect and token.dep_ == "xcomp" and token.head.lower_ in ("was", "were")


def planned_below(verb: Token) -> Token:
    """The verb of "The talks were to have opened on Monday": that of the plan; else the same verb."""
    return next((c for c in verb.children if was_to_have(c)), verb)


def was_then_to(token: Token) -> bool:
    """ "was to meet X on Tuesday", "Talks were to open on Monday": a plan told in the past, whose day may have been."""
    verb = syntax.clause_of(token)
    be = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VB" else verb
    acts = (c for c in be.children if c.dep_ == "xcomp" and c.tag_ == "VB" and "to" in syntax.auxiliaries(c))
    return be.lower_ in ("was", "were") and be.lemma_ == "be" and any(c in (verb, token) or be == verb for c in acts)


def was_to(token: Token) -> bool:
    """ "was supposed to be in X in July", "was due there", "was to have gone", "Talks were to have opened": a plan that
    lies behind."""
    if token.dep_ in ("nsubj", "nsubjpass") and planned_below(token.head) is not token.head:
        return True
    if token.tag_ == "VBN" and {"to", "have"} <= set(syntax.auxiliaries(token)):
        return True
    if token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ == "VERB":
        return was_to(token.head)  # "had been due to leave on Monday and to meet X"
    if token.dep_ == "xcomp" and token.head.dep_ == "acomp":
        return token.head.head.lower_ in ("was", "were") or "had" in syntax.auxiliaries(token.head.head)
    hung = token.dep_ == "advcl" and token.tag_ == "VB" and token.head.tag_ == "VBN"  # "had been booked to travel"
    above = token.head if token.dep_ == "xcomp" or hung else token
    helpers = set(syntax.auxiliaries(above))
    due = above.lower_ in ("was", "were") and any(c.dep_ == "acomp" for c in above.children)
    unrealised = {"should", "would", "could", "ought"} & helpers and "have" in helpers
    return due or bool(unrealised) or (above.tag_ == "VBN" and bool({"was", "were", "had"} & helpers))


def owned(token: Token, trigger: Trigger, whiles: Set[str]) -> bool:
    """ "discussed July's conference", "ahead of an election on May 1 met": the date of another thing; "last night's
    dinner hour" is none."""
    if token.dep_ == "poss":
        return token.head.i != trigger.token.i and token.head.lemma_.lower() not in whiles
    if _in_the_opening(token, trigger) or announced_then(token) or of_a_cause(token, trigger.token):
        return True
    about = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "for" else token
    if about.pos_ == "NOUN" and about.i not in (token.i, trigger.token.i) and not syntax.under(trigger.token, about):
        return True  # "signed a programme for 2025"
    step = token
    while step.head != step and step.i != trigger.token.i:
        if step.pos_ == "NOUN" and step.i < trigger.token.i and step != token and _waited_for(step):
            return True
        if step.tag_ == "VBG" and step.dep_ == "prep" and step.lower_ in OPENERS and step.i > trigger.token.i:
            return True  # "met X, following the summit in Y on 16 March"
        step = step.head
    return False


def of_a_cause(token: Token, told: Token | None = None) -> bool:
    """ "called off because of the attack of 17 January", "after the floods of 3 May": the day of what it came of."""
    day = token.head if token.dep_ == "nummod" else token
    noun = day.head.head if day.dep_ == "pobj" and day.head.lower_ == "of" else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ != "pobj":
        return False
    if told is not None and syntax.under(told, noun):
        return False
    link = noun.head.head if noun.head.dep_ == "pcomp" else noun.head
    return link.lower_ in CAUSES and noun.ent_type_ not in TIMES


def _in_the_opening(token: Token, trigger: Trigger) -> bool:
    """Whether a date follows a noun of what a sentence opens with: "Ahead of X's election on May 1, A met B"."""
    start = trigger.sentence.tokens.start
    opening = token.doc[start : token.left_edge.i]
    if not opening or token.i > trigger.token.i or opening[0].lower_ not in OPENERS:
        return False
    inside = not any(t.text == "," or t.pos_ in ("VERB", "AUX") for t in opening)
    return inside and any(t.pos_ in ("NOUN", "PROPN") for t in opening)


def for_long(expression: TimeExpression, token: Token, standing: Standing) -> bool:
    """ "signed a programme for 2025": for how long it holds, and not when it was signed."""
    meant = token.dep_ == "pobj" and token.head.lower_ == "for" and standing.tense == "past"
    days = calendar.bounds(expression.edtf)
    return meant and days is not None and (days[1] - days[0]).days >= LONG_DAYS


def _waited_for(noun: Token) -> bool:
    """Whether a noun opens a sentence as what is to come or was: "ahead of an election", "days before a summit"."""
    above = noun.head if noun.dep_ == "pobj" else None
    return above is not None and (above.lower_ in OPENERS or above.head.lower_ in OPENERS)


def shares_time(inner: Token, above: Token) -> bool:
    """An infinitive or participle happens when its main verb does; a finite clause has its own time."""
    if inner.dep_ == "conj":
        before = "had" in syntax.auxiliaries(inner) and "had" not in syntax.auxiliaries(above)
        things = [c for c in inner.children if c.dep_ in ("dobj", "nsubjpass")]
        if any(d.lower_ == "that" and d.dep_ == "det" for t in things for d in t.children):
            return True  # "had packed her bags in August, but the government scrapped that trip"
        return not before and not any(c.dep_ in ("nsubj", "nsubjpass") for c in inner.children)
    if inner.dep_ == "relcl":
        return _within_it(inner)
    together = any(
        c.lower_ in ("as", "when", "while", "where") and c.dep_ in ("mark", "advmod") for c in inner.children
    )
    return inner.dep_ == "advcl" and (inner.tag_ in ("VB", "VBG") or together)


def _within_it(clause: Token) -> bool:
    """ "a visit in February, during which he met Y", "flew to X in May, where she met Y": of the same time; "came home
    from X in May, where she had met Y" is not."""
    if clause.head.head.lower_ == "from":
        return False
    for word in (t for t in clause.subtree if t.i < clause.i and t.tag_ in ("WDT", "WRB")):
        if word.lower_ == "where" or (word.dep_ == "pobj" and word.head.lower_ in ("during", "in", "at", "on", "of")):
            return True
    return False


def since(expression: TimeExpression) -> bool:
    return bool(expression.edtf and expression.edtf.endswith("/.."))


def narrowed(own: Sequence[TimeExpression]) -> TimeExpression:
    """ "for the third time this year on Monday": of a date and one inside it the narrower."""
    found = own[0]
    for other in own[1:]:
        days, wider = calendar.bounds(other.edtf), calendar.bounds(found.edtf)
        if days and wider and wider[0] <= days[0] and days[1] <= wider[1]:
            found = other
    return found


def gone_over(noun: Token, agendas: frozenset[str]) -> bool:
    """ "rang him on Tuesday to go over the agenda of his trip": the day of the call, and not of the trip."""
    of = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else noun
    listed = of.i != noun.i and of.dep_ in ("dobj", "pobj") and of.lemma_.lower() in agendas
    return listed and syntax.clause_of(noun).tag_ in ("VB", "VBG")


def by_name(when: Time, counted: Collection[str]) -> bool:
    """Whether a time is told by a name alone, "Friday" or "June"; `counted` are the likes of "tonight", no name."""
    word = when.span.text if when.span is not None else ""
    if calendar.is_season(when.edtf) and word.lower().removeprefix("the ").isalpha():
        return True  # "planned for the autumn"
    return word.istitle() and word.isalpha() and word.lower() not in counted


def during_which(word: Token, ending: Collection[str]) -> Token | None:
    """The clause of "ended a visit on Monday, during which he met X and held talks with Y": what was done on a stay is
    not of the day of its end."""
    clause = syntax.clause_of(word) if word.pos_ != "VERB" else word
    first = clause.head if clause.dep_ == "conj" and clause.head.dep_ == "relcl" else clause
    during = any(t.tag_ == "WDT" and t.head.lower_ == "during" for t in first.subtree if t.i < first.i)
    return first if first.dep_ == "relcl" and during and syntax.clause_of(first.head).lemma_ in ending else None


def without_plans(usable: Usable, carried_out: CameAbout) -> list[tuple[TimeExpression, Token]]:
    """ "The talks, set for Monday, were held on Tuesday": the dates less those of a plan that was carried out on
    another day."""
    deeds = {t.i: carried_out.deed(clause_at(t)) for _, t in usable}
    own = {clause_at(t).i for _, t in usable}
    return [(e, t) for e, t in usable if (deed := deeds[t.i]) is None or deed.i not in own]
