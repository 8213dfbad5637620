"""Where an engagement stands: cancelled, announced, held …, from the words around its trigger.

In: a trigger, the verb that governs it, and the codebook's status words. Out: a `Standing`: the status,
the words that say so and why. The nearest status word wins; without one, modality and tense decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Span, StatusName
from detente.reading import syntax
from detente.reading.engagements.standing.foiled import Foiled
from detente.reading.engagements.standing.mood import MOOTING, Mood
from detente.reading.engagements.standing.proposed import Proposed
from detente.reading.engagements.standing.prospects import Prospects, yet_to
from detente.reading.engagements.standing.reasons import Reasons
from detente.reading.engagements.standing.requests import Answers, asking
from detente.reading.engagements.standing.untrue import Untrue, no_such
from detente.reading.engagements.standing.upheld import Upheld
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence, Tense

if TYPE_CHECKING:
    from detente.reading.words import Token

WITH_REASON = frozenset(
    {"cancelled", "postponed", "declined", "unanswered", "did_not_occur", "rescheduled", "disputed"}
)
PLANNED = frozenset({"announced", "mooted", "confirmed"})
UNDOING = frozenset({"cancelled", "postponed", "disputed"})
ANSWERED = frozenset({"declined", "unanswered"})
AFAR = frozenset({"call", "video_call"})
TENSES: dict[Tense, StatusName] = {"past": "held", "future": "announced"}
# what hangs on a verb by these is what it is about, and not where or when it is done; "along" is of "along with"
OF_IT = frozenset({"for", "to", "of", "out", "on", "with", "from", "along", "together"})
# verbs that say how somebody is: "remained open to talks"
STATES = frozenset({"be", "remain", "stay", "keep"})
# how a word hangs on what its status is told by
HANGING = frozenset({
    "xcomp", "ccomp", "acl", "dobj", "pcomp", "pobj", "prep", "dep", "oprd", "nsubjpass", "conj", "csubj", "nsubj",
})  # fmt: skip
BY_TENSE = frozenset({"held", "under_way"})


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
        self.foiled = Foiled(self.words, self.reasons, self._verb_entry)
        self.going_on = tuple(p.split("_") for p in self.words["going_on"])
        self.happening = tuple(p.split("_") for p in self.words["happening_phrases"])
        self.named: dict[str, Entry] = {}
        self.verbs: dict[str, list[tuple[str, Entry]]] = {}
        self.adjectives: dict[str, Entry] = {}
        self.nouns: dict[str, Entry] = {}
        for entry in codebook.entries("engagements"):
            if "status" not in entry.data:
                continue
            self.named[str(entry.data["status"])] = entry
            for lemma in entry.words("verbs"):
                verb, _, particle = lemma.partition("_")
                self.verbs.setdefault(verb, []).append((particle, entry))
            self.nouns |= dict.fromkeys(entry.words("nouns"), entry)
            for adjective in entry.words("adjectives"):
                self.adjectives[adjective] = entry
        for options in self.verbs.values():
            options.sort(key=lambda o: -len(o[0]))
        statuses = [e for options in self.verbs.values() for _, e in options]
        self.called_off = next(e for e in statuses if e.data["status"] == "cancelled")

    def read(self, scene: Scene, trigger: Trigger, verb: Token | None, headline: bool) -> Standing:
        """The standing of a trigger; `verb` is what governs a noun trigger."""
        found = self._read(scene, trigger, verb, headline)
        refused = found.word is not None and self._verb_entry(found.word) == self.named["declined"]
        if found.status in ANSWERED and found.word is not None and self.upheld.denied(found.word):
            return replace(found, status="disputed", rule=self.named["disputed"].rule)
        off = found.status in ("cancelled", "declined") and not refused
        for_now = off and self.mood.for_now(verb or trigger.token)
        return replace(found, status="postponed", rule=self.named["postponed"].rule) if for_now else found

    def _read(self, scene: Scene, trigger: Trigger, verb: Token | None, headline: bool) -> Standing:
        start = verb if trigger.noun else trigger.token
        tense = self.mood.tense(start, trigger, headline)
        perfect = start is not None and "had" in syntax.auxiliaries(start)
        found = self._by_words(trigger, start)
        if found is not None and (stands := self.upheld.of(*found, self._verb_entry(found[1]))) is not None:
            return Standing(stands, self.named[stands].rule, found[1], None, "future")
        if start is not None and (self.untrue.in_dispute(start) or no_such(trigger.token, start)):
            return Standing("disputed", "engagements/status.disputed", start, None, tense, False, perfect)
        if (denial := self.untrue.of(trigger.token)) is not None:
            return Standing("did_not_occur", self.named["did_not_occur"].rule, denial, None, "past", False, True)
        answer = self.answers.of(start) if start is not None and asking(trigger.token, self.words) is not None else None
        if answer is not None:
            return Standing(answer, f"engagements/status.{answer}", start, None, tense, False, perfect)
        told = self.proposed.outcome(start, self._answered) if start is not None and not trigger.noun else None
        if told is not None:
            reason = self.reasons.of(scene, told[1], trigger.sentence) if told[0] in WITH_REASON else None
            return Standing(told[0], self.named[told[0]].rule, told[1], reason, tense, False, perfect)
        if start is not None and trigger.form in AFAR and self.mood.in_vain(start, trigger.noun):
            return Standing("unanswered", self.named["unanswered"].rule, None, None, "past", False, perfect)
        if (start is not None and self._spoken_during(trigger, start)) or self.mood.come_before(trigger.token):
            return Standing("held", "engagements/status.held", None, None, tense, False, perfect)
        if start is not None and self.mood.decided_against(start):
            refused: StatusName = "cancelled" if trigger.form == "visit" else "declined"
            reason = self.reasons.of(scene, start.head.head, trigger.sentence)
            return Standing(refused, self.named[refused].rule, start.head.head, reason, tense, False, perfect)
        if start is not None and self.mood.only_urged(start):
            return Standing("mooted", self.named["mooted"].rule, None, None, tense, False, perfect)
        if found is not None and start is not None:
            undone = self._undone(trigger, start, found[1]) or self._yet_to_be(trigger, start, found, tense)
            found = None if undone else found
        if start is not None and (foiled := self.foiled.outcome(scene, trigger, start, found)) is not None:
            return Standing(foiled[0], self.named[foiled[0]].rule, start, foiled[1], tense, False, perfect)
        if start is not None and self._rang_out(trigger, start):
            return Standing("unanswered", self.named["unanswered"].rule, None, None, tense, False, perfect)
        if found is not None:
            entry, word = found
            status = cast(StatusName, entry.data["status"])
            if status == "rescheduled" and self.prospects.only_hoped(word):
                status = "postponed"
            reason = self.reasons.of(scene, word, trigger.sentence) if status in WITH_REASON else None
            if status == "did_not_occur" and reason is not None and trigger.form == "visit":
                entry, status = self.called_off, "cancelled"
            aside = trigger.noun and word.head == trigger.token and self.mood.by_preposition(trigger) is not None
            return Standing(status, entry.rule, word, reason, tense, aside, perfect)
        if "stands" in trigger.entry.data:
            always = cast(StatusName, trigger.entry.data["stands"])
            return Standing(always, f"engagements/status.{always}", None, None, tense, False, perfect)
        own = (
            self.mood.of(start, tense, self._tells_else(trigger, start), trigger.form == "visit")
            if start is not None
            else None
        )
        if own in ("did_not_occur", "cancelled") and trigger.form == "visit" and start is not None:
            why = self.reasons.of(scene, start, trigger.sentence)
            if why is not None:  # a journey that did not take place, and why: it was called off
                return Standing("cancelled", self.called_off.rule, start, why, tense, False, perfect)
        ahead = self.prospects.of(trigger, start)
        if own == "under_way" and (ahead or (trigger.form != "visit" and self._on_the_way_to(trigger, start))):
            own = ahead or "announced"  # "is heading to X for a meeting", "are looking for a date for a visit"
        if own is not None:
            return Standing(own, f"engagements/status.{own}", None, None, tense, False, perfect)
        asked = asking(trigger.token, self.words) if trigger.noun else None
        if asked is not None and asked.lemma_.lower() not in self.words["plan_nouns"]:
            return Standing("mooted", self.named["mooted"].rule, None, None, tense, False, perfect)
        if ahead is not None:
            known = any(c.lower_ in ("the", "this", "that") for c in trigger.token.children)
            had = start if start is not None and start.lemma_ == "have" else None  # "had a trip in his diary for May"
            return Standing(ahead, self.named[ahead].rule, had, None, tense, known, perfect)
        by_preposition = self.mood.by_preposition(trigger)
        if by_preposition is not None:
            weak = trigger.noun or by_preposition != "held"
            return Standing(by_preposition, f"engagements/status.{by_preposition}", None, None, tense, weak, perfect)
        if self._present(trigger, start) or self._goes_on(trigger, start):
            return Standing("under_way", "engagements/status.under_way", None, None, tense, False, perfect)
        bound = not trigger.noun or self._on_the_way_to(trigger, start)
        scheduled = tense == "present" and bound and not headline
        sends = self._sets_out(trigger) and trigger.token.tag_ in ("VBZ", "VBP")
        by_tense: StatusName = "announced" if scheduled or sends else TENSES.get(tense, "held")
        weak = trigger.noun and (tense in ("unknown", "present") or not self._carries(trigger, start))
        return Standing(by_tense, f"engagements/status.{by_tense}", None, None, tense, weak, perfect, not weak)

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
        entry, answer = self._verb_entry(word), self.answers.of(word)
        ended = entry is not None and entry.data["status"] in ANSWERED | UNDOING and not syntax.negated(word)
        return answer or (cast(StatusName, entry.data["status"]) if entry is not None and ended else None)

    def _spoken_during(self, trigger: Trigger, start: Token) -> bool:
        """ "had promised to reopen it during his call with X": the promise was made there; "tried to end the row in a
        telephone conversation": the trying was."""
        above = start.head if start.dep_ in ("xcomp", "advcl") and start.tag_ == "VB" else start
        definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in trigger.token.children)
        prep = trigger.token.head if trigger.token.dep_ == "pobj" else None
        during = trigger.noun and definite and prep is not None and prep.lower_ in ("during", "in")
        during = during and prep is not None and syntax.clause_of(prep).i == start.i
        infinitive = trigger.form != "visit" and above.i != start.i and syntax.tense(above) == "past"
        at = trigger.noun and prep is not None and prep.lower_ in self.words["prepositions_during"]
        tried = at and above.lemma_ in self.words["trying_verbs"]
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
        entry = self._verb_entry(verb) if verb is not None else None
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
        entry = self._verb_entry(verb)
        asked = any(c.lemma_.lower() in self.words["request_nouns"] for c in verb.children)
        if entry is not None and self.upheld.of(entry, verb, entry) is not None:
            return None
        told = WITH_REASON | {"announced" if asked else "confirmed"}
        if entry is None or entry.data["status"] not in told or syntax.negated(verb) or yet_to(verb):
            return None
        status = cast(StatusName, entry.data["status"])
        reason = self.reasons.of(scene, verb, sentence)
        return Standing(status, entry.rule, verb, reason, syntax.tense(verb), answer=asked)

    # -- words ----------------------------------------------------------------------------------

    def _by_words(self, trigger: Trigger, start: Token | None) -> tuple[Entry, Token] | None:
        """The status word that governs the trigger most closely, else an adjective beside it."""
        if trigger.noun and (named := self._by_noun(trigger.token)) is not None:
            return named
        inner = self._within(trigger) if trigger.noun else None
        chain = list(self._above(trigger, start))
        recent = inner is not None and inner[0].data["status"] == "held"
        after = inner is not None and (inner[1].dep_ in ("acl", "relcl") or inner[1].i > trigger.token.i)
        if inner is not None and after and inner[0].data["status"] in WITH_REASON:
            return inner
        for word in chain:
            entry = self._verb_entry(word)
            entry = self.named["declined"] if entry is not None and self._request_denied(word) else entry
            if entry is None or (entry.data["status"] in BY_TENSE and entry.data["status"] != "under_way"):
                continue
            if entry.data["status"] == "under_way":
                if word.tag_ == "VBG" or "is" in syntax.auxiliaries(word):
                    return entry, word
                continue
            if recent and entry.data["status"] not in WITH_REASON:
                return inner
            if not (making := self.prospects.in_the_making(word, trigger.token)) and word.lemma_ == "work":
                continue  # "worked on the treaty in talks with X"
            entry = self.named["mooted"] if making else entry
            undone = self._undoing(chain[chain.index(word) + 1 :], word) if entry.data["status"] in PLANNED else None
            if undone is not None:
                return undone
            return self._negated(entry, word, trigger)
        return inner

    def _request_denied(self, word: Token) -> bool:
        """ "denied X's request for a meeting": it is refused, and nobody denies that there was one."""
        thing = syntax.direct_object(word) if word.lemma_ == "deny" else None
        return thing is not None and thing.lemma_.lower() in self.words["granted_or_denied"]

    def _by_noun(self, noun: Token) -> tuple[Entry, Token] | None:
        """ "the cancellation of the visit", "the visit's postponement"; one only asked for or denied leaves a plan."""
        governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
        entry = self.nouns.get(governor.lemma_.lower()) if noun.dep_ in ("pobj", "poss", "compound") else None
        if entry is None or governor.i == noun.i:
            return None
        verb = syntax.clause_of(governor)
        told = self._verb_entry(verb)
        wished = told is not None and told.data["status"] in ("mooted", "disputed", "declined")
        unasked = wished or syntax.negated(verb) or set(syntax.auxiliaries(verb)) & MOOTING
        return (self.named["announced"] if unasked else entry), governor

    def _undoing(self, above: Sequence[Token], plan: Token) -> tuple[Entry, Token] | None:
        """ "abandoned plans to visit", "turned down a request to meet": what ends the plan that a trigger hangs on."""
        ending = UNDOING | ANSWERED if plan.lemma_.lower() in self.words["request_nouns"] else UNDOING
        below = plan
        for word in above:
            entry = self._verb_entry(word)
            denied = entry is not None and entry.data["status"] == "disputed" and plan.lemma_ != "agree"
            if entry is not None and (entry.data["status"] in ending or denied) and not syntax.negated(word):
                return entry, word
            untrue = entry is not None and entry.data["status"] == "declined" and below.lemma_ in self.words["hearsay"]
            if untrue and not syntax.negated(word):
                return self.named["disputed"], word  # "rejected the claim that a visit had been agreed"
            below = word
        return None

    def _negated(self, entry: Entry, word: Token, trigger: Trigger) -> tuple[Entry, Token] | None:
        """ "did not rule out a visit", "has not confirmed it": at most mooted; "never announced any" denies it."""
        if word.pos_ == "NOUN" and any(c.lower_ == "no" for c in word.children):
            return self.named["declined"], word  # "has no plans to meet"
        if not syntax.negated(word):
            return entry, word
        if syntax.phrase(word, self.happening) and syntax.tense(word) in ("past", "future"):
            return self.named["did_not_occur"] if syntax.tense(word) == "past" else self.called_off, word
        if self.upheld.of(entry, word, entry) is not None or any(c.lower_ == "only" for c in word.children):
            return entry, word  # "has not been put off", "not only cancelled it"
        if entry.data["status"] in ("announced", "confirmed") and syntax.denied(trigger.token, word):
            return self.named["disputed"], word
        mooted = next(e for options in self.verbs.values() for _, e in options if e.data["status"] == "mooted")
        return mooted, word

    def _within(self, trigger: Trigger) -> tuple[Entry, Token] | None:
        """ "planned visit", "a meeting scheduled for May", "talks that were called off"."""
        if (undone := self._off_after_place(trigger.token)) is not None:
            return undone
        for child in [*syntax.clauses_about(trigger.token), *trigger.token.children]:
            if (
                child.dep_ in ("amod", "compound", "nmod", "advmod")
                and (entry := self.adjectives.get(child.lower_)) is not None
            ):
                return entry, child
            told = child.dep_ in ("acl", "relcl") and not syntax.inside_of(child)
            told = told and child.lemma_ not in self.words["purposes"]  # "a visit aimed at mending ties"
            if told and (child.tag_ == "VBN" or syntax.is_passive(child)):
                found = self._verb_entry(child)
                if found is not None and found.data["status"] not in BY_TENSE:
                    return found, child
        return None

    def _off_after_place(self, noun: Token) -> tuple[Entry, Token] | None:
        """ "a planned trip to X, which was cancelled": the clause hangs on the place."""
        for place in syntax.prepositional(noun, "to", "in"):
            for clause in (c for c in place.children if c.dep_ == "relcl" and syntax.is_passive(c)):
                entry = self._verb_entry(clause)
                if entry is not None and entry.data["status"] in WITH_REASON and not syntax.negated(clause):
                    return entry, clause
        return None

    def _above(self, trigger: Trigger, start: Token | None) -> Iterator[Token]:
        """The words that govern the trigger, inside out, as far as its status hangs on them."""
        if start is None:
            return
        if trigger.noun:
            if self.mood.by_preposition(trigger) is not None or self.beside_it(trigger, start):
                return
            yield from self._said_below(trigger, start)
            yield start
        told = ("acomp", "advmod", "prt")
        yield from (
            c for c in start.children if start.lemma_ in STATES and c.dep_ in told[: 1 + 2 * (c.lower_ == "down")]
        )
        token = start
        if (ready := self._ready(start)) is not None:
            yield ready
        while (token.dep_ == "advcl" and token.head.lemma_.lower() in self.words["made_for"]) or token.dep_ in HANGING:
            governed = _let(token) or (token.i > token.head.i and self._governs_clause(token.head))
            if token.dep_ == "ccomp" and not governed:
                return
            if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"):
                return
            if token.dep_ == "acl" and token.tag_ == "VBG" and token.doc[token.i - 1].text == ",":
                return  # "X and Y, meeting in Z, agreed to …"
            if token.dep_ == "prep" and token.lower_ not in ("of", "out", "for", "to", "on", "from", "against"):
                return
            if token.dep_ in ("nsubj", "dobj", "pobj") and token.pos_ == "VERB":
                return
            token = token.head
            if token.pos_ in ("VERB", "NOUN", "ADJ", "AUX"):
                yield token

    def _ready(self, deed: Token) -> Token | None:
        """ "was ready on Tuesday to meet X", "is down to meet Y": the adjective of an infinitive that hangs on its
        verb."""
        apart = deed.dep_ in ("advcl", "xcomp") and deed.tag_ == "VB" and deed.head.lemma_ == "be"
        before = (c for c in deed.head.children if c.i < deed.i and (c.dep_ == "acomp" or c.lower_ == "down"))
        return next((c for c in before if c.lower_ in self.adjectives), None) if apart else None

    def _said_below(self, trigger: Trigger, start: Token) -> Iterator[Token]:
        """ "the visit had to be cancelled", "was set for May and then cancelled": what is said of it further on."""
        if trigger.token.head.i != start.i or trigger.token.dep_ not in ("nsubj", "nsubjpass"):
            return
        for below in start.children:
            shared = below.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children)
            forced = next((c for c in below.children if c.dep_ == "xcomp" and c.tag_ == "VBN"), None)
            below = forced if shared and below.lemma_ in ("have", "need") and forced is not None else below
            entry = self._verb_entry(below) if below.dep_ == "xcomp" or shared else None
            if entry is not None and entry.data["status"] in WITH_REASON and below.tag_ in ("VBN", "VBD", "VB"):
                yield below

    def beside_it(self, trigger: Trigger, start: Token) -> bool:
        """Whether the noun is only where or when the verb's act took place ("agreed at the meeting to …")."""
        step = trigger.token
        while step.i != start.i and step.head != step:
            if step.dep_ == "prep" and step.head.i == start.i:
                on = step.lower_ == "on" and trigger.form != "visit" and start.lemma_ not in self.words["working"]
                return on or step.lower_ not in OF_IT
            step = step.head
        return False

    def _governs_clause(self, verb: Token) -> bool:
        """A that-clause takes its status from "denied that …" or "hopes that …", not from "said that …"."""
        entry = self._verb_entry(verb)
        return entry is not None and entry.data["status"] in ("disputed", "mooted", "announced", "confirmed")

    def _verb_entry(self, word: Token) -> Entry | None:
        if word.pos_ == "ADJ" and word.lower_ in self.adjectives:
            return self.adjectives[word.lower_]
        before = word.doc[word.i - 1] if word.i and word.tag_ == "VBN" else None
        for particle, entry in self.verbs.get(before.lemma_.lower(), ()) if before is not None else ():
            if particle == word.lower_:  # "put paid", whichever of the two the parser hung on the other
                return entry
        for particle, entry in self.verbs.get(word.lemma_.lower(), ()):
            if not particle:
                return entry
            parts = particle.split("_")
            beside = any(c.lower_ in parts for c in word.children if c.i > word.i and not _of_a_matter(c))
            beside = beside or (word.i + 1 < len(word.doc) and word.doc[word.i + 1].lower_ == particle)
            if beside if len(parts) == 1 else syntax.follow(word, parts):
                return entry
        adverbial = self.adjectives.get(word.lower_) or next((e for _, e in self.verbs.get(word.lower_, ())), None)
        return adverbial if word.pos_ in ("ADJ", "ADV") else None

    def _carries(self, trigger: Trigger, verb: Token | None) -> bool:
        borne = verb is not None and trigger.form == "correspondence" and verb.lemma_ in self.words["bearing_verbs"]
        light = self.words["light_verbs"]
        return borne or (verb is not None and (verb.lemma_ in light or syntax.with_particle(verb) in light))


def _let(clause: Token) -> bool:
    """ "refused to let X meet Y": a bare infinitive below a verb that lets."""
    return clause.tag_ == "VB" and clause.head.lemma_ == "let" and not syntax.auxiliaries(clause)


def _of_a_matter(link: Token) -> bool:
    """ "over" of "held a meeting over the dam": a preposition of its own, and not the end of "held over"."""
    named = link.dep_ == "prep" and link.lower_ == "over" and any(c.dep_ == "pobj" for c in link.children)
    return named and syntax.direct_object(link.head) is not None
