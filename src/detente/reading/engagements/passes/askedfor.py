"""Who had asked for what is told: "spoke to X, who had sought the conversation", "The call was requested by Tehran",
"The talks, which X had sought, are on Monday", "refused to meet X. Tehran had asked for half an hour".

In: the sightings of a document in the order of the text. Out: the same with the side that had asked; the asking is no
engagement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import HAPPENED, PLANNED, Sighting
from detente.reading.engagements.standing.requests import Initiative

if TYPE_CHECKING:
    from detente.reading.scene import Sentence
    from detente.reading.words import Token

POINTING = frozenset({"the", "this", "that"})
OFF = frozenset({"cancelled", "postponed", "rescheduled"})
REFUSED = frozenset({"declined", "unanswered", "did_not_occur"})
AT_WHOSE = ("at", "on", "upon")
# sentences after which a visit or call that is named as one can still be meant
NAMED_AFTER = 3


class AskedFor:
    """Reads who asked; `words` are the small words of engagements."""

    def __init__(self, words: dict[str, list[str]], initiative: Initiative) -> None:
        self.initiative = initiative
        self.asking = frozenset(words["asking_verbs"]) - {"invite", "extend"}
        self.requests, self.talks = frozenset(words["request_nouns"]), frozenset(words["told_of"])
        self.whiles = frozenset(words["short_whiles"]) - {"second"}

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, those that somebody had asked for with the side that did."""
        done = list(found)
        for sentence in {s.sentence.index: s.sentence for s in found}.values():
            for near in context.scene.sentences[sentence.index : sentence.index + 2]:
                for asked, asker in self._askers(near):
                    self._settle(done, near, asked, asker, context)
        return done

    def _settle(self, done: list[Sighting], sentence: Sentence, asked: Token, asker: Token, context: Context) -> None:
        host = self._told_before(done, sentence, asked)
        own = [s for s in done if s.token.i == asked.i and s.sentence == sentence]
        if host is None or any(s.standing.status in OFF for s in own):  # "The visit was cancelled at the request of X"
            return
        if any(not set(s.countries) <= set(done[host].countries) for s in own):
            return  # "X met Y. The talks that Y had sought with Z are on Friday"
        side = self.initiative.country(asker, sentence, context.cast, done[host].parties)
        if side not in done[host].countries:
            return
        done[host] = replace(done[host], initiator=done[host].initiator or side)
        done[:] = [s for n, s in enumerate(done) if n == host or not (s.token.i == asked.i and s.sentence == sentence)]

    def _askers(self, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
        """What was asked for, and by whom: "who had asked for it", "at whose request it took place"."""
        for verb in sentence.tokens:
            if verb.dep_ == "pobj" and verb.lemma_.lower() in self.requests and verb.head.lower_ in AT_WHOSE:
                whose = next((c for c in verb.children if c.lower_ == "whose"), None)
                clause = syntax.clause_of(verb)
                if whose is not None and clause.dep_ == "relcl":
                    yield verb, clause.head
                elif (thing := self._stands_for(syntax.subject(clause) or syntax.passive_subject(clause))) is not None:
                    yield from ((thing, owner) for owner in self.initiative.owners(verb))
            if verb.lemma_ in self.asking and verb.pos_ == "VERB" and syntax.tense(verb) == "past":
                asked = self._stands_for(syntax.passive_subject(verb))  # "The visit was proposed by X"
                thing, who = (asked, syntax.agent_of(verb)) if asked else (self._thing(verb), syntax.subject(verb))
                if thing is not None and who is not None and not syntax.negated(verb):
                    yield thing, who

    def _thing(self, verb: Token) -> Token | None:
        """What was asked for, where it stands for what is told: "it", "the call"."""
        own = syntax.direct_object(verb)
        itself = any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in verb.children)  # "X, who had asked for it"
        if (
            not itself
            and verb.dep_ == "relcl"
            and verb.head.dep_ in ("nsubj", "nsubjpass")
            and (own is None or own.lower_ == "which")
        ):
            own = verb.head  # "the talks, which X had sought, are on Monday"
        things = [own] if own is not None else list(syntax.prepositional(verb, "for"))
        had = "had" in syntax.auxiliaries(verb)
        return next((t for t in things if self._stands_for(t) is not None or (had and self._a_while(t))), None)

    def _a_while(self, thing: Token) -> bool:
        """ "had asked for 20 minutes", "had sought half an hour with him": so much of the other's time."""
        counted = any(c.dep_ in ("nummod", "det", "predet") for c in thing.children)
        return thing.lemma_.lower() in self.whiles and counted

    def _stands_for(self, thing: Token | None) -> Token | None:
        """A word that points back at an engagement: "it", "the call"."""
        if thing is None:
            return None
        pointed = any(c.lower_ in POINTING for c in thing.children) and thing.lemma_.lower() in self.talks
        return thing if thing.lower_ in ("it", "this") or pointed else None

    def _told_before(self, done: Sequence[Sighting], sentence: Sentence, asked: Token) -> int | None:
        """The engagement told right before: earlier in the sentence, or in the one before it."""
        named = (
            n for n in range(len(done) - 1, -1, -1)
            if {asked.lemma_.lower(), asked.lower_} & set(done[n].form.split("_"))
            and _close(done[n].sentence, sentence, NAMED_AFTER) and done[n].standing.status in HAPPENED | PLANNED
        )  # fmt: skip
        if (host := next(named, None)) is not None:
            return host
        for n in range(len(done) - 1, -1, -1):
            told = done[n].sentence
            within = syntax.clause_of(asked).dep_ == "relcl" and syntax.under(asked, done[n].token)
            near = told.index == sentence.index and (
                done[n].token.i < asked.i or within
            )  # "X, who had sought it, rang Y"
            near = near or (told.index == sentence.index - 1 and told.passage.index == sentence.passage.index)
            refused = done[n].standing.status in REFUSED and self._a_while(asked)
            if near and (refused or done[n].standing.status in HAPPENED):
                return n
        return None


def _close(told: Sentence, sentence: Sentence, most: int) -> bool:
    """Whether a sentence comes a few sentences at most after another of its paragraph, or is that one."""
    return told.passage.index == sentence.passage.index and 0 <= sentence.index - told.index <= most
