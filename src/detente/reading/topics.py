"""What an engagement is about, in the text's own words.

In: a trigger and the verb that governs it. Out: noun phrases, trimmed of determiners and of clauses, each
once, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.reading import syntax
from detente.reading.scene import Scene
from detente.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 12
MEANS = frozenset({"road", "way", "phone", "telephone", "video", "margin", "sideline"})
CUT = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "det", "preconj", "ccomp"})


class TopicReader:
    """Reads topics of engagements."""

    def __init__(self, codebook: Codebook) -> None:
        self.words: dict[str, list[str]] = codebook.lexicon("engagements/words")

    def read(self, trigger: Trigger, verb: Token | None, scene: Scene) -> tuple[str, ...]:
        """The topics that hang on a trigger: after on/about, or as the object of "discuss" and its like."""
        heads = [trigger.token, *([verb] if verb is not None and trigger.noun else [])]
        nouns = [n for head in heads for n in self._nouns(head, trigger.token)]
        found = [text for n in nouns if (text := phrase(n)) is not None]
        return tuple(dict.fromkeys(found))

    def discussed(self, verb: Token) -> tuple[str, ...]:
        """What a verb of discussing is about: "they looked at trade"."""
        return tuple(dict.fromkeys(text for n in self._nouns(verb, verb) if (text := phrase(n)) is not None))

    def agenda(self, verb: Token) -> str | None:
        """The subject of "… was high on the agenda"; of "Reviving X was the subject", X."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "csubj", "nsubjpass")), None)
        if subject is None:
            return None
        nouns = [subject, *(c for c in subject.children if c.dep_ == "dobj")]
        return next((text for n in nouns if (text := phrase(n)) is not None), None)

    def _nouns(self, head: Token, trigger: Token) -> Iterator[Token]:
        nominal = head.pos_ in ("NOUN", "PROPN")
        for noun in syntax.prepositional(head, *self.words["topic_prepositions"]):
            if noun.ent_type_ not in ("DATE", "TIME") and (nominal or noun.i > trigger.i):
                yield noun
        if not nominal:
            for occasion in syntax.prepositional(head, "for"):
                yield from syntax.prepositional(occasion, *self.words["topic_prepositions"])
        for child in head.children:
            if child.dep_ in ("prep", "prt") and f"{head.lemma_}_{child.lower_}" in self.words["topic_phrases"]:
                yield from (n for c in child.children if c.dep_ == "pobj" for n in syntax.conjuncts(c))
        for clause in (c for c in trigger.children if c.dep_ == "acl" and c.lemma_ in self.words["devoting_verbs"]):
            yield from syntax.prepositional(clause, "to")
        if not nominal and head.lemma_ in self.words["topic_verbs"]:
            yield from self._objects(head)
        for token in head.subtree:
            if (
                token.i != head.i
                and token.i > trigger.i
                and token.lemma_ in self.words["topic_verbs"]
                and token.pos_ == "VERB"
                and self._serves(token, head)
            ):
                yield from self._objects(token)

    def _serves(self, verb: Token, head: Token) -> bool:
        """ "met to discuss X", "a call during which they discussed X", "talks focused on X"."""
        step = verb
        while step.i != head.i and step.dep_ in (
            "advcl",
            "relcl",
            "acl",
            "xcomp",
            "conj",
            "pcomp",
            "prep",
            "pobj",
        ):
            step = step.head
        return step.i == head.i

    def _objects(self, verb: Token) -> Iterator[Token]:
        told = syntax.passive_subject(verb) if syntax.is_passive(verb) else None
        if told is not None:
            yield from syntax.conjuncts(told)
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from syntax.conjuncts(child)
            if child.dep_ in ("xcomp", "ccomp"):
                yield from (n for c in child.children if c.dep_ == "dobj" for n in syntax.conjuncts(c))
        yield from syntax.prepositional(verb, *self.words["topic_prepositions"])


def phrase(noun: Token) -> str | None:
    """A noun phrase without determiner, clauses and coordinated phrases; None for pronouns and for names of people."""
    if (
        (noun.pos_ not in ("NOUN", "PROPN") and noun.tag_ != "VB")
        or noun.lemma_.lower() in MEANS
        or noun.ent_type_ in ("DATE", "TIME", "PERSON", "GPE")
    ):
        return None
    kept = [t for t in noun.subtree if not _cut_off(t, noun)]
    run = next(r for r in syntax.contiguous(kept) if noun.i in {t.i for t in r})[:LONGEST]
    while run and (run[-1].dep_ in ("prep", "cc", "case", "aux") or run[-1].is_punct):
        run = run[:-1]
    text = run[0].doc[run[0].i : run[-1].i + 1].text.strip(" \"“”'‘’") if run else ""
    return text or None


def _cut_off(token: Token, top: Token) -> bool:
    while token.i != top.i:
        if (
            token.dep_ in CUT
            and not (token.dep_ == "conj" and token.head.i != top.i)
            and not (token.dep_ == "cc" and token.head.i != top.i)
        ):
            return True
        token = token.head
    return False
