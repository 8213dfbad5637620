"""Between whom a letter goes, where its own words name one of them: "has not answered the letter that X sent him",
"congratulated Y in a message", "named Sunday in his letter for a meeting with Y".

In: the noun of a letter, the verb it stands under and its sentence. Out: who writes and who is written to, as far as
the clauses around it tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBJECTS = ("nsubj", "nsubjpass")


class Letters:
    """Reads the two ends of letters; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]], sides: Sides) -> None:
        self.sides = sides
        self.sending, self.replying = frozenset(words["sending_verbs"]), frozenset(words["replying_verbs"])
        self.bearing = frozenset(words["bearing_verbs"])
        self.meeting = frozenset(words["hosting_verbs"]) | {"meet"}

    def ends(self, letter: Token, verb: Token | None, sentence: Sentence, told: Sequence[Party]) -> list[Party]:
        """Who else is told to be at either end; `told` are those that stand beside the noun."""
        for tokens in (
            self._sent(letter), self._answered(letter, verb), self._asked(letter), self._handed(letter, verb),
        ):  # fmt: skip
            found = [p for t in tokens for p in self.sides.all(t, sentence)]
            if len(countries_of([*told, *found])) > 1:
                return found
        return self._told_in(letter, sentence)

    def handed(self, letter: Token, verb: Token | None, sentence: Sentence) -> list[Party]:
        """ "received the ambassador of X, who presented his credentials": the envoy and his host."""
        return [p for t in self._handed(letter, verb) for p in self.sides.all(t, sentence)]

    def _sent(self, letter: Token) -> list[Token]:
        """ "the letter that X sent to Y", "which X had written him"."""
        clauses = [c for c in letter.children if c.dep_ == "relcl" and c.lemma_ in self.sending]
        ends = [c for v in clauses for c in v.children if c.dep_ in (*SUBJECTS, "dobj", "dative") and c.tag_ != "WDT"]
        return [t for t in ends if t.dep_ != "dative" or t.tag_ != "IN"] + [
            t for v in clauses for t in syntax.prepositional(v, "to")
        ]

    def _answered(self, letter: Token, verb: Token | None) -> list[Token]:
        """Y in "Y has not answered the letter", "Y replied to a letter of X": whoever is to answer was written to."""
        at = syntax.clause_of(letter) if verb is None else verb
        answered = at.lemma_ in self.replying and syntax.relation(letter, at) in ("object", "to")
        clauses = [c for c in letter.children if c.dep_ == "relcl" and c.lemma_ in self.replying]
        verbs = [*([at] if answered else ()), *clauses]
        if answered and at.dep_ == "ccomp" and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in letter.children):
            verbs.append(at.head)  # "X said that Y had not replied to his letter": nobody replies to his own
        return [s for v in verbs if (s := syntax.subject(v)) is not None]

    def _handed(self, letter: Token, verb: Token | None) -> list[Token]:
        """Y in "was received by Y, to whom he delivered a message", "Y received X, who handed him a letter": who meets
        the bearer is written to."""
        if verb is None or verb.lemma_ not in self.bearing or letter.dep_ != "dobj":
            return []
        met = verb.head
        if any(t.lower_ == "whom" for t in syntax.prepositional(verb, "to")):
            whom = (syntax.agent_of(met) or syntax.direct_object(met)) if verb.dep_ == "advcl" else met
            return [t for t in (whom, syntax.subject(verb)) if t is not None]
        if verb.dep_ != "relcl":
            return []
        met = met.head if met.dep_ == "appos" else met  # "received the ambassador of X, Y, who handed him a letter"
        above = syntax.clause_of(met)
        if above.lemma_ not in self.meeting or syntax.relation(met, above) not in ("object", "with"):
            return []
        host = syntax.subject(above)
        return [host, met] if host is not None else []

    def _asked(self, letter: Token) -> list[Token]:
        """Y in "named Sunday in his letter for a meeting with Y": whom the writer asks to meet."""
        inside = letter.dep_ == "pobj" and letter.head.lower_ == "in"
        above = (letter, letter.head.head) if inside else (letter,)
        things = [n for at in above for n in syntax.prepositional(at, "for")]
        return [t for n in things if n.pos_ == "NOUN" for t in syntax.prepositional(n, "with")]

    def _told_in(self, letter: Token, sentence: Sentence) -> list[Party]:
        """ "X congratulated Y on taking office in a message": who tells whom something in it."""
        if letter.dep_ != "pobj" or letter.head.lower_ != "in":
            return []
        for verb in (v for v in letter.ancestors if v.pos_ == "VERB"):
            asked = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VB"), None)
            told = syntax.direct_object(verb) or (syntax.subject(asked) if asked is not None else None)
            who = syntax.subject(verb)
            beside = (*verb.children, *(told.children if told is not None and told.pos_ == "NOUN" else ()))
            wished = (c for c in beside if c.dep_ in ("dative", "compound") and c.tag_ != "IN")  # "wished Y success"
            named = [t for t in (who, told, *syntax.prepositional(verb, "to"), *wished) if t is not None]
            found = [p for t in named for p in self.sides.all(t, sentence)]
            if len(countries_of(found)) > 1:
                return found
        return []
