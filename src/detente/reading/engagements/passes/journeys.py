"""Journeys told over several sentences: first their days, then where they lead.

In: a scene's context and the sightings that single clauses gave. Out: `Stretch`es, a traveller with the first and last
day and the towns told of in the sentences that follow ("will be away from 9 to 12 May. Oslo comes first. Riga follows
on Thursday"), and the days of the stops that have their own.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model import Edtf, Place, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party, once
from detente.reading.scene import Scene, Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.engagements.sighting import Sighting
    from detente.reading.words import Token

LONGEST = 21  # days of one journey
UNTIL = frozenset({"until", "till", "through"})
BETWEEN = frozenset({"the", "following", "next"})
WEEK = 7
AFTER = 3  # sentences after the first in which its stops are told


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of a journey, with its day where the text gives one."""

    place: Place
    when: Time | None
    sentence: Sentence
    token: Token


@dataclass(frozen=True, slots=True)
class Stretch:
    """Who travels from when to when, and where."""

    sentence: Sentence
    token: Token
    party: Party
    when: Time
    stops: tuple[Stop, ...]
    evidence: Span

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(once(s.place for s in self.stops))


class JourneyReader:
    """Finds stretches by the codebook's verbs and nouns of journeys."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        lists = (
            "journey_verbs",
            "journey_nouns",
            "stop_verbs",
            "leaving_verbs",
            "returning_verbs",
            "stop_prepositions",
            "starting_verbs",
            "ending_verbs",
            "homeward",
            "speaking",
            "hearers",
        )
        self.words = {k: frozenset(words[k]) for k in lists}
        self.numerals = {word: n for n, word in enumerate(words["numerals"])}

    def read(self, context: Context, visitors: Mapping[int, Party]) -> list[Stretch]:
        """The journeys still to come, in the order of the text; `visitors` are those whose coming visits it tells of,
        by sentence."""
        found: list[Stretch] = []
        for sentence in context.scene.sentences:
            stretch = self._stretch(sentence, context) or self._told_of(sentence, context, visitors)
            if stretch is not None:
                found.append(stretch)
        return found

    def _told_of(self, sentence: Sentence, context: Context, visitors: Mapping[int, Party]) -> Stretch | None:
        """ "The spokesman put the dates of the tour at 9 to 12 May": the days of a journey that somebody told of before
        is to make, wherever they hang, with the towns of the paragraph."""
        if not context.by_sentence.get(sentence.index):
            return None
        nouns = self._nouns(sentence) or self._resumed(sentence, context, visitors)
        near = [n for n in visitors if n <= sentence.index]
        when = self._any_window(sentence, context) if nouns and near else None
        if when is None:
            return None
        party = visitors[max(near)]
        stops = tuple(self._stops(self._opening(sentence, context), party, context))
        evidence = context.scene.span(sentence.start, sentence.end)
        return Stretch(sentence, nouns[0], party, when, stops, evidence) if stops else None

    def _nouns(self, sentence: Sentence) -> list[Token]:
        return [t for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in self.words["journey_nouns"]]

    def _resumed(self, sentence: Sentence, context: Context, visitors: Mapping[int, Party]) -> list[Token]:
        """ "It starts on Monday and ends on Friday", right after a journey was told of."""
        before = context.scene.sentences[max(0, sentence.index - 1)]
        if before.index not in visitors and not self._nouns(before):
            return []
        verbs = (t for t in sentence.tokens if t.pos_ == "VERB" and t.lemma_ in self.words["starting_verbs"])
        return [v for v in verbs if any(c.dep_ == "nsubj" and c.lower_ == "it" for c in v.children)]

    def _opening(self, sentence: Sentence, context: Context) -> Sentence:
        """The sentence before, where it is of the same paragraph: "Oslo is the other stop. The dates of the tour …"."""
        before = context.scene.sentences[max(0, sentence.index - 1)]
        after = context.scene.sentences[min(sentence.index + 1, len(context.scene.sentences) - 1)]
        own = after.index > sentence.index and after.passage.index == sentence.passage.index
        alone = own and before.passage.index != sentence.passage.index  # opens a paragraph that goes on
        return before if _goes_on(before, sentence, context.scene) and not alone else sentence

    def _any_window(self, sentence: Sentence, context: Context) -> Time | None:
        """One interval of days to come in a sentence, or the days on which a journey begins and ends."""
        usable = [e for e in context.by_sentence[sentence.index] if e.edtf and e.type == "date"]
        whole = [Time(e.edtf, "planned", e.span) for e in usable if e.edtf and "/" in e.edtf]
        ends = self._ends(sentence, context.scene, usable, self.words["starting_verbs"], self.words["ending_verbs"])
        fits = [w for w in [*whole, *([ends] if ends is not None else [])] if self._to_come(w, context)]
        return fits[0] if len(fits) == 1 else None

    def _stretch(self, sentence: Sentence, context: Context) -> Stretch | None:
        if not context.by_sentence.get(sentence.index):
            return None
        for verb in sentence.tokens:
            if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ not in self.words["journey_verbs"]:
                continue
            when = self._window(sentence, context, verb)
            party = self._traveller(verb, sentence, context.cast) if when is not None else None
            if when is None or party is None:
                continue
            stops = tuple(self._stops(sentence, party, context))
            stops = stops or tuple(self._stops(self._opening(sentence, context), party, context))
            if len(stops) > 1 and when.span is not None and calendar.is_week(when.edtf, when.span.text):
                continue  # "next week" says how long no journey is
            if stops:
                evidence = context.scene.span(sentence.start, sentence.end)
                return Stretch(sentence, verb, party, when, _each_its_own(stops, context.scene), evidence)
        return None

    # -- who and when -------------------------------------------------------------------------------

    def _traveller(self, verb: Token, sentence: Sentence, cast: Cast) -> Party | None:
        """The official who travels, or whose programme runs."""
        subject = syntax.subject(verb)
        if subject is None and verb.i > sentence.tokens.start and verb.doc[verb.i - 1].pos_ == "NOUN":
            subject = verb.doc[verb.i - 1]
        if subject is None:
            return None
        owner = next((c for c in (*subject.children, *verb.children) if c.dep_ == "poss"), None)
        owner = owner or next(syntax.prepositional(subject, "of", "by"), None)
        planned = subject.lemma_.lower() in self.words["journey_nouns"]
        who = owner if planned and owner is not None else subject
        entity, actor = cast.entity(who, sentence), cast.actor(who, sentence)
        if actor is None or entity is None or not self._official(entity) or (planned and owner is None):
            return None
        return Party(actor, entity, entity.country)

    def _official(self, entity: Entity) -> bool:
        told_only = entity.portfolio == "spokesperson"
        return entity.kind in ("person", "office") and entity.official and entity.country is not None and not told_only

    def _window(self, sentence: Sentence, context: Context, verb: Token) -> Time | None:
        """The days of a journey to come: one interval, or a day of leaving and a day of return."""
        usable = [e for e in context.by_sentence[sentence.index] if e.edtf and e.type == "date"]
        own = [e for e in usable if self._clause(e, sentence, context.scene) == verb]
        whole = [Time(e.edtf, "planned", e.span) for e in own if e.edtf and "/" in e.edtf]
        leaving = self.words["leaving_verbs"] | self.words["starting_verbs"]
        homeward = {t.lower_ for t in sentence.tokens} & self.words["homeward"]  # "was in X, goes on to Y": no return
        returning = self.words["ending_verbs"] | (self.words["returning_verbs"] if homeward else frozenset())
        ends = self._ends(sentence, context.scene, usable, leaving, returning) if verb.lemma_ in leaving else None
        ends = ends or (self._counted(own, sentence) if verb.lemma_ in leaving else None)
        ends = ends or _from_until(usable, context.scene)
        ends = ends or (self._ends_later(own, sentence, context) if verb.lemma_ in leaving else None)
        fits = (w for w in [*whole, *([ends] if ends is not None else [])] if self._to_come(w, context))
        return next(fits, None)

    def _ends_later(self, own: list[TimeExpression], sentence: Sentence, context: Context) -> Time | None:
        """ "leaves on the 10th. … He is due back home on the 14th.", in the sentences that follow in the paragraph."""
        first = calendar.bounds(own[0].edtf) if len(own) == 1 else None
        for later in context.scene.sentences[sentence.index + 1 : sentence.index + 1 + AFTER] if first else ():
            if not _goes_on(sentence, later, context.scene):
                return None
            back = {t.lower_ for t in later.tokens} & self.words["homeward"]
            days = [e for e in context.by_sentence.get(later.index, ()) if e.edtf and e.type == "date"]
            last = calendar.bounds(days[-1].edtf) if days and back else None
            if first and last and first[0] == first[1] < last[0] == last[1]:
                return Time(calendar.interval(first[0], last[1]), "planned", own[0].span)
        return None

    def _counted(self, own: list[TimeExpression], sentence: Sentence) -> Time | None:
        """ "sets out on a four-day tour on the 26th": from that day for so many."""
        first = calendar.bounds(own[0].edtf) if len(own) == 1 else None
        long = next((m for t in sentence.tokens if (m := self._day_count(t))), 0)
        if not first or first[0] != first[1] or long < 2:
            return None
        last = first[0] + datetime.timedelta(days=long - 1)
        return Time(calendar.interval(first[0], last), "planned", own[0].span)

    def _day_count(self, token: Token) -> int:
        """4 of "four-day" before a noun of journeys."""
        if token.lower_ != "day" or token.i < 2 or token.doc[token.i - 1].text != "-":
            return 0
        told = any(a.lemma_.lower() in self.words["journey_nouns"] for a in token.ancestors)
        number = token.doc[token.i - 2].lower_
        return (self.numerals.get(number) or (int(number) if number.isdigit() else 0)) if told else 0

    def _to_come(self, when: Time, context: Context) -> bool:
        days, told = calendar.bounds(when.edtf), calendar.bounds(context.scene.published)
        return bool(days and told and 0 < (days[1] - days[0]).days <= LONGEST and days[1] > told[0])

    def _clause(self, expression: TimeExpression, sentence: Sentence, scene: Scene) -> Token | None:
        """The verb of the clause that a time expression stands in."""
        token = next((t for t in sentence.tokens if scene.at(t, sentence) >= expression.span.start), None)
        return syntax.clause_of(token) if token is not None else None

    def _done_on(self, expression: TimeExpression, verbs: frozenset[str], sentence: Sentence, scene: Scene) -> bool:
        """Whether one of the verbs heads a day's clause, or stands right before it where the parser saw a noun."""
        clause = self._clause(expression, sentence, scene)
        if clause is not None and clause.lemma_ in verbs:
            return True
        before = [t for t in sentence.tokens if scene.at(t, sentence) < expression.span.start][-2:]
        nouns = [t for t in before if t.tag_ == "NNS" and t.dep_ == "conj"]
        return any(t.lemma_ in verbs for t in nouns)

    def _ends(
        self,
        sentence: Sentence,
        scene: Scene,
        usable: list[TimeExpression],
        leaving: frozenset[str],
        returning: frozenset[str],
    ) -> Time | None:
        """ "sets out on the 24th and gets home on the 28th"."""
        found: list[TimeExpression] = []
        for verbs in (leaving, returning):
            for expression in usable:
                done = self._done_on(expression, verbs, sentence, scene)
                done = done or (verbs is returning and _until(expression, scene))
                day = _one_day(expression) if done else None
                if day is not None and day not in found:  # "flies out on the 25th": to fly is also to return
                    found.append(day)
                    break
        if len(found) < 2:
            return None
        if (whole := _next_weekday(found[0], found[1])) is not None:
            return whole
        first, last = sorted(found, key=lambda e: str(e.edtf))  # "arrives on the 10th and flies home on the 13th"
        return Time(Edtf(f"{first.edtf}/{last.edtf}"), "planned", first.span)

    # -- where --------------------------------------------------------------------------------------

    def _stops(self, first: Sentence, party: Party, context: Context) -> Iterator[Stop]:
        """The towns abroad that the sentence and those after it in the paragraph lead to."""
        seen: set[str] = set()
        for sentence in context.scene.sentences[first.index : first.index + 1 + AFTER]:
            if not _goes_on(first, sentence, context.scene):
                return
            for mention, place in context.cast.places(sentence, sentence.tokens.start, sentence.tokens.end):
                head = sentence.passage.doc[mention.head]
                town = any(n.kind in ("city", "capital", "metonym") for n in mention.names)
                abroad = place.country is not None and place.country != party.country
                if town and abroad and place.name not in seen and self._leads(head):
                    seen.add(place.name)
                    yield Stop(place, self._day(head, sentence, context), sentence, head)

    def _leads(self, head: Token) -> bool:
        """Whether a town is a stop: any that a sentence about the journey names, but for where somebody speaks, what a
        town owns or names, and what it does."""
        top = head
        while top.dep_ in ("conj", "compound", "appos") and top.head.i != top.i:
            if top.dep_ == "compound" and top.i != head.i:
                return False
            top = top.head
        if head.dep_ in ("compound", "poss") or top.dep_ == "poss":
            return head.dep_ == "compound" and top.i == head.head.i and top.text[0].isupper()
        if top.dep_ in ("nsubj", "nsubjpass"):
            return top.head.lemma_ in self.words["stop_verbs"] or top.i != head.i
        if top.dep_ == "pobj" and top.head.lower_ == "of":
            return top.head.head.lower_ == "way" or top.i != head.i
        if top.dep_ == "pobj":
            said = top.head.head.lemma_ in self.words["speaking"] or top.head.head.lower_ in self.words["hearers"]
            return top.head.lower_ in self.words["stop_prepositions"] and not said
        return True

    def _day(self, head: Token, sentence: Sentence, context: Context) -> Time | None:
        """The one day told in a stop's own clause."""
        clause = syntax.clause_of(head)
        days = []
        for expression in context.by_sentence.get(sentence.index, ()):
            single = expression.edtf is not None and calendar.precision(expression.edtf) == "day"
            if single and self._clause(expression, sentence, context.scene) == clause:
                days.append(expression)
        return Time(days[0].edtf, "planned", days[0].span) if len(days) == 1 else None


