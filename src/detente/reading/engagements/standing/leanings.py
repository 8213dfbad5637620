"""What is only wished, weighed, dreaded or guessed at: "has no interest in meeting X", "would be glad to host talks",
"a meeting seems unlikely", "the way is clear for a summit"; and what is remembered, which has been.

In: a trigger and the verb that tells of it. Out: the status that the word over it gives, with that word; None where no
such word stands over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import StatusName
from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

Leaning = tuple[StatusName, "Token"]
BELOW = frozenset({"xcomp", "ccomp", "acl", "relcl", "advcl", "dobj", "oprd"})
LINKS = frozenset({"of", "in", "on", "to", "about", "for", "at", "from", "with"})
INSIDE = frozenset({"in", "with", "at", "from", "on", "about"})  # "prepared the ground in a call": they spoke
TOLD_OF = frozenset({"acomp", "oprd", "attr", "advmod", "prt", "xcomp"})
NONE = frozenset({"no", "little", "scant", "neither", "nor"})
ANY_ONE = frozenset({"a", "an", "any", "such", "another", "no", "further"})
WOULD = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "could", "might", "may"})


class Leanings:
    """Reads inclination, aversion and guesses by a codebook's words."""

    def __init__(self, words: Mapping[str, Sequence[str]], trying: Sequence[str]) -> None:
        self.words = {name: frozenset(listed) for name, listed in words.items()}
        self.trying = frozenset(trying)

    def of(self, trigger: Trigger, verb: Token | None) -> Leaning | None:
        """The status that a leaning gives a trigger, and its word."""
        if not trigger.noun:
            return self._of_deed(trigger.token)
        noun = trigger.token
        if (entered := self._entered(noun)) is not None:
            return entered
        if verb is not None and _done_by(noun, verb) and (found := self._of_deed(verb)) is not None:
            return found
        begun = noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in self.words["starts"]
        return self._of_noun(noun, verb) if _any_one(noun) or begun else None

    def brought_to(self, deed: Token) -> bool:
        """ "was keen to stress in talks", "got X to agree in a call": said or won there, where that is past."""
        over = deed.head
        if over.pos_ == "ADJ" and over.lower_ in self.words["quick_to"]:
            return over.head.lemma_ == "be"
        below = deed.dep_ in ("xcomp", "ccomp", "advcl") and syntax.tense(over) == "past"
        return below and over.lemma_ in self.words["persuading"]

    def _of_deed(self, deed: Token) -> Leaning | None:
        """By what stands over "to meet X", "meeting X"."""
        while deed.dep_ == "conj" and deed.head.pos_ == "VERB" and deed.head.tag_ == deed.tag_:
            deed = deed.head
        if deed.tag_ not in ("VB", "VBG") or syntax.negated(deed):
            return None
        for over in _over(deed):
            if (found := self._said_by(over, deed)) is not None:
                return found, over
        above = deed.head if deed.dep_ == "csubj" and deed.tag_ == "VBG" else None
        return ("mooted", above) if above is not None and "would" in syntax.auxiliaries(above) else None

    def _said_by(self, over: Token, deed: Token) -> StatusName | None:
        """What one word makes of the deed under it."""
        if over.pos_ in ("NOUN", "PROPN"):
            return self._by_noun(over)
        if (found := self._by_adjective(over)) is not None:
            return found
        return self._by_verb(over, deed) if over.pos_ in ("VERB", "AUX") else None

    def _by_adjective(self, word: Token) -> StatusName | None:
        """ "is keen to", "is not interested in", "would be happy to", "too early to"."""
        if word.pos_ != "ADJ" and word.dep_ not in ("acomp", "oprd") and not syntax.is_passive(word):
            return None  # "prepared the ground for talks"
        told, be = word.lower_, word.head
        denied = _denied(word, be)
        if told in self.words["glad"]:
            always = any(c.lower_ == "always" for c in (*be.children, *word.children))
            would = always or bool(WOULD & set(syntax.auxiliaries(be)))
            return "mooted" if would and be.lemma_ == "be" and not denied else None
        if told in self.words["judged"] and be.lemma_ == "be" and syntax.tense(be) == "past":
            return "held"  # "was right to meet X"
        if told in self.words["untimely"]:
            return "mooted" if any(c.lower_ == "too" for c in word.children) else None
        it = be.lemma_ == "be" and "would" in syntax.auxiliaries(be) and any(_it(c) for c in be.children)
        if it and word.dep_ == "acomp":
            return "mooted"  # "It would be naive to expect talks"
        if told in self.words["inclined"]:
            return "declined" if denied else "mooted"
        if told in self.words["unwilling"]:
            return "mooted" if denied else "declined"
        if told in self.words["loath"]:
            return "mooted"
        return "declined" if told == "about" and denied and word.dep_ == "acomp" else None

    def _by_noun(self, noun: Token) -> StatusName | None:
        """ "no reason to", "little interest in", "in no hurry to", "pressure to", "time for X to"."""
        word, clause = noun.lemma_.lower(), syntax.clause_of(noun)
        if word in self.words["brinks"] and noun.dep_ == "pobj" and noun.head.lower_ == "on":
            return "mooted"
        if word in self.words["drives"] and (_none(noun) or (clause.i != noun.i and syntax.negated(clause))):
            return "declined"
        if word in self.words["wishes"]:
            return "mooted"
        if word in self.words["vows"] and clause.lemma_ in self.words["keeping"] and not syntax.negated(clause):
            return "held" if syntax.tense(clause) == "past" else None
        ripe = word == "time" and ((noun.dep_ == "attr" and clause.lemma_ == "be") or clause.lemma_ == "come")
        it = syntax.subject(clause) if ripe else None
        return "mooted" if it is not None and (it.i == noun.i or it.lower_ in ("it", "now")) else None

    def _by_verb(self, verb: Token, deed: Token) -> StatusName | None:
        """ "would love to", "is being pressed to", "avoided -ing", "recalled -ing"."""
        told, helpers = self._told(verb), set(syntax.auxiliaries(verb))
        denied = syntax.negated(verb)
        if told & self.words["would_wish"] and helpers & WOULD:
            return "declined" if denied else "mooted"
        if told & self.words["recalling"] and deed.tag_ == "VBG" and not denied and deed.dep_ != "dobj":
            return None if helpers & {*WOULD, "to"} else "held"
        if told & self.words["avoiding"]:
            return None if denied else "did_not_occur" if syntax.tense(verb) == "past" else "declined"
        if told & self.words["resisting"]:
            return "mooted" if denied else "declined"
        sees_himself = verb.lemma_ == "see" and any(t.lower_.endswith("self") for t in verb.subtree if t.i < deed.i)
        if told & self.words["musing"] or (sees_himself and deed.tag_ == "VBG"):
            return "declined" if denied and told & {"think_of", "dream_of"} else "mooted"
        tried = told & self.words["persuading"] and verb.tag_ == "VB" and verb.head.lemma_.lower() in self.trying
        return "mooted" if tried else None

    def _entered(self, noun: Token) -> Leaning | None:
        """ "is heading into a meeting with X", "feels strong coming into the talks", "will not be drawn into talks"."""
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "into" else None
        if over is None:
            return None
        if over.lemma_ in self.words["dragged_into"] and syntax.is_passive(over) and syntax.negated(over):
            return "declined", over
        above = syntax.clause_of(over.head) if over.tag_ == "VBG" and over.dep_ == "advcl" else over
        now = over.lemma_ in self.words["going_into"] and syntax.tense(above) == "present"
        return ("announced", over) if now else None

    def _of_noun(self, noun: Token, verb: Token | None) -> Leaning | None:
        """By what is said of any meeting there may be, what it takes for one, or who shrinks from it."""
        start = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        told = start if start.lemma_.lower() in self.words["starts"] else noun  # "a resumption of talks is unlikely"
        if verb is not None and told.dep_ in ("nsubj", "nsubjpass") and told.head.i == verb.i:
            return ("mooted", verb) if self._only_thought_of(verb) else None
        if noun.dep_ == "dobj":
            return self._of_object(noun.head)
        if noun.dep_ != "pobj" or noun.head.lower_ not in (*LINKS, "into", "against"):
            return None
        over = noun.head.head
        if noun.head.lower_ == "into":
            bent = syntax.is_passive(over) or syntax.direct_object(over) is not None
            pressed = over.lemma_ in self.words["pressed_into"] and bent
            return ("mooted", over) if pressed else None
        nouns = (
            [over] if over.pos_ == "NOUN" else [_beside(over, noun.head)] if over.pos_ in ("VERB", "AUX", "ADJ") else []
        )
        for above in (n for n in nouns if n is not None):
            if above.lemma_.lower() in self.words["drives"] and _none(above):
                return "declined", above
            listed = self.words["wishes"] if noun.head.lower_ in INSIDE else self.words["ways"]
            if above.lemma_.lower() in listed and not _of_something(above, noun):
                return "mooted", above
        if self._told(over) & self.words["angling"] and over.pos_ == "VERB":
            return "mooted", over
        if over.pos_ in ("ADJ", "VERB") and (found := self._by_adjective(over)) is not None:
            return found, over
        return None

    def _of_object(self, verb: Token) -> Leaning | None:
        """ "fears a summit", "avoided a meeting", "does not rule out talks"."""
        told, denied = self._told(verb), syntax.negated(verb)
        if told & self.words["avoiding"] and not denied:
            return ("did_not_occur" if syntax.tense(verb) == "past" else "declined"), verb
        if told & self.words["would_have"] and "would" in syntax.auxiliaries(verb) and not denied:
            return "mooted", verb
        shrinks = told & (self.words["resisting"] | self.words["musing"])
        return ("mooted", verb) if shrinks or (verb.lemma_ == "exclude" and denied) else None

    def _only_thought_of(self, verb: Token) -> bool:
        """ "is unlikely", "appears some way off", "would help", "makes sense", "cannot be excluded"."""
        helpers = set(syntax.auxiliaries(verb))
        if verb.lemma_ == "exclude" and syntax.is_passive(verb):
            return True
        if helpers & {"would"} and verb.lemma_ in self.words["effects"] and "have" not in helpers:
            return verb.lemma_ != "be" or any(c.dep_ in ("acomp", "attr") for c in verb.children)
        if syntax.tense(verb) == "past" and verb.dep_ != "ccomp":  # "said that it was unlikely"
            return False
        if verb.lemma_ in self.words["seeming"]:
            return any(self._unsure(c) for c in verb.children if c.dep_ in TOLD_OF)
        sense = any(c.dep_ == "dobj" and c.lower_ == "sense" for c in verb.children)
        return verb.lemma_ in self.words["now_effects"] or (verb.lemma_ == "make" and sense)

    def _unsure(self, word: Token) -> bool:
        """ "unlikely", "hard to imagine", "a distant prospect", "some way off"; not "off to a slow start"."""
        if word.lower_ in self.words["hard_to"]:
            return any(c.lemma_ in self.words["picturing"] for c in word.children) or word.lower_ == "impossible"
        moved = any(c.dep_ == "prep" and c.lower_ == "to" for c in word.children)
        if word.dep_ == "attr" and word.pos_ == "NOUN":
            return word.lemma_.lower() in self.words["far_nouns"]
        return word.lower_ in self.words["uncertain"] and not moved

    def _told(self, verb: Token) -> set[str]:
        """A verb alone and with each particle or preposition after it."""
        after = (c.lower_ for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "prt", "advmod", "dative"))
        return {verb.lemma_.lower(), *(f"{verb.lemma_.lower()}_{c}" for c in after)}


