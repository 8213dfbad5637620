"""Deeds told beside the promise of them: "returned the ships, as promised", "has failed to hand over the list that it
had promised", "shut the port in breach of its pledge".

In: a scene, its cast, statements and the codebook's words. Out: promises said to be kept or broken, in the words of the
deed. Whose promise it is must be who does the deed: what one side promised and another did is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.model import CommitmentStatus, Country, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.made import CommitmentDraft
from detente.reading.stances.promised import Promised
from detente.reading.stances.together import country_of

if TYPE_CHECKING:
    from detente.reading.words import Token

COMPARING = frozenset({"as", "than"})
RELATIVES = frozenset({"which", "that", "what"})
PRONOUNS = frozenset({"it", "he", "she", "they"})
LEADS = frozenset({"ROOT", "ccomp", "conj", "parataxis", "relcl"})
DONE = ("VBD", "VBN", "VBZ", "VBP")


class AsPromised:
    """Finds deeds that keep or break a promise told of in the same sentence."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], entries: Sequence[Entry], scene: Scene, cast: Cast,
        drafts: Sequence[Draft], promised: Promised,
    ) -> None:  # fmt: skip
        self.promising = frozenset(words["promising"]) | frozenset(words["promising_too"])
        self.giving, self.failing = frozenset(words["for_another"]), frozenset(words["failing"])
        self.against, self.following = frozenset(words["against_word"]), frozenset(words["by_word"])
        self.own_words, self.saying = frozenset(words["own_words"]), frozenset(words["tellings"])
        self.nouns, self.winning = frozenset(words["nouns"]), frozenset(words["winning"])
        self.made = next(e.rule for e in entries if e.words("given"))
        self.rules = {str(e.data["status"]): e.rule for e in entries if e.data.get("beside")}
        self.scene, self.cast, self.drafts, self.promised = scene, cast, drafts, promised

    def read(self) -> Iterator[CommitmentDraft]:
        """The promises kept and broken, in the order of the text."""
        for sentence in self.scene.sentences:
            for word in sentence.tokens:
                if word.pos_ == "VERB" and word.lemma_ in self.promising:
                    yield from self._beside(word, sentence)
                elif word.pos_ == "NOUN" and word.lemma_.lower() in self.nouns | self.own_words:
                    yield from self._by_its_word(word, sentence)
                    yield from self._in_breach(word, sentence)
                    yield from self._won(word, sentence)

    # -- the deed beside the promise ------------------------------------------------------------

    def _beside(self, promise: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        deed = self._deed(promise)
        lead = self._lead(deed) if deed is not None else None
        subject = syntax.subject(lead) or syntax.passive_subject(lead) if lead is not None else None
        if deed is None or lead is None or subject is None or not _done(lead):
            return
        by = country_of(subject, sentence, self.cast) if not syntax.is_passive(deed) else None
        by = self._whose(promise, by, sentence)
        if by is not None:
            undone = lead != deed or syntax.negated(deed)
            taker = self._taker(promise, sentence)
            yield self._draft(by, taker, self._words(deed, promise, sentence), undone, deed, sentence)

    def _deed(self, promise: Token) -> Token | None:
        """The verb of what was promised: that of "did X, as promised", or of "the X that it had promised"."""
        if syntax.negated(promise):
            return None
        if told_before(promise) and promise.dep_ == "advcl":
            worse = any(t.lower_ in ("less", "fewer", "more") for t in promise.doc[max(0, promise.i - 6) : promise.i])
            above = syntax.clause_of(promise.head)
            act = above.pos_ == "VERB" and above.lemma_ not in self.saying
            given = promise.lemma_ != "agree" or above.lemma_ in self.giving or syntax.negated(above)
            return above if act and given and above != promise and not worse else None
        return self._deed_over(promise)

    def _deed_over(self, promise: Token) -> Token | None:
        """The verb over "the X that it had promised": of giving X, or of failing to do with it what was promised."""
        given = promise.dep_ in ("relcl", "acl") and promise.tag_ in ("VBD", "VBN") and told_before(promise)
        noun = promise.head
        if not given or noun.pos_ not in ("NOUN", "PROPN"):
            return None
        deed = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
        if deed is None or deed.i > promise.i:
            return None
        lead = self._lead(deed)
        undone = lead is not None and (lead != deed or syntax.negated(deed))
        return deed if deed.lemma_ in self.giving or (undone and noun.dep_ == "dobj") else None

    def _lead(self, deed: Token) -> Token | None:
        """The finite verb over a deed: itself, or that of failing to do it; None under any other."""
        if deed.dep_ != "xcomp":
            return deed if deed.dep_ in LEADS or deed.dep_ == "advcl" else None
        above = deed.head
        yet = above.lemma_ == "have" and any(c.lower_ in ("yet", "still") for c in above.children)
        return above if above.lemma_ in self.failing or yet else None

    def _whose(self, promise: Token, by: Country | None, sentence: Sentence) -> Country | None:
        """The side that promised, where it is the one that did it; None where another promised."""
        subject = syntax.agent_of(promise) or next((c for c in promise.children if c.dep_ == "nsubj"), None)
        if subject is None or subject.lower_ in PRONOUNS or subject.lower_ in RELATIVES:
            return by
        owned = any(c.tag_ == "PRP$" for c in subject.children)
        maker = country_of(subject, sentence, self.cast)
        return by if owned or maker == by else maker if by is None else None

    def _taker(self, promise: Token, sentence: Sentence) -> Country | None:
        """Y in "as it had promised Y", "which it promised to Y"."""
        nouns = [c for c in promise.children if c.dep_ in ("dobj", "dative") and c.lower_ not in RELATIVES]
        nouns += syntax.prepositional(promise, "to")
        return next((side for n in nouns if (side := country_of(n, sentence, self.cast)) is not None), None)

    def _words(self, deed: Token, promise: Token, sentence: Sentence) -> Span:
        """The deed's words, without the promise beside it."""
        beside = {t.i for t in promise.subtree}
        kept = [t for t in deed.subtree if t.i >= deed.i and t.i not in beside]
        run = kept[: next((n for n, t in enumerate(kept) if t.i != deed.i + n or t.text == ","), len(kept))]
        while len(run) > 1 and (run[-1].is_punct or run[-1].dep_ in ("cc", "mark")):
            run = run[:-1]
        return self.scene.cover(sentence, run)

    # -- the word of promise beside a deed ------------------------------------------------------

    def _by_its_word(self, noun: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        """ "in breach of its promise to X", "despite its pledge to act", "in line with its undertaking"."""
        link = noun.head
        owned = any(c.tag_ == "PRP$" for c in noun.children) or (noun.tag_ == "NNS" and link.lower_ == "despite")
        if not owned or noun.dep_ not in ("pobj", "pcomp"):
            return
        outer = {
            t.lower_ for t in (link, link.head, link.head.head) if t.pos_ in ("ADP", "SCONJ", "NOUN", "ADJ", "ADV")
        }
        broken = bool(outer & self.against) or (
            link.lower_ == "despite" and any(c.dep_ == "acl" for c in noun.children)
        )
        deed = syntax.clause_of(link)
        subject = syntax.subject(deed) if deed.pos_ == "VERB" else None
        if link.lower_ == "despite" and syntax.negated(deed) and subject is not None:
            yield from self._not_done(noun, deed, subject, sentence)
            return
        kept = bool(outer & self.following) and noun.lemma_.lower() in self.own_words
        if not (broken or kept) or subject is None or not _done(deed) or syntax.negated(deed):
            return
        by = country_of(subject, sentence, self.cast)
        if by is not None:
            taker = next((country_of(n, sentence, self.cast) for n in syntax.prepositional(noun, "to", "with")), None)
            words = self.scene.cover(sentence, [t for t in noun.subtree if not t.is_punct])
            yield self._draft(by, taker, words, broken, deed, sentence)

    def _not_done(self, noun: Token, deed: Token, subject: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        """ "Despite promises to Y, X has still not opened Z": what was promised is what is not done."""
        by = country_of(subject, sentence, self.cast)
        if by is not None and _done(deed):
            taker = next((country_of(n, sentence, self.cast) for n in syntax.prepositional(noun, "to")), None)
            words = self.scene.cover(sentence, [t for t in deed.subtree if t.i >= deed.i and not t.is_punct])
            yield self._draft(by, taker, words, True, deed, sentence)

    def _in_breach(self, noun: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        """ "X was in breach of the declaration on Y"."""
        breach = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        link = breach.head
        be = link.head
        if breach.lower_ not in self.against or link.lower_ != "in" or be.lemma_ != "be" or syntax.negated(be):
            return
        subject = syntax.subject(be)
        by = country_of(subject, sentence, self.cast) if subject is not None and subject.i < be.i else None
        draft = self._around(be, sentence)
        if by is not None and (draft is None or draft.on_behalf_of != by):
            words = self.scene.cover(sentence, [t for t in link.subtree if not t.is_punct])
            yield self._draft(by, None, words, True, be, sentence)

    def _won(self, noun: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        """ "X has won a pledge from Y to rebuild Z": Y's promise to X."""
        verb = noun.head
        if noun.dep_ != "dobj" or verb.lemma_ not in self.winning or none_given(noun) or not _done(verb):
            return
        if noun.lemma_.lower() not in self.own_words:
            return
        givers = [n for t in (noun, verb) for n in syntax.prepositional(t, "from")]
        by = next((c for n in givers if (c := country_of(n, sentence, self.cast)) is not None), None)
        subject = syntax.subject(verb)
        taker = country_of(subject, sentence, self.cast) if subject is not None else None
        acts = [c for t in (noun, verb) for c in t.children if c.i > noun.i and _to_do(c)]
        if by is not None and by != taker and acts and verb.dep_ in LEADS:
            words = self.scene.cover(sentence, [t for t in acts[0].subtree if not t.is_punct])
            yield replace(self._draft(by, taker, words, False, verb, sentence), status="made", rule=self.made)

    def _around(self, deed: Token, sentence: Sentence) -> Draft | None:
        """The innermost statement for a state in which a deed is told."""
        at = self.scene.at(deed, sentence)
        around = [d for d in self.drafts if d.on_behalf_of and d.content.start <= at < d.content.end]
        return min(around, key=lambda d: d.content.end - d.content.start, default=None)

    def _draft(
        self, by: Country, taker: Country | None, content: Span, broken: bool, deed: Token, sentence: Sentence
    ) -> CommitmentDraft:
        status: CommitmentStatus = "claimed_broken" if broken else "claimed_kept"
        draft = self._around(deed, sentence)
        teller = draft.on_behalf_of if draft is not None else self.cast.own
        taker = taker or self.promised.given_to(content, sentence, (by,)) or teller
        to = (taker,) if taker is not None and taker != by else ()
        due = self.promised.due(content)
        return CommitmentDraft(draft, (by,), to, content, status, teller, None, due, self.rules[status])


def told_before(verb: Token) -> bool:
    """Whether a promise is told of as given before: "as promised", "later than it had promised", "the list which it
    promised", "the trucks promised in May"."""
    if verb.pos_ != "VERB":
        return False
    given = any(c.dep_ in ("dobj", "pobj") and c.tag_ in ("WDT", "WP") for c in verb.children)
    given |= verb.dep_ == "relcl" and not any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in verb.children)
    given |= verb.dep_ == "acl" and verb.tag_ == "VBN"
    past = "had" in syntax.auxiliaries(verb) and verb.dep_ in ("relcl", "advcl")
    return given or past or compared(verb)


def compared(verb: Token) -> bool:
    """ "as it promised to do", "later than it had promised"."""
    marked = any(c.dep_ == "mark" and c.lower_ in COMPARING for c in verb.children)
    return marked or (verb.head.lower_ in COMPARING and verb.dep_ in ("pcomp", "advcl"))


def none_given(noun: Token) -> bool:
    """Whether a word of promise was not given: "has made no commitment", "never gave a commitment"."""
    none = any(c.lower_ in ("no", "any") for c in noun.children)
    return none or (noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and syntax.negated(noun.head))


def _to_do(verb: Token) -> bool:
    """ "to rebuild Z", "that Z would be returned": what is yet to be done."""
    return verb.tag_ == "VB" or (verb.pos_ == "VERB" and bool({"will", "would"} & set(syntax.auxiliaries(verb))))


def _done(verb: Token) -> bool:
    """Whether a verb tells of what was or was not done, and not of what will be."""
    helpers = set(syntax.auxiliaries(verb))
    past = verb.tag_ == "VBD" or bool(helpers & {"has", "have", "had", "did", "was", "were", "'s", "’s"})
    return past or (verb.lemma_ == "have" and verb.tag_ in DONE)
