"""Engagements of one document: who met, called or visited whom, where and when, and where it stands.

In: a scene with its cast, times and statements. Out: `Sighting`s, one a trigger, and then the document's
engagements, each made of the sightings that can be the same (`merging`). A sighting without two countries
is dropped: two ministers of one state who meet are no engagement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Country, Form, Span, Status, Time, Track
from detente.reading import syntax
from detente.reading.engagements.admission import Admission
from detente.reading.engagements.bundle import HAPPENED
from detente.reading.engagements.days.stays import goes_on
from detente.reading.engagements.days.timing import TO_COME, UNDATED, Context, TimingReader
from detente.reading.engagements.figurative import Figurative
from detente.reading.engagements.formof import Forms
from detente.reading.engagements.party import Attendance, countries_of, in_office_then, left_office, without_tellers
from detente.reading.engagements.passes.askedfor import AskedFor
from detente.reading.engagements.passes.attended import Attended
from detente.reading.engagements.passes.beside import Neighbours
from detente.reading.engagements.passes.bridged import Bridged
from detente.reading.engagements.passes.datedby import DatedBy
from detente.reading.engagements.passes.denied import Denied
from detente.reading.engagements.passes.described import (
    already_done,
    as_described,
    is_said_to_be,
    only_described,
    recounted,
    teller,
    there_for_it,
)
from detente.reading.engagements.passes.explained import Explained
from detente.reading.engagements.passes.fellthrough import FellThrough
from detente.reading.engagements.passes.heardin import HeardIn
from detente.reading.engagements.passes.inturn import InTurn
from detente.reading.engagements.passes.journeys import JourneyReader, Stop, Stretch, told_already
from detente.reading.engagements.passes.lasttime import LastTime
from detente.reading.engagements.passes.legs import Legs
from detente.reading.engagements.passes.meant import Meant
from detente.reading.engagements.passes.moved import Moves
from detente.reading.engagements.passes.nameddays import NamedDays
from detente.reading.engagements.passes.newdate import NewDates
from detente.reading.engagements.passes.nthday import NthDays
from detente.reading.engagements.passes.ontheway import OnTheWay
from detente.reading.engagements.passes.separate import again, parted
from detente.reading.engagements.passes.transcripts import Transcripts
from detente.reading.engagements.passes.turneddown import TurnedDown
from detente.reading.engagements.passes.verbless import Verbless
from detente.reading.engagements.recurring import in_general, to_be_taken_up, turned_as_a_series
from detente.reading.engagements.sides.gatherings import Gatherings
from detente.reading.engagements.sides.parties import PartyFinder
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import PLANNED, Standing, StandingReader
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.engagements.topics import TopicReader
from detente.reading.engagements.triggers import Trigger, TriggerFinder
from detente.reading.scene import Scene, Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

BACKGROUND_DAYS = 10
OFF_DAYS = 6  # what was called off or planned is news until soon after it was to be
NEAR = 3  # sentences from a meeting abroad to the journey that leads to it
CALLED_OFF = frozenset({"cancelled", "postponed", "declined", "did_not_occur", "unanswered", "disputed"})
JOINT = frozenset({"meeting", "talks"})
# standings that whoever receives a visitor can give to the visit
SETTLED = frozenset({"announced", "confirmed", "cancelled", "postponed", "rescheduled", "did_not_occur"})


class SightingReader:
    """Reads every trigger of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self.finder = TriggerFinder(codebook)
        self.standings = StandingReader(codebook)
        self.topics = TopicReader(codebook)
        self.words: dict[str, list[str]] = codebook.lexicon("engagements/words")
        self.timing = TimingReader(self.words, self.standings)
        self.admission = Admission(self.words, self.finder.entries)
        self.moves = Moves(self.words, self.timing)
        self.initiative = Initiative(self.words)
        self.journeys = JourneyReader(self.words)
        self.gatherings = Gatherings(self.words)
        self.forms = Forms(self.words, self.gatherings, self.finder)
        self.denied = Denied(self.words, self.initiative)
        self.new_dates = NewDates(self.words, self.timing)
        self.named_days = NamedDays(self.words, self.timing, self.standings, self.initiative)
        self.nth_days = NthDays(self.words)
        self.seats = frozenset(self.words["seats"])
        self.asked_for = AskedFor(self.words, self.initiative)
        self.explained = Explained(self.words, self.standings.reasons)
        self.meant, self.last_time = Meant(self.words), LastTime(self.words)
        self.fell_through = FellThrough(self.words, self.standings.reasons)
        self.turned_down = TurnedDown(self.words, self.standings, self.initiative)
        self.verbless = Verbless(codebook, self.words, self.timing)
        self.bridged, self.transcripts = Bridged(self.words), Transcripts(codebook, self.words)
        self.on_the_way = OnTheWay(codebook, self.words, self.timing)
        self.dated_by, self.heard_in = DatedBy(self.words), HeardIn(codebook, self.words, self.timing)
        self.figurative, self.attended, self.legs = Figurative(self.words), Attended(self.words), Legs(self.words)
        self.beside = Neighbours(self.words, self.standings, self.timing, self.topics)

    def read(self, context: Context) -> list[Sighting]:
        """The sightings in the order of the text."""
        parties = PartyFinder(context.scene, context.cast, context.drafts, self.words, context.dateline)
        triggers = sorted(self.finder.find(context.scene), key=lambda t: (t.sentence.index, t.token.i))
        in_turn = InTurn(self.timing, parties.frame, context)
        found: list[Sighting] = []
        for trigger in triggers:
            if self.admission.of_something_else(trigger, context):
                continue
            sighting = self._sighting(trigger, context, parties)
            if sighting is not None:
                found += self._several(sighting, trigger, context, in_turn)
        found += [*self.verbless.read(context), *self.on_the_way.stays(context)]
        found = self.asked_for.read(found, context)
        found = [self.meant.dated(s, context) for s in self.explained.read(found, context.scene)]
        found = self.named_days.read(self.new_dates.read(found, context), context)
        found = self.denied.read(found, context)
        found = self.nth_days.read(found, context)
        found = [self.bridged.named(s, context) for s in found if not self.beside.outcome(s, found)]
        near = self.beside
        for told in (near.going_on, near.told_of_it, near.handed_over, near.put_to):
            found = [told(s, found) for s in found]
        for told_in in (near.on_the_spot, near.with_legs, near.dated_nearby, near.posted):
            found = [told_in(s, found, context) for s in found]
        found = [self.on_the_way.dated(self.dated_by.read(s, found), found, context) for s in found]
        found = self.legs.read(found, context)
        found = self._with_journeys(found, context)
        found = self.fell_through.read(found, context)
        found += [*self.beside.later(found, context), *self.turned_down.read(found, context)]
        found = self.attended.read(found, context, parties.sides)
        found = self.transcripts.dated(self.last_time.read(found, context), context)
        found = self.heard_in.read([*found, *self.transcripts.read(context)], context)
        return [self.beside.with_agenda(s, context) for s in sorted(found, key=lambda s: (s.sentence.index, s.token.i))]

    def _several(self, one: Sighting, trigger: Trigger, context: Context, in_turn: InTurn) -> list[Sighting]:
        """The engagements that one sighting tells of: in turn, apart, or on several days."""
        if len(stretches := in_turn.of(one)) > 1:
            return stretches
        return [t for s in parted(one, trigger, self.words, context) for t in again(s, context, self.timing)]

    def _with_journeys(self, found: list[Sighting], context: Context) -> list[Sighting]:
        """The sightings with the journeys that several sentences tell, and with the days of their stops."""
        visitors = {
            s.sentence.index: s.parties[0]
            for s in found
            if s.form == "visit" and s.parties and s.parties[0].actor.kind == "person" and s.standing.status in TO_COME
        }
        for stretch in self.journeys.read(context, visitors):
            same = [n for n, s in enumerate(found) if s.form == "visit" and s.sentence.index == stretch.sentence.index]
            held = next((n for n in same if found[n].when.edtf == stretch.when.edtf), None)
            whole = _by_way_of(self._on_the_way(stretch, None, context), found, context)
            own = [n for n in same if {stretch.party.key} & {p.key for p in found[n].parties}]
            if held is None and own:
                undated = [n for n in own if found[n].moved is None and _part_of(found[n], stretch.when)]
                stages = not undated and len(stretch.places) > 1  # what was found are stops of it, each with its day
                found = [*(whole if n in undated else s for n, s in enumerate(found)), *([whole] if stages else [])]
                continue
            if held is None:
                found.append(whole)
            elif len(set(whole.places)) > len(set(found[held].places)):
                found[held] = replace(
                    found[held], countries=whole.countries, places=whole.places, destinations=whole.destinations,
                    towns=whole.towns, parties=found[held].parties or whole.parties,
                )  # fmt: skip
                found = [s for n, s in enumerate(found) if n == held or n not in own or s.when.edtf != whole.when.edtf]
            told = {s.sentence.index for s in found if s.form == "visit" and s.when.edtf and s.destinations}
            dated = [s for s in stretch.stops if s.when is not None and s.sentence.index not in told]
            found += [self._on_the_way(stretch, s, context) for s in dated if not told_already(s, found)]
        return found

    def _on_the_way(self, stretch: Stretch, stop: Stop | None, context: Context) -> Sighting:
        """The whole of a journey, or one dated stop of it, as a sighting."""
        places = stretch.places if stop is None else (stop.place,)
        at = stretch if stop is None else stop
        when = stretch.when if stop is None or stop.when is None else stop.when
        evidence = context.scene.span(at.sentence.start, at.sentence.end)
        rule = "engagements/status.announced"
        standing = Standing("announced", rule, None, None, "future")
        countries = dict.fromkeys([stretch.party.country, *(p.country for p in places)])
        side = next((d.on_behalf_of for d in context.drafts if d.content.start <= evidence.start < d.content.end), None)
        return Sighting(
            at.sentence, at.token, "visit", (stretch.party,), tuple(c for c in countries if c is not None),
            places, places, towns_of(places, context.cast), when, standing,
            Status("announced", None, side or context.source.outlet or context.source.agency, None, evidence), evidence,
            f"engagements/visit.noun + {rule}",
        )  # fmt: skip

    def _sighting(self, trigger: Trigger, context: Context, finder: PartyFinder) -> Sighting | None:
        verb = _governor(trigger.token) if trigger.noun else None
        if self.admission.told_elsewhere(trigger, verb) or self.standings.none_planned(trigger, verb):
            return None
        if turned_as_a_series(trigger, self.words):
            finder.attendance(trigger, verb)  # remembers whose a line is: "The round due in X is cancelled"
            return None
        scene, sentence = context.scene, trigger.sentence
        headline = (
            context.headline is not None
            and sentence.start < context.headline.end
            and sentence.end > context.headline.start
        )
        captioned = self.admission.captioned(sentence)
        standing = self.standings.read(scene, trigger, verb, headline or captioned)
        if captioned and standing.weak and standing.status == "announced":
            standing = replace(standing, status="held", rule="engagements/status.held")  # "shakes hands before talks"
        if already_done(trigger, standing.status):
            standing = replace(standing, status="held", rule="engagements/status.held")
        attendance = self._attendance(trigger, verb, standing, finder)
        if self._occasion(trigger, standing) or self.figurative.of(trigger, verb, attendance.parties, context.cast):
            return None
        attendance = without_tellers(attendance, scene.at(trigger.token, sentence), context.drafts)
        several = len(countries_of(attendance.parties)) > 1 or left_office(attendance)
        if not self.admission.admits(trigger, attendance) and several:
            day = self.timing.read(trigger, verb, context, standing).edtf
            attendance = in_office_then(attendance, day, context.cast.lexicon)
        others = self.admission.of_others(trigger, attendance, standing.status, context.cast)
        none = others or self.admission.teams(attendance.parties, sentence, scene)
        if none or self.gatherings.of_people(trigger, context.cast):
            return None
        if not self.admission.admits(trigger, attendance) and not self.admission.denial(trigger, verb, attendance):
            dated = self.timing.read(trigger, verb, context, standing).edtf is not None
            if not self.gatherings.stands(trigger, attendance, dated, context.cast):
                return None
        accounted = recounted(trigger, self.words)
        hearsay = standing.status != "did_not_occur" and self._hearsay(trigger, verb)
        if trigger.in_passing or hearsay or _asked(sentence) or accounted or only_described(trigger, self.words):
            standing = replace(standing, weak=True)
            if accounted and standing.status == "mooted":  # "asked for a transcript of the call"
                standing = replace(standing, status="held", rule="engagements/status.held")
        elif standing.weak and self._partnered(trigger):
            standing = replace(standing, weak=False)
        own_day = not accounted or self.timing.hangs(trigger, context)
        when = self.timing.read(trigger, verb, context, standing) if own_day else UNDATED
        often = standing.status != "unanswered" and in_general(trigger, attendance.parties, self.words)
        if when.edtf is None and (_we_came(trigger) or often):
            return None
        when, moved = self.moves.read(trigger, standing, when, context) or (when, None)
        standing = _dated(standing, when, scene.published)
        midway = self.timing.stays.midway(trigger, verb, when, scene.published)
        if standing.status == "held" and (midway or (self._came(trigger, verb) and goes_on(when, scene.published))):
            standing = replace(standing, status="under_way", rule="engagements/status.under_way")
        if is_said_to_be(trigger, self.words):
            standing = as_described(standing, trigger, scene)
        elif standing.status == "announced" and when.edtf is None and there_for_it(trigger.token):
            standing = replace(standing, status="held", rule="engagements/status.held")
        if standing.status == "held" and to_be_taken_up(trigger, self.words):
            standing = replace(standing, status="announced", rule="engagements/status.announced")
        status = Status(
            standing.status,
            None,
            self._claimant(trigger, standing, context),
            standing.reason,
            self._evidence(trigger, verb, scene, standing),
        )
        form = self.forms.of(trigger, attendance, context)
        places = attendance.destinations + tuple(p for p in attendance.places if p not in attendance.destinations)
        return Sighting(
            sentence,
            trigger.token,
            form,
            attendance.parties,
            self._countries(form, trigger, attendance),
            places,
            attendance.destinations,
            towns_of(places, context.cast),
            Time(when.edtf, "planned" if standing.status in TO_COME else "actual", when.span),
            standing,
            status,
            status.evidence,
            f"{trigger.entry.rule} + {standing.rule}",
            self.topics.read(trigger, verb, context.scene),
            self.initiative.of(trigger, verb, sentence, context.cast, attendance.parties, attendance.destinations),
            self._recalled(trigger, moved or when, standing, context, headline),
            self._distinct(trigger),
            self._definite(trigger),
            trigger.in_passing,
            headline,
            self._track(sentence),
            moved,
            self.forms.in_the_end(trigger, attendance),
        )

    def _attendance(self, trigger: Trigger, verb: Token | None, standing: Standing, finder: PartyFinder) -> Attendance:
        """Who and where; of what was settled or called off, also those that its clause leaves out."""
        attendance = finder.attendance(trigger, verb)
        if trigger.form == "visit" and standing.status in SETTLED and not attendance.destinations:
            ground = finder.absent.receiver(trigger, verb, attendance.parties)
            attendance = replace(attendance, destinations=tuple(ground))
        if self.admission.admits(trigger, attendance):
            return attendance
        if standing.status in ("cancelled", "postponed", "did_not_occur"):
            attendance = replace(attendance, parties=finder.last_visitor(trigger, attendance))
        if trigger.form in JOINT and standing.word is not None and not self.admission.admits(trigger, attendance):
            governments = tuple(finder.stray.governments(trigger.sentence))
            attendance = replace(attendance, parties=governments or attendance.parties)
        return attendance

    def _countries(self, form: Form, trigger: Trigger, attendance: Attendance) -> tuple[Country, ...]:
        """The sides' countries, those travelled to, and of a gathering that names no two sides the one where it is
        held, unless that is where its body has its seat."""
        found = [p.country for p in attendance.parties if p.country]
        gathering = trigger.object_kind == "gathering" or form == "summit_session"
        places = [p for p in attendance.places if gathering and len(set(found)) < 2 and p.name not in self.seats]
        found += [p.country for p in (*attendance.destinations, *places) if p.country]
        return tuple(dict.fromkeys(found))

    def _serves(self, verb: Token, standing: Standing) -> bool:
        """Whether a verb says something of the engagement itself."""
        known = {verb.lemma_, syntax.with_particle(verb)} & {*self.words["light_verbs"], *self.words["itinerary_verbs"]}
        return bool(known) or (standing.word is not None and standing.word == verb)

    # -- the rest -------------------------------------------------------------------------------

    def _came(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "arrived in X for a visit": of whoever comes the stay is still ahead."""
        entries = (trigger.entry, *(self.finder.entries(verb) if verb is not None and trigger.form == "visit" else ()))
        return any(e.data.get("arrives") for e in entries)

    def _background(self, when: Time, standing: Standing, published: str | None, headline: bool) -> bool:
        if headline:
            return False
        bounds = calendar.bounds(when.edtf) if when.edtf else None
        day = calendar.bounds(published) if published else None
        if bounds and day:
            off = standing.status not in HAPPENED  # called off, or planned for a day gone by
            return (day[0] - bounds[1]).days > (OFF_DAYS if off else BACKGROUND_DAYS)
        return standing.perfect

    def _recalled(self, trigger: Trigger, when: Time, standing: Standing, context: Context, headline: bool) -> bool:
        told_now = when.edtf is None and self._reported(trigger, standing, context)
        return self._background(when, standing, context.scene.published, headline) and not told_now

    def _reported(self, trigger: Trigger, standing: Standing, context: Context) -> bool:
        """ "said that it had been put off", "her spokesman said that the two had taken stock": news told in another's
        words, and nothing recalled."""
        at = context.scene.at(trigger.token, trigger.sentence)
        said = [d for d in context.drafts if d.kind != "direct" and d.content.start <= at < d.content.end]
        relayed = any(d.entity is not None and d.entity.portfolio == "spokesperson" for d in said)
        off = standing.status in CALLED_OFF and any(d.kind == "indirect" for d in said)
        return off or (relayed and not trigger.noun)

    def _occasion(self, trigger: Trigger, standing: Standing) -> bool:
        """ "did not meet at the summit", "did not see X during his stay": the summit or stay itself took place."""
        token = trigger.token
        beside = trigger.noun and token.dep_ == "pobj" and token.head.lower_ in self.words["prepositions_during"]
        own = standing.word is not None and syntax.under(standing.word, token)
        stay = trigger.form == "visit" and token.head.lower_ in ("during", "throughout")
        return beside and (trigger.form == "summit_session" or stay) and standing.status in CALLED_OFF and not own

    def _claimant(self, trigger: Trigger, standing: Standing, context: Context) -> str | None:
        """The side whose words the trigger stands in, else the outlet; an answer is told by who tells of it."""
        answered = standing.status in ("declined", "unanswered") and standing.word is not None
        told = standing.word if answered and standing.word is not None else trigger.token
        at = context.scene.at(told if told.doc is trigger.token.doc else trigger.token, trigger.sentence)
        inside = [d for d in context.drafts if d.content.start <= at < d.content.end]
        side = next((d.on_behalf_of for d in reversed(inside) if d.on_behalf_of), None)
        return side or teller(trigger, self.words, context.source.outlet or context.source.agency)

    def _distinct(self, trigger: Trigger) -> bool:
        """ "an earlier visit", "another meeting": not the one told of before."""
        children = {c.lower_ for c in trigger.token.children if c.dep_ in ("amod", "det", "advmod")}
        if trigger.entry.data.get("opposite") or is_said_to_be(trigger, self.words):
            return False  # the other end of the same line; "this will be their third meeting"
        counted = trigger.noun and trigger.token.lower_ in self.words["rounds"]  # "the third will be held in X"
        others = self.words["distinct_adjectives" if trigger.noun else "another_time"]  # "agreed to meet again"
        return counted or bool(children & set(others))

    def _partnered(self, trigger: Trigger) -> bool:
        """ "talks with X at 11", "a bilateral with Y": named with its partner, and not only as when or why."""
        partners = any(True for _ in syntax.prepositional(trigger.token, "with", "between"))
        return (
            trigger.noun
            and partners
            and self.standings.mood.by_preposition(trigger) is None
            and not self._definite(trigger)
        )

    def _hearsay(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "reports of talks", "asked about a meeting": spoken of, and not told."""
        if not trigger.noun:
            return False
        above = [trigger.token.head.head] if trigger.token.head.dep_ == "prep" else []
        if any(t.lemma_.lower() in self.words["hearsay"] for t in above):
            return True
        asked = verb is not None and verb.lemma_ in self.words["asking_about"]
        return asked and verb is not None and syntax.relation(trigger.token, verb) in ("about", "on", "over", "of")

    def _definite(self, trigger: Trigger) -> bool:
        """ "the visit", "that call", "Monday's call": one told of before."""
        pointed = any(c.lower_ in ("the", "this", "that") for c in trigger.token.children)
        line = trigger.token.lower_ in self.words["telephones"] and trigger.token.lower_ != trigger.form
        pointed = (pointed and not line) or bool(
            trigger.entry.data.get("opposite")
        )  # "on the phone" is no call told of
        return trigger.noun and (pointed or syntax.dated_by_owner(trigger.token))

    def _track(self, sentence: Sentence) -> Track:
        text = sentence.tokens.text.lower()
        if any(w in text for w in self.words["track_1_5"]):
            return "1.5"
        return "2" if any(w in text for w in self.words["track_2"]) else "1"

    def _evidence(self, trigger: Trigger, verb: Token | None, scene: Scene, standing: Standing) -> Span:
        """The clause that says it, without what is reported in subordinate clauses after it; of a noun in
        passing, its phrase."""
        top = verb if verb is not None and self._serves(verb, standing) else trigger.token
        kept = [t for t in top.subtree if not _hangs_below(t, top, trigger.token)]
        runs = [r for r in syntax.contiguous(kept) if trigger.token.i in {t.i for t in r}]
        tokens = runs[0] if runs else [trigger.token]
        while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text in ",;:.—–-":
            tokens = tokens[:-1]
        while len(tokens) > 1 and tokens[0].is_punct and tokens[0].text in ",;:.—–-":
            tokens = tokens[1:]
        return scene.cover(trigger.sentence, tokens)


def _we_came(trigger: Trigger) -> bool:
    """ "“We came here as neighbours,” X said": of all who are there, and no journey of his own."""
    subject = syntax.subject(trigger.token) if not trigger.noun else None
    past = trigger.form == "visit" and syntax.tense(trigger.token) == "past"
    return past and subject is not None and subject.lower_ == "we"


def _asked(sentence: Sentence) -> bool:
    """ "Why did the first visit fall through?": a question tells of nothing new."""
    return bool(sentence.tokens.text.rstrip().endswith("?"))


def _governor(noun: Token) -> Token | None:
    """The verb that a noun trigger hangs on."""
    clause = syntax.clause_of(noun)
    return clause if clause.pos_ in ("VERB", "AUX") else None


def _hangs_below(token: Token, top: Token, trigger: Token) -> bool:
    while token.i != top.i:
        if token.dep_ in ("ccomp", "parataxis") and token.i != trigger.i and not syntax.under(trigger, token):
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _dated(standing: Standing, when: Time, published: str | None) -> Standing:
    """A date decides between held and announced where no word does."""
    bounds = calendar.bounds(when.edtf) if when.edtf else None
    day = calendar.bounds(published) if published else None
    to_come = bool(bounds and day and bounds[0] > day[1])
    going_on = to_come and standing.status == "under_way"
    if not bounds or not day or (standing.word is not None and not going_on):
        return standing
    next_day = bounds[0] == bounds[1] and (bounds[0] - day[1]).days == 1
    if next_day and to_come and standing.status == "held" and standing.tense == "past":
        return standing  # "On Saturday X met Y" in what was published on Friday west of there
    over = bounds[1] < day[0]
    fields = (None, standing.reason, standing.tense)
    if to_come and standing.status in ("held", "under_way"):
        return Standing("announced", "engagements/status.announced", *fields, perfect=standing.perfect)
    if standing.weak and standing.tense == "present" and bounds[0] == bounds[1] and not over:
        return Standing("announced", "engagements/status.announced", *fields)  # "hold their meeting on Wednesday"
    if over and (standing.weak or (standing.tense == "present" and standing.status == "announced")):
        return Standing("held", "engagements/status.held", *fields, perfect=standing.perfect)
    return standing


def _part_of(told: Sighting, whole: Time) -> bool:
    """Whether a journey's clause gave places and no day of its own, or only the first or the last of its days."""
    day = told.when.edtf
    if day is None:
        return bool(told.destinations)
    return told.standing.status in PLANNED and str(day) in str(whole.edtf).split("/")


def _by_way_of(whole: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
    """A journey with the places where its traveller is told to be on one of its days, or to meet others in them."""
    traveller, led = whole.parties[0].key, [*whole.destinations]
    for s in found:
        own = traveller in {p.key for p in s.parties} and s.standing.status in TO_COME
        visit = s.form == "visit" and bool(s.parties) and s.parties[0].key == traveller
        beside = s.form in JOINT and 0 <= whole.sentence.index - s.sentence.index <= NEAR
        if not own or whole.when.edtf is None or s.when.edtf is None:
            continue
        if visit and calendar.contains(whole.when.edtf, s.when.edtf):
            led += [p for p in s.destinations if p.name not in {q.name for q in led}]
        if beside and calendar.compatible(whole.when.edtf, s.when.edtf):
            abroad = (p for p in s.places if p.country and p.country != whole.parties[0].country)
            led += [p for p in abroad if p.name not in {q.name for q in led}]
    countries = tuple(dict.fromkeys([*whole.countries, *(p.country for p in led if p.country)]))
    places = tuple(led)
    return replace(whole, countries=countries, places=places, destinations=places, towns=towns_of(places, context.cast))
