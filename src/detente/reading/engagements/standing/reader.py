"""Where an engagement stands: cancelled, announced, held …, from the words around its trigger.

In: a trigger, the verb that governs it, and the codebook's status words. Out: a `Standing`: the status,
the words that say so and why. The nearest status word wins; without one, modality and tense decide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Span, StatusName
from detente.reading import syntax
from detente.reading.engagements.standing.foiled import Foiled
from detente.reading.engagements.standing.leanings import Leanings
from detente.reading.engagements.standing.mood import Mood
from detente.reading.engagements.standing.proposed import Proposed
from detente.reading.engagements.standing.prospects import Prospects, yet_to
from detente.reading.engagements.standing.reasons import Reasons
from detente.reading.engagements.standing.requests import Answers, asking
from detente.reading.engagements.standing.statuswords import ANSWERED, PLANNED, UNDOING, WITH_REASON, StatusWords
from detente.reading.engagements.standing.untrue import Untrue, no_such
from detente.reading.engagements.standing.upheld import Upheld
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence, Tense

if TYPE_CHECKING:
    from detente.reading.words import Token

AFAR = frozenset({"call", "video_call"})
TENSES: dict[Tense, StatusName] = {"past": "held", "future": "announced"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with its rule and cause; `weak` when only a noun without tense stands there."""

    status: StatusName
    rule: str
    word: Token | None
    reason: Span | None
    tense: Tense
    weak: bool = False
    perfect: bool = False
    directed: bool = True
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A trigger with the verb that tells of it (`start`), its tense, and whether it is told in a headline."""

    scene: Scene
    trigger: Trigger
    start: Token | None
    tense: Tense
    perfect: bool
    headline: bool

    def standing(
        self,
        status: StatusName,
        rule: str | None = None,
        word: Token | None = None,
        reason: Span | None = None,
        weak: bool = False,
    ) -> Standing:
        """A standing in the trigger's tense; without a rule, the status's own."""
        return Standing(status, rule or f"engagements/status.{status}", word, reason, self.tense, weak, self.perfect)


class StandingReader:
    """Compiles the status words of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.words = codebook.lexicon("engagements/words")
        self.answers = Answers(self.words)
        self.reasons = Reasons(self.words)
        self.untrue = Untrue(self.words)
        self.upheld = Upheld(self.words, self.untrue)
        self.mood, self.prospects = Mood(self.words), Prospects(self.words)
        self.proposed = Proposed(self.words)
        self.leanings = Leanings(codebook.lexicon("engagements/leanings"), self.words["attempts_at"])
        self.told = StatusWords(codebook, self.mood, self.prospects, self.upheld)
        self.foiled = Foiled(self.words, self.reasons, self.told.entry)
        self.going_on = tuple(p.split("_") for p in self.words["going_on"])
        self.happening = tuple(p.split("_") for p in self.words["happening_phrases"])

    def read(self, scene: Scene, trigger: Trigger, verb: Token | None, headline: bool) -> Standing:
        """The standing of a trigger; `verb` is what governs a noun trigger."""
        found = self._read(scene, trigger, verb, headline)
        refused = found.word is not None and self.told.entry(found.word) == self.told.named["declined"]
        if found.status in ANSWERED and found.word is not None and self.upheld.denied(found.word):
            return replace(found, status="disputed", rule=self.told.named["disputed"].rule)
        off = found.status in ("cancelled", "declined") and not refused
        for_now = off and self.mood.for_now(verb or trigger.token)
        return replace(found, status="postponed", rule=self.told.named["postponed"].rule) if for_now else found

    def _read(self, scene: Scene, trigger: Trigger, verb: Token | None, headline: bool) -> Standing:
        """What tells it first: a denial, an answer, a deed beside it, a word of status, the codebook, the mood of its
        verb, its tense."""
        start = verb if trigger.noun else trigger.token
        perfect = start is not None and "had" in syntax.auxiliaries(start)
        case = Case(scene, trigger, start, self.mood.tense(start, trigger, headline), perfect, headline)
        found = self.told.of(trigger, start)
        return (
            self._denied(case, found)
            or self._answered_to(case)
            or self._done_or_urged(case)
            or self._leaning(case)
            or self._in_words(case, found)
            or self._in_the_codebook(case)
            or self._by_mood(case)
            or self._by_tense(case)
        )

    def _denied(self, case: Case, found: tuple[Entry, Token] | None) -> Standing | None:
        """What is upheld though a word denies it, what is in dispute, and what did not occur."""
        if found is not None and (stands := self.upheld.of(*found, self.told.entry(found[1]))) is not None:
            return Standing(stands, self.told.named[stands].rule, found[1], None, "future")
        if case.start is not None and (self.untrue.in_dispute(case.start) or no_such(case.trigger.token, case.start)):
            return case.standing("disputed", word=case.start)
        denial = self.untrue.of(case.trigger.token) or self.mood.before_it_could(case.start)
        if denial is not None:
            return Standing("did_not_occur", self.told.named["did_not_occur"].rule, denial, None, "past", False, True)
        rejected = self.untrue.rejected(case.trigger.token)
        return case.standing("disputed", self.told.named["disputed"].rule, rejected) if rejected is not None else None

    def _answered_to(self, case: Case) -> Standing | None:
        """What became of a request or an offer: answered, turned down, tried in vain."""
        trigger, start = case.trigger, case.start
        if start is None:
            return None
        answer = self.answers.of(start) if asking(trigger.token, self.words) is not None else None
        if answer is not None:
            return case.standing(answer, word=start)
        told = self.proposed.outcome(start, self._answered) if not trigger.noun else None
        if told is not None:
            reason = self.reasons.of(case.scene, told[1], trigger.sentence) if told[0] in WITH_REASON else None
            return case.standing(told[0], self.told.named[told[0]].rule, told[1], reason)
        if trigger.form in AFAR and self.mood.in_vain(start, trigger.noun):
            rule = self.told.named["unanswered"].rule
            return Standing("unanswered", rule, None, None, "past", False, case.perfect)
        return None

    def _done_or_urged(self, case: Case) -> Standing | None:
        """What was held, for something was done there; what was decided against, or is only urged."""
        trigger, start = case.trigger, case.start
        if (start is not None and self._spoken_during(trigger, start)) or self.mood.come_before(trigger.token):
            return case.standing("held")
        if start is not None and self.mood.decided_against(start):
            refused: StatusName = "cancelled" if trigger.form == "visit" else "declined"
            reason = self.reasons.of(case.scene, start.head.head, trigger.sentence)
            return case.standing(refused, self.told.named[refused].rule, start.head.head, reason)
        if start is not None and (
            self.mood.only_urged(start) or (trigger.noun and self.mood.would_only_be(start, trigger.token))
        ):
            return case.standing("mooted", self.told.named["mooted"].rule)
        return None

    def _leaning(self, case: Case) -> Standing | None:
        """What one is inclined or loath to do, or would only be."""
        leaning = self.leanings.of(case.trigger, case.start)
        if leaning is None:
            return None
        status, word = leaning
        found = case.standing(status, self.told.named[status].rule, word if status in WITH_REASON else None)
        return replace(found, tense="past") if status == "held" else found

    def _in_words(self, case: Case, found: tuple[Entry, Token] | None) -> Standing | None:
        """What foiled it, and what a word of status says where its verb does not undo it."""
        trigger, start = case.trigger, case.start
        if found is not None and start is not None:
            undone = self._undone(trigger, start, found[1]) or self._yet_to_be(trigger, start, found, case.tense)
            undone = undone or self._after_all(trigger, start, found, case.tense) or self._fruitless(trigger, found[1])
            undone = undone or self._broke_up(trigger, found)
            found = None if undone else found
        if start is not None and (foiled := self.foiled.outcome(case.scene, trigger, start, found)) is not None:
            return case.standing(foiled[0], self.told.named[foiled[0]].rule, start, foiled[1])
        if start is not None and self._rang_out(trigger, start):
            return case.standing("unanswered", self.told.named["unanswered"].rule)
        return self._in_a_word(case, *found) if found is not None else None

    def _in_a_word(self, case: Case, entry: Entry, word: Token) -> Standing:
        """What a word of status says, and why."""
        trigger, status = case.trigger, cast(StatusName, entry.data["status"])
        if status == "rescheduled" and self.prospects.only_hoped(word):
            status = "postponed"
        reason = self.reasons.of(case.scene, word, trigger.sentence) if status in WITH_REASON else None
        if status == "did_not_occur" and reason is not None and trigger.form == "visit":
            entry, status = self.told.called_off, "cancelled"
        aside = trigger.noun and word.head == trigger.token and self.mood.by_preposition(trigger) is not None
        return case.standing(status, entry.rule, word, reason, weak=aside)

    def _in_the_codebook(self, case: Case) -> Standing | None:
        """What a trigger's own entry says: "an upcoming summit" of whatever tense."""
        always = case.trigger.entry.data.get("stands")
        return case.standing(cast(StatusName, always)) if always is not None else None

    def _by_mood(self, case: Case) -> Standing | None:
        """What the mood of its verb says: hoped for, asked for, to come; and of a journey that was not made, why."""
        trigger, start = case.trigger, case.start
        visit = trigger.form == "visit"
        own = self.mood.of(start, case.tense, self._tells_else(trigger, start), visit) if start is not None else None
        if own in ("did_not_occur", "cancelled") and visit and start is not None:
            why = self.reasons.of(case.scene, start, trigger.sentence)
            if why is not None:  # a journey that did not take place, and why: it was called off
                return case.standing("cancelled", self.told.called_off.rule, start, why)
        ahead = self.prospects.of(trigger, start)
        if own == "under_way" and (ahead or (not visit and self._on_the_way_to(trigger, start))):
            own = ahead or "announced"  # "is heading to X for a meeting", "are looking for a date for a visit"
        if own is not None:
            return case.standing(own)
        asked = asking(trigger.token, self.words) if trigger.noun else None
        if asked is not None and asked.lemma_.lower() not in self.words["plan_nouns"]:
            return case.standing("mooted", self.told.named["mooted"].rule)
        if ahead is None:
            return None
        known = any(c.lower_ in ("the", "this", "that") for c in trigger.token.children)
        had = start if start is not None and start.lemma_ == "have" else None  # "had a trip in his diary for May"
        return case.standing(ahead, self.told.named[ahead].rule, had, weak=known)

    def _by_tense(self, case: Case) -> Standing:
        """What the preposition before it says, the present it stands in, or the tense of its verb."""
        trigger, start, tense = case.trigger, case.start, case.tense
        by_preposition = self.mood.by_preposition(trigger)
        if by_preposition is not None:
            return case.standing(by_preposition, weak=trigger.noun or by_preposition != "held")
        if self._present(trigger, start) or self._goes_on(trigger, start):
            return case.standing("under_way")
        if trigger.noun and self.mood.to_be_held(trigger.token):
            return case.standing("announced")
        bound = not trigger.noun or self._on_the_way_to(trigger, start)
        scheduled = tense == "present" and bound and not case.headline
        sends = self._sets_out(trigger) and trigger.token.tag_ in ("VBZ", "VBP")
        by_tense: StatusName = "announced" if scheduled or sends else TENSES.get(tense, "held")
        aside = trigger.noun and start is not None and self.told.beside_it(trigger, start)
        if by_tense == "announced" and aside and _bygone(trigger.token):
            return replace(case.standing("held", weak=True), tense="past", directed=False)
        weak = trigger.noun and (tense in ("unknown", "present") or not self._carries(trigger, start))
        return replace(case.standing(by_tense, weak=weak), directed=not weak)

    def _sets_out(self, trigger: Trigger) -> bool:
        """ "sends an envoy to X", "heads for X": in a headline too still to come."""
        heads = trigger.form == "visit" and not trigger.noun and trigger.token.lemma_ in self.words["setting_out"]
        return heads or bool(trigger.entry.data.get("sets_out"))

    def _rang_out(self, trigger: Trigger, verb: Token) -> bool:
        """ "A call by X to Y went unanswered"."""
        rung = trigger.noun and trigger.form in ("call", "video_call")
        return rung and syntax.relation(trigger.token, verb) == "subject" and self.answers.of(verb) == "unanswered"

    def _answered(self, word: Token) -> StatusName | None:
        """What a word makes of an offer that it tells of: "turned down", "got no reply"."""
        entry, answer = self.told.entry(word), self.answers.of(word)
        ended = entry is not None and entry.data["status"] in ANSWERED | UNDOING and not syntax.negated(word)
        return answer or (cast(StatusName, entry.data["status"]) if entry is not None and ended else None)

    def _spoken_during(self, trigger: Trigger, start: Token) -> bool:
        """ "had promised to reopen it during his call with X": the promise was made there; "tried to end the row in a
        telephone conversation": the trying was."""
        brought = start.tag_ == "VB" and self.leanings.brought_to(start)
        above = start.head if (start.dep_ in ("xcomp", "advcl") and start.tag_ == "VB") or brought else start
        above = above.head if brought and above.pos_ == "ADJ" else above
        definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in trigger.token.children)
        prep = trigger.token.head if trigger.token.dep_ == "pobj" else None
        during = trigger.noun and definite and prep is not None and prep.lower_ in ("during", "in")
        during = during and prep is not None and syntax.clause_of(prep).i == start.i
        infinitive = trigger.form != "visit" and above.i != start.i and syntax.tense(above) == "past"
        at = trigger.noun and prep is not None and prep.lower_ in self.words["prepositions_during"]
        tried = at and (above.lemma_ in self.words["trying_verbs"] or brought)
        return infinitive and (tried or (during and above.lemma_ in self.words["vowing_verbs"]))

    def _on_the_way_to(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "She goes on to X on Friday for a meeting with Y": what a journey to come is made for."""
        onward = verb is not None and verb.lemma_ in self.words["onward_verbs"]
        onward = onward and verb is not None and any(n.pos_ == "PROPN" for n in syntax.prepositional(verb, "to"))
        away = verb is not None and (onward or verb.lemma_ in self.words["motion"])
        return away and verb is not None and syntax.relation(trigger.token, verb) == "for"

    def _present(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "is in Presevo", "is on a visit to the country": somebody is there as the text is written."""
        if trigger.form != "visit" or verb is None or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
            return False
        return syntax.relation(trigger.token, verb) == "on" if trigger.noun else True

    def _goes_on(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "Talks are under way", "entered a second day on Thursday": they go on as the text is written."""
        if verb is None or not trigger.noun:
            return False
        if verb.lemma_ == "be" and any(syntax.follow(verb, words) for words in self.going_on):
            return syntax.relation(trigger.token, verb) == "subject"
        days = [*(c for c in verb.children if c.dep_ == "dobj"), *syntax.prepositional(verb, "into")]
        return verb.lemma_ in self.words["entering_verbs"] and any(
            d.lemma_.lower() in self.words["parts"] for d in days
        )

    def _undone(self, trigger: Trigger, verb: Token, word: Token) -> bool:
        """ "a planned meeting did not take place": what its verb denies outranks the adjective."""
        return (
            trigger.noun
            and word.head.i == trigger.token.i
            and syntax.negated(verb)
            and not self._tells_else(trigger, verb)
        )

    def _yet_to_be(self, trigger: Trigger, verb: Token, found: tuple[Entry, Token], tense: Tense) -> bool:
        """ "It will be her first visit since 2019": to come, whatever its adjective says of the past."""
        beside = found[0].data["status"] == "held" and found[1].head.i == trigger.token.i
        return beside and tense == "future" and (verb.lemma_ == "be" or self._carries(trigger, verb))

    def _after_all(self, trigger: Trigger, verb: Token, found: tuple[Entry, Token], tense: Tense) -> bool:
        """ "The visit, twice postponed, will take place on Monday": to come, whatever became of it before."""
        put_off = found[0].data["status"] in UNDOING and found[1].head.i == trigger.token.i and found[1].i != verb.i
        happens = verb.lemma_ in self.words["happening_verbs"] or syntax.phrase(verb, self.happening)
        own = syntax.relation(trigger.token, verb) == "subject" and not syntax.negated(verb)
        return put_off and tense == "future" and happens and own

    def _fruitless(self, trigger: Trigger, word: Token) -> bool:
        """ "The talks have gone nowhere": they were held."""
        told = {f"{word.lemma_}_{c.lower_}" for c in word.children}
        own = trigger.token.dep_ == "nsubj" and trigger.token.head.i == word.i
        return trigger.form == "talks" and own and bool(told & set(self.words["fruitless"]))

    def _broke_up(self, trigger: Trigger, found: tuple[Entry, Token]) -> bool:
        """ "after talks in X collapsed": held, and to no end, where nothing says that they were to come."""
        verb, token = found[1], trigger.token
        whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token  # "a round of talks"
        own = verb.lemma_ in self.words["breaking_up"] and whole.dep_ == "nsubj" and whole.head.i == verb.i
        if trigger.form != "talks" or not own or set(syntax.auxiliaries(verb)) & {"will", "would", "could", "may"}:
            return False
        about = (self.told.entry(t) for t in whole.subtree if t.i != token.i)
        return not any(e is not None and e.data["status"] in PLANNED for e in about)

    def _tells_else(self, trigger: Trigger, verb: Token) -> bool:
        """Whether a noun's verb says something other than that it takes place ("the trip will not end in X")."""
        there = any(c.dep_ == "expl" for c in verb.children)
        happens = there or verb.lemma_ in self.words["happening_verbs"] or syntax.phrase(verb, self.happening)
        return trigger.noun and (not happens or self.mood.only_so(verb) or self._not_itself(trigger.token, verb))

    def _not_itself(self, noun: Token, verb: Token) -> bool:
        """ "made no comment on the call", "have not met since the summit": what is denied is another thing."""
        above = noun.head.head if noun.dep_ == "pobj" else noun
        since = noun.dep_ == "pobj" and noun.head.lower_ in ("since", "after", "before")
        less = above.pos_ == "NOUN" and any(c.lower_ == "no" for c in above.children)
        return above.i != noun.i and ((since and above.i == verb.i) or (less and noun.head.lower_ not in ("of", "for")))

    def none_planned(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "no talks are planned": nothing is told of, and nobody denies anything."""
        entry = self.told.entry(verb) if verb is not None else None
        if verb is None or entry is None or entry.data["status"] not in PLANNED:
            return False
        none = any(c.lower_ == "no" for c in trigger.token.children)
        if "had" in syntax.auxiliaries(verb) or any(c.lower_ == "ever" for c in verb.children):
            return False  # "no visit had ever been scheduled" denies one that was spoken of
        return trigger.noun and none and syntax.is_passive(verb) and trigger.token.dep_ == "nsubjpass"

    def of_pronoun(self, scene: Scene, sentence: Sentence, verb: Token) -> Standing | None:
        """What "it was cancelled after …" says of the engagement that "it" stands for; None for other verbs."""
        answer = self.answers.of(verb)
        if answer is not None:
            rule = f"engagements/status.{answer}"
            return Standing(answer, rule, verb, None, syntax.tense(verb), answer=True)
        entry = self.told.entry(verb)
        asked = any(c.lemma_.lower() in self.words["request_nouns"] for c in verb.children)
        if entry is not None and self.upheld.of(entry, verb, entry) is not None:
            return None
        told = WITH_REASON | {"announced" if asked else "confirmed"}
        if entry is None or entry.data["status"] not in told or syntax.negated(verb) or yet_to(verb):
            return None
        status = cast(StatusName, entry.data["status"])
        reason = self.reasons.of(scene, verb, sentence)
        return Standing(status, entry.rule, verb, reason, syntax.tense(verb), answer=asked)

    def _carries(self, trigger: Trigger, verb: Token | None) -> bool:
        borne = verb is not None and trigger.form == "correspondence" and verb.lemma_ in self.words["bearing_verbs"]
        light = self.words["light_verbs"]
        return borne or (verb is not None and (verb.lemma_ in light or syntax.with_particle(verb) in light))


def _bygone(noun: Token) -> bool:
    """ "will send aid …, during X's visit earlier this year": a time that is over, beside the noun."""
    times = (c for c in noun.children if c.i > noun.i and c.dep_ in ("npadvmod", "advmod"))
    return any(t.lower_ in ("earlier", "ago", "last") for c in times for t in c.subtree)
