"""Ties statements to the engagements that they are an account of.

In: the statements and engagements of a document. Out: for each statement the id of its engagement, or
None. A statement is an account of an engagement when its words tell of it, when one participant said it
to another, or when its words say what a participant discussed or raised there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Engagement, Span
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene
from detente.reading.speech.attribution import Draft
from detente.reading.syntax import conjuncts, prepositional, tense, with_particle

if TYPE_CHECKING:
    from detente.reading.words import Token

# How many paragraphs after an engagement an account of it may stand.
NEAR, NEAR_RELAYED = 2, 8
NAMED = 2  # words in which a letter is only named
TALKS = frozenset({"call", "video_call", "meeting", "talks", "summit_session", "visit", "correspondence"})


class Linker:
    """Finds the engagement of each statement."""

    def __init__(self, codebook: Codebook) -> None:
        self.words: dict[str, list[str]] = codebook.lexicon("engagements/words")
        self.names: dict[str, set[str]] = {}
        for entry in codebook.entries("engagements"):
            if entry.data.get("form") in TALKS - {"visit", "correspondence"} and not entry.data.get("weak"):
                words = {w.split("_")[0] for w in entry.words("verbs")} | {n.split()[-1] for n in entry.words("nouns")}
                self.names.setdefault(str(entry.data["form"]), set()).update(words)

    def link(
        self, scene: Scene, cast: Cast, drafts: Sequence[Draft], engagements: Sequence[Engagement]
    ) -> list[str | None]:
        """The engagement id of each statement, in order."""
        found: list[str | None] = []
        for n, draft in enumerate(drafts):
            own = self._link(scene, cast, draft, engagements)
            if own is None and n and found[-1] is not None and _runs_on(drafts[n - 1], draft):
                own = found[-1]
            found.append(own)
        return found

    def _link(self, scene: Scene, cast: Cast, draft: Draft, engagements: Sequence[Engagement]) -> str | None:
        told = [e for e in engagements if any(_inside(s.start, s.end, draft) for s in e.evidence if _tells(e, s))]
        both = [
            e
            for e in engagements
            if e.form in TALKS - {"visit"} and _order(e) == 0 and draft.on_behalf_of in e.countries
        ]
        posted = draft.kind == "direct" and draft.medium == "social_media" and not any(_order(e) == 0 for e in told)
        if told and all(_order(e) for e in told):  # "The two ministers took stock and asked their officials to meet"
            past = [e for e in both if not e.background and self._of_both(scene, cast, draft, e)]
            if past:
                return _nearest(past, draft).id
        if told and not (posted and any(_order(e) == 0 and _takes_part(e, draft) for e in engagements)):
            return min(told, key=lambda e: (e.background, _order(e))).id
        if (of_it := [e for e in both if self._tells_of(scene, draft, e)]) and not told:
            return _nearest(of_it, draft).id
        mine = [e for e in engagements if e.form in TALKS and _takes_part(e, draft)]
        held = [e for e in mine if e.status.status in ("held", "under_way") and e.form != "visit"]
        between = [e for e in held if _addressed(e, draft)]
        if between:
            return _nearest(between, draft).id
        own_words = draft.kind == "direct" and draft.medium in ("social_media", "readout", "statement")
        if own_words and (news := [e for e in held if not e.background]):
            return _nearest(news, draft).id
        named = [e for e in held if self._speaks_of(scene, draft, e)]
        if named:
            return _nearest(named, draft).id
        if held and self._recounts(scene, cast, draft):
            return _nearest(held, draft).id
        of_them = [e for e in both if self._of_both(scene, cast, draft, e)]
        if of_them:
            return _nearest(of_them, draft).id
        fresh = [e for e in both if not e.background and self._follows(scene, draft, e)]
        if len(fresh) == 1 and self._accounts(scene, draft, fresh[0]):
            return fresh[0].id
        return None

    def _follows(self, scene: Scene, draft: Draft, engagement: Engagement) -> bool:
        """Whether the statement stands in the paragraphs right after the engagement is told of."""
        told = [scene.sentence_at(s.start) for s in engagement.evidence]
        at = draft.sentence.passage.index
        relayed = draft.principal is not None and _takes_part(engagement, draft)
        near = NEAR_RELAYED if relayed else NEAR
        return any(t is not None and 0 <= at - t.passage.index <= near for t in told)

    def _accounts(self, scene: Scene, draft: Draft, engagement: Engagement) -> bool:
        """A participant's quoted words, or what a side's spokesman tells in the past."""
        spokesman = draft.entity is not None and draft.entity.portfolio == "spokesperson"
        if draft.kind == "direct" and _takes_part(engagement, draft) and draft.entity is not None and not spokesman:
            return True
        voice = (
            draft.speaker is not None and draft.speaker.official and draft.speaker.kind in ("organisation", "unnamed")
        )
        if self._of_the_talk(scene, draft):
            return True
        inside = [
            t
            for t in draft.sentence.tokens
            if draft.content.start <= scene.at(t, draft.sentence) < draft.content.end
            and t.pos_ == "VERB"
            and t.dep_ not in ("prep", "amod")
        ]
        return (spokesman or voice) and bool(inside) and tense(inside[0]) == "past"

    def _of_the_talk(self, scene: Scene, draft: Draft) -> bool:
        """Whether the words are said of the talk itself: "their exchange was frank", "it was a good call"."""
        names = set().union(*self.names.values())
        inside = (
            t
            for s in scene.between(draft.content.start, draft.content.end)
            for t in s.tokens
            if draft.content.start <= scene.at(t, s) < draft.content.end
        )
        return any(
            t.lemma_.lower() in names
            and t.dep_ in ("nsubj", "attr", "nsubjpass")
            and tense(t.head) == "past"
            and any(c.lower_ in ("the", "their", "this", "that", "our", *_articles(t)) for c in t.children)
            for t in inside
        )

    def _recounts(self, scene: Scene, cast: Cast, draft: Draft) -> bool:
        """Whether the words say in the past what someone discussed, raised or stressed."""
        verbs = set(self.words["topic_verbs"]) | set(self.words["raising_verbs"])
        for sentence in scene.between(draft.content.start, draft.content.end):
            for token in sentence.tokens:
                if draft.content.start <= scene.at(token, sentence) < draft.content.end and self._told(token, verbs):
                    return True
        return draft.cue is not None and draft.principal is None and draft.medium in ("call", "meeting", "readout")

    def _speaks_of(self, scene: Scene, draft: Draft, engagement: Engagement) -> bool:
        """Whether a participant's own quoted words name such an engagement: "A good talk with X", "I have phoned"."""
        if draft.kind != "direct":
            return False
        names = self.names.get(engagement.form, set()) | self.names["talks"]
        sentence = draft.sentence
        return any(
            t.lemma_.lower() in names or t.lower_ in names
            for s in (sentence, *scene.sentences[sentence.index + 1 : sentence.index + 2])
            for t in s.tokens
            if draft.content.start <= scene.at(t, s) < draft.content.end and t.pos_ in ("VERB", "NOUN")
        )

    def _of_both(self, scene: Scene, cast: Cast, draft: Draft, engagement: Engagement) -> bool:
        """Whether the words tell in the past what "the two ministers", "both sides", "they" or the two by name did."""
        small = cast.lexicon.words
        names = _names(engagement)
        surnames = {n.split()[-1] for n in names}
        if len([n for n in surnames if n in draft.content.text]) > 1:
            return True
        if self._opens_with_both(scene, draft):
            return True
        for sentence in scene.between(draft.content.start, draft.content.end):
            for token in sentence.tokens:
                inside = draft.content.start <= scene.at(token.head, sentence) < draft.content.end
                if not inside or token.dep_ not in ("nsubj", "nsubjpass"):
                    continue
                if tense(token.head) != "past" and not _two_quoted(draft, token):
                    continue
                plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in small["pair_nouns"]
                if plural or token.lower_ in small["plural"] or token.lower_ in self.words["pair_heads"]:
                    return True
                told = {e.name for t in conjuncts(token) if (e := cast.entity(t, sentence)) is not None}
                if len(told & names) > 1:
                    return True
        return False

    def _opens_with_both(self, scene: Scene, draft: Draft) -> bool:
        """ "The two compared notes", where the parser took the verb for an adjective."""
        first = [t for t in draft.sentence.tokens if scene.at(t, draft.sentence) >= draft.content.start][:3]
        heads = (t for t in first if t.lower_ in self.words["pair_heads"])
        return any((following := _next_word(t)) is not None and following.tag_ in ("VBN", "VBD") for t in heads)

    def _told(self, token: Token, verbs: set[str]) -> bool:
        past = token.pos_ == "VERB" and tense(token) == "past"
        return past and bool({token.lemma_, with_particle(token)} & verbs)

    def _tells_of(self, scene: Scene, draft: Draft, engagement: Engagement) -> bool:
        """Whether the words are said to tell of it: "…, X said, giving details of a call between A and B"."""
        sentence = draft.sentence
        for span in engagement.evidence:
            inside = (t for t in sentence.tokens if span.start <= scene.at(t, sentence) < span.end)
            if span.start < draft.content.start or span.start >= draft.content.end:
                if any(t.lemma_.lower() in self.words["tellings_of"] and self._names(t, engagement) for t in inside):
                    return True
        return False

    def _names(self, telling: Token, engagement: Engagement) -> bool:
        """Whether a noun for an account has the engagement's own word after it: "details of the call"."""
        names = self.names.get(engagement.form, set()) | self.names["talks"]
        return any(n.lemma_.lower() in names for n in prepositional(telling, "of", "on", "about", "from"))