def _over(deed: Token) -> Iterator[Token]:
    """What a deed hangs on, by "to", as an object or after a preposition."""
    if deed.dep_ in BELOW:
        yield deed.head
        if deed.head.lemma_ == "be":
            yield from (c for c in deed.head.children if c.dep_ in ("acomp", "attr") and c.i < deed.i)
            yield from (n for c in deed.head.children if c.dep_ == "prep" and c.i < deed.i for n in c.children)
    if deed.dep_ == "pcomp" and deed.head.lower_ in LINKS:
        yield deed.head.head
        if deed.head.head.dep_ in ("advmod", "prt"):
            yield deed.head.head.head
        if deed.head.head.pos_ in ("VERB", "AUX") and (noun := _beside(deed.head.head, deed.head)) is not None:
            yield noun


def _beside(verb: Token, link: Token) -> Token | None:
    """The noun right before a preposition that hangs on the verb ("sees little point in a meeting"), or the subject of
    "the way is clear for"."""
    before = link.doc[link.i - 1] if link.i > link.sent.start + 1 else None
    if before is not None and before.pos_ == "NOUN":
        return before if before.nbor(-1).lower_ != "under" else None  # "are under way for a visit"
    at = verb.head if verb.pos_ == "ADJ" else verb
    return syntax.subject(at) if at.lemma_ in ("be", "exist", "remain") else None


