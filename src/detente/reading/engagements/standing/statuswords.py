"""The words around an engagement that say where it stands: "called off", "planned", "the cancellation of".

In: a trigger and the verb that governs it. Out: the codebook's row and the word; the nearest that governs the trigger,
else an adjective beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.codebook import Codebook, Entry
from detente.reading import syntax
from detente.reading.engagements.standing.mood import MOOTING, Mood
from detente.reading.engagements.standing.prospects import Prospects
from detente.reading.engagements.standing.upheld import Upheld
from detente.reading.engagements.triggers import Trigger
from detente.reading.times.cameabout import CameAbout

if TYPE_CHECKING:
    from detente.reading.words import Token

WITH_REASON = frozenset(
    {"cancelled", "postponed", "declined", "unanswered", "did_not_occur", "rescheduled", "disputed"}
)
PLANNED = frozenset({"announced", "mooted", "confirmed"})
UNDOING = frozenset({"cancelled", "postponed", "disputed"})
MOVED = frozenset({"cancelled", "postponed", "rescheduled"})
ANSWERED = frozenset({"declined", "unanswered"})
# what hangs on a verb by these is what it is about, and not where or when it is done; "along" is of "along with"
OF_IT = frozenset({"for", "to", "of", "out", "on", "with", "from", "along", "together"})
# verbs that say how somebody is: "remained open to talks"
STATES = frozenset({"be", "remain", "stay", "keep"})
# how a word hangs on what its status is told by
HANGING = frozenset({
    "xcomp", "ccomp", "acl", "dobj", "pcomp", "pobj", "prep", "dep", "oprd", "nsubjpass", "conj", "csubj", "nsubj",
})  # fmt: skip
BY_TENSE = frozenset({"held", "under_way"})
UNSURE = frozenset({"could", "may", "might", "can"})


class StatusWords:
    """Looks up the verbs, nouns and adjectives of status."""

    def __init__(self, codebook: Codebook, mood: Mood, prospects: Prospects, upheld: Upheld) -> None:
        self.words = codebook.lexicon("engagements/words")
        self.mood, self.prospects, self.upheld = mood, prospects, upheld
        self.happening = tuple(p.split("_") for p in self.words["happening_phrases"])
        self.carried_out = CameAbout(codebook.lexicon("times/words"))
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

    def of(self, trigger: Trigger, start: Token | None) -> tuple[Entry, Token] | None:
        """The status word that governs the trigger most closely, else an adjective beside it."""
        if trigger.noun and (named := self._by_noun(trigger.token)) is not None:
            return named
        inner = self._within(trigger) if trigger.noun else None
        inner = None if inner is not None and self._came_about(trigger.token, start, inner) else inner
        chain = list(self._above(trigger, start))
        recent = inner is not None and inner[0].data["status"] == "held"
        after = inner is not None and (inner[1].dep_ in ("acl", "relcl") or inner[1].i > trigger.token.i)
        if inner is not None and after and inner[0].data["status"] in WITH_REASON:
            return inner
        for word in chain:
            entry = self.entry(word)
            entry = self.named["declined"] if entry is not None and self._request_denied(word) else entry
            if entry is None or (entry.data["status"] in BY_TENSE and entry.data["status"] != "under_way"):
                continue
            if self._does_it(trigger.token, word) or self._went_ahead(trigger.token, word, entry):
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
            if self._unsure(entry, word):
                return self.named["mooted"], word
            return self._negated(entry, word, trigger)
        return inner

    def _came_about(self, noun: Token, verb: Token | None, told: tuple[Entry, Token]) -> bool:
        """ "The talks, scheduled for Monday, took place", "the visit planned since May ended": what was planned was."""
        if verb is None or told[0].data["status"] not in PLANNED | MOVED:
            return False
        if self.carried_out.came_about(noun, verb):
            return True
        if told[0].data["status"] in MOVED or told[1].dep_ not in ("acl", "relcl"):
            return False
        entry = self.entry(verb)
        happened = entry is not None and entry.data["status"] in BY_TENSE and syntax.tense(verb) == "past"
        return happened and noun.dep_ in ("nsubj", "nsubjpass") and noun.head == verb and not syntax.negated(verb)

    def _went_ahead(self, noun: Token, verb: Token, entry: Entry) -> bool:
        """ "The visit went ahead on Monday": a word for what is to come, which in the past says that it was held."""
        return entry.data["status"] == "confirmed" and self.carried_out.came_about(noun, verb)

    def _does_it(self, noun: Token, word: Token) -> bool:
        """ "the call has set the scene", "the talks fixed a date": what the engagement does to something else."""
        doer = noun.dep_ == "nsubj" and noun.head.i == word.i and word.lemma_ in self.words["fixed_by_it"]
        thing = syntax.direct_object(word) if doer else None
        return thing is not None and thing.i > word.i

    def _unsure(self, entry: Entry, word: Token) -> bool:
        """ "could be arranged at short notice": nobody has arranged it."""
        unsure = bool(set(syntax.auxiliaries(word)) & UNSURE) and not syntax.negated(word)
        return unsure and entry.data["status"] == "announced"

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
        told = self.entry(verb)
        wished = told is not None and told.data["status"] in ("mooted", "disputed", "declined")
        unasked = wished or syntax.negated(verb) or set(syntax.auxiliaries(verb)) & MOOTING
        return (self.named["announced"] if unasked else entry), governor

    def _undoing(self, above: Sequence[Token], plan: Token) -> tuple[Entry, Token] | None:
        """ "abandoned plans to visit", "turned down a request to meet": what ends the plan that a trigger hangs on."""
        ending = UNDOING | ANSWERED if plan.lemma_.lower() in self.words["request_nouns"] else UNDOING
        below = plan
        for word in above:
            entry = self.entry(word)
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
                found = self.entry(child)
                if found is not None and found.data["status"] not in BY_TENSE:
                    return found, child
        return None

    def _off_after_place(self, noun: Token) -> tuple[Entry, Token] | None:
        """ "a planned trip to X, which was cancelled": the clause hangs on the place."""
        for place in syntax.prepositional(noun, "to", "in"):
            for clause in (c for c in place.children if c.dep_ == "relcl" and syntax.is_passive(c)):
                entry = self.entry(clause)
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
            entry = self.entry(below) if below.dep_ == "xcomp" or shared else None
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
        entry = self.entry(verb)
        if entry is not None and entry.data["status"] == "declined":
            return syntax.negated(verb)  # "did not rule out that X would come"
        return entry is not None and entry.data["status"] in ("disputed", "mooted", "announced", "confirmed")

    def entry(self, word: Token) -> Entry | None:
        """The row of a verb (with its particle) or adjective of status."""
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


def _let(clause: Token) -> bool:
    """ "refused to let X meet Y": a bare infinitive below a verb that lets."""
    return clause.tag_ == "VB" and clause.head.lemma_ == "let" and not syntax.auxiliaries(clause)


def _of_a_matter(link: Token) -> bool:
    """ "over" of "held a meeting over the dam": a preposition of its own, and not the end of "held over"."""
    named = link.dep_ == "prep" and link.lower_ == "over" and any(c.dep_ == "pobj" for c in link.children)
    return named and syntax.direct_object(link.head) is not None
