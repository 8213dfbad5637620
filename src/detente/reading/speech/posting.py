"""Words put on social media: where the sentence of the words, or the one before, says so ("took to X", "in a tweet").

In: the sentence of a cue, the words said and the one before. Out: whether they were posted, and who posted them where
a post is said to speak ("the first tweet read", "read a message on the minister's account"); so of "came the reply".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.cues import Media

if TYPE_CHECKING:
    from detente.reading.words import Token

LINKS = ("on", "to", "via", "in", "through", "with", "over", "by")
WITHIN = ("in", "with", "by", "via", "through")


class Posting:
    """Finds the posts of one document."""

    def __init__(self, words: Mapping[str, Sequence[str]], media: Media, scene: Scene, cast: Cast) -> None:
        self.media, self.scene, self.cast = media, scene, cast
        lists = {k: frozenset(words[k]) for k in ("posting_verbs", "post_nouns", "followers", "post_parts")}
        self.verbs, self.nouns = lists["posting_verbs"], lists["post_nouns"]
        self.followers, self.parts = lists["followers"], lists["post_parts"]
        self.replies = frozenset(words["replies"])

    def told(self, sentence: Sentence, content: Span | None = None) -> bool:
        """Whether a sentence says, outside the words themselves, that somebody put something on social media."""
        outside = (
            t
            for t in sentence.tokens
            if content is None or not content.start <= self.scene.at(t, sentence) < content.end
        )
        return any(self._posted(t) for t in outside)

    def author(self, noun: Token, sentence: Sentence, before: Sentence | None) -> tuple[Token, Sentence] | None:
        """Who posted what a post is said to say: the owner of the account, else whoever the sentence before says."""
        if not self.is_part(noun):
            return None
        people = (t for t in noun.subtree if t.dep_ == "poss" and self._person(t, sentence))
        owner = next(people, None)
        if owner is not None:
            return owner, sentence
        if before is None or not self.told(before):
            return None
        subject = syntax.subject(before.tokens.root)
        return (subject, before) if subject is not None and self._person(subject, before) else None

    def replier(self, noun: Token, before: Sentence | None) -> tuple[Token, Sentence] | None:
        """X in "X was asked about it. “…,” came the reply"."""
        if before is None or noun.lower_ not in self.replies or noun.head.lemma_ != "come":
            return None
        root = before.tokens.root
        subject = syntax.subject(root) or syntax.passive_subject(root)
        subject = subject or next((t for t in before.tokens if self._person(t, before)), None)
        return (subject, before) if subject is not None and self._person(subject, before) else None

    def is_part(self, noun: Token) -> bool:
        """Whether a noun is a post or a part of one: "the tweet", "the first of them", "the caption"."""
        return self._is_post(noun) or noun.lower_ in self.parts

    def _is_post(self, noun: Token) -> bool:
        return self.media.documents.get(noun.lemma_.lower()) == "social_media" or noun.lemma_.lower() in self.nouns

    def _person(self, token: Token, sentence: Sentence) -> bool:
        entity = self.cast.entity(token, sentence)
        return entity is not None and entity.kind in ("person", "office")

    def _posted(self, token: Token) -> bool:
        if self._network(token) and (verb := _before(token)) is not None and verb.lemma_ in ("use", "choose"):
            return not syntax.negated(verb)
        if token.lower_ in self.followers and token.dep_ != "poss":
            return any(c.dep_ == "poss" for c in token.children)
        if self._within(token) and self.media.documents.get(token.lemma_.lower()) == "social_media":
            return not _aside(syntax.clause_of(token))
        if not self._network(token) or token.dep_ not in ("pobj", "compound", "poss", "nmod"):
            return False
        noun = token if token.dep_ == "pobj" else token.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in LINKS:
            return False
        own = any(c.dep_ == "poss" for c in noun.children)  # "announced the call on his Facebook page"
        above = noun.head.head
        if above.pos_ in ("NOUN", "PROPN"):
            clause = syntax.clause_of(above)
            says = clause.lemma_ == "read" and above.head == clause  # "read a message on X's Facebook page"
            writes = clause.lemma_ in self.verbs
            told_of = above.dep_ == "pobj" and above.head.lower_ in ("about", "of")  # "wrote of the call on Facebook"
            put = (writes or own) and (above.dep_ == "dobj" or told_of)  # "posted his own account on X"
            return put or (self._is_post(above) and (self._within(above) or says or writes))
        clause = syntax.clause_of(noun)
        return (own or clause.lemma_ in self.verbs) and not _aside(clause)

    def _within(self, noun: Token) -> bool:
        """ "In a tweet", "with a post", "in a string of tweets"."""
        if noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head
        return noun.dep_ == "pobj" and noun.head.lower_ in WITHIN

    def _network(self, token: Token) -> bool:
        before = f"{token.doc[token.i - 1].lower_} " if token.i else ""
        names = (token.text.rstrip("."), f"{before}{token.lower_}")
        return any(self.media.said_in.get(n) == "social_media" for n in names) and token.text not in self.nouns


def _aside(clause: Token) -> bool:
    """Whether a clause only says who somebody is; that of "It was X who broke the news" says what happened."""
    subject = next((c for c in clause.head.head.children if c.dep_ == "nsubj"), None)
    cleft = clause.head.dep_ == "attr" and subject is not None and subject.lower_ == "it"
    return clause.dep_ == "relcl" and not cleft


def _before(noun: Token) -> Token | None:
    """The word right before a noun and what describes it."""
    first = min(noun.left_edge.i, noun.i - (noun.i > 0 and noun.doc[noun.i - 1].lower_ == "social"))
    return noun.doc[first - 1] if first else None
