"""Gatherings of many states: what a summit or a conference needs to stand for itself, and who holds it.

In: a noun that names a gathering, with who and where was read beside it, and its date. Out: whether it is an
engagement though the text names one side only ("the summit in X on 5 May", "the next summit will be held in X"), and
the state that hosts it where a clause about it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.model import Country, Form
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.lexicon import HEADS
from detente.reading.actors.regions import members, named_before
from detente.reading.engagements.party import Attendance, Party
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


AT_TABLE = frozenset({"meeting", "talks", "summit_session", "video_call"})


class Gatherings:
    """Judges the gatherings of one codebook's words."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.words = words

    def stands(self, trigger: Trigger, attendance: Attendance, dated: bool, cast: Cast) -> bool:
        """A gathering of states with a day or month of its own and a place, a body or somebody who goes there."""
        if self.of_members(trigger, attendance, cast):
            return dated or bool(attendance.places)
        pointed = any(c.lower_ in self.words["pointing"] for c in trigger.token.children)
        if trigger.form != "summit_session" or not trigger.noun or not dated or pointed:
            return False
        placed = {p.country for p in attendance.places if p.country}
        sides = {p.country for p in attendance.parties if p.country and p.actor.official and not _only_speaks(p)}
        if len(placed | sides) < 2 and _any_one(trigger.token):
            return False
        if trigger.token.lemma_.lower() not in self.words["summits"]:
            return bool(placed) and bool(sides or self._officials(trigger.sentence, cast))
        return len(sides) > 1 or (bool(placed) and bool(sides or self._of_states(trigger.sentence, cast)))

    def of_members(self, trigger: Trigger, attendance: Attendance, cast: Cast) -> bool:
        """ "NATO's defence ministers met", "the Security Council held a session": the members of one body of states."""
        sides = {p.country for p in attendance.parties if p.country}
        if trigger.form not in AT_TABLE or len(sides) != 1 or sides & set(cast.lexicon.country_names):
            return False
        verb = syntax.clause_of(trigger.token)
        subject = syntax.subject(verb)
        official = all(p.actor.official for p in attendance.parties if p.country)
        if subject is None or not official or syntax.is_passive(verb):
            return False
        members = subject.tag_ in ("NNS", "NNPS") and any(p.actor.kind != "organisation" for p in attendance.parties)
        sits = trigger.noun and verb.lemma_ in self.words["convening_verbs"] and syntax.direct_object(verb) is not None
        held = sits and trigger.token in syntax.conjuncts_of_object(verb)
        return members or held

    def form(self, trigger: Trigger, attendance: Attendance) -> Form:
        """What a body's members hold: a summit where they are heads or the body itself sits, else a meeting."""
        heads = any(p.entity is not None and p.entity.level in HEADS for p in attendance.parties)
        sits = all(p.actor.kind == "organisation" for p in attendance.parties)
        return "summit_session" if heads or sits or trigger.form == "summit_session" else "meeting"

    def of_people(self, trigger: Trigger, cast: Cast) -> bool:
        """ "a gathering of tribal elders": of people at home, and of no states."""
        noun = trigger.token
        if trigger.noun and any(c.lower_ in self.words["inward"] for c in noun.children):
            return not any(True for _ in syntax.prepositional(noun, "with", "between"))
        if trigger.form != "summit_session" or not trigger.noun:
            return False
        people = [t for t in syntax.prepositional(noun, "of") if t.tag_ == "NNS"]
        agents = cast.lexicon.words["state_agents"]
        return bool(people) and _any_one(noun) and not any({t.lower_, t.lemma_.lower()} & agents for t in people)

    def _officials(self, sentence: Sentence, cast: Cast) -> bool:
        """Whether the sentence names a state, a body or an official at all."""
        return any(
            e.official and e.country and cast.mentions[n].sentence == sentence.index
            for n, e in cast.entities.items()
            if cast.mentions[n].kind != "place"
        )

    def _of_states(self, sentence: Sentence, cast: Cast) -> bool:
        """Whether a report is one of states: its sentence names one, or its text a minister or a head of state."""
        heads = ("head_of_state", "head_of_government", "minister")
        return self._officials(sentence, cast) or any(e.level in heads and e.country for e in cast.entities.values())

    def attended(self, trigger: Trigger) -> Token | None:
        """The gathering that a verb leads to: "attends a summit", "takes part in a meeting"."""
        into = syntax.prepositional(trigger.token, *trigger.partner_prepositions)
        gathering = (t for t in into if t.lemma_.lower() in self.words["gatherings"])
        thing = syntax.direct_object(trigger.token)
        return thing if thing is not None and thing.lemma_.lower() != "part" else next(gathering, None)

    def group(self, noun: Token, cast: Cast) -> list[Country]:
        """ "the Nordic summit", "a Visegrad retreat": the states of the group that it is called by."""
        summit = noun.lemma_.lower() in self.words["summits"]
        return named_before(noun, cast.lexicon.state_groups) if summit else []

    def hosts(self, noun: Token, cast: Cast) -> Iterator[Token]:
        """X in "the summit, which X is to host", "the conference hosted by X"; the body whose assembly it is by name,
        "the United Nations General Assembly", "the African Union summit", and whose ministers meet, "a meeting of NATO
        ministers", "the Nordic foreign ministers"."""
        names = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.ent_type_ == "ORG"]
        if not any(c.lower_ in self.words["clubs"] for c in noun.children):  # a club of states has no seat of its own
            yield from [*([noun] if noun.pos_ == "PROPN" else []), *names]
        groups, states = cast.lexicon.state_groups, frozenset(self.words["dyad_nouns"])
        people = [m for m in syntax.prepositional(noun, "of") if m.tag_ == "NNS"]
        yield from (m for m in people if _of_a_body(m) or members(m, groups, states))
        for clause in syntax.clauses_about(noun):
            verbs = [clause, *(c for c in clause.children if c.dep_ in ("xcomp", "ccomp"))]
            if any(v.lemma_ in self.words["convening_verbs"] for v in verbs):
                host = syntax.agent_of(clause) or next((c for c in clause.children if c.dep_ == "nsubj"), None)
                if host is not None and host.tag_ not in ("WDT", "WP"):
                    yield host


def _of_a_body(ministers: Token) -> bool:
    """ "NATO ministers": with a body's name in capitals right before them."""
    named = (c for c in ministers.children if c.dep_ in ("compound", "nmod"))
    return any(c.text.isupper() and len(c.text) > 1 for c in named)


def _any_one(noun: Token) -> bool:
    """Whether a gathering is one among others: "a business forum"."""
    return any(c.lower_ in ("a", "an") for c in noun.children)


def _only_speaks(party: Party) -> bool:
    return party.entity is not None and party.entity.portfolio == "spokesperson"
