"""The states that an official acts upon, and so is not of: "accused X", "is due in Y", "said the minister thanked Z".

In: a mention of an official. Out: states that his paragraph names as what he calls, urges, thanks or goes to, in his
own deed or, of a spokesman, in that of the official whom he tells of without a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.grid import SEATS, Mention
from detente.reading.actors.lexicon import Lexicon, plain
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


class Outward:
    """Reads whom an official's verbs are done to."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self.scene, self.words, self.mentions, self.sexes = scene, lexicon.words, mentions, lexicon.sex_of_name

    def of(self, mention: Mention, spokesman: bool = False) -> set[Country]:
        """The states that an official calls names, accuses, urges or goes to in the rest of the paragraph."""
        found: set[Country] = set()
        doc = self.scene.passages[mention.passage].doc
        whose = {mention.head} | (self._told_of(mention) if spokesman else set())
        pronouns = self._pronouns(mention)
        for state in (m for m in self.mentions if m.passage == mention.passage and m.sentence >= mention.sentence):
            if state.country is None or state.kind not in SEATS:
                continue
            head = self._seat(doc[state.head])
            if self._visited(head, mention):
                found.add(state.country)
                continue
            verb = head.head.head if head.dep_ == "pobj" else head.head
            if spokesman and self._done_by_us(head, verb):
                found.add(state.country)
                continue
            if syntax.negated(verb) and not (syntax.tense(verb) == "future" and head.head.lower_ == "to"):
                continue  # "was in A and not in B"; "will not be going to B" tells of a journey abroad
            if head.i > verb.i and self._done_abroad(head, verb) and _does(verb, whose, pronouns):
                found.add(state.country)
        return found

    def ground(self, outward: set[Country]) -> Country | None:
        """ "With half of the town X under water, Minister Y will not go to Z": the one other state in which the text's
        places lie, where it names no third; none where it names other states or nobody goes anywhere."""
        states = {m.country for m in self.mentions if m.kind in SEATS and m.country} - outward
        places = {m.country for m in self.mentions if m.kind == "place" and m.country} - outward
        return next(iter(places)) if outward and len(states) == 1 and len(places) == 1 else None

    def _pronouns(self, mention: Mention) -> frozenset[str]:
        """What stands for an official in the rest of the paragraph: "he" or "she", as far as the name tells."""
        doc = self.scene.passages[mention.passage].doc
        sex = self.sexes.get(plain(doc[mention.core[0]].text), "")
        return frozenset({"m": {"he"}, "f": {"she"}}.get(sex, {"he", "she"}))

    def _seat(self, state: Token) -> Token:
        """ "capital" of "went to the Chilean capital", "to Chile's capital": what is gone to there."""
        town = state.head.lower_ in self.words["inhabited"] and state.dep_ in ("amod", "compound", "poss", "nmod")
        return state.head if town else state

    def _visited(self, head: Token, mention: Mention) -> bool:
        """ "the visit of X to Y", "X paid a visit to Y", "X is on a visit to Y": nobody visits his own."""
        noun = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "to" else None
        journeys = self.words["journeys"]
        while noun is not None and noun.lemma_.lower() not in journeys and noun.dep_ in ("pobj", "prep"):
            noun = noun.head  # "to Y" hung on the visitor
        if noun is None or noun.lemma_.lower() not in journeys:
            return False
        owners = {
            *(c.i for c in noun.children if c.dep_ == "poss"),
            *(t.i for t in syntax.prepositional(noun, "of", "by")),
        }
        verb = noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None
        if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.lemma_ == "be":
            verb = noun.head.head
        made = syntax.subject(verb) if verb is not None else None
        owners |= {made.i} if made is not None and verb is not None and made.i < verb.i else set()
        return mention.head in owners

    def _told_of(self, mention: Mention) -> set[int]:
        """ "A spokesman said that the minister had thanked X": the offices without a state that act in his words."""
        bare = (
            m for m in self.mentions
            if m.kind == "office" and m.sentence == mention.sentence and m.first >= mention.last and not m.country
        )  # fmt: skip
        return {m.head for m in bare if m.title is not None and m.title.level in ("minister", "deputy")}

    def _done_by_us(self, head: Token, verb: Token) -> bool:
        """ "“We owe X nothing,” “we expect X to consult us,” a spokesman said": what "we" do to a state is not his."""
        told = head.dep_ in ("dobj", "dative") or (head.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.tag_ == "VB")
        told = told or (head.dep_ == "pobj" and head.head.lower_ in ("to", "with", "from", "upon"))
        doer = verb.head if head.dep_ == "nsubj" else verb
        told = told and doer.i < head.i
        return told and any(c.dep_ == "nsubj" and c.lower_ == "we" for c in doer.children)

    def _done_abroad(self, head: Token, verb: Token) -> bool:
        """Whether a state stands as what is called, urged, or gone to: "land in X", "is due in X", "visit X"."""
        told = head.dep_ in ("dobj", "nsubj") or (head.dep_ == "pobj" and head.head.lower_ in ("to", "on", "upon"))
        if verb.lemma_ in self.words["outward_verbs"] and told:
            return True
        gone = head.dep_ == "pobj" and head.head.lower_ in self.words["arrival_prepositions"]
        return (gone and verb.lemma_ in self.words["arrival_verbs"]) or (
            head.dep_ == "dobj" and verb.lemma_ in self.words["motion_verbs"]
        )


def _does(verb: Token, whose: set[int], pronouns: frozenset[str]) -> bool:
    """Whether one of these, or a pronoun, does what a verb tells; a verb joined on has the first's doer. Who comes in
    "received X when she came to Y" is the guest."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    while subject is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.i in whose:
        return subject is not None
    if subject.tag_ == "WP" and verb.dep_ == "relcl":  # "settled by X, who went to Y"
        told = verb.head
        return told.i in whose or (told.dep_ == "appos" and told.head.i in whose)
    guest = syntax.direct_object(verb.head) if verb.dep_ == "advcl" else None
    of_guest = guest is not None and guest.i < subject.i and syntax.names_person(guest)
    return subject.lower_ in pronouns and not of_guest