def _each_its_own(stops: tuple[Stop, ...], scene: Scene) -> tuple[Stop, ...]:
    """ "X and then, from the 11th, Y": of several stops told with one day the one right beside it has it."""

    def apart(stop: Stop) -> int:
        at = stop.when.span.start if stop.when is not None and stop.when.span is not None else 0
        return abs(scene.at(stop.token, stop.sentence) - at)

    nearest = {s.when.span: min((o for o in stops if o.when == s.when), key=apart) for s in stops if s.when is not None}
    return tuple(s if s.when is None or nearest[s.when.span] is s else replace(s, when=None) for s in stops)


def _from_until(usable: list[TimeExpression], scene: Scene) -> Time | None:
    """ "from Monday, 10 May, until Friday, 14 May": two days that the words before them make the ends."""
    before = [scene.text[max(0, e.span.start - 12) : e.span.start].lower().split()[-1:] for e in usable]
    starts = [e for e, b in zip(usable, before) if b in (["from"], ["between"])]
    ends = [e for e, b in zip(usable, before) if b and b[0] in (*UNTIL, "to", "and")]
    days = [calendar.bounds(str(e.edtf).removeprefix("../")) for e in (*starts[:1], *ends[:1])]
    if len(days) != 2 or not all(d and d[0] == d[1] for d in days):
        return None
    first, last = (d[0] for d in days if d)
    return Time(calendar.interval(first, last), "planned", starts[0].span) if first < last else None