def _of_something(word: Token, noun: Token) -> bool:
    """ "the opening of the summit", and no opening for a meeting."""
    return any(c.dep_ == "prep" and c.lower_ == "of" and c.i < noun.head.i for c in word.children)


def _it(word: Token) -> bool:
    return word.dep_ in ("nsubj", "expl") and word.lower_ == "it"


def _none(noun: Token) -> bool:
    return any(c.lower_ in NONE for c in noun.children)


def _denied(word: Token, be: Token) -> bool:
    """ "is not keen", "has never been interested", "is hardly eager"."""
    hardly = any(c.lower_ in ("hardly", "scarcely", "barely") for c in (*word.children, *be.children))
    longer = any(c.lower_ == "longer" and any(k.lower_ == "no" for k in c.children) for c in be.children)
    return syntax.negated(be) or syntax.negated(word) or hardly or longer


def _done_by(noun: Token, verb: Token) -> bool:
    """Whether a verb does what a noun tells: "to hold talks", "to enter into talks", "to return to talks"."""
    into = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "into", "for") and noun.head.head.i == verb.i
    return (noun.dep_ == "dobj" and noun.head.i == verb.i) or into


def _any_one(noun: Token) -> bool:
    """ "a meeting", "any talks", "talks": no meeting told of before."""
    before = [c for c in noun.lefts if c.dep_ in ("det", "poss", "predet", "nummod", "amod")]
    if any(c.ent_type_ in ("DATE", "TIME", "ORDINAL") for c in before):
        return False
    first = [c.lower_ for c in before if c.dep_ in ("det", "poss")]
    return all(w in ANY_ONE for w in first) and (bool(first) or noun.tag_ == "NNS")
