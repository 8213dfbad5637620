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
from detente.model import Country, Form, Status, StatusName, Time
from detente.reading import syntax
from detente.reading.engagements.admission import Admission
from detente.reading.engagements.days.stays import goes_on
from detente.reading.engagements.days.timeclauses import planned_below
from detente.reading.engagements.days.timing import TO_COME, UNDATED, Context, TimingReader
from detente.reading.engagements.figurative import Figurative
from detente.reading.engagements.formof import Forms
from detente.reading.engagements.party import Attendance, countries_of, in_office_then, left_office, without_tellers
from detente.reading.engagements.passes.askedfor import AskedFor
from detente.reading.engagements.passes.attended import Attended
from detente.reading.engagements.passes.beside import Neighbours
from detente.reading.engagements.passes.boundfor import bound_for
from detente.reading.engagements.passes.bridged import Bridged
from detente.reading.engagements.passes.datedby import DatedBy
from detente.reading.engagements.passes.denied import Denied
from detente.reading.engagements.passes.described import (
    already_done,
    as_described,
    is_said_to_be,
    only_described,
    recounted,
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
from detente.reading.engagements.passes.ofthespeaker import of_the_speaker
from detente.reading.engagements.passes.ontheway import OnTheWay
from detente.reading.engagements.passes.separate import again, parted
from detente.reading.engagements.passes.transcripts import Transcripts
from detente.reading.engagements.passes.turneddown import TurnedDown
from detente.reading.engagements.passes.verbless import Verbless
from detente.reading.engagements.recurring import in_general, to_be_taken_up, turned_as_a_series
from detente.reading.engagements.sides.gatherings import Gatherings
from detente.reading.engagements.sides.parties import PartyFinder
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing, StandingReader
from detente.reading.engagements.standing.requests import Initiative
from detente.reading.engagements.standing.statuswords import PLANNED
from detente.reading.engagements.talkof import loosely, with_no_state, without_briefers
from detente.reading.engagements.telling import CALLED_OFF, Telling
from detente.reading.engagements.topics import TopicReader
from detente.reading.engagements.triggers import Trigger, TriggerFinder
from detente.reading.scene import Scene, Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR = 3  # sentences from a meeting abroad to the journey that leads to it
JOINT = frozenset({"meeting", "talks"})
# standings that whoever receives a visitor can give to the visit
SETTLED = frozenset({"announced", "confirmed", "cancelled", "postponed", "rescheduled", "did_not_occur"})

# before what is spoken by
MEANS = frozenset({"by", "over", "via", "through"})


class SightingReader:
    """Reads every trigger of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self.finder = TriggerFinder(codebook)
        self.standings = StandingReader(codebook)
        self.topics = TopicReader(codebook)
        self.words: dict[str, list[str]] = codebook.lexicon("engagements/words")
        self.telling = Telling(self.words, self.standings)
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
        found = [s for s in found if not _by_this_means(s, found)]
        found += [*self.verbless.read(context), *self.verbless.asides(context), *self.on_the_way.stays(context)]
        found = self.asked_for.read(found, context)
        found = [self.meant.dated(s, context) for s in self.explained.read(found, context.scene)]
        found = self.named_days.read(self.new_dates.read(found, context), context)
        found = self.denied.read(of_the_speaker(found, context, parties.frame), context)
        found = self.beside.handed_there(self.nth_days.read(found, context))
        found = [self.bridged.named(s, context) for s in found if not self.beside.outcome(s, found)]
        for told in (self.beside.going_on, self.beside.told_of_it, self.beside.handed_over, self.beside.put_to):
            found = [told(s, found) for s in found]
        for told_in in (self.beside.on_the_spot, self.beside.with_legs, self.beside.dated_nearby, self.beside.posted):
            found = [told_in(s, found, context) for s in found]
        found = [self.on_the_way.dated(self.dated_by.read(s, found), found, context) for s in found]
        found = self.legs.read(found, context)
        found = bound_for(self._with_journeys(found, context), context.scene.published)
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
        """What a trigger tells of; None where that is no engagement of two states."""
        verb = _governor(trigger.token) if trigger.noun else None
        if self.admission.told_elsewhere(trigger, verb) or self.standings.none_planned(trigger, verb):
            return None
        if loosely(trigger, verb, self.words):
            return None
        if turned_as_a_series(trigger, self.words):
            finder.attendance(trigger, verb)  # remembers whose a line is: "The round due in X is cancelled"
            return None
        headline = _in_headline(trigger.sentence, context)
        standing = self._standing(trigger, verb, context.scene, headline)
        attendance = self._admitted(trigger, verb, standing, context, finder)
        if attendance is None:
            return None
        accounted = recounted(trigger, self.words)
        standing = self._as_told(trigger, verb, standing, accounted)
        own_day = not accounted or self.timing.hangs(trigger, context)
        when = self.timing.read(trigger, verb, context, standing) if own_day else UNDATED
        often = standing.status != "unanswered" and in_general(trigger, attendance.parties, self.words)
        if when.edtf is None and (_we_came(trigger) or often):
            return None
        when, moved = self.moves.read(trigger, standing, when, context) or (when, None)
        standing = self._by_day(trigger, verb, _dated(standing, when, context.scene.published), when, context.scene)
        return self._made(trigger, verb, attendance, standing, (when, moved), context)

    def _standing(self, trigger: Trigger, verb: Token | None, scene: Scene, headline: bool) -> Standing:
        """Where it stands by its words; a picture's caption shows what is taking place."""
        captioned = self.admission.captioned(trigger.sentence)
        standing = self.standings.read(scene, trigger, verb, headline or captioned)
        shown = captioned and standing.weak and standing.status == "announced"  # "shakes hands before talks"
        return _turned(standing, "held") if shown or already_done(trigger, standing.status) else standing

    def _admitted(
        self, trigger: Trigger, verb: Token | None, standing: Standing, context: Context, finder: PartyFinder
    ) -> Attendance | None:
        """Who and where, if that makes an engagement of states."""
        scene, sentence, cast = context.scene, trigger.sentence, context.cast
        attendance = self._attendance(trigger, verb, standing, finder)
        if self._occasion(trigger, standing) or self.figurative.of(trigger, verb, attendance.parties, cast):
            return None
        attendance = without_tellers(attendance, scene.at(trigger.token, sentence), context.drafts)
        attendance = without_briefers(attendance, trigger, verb, finder.frame)
        several = len(countries_of(attendance.parties)) > 1 or left_office(attendance)
        if not self.admission.admits(trigger, attendance) and several:
            day = self.timing.read(trigger, verb, context, standing).edtf
            attendance = in_office_then(attendance, day, cast.lexicon)
        others = self.admission.of_others(trigger, attendance, standing.status, cast)
        none = others or self.admission.teams(attendance.parties, sentence, scene)
        none = none or with_no_state(trigger, attendance, cast, self.words)
        if none or self.gatherings.of_people(trigger, cast):
            return None
        if self.admission.admits(trigger, attendance) or self.admission.denial(trigger, verb, attendance):
            return attendance
        dated = self.timing.read(trigger, verb, context, standing).edtf is not None
        return attendance if self.gatherings.stands(trigger, attendance, dated, cast) else None

    def _as_told(self, trigger: Trigger, verb: Token | None, standing: Standing, accounted: bool) -> Standing:
        """Weak where it is told of in passing, asked after, described or recounted; firm beside its partner."""
        hearsay = standing.status != "did_not_occur" and self.telling.hearsay(trigger, verb)
        described = accounted or only_described(trigger, self.words)
        if trigger.in_passing or hearsay or _asked(trigger.sentence) or described:
            weak = replace(standing, weak=True)  # of what is accounted for: "asked for a transcript of the call"
            return _turned(weak, "held") if accounted and standing.status == "mooted" else weak
        return replace(standing, weak=False) if standing.weak and self.telling.partnered(trigger) else standing

    def _by_day(self, trigger: Trigger, verb: Token | None, standing: Standing, when: Time, scene: Scene) -> Standing:
        """Where it stands by its day: going on, still to come, or there for it."""
        midway = self.timing.stays.midway(trigger, verb, when, scene.published)
        if standing.status == "held" and (midway or (self._came(trigger, verb) and goes_on(when, scene.published))):
            standing = _turned(standing, "under_way")
        if is_said_to_be(trigger, self.words):
            standing = as_described(standing, trigger, scene)
        elif standing.status == "announced" and when.edtf is None and there_for_it(trigger.token):
            standing = _turned(standing, "held")
        taken_up = standing.status == "held" and to_be_taken_up(trigger, self.words)
        return _turned(standing, "announced") if taken_up else standing

    def _made(
        self,
        trigger: Trigger,
        verb: Token | None,
        attendance: Attendance,
        standing: Standing,
        days: tuple[Time, Time | None],
        context: Context,
    ) -> Sighting:
        """The sighting; `days` are when it is, and, of what was moved, the other day."""
        when, moved = days
        telling, cast, headline = self.telling, context.cast, _in_headline(trigger.sentence, context)
        evidence = telling.evidence(trigger, verb, context.scene, standing)
        form = self.forms.of(trigger, attendance, context)
        places = attendance.destinations + tuple(p for p in attendance.places if p not in attendance.destinations)
        return Sighting(
            trigger.sentence,
            trigger.token,
            form,
            attendance.parties,
            self._countries(form, trigger, attendance),
            places,
            attendance.destinations,
            towns_of(places, cast),
            Time(when.edtf, "planned" if standing.status in TO_COME else "actual", when.span),
            standing,
            Status(standing.status, None, telling.claimant(trigger, standing, context), standing.reason, evidence),
            evidence,
            f"{trigger.entry.rule} + {standing.rule}",
            self.topics.read(trigger, verb, context.scene),
            self.initiative.of(trigger, verb, trigger.sentence, cast, attendance.parties, attendance.destinations),
            telling.recalled(trigger, moved or when, standing, context, headline),
            telling.distinct(trigger),
            telling.definite(trigger),
            trigger.in_passing,
            headline,
            telling.track(trigger.sentence),
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

    def _came(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "arrived in X for a visit": of whoever comes the stay is still ahead."""
        entries = (trigger.entry, *(self.finder.entries(verb) if verb is not None and trigger.form == "visit" else ()))
        return any(e.data.get("arrives") for e in entries)

    def _occasion(self, trigger: Trigger, standing: Standing) -> bool:
        """ "did not meet at the summit", "did not see X during his stay": the summit or stay itself took place."""
        token = trigger.token
        beside = trigger.noun and token.dep_ == "pobj" and token.head.lower_ in self.words["prepositions_during"]
        own = standing.word is not None and syntax.under(standing.word, token)
        stay = trigger.form == "visit" and token.head.lower_ in ("during", "throughout")
        return beside and (trigger.form == "summit_session" or stay) and standing.status in CALLED_OFF and not own


def _by_this_means(sighting: Sighting, found: Sequence[Sighting]) -> bool:
    """ "did not speak by telephone": one deed, told by its verb, and no second one by the telephone."""
    token = sighting.token
    means = token.dep_ == "pobj" and token.head.lower_ in MEANS
    return means and any(s.token == token.head.head and s.form == sighting.form for s in found)


def _turned(standing: Standing, status: StatusName) -> Standing:
    return replace(standing, status=status, rule=f"engagements/status.{status}")


def _in_headline(sentence: Sentence, context: Context) -> bool:
    head = context.headline
    return head is not None and sentence.start < head.end and sentence.end > head.start


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
    clause = planned_below(syntax.clause_of(noun))
    return clause if clause.pos_ in ("VERB", "AUX") else None


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