def _one_day(expression: TimeExpression) -> TimeExpression | None:
    """A day, also one up to which something goes on; None for days from one to another."""
    day = str(expression.edtf).removeprefix("../")
    return replace(expression, edtf=Edtf(day)) if "/" not in day else None


def _next_weekday(first: TimeExpression, last: TimeExpression) -> Time | None:
    """ "leaves on Sunday and is back on Friday": of two weekdays the second is the one that follows the first."""
    one, two = calendar.bounds(first.edtf), calendar.bounds(last.edtf)
    bare = not any(c.isdigit() for c in first.span.text + last.span.text)
    if not bare or not one or not two or not two[0] < one[0] or first.span.start > last.span.start:
        return None
    if one[0] != one[1] or two[0] != two[1] or (one[0] - two[0]).days >= WEEK:
        return None
    return Time(calendar.interval(one[0], two[0] + datetime.timedelta(days=WEEK)), "planned", first.span)


def _until(expression: TimeExpression, scene: Scene) -> bool:
    """ "runs until 22 May", "until the following Friday": a last day by the word before it."""
    before = scene.text[max(0, expression.span.start - 24) : expression.span.start].lower().split()
    while before and before[-1] in BETWEEN:
        before.pop()
    return bool(before) and before[-1] in UNTIL


def _goes_on(first: Sentence, later: Sentence, scene: Scene) -> bool:
    """Whether a sentence is of the paragraph of an earlier one, or all from there on are paragraphs of one sentence, as
    dailies print them."""
    if first.passage.index == later.passage.index:
        return True
    between = scene.sentences[first.index : later.index + 1]
    return all(len({s.passage.index for s in pair}) == 2 for pair in pairwise(between))


def told_already(stop: Stop, found: Sequence[Sighting]) -> bool:
    """Whether a stop is of a stay abroad that a text tells with its days."""
    day = calendar.bounds(stop.when.edtf if stop.when is not None else None)
    for visit in found if day else ():
        days = calendar.bounds(visit.when.edtf) if visit.form == "visit" else None
        there = {p.country for p in visit.destinations}
        if day and days and days[0] <= day[0] and day[1] <= days[1] and there == {stop.place.country}:
            return True
    return False
