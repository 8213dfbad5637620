"""Promises of several sides that no one speaker makes: "it was agreed that …", "under the deal A will … and B will …".

In: the sentences, the cast and the engagements of a document. Out: `Joint`s: whose promise, and its words. What a joint
statement says that a state will do, that state has promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Country, Engagement, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Scene, Sentence
from detente.reading.stances.aftercolon import AfterColon
from detente.reading.stances.intended import appointed_act

if TYPE_CHECKING:
    from detente.reading.words import Token

REACH = 3  # sentences after a joint text is named in which it still speaks
BACK = 30  # words before a sentence in which the deal is named that it calls "it"
WILL = frozenset({"will", "would", "shall"})
FREE = frozenset({"it", "which"})


@dataclass(frozen=True, slots=True)
class Joint:
    """Words that bind the sides named; `text` where a joint text says them, `teller` where another side does."""

    by: tuple[Country, ...]
    content: Span
    text: bool
    teller: Country | None = None


class JointReader:
    """Looks for what sides have agreed together."""

    def __init__(self, words: Mapping[str, Sequence[str]], agreeing: frozenset[str], given: Iterable[str]) -> None:
        self.agreeing, self.nouns = agreeing, frozenset(words["nouns"])
        self.texts, self.joint = frozenset(words["joint_texts"]), frozenset(words["joint_words"])
        self.listed = AfterColon(words)
        self.no_acts, self.welcoming = frozenset(words["no_acts"]), frozenset(words["welcoming"])
        self.given = frozenset(given)

    def read(self, scene: Scene, cast: Cast, engagements: Sequence[Engagement]) -> Iterator[Joint]:
        """The joint promises in the order of the text."""
        last = -1 - REACH
        for sentence in scene.sentences:
            if self._names_text(sentence):
                last = sentence.index
            bound = sentence.index - last <= REACH and self._by_text(sentence)
            for verb in sentence.tokens:
                if verb.lemma_ in self.welcoming and (told := self._welcomed(verb, sentence, scene, cast)):
                    yield told
                if verb.lemma_ in self.agreeing and (found := self._agreed(verb, sentence, scene, engagements)):
                    yield found
                    continue
                listed = self.listed.told(verb, sentence, cast, engagements)
                joint = verb.pos_ == "VERB" and (bound or listed or self._under(verb))
                if joint and (by := self._acts(verb, sentence, cast)):
                    teller = cast.own if listed and cast.own != by else None
                    yield Joint((by,), self._words(verb, sentence, scene), True, teller)

    def _agreed(self, verb: Token, sentence: Sentence, scene: Scene, engagements: Sequence[Engagement]) -> Joint | None:
        """ "it was agreed that X would be reopened": of the sides of the engagement told of last."""
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj", "expl")), None)
        agreed = (c for c in verb.children if c.dep_ in ("ccomp", "csubjpass", "csubj", "xcomp") and c.i > verb.i)
        said = next(agreed, None)
        if not passive or said is None or subject is None or subject.lower_ not in FREE:
            return None
        if not set(syntax.auxiliaries(said)) & WILL and said.tag_ != "VB":
            return None
        at = scene.at(verb, sentence)
        before = [e for e in engagements if len(e.countries) > 1 and not e.background and e.evidence[0].start <= at]
        if not before:
            return None
        return Joint(sides_of(before[-1]), self._words(said, sentence, scene), False)

    def _welcomed(self, verb: Token, sentence: Sentence, scene: Scene, cast: Cast) -> Joint | None:
        """ "welcomed X's promise to reopen the port": X's, as another side says."""
        nouns = [*(c for c in verb.children if c.dep_ == "dobj"), *syntax.prepositional(verb, "for")]
        for noun in (n for n in nouns if n.lemma_.lower() in self.given):
            owner = next((c for c in noun.children if c.dep_ == "poss"), None)
            act = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i), None)
            by = cast.country_at(owner, sentence) if owner is not None else None
            subject = syntax.subject(verb)
            teller = cast.country_at(subject, sentence) if subject is not None else None
            if by is None or act is None or teller is None or teller == by or syntax.negated(verb):
                continue
            return Joint((by,), scene.cover(sentence, [t for t in act.subtree if not t.is_punct]), False, teller)
        return None

    def _names_text(self, sentence: Sentence) -> bool:
        """ "a joint statement", "their joint communiqué"."""
        return any(
            t.lemma_.lower() in self.texts and any(c.lower_ in self.joint for c in t.children) for t in sentence.tokens
        )

    def _by_text(self, sentence: Sentence) -> bool:
        """Whether the text named speaks in a sentence: "…, the statement says", "in a joint communiqué, X said"."""
        return any(t.lemma_.lower() in self.texts for t in sentence.tokens)

    def _under(self, verb: Token) -> bool:
        """ "under the deal, X will …", "the accord provides that X will …"."""
        top = verb.head if verb.dep_ == "xcomp" and appointed_act(verb.head) == verb else verb
        while top.dep_ == "conj" and top.head.pos_ in ("VERB", "AUX"):
            top = top.head
        below = list(syntax.prepositional(top, "under"))
        before = verb.doc[max(0, verb.sent.start - BACK) : verb.sent.start]
        signed = any(t.lemma_.lower() in self.nouns for t in before)  # "signed a deal. Under it, A will …"
        return any(n.lemma_.lower() in self.nouns or (n.lower_ in ("it", "this") and signed) for n in below)

    def _acts(self, verb: Token, sentence: Sentence, cast: Cast) -> Country | None:
        """The state that a verb says will do something."""
        if verb.lemma_ in self.no_acts or syntax.negated(verb):
            return None
        modal = {c.lower_ for c in verb.children if c.dep_ == "aux"} & WILL
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) or _taken(verb)
        if verb.dep_ == "xcomp" and appointed_act(verb.head) == verb:  # "is to hand over X"
            modal, subject = {"be"}, syntax.subject(verb.head)
        actor = cast.actor(subject, sentence) if modal and subject is not None else None
        stately = actor is not None and actor.official and actor.kind in ("state", "organisation", "group")
        return actor.country if actor is not None and stately else None

    def _words(self, verb: Token, sentence: Sentence, scene: Scene) -> Span:
        """A clause without what is joined to its verb and what introduces it."""
        apart = {t.i for c in verb.children if c.dep_ in ("conj", "cc") or _introduces(c) for t in c.subtree}
        further = (_taken(c) for c in verb.children if c.dep_ == "conj")
        end = min((t.i - 1 for t in further if t is not None), default=sentence.tokens.end)
        own = _taken(verb)
        tokens = [t for t in verb.subtree if t.i not in apart and t.i < end] + ([own] if own is not None else [])
        runs = [r for r in syntax.contiguous(tokens) if verb.i in {t.i for t in r}]
        words = sorted(runs[0], key=lambda t: t.i) if runs else [verb]
        while len(words) > 1 and words[0].is_punct:
            words = words[1:]
        while len(words) > 1 and words[-1].is_punct:
            words = words[:-1]
        return scene.cover(sentence, words)


def _taken(verb: Token) -> Token | None:
    """B in "A will free C and B will return D", where the parser joined B to C."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in WILL), None)
    if verb.dep_ != "conj" or modal is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    before = verb.doc[modal.i - 1] if modal.i else modal
    return before if before.dep_ == "conj" and before.pos_ in ("PROPN", "NOUN") else None


def _introduces(child: Token) -> bool:
    """ "that", "under the deal," and what stands before a colon, before the clause."""
    opening = child.dep_ in ("prep", "punct") and child.i < child.head.left_edge.i + 1
    under = child.dep_ == "prep" and child.lower_ == "under" and child.i < child.head.i
    before_colon = any(t.text == ":" for t in child.doc[child.i : child.head.i])  # "made a deal: X will …"
    return child.dep_ == "mark" or opening or under or before_colon
