"""The sides that words beside the noun of an engagement name: owners, requesters, who is told or addressed there.

In: the noun and its sentence. Out: `Party`s, several where the words name several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.party import Party, countries_of, unique
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.standing.requests import asking
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

VISITOR = ("by", "of")
LEFT = ("compound", "amod", "nmod", "poss")


class NounSides:
    """Reads what stands beside nouns."""

    def __init__(self, scene: Scene, words: dict[str, list[str]], sides: Sides) -> None:
        self.scene, self.words, self.sides = scene, words, sides

    def both_in(self, sentence: Sentence) -> list[Party]:
        """The two officials of two states that a sentence names: "it was on the telephone that X and Y settled it"."""
        named = [p for t in sentence.tokens for p in self.sides.named(t, sentence)]
        people = unique([p for p in named if p.actor.kind == "person" and p.actor.official and p.country])
        return people if len(people) == 2 and len(countries_of(people)) == 2 else []

    def of_body(self, owner: Token, sentence: Sentence, found: list[Party]) -> list[Party]:
        """ "the session of the A-B Commission", "of the Commission of A and B": the states whose body it is."""
        if owner.lemma_.lower() not in self.words["joint_bodies"]:
            return []
        beside = self.beside(owner, sentence)
        return beside if len(countries_of([*found, *beside])) > 1 else [*beside, *self.sides.all(owner, sentence)]

    def asked_of(self, verb: Token, noun: Token, sentence: Sentence) -> list[Party]:
        """Y in "X asked Y for talks"."""
        things = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i != noun.i]
        return [p for c in things for p in self.sides.all(c, sentence)]

    def honoured(self, noun: Token, verb: Token, sentence: Sentence) -> list[Party]:
        """ "gave a dinner for Y", "a banquet in honour of Y", "a lunch in his honour": for whom a meal is given."""
        treats = verb.lemma_ in self.words["treating_verbs"]
        guests = [*syntax.prepositional(noun, "for"), *syntax.prepositional(verb, "for")] if treats else []
        for honour in (*syntax.prepositional(noun, "in"), *syntax.prepositional(verb, "in")):
            if honour.lemma_.lower() in self.words["honours"]:
                guests += [*syntax.prepositional(honour, "of"), *(c for c in honour.children if c.dep_ == "poss")]
        return unique([p for g in guests for p in self.sides.all(g, sentence)])

    def where_they_sat(self, verb: Token, sentence: Sentence) -> list[Party]:
        """ "The talks took place at the office, where X and Y went over …": the two sides told of at the place."""
        clauses = (t for t in verb.subtree if t.dep_ == "relcl" and any(c.lower_ == "where" for c in t.children))
        for clause in clauses:
            subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
            found = self.sides.all(subject, sentence) if subject is not None else []
            if len(countries_of(found)) > 1:
                return found
        return []

    def addressed(self, verb: Token, sentence: Sentence) -> list[Party]:
        """ "told Y in a phone call", "thanked Y at their meeting": who is spoken to there."""
        things = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("PROPN", "NOUN", "PRON")]
        things += syntax.prepositional(verb, "to")  # "complained to Y at a bilateral", "apologised to Y in a call"
        found = [p for c in things for p in self.sides.all(c, sentence)]
        return [p for p in found if p.actor.kind in ("person", "office", "unnamed") and p.actor.official]

    def told_next(self, sentence: Sentence) -> list[Party]:
        """ "A telephone call, on Monday. X reached Y": the two sides that the next sentence names."""
        following = self.scene.sentences[sentence.index + 1 : sentence.index + 2]
        if not following or following[0].passage.index != sentence.passage.index:
            return []
        after = following[0]
        people = [p for t in after.tokens for p in self.sides.named(t, after) if p.actor.kind == "person"]
        people = unique([p for p in people if p.country and p.actor.official])
        return people if len(countries_of(people)) == 2 else []

    def lacks_its_own(self, clauses: Iterable[Token], found: Sequence[Party]) -> bool:
        """Whether nobody is named yet, or one side alone of "a call that X had with Y"."""
        had = any(c.lemma_ in self.words["having_verbs"] for c in clauses) and len(countries_of(found)) < 2
        return had or not any(p.actor.kind in ("person", "office") for p in found)

    def own_clause(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "a trip that X was expected to make", "X is abroad, a trip that covers …": the one who goes."""
        for clause in syntax.clauses_about(noun):
            if _during_which(clause):
                continue
            carried = syntax.direct_object(clause) if clause.lemma_ in self.words["conveying_verbs"] else None
            if carried is not None and (found := self.sides.all(carried, sentence)):
                return found
            subject = next(
                (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP")),
                None,
            )
            if subject is not None and (found := self.sides.all(subject, sentence)):
                return found
        if noun.dep_ in ("appos", "attr", "npadvmod"):
            verb = syntax.clause_of(noun.head)
            subject = syntax.subject(verb) or syntax.passive_subject(verb)
            return self.sides.all(subject, sentence) if subject is not None and subject != noun else []
        return []

    def holders(self, clauses: Iterable[Token], sentence: Sentence) -> list[Party]:
        """ "the conversation held by X and Y": who held it, told by a participle about the noun."""
        held = (c for c in clauses if c.lemma_ in self.words["holding_verbs"] and c.tag_ == "VBN")
        by = (a for c in held if c.lemma_ not in self.words["hosting_verbs"] and (a := syntax.agent_of(c)) is not None)
        found = [p for a in by for p in self.sides.all(a, sentence) if p.country]
        return found if len(countries_of(found)) > 1 else []

    def callers(self, clauses: Iterable[Token], sentence: Sentence) -> list[Party]:
        """ "a call made on Monday by X to Y": who rang whom, told by a participle about the noun."""
        made = [c for c in clauses if c.lemma_ in self.words["calling_verbs"] and c.tag_ == "VBN"]
        after = (takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), c.doc[c.i + 1 : sentence.tokens.end]) for c in made)
        rung = [t for run in after for t in run if t.dep_ == "pobj" and t.head.lower_ == "to"]  # wherever it was hung
        ends = [*(t for c in made if (t := syntax.agent_of(c)) is not None), *rung]
        return [p for t in ends for p in self.sides.all(t, sentence) if p.country]

    def after_place(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "a visit to X by Y", "the visit to X of Y": the traveller told after the place."""
        for token in noun.doc[noun.i + 1 : sentence.tokens.end]:
            if token.lower_ in VISITOR:
                named = [p for c in token.children if c.dep_ == "pobj" for p in self.sides.all(c, sentence)]
                named = named or self._first_named(token.doc[token.i + 1 : sentence.tokens.end], sentence)
                return [p for p in named if p.actor.kind in ("person", "office", "group")]
            if token.pos_ not in ("ADP", "PROPN", "DET", "ADJ", "CCONJ"):
                break
        return []

    def chairs(self, noun: Token, verb: Token | None, sentence: Sentence) -> list[Party]:
        """ "talks, led by X and Y, opened", "the session opened in Z, co-chaired by X and Y", "was held under the
        chairmanship of X and Y": those at the head."""
        clauses = [c for c in noun.children if c.dep_ == "acl"]
        if verb is not None and noun.head == verb:
            clauses += [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i > verb.i]
        led = (c for c in clauses if c.lemma_ in self.sides.small["leading"] and syntax.agent_of(c) is not None)
        named = [p for c in led for t in c.subtree for p in self.sides.named(t, sentence)]
        for chair in syntax.prepositional(noun if verb is None else verb, "under"):
            if chair.lemma_.lower() in self.words["chairmanships"]:
                named += self._of_each(
                    unique(p for t in chair.subtree for p in self.sides.named(t, sentence)), chair, sentence
                )
        return [p for p in named if p.actor.kind == "person" and p.country]

    def _of_each(self, people: list[Party], chair: Token, sentence: Sentence) -> list[Party]:
        """ "the commission of A and B … under the chairmanship of Deputy Ministers X and Y": one of each state, in the
        order of their names where neither's is told."""
        states = [p.country for p in self.sides.frame.states(sentence, chair.i, 2) if p.country]
        bare = [p for p in people if p.country is None]
        if len(people) != 2 or not bare or len(set(states)) != 2:
            return people
        order = sorted(set(states), key=self.sides.frame.first_named)
        if len(bare) == 1:
            other = next((c for c in order if c not in countries_of(people)), None)
            return [p.of(other) if p in bare and other is not None else p for p in people]
        return [p.of(c) for p, c in zip(people, order)]

    def in_which(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "a call in which X and Y sounded each other out": the two who did something at it."""
        clauses = (c for c in syntax.clauses_about(noun) if _during_which(c))
        subjects = (s for c in clauses if (s := syntax.subject(c)) is not None)
        found = [p for s in subjects for p in self.sides.all(s, sentence) if p.country]
        return found if len(countries_of(found)) > 1 else []

    def gathered(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "the talks brought together X and Y", "the meeting, which gathered the ministers of A and B": who came."""
        linked = (c for c in noun.children if c.dep_ == "relcl" and _of_itself(c))
        verbs = [noun.head, *linked] if noun.dep_ == "nsubj" else list(linked)
        drawn = (v for v in verbs if v.lemma_ in self.sides.words["gathering_verbs"])
        things = (t for v in drawn if (t := syntax.direct_object(v)) is not None)
        return [p for t in things for p in self.sides.all(t, sentence) if p.country]

    def _first_named(self, words: Iterable[Token], sentence: Sentence) -> list[Party]:
        """The first person named before a verb."""
        for token in takewhile(lambda t: t.pos_ not in ("VERB", "AUX", "PUNCT"), words):
            found = [p for p in self.sides.named(token, sentence) if p.actor.kind == "person"]
            if found:
                return found
        return []

    def asked(self, noun: Token, sentence: Sentence) -> list[Party]:
        """Whose request it is: "a request by X for talks", "X's invitation to talks"."""
        request = asking(noun, self.words)
        if request is None:
            return []
        owners = [
            *(c for c in request.children if c.dep_ in ("poss", "amod", "compound", "nmod")),
            *syntax.prepositional(request, "by", "from"),
            *(syntax.prepositional(request, "to") if request.lemma_.lower() in self.words["invitations"] else ()),
        ]
        return [p for o in owners for p in self.sides.party(o, sentence) or self.sides.named(o, sentence)]

    def beside(self, noun: Token, sentence: Sentence, visit: bool = False) -> list[Party]:
        """ "X's visit", "their meeting", "X-Y talks", "the A-B dialogue"; the state of "a Peru visit"
        is where it leads."""
        found: list[Party] = []
        named: list[Party] = []
        for child in noun.lefts:
            if child.dep_ == "poss":
                clause = syntax.clause_of(noun)
                whose = child.tag_ == "WP$" and clause.dep_ == "relcl"  # "X, whose visit to Y is set for Monday"
                found += self.sides.all(clause.head if whose else child, sentence)
            elif child.dep_ in LEFT:
                words = (t for t in child.subtree if t.dep_ in (*LEFT, "conj"))
                named += [p for t in words for p in self.sides.named(t, sentence)]
        visit = visit and not any(c.lower_ == "to" for c in noun.children)  # "a Kenya government visit to Uganda"
        named = [p for p in named if not visit or p.actor.kind != "state" or p.actor.span.text != p.actor.name]
        joint = len(countries_of(named)) > 1 or noun.lemma_.lower() not in self.words["gatherings_of_bodies"]
        return [*found, *named] if joint else found


def _of_itself(clause: Token) -> bool:
    """ "the meeting, which gathered …": the noun is what does it."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("which", "that") for c in clause.children)


def _during_which(clause: Token) -> bool:
    """ "a visit in which the two sides agreed": what was done on it, and not who made it."""
    return any(t.tag_ == "WDT" and t.dep_ == "pobj" for c in clause.children if c.dep_ == "prep" for t in c.children)
