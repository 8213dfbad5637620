"""What the sentences beside a mention of an engagement add to it: a day, the stops of a journey, what became of a plan,
what was on the agenda.

In: the sightings of a document and its context. Out: the same sightings with more, and one for each verb that says what
became of the engagement that "it" stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Entry
from detente.model import Place, Status, StatusName, Time
from detente.reading import syntax
from detente.reading.actors.lexicon import TOWNS
from detente.reading.engagements.days.timing import Context, TimingReader, told_first
from detente.reading.engagements.passes.thereafter import Thereafter
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import StandingReader
from detente.reading.engagements.topics import TopicReader
from detente.reading.engagements.triggers import FACE_TO_FACE
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Stretch, Token

REACH = 2  # sentences from talks to what came of them
OFF = frozenset({"cancelled", "postponed", "rescheduled", "did_not_occur"})
SERIES = frozenset({"talks", "meeting"})  # told of in the plural and yet one
POSTED_DAYS = 7  # a report quotes a post that is no older
POINTING = frozenset({"the", "this", "that", "these", "those", "their", "both"})
THE_TWO = frozenset({"two", "both", "these"})


class Neighbours:
    """Reads the sentences beside sightings."""

    def __init__(
        self, words: dict[str, list[str]], standings: StandingReader, timing: TimingReader, topics: TopicReader
    ) -> None:
        self.words, self.standings, self.timing, self.topics = words, standings, timing, topics
        self.thereafter = Thereafter(words, timing)

    def later(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """What verbs of pronouns say of the engagements told of right before: "It was cancelled after …"."""
        told = (self._becoming(v, found, context) for v in self._pronoun_verbs(context))
        return [s for s in (*told, *self._named_ends(found, context)) if s is not None]

    def _named_ends(self, found: Sequence[Sighting], context: Context) -> Iterator[Sighting]:
        """ "Asked about X's visit, he said that word of the postponement had come from Y": what became of it, by a noun
        that points back at what was only spoken of."""
        for sentence in context.scene.sentences:
            for noun in (t for t in sentence.tokens if t.pos_ == "NOUN" and _pointed(t)):
                entry = self.standings.told.nouns.get(noun.lemma_.lower())
                if entry is None or any(c.dep_ in ("prep", "poss") and c.lower_ in ("of", "'s") for c in noun.children):
                    continue
                told = [s for s in found if sentence.index - s.sentence.index in (0, 1) and _earlier(s, sentence, noun)]
                if told and told[-1].standing.weak:
                    yield self._ended(told[-1], entry, sentence, noun, context)

    def _ended(self, last: Sighting, entry: Entry, sentence: Sentence, noun: Token, context: Context) -> Sighting:
        name = cast(StatusName, entry.data["status"])
        evidence = context.scene.span(sentence.start, sentence.end)
        standing = replace(last.standing, status=name, rule=entry.rule, word=noun, reason=None, weak=False)
        status = Status(name, None, last.status.claimed_by, None, evidence)
        return replace(
            last, definite=True, sentence=sentence, token=noun, standing=standing, status=status, evidence=evidence,
            topics=(),
        )  # fmt: skip

    def going_on(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """ "X received Y. They spoke about Z", "X received Y; the two spoke about Z": what the same two do right after
        is the same meeting; so is "It was their first conversation"."""
        token = sighting.token
        subject = syntax.subject(token) if token.pos_ == "VERB" else None
        if token.dep_ == "attr" and token.head.lower_ == "was":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        called = subject is not None and token.dep_ == "attr" and subject.lower_ in ("it", "this", "that")
        they = called or (subject is not None and subject.lower_ in ("they", "both", "two", "pair"))
        if not they or sighting.when.edtf or sighting.places or sighting.form == "visit":
            return sighting
        mine = {p.key for p in sighting.parties}
        before = [
            s
            for s in found
            if 0 <= sighting.sentence.index - s.sentence.index <= 1
            and s.sentence.passage.index == sighting.sentence.passage.index
            and s.token.i < token.i
            and s.form != "visit"
            and mine == {p.key for p in s.parties}
        ]
        if not before:
            return sighting
        last = before[-1]
        return replace(
            sighting, form=last.form, when=last.when, places=last.places, towns=last.towns, definite=True,
            background=last.background, standing=last.standing, status=replace(last.status, evidence=sighting.evidence),
        )  # fmt: skip

    def told_of_it(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """ "X met Y in Z on Monday. It was the first visit to Z by a president": what he was there for."""
        verb = sighting.token.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        it = subject is not None and subject.lower_ in ("it", "this") and verb.lower_ == "was"
        beside = (t for at in (verb, sighting.token) for t in at.children if t.dep_ == "advmod")
        hardly = any(t.lower_ in self.words["unsure_adverbs"] for t in beside)
        it = it and not (hardly or syntax.negated(verb))
        weak = sighting.form == "visit" and sighting.token.dep_ == "attr" and sighting.standing.weak
        there = {p.country for p in sighting.destinations}
        if not (it and weak and there):
            return sighting
        told, who = replace(sighting.standing, weak=False, directed=True), {p.key for p in sighting.parties}
        for met in reversed(found):
            near = sighting.sentence.index - met.sentence.index == 1 and met.form in FACE_TO_FACE
            same = near and met.standing.status == "held" and who & {p.key for p in met.parties}
            if same and there & {p.country for p in met.places}:
                return replace(sighting, standing=told, when=met.when)
        return sighting

    def outcome(self, sighting: Sighting, found: Sequence[Sighting]) -> bool:
        """ "X and Y ended two days of talks. X and Y initialled a document": what came of the talks is none of its own,
        where no day or town sets it apart."""
        if sighting.form != "ceremony" or _witnessed(sighting) or sighting.when.edtf or sighting.towns:
            return False
        return any(_after_their_talks(sighting, s) and s.standing.status == "held" for s in found)

    def handed_there(self, found: Sequence[Sighting]) -> list[Sighting]:
        """ "received the ambassador, who presented his credentials on Monday": what is handed over by who is met is
        none of its own, and its day is that of the meeting."""
        done = list(found)
        for paper in found:
            clause = syntax.clause_of(paper.token)
            if not paper.rule.startswith("engagements/ceremony.credentials") or clause.dep_ != "relcl":
                continue
            mine = {p.key for p in paper.parties}
            there = (n for n, s in enumerate(done) if s.sentence.index == paper.sentence.index and s.form == "meeting")
            met = next((n for n in there if mine == {p.key for p in done[n].parties}), None)
            if met is not None:
                done[met] = replace(done[met], when=done[met].when if done[met].when.edtf else paper.when)
                done.remove(paper)
        return done

    def on_the_spot(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """ "was in X and spoke with its officials", "spoke in X with officials": who is there talks face to face."""
        verb = sighting.token
        phoned = any(t.lower_ in self.words["telephones"] for t in verb.subtree)
        told = sighting.form == "call" or (sighting.form == "talks" and not sighting.places)
        if not told or verb.lemma_ not in self.words["speaking_verbs"] or verb.pos_ != "VERB" or phoned:
            return sighting
        mine = {p.key for p in sighting.parties}
        for visit in found:
            near = 0 <= sighting.sentence.index - visit.sentence.index <= 1 and visit.form == "visit"
            there = {p.country for p in visit.destinations} & set(sighting.countries)
            own = near and visit.standing.status in ("held", "under_way") and there
            if own and mine & {p.key for p in visit.parties} and _on_days(sighting, visit):
                when = sighting.when if sighting.when.edtf else visit.when
                return replace(sighting, form="talks", places=visit.places, towns=visit.towns, when=when)
        spots = [p for p in self._spots(verb, sighting, context) if p.country in sighting.countries]
        if not spots or not sighting.parties or spots[0].country == sighting.parties[0].country:
            return sighting
        return replace(sighting, form="talks", places=tuple(spots[:1]), towns=towns_of(spots[:1], context.cast))

    def put_to(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """ "X had been expected in Y on Monday. The visit would now take place in March": the other day of the same."""
        verb = syntax.clause_of(sighting.token)
        now = any(c.lower_ == "now" for c in verb.children)
        planned = sighting.standing.status in ("announced", "confirmed") and sighting.moved is None
        if not now or not planned or not sighting.definite or sighting.when.edtf is None:
            return sighting
        for told in reversed(found):
            before = told.sentence.index < sighting.sentence.index and told.form == sighting.form
            same = before and {p.key for p in told.parties} & {p.key for p in sighting.parties}
            if same and told.when.edtf and set(told.countries) == set(sighting.countries):
                apart = not calendar.compatible(told.when.edtf, sighting.when.edtf)
                return replace(sighting, when=told.when, moved=sighting.when) if apart else sighting
        return sighting

    def handed_over(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """ "X received Y on Monday. Y handed him a letter": on the day of their meeting."""
        verb = syntax.clause_of(sighting.token)
        if sighting.form in FACE_TO_FACE:
            return self._met_to_hand_over(sighting, found)
        if _witnessed(sighting) and not sighting.when.edtf:
            alike = (s for s in found if s.standing.status == sighting.standing.status)
            talks = [s for s in alike if _after_their_talks(sighting, s)]
            return replace(sighting, when=talks[-1].when) if talks else sighting
        borne = sighting.form == "correspondence" and verb.lemma_ in self.words["bearing_verbs"]
        if not borne or sighting.when.edtf or sighting.standing.status != "held":
            return sighting
        mine = {p.key for p in sighting.parties}
        for met in reversed(found):
            near = 0 <= sighting.sentence.index - met.sentence.index <= 1 and met.standing.status == "held"
            same = bool(mine & {p.key for p in met.parties}) and set(met.countries) == set(sighting.countries)
            if near and met.form in FACE_TO_FACE and same:
                return replace(sighting, when=met.when)
        return sighting

    def _met_to_hand_over(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """ "received a letter from Y on Monday. It was delivered by Z at a meeting": on the day on which the letter
        came."""
        if sighting.when.edtf or sighting.standing.status != "held":
            return sighting
        near = [s for s in found if 0 <= sighting.sentence.index - s.sentence.index <= 1 and s.form == "correspondence"]
        near = [s for s in near if s.standing.status == "held" and set(s.countries) == set(sighting.countries)]
        told = [s.token for s in near if s.sentence.index == sighting.sentence.index] + [sighting.token]
        borne = any(syntax.clause_of(t).lemma_ in self.words["bearing_verbs"] for t in told)
        dated = [s.when for s in near if s.when.edtf and calendar.precision(s.when.edtf) == "day"]
        return replace(sighting, when=dated[-1]) if borne and dated else sighting

    def _spots(self, verb: Token, sighting: Sighting, context: Context) -> Iterator[Place]:
        """The towns that a verb's own clause is set in: "in X", "while in X"."""
        for child in verb.children:
            inner = [c for c in child.children if c.dep_ == "prep"] if child.lower_ in ("while", "when") else [child]
            for preposition in (p for p in inner if p.lower_ in ("in", "at")):
                for noun in (n for n in preposition.children if n.dep_ == "pobj"):
                    places = context.cast.places(sighting.sentence, noun.left_edge.i, noun.i + 1)
                    yield from (p for m, p in places if m.head == noun.i and any(n.kind in TOWNS for n in m.names))

    def posted(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """ "A good talk this evening with X," wrote Y: today is the day of the post, which is that of the talk that the
        report tells of elsewhere with a date."""
        day, told = calendar.bounds(sighting.when.edtf), calendar.bounds(context.scene.published)
        if not day or not told or abs((told[0] - day[1]).days) > 1 or not _in_quotes(sighting, context):
            return sighting
        for other in found:
            own = calendar.bounds(other.when.edtf)
            kin = "visit" not in (other.form, sighting.form) and set(other.countries) == set(sighting.countries)
            kin = kin and not (sighting.form == "call" and other.towns)  # whoever rang was not in that town
            if kin and own and own[0] == own[1] and 0 < (day[0] - own[0]).days <= POSTED_DAYS:
                if other.standing.status == "held" and not _in_quotes(other, context):
                    return replace(sighting, when=other.when)
        return sighting

    def with_legs(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """ "The tour runs until Friday. It opens in X and closes in Y": where a journey told of leads."""
        index = sighting.sentence.index + 1
        if sighting.form != "visit" or sighting.destinations or index >= len(context.scene.sentences):
            return sighting
        following = context.scene.sentences[index]
        stops = (
            self._stops_of_it(following, context) if following.passage.index == sighting.sentence.passage.index else []
        )
        if not stops:
            return sighting
        countries = dict.fromkeys([*sighting.countries, *(p.country for p in stops if p.country)])
        return replace(
            sighting,
            countries=tuple(countries),
            places=(*sighting.places, *stops),
            destinations=tuple(stops),
            towns=towns_of(stops, context.cast),
        )

    def _stops_of_it(self, sentence: Sentence, context: Context) -> list[Place]:
        """The places where "it" opens, goes on and closes."""
        stops: list[Place] = []
        for verb in sentence.tokens:
            subject = syntax.subject(verb) if verb.lemma_ in self.words["leg_verbs"] else None
            if subject is None or subject.lower_ not in ("it", "which"):
                continue
            for noun in syntax.prepositional(verb, "in", "at", "with", "to"):
                stops += [p for m, p in context.cast.places(sentence, noun.left_edge.i, noun.i + 1) if m.head == noun.i]
        return stops

    def dated_nearby(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """The day that a sentence right beside tells, where the engagement's own gives none and the other goes on with
        it: "The line was open for half an hour on Tuesday"."""
        if (later := self.thereafter.dated(sighting, context)) is not None:
            return later
        if sighting.when.edtf or sighting.standing.status != "held":
            return sighting
        if (when := self._spoke_after(sighting, context)) is not None:
            return replace(sighting, when=when)
        if sighting.background:
            return sighting
        if sighting.standing.weak:
            return self._done_there(sighting, found, context)
        if sighting.definite and any(
            s.form == sighting.form and s.sentence.index < sighting.sentence.index for s in found
        ):
            return sighting
        own = context.by_sentence.get(sighting.sentence.index, ())
        if any(e.edtf and calendar.precision(e.edtf) == "day" for e in own):
            return sighting
        taken = {s.sentence.index for s in found}
        for index in (sighting.sentence.index + 1, sighting.sentence.index - 1):
            across = index < sighting.sentence.index and self._goes_on(sighting, index, context)
            when = self.timing.beside(sighting.sentence, index, context, across) if index not in taken else None
            if when is not None and (across or self._tells_of_it(sighting, index, context)):
                return replace(sighting, when=when)
        return sighting

    def _tells_of_it(self, sighting: Sighting, index: int, context: Context) -> bool:
        """Whether a sentence beside is about the same: one of those who sat there is named in it, or the later of the
        two points back at the earlier: "Exports fell last month. X met Y in Z" tells of two things."""
        other = context.scene.sentences[index]
        mine = {p.actor.name for p in sighting.parties if p.actor.kind == "person" and p.actor.name}
        named = (context.cast.entity(t, other) for t in other.tokens)
        if any(e is not None and e.name in mine for e in named):
            return True
        after = index > sighting.sentence.index
        if not after and _sets_the_scene(other.tokens):
            return True
        going_on = other.tokens.root if after else sighting.sentence.tokens.root
        if self._subject_points(going_on, POINTING, (*self.words["told_of"], *self.words["telephones"])):
            return True
        return not after and self._subject_points(syntax.clause_of(sighting.token), THE_TWO, self.words["talkers"])

    def _subject_points(self, verb: Token, pointing: frozenset[str], nouns: Sequence[str]) -> bool:
        """Whether a verb's subject is a pronoun, or one of some nouns with a word that points back at it."""
        subject = syntax.passive_subject(verb) or syntax.subject(verb)
        if subject is None or subject.pos_ == "PRON":
            return subject is not None
        return bool({c.lower_ for c in subject.children} & pointing) and subject.lemma_.lower() in nouns

    def _done_there(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """ "X and Y on Wednesday decided to reopen the border. At their talks, …": on the day of what the two did."""
        index = sighting.sentence.index - 1
        theirs = any(c.lower_ == "their" for c in sighting.token.children)
        done = any(s.sentence.index == index and s.standing.status == sighting.standing.status for s in found)
        if not theirs or done or not self._goes_on(sighting, index, context):
            return sighting
        when = self.timing.beside(sighting.sentence, index, context)
        return replace(sighting, when=when) if when is not None else sighting

    def _spoke_after(self, sighting: Sighting, context: Context) -> Time | None:
        """ "…, X said on Friday. He was speaking after talks with Y": on the day on which he said so."""
        verb, index = syntax.clause_of(sighting.token), sighting.sentence.index - 1
        link = sighting.token.head
        speaking = verb.tag_ == "VBG" and verb.lemma_ in self.words["speaking_verbs"]
        if index < 0 or not speaking or link.lower_ not in ("after", "following", "at", "during") or link.head != verb:
            return None
        before = context.scene.sentences[index]
        usable = self.timing.usable(before, context)
        said = [e for e, t in usable if syntax.clause_of(t).lemma_ in context.cast.lexicon.words["speech_verbs"]]
        days = [e for e in said if e.edtf and calendar.precision(e.edtf) == "day"]
        return Time(days[0].edtf, "actual", days[0].span) if len(days) == 1 else None

    def _goes_on(self, sighting: Sighting, index: int, context: Context) -> bool:
        """ "X handed over lorries on Thursday. / There she was received by Y": of whom the sentence before told."""
        subject = syntax.passive_subject(sighting.token) or syntax.subject(sighting.token)
        if index < 0:
            return False
        before = context.scene.sentences[index]
        acted = syntax.subject(told_first(before.tokens.root, context.cast.lexicon.words["speech_verbs"]))
        told = [context.cast.entity(t, before) for t in acted.subtree] if acted is not None else []
        if _all_of(sighting, [e for e in told if e is not None and e.kind == "person"]):
            return True
        if sighting.token.pos_ != "VERB" or subject is None or subject.pos_ != "PRON":
            return False
        mine = context.cast.entity(subject, sighting.sentence)
        return mine is not None and acted is not None and context.cast.entity(acted, before) is mine

    def _pronoun_verbs(self, context: Context) -> Iterator[tuple[Sentence, Token]]:
        """ "It was cancelled …", "The request was refused", "X has not replied": verbs that say what became of it."""
        for sentence in context.scene.sentences:
            for token in sentence.tokens:
                told = token.pos_ == "VERB" or any(c.dep_ == "expl" for c in token.children)
                if told and self._of_what_was_told(token):
                    yield sentence, token

    def _of_what_was_told(self, verb: Token) -> bool:
        subject = next((c for c in _raised(verb).children if c.dep_ in ("nsubjpass", "nsubj")), None)
        if subject is not None and subject.lower_ in ("it", "this", "that") and subject.tag_ != "WDT":
            return True
        if _they_were(verb):
            return True
        if subject is not None and subject.lemma_.lower() in self.words["plan_nouns"] and _pointed(subject):
            return True
        asked = subject if subject is not None and syntax.passive_subject(verb) == subject else None
        asked = asked or syntax.direct_object(verb) or subject
        told = asked is not None and asked.lemma_.lower() in self.words["request_nouns"] and _pointed(asked)
        return told or self.standings.answers.of(verb) is not None

    def _becoming(self, at: tuple[Sentence, Token], found: Sequence[Sighting], context: Context) -> Sighting | None:
        """The engagement told of last, of those asked for where it is an answer, with what the clause says of it."""
        sentence, verb = at
        standing = self.standings.of_pronoun(context.scene, sentence, verb)
        reach = 2 if standing is not None and standing.answer else 1
        near = range(sentence.index - reach, sentence.index + 1)
        before = [s for s in found if s.sentence.index in near and (s.sentence != sentence or s.token.i < verb.i)]
        if standing is not None and standing.answer:
            before = [s for s in before if s.status.status in ("mooted", "announced")]
        if _they_were(verb):  # "The talks had been set for Monday. They were put off": of a noun in the plural alone
            off = standing is not None and standing.status in OFF
            before = [s for s in before if off and s.token.tag_ == "NNS" and s.form in SERIES]
        if standing is None or not before:
            return None
        last = before[-1]
        evidence = context.scene.span(sentence.start, sentence.end)
        status = Status(standing.status, None, last.status.claimed_by, standing.reason, evidence)
        return replace(
            last,
            definite=True,
            sentence=sentence,
            token=verb,
            standing=standing,
            status=status,
            evidence=evidence,
            topics=(),
            when=self.timing.moved(sentence, verb, context) or last.when,
        )

    def with_agenda(self, sighting: Sighting, context: Context) -> Sighting:
        """ "X was high on the agenda": a topic told in the sentence after."""
        following = context.scene.sentences[sighting.sentence.index + 1 : sighting.sentence.index + 2]
        if not following or following[0].passage.index != sighting.sentence.passage.index:
            return sighting
        root = following[0].tokens.root
        if sighting.form != "visit" and (told := self._gone_over(root)):
            return replace(sighting, topics=(*sighting.topics, *told))
        if named := self.topics.named(root, self.words["agenda_nouns"]):
            return replace(sighting, topics=(*sighting.topics, *named))
        for token in following[0].tokens:
            listed = token.lemma_.lower() in self.words["agenda_nouns"] and token.dep_ in ("attr", "pobj", "dobj")
            of_people = any(
                a.dep_ in ("nsubj", "nsubjpass") for a in token.ancestors
            )  # "people close to the discussions"
            if listed and not of_people:
                topic = self.topics.agenda(following[0].tokens.root)
                return replace(sighting, topics=(*sighting.topics, topic)) if topic else sighting
        return sighting

    def _gone_over(self, verb: Token) -> tuple[str, ...]:
        """What a sentence says that they talked of: "They discussed X", "X was discussed", "The talks focused on X"."""
        if verb.pos_ != "VERB":
            return ()
        if syntax.passive_subject(verb) is not None:
            return self.topics.taken_up(verb)
        who = syntax.subject(verb)
        several = who is not None and (who.lower_ in ("they", "both", "two", "pair", "duo") or who.tag_ == "NNS")
        talkers = several and who is not None and (who.pos_ != "NOUN" or who.lemma_.lower() in self.words["talkers"])
        return self.topics.discussed(verb) if talkers else ()


def _sets_the_scene(sentence: Stretch) -> bool:
    """ "The ground was laid on Friday.", "In May it was the turn of the two trade ministries.": what was or was done,
    of nobody by name."""
    root = sentence.root
    named = any(t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME") for t in sentence)
    return not named and (root.lemma_ == "be" or syntax.is_passive(root))


def _witnessed(sighting: Sighting) -> bool:
    """Whether it is a signing that leaders look on at, which is told of beside their talks."""
    return sighting.rule.startswith("engagements/ceremony.witness")


def _after_their_talks(sighting: Sighting, met: Sighting) -> bool:
    """Whether a ceremony is told of right after a meeting of the same people."""
    mine = {p.key for p in sighting.parties if p.actor.kind == "person"}
    near = 0 < sighting.sentence.index - met.sentence.index <= REACH and met.form in FACE_TO_FACE
    return near and len(mine) > 1 and mine <= {p.key for p in met.parties}


def _earlier(sighting: Sighting, sentence: Sentence, token: Token) -> bool:
    return sighting.sentence != sentence or sighting.token.i < token.i


def _all_of(sighting: Sighting, acted: Sequence[Entity | None]) -> bool:
    """ "On Friday she and Y made a start. / The two ministers spoke …": the very people who sat at the table."""
    told = {e.name for e in acted if e is not None and e.name}
    return len(told) > 1 and told == {p.actor.name for p in sighting.parties}


def _they_were(verb: Token) -> bool:
    """ "They were put off": done to those told of."""
    subject = syntax.passive_subject(_raised(verb))
    return subject is not None and subject.lower_ == "they"


def _raised(verb: Token) -> Token:
    """The verb that has the subject of another: "it had to be put off"."""
    return verb.head if verb.dep_ == "xcomp" and verb.tag_ in ("VB", "VBN") and syntax.is_passive(verb) else verb


def _on_days(sighting: Sighting, visit: Sighting) -> bool:
    one, other = sighting.when.edtf, visit.when.edtf
    return one is None or other is None or calendar.compatible(one, other)


def _in_quotes(sighting: Sighting, context: Context) -> bool:
    """Whether a trigger stands in somebody's own words."""
    at = context.scene.at(sighting.token, sighting.sentence)
    return any(d.kind == "direct" and d.content.start <= at < d.content.end for d in context.drafts)


def _pointed(noun: Token) -> bool:
    """ "the request", "his offer", "that invitation", with nothing beside it that says what for."""
    told = any(
        c.dep_ in ("poss",) or c.lower_ in ("the", "that", "this", "such", "those", "these") for c in noun.children
    )
    own = any(c.dep_ in ("acl", "advcl", "relcl", "xcomp") and c.tag_ == "VB" for c in noun.children)
    return told and not own and not any(c.dep_ == "prep" and c.lower_ in ("for", "to") for c in noun.children)
