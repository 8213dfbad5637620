"""Plans told in the past that came to nothing: "had been due in X but stayed at home after …".

In: a trigger, its verb and the status word found for it. Out: what became of the plan and the span that says why, where
the sentence turns against the plan; None where it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.model import Span, StatusName
from detente.reading import syntax
from detente.reading.engagements.standing.reasons import Reasons
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


class Foiled:
    """Reads turns against a plan; `entry` gives a word's status."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], reasons: Reasons, entry: Callable[[Token], Entry | None]
    ) -> None:
        self.words, self.reasons, self.entry = words, reasons, entry

    def outcome(
        self, scene: Scene, trigger: Trigger, start: Token, found: tuple[Entry, Token] | None
    ) -> tuple[StatusName, Span | None] | None:
        """ "was to meet X on Friday, but Y said the talks had been postponed": what became of a plan, and why."""
        plan = self._past_plan(start, found)
        turn = self._turn(plan, trigger.token) if plan is not None else None
        if turn is None:
            status = self._left_undone(plan) if plan is not None else None
            return (status, None) if status is not None else None
        said = next((c for c in turn.children if c.dep_ == "ccomp"), turn)
        entry = self.entry(said)
        if entry is not None and entry.data["status"] == "postponed" and not syntax.negated(said):
            return "postponed", self.reasons.of(scene, said, trigger.sentence)
        if self._only_unsaid(said):
            return None
        if syntax.negated(said) and said.lemma_ in self.words["happening_verbs"]:
            return "did_not_occur", self.reasons.of(scene, said, trigger.sentence)
        why = self._why(scene, trigger, turn)
        return None if why is None else ("cancelled", why)

    def _why(self, scene: Scene, trigger: Trigger, turn: Token) -> Span | None:
        """Why a plan came to nothing; None where the turn only moves the plan."""
        forced = self.reasons.over(scene, turn, trigger.sentence)
        if forced is None and self._told_again(turn):
            return None
        reason = forced or self.reasons.of(scene, turn, trigger.sentence)
        mark = next(
            (t.i for t in turn.doc[trigger.token.i + 1 : turn.i] if t.lower_ in self.words["turns"]), turn.left_edge.i
        )
        own = [t for t in turn.doc[mark : turn.right_edge.i + 1] if t.lower_ not in (*self.words["turns"], "for")]
        return reason or scene.cover(trigger.sentence, [t for t in own if not t.is_punct] or [turn])

    def _past_plan(self, start: Token, found: tuple[Entry, Token] | None) -> Token | None:
        """The verb of "was to have gone", "had been due", "should have gone", "had planned to go"."""
        helpers = set(syntax.auxiliaries(start))
        if start.tag_ == "VBN" and "have" in helpers and helpers & {"should", "ought", "to"}:
            return start
        if found is None or found[0].data["status"] not in ("announced", "mooted"):
            return self._was_to(start) or self._had_meant_to(start)
        word = found[1]
        verb = word if word.pos_ in ("VERB", "AUX") else syntax.clause_of(word)
        forms = {*syntax.auxiliaries(verb), verb.lower_}
        past = bool(forms & {"was", "were", "had"}) or (verb.tag_ == "VBD" and verb.i != start.i)
        return verb if past and not forms & {"is", "are", "has", "have", "will"} else None

    def _had_meant_to(self, start: Token) -> Token | None:
        """The verb of meaning in "had meant to go", "was supposed to go"."""
        above, helpers = start.head, set(syntax.auxiliaries(start.head))
        infinitive = start.tag_ == "VB" and "to" in syntax.auxiliaries(start)
        meant = (
            infinitive and above.lemma_ in self.words["meaning_verbs"] and not helpers & {"is", "are", "has", "have"}
        )
        return above if meant and (helpers & {"had", "was", "were"} or above.tag_ == "VBD") else None

    def _was_to(self, start: Token) -> Token | None:
        above = start.head
        infinitive = start.tag_ == "VB" and "to" in syntax.auxiliaries(start) and above.lemma_ == "be"
        return above if infinitive and above.lower_ in ("was", "were") else None

    def _turn(self, plan: Token, trigger: Token) -> Token | None:
        """The verb of the clause that turns against a plan: after "but", "only for … to", "until"."""
        doc, end = trigger.doc, trigger.sent.end
        for mark in doc[trigger.i + 1 : end]:
            if mark.lower_ not in self.words["turns"]:
                continue
            if mark.lower_ == "only" and doc[min(mark.i + 1, end - 1)].lower_ not in ("for", "to"):
                continue
            after = [t for t in doc[mark.i + 1 : end] if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
            outside = [t for t in after if t.i != plan.i and (not syntax.under(plan, t) or _turned(t, plan))]
            if outside:
                return _had_to(outside[0])
        return None

    def _left_undone(self, plan: Token) -> StatusName | None:
        """ "X, who had been due in Y on Monday, did not go", "… delayed his departure": what became of his plan."""
        clause = next((t for t in (plan, *plan.ancestors) if t.dep_ == "relcl"), None)
        who = clause.head if clause is not None else None
        main = who.head if who is not None and who.dep_ == "nsubj" and who.head.i > plan.i else None
        if main is None or not any(c.tag_ in ("WP", "WDT") for c in (clause or plan).subtree):
            return None
        entry, thing = self.entry(main), syntax.direct_object(main)
        if entry is not None and entry.data["status"] == "postponed" and thing is not None:
            return "postponed" if thing.lemma_.lower() in {*self.words["journeys"], *self.words["departures"]} else None
        away = syntax.negated(main) and main.lemma_ in (*self.words["motion"], *self.words["happening_verbs"], "appear")
        alone = not any(True for _ in syntax.prepositional(main, "to", "with", "for"))
        return "did_not_occur" if away and alone else None

    def _only_unsaid(self, said: Token) -> bool:
        """ "but they had not settled on a day", "but gave no details", "but declined to say when"."""
        deed = next((c for c in said.children if c.dep_ == "xcomp"), None) if said.lemma_ == "decline" else said
        thing = syntax.direct_object(said)
        none = thing is not None and any(c.lower_ == "no" for c in thing.children)
        return (
            deed is not None
            and deed.lemma_ in self.words["unsaid"]
            and (deed is not said or none or syntax.negated(said))
        )

    def _told_again(self, turn: Token) -> bool:
        """Whether the turn only moves the plan, or tells that it was carried out after all."""
        entry = self.entry(turn)
        moved = entry is not None and entry.data["status"] not in ("cancelled", "declined", "did_not_occur")
        went = turn.lemma_ in self.words["motion"] or turn.lemma_ in self.words["happening_verbs"]
        return moved or (went and not syntax.negated(turn))


def _had_to(turn: Token) -> Token:
    """ "cancel" of "but had to cancel": what somebody had to do he did."""
    deed = next((c for c in turn.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    forced = turn.lemma_ == "have" and turn.tag_ == "VBD" and not syntax.negated(turn)
    return deed if forced and deed is not None and "to" in syntax.auxiliaries(deed) else turn


def _turned(verb: Token, plan: Token) -> bool:
    """A verb set beside the plan's by "but"."""
    return verb.dep_ == "conj" and verb.head.i == plan.i
