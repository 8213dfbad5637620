"""What a side says that it will do: "we will stand with you", "he would convey the message", "the two governments
will submit a plan".

In: a statement, or a sentence of the reporter's. Out: the clauses that bind the side or the sides. What another is told
to do, what hangs on a condition, what is only foreseen and where a leader is to travel binds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.clauses import Segment, segments
from detente.reading.stances.together import Together, country_of

if TYPE_CHECKING:
    from detente.reading.words import Token

WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
HAVING = frozenset({"has", "have", "had", "'s", "'ve", "’ve"})
NAMING = ("PROPN", "NOUN", "ADJ", "PRON")
SAID = frozenset({"say", "stress", "promise"})  # forces under which one's own "will" binds
FREELY = frozenset({"where", "wherever", "as", "however", "whenever", "whatever"})
PLEASING = frozenset({"see", "please", "choose", "like", "want", "wish", "need"})
CONDITIONS = frozenset({"if", "unless", "should", "once", "when", "until"})


class Intentions:
    """Looks for what sides say that they will do, in one document."""

    def __init__(self, words: Mapping[str, Sequence[str]], scene: Scene, cast: Cast, together: Together) -> None:
        self.unpromised = frozenset(words["unpromised"]) | frozenset(words["no_acts"])
        self.committed = frozenset(words["committed"])
        self.arranging, self.arranged = frozenset(words["arranging"]), frozenset(words["arranged"])
        self.selves, self.ready = frozenset(words["selves"]), frozenset(words["made_ready"])
        self.allowing, self.grounds, self.using = (frozenset(words[k]) for k in ("allowing", "own_grounds", "using"))
        self.repeating, self.yielding = frozenset(words["repeating"]), frozenset(words["yielding"])
        self.scene, self.cast, self.together = scene, cast, together

    def own(self, draft: Draft) -> Iterator[Span]:
        """The clauses of a statement in which its speaker's side says what it will do."""
        side, cue = draft.on_behalf_of, draft.cue
        if side is None or draft.silent or (cue is not None and cue.force not in SAID):
            return
        for segment in segments(self.scene, draft.content, draft.cue_span):
            if segment.lead is None or not self._meant(segment.verb or segment.lead, segment.lead):
                continue
            subject = syntax.subject(segment.lead)
            if subject is None or self._itinerary(segment):
                continue
            due = self._due(segment.verb or segment.lead)
            if self._is_own(subject, segment.sentence, side) and (due or self._beside(segment, draft)):
                yield segment.span

    def again(self, draft: Draft) -> bool:
        """Whether a statement repeats what was said before: "reiterated that X will …"."""
        return draft.cue is not None and draft.sentence.passage.doc[draft.cue.token].lemma_ in self.repeating

    def _itinerary(self, segment: Segment) -> bool:
        """ "will pay a visit to X", "will host Y on Friday", "the trip will involve Z": what is to take place, and no
        pledge."""
        verb = segment.verb or segment.lead
        thing = syntax.direct_object(verb) if verb is not None else None
        subject = syntax.subject(segment.lead) if segment.lead is not None else None
        if subject is not None and subject.lemma_.lower() in self.arranged:
            return True
        if verb is None or thing is None:
            onward = (
                {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "advmod")} if verb is not None else ()
            )
            return verb is not None and verb.lemma_ == "continue" and bool({"on", "to", "onward"} & set(onward))
        entity = self.cast.entity(thing, segment.sentence)
        guest = entity is not None and entity.kind in ("person", "office")
        due = any(c.lower_ in ("within", "by") for c in verb.children)  # "will conduct consultations within 30 days"
        return verb.lemma_ in self.arranging and not due and (guest or thing.lemma_.lower() in self.arranged)

    def _beside(self, segment: Segment, draft: Draft) -> bool:
        """Whether another side is near to whom it is promised: addressed, named in the sentence or right before, or
        met."""
        side, heard = draft.on_behalf_of, draft.addressee.country if draft.addressee is not None else None
        own = segment.sentence
        near = (s for s in self.scene.sentences[max(0, own.index - 1) : own.index + 1] if s.passage == own.passage)
        named = (self.cast.country_at(t, s) for s in near for t in s.tokens if t.pos_ in NAMING)
        if heard not in (None, side) or any(c not in (None, side) for c in named):
            return True
        return any(side in e.countries and len(e.countries) > 1 for e in self.together.engagements)

    def bound(self) -> Iterator[tuple[Country, Span]]:
        """ "X remains committed to resolving Y": the states that say that they are bound, and to what."""
        for sentence in self.scene.sentences:
            for word in sentence.tokens:
                if word.lower_ not in self.committed or word.dep_ not in (
                    "acomp",
                    "attr",
                    "oprd",
                    "ROOT",
                    "ccomp",
                    "conj",
                ):
                    continue
                if any(c.dep_ == "dobj" or (c.dep_ == "aux" and c.lower_ in HAVING) for c in word.children):
                    continue  # "has committed six hundred officers to X"
                verb = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
                subject = syntax.subject(verb) or syntax.passive_subject(verb)
                side = country_of(subject, sentence, self.cast) if subject is not None else None
                deed = _deed(word) or _deed(verb)
                if side is None or deed is None or syntax.negated(verb) or syntax.negated(word):
                    continue
                yield side, self.scene.cover(sentence, [t for t in deed.subtree if not t.is_punct])

    def jointly(self) -> Iterator[tuple[tuple[Country, ...], Span]]:
        """The sentences that say what two sides that met will do together."""
        for sentence in self.scene.sentences:
            for verb in (t for t in sentence.tokens if t.tag_ == "VB" and t.dep_ in ("ROOT", "ccomp", "conj")):
                subject = syntax.subject(verb)
                if subject is not None and subject.lower_ == "they" and verb.dep_ == "ccomp":
                    subject = syntax.subject(verb.head)  # "The two ministers confirmed that they would …"
                if subject is None or subject.pos_ == "PRON" or not self._binding(verb, verb):
                    continue
                by = self.together.by_noun(subject, sentence)
                by = by if len(by) > 1 else self._alone(verb, subject, sentence)
                if by:
                    told = [t for t in verb.subtree if not t.is_punct and t.dep_ != "mark"]
                    yield by, self.scene.cover(sentence, told)

    def _alone(self, verb: Token, subject: Token, sentence: Sentence) -> tuple[Country, ...]:
        """X in "X will withdraw its troops by the end of May": one state that binds itself to a day."""
        actor = self.cast.actor(subject, sentence) if verb.dep_ == "ROOT" and self._due(verb) else None
        plain = actor is not None and actor.kind == "state" and len(syntax.conjuncts(subject)) == 1
        return (actor.country,) if plain and actor is not None and actor.country is not None else ()

    def _due(self, verb: Token) -> bool:
        """Whether an act that gives something up, back or over has a day by which it is to be done."""
        days = [c for c in verb.subtree if c.dep_ == "prep" and c.lower_ in ("by", "before", "within")]
        dated = any(t.ent_type_ == "DATE" for c in days for t in c.children)
        return dated and (verb.lemma_ in self.yielding or syntax.with_particle(verb) in self.yielding)

    def _meant(self, verb: Token, lead: Token) -> bool:
        """Whether one's own verb binds: "will send X", or "is to send X"."""
        appointed = appointed_act(lead)
        if appointed is None:
            return self._binding(verb, lead)
        idle = appointed.lemma_ in self.unpromised or syntax.is_passive(appointed) or syntax.negated(lead)
        return not idle and not self._on_terms(appointed) and not self._on_terms(lead)

    def _on_terms(self, verb: Token) -> bool:
        """Whether an act hangs on a condition."""
        clauses = (c for c in verb.children if c.dep_ == "advcl")
        return any(m.lower_ in CONDITIONS for c in clauses for m in c.children if m.dep_ in ("mark", "advmod"))

    def _binding(self, verb: Token, lead: Token) -> bool:
        """Whether a verb with "will" binds: an act, not denied, on no condition."""
        thing = syntax.direct_object(verb)
        apart = any(c.tag_ == "MD" for c in verb.children) and not (thing is not None and thing.pos_ == "PRON")
        helped = verb if apart else lead  # "backs X and will send Y"
        helpers = set(syntax.auxiliaries(helped))
        kept = self._bars_its_ground(verb)
        plain = bool(helpers & WILL) and not helpers & {"have", "rather"} and kept == syntax.negated(helped)
        if any(c.lower_ == "rather" for c in helped.children) or verb.tag_ not in ("VB", "VBP"):
            return False
        idle = verb.lemma_ in self.unpromised and not (verb.lemma_ == "make" and self._at_hand(verb))
        if not plain or verb.pos_ != "VERB" or idle or syntax.is_passive(verb):
            return False
        return not self._on_terms(verb) and not _at_will(verb)

    def _bars_its_ground(self, verb: Token) -> bool:
        """ "will not allow its territory to be used for attacks on X": what it keeps from is a promise to X."""
        own = (t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in self.grounds)
        owned = any(c.tag_ == "PRP$" for t in own for c in t.children)
        return verb.lemma_ in self.allowing and owned and any(t.lemma_ in self.using for t in verb.subtree)

    def _at_hand(self, made: Token) -> bool:
        """ "will make X available": a thing given."""
        return any(t.lower_ in self.ready and t.i > made.i for c in made.children for t in (c, *c.children))

    def _is_own(self, subject: Token, sentence: Sentence, side: Country) -> bool:
        if len(syntax.conjuncts(subject)) > 1 or subject.lower_ in ("you", "they", "this", "that"):
            return False
        actor = self.cast.actor(subject, sentence)
        if actor is not None and actor.country is not None:
            return actor.country == side and (actor.official or actor.kind == "state")
        return subject.lower_ in self.selves or country_of(subject, sentence, self.cast) == side


