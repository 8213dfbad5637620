"""When an engagement takes place: the time expression that belongs to its trigger.

In: a trigger, its standing and the context. Out: a `Time`. The expression that hangs on the trigger wins, then one
of its clause, then one of the clauses that it serves; the day on which a plan was announced is not the plan's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.model import Edtf, Place, Source, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.days import timeclauses
from detente.reading.engagements.days.ahead import Ahead
from detente.reading.engagements.days.heads import DayHead, day_heads, headed
from detente.reading.engagements.days.place import clause_at, in_an_aside, token_at, within_reach
from detente.reading.engagements.days.reckoned import Usable, both_days, inside, just_past, over, without_since
from detente.reading.engagements.days.sameday import SameDay
from detente.reading.engagements.days.stays import Stays
from detente.reading.engagements.standing.reader import Standing, StandingReader
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

SERVING = ("xcomp", "conj", "advcl", "pcomp", "relcl", "acl")
OWN_TIME = ("relcl", "acl", "advcl", "conj")
PLACES = frozenset({"GPE", "LOC", "FAC"})
UNDATED = Time(None, "actual", None)
RECENT_DAYS = 5
WISHED = frozenset({"mooted", "announced", "confirmed", "declined", "unanswered"})
TO_COME = frozenset(
    {"mooted", "announced", "confirmed", "postponed", "rescheduled", "declined", "cancelled", "unanswered"}
)


@dataclass(slots=True)
class Context:
    """What the stages before have read of a document."""

    scene: Scene
    cast: Cast
    times: Sequence[TimeExpression]
    drafts: Sequence[Draft]
    source: Source
    headline: Span | None = None
    dateline: Place | None = None
    by_sentence: dict[int, list[TimeExpression]] = field(default_factory=dict)
    heads: tuple[DayHead, ...] = ()

    def __post_init__(self) -> None:
        self.heads = day_heads(self.scene.text, self.times, self.scene.published)
        for expression in self.times:
            sentence = self.scene.sentence_at(expression.span.start)
            if sentence is not None:
                self.by_sentence.setdefault(sentence.index, []).append(expression)


class TimingReader:
    """Finds the times of triggers."""

    def __init__(self, words: dict[str, list[str]], standings: StandingReader) -> None:
        self.words, self.standings = words, standings
        names = ("planning_verbs", "happening_verbs", "ending_verbs", "starting_verbs")
        self.stays, self.same_day, self.ahead = Stays(words), SameDay(words), Ahead(words)
        self.to_come = frozenset(words["preparations"]) | frozenset(words["still_to_come"])
        self.agendas = frozenset(words["preparations"]) | frozenset(words["programmes"])
        self.recounting, self.whiles = frozenset(words["recounting_verbs"]), frozenset(words["whiles"])
        self.taking_place = frozenset(v for name in names for v in words[name])

    def read(self, trigger: Trigger, verb: Token | None, context: Context, standing: Standing) -> Time:
        """The expression that hangs on the trigger, else on its clause, else on the clause it serves."""
        usable = within_reach(self.usable(trigger.sentence, context), trigger.token, standing.status)
        if (clause := timeclauses.during_which(trigger.token, self.words["ending_verbs"])) is not None:
            usable = [(e, t) for e, t in usable if syntax.under(t, clause)]
        usable = timeclauses.without_plans(usable, self.standings.told.carried_out)
        when = both_days(self._read(trigger, usable, context, standing), usable, context.scene.text)
        when = self.stays.to_its_end(when, trigger, usable)
        if self._of_its_matter(when, trigger, context):
            return UNDATED
        return when if when.edtf or when.span else self._under_a_head(trigger, standing, context)

    def _under_a_head(self, trigger: Trigger, standing: Standing, context: Context) -> Time:
        """What nothing dates in a text laid out by days: the day at the head, unless it is told of as past by then."""
        past = standing.perfect or self.standings.mood.by_preposition(trigger) is not None
        head = None if past else headed(context.heads, context.scene.at(trigger.token, trigger.sentence))
        return Time(head.edtf, "actual", head.span) if head is not None else UNDATED

    def _of_its_matter(self, when: Time, trigger: Trigger, context: Context) -> bool:
        """ "agreed to start work in May", "reviewed the reopening of the bridge on 2 May": the day of the matter."""
        days, told = calendar.bounds(when.edtf), calendar.bounds(context.scene.published)
        if trigger.entry.data.get("of_past") and days and told and days[0] > told[1]:
            return True
        if days and told and (told[0] - days[1]).days > RECENT_DAYS and self._in_what_is_told(when, trigger, context):
            return True
        subject, matter = syntax.subject(trigger.token), syntax.direct_object(trigger.token)
        if not trigger.entry.data.get("of_topic") or when.span is None or subject is None or matter is None:
            return False
        again = subject.pos_ == "PRON" or any(c.lower_ in ("two", "both") for c in subject.children)
        again = again or any(t.lemma_.lower() in self.to_come for t in matter.subtree)  # "discussed plans for"
        return again and when.span.start > context.scene.at(matter, trigger.sentence)

    def _in_what_is_told(self, when: Time, trigger: Trigger, context: Context) -> bool:
        """ "briefed X on the meeting held in Y on 26 April", told in May: the day of what he was told of."""
        if trigger.noun or trigger.token.lemma_ not in self.recounting or when.span is None:
            return False
        matters = syntax.prepositional(trigger.token, "on", "about", "of", "regarding")
        at = [context.scene.at(t, trigger.sentence) for n in matters if n.ent_type_ != "DATE" for t in n.subtree]
        return bool(at) and min(at) < when.span.start <= max(at)

    def _read(self, trigger: Trigger, usable: Usable, context: Context, standing: Standing) -> Time:
        own = self._own(trigger, usable, context.scene.published)
        if own is not None:
            return self._ahead(self._told(own, context, trigger, standing), context, standing, trigger.token)
        if self._recounted(trigger):
            return UNDATED
        if self.standings.mood.by_preposition(trigger) is not None:
            return self._beside_preposition(trigger, usable, context, standing)
        if (journey := self.stays.journey(trigger, usable)) is not None:
            return journey
        clause = syntax.clause_of(trigger.token)
        rungs = self._rungs(clause, standing, trigger)
        named = next((e for e, t in usable for r in rungs if r.dep_ == "relcl" and r.head == t), None)
        named = named or next((e for r in rungs if (e := self._when(r, usable, context, trigger)) is not None), None)
        if named is not None:
            named = next((e for e, t in usable if clause_at(t) in rungs and inside(e, named)), named)
            return Time(without_since(named.edtf), "actual", named.span)
        rungs += [c for r in rungs[1:] for c in r.children if c.dep_ == "ccomp" and c.i < clause.i]
        for rung in rungs:
            if (when := self._on_rung(rung, trigger, usable, context, standing)) is not None:
                return when
        return self._reckoned(clause, rungs, trigger, usable, context, standing)

    def _beside_preposition(self, trigger: Trigger, usable: Usable, context: Context, standing: Standing) -> Time:
        """Of "ahead of a visit", "after talks": a day told for it, on the same day, or some days apart."""
        if (day := self.ahead.told(trigger, usable, context.scene.published)) is not None:
            return self._told(day, context, trigger, standing)
        told = self.same_day.after(trigger, usable) or self.same_day.departing(trigger, usable)
        told = told or self.same_day.days_apart(trigger.token, usable, self._days_told(trigger, context))
        return self.stays.whole(told, trigger) if told is not None else UNDATED

    def _on_rung(
        self, rung: Token, trigger: Trigger, usable: Usable, context: Context, standing: Standing
    ) -> Time | None:
        """The day nearest to a trigger in one of the clauses that it is told by."""
        near = [
            (abs(t.i - trigger.token.i), e)
            for e, t in usable
            if clause_at(t).i == rung.i
            and not timeclauses.since(e)
            and not timeclauses.owned(t, trigger, self.whiles)
            and not timeclauses.for_long(e, t, standing)
            if not self.ahead.of_what_follows(e, t, trigger, context.scene.published)
        ]
        near = [n for n in near if not self._announced_on(n[1], standing, rung, trigger, context)]
        if not near:
            return None
        best = timeclauses.narrowed([e for _, e in sorted(near, key=lambda n: n[0])])
        when = self._told(best, context, trigger, standing)
        after = best.span.start > context.scene.at(trigger.token, trigger.sentence)
        return self._ahead(when, context, standing, trigger.token) if after else when

    def _reckoned(
        self, clause: Token, rungs: list[Token], trigger: Trigger, usable: Usable, context: Context, standing: Standing
    ) -> Time:
        """A day that no clause tells: since when it goes on, so many days or hours before or after another."""
        if standing.status == "under_way":
            begun = next((e for e, t in usable if timeclauses.since(e) and clause_at(t) in rungs), None)
            if begun is not None:
                return Time(begun.edtf, "actual", begun.span)
        if (counted := self._counted_back(clause, trigger, context)) is not None:
            return counted
        if (days := self.same_day.days_apart(clause, usable, self._days_told(trigger, context))) is not None:
            return days
        if (apart := self.same_day.hours_apart(clause, usable)) is not None:
            return over(apart, context.scene.published) if syntax.tense(clause) == "past" else apart
        last = self._prepared(clause, usable) or self.same_day.before_its_end(rungs, usable)
        return last or self.same_day.at_once(clause, usable) or UNDATED

    def _recounted(self, trigger: Trigger) -> bool:
        """ "briefed lawmakers on Wednesday about his meeting with X": the day of the telling."""
        noun = trigger.token
        if trigger.noun and timeclauses.gone_over(noun, self.agendas):
            return True
        matter = trigger.noun and noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on", "regarding")
        return matter and syntax.clause_of(noun).lemma_ in self.recounting

    def _days_told(self, trigger: Trigger, context: Context) -> list[TimeExpression]:
        """The days gone by that the sentence before tells of: "said on Thursday. It came a day after …"."""
        days = calendar.bounds(context.scene.published)
        told = context.by_sentence.get(trigger.sentence.index - 1, ())
        known = [(e, calendar.bounds(e.edtf)) for e in told if e.type == "date"]
        return [e for e, b in known if b and b[0] == b[1] and (not days or b[1] <= days[1])]

    def _counted_back(self, clause: Token, trigger: Trigger, context: Context) -> Time | None:
        """ "Seven weeks after X met Y, the crew are still held": the time with the span that counts the weeks."""
        days = calendar.bounds(context.scene.published)
        found = self.same_day.weeks_after(clause, days[1] if days else None)
        if found is None:
            return None
        at = context.scene.at(found[1], trigger.sentence)
        spans = (e.span for e in context.by_sentence.get(trigger.sentence.index, ()) if e.span.start <= at < e.span.end)
        span = next(spans, None)
        return Time(found[0], "actual", span) if span is not None else None

    def hangs(self, trigger: Trigger, context: Context) -> bool:
        """Whether a date stands right after the trigger: "a description of a conversation on Tuesday"."""
        after = trigger.token.i + 1
        usable = self.usable(trigger.sentence, context)
        partners = [c for c in trigger.token.children if c.dep_ == "prep" and c.lower_ in ("between", "with")]
        ends = {after, *(c.right_edge.i + 1 for c in partners)}  # "a transcript of a call between X and Y in May"
        return any(ends & {t.left_edge.i, t.head.i} for _, t in usable)

    def _when(self, clause: Token, usable: Usable, context: Context, trigger: Trigger) -> TimeExpression | None:
        """The day right before "when" that the clause tells of: "on 11 May, when X and Y had a conversation"."""
        word = next((c for c in clause.children if c.lower_ == "when" and c.i < clause.i), None)
        if word is None:
            return None
        at = context.scene.at(word, trigger.sentence)
        return next(
            (e for e, _ in usable if not context.scene.text[e.span.end : at].strip(" ,–—") and e.span.end <= at), None
        )

    def _prepared(self, clause: Token, usable: Usable) -> Time | None:
        """ "The ground was laid last week by X, who went to Y": when it was done is when he went."""
        above = syntax.clause_of(clause.head) if clause.dep_ == "relcl" else None
        if above is None or above.lemma_ not in self.words["preparing_verbs"] or syntax.tense(above) != "past":
            return None
        own = [e for e, t in usable if clause_at(t).i == above.i and not timeclauses.since(e)]
        return Time(own[0].edtf, "actual", own[0].span) if len(own) == 1 else None

    def beside(self, sentence: Sentence, index: int, context: Context, across: bool = False) -> Time | None:
        """The one day that a neighbouring sentence gives to what was done, not to what was said: one of the paragraph,
        or `across` paragraphs."""
        if not 0 <= index < len(context.scene.sentences):
            return None
        other = context.scene.sentences[index]
        root = told_first(other.tokens.root, context.cast.lexicon.words["speech_verbs"])
        agreed = across and root.lemma_ in self.words["agreeing_verbs"]  # "X and Y agreed on Monday to …. The two met"
        said = root.lemma_ in context.cast.lexicon.words["speech_verbs"] and not agreed
        if (other.passage.index != sentence.passage.index and not across) or said or syntax.tense(root) != "past":
            return None
        fine = ("day", "month") if index < sentence.index else ("day",)
        usable = (e for e, t in self.usable(other, context) if syntax.under(t, root) and not in_an_aside(t))
        days = [e for e in usable if e.edtf and calendar.precision(e.edtf) in fine]
        told = calendar.bounds(context.scene.published)
        bounds = calendar.bounds(days[0].edtf) if len({e.edtf for e in days}) == 1 else None
        if not bounds or not told or bounds[1] > told[1]:
            return None
        return Time(days[0].edtf, "actual", days[0].span)

    def moved(self, sentence: Sentence, verb: Token, context: Context) -> Time | None:
        """ "It was put back from 22 October": the day that it had been meant for."""
        usable = self.usable(sentence, context)
        told = [e for e, t in usable if t.dep_ == "pobj" and t.head.lower_ == "from" and syntax.clause_of(t) == verb]
        return Time(told[0].edtf, "planned", told[0].span) if len(told) == 1 else None

    def usable(self, sentence: Sentence, context: Context) -> list[tuple[TimeExpression, Token]]:
        """The dates of a sentence with their head tokens; durations and sets are none."""
        tokens = [(e, token_at(e, context.scene, sentence)) for e in context.by_sentence.get(sentence.index, ())]
        return [
            (e, t)
            for e, t in tokens
            if t is not None
            and e.type not in ("set", "duration")
            and (e.edtf or e.type == "date")
            and not context.scene.text[: e.span.start].endswith((", a ", ", on a ", "(a "))
            and not _spelt_out(e, [f for f, _ in tokens], context)
        ]

    def _own(self, trigger: Trigger, usable: Usable, published: Edtf | None) -> TimeExpression | None:
        """The date that hangs on the trigger itself or on a clause about it."""
        thing = syntax.direct_object(trigger.token) if trigger.object_kind == "gathering" else None
        clauses = (
            syntax.clause_of(trigger.token),
            trigger.token,
            *timeclauses.own_clauses(trigger.token),
            *(timeclauses.own_clauses(thing) if thing is not None else ()),
            *self._of_place(trigger),
        )
        hung = self._of_traveller(trigger)
        strays = syntax.stray_clause(trigger.token) if trigger.noun else []
        below = [(e, t) for e, t in usable if syntax.under(t, trigger.token) or clause_at(t) in strays]
        own = [e for e, t in below if clause_at(t) in clauses]
        hung += [
            c
            for c in syntax.clause_of(trigger.token).children
            if trigger.noun and timeclauses.told_of(c, trigger.token)
        ]
        own = own or [e for e, t in usable if clause_at(t) in hung]
        own = [
            e
            for e, t in usable
            if e in own
            and not timeclauses.owned(t, trigger, self.whiles)
            and not self.ahead.of_what_follows(e, t, trigger, published)
        ]
        return timeclauses.narrowed(own) if own and not timeclauses.since(own[0]) else None

    def _of_traveller(self, trigger: Trigger) -> list[Token]:
        """ "a visit by X, which had been scheduled for Friday", "talks on the missing, which were to open on Friday": a
        clause of planning hung on another name or noun."""
        if not trigger.noun:
            return []
        clause = syntax.clause_of(trigger.token) if trigger.form == "visit" else trigger.token
        hung = [c for c in clause.subtree if c.dep_ == "relcl" and c.i > trigger.token.i and timeclauses.of_a_thing(c)]
        links = ("with", "by", "of") if trigger.form == "visit" else ("with",)
        names = (t for t in syntax.prepositional(trigger.token, *links) if t.pos_ == "PROPN")
        hung += [c for t in names for c in t.children if c.dep_ == "acl" and c.tag_ == "VBN"]  # "with X scheduled for"
        found = [[clause, *(c for c in clause.children if c.dep_ in ("xcomp", "acomp"))] for clause in hung]
        return [v for verbs in found if any(v.lemma_ in self.taking_place for v in verbs) for v in verbs]

    def _of_place(self, trigger: Trigger) -> list[Token]:
        """ "a visit to X, which was to begin on Monday": the clause after the place, where it tells of beginning,
        ending or taking place, with the verb that it governs."""
        found: list[Token] = []
        for place in syntax.prepositional(trigger.token) if trigger.noun else ():
            here = place.ent_type_ in PLACES
            for clause in (c for c in place.children if here and c.dep_ == "relcl"):
                below = [c for c in clause.children if c.dep_ in ("xcomp", "ccomp", "acomp")]
                verbs = [clause, *below, *(c for b in below for c in b.children if c.dep_ == "xcomp")]
                if any(v.lemma_ in self.taking_place for v in verbs):
                    found += verbs
        return found

    def _rungs(self, clause: Token, standing: Standing, trigger: Trigger) -> list[Token]:
        """The clauses whose date may be the trigger's, inside out."""
        rungs = [clause]
        if standing.word is not None and standing.word.pos_ in ("VERB", "AUX") and standing.status != "disputed":
            rungs.append(standing.word)
        while rungs[-1].dep_ in SERVING and rungs[-1].head.i != rungs[-1].i and len(rungs) < 5:
            last = rungs[-1]
            above = last.head if last.head.pos_ in ("VERB", "AUX") else syntax.clause_of(last.head)
            if above.i == last.i or (
                last.dep_ in OWN_TIME and not (timeclauses.shares_time(last, above) or self._last_time(last))
            ):
                break
            rungs.append(above)
        beside = trigger.noun and self.standings.told.beside_it(
            trigger, clause
        )  # "agreed at the meeting to open X in May"
        return [rungs[0], *([] if beside else self._to_take_place(clause)), *self._given(clause), *rungs[1:]]

    def _given(self, clause: Token) -> list[Token]:
        """ "had the opportunity on Monday to meet X": the verb that gives the chance tells of the day."""
        chance = clause.head if clause.dep_ == "acl" and clause.tag_ == "VB" else None
        if chance is None or chance.lemma_.lower() not in self.words["chances"]:
            above = clause.head if clause.dep_ in ("xcomp", "conj") else None
            return self._given(above) if above is not None and above.pos_ == "VERB" else []
        return [chance.head] if chance.head.pos_ in ("VERB", "AUX") else []

    def _last_time(self, clause: Token) -> bool:
        """ "The last time X and Y met was in June": the time is told by its verb."""
        told = clause.dep_ == "relcl" and clause.head.dep_ == "nsubj" and clause.head.head.lemma_ == "be"
        who = clause.head
        if who.dep_ == "pobj" and who.head.lower_ == "of" and who.head.head.lemma_ == "turn":
            who = who.head.head  # "Last week it was the turn of X, who came to Y"
        cleft = clause.dep_ == "relcl" and who.dep_ == "attr" and who.head.lemma_ == "be"
        if cleft and any(c.lower_ == "it" for c in who.head.lefts):
            return True  # "It was X who rang, on Monday"
        return told and clause.head.lemma_.lower() in self.words["counted"]

    def _to_take_place(self, clause: Token) -> list[Token]:
        """ "is expected to take place", "is due to be held": the verbs below a clause that tell of taking place."""
        below = [c for c in clause.children if c.dep_ in ("xcomp", "acomp") and c.i > clause.i]
        below += [c for b in below for c in b.children if c.dep_ == "xcomp"]
        return [v for v in below if v.lemma_ in self.taking_place]

    def _told(self, e: TimeExpression, context: Context, trigger: Trigger, standing: Standing) -> Time:
        """A date as the engagement's: a bare weekday that something is fixed for is one to come."""
        at = token_at(e, context.scene, trigger.sentence)
        verb = trigger.token if not trigger.noun else syntax.clause_of(trigger.token)
        awaited = standing.status in ("announced", "confirmed") and {"is", "are"} & set(syntax.auxiliaries(verb))
        fixed = (at is not None and at.dep_ == "pobj" and at.head.lower_ == "for") or bool(awaited)
        fixed = fixed and len(e.span.text.split()) == 1 and standing.status != "held"
        if fixed and (coming := calendar.coming(e.edtf, context.scene.published)) is not None:
            return Time(coming, "actual", e.span)
        when = Time(e.edtf, "actual", e.span)
        if standing.status == "did_not_occur" and standing.perfect and e.span.text.isalpha():
            when = over(when, context.scene.published)  # "Reports of a meeting on Monday are false"
        return self.stays.whole(when, trigger)

    def _ahead(self, when: Time, context: Context, standing: Standing, token: Token) -> Time:
        """ "asked for talks on Friday": a bare month or weekday of what has not been is one to come."""
        day, told = calendar.bounds(when.edtf), calendar.bounds(context.scene.published)
        bare = timeclauses.by_name(when, self.words["counted_days"])
        if self._called_off(when, standing, token) and day and told and (told[0] - day[0]).days in range(1, 7):
            return replace(when, edtf=calendar.shifted(day[0], 7))
        if (
            timeclauses.told_back(standing, when)
            or timeclauses.was_to(token)
            or timeclauses.was_then_to(token)
            or (standing.weak and just_past(day, told))
        ):
            return when
        if (
            when.edtf is None
            or not day
            or not told
            or not bare
            or standing.perfect
            or standing.status not in WISHED
            or day[1] >= told[0]
        ):
            return when
        if day[0] == day[1] and (told[0] - day[0]).days < 7:
            return replace(when, edtf=calendar.shifted(day[0], 7))
        if calendar.is_month(when.edtf) and (told[0] - day[1]).days < 366:
            return replace(when, edtf=calendar.a_year_on(when.edtf))
        return when

    def _called_off(self, when: Time, standing: Standing, token: Token) -> bool:
        """ "has cancelled Wednesday's trip": a weekday of what was still to come."""
        own = [c for c in token.children if c.dep_ in ("poss", "compound") and when.span is not None]
        named = any(when.span is not None and c.text == when.span.text.removesuffix("'s") for c in own)
        return named and standing.status in ("cancelled", "postponed", "rescheduled")

    def _announced_on(
        self, e: TimeExpression, standing: Standing, rung: Token, trigger: Trigger, context: Context
    ) -> bool:
        """ "announced on Monday that …": the day of the announcing, when what is announced is to come."""
        if (
            standing.word is None
            or rung.i != standing.word.i
            or rung.i == trigger.token.i
            or standing.status not in TO_COME
        ):
            return False
        bounds, published = calendar.bounds(e.edtf) if e.edtf else None, context.scene.published
        day = calendar.bounds(published) if published else None
        if (
            not bounds
            or not day
            or bounds[0] > day[1]
            or syntax.tense(rung) != "past"
            or self._meant_for(e, rung, context)
            or self._after_place(e, trigger, context)
        ):
            return False
        just_now = bounds[0] == bounds[1] and (day[0] - bounds[0]).days <= RECENT_DAYS
        return just_now or standing.status not in ("cancelled", "postponed", "declined")

    def _after_place(self, e: TimeExpression, trigger: Trigger, context: Context) -> bool:
        """ "had declined a meeting at X on Thursday": a day right after where it was to be is that of the meeting."""
        at = token_at(e, context.scene, trigger.sentence)
        if at is None or not trigger.noun or trigger.form == "visit" or at.head.dep_ != "prep":
            return False
        hung = (*trigger.token.subtree, *syntax.clause_of(trigger.token).children)
        places = (t for t in hung if t.dep_ == "prep" and t.lower_ in ("at", "in", "on"))
        return any(t.i > trigger.token.i and t.right_edge.i + 1 == at.head.i for t in places)

    def _meant_for(self, e: TimeExpression, rung: Token, context: Context) -> bool:
        """ "is confirmed for Saturday": the day of what is confirmed."""
        sentence = context.scene.sentence_at(e.span.start)
        at = token_at(e, context.scene, sentence) if sentence is not None else None
        return at is not None and at.dep_ == "pobj" and at.head.lower_ == "for" and at.head.head.i == rung.i


def _spelt_out(e: TimeExpression, all_told: Sequence[TimeExpression], context: Context) -> bool:
    """ "tomorrow, December 21": the date after the comma says which day it is."""
    after = (
        f for f in all_told if f.span.start > e.span.end and f.type == "date" and any(map(str.isdigit, f.span.text))
    )
    near = any(context.scene.text[e.span.end : f.span.start] == ", " for f in after)
    return near and e.span.text.isalpha() and e.span.text.islower()


def told_first(root: Token, saying: frozenset[str]) -> Token:
    """The main verb of a sentence; of "X and Y on Wednesday decided it, a spokesman said" that of what is told."""
    told = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    return told if told is not None and root.lemma_ in saying else root