def _tells(engagement: Engagement, evidence: Span) -> bool:
    """Whether words tell of an engagement: "the letter" alone only names it."""
    return engagement.form != "correspondence" or len(evidence.text.split()) > NAMED


def _two_quoted(draft: Draft, token: Token) -> bool:
    """ "The two ministers “dwelt on …”": what both did, in the speaker's words, whatever tense was parsed."""
    counted = any(c.dep_ == "nummod" or c.lower_ == "both" for c in token.children)
    after = _next_word(token)
    quoted = after is not None and after.i == token.i + 2 and after.tag_ in ("VBP", "VBN", "VBD")
    return draft.kind == "mixed" and counted and quoted


def _articles(noun: Token) -> tuple[str, ...]:
    """ "a" and "an" too, in "it was a very honest exchange"."""
    subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
    told = noun.dep_ == "attr" and subject is not None and subject.lower_ in ("it", "this", "that")
    return ("a", "an") if told else ()


def _next_word(token: Token) -> Token | None:
    """The word after a token, marks passed over."""
    after = token.doc[token.i + 1 : token.i + 3]
    return next((t for t in after if not t.is_punct), None)


def _runs_on(before: Draft, draft: Draft) -> bool:
    """A statement right after one, in its passage, by the same voice or by the one whose words it gave."""
    same_passage = before.sentence.passage.index == draft.sentence.passage.index
    voices = {id(e) for e in (before.entity, before.principal) if e is not None}
    return (
        same_passage
        and draft.entity is not None
        and id(draft.entity) in voices
        and draft.when.edtf in (None, before.when.edtf)
    )


def _inside(start: int, end: int, draft: Draft) -> bool:
    return draft.content.start < end and start < draft.content.end


def _order(engagement: Engagement) -> int:
    return 0 if engagement.status.status in ("held", "under_way") else 1


def _names(engagement: Engagement) -> set[str]:
    return {p.actor.name for p in engagement.participants if p.actor.name and p.actor.kind == "person"}


def _takes_part(engagement: Engagement, draft: Draft) -> bool:
    """The speaker, or the one for whom a spokesman speaks, took part."""
    voices = {draft.entity.name if draft.entity else None, draft.principal.name if draft.principal else None}
    return bool(_names(engagement) & {v for v in voices if v})


def _addressed(engagement: Engagement, draft: Draft) -> bool:
    return draft.addressed is not None and draft.addressed.name in _names(engagement)


def _nearest(engagements: Sequence[Engagement], draft: Draft) -> Engagement:
    """The one in the news rather than one recalled, then the last told of before the statement."""

    def rank(engagement: Engagement) -> tuple[bool, int]:
        before = [s.start for s in engagement.evidence if s.start <= draft.content.start]
        return (engagement.background, draft.content.start - max(before) if before else 10**9)

    return min(engagements, key=rank)