def _at_will(verb: Token) -> bool:
    """ "We shall buy it where we can get it", "will decide for itself": what one keeps one's hands free for."""
    subject = syntax.subject(verb)
    if any(t.lower_.endswith(("self", "selves")) for t in syntax.prepositional(verb, "for")):
        return True
    for clause in (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i):
        own = syntax.subject(clause)
        marked = any(c.lower_ in FREELY for c in clause.children)
        free = clause.lemma_ in PLEASING or bool(set(syntax.auxiliaries(clause)) & {"can", "could"})
        pronoun = own is not None and (
            own.lower_ in ("it", "they") or (subject is not None and own.lower_ == subject.lower_)
        )
        if marked and free and pronoun:
            return True
    return False


def appointed_act(lead: Token) -> Token | None:
    """The act in "X is to send Y": what is settled that X will do."""
    if lead.lemma_ != "be" or lead.tag_ not in ("VBZ", "VBP", "VBD") or syntax.auxiliaries(lead):
        return None
    act = next((c for c in lead.children if c.dep_ == "xcomp" and c.i > lead.i and c.tag_ == "VB"), None)
    plain = act is not None and any(c.tag_ == "TO" and c.i == lead.i + 1 for c in act.children)
    return act if plain and not any(c.dep_ in ("attr", "acomp") for c in lead.children) else None


def _deed(word: Token) -> Token | None:
    """What one is committed to doing: the verb or noun after "to"; "pledged to X to act" is a promise to X."""
    given = any(c.dep_ in ("xcomp", "ccomp") for c in word.children)
    if given and word.pos_ == "VERB" and any(True for _ in syntax.prepositional(word, "to")):
        return None
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ == "to" and child.i > word.i:
            return next((c for c in child.children if c.dep_ in ("pcomp", "pobj")), None)
        if child.dep_ == "xcomp" and child.i > word.i and any(c.tag_ == "TO" for c in child.children):
            return child
    return None
